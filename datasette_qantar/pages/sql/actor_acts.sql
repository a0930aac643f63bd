select iif(:lang = 'en', act.label, act.label_ru) as act, count(*) as statements
from statements s join speech_acts act on act.id = s.act
where s.speaker_id = :id
group by s.act order by statements desc, act

select x.id, coalesce(iif(:lang = 'en', x.name_en, x.name), x.name) as name, count(*) as statements
from statements s join actors x on x.id = s.addressee_id
where s.speaker_id = :id
group by x.id order by statements desc, name limit 30

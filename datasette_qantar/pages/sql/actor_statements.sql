select
  s.id, s.said_on, s.said_on_text, s.content, s.mode, s.cue, s.medium, iif(:lang = 'en', act.label, act.label_ru) as act,
  s.addressee_id, coalesce(iif(:lang = 'en', x.name_en, x.name), x.name) as addressee,
  coalesce(iif(:lang = 'en', v.name_en, v.name), v.name) as via,
  a.outlet, a.label as article, a.published, s.article_id, s.quote, s.start, s.stop, count(*) over () as total
from statements s
join articles a on a.id = s.article_id
join speech_acts act on act.id = s.act
left join actors x on x.id = s.addressee_id
left join actors v on v.id = s.via_id
where s.speaker_id = :id
order by s.said_on is null, s.said_on, a.published, s.id
limit :size offset :skip

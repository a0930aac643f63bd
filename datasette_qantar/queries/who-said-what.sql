-- title: Кто что сказал · Who said what
-- description: По говорящему, действию, дню и словам (в любой форме); пустое поле — без ограничения. · By speaker, act, day and words (in any form); leave a field empty for no limit.
-- chart: bar speaker statements act
select
  s.said_on as day,
  coalesce(iif(:lang = 'en', who.name_en, who.name), who.name, s.speaker_text, '—') as speaker,
  iif(:lang = 'en', act.label, act.label_ru) as act,
  count(*) as statements,
  group_concat(s.content, ' ¶ ') as words,
  min('/articles/' || s.article_id || '#' || s.id) as source
from statements s
join speech_acts act on act.id = s.act
left join actors who on who.id = s.speaker_id
where (:speaker = '' or s.speaker_id in (select id from actors where rowid in (select rowid from actors_fts where actors_fts match escape_fts(:speaker))))
  and (:act = '' or :act in (s.act, act.label, act.label_ru))
  and (:day = '' or s.said_on = :day)
  and (:words = '' or s.rowid in (select rowid from statements_fts where statements_fts match escape_fts(:words)))
group by s.said_on, s.speaker_id, iif(s.speaker_id is null, s.speaker_text, null), s.act
order by s.said_on is null, s.said_on, statements desc, speaker, s.act
limit 100

-- title: Кто что сказал · Who said what
-- description: По говорящему, действию, дню и словам (в любой форме); пустое поле — без ограничения. · By speaker, act, day and words (in any form); leave a field empty for no limit.
-- chart: bar speaker statements act
with said as (
  select
    s.said_on, s.speaker_id, iif(s.speaker_id is null, s.speaker_text, null) as unnamed, s.act,
    count(*) as statements,
    group_concat(s.content, ' ¶ ') as words,
    min('/articles/' || s.article_id || '#' || s.id) as source
  from statements s
  where (:speaker = '' or s.speaker_id in (select id from actors where rowid in (select rowid from actors_fts where actors_fts match escape_fts(:speaker))))
    and (:act = '' or s.act in (select id from speech_acts where :act in (id, label, label_ru)))
    and (:day = '' or s.said_on = :day)
    and (:words = '' or s.rowid in (select rowid from statements_fts where statements_fts match escape_fts(:words)))
  group by s.said_on, s.speaker_id, unnamed, s.act
  order by s.said_on is null, s.said_on, statements desc, s.speaker_id, s.act
  limit 100
)
select
  said.said_on as day,
  coalesce(iif(:lang = 'en', who.name_en, who.name), who.name, said.unnamed, '—') as speaker,
  iif(:lang = 'en', act.label, act.label_ru) as act,
  said.statements,
  said.words,
  said.source
from said
join speech_acts act on act.id = said.act
left join actors who on who.id = said.speaker_id
order by said.said_on is null, said.said_on, said.statements desc, speaker, said.act

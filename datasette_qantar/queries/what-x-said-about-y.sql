-- title: Что X сказал о Y · What X said about Y
-- description: X — говорящий, Y — слова или имя внутри высказывания, в любой форме; пустое поле — все. · X is the speaker, Y words or a name inside the statement, in any form; an empty field means all.
-- chart: bar speaker statements
with said as (
  select
    coalesce(s.said_on, a.published) as day, s.speaker_id, a.outlet,
    count(*) as statements,
    group_concat(s.content, ' ¶ ') as words,
    min('/articles/' || s.article_id || '#' || s.id) as source
  from statements s
  join articles a on a.id = s.article_id
  where s.speaker_id is not null
    and (:x = '' or s.speaker_id in (select id from actors where rowid in (select rowid from actors_fts where actors_fts match escape_fts(:x))))
    and (:y = '' or s.rowid in (select rowid from statements_fts where statements_fts match 'content : (' || escape_fts(:y) || ')'))
  group by coalesce(s.said_on, a.published), s.speaker_id, s.article_id
  order by day is null, day, s.speaker_id, s.article_id
  limit 100
)
select
  said.day,
  coalesce(iif(:lang = 'en', who.name_en, who.name), who.name) as speaker,
  said.statements,
  said.words,
  said.outlet,
  said.source
from said
join actors who on who.id = said.speaker_id
order by day is null, day, speaker, source

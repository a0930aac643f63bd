with hits as materialized (
  select f.rowid as hit, f.rank as place
  from statements_fts f
  join statements s on s.rowid = f.rowid
  join articles a on a.id = s.article_id
  where statements_fts match escape_fts(:q)
    and (:outlet = '' or a.outlet = :outlet) and (:day = '' or s.said_on = :day)
),
shown as (select hit, place from hits order by place, hit limit :size offset :skip)
select
  s.id, s.article_id, coalesce(iif(:lang = 'en', who.name_en, who.name), who.name, s.speaker_text) as name, s.speaker_id,
  iif(:lang = 'en', act.label, act.label_ru) as what, s.said_on as day, a.outlet, a.label as article,
  highlight(statements_fts, 1, char(2), char(3)) as words,
  (select count(*) from hits) as total
from shown
join statements_fts f on f.rowid = shown.hit
join statements s on s.rowid = f.rowid
join articles a on a.id = s.article_id
join speech_acts act on act.id = s.act
left join actors who on who.id = s.speaker_id
where statements_fts match escape_fts(:q)
order by shown.place, shown.hit

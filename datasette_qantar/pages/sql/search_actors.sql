with hits as materialized (
  select f.rowid as hit, -a.mentions as place
  from actors_fts f
  join actors a on a.rowid = f.rowid
  where actors_fts match escape_fts(:q)
    and (:outlet = '' or a.id in (select m.actor_id from mentions m join articles x on x.id = m.article_id where x.outlet = :outlet))
    and :day = ''
),
shown as (select hit, place from hits order by place, hit limit :size offset :skip)
select
  a.id, coalesce(iif(:lang = 'en', a.name_en, a.name), a.name) as name, a.kind as what, a.mentions, a.statements,
  highlight(actors_fts, 0, char(2), char(3)) as words,
  (select count(*) from hits) as total
from shown
join actors_fts f on f.rowid = shown.hit
join actors a on a.rowid = f.rowid
where actors_fts match escape_fts(:q)
order by shown.place, shown.hit

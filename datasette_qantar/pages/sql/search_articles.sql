with hits as materialized (
  select f.rowid as hit, f.rank as place
  from articles_fts f
  join articles a on a.rowid = f.rowid
  where articles_fts match escape_fts(:q)
    and (:outlet = '' or a.outlet = :outlet) and (:day = '' or a.published like :day || '%')
),
shown as (select hit, place from hits order by place, hit limit :size offset :skip)
select
  a.id, a.label, a.outlet, a.published, snippet(articles_fts, 1, char(2), char(3), '…', 28) as words,
  (select count(*) from hits) as total
from shown
join articles_fts f on f.rowid = shown.hit
join articles a on a.rowid = f.rowid
where articles_fts match escape_fts(:q)
order by shown.place, shown.hit

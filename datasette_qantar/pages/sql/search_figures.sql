with hits as materialized (
  select f.rowid as hit, f.rank as place
  from figures_fts f
  join figures g on g.rowid = f.rowid
  join articles a on a.id = g.article_id
  where figures_fts match escape_fts(:q)
    and (:outlet = '' or a.outlet = :outlet) and (:day = '' or g.as_of = :day)
),
shown as (select hit, place from hits order by place, hit limit :size offset :skip)
select
  g.id, g.article_id, g.series_id, iif(:lang = 'en', m.label, m.label_ru) as what, g.as_of as day,
  coalesce(iif(:lang = 'en', who.name_en, who.name), who.name) as name, a.outlet, a.label as article,
  highlight(figures_fts, 0, char(2), char(3)) as words,
  (select count(*) from hits) as total
from shown
join figures_fts f on f.rowid = shown.hit
join figures g on g.rowid = f.rowid
join articles a on a.id = g.article_id
join measures m on m.id = g.measure
left join actors who on who.id = g.source_id
where figures_fts match escape_fts(:q)
order by shown.place, shown.hit

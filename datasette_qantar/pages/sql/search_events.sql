with hits as materialized (
  select f.rowid as hit, f.rank as place
  from event_reports_fts f
  join event_reports r on r.rowid = f.rowid
  join articles a on a.id = r.article_id
  where event_reports_fts match escape_fts(:q)
    and (:outlet = '' or a.outlet = :outlet) and (:day = '' or r.date = :day)
),
shown as (select hit, place from hits order by place, hit limit :size offset :skip)
select
  r.id, r.article_id, r.event_id, iif(:lang = 'en', t.label, t.label_ru) as what, r.date as day,
  coalesce(iif(:lang = 'en', p.name_en, p.name), p.name) as name, a.outlet, a.label as article,
  highlight(event_reports_fts, 0, char(2), char(3)) as words,
  (select count(*) from hits) as total
from shown
join event_reports_fts f on f.rowid = shown.hit
join event_reports r on r.rowid = f.rowid
join articles a on a.id = r.article_id
join event_types t on t.id = r.type
left join places p on p.id = r.place_id
where event_reports_fts match escape_fts(:q)
order by shown.place, shown.hit

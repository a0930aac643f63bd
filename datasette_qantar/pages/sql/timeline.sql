-- Events that fit the filters, in order; `total` is the number of all that fit.
with fitting as materialized (
  select e.id, e.date
  from events e
  where (:type = '' or e.type = :type)
    and (:place = '' or e.place_id = :place)
    and (:from = '' or e.date >= :from)
    and (:to = '' or e.date <= :to || '~')
    and (:actor = '' or e.id in (
      select r.event_id from event_reports r join event_participants ep on ep.event_report_id = r.id
      where ep.actor_id in (
        select id from actors where id = :actor or rowid in (select rowid from actors_fts where actors_fts match escape_fts(:actor))
      )
    ))
),
shown as (
  select id, row_number() over () as place_in_list
  from (
    select id from fitting
    -- what has only a month comes after its days
    order by date is null, date || substr('-99-99', length(date) - 3), id
    limit :size offset :skip
  )
)
select
  e.id, e.type, e.date, e.date_end, e.dates_conflict, e.reports,
  iif(:lang = 'en', t.label, t.label_ru) as type_label,
  e.place_id, coalesce(iif(:lang = 'en', p.name_en, p.name), p.name) as place,
  (select count(*) from fitting) as total
from shown
join events e on e.id = shown.id
join event_types t on t.id = e.type
left join places p on p.id = e.place_id
order by shown.place_in_list

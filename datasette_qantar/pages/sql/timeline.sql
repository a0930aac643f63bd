-- Events that fit the filters, in order; `total` is the number of all that fit.
select
  e.id, e.type, e.date, e.date_end, e.dates_conflict, e.reports,
  iif(:lang = 'en', t.label, t.label_ru) as type_label,
  e.place_id, coalesce(iif(:lang = 'en', p.name_en, p.name), p.name) as place,
  count(*) over () as total
from events e
join event_types t on t.id = e.type
left join places p on p.id = e.place_id
where (:type = '' or e.type = :type)
  and (:place = '' or e.place_id = :place)
  and (:from = '' or e.date >= :from)
  and (:to = '' or e.date <= :to || '~')
  and (:actor = '' or e.id in (
    select r.event_id from event_reports r join event_participants ep on ep.event_report_id = r.id
    where ep.actor_id in (select id from actors where id = :actor or rowid in (select rowid from actors_fts where actors_fts match escape_fts(:actor)))
  ))
order by e.date is null, e.date || substr('-99-99', length(e.date) - 3), e.id -- what has only a month comes after its days
limit :size offset :skip

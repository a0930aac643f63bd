select e.id, e.date, e.date_end, e.dates_conflict, e.reports, e.type, iif(:lang = 'en', e.title_en, e.title) as title,
  iif(:lang = 'en', t.label, t.label_ru) as type_label, t.plover, t.acled,
  e.place_id, coalesce(iif(:lang = 'en', p.name_en, p.name), p.name) as place
from events e
join event_types t on t.id = e.type
left join places p on p.id = e.place_id
where e.id = :id

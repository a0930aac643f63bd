select distinct e.id, e.date, iif(:lang = 'en', e.title_en, e.title) as title, e.reports
from event_participants ep
join event_reports r on r.id = ep.event_report_id
join events e on e.id = r.event_id
where ep.actor_id = :id
order by e.date is null, e.date, e.id
limit 100

select p.id, coalesce(iif(:lang = 'en', p.name_en, p.name), p.name) as name, p.kind, p.country_id, p.latitude, p.longitude, count(*) as events
from events e
join places p on p.id = e.place_id
where (:type = '' or e.type = :type)
  and (:from = '' or e.date >= :from)
  and (:to = '' or e.date <= :to || '~')
  and (:actor = '' or e.id in (
    select r.event_id from event_reports r join event_participants ep on ep.event_report_id = r.id
    where ep.actor_id in (select id from actors where id = :actor or rowid in (select rowid from actors_fts where actors_fts match escape_fts(:actor)))
  ))
group by p.id
order by events desc, p.id
limit 300

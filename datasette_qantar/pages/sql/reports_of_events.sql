select
  r.event_id, r.id, r.article_id, r.trigger, r.quote, r.start, r.stop, r.date, r.date_end, r.date_text, r.date_basis, r.part_of_day,
  coalesce(iif(:lang = 'en', p.name_en, p.name), p.name) as place, r.place_basis,
  a.label as article, a.outlet, a.published, a.copy_of_id,
  (select group_concat(name, ', ') from (
    select distinct coalesce(iif(:lang = 'en', x.name_en, x.name), x.name) as name
    from event_participants ep join actors x on x.id = ep.actor_id where ep.event_report_id = r.id order by ep.id
  )) as participants
from event_reports r
join articles a on a.id = r.article_id
left join places p on p.id = r.place_id
where r.event_id in (select value from json_each(:events))
order by r.event_id, a.published is null, a.published, r.id
limit 1000

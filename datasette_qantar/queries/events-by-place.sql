-- title: События по местам · Events by place
-- description: Сколько событий в каждом месте и какие. · How many events in each place, and of what types.
-- chart: bar place events
select
  coalesce(iif(:lang = 'en', p.name_en, p.name), p.name, iif(:lang = 'en', 'not stated', 'не названо')) as place,
  p.kind,
  count(*) as events,
  min(e.date) as first_day,
  max(coalesce(e.date_end, e.date)) as last_day,
  group_concat(distinct iif(:lang = 'en', t.label, t.label_ru)) as types,
  p.latitude,
  p.longitude
from events e
join event_types t on t.id = e.type
left join places p on p.id = e.place_id
where :type = '' or lower(:type) in (e.type, lower(t.label), t.label_ru)
group by e.place_id
order by events desc, place
limit 60

-- title: События по видам и дням · Events by type and day
-- description: Сколько событий каждого вида в каждый день; вид можно задать (protest, захват…). · How many events of each type on each day; the type may be given.
-- chart: bar day events type
select
  e.date as day,
  iif(:lang = 'en', t.label, t.label_ru) as type,
  count(*) as events,
  sum(e.reports) as reports,
  group_concat(distinct coalesce(iif(:lang = 'en', p.name_en, p.name), p.name)) as places
from events e
join event_types t on t.id = e.type
left join places p on p.id = e.place_id
where e.date is not null
  and (:type = '' or lower(:type) in (e.type, lower(t.label), t.label_ru))
group by e.date, e.type
order by e.date, events desc, e.type
limit 100

-- title: Кто что отправил · Troop contributions
-- description: По странам и стадии: люди, бронетехника, машины; «число не названо» так и показано. Строка без страны — итог миссии. · By country and stage; where no number is stated, the cells stay empty. The row without a country is the mission's total.
-- chart: bar country personnel status
select
  coalesce(iif(:lang = 'en', k.name_en, k.name), iif(:lang = 'en', 'whole mission', 'вся миссия')) as country,
  c.mission,
  c.status,
  count(*) as mentions,
  max(c.personnel) as personnel,
  max(c.armoured_vehicles) as armoured_vehicles,
  max(c.vehicles) as vehicles,
  max(c.aircraft) as aircraft,
  min('/articles/' || c.article_id || '#' || c.id) as source
from troop_contributions c
left join countries k on k.id = c.country_id
where :mission = '' or c.mission like '%' || :mission || '%'
group by c.mission, c.country_id, c.status
order by c.mission, c.country_id is null, country, c.status
limit 100

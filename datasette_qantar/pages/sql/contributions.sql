select
  c.id, c.mission, c.country_id, coalesce(iif(:lang = 'en', k.name_en, k.name), '') as country, c.status, c.comparator,
  c.personnel, c.armoured_vehicles, c.vehicles, c.aircraft, c.as_of, c.quote, c.article_id, c.start, c.stop,
  coalesce(iif(:lang = 'en', who.name_en, who.name), who.name) as claimant,
  a.outlet, a.label as article, a.published, a.copy_of_id
from troop_contributions c
join articles a on a.id = c.article_id
left join countries k on k.id = c.country_id
left join actors who on who.id = c.source_id
order by c.mission is null, c.mission, c.country_id is null, country, a.published, c.id
limit 1000

select
  f.as_of, f.as_of_text, f.value_text, f.value, f.value_low, f.value_high, f.comparator, f.bounds_basis, f.quote,
  f.population_text, coalesce(iif(:lang = 'en', who.name_en, who.name), who.name) as claimant, f.source_id, f.source_basis,
  coalesce(iif(:lang = 'en', via.name_en, via.name), via.name) as via,
  a.outlet, a.label as article, a.published, a.copy_of_id, f.article_id, f.start, f.stop, f.id
from figures f
join articles a on a.id = f.article_id
left join actors who on who.id = f.source_id
left join actors via on via.id = f.via_id
where f.series_id = :id
order by f.as_of is null, f.as_of, a.published is null, a.published, f.id
limit 500

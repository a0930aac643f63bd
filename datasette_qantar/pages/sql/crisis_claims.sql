-- The claims about people of the series most often spoken of, with the day they speak of.
with spoken_of as (
  select id from figure_series where measure in ('killed', 'injured', 'detained') order by claims desc, id limit 40
)
select
  f.id, f.article_id, f.measure as measure_id, f.as_of, f.value, f.value_low, f.value_high, f.value_text, f.comparator, f.quote, f.series_id,
  iif(:lang = 'en', m.label, m.label_ru) as measure,
  iif(:lang = 'en', pop.label, pop.label_ru) as population,
  coalesce(iif(:lang = 'en', who.name_en, who.name), who.name) as claimant,
  f.source_id, a.outlet, s.agreement
from figures f
join figure_series s on s.id = f.series_id
join measures m on m.id = f.measure
join articles a on a.id = f.article_id
left join populations pop on pop.id = f.population
left join actors who on who.id = f.source_id
where f.series_id in (select id from spoken_of) and a.copy_of_id is null
order by f.as_of is null, f.as_of, f.measure, f.id
limit 120

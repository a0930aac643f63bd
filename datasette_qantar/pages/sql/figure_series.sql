select
  s.id, iif(:lang = 'en', s.title_en, s.title) as title, s.agreement, s.claims, s.lowest, s.highest, s.unit, s.period,
  iif(:lang = 'en', m.label, m.label_ru) as measure, iif(:lang = 'en', pop.label, pop.label_ru) as population,
  count(*) over () as total
from figure_series s
join measures m on m.id = s.measure
left join populations pop on pop.id = s.population
where (:measure = '' or s.measure = :measure) and (:agreement = '' or s.agreement = :agreement)
order by
  case when s.measure in ('killed', 'injured', 'hospitalised', 'detained', 'missing', 'evacuated') then 0 else 1 end,
  s.claims desc, case s.agreement when 'conflict' then 1 when 'unclear' then 2 when 'growth' then 3 when 'agree' then 4 else 5 end, s.id
limit :size offset :skip

select
  s.id, iif(:lang = 'en', s.title_en, s.title) as title, s.agreement, s.claims, s.lowest, s.highest, s.unit, s.period, s.measure,
  iif(:lang = 'en', m.label, m.label_ru) as measure_label, iif(:lang = 'en', pop.label, pop.label_ru) as population,
  coalesce(iif(:lang = 'en', p.name_en, p.name), p.name) as place,
  coalesce(iif(:lang = 'en', o.name_en, o.name), o.name) as owner
from figure_series s
join measures m on m.id = s.measure
left join populations pop on pop.id = s.population
left join places p on p.id = s.place_id
left join actors o on o.id = s.owner_id
where s.id = :id

-- title: Числа по источникам · Figures by claimant
-- description: Кто какие числа называет: сколько утверждений, наименьшее и наибольшее. Величина — например killed или «погибшие»; пусто — числа о людях. · Who claims which numbers; measure is for example killed; empty means figures about people.
-- chart: bar claimant highest measure
select
  coalesce(iif(:lang = 'en', who.name_en, who.name), who.name, iif(:lang = 'en', 'the article itself', 'сама статья')) as claimant,
  iif(:lang = 'en', m.label, m.label_ru) as measure,
  iif(:lang = 'en', pop.label, pop.label_ru) as population,
  count(*) as claims,
  min(coalesce(f.value, f.value_low)) as lowest,
  max(coalesce(f.value, f.value_high, f.value_low)) as highest,
  min('/articles/' || f.article_id || '#' || f.id) as source
from figures f
join measures m on m.id = f.measure
left join populations pop on pop.id = f.population
left join actors who on who.id = f.source_id
where case
    when :measure = '' then f.measure in ('killed', 'injured', 'hospitalised', 'detained', 'missing', 'evacuated')
    else lower(:measure) in (f.measure, lower(m.label), m.label_ru)
  end
group by f.source_id, f.measure, f.population
order by claims desc, claimant, f.measure, f.population
limit 60

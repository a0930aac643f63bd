-- title: Как росло число · How a claim grew over time
-- description: Наименьшее и наибольшее по дням и источникам. Величина (killed, injured, detained…) и кого считают (security_forces, protesters…); пусто — ряды, о которых больше одного утверждения. · Lowest and highest per day and claimant; empty fields mean every series with more than one claim.
-- chart: line as_of highest claimant
select
  f.as_of,
  iif(:lang = 'en', s.title_en, s.title) as series,
  coalesce(iif(:lang = 'en', who.name_en, who.name), who.name, iif(:lang = 'en', 'the article itself', 'сама статья')) as claimant,
  count(*) as claims,
  min(coalesce(f.value, f.value_low)) as lowest,
  max(coalesce(f.value, f.value_high, f.value_low)) as highest,
  group_concat(distinct f.value_text) as words,
  min('/articles/' || f.article_id || '#' || f.id) as source
from figures f
join figure_series s on s.id = f.series_id
join measures m on m.id = f.measure
left join populations pop on pop.id = f.population
left join actors who on who.id = f.source_id
where case when :measure = '' and :population = '' then s.claims > 1 else 1 end
  and (:measure = '' or lower(:measure) in (f.measure, lower(m.label), m.label_ru))
  and (:population = '' or lower(:population) in (f.population, lower(pop.label), pop.label_ru))
group by s.id, f.as_of, f.source_id
order by f.as_of is null, f.as_of, s.id, highest
limit 100

-- title: Противоречия в числах · Conflicting figures
-- description: Ряды, где утверждения противоречат (conflict) или где этого нельзя решить, потому что день не назван (unclear): по источнику и дню. · Series whose claims contradict each other (conflict) or where a missing day leaves that open (unclear), by claimant and day.
-- chart: bar claimant highest as_of
select
  iif(:lang = 'en', s.title_en, s.title) as series,
  s.agreement,
  coalesce(iif(:lang = 'en', who.name_en, who.name), who.name, iif(:lang = 'en', 'the article itself', 'сама статья')) as claimant,
  coalesce(f.as_of, iif(:lang = 'en', 'not stated', 'не назван')) as as_of,
  count(*) as claims,
  min(coalesce(f.value, f.value_low)) as lowest,
  max(coalesce(f.value, f.value_high, f.value_low)) as highest,
  group_concat(distinct f.value_text) as words,
  min('/articles/' || f.article_id || '#' || f.id) as source
from figure_series s
join figures f on f.series_id = s.id
left join actors who on who.id = f.source_id
where s.agreement in ('conflict', 'unclear')
  and (:agreement = '' or s.agreement = :agreement)
group by s.id, f.source_id, f.as_of
order by s.agreement, s.claims desc, s.id, f.as_of is null, f.as_of, claimant
limit 100

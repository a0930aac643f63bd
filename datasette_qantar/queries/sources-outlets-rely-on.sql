-- title: На кого ссылаются издания · Sources that outlets rely on
-- description: Кто передаёт чужие слова и чьи числа приводят, по изданиям. · Who passes words on and whose figures are given, by outlet.
-- chart: bar relied_on times outlet
with relied as (
  select article_id, via_id as actor_id, 1 as passed_on, 0 as claimed, id from statements where via_id is not null
  union all
  select article_id, via_id, 1, 0, id from figures where via_id is not null
  union all
  select article_id, source_id, 0, 1, id from figures where source_id is not null
)
select
  coalesce(a.outlet, iif(:lang = 'en', 'not stated', 'не указано')) as outlet,
  iif(:lang = 'en', coalesce(who.name_en, who.name), who.name) as relied_on,
  who.kind,
  count(*) as times,
  sum(passed_on) as passed_on,
  sum(claimed) as claimed_figures,
  count(distinct relied.article_id) as articles,
  min('/articles/' || relied.article_id || '#' || relied.id) as source
from relied
join articles a on a.id = relied.article_id
join actors who on who.id = relied.actor_id
where :outlet = '' or a.outlet like '%' || :outlet || '%'
group by a.outlet, relied.actor_id
order by times desc, outlet, relied_on
limit 60

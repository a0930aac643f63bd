select r.role, r.organization_id, coalesce(iif(:lang = 'en', o.name_en, o.name), o.name) as organization,
  count(*) as times, r.article_id, min(r.id) as id, r.quote
from roles r left join actors o on o.id = r.organization_id
where r.actor_id = :id
group by r.role, r.organization_id
order by times desc, r.role
limit 60

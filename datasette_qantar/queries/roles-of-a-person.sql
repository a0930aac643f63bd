-- title: Должности и роли · Roles of a person
-- description: Как статьи называют человека; без имени — самые частые роли. · What articles call a person; without a name, the most frequent roles.
-- chart: bar role articles person
select
  iif(:lang = 'en', coalesce(a.name_en, a.name), a.name) as person,
  r.role,
  iif(:lang = 'en', coalesce(o.name_en, o.name), o.name) as organization,
  count(distinct r.article_id) as articles,
  count(*) as times,
  min('/articles/' || r.article_id || '#' || r.id) as source
from roles r
join actors a on a.id = r.actor_id
left join actors o on o.id = r.organization_id
where :person = '' or a.rowid in (select rowid from actors_fts where actors_fts match escape_fts(:person))
group by r.actor_id, r.role, r.organization_id
order by articles desc, times desc, a.name, r.role
limit 60

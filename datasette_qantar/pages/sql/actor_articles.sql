select a.id, a.label, a.outlet, a.published, count(*) as mentions, min(m.id) as first
from mentions m join articles a on a.id = m.article_id
where m.actor_id = :id
group by a.id order by mentions desc, a.published, a.id limit 30

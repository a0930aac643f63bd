select distinct name, basis from actor_names where actor_id = :id order by basis, name limit 60

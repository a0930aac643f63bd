-- title: Кто упоминается вместе · Actors mentioned together
-- description: Пары в одном предложении; имя можно задать, в любой форме. · Pairs within one sentence; a name may be given, in any form.
-- chart: bar second sentences first
with chosen as (
  select a.id from actors a
  where :actor = '' or a.rowid in (select rowid from actors_fts where actors_fts match escape_fts(:actor))
  order by a.mentions desc
  limit 25
),
here as (
  select distinct m.sentence_id, m.actor_id
  from mentions m
  where m.actor_id in (select id from chosen)
),
pairs as (
  select
    here.actor_id as first_id,
    other.actor_id as second_id,
    count(distinct here.sentence_id) as sentences,
    count(distinct other.article_id) as articles,
    min('/articles/' || other.article_id || '#' || other.id) as source
  from here
  join mentions other on other.sentence_id = here.sentence_id and other.actor_id <> here.actor_id
  where :actor <> '' or here.actor_id < other.actor_id
  group by here.actor_id, other.actor_id
)
select
  iif(:lang = 'en', coalesce(a.name_en, a.name), a.name) as first,
  iif(:lang = 'en', coalesce(b.name_en, b.name), b.name) as second,
  pairs.sentences,
  pairs.articles,
  pairs.source
from pairs
join actors a on a.id = first_id
join actors b on b.id = second_id
order by pairs.sentences desc, a.name, b.name
limit 50

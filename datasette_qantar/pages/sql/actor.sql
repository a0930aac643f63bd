select a.id, a.name, a.name_en, a.kind, a.wikidata_id, a.articles, a.mentions, a.statements,
  a.country_id, iif(:lang = 'en', c.name_en, c.name) as country
from actors a left join countries c on c.id = a.country_id
where a.id = :id

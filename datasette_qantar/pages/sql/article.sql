select a.id, a.label, a.title, a.lead, a.outlet, a.author, a.url, a.published, a.published_basis, a.period, a.language, a.text, a.words,
  a.source_file, a.copy_of_id, original.label as copy_of
from articles a left join articles original on original.id = a.copy_of_id
where a.id = :id

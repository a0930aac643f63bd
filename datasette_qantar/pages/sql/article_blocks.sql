-- Where the blocks of an article begin: a block ends where the paragraph or the kind of its sentences changes.
select kind, start
from (
  select kind, paragraph, start, lag(kind) over sequence as kind_before, lag(paragraph) over sequence as paragraph_before
  from sentences
  where article_id = :id
  window sequence as (order by position)
)
where kind_before is null or kind <> kind_before or paragraph <> paragraph_before
order by start

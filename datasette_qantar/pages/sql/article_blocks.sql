select kind, paragraph, min(start) as start, max(stop) as stop from sentences where article_id = :id group by paragraph, kind order by start

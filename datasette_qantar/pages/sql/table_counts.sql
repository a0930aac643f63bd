select 'articles' as name, count(*) as rows from articles
union all select 'statements', count(*) from statements
union all select 'events', count(*) from events
union all select 'event_reports', count(*) from event_reports
union all select 'figures', count(*) from figures
union all select 'figure_series', count(*) from figure_series
union all select 'troop_contributions', count(*) from troop_contributions
union all select 'actors', count(*) from actors
union all select 'roles', count(*) from roles
union all select 'mentions', count(*) from mentions
union all select 'evidence', count(*) from evidence
union all select 'sentences', count(*) from sentences
union all select 'places', count(*) from places

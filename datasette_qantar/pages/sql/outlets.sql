select outlet, count(*) as articles from articles where outlet is not null group by outlet order by articles desc, outlet limit 200

select date, count(*) as events from events where length(date) = 10 group by date order by date limit 400

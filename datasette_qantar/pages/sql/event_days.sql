-- Events per day around the days that claims speak of.
select date, count(*) as events
from events
where length(date) = 10 and date between :from and :to || '~'
group by date
order by date
limit 1000

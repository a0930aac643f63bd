select t.id, iif(:lang = 'en', t.label, t.label_ru) as label, count(*) as events
from events e join event_types t on t.id = e.type
group by e.type order by events desc, label

select m.id, iif(:lang = 'en', m.label, m.label_ru) as label, count(*) as series
from figure_series s join measures m on m.id = s.measure
group by m.id order by series desc, label

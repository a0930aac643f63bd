-- title: Хроника одного дня · Chronology of a day
-- description: События и высказывания одного дня (ГГГГ-ММ-ДД), по времени суток. Если день не задан — тот, о котором больше всего событий. · Events and statements of one day (YYYY-MM-DD), by part of the day; if none is given, the day with most events.
-- chart: bar what rows part_of_day
with chosen as (
  select coalesce(nullif(:day, ''), (
    select date from event_reports where length(date) = 10 group by date order by count(*) desc, date limit 1
  )) as day
),
happened as (
  select
    1 as kind, r.part_of_day, iif(:lang = 'en', t.label, t.label_ru) as what,
    iif(:lang = 'en', coalesce(p.name_en, p.name), p.name) as whose,
    r.quote as words, r.article_id, r.id
  from event_reports r
  join event_types t on t.id = r.type
  left join places p on p.id = r.place_id
  where r.date = (select day from chosen)
  union all
  select
    2, null, iif(:lang = 'en', act.label, act.label_ru),
    coalesce(iif(:lang = 'en', who.name_en, who.name), who.name, s.speaker_text), s.content, s.article_id, s.id
  from statements s
  join speech_acts act on act.id = s.act
  left join actors who on who.id = s.speaker_id
  where s.said_on = (select day from chosen)
)
select
  (select day from chosen) as day, part_of_day, what, whose as place_or_speaker, count(*) as rows,
  group_concat(words, ' ¶ ') as words, min('/articles/' || article_id || '#' || id) as source
from happened
group by kind, part_of_day, what, whose
order by kind,
  case part_of_day when 'morning' then 1 when 'day' then 2 when 'evening' then 3 when 'night' then 4 else 5 end,
  what, whose
limit 100

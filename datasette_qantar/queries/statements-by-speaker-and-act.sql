-- title: Высказывания по говорящим и действиям · Statements per speaker and act
-- description: Сколько раз каждый утверждает, просит, обвиняет… Сорок самых частых сочетаний. · How often each speaker asserts, asks, accuses… The forty most frequent pairs.
-- chart: bar speaker statements act
select
  iif(:lang = 'en', coalesce(who.name_en, who.name), who.name) as speaker,
  iif(:lang = 'en', act.label, act.label_ru) as act,
  count(*) as statements,
  count(distinct s.article_id) as articles,
  min('/articles/' || s.article_id || '#' || s.id) as source
from statements s
join actors who on who.id = s.speaker_id
join speech_acts act on act.id = s.act
group by s.speaker_id, s.act
order by statements desc, who.name, s.act
limit 40

-- Every fact of one article, of all kinds, in the order of the text. The columns `name` and `detail` say in words what it is.
select 'statement' as kind, s.id, s.start, s.stop, s.quote, s.rule,
  coalesce(iif(:lang = 'en', who.name_en, who.name), who.name, s.speaker_text) as name, s.speaker_id as actor_id,
  iif(:lang = 'en', act.label, act.label_ru) as what, s.content as detail, s.said_on as day, s.said_on_text as day_text, s.said_on_basis as basis,
  coalesce(iif(:lang = 'en', x.name_en, x.name), x.name) as other, s.mode as comparator, s.medium as place, s.resolution as resolution, null as more
from statements s
join speech_acts act on act.id = s.act
left join actors who on who.id = s.speaker_id
left join actors x on x.id = s.addressee_id
where s.article_id = :id
union all
select 'figure', f.id, f.start, f.stop, f.quote, f.rule,
  coalesce(iif(:lang = 'en', who.name_en, who.name), who.name), f.source_id,
  iif(:lang = 'en', m.label, m.label_ru), f.value_text, f.as_of, f.as_of_text, f.as_of_basis,
  iif(:lang = 'en', pop.label, pop.label_ru), f.comparator, coalesce(iif(:lang = 'en', p.name_en, p.name), p.name), f.source_basis, f.series_id
from figures f
join measures m on m.id = f.measure
left join populations pop on pop.id = f.population
left join places p on p.id = f.place_id
left join actors who on who.id = f.source_id
where f.article_id = :id
union all
select 'event', r.id, r.start, r.stop, r.quote, r.rule,
  null, null, iif(:lang = 'en', t.label, t.label_ru), r.trigger, r.date, r.date_text, r.date_basis,
  (select group_concat(coalesce(iif(:lang = 'en', a.name_en, a.name), a.name), ', ')
   from event_participants ep join actors a on a.id = ep.actor_id where ep.event_report_id = r.id),
  r.part_of_day, coalesce(iif(:lang = 'en', p.name_en, p.name), p.name), r.place_basis, r.event_id
from event_reports r
join event_types t on t.id = r.type
left join places p on p.id = r.place_id
where r.article_id = :id
union all
select 'contribution', c.id, c.start, c.stop, c.quote, c.rule,
  iif(:lang = 'en', k.name_en, k.name), null, c.mission, cast(c.personnel as text), c.as_of, null, null, null, c.status, null, c.comparator, null
from troop_contributions c left join countries k on k.id = c.country_id
where c.article_id = :id
union all
select 'role', r.id, r.start, r.stop, r.quote, r.rule,
  coalesce(iif(:lang = 'en', a.name_en, a.name), a.name), r.actor_id, r.role, null, null, null, null,
  coalesce(iif(:lang = 'en', o.name_en, o.name), o.name), null, null, null, null
from roles r join actors a on a.id = r.actor_id left join actors o on o.id = r.organization_id
where r.article_id = :id
union all
select 'actor', m.id, m.start, m.stop, m.quote, m.rule,
  coalesce(iif(:lang = 'en', a.name_en, a.name), a.name), m.actor_id, null, null, null, null, null, null, null, null, m.resolution, null
from mentions m join actors a on a.id = m.actor_id
where m.article_id = :id
order by 3, 4 desc, 2

-- title: Слова с оценкой и кто их говорит · Loaded words by who uses them
-- description: Высказывания с такими словами в любой форме, по говорящим; по умолчанию «террорист», «бандит», «преступник», «ликвидировать», «зачистка», «боевик», «экстремист». · Statements with these words in any form, by speaker.
-- chart: bar speaker statements word
with recursive words(word, rest) as (
  select '', coalesce(nullif(trim(:words), ''), 'террорист бандит преступник ликвидировать зачистка боевик экстремист') || ' '
  union all
  select substr(rest, 1, instr(rest, ' ') - 1), ltrim(substr(rest, instr(rest, ' '))) from words where rest <> '' limit 20
),
used as (
  select words.word, s.id, s.speaker_id, s.article_id, s.speaker_text
  from words
  join statements_fts f on statements_fts match escape_fts(words.word)
  join statements s on s.rowid = f.rowid
  where words.word <> ''
)
select
  used.word,
  coalesce(iif(:lang = 'en', who.name_en, who.name), who.name, used.speaker_text, '—') as speaker,
  count(distinct used.id) as statements,
  count(distinct used.article_id) as articles,
  min('/articles/' || used.article_id || '#' || used.id) as source
from used
left join actors who on who.id = used.speaker_id
group by used.word, used.speaker_id, iif(used.speaker_id is null, used.speaker_text, null)
order by statements desc, used.word, speaker
limit 80

"""When and where something was said: read around the cue, or carried on from what the speaker did or said before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from etl.extract.dates.chronicle import ENTRY
from etl.extract.statements.medium import medium
from etl.extract.statements.script import Draft, Script
from etl.records import ActorKey, DateMention, Record, Sentence, Token

STORY = 2  # sentences over which a deed of the speaker's dates his words
SAME = 6  # sentences over which a speaker goes on with the same occasion
SAME_DAY = 12  # the same, where only one day is known on which the person spoke
AT_OTHER_TIMES = frozenset({"уже", "ранее", "раньше", "прежде", "неоднократно", "часто", "всегда", "обычно"})


@dataclass(frozen=True, slots=True)
class Occasion(Record):
    """One occasion of speech."""

    date: DateMention | None = None
    medium: str | None = None
    position: int = 0  # of the sentence


class Occasions:
    """What is known of the occasions on which each speaker has spoken so far in the article."""

    def __init__(self, script: Script, drafts: tuple[Draft, ...]) -> None:
        self.script = script
        self.drafts = drafts
        self.spoken: dict[ActorKey, list[Occasion]] = {}
        self.speaker: ActorKey | None = None
        self._told: dict[int, tuple[Token, ...]] = {}

    def of(self, draft: Draft, speaker: ActorKey | None) -> Occasion:
        """The draft's own day and medium; what it lacks comes from what the speaker did, said or took part in just before."""
        telling = self.telling(draft)
        day = self._date(draft, telling) or self._entry(draft)
        own = Occasion(day, medium(self.script, draft, telling), draft.token.sentence)
        if own.date is None and own.medium is None:
            own = self._told_after(draft) or own
        if speaker is None or (draft.told_in and draft.told_in.mode == "direct"):
            return own
        found = own
        for source in () if _at_other_times(self.script, draft) else (self._deed, self._last, self._meeting):
            if before := source(draft, speaker):
                found = _carried(own, before)
                break
        self.spoken.setdefault(speaker, []).append(found)
        self.speaker = speaker
        return found

    def passed_on(self, occasion: Occasion, via: ActorKey) -> None:
        """Who passes words on speaks on that occasion too."""
        self.spoken.setdefault(via, []).append(occasion)

    def telling(self, draft: Draft) -> tuple[Token, ...]:
        """The words of the cue's sentence that nobody says, and those of the statement that passes this one on."""
        if id(draft) not in self._told:  # the drafts live as long as this object
            self._told[id(draft)] = tuple(self._telling(draft))
        return self._told[id(draft)]

    def _telling(self, draft: Draft) -> Iterator[Token]:
        sentence, cue = self.script.sentence(draft.token), draft.cue
        near = [(d, c) for d in self.drafts for c in d.contents if c.overlaps(sentence.span)]
        said = [(c.start, c.stop) for d, c in near if d is draft or draft.mode == "direct" or draft.cue not in c]
        for token in self.script.doc.words(sentence):
            start, stop = token.start, token.stop
            in_cue = cue.start <= start and stop <= cue.stop
            if in_cue or not any(first <= start and stop <= last for first, last in said):
                yield token
        outer = draft.told_in
        if outer and outer.mode != "direct" and self.script.sentence(outer.token) is not sentence:
            yield from self.telling(outer)

    def _told_after(self, draft: Draft) -> Occasion | None:
        """'… Это заявление прозвучало в среду в эфире радио': the next sentence tells when and where."""
        here = self.script.sentence(draft.token)
        following = self.script.doc.sentences[here.position + 1 : here.position + 2]
        words = self.script.doc.words(following[0]) if following and following[0].paragraph == here.paragraph else ()
        noun = next((t for t in words[:3] if t.lemma in self.script.words("passing_on")), None)
        verb = self.script.doc.head(noun) if noun and noun.rel.startswith("nsubj") else None
        if verb is None or verb.lemma not in self.script.words("carriers"):
            return None
        return Occasion(self._day_of(following[0]), medium(self.script, draft, words), here.position)

    def _date(self, draft: Draft, telling: tuple[Token, ...]) -> DateMention | None:
        """The day nearest to the cue among the words of the telling; nobody has spoken after the article's day."""
        days = [m for t in telling if (m := self.script.reading.calendar.by_head.get(t.i)) and self._past_day(m)]
        days = [m for m in days if not self._of_something_else(draft, m)]
        return min(days, key=lambda m: abs(m.span.start - draft.cue.start), default=None)

    def _entry(self, draft: Draft) -> DateMention | None:
        """'22.40 Мэр заявил …': the day of a chronicle's entry."""
        doc, here = self.script.doc, self.script.sentence(draft.token)
        hours = (m for m in self.script.reading.calendar.mentions if m.rule == ENTRY)
        day = next((m for m in hours if doc.sentence(doc.tokens[m.head]).paragraph == here.paragraph), None)
        return None if _at_other_times(self.script, draft) else day

    def _of_something_else(self, draft: Draft, mention: DateMention) -> bool:
        """'Прибывшие на выборы 4 марта наблюдатели сообщили': the day of a thing, not where or when it was said."""
        above = self.script.doc.head(self.script.doc.tokens[mention.head])
        if above is None or above.pos != "NOUN" or above.i in self.script.noun_at or above.i == draft.token.i:
            return False
        preposition = self.script.doc.child(above, "case")
        return preposition is not None and preposition.lemma in ("к", "до", "после", "о", "об", "из-за")

    def _of_a_noun(self, mention: DateMention) -> bool:
        """'На состоявшихся 12 июня выборах набрал 60%': the day of the polls."""
        above = self.script.doc.head(self.script.doc.tokens[mention.head])
        participle = above is not None and above.feats.get("VerbForm") == "Part" and above.rel in ("amod", "acl")
        return above is not None and participle and above.head > above.i

    def _past_day(self, mention: DateMention) -> bool:
        latest = self.script.reading.article.published or "9999"
        return mention.precision == "day" and mention.date is not None and mention.date[: len(latest)] <= latest

    def _deed(self, draft: Draft, speaker: ActorKey) -> Occasion | None:
        """'5 мая мэр уволил помощника. Он также поручил …': the day of what the speaker did just before, in this paragraph."""
        here = self.script.sentence(draft.token)
        spoken = self.spoken.get(speaker)
        for sentence in self._before(here, STORY):
            if sentence.paragraph != here.paragraph or (spoken and spoken[-1].position >= sentence.position):
                return None
            if self._acts(sentence, speaker):
                words = self.script.doc.words(sentence)
                told = any(d.token.sentence == sentence.position for d in self.drafts)
                speaks = not told and any(t.i in self.script.cue_at or t.lemma == "интервью" for t in words)
                day, where = self._day_of(sentence), medium(self.script, draft, words) if speaks else None
                return Occasion(day, where, sentence.position) if day or where else None
        return None

    def _last(self, draft: Draft, speaker: ActorKey) -> Occasion | None:
        """The occasion of the speaker's last words, if nobody spoke since or only one day is known on which the person spoke."""
        spoken = self.spoken.get(speaker)
        if not spoken:
            return None
        gap = draft.token.sentence - spoken[-1].position
        person = self.script.reading.cast.by_key[speaker].kind == "person"
        one_day = person and len({o.date.date for o in spoken if o.date}) == 1
        return spoken[-1] if (self.speaker == speaker and gap <= SAME) or (one_day and gap <= SAME_DAY) else None

    def _meeting(self, draft: Draft, speaker: ActorKey) -> Occasion | None:
        """'8 мая президенты поговорили по телефону. … Премьер заявил': the call or meeting in which the speaker took part."""
        cast = self.script.reading.cast
        for sentence in self._before(self.script.sentence(draft.token), STORY + 1):
            words = self.script.doc.words(sentence)
            lemmas = {t.lemma for t in words}
            if not any(m.actor == speaker for m in cast.within(sentence.span)) or not lemmas & set(self.script.words("meetings")):
                continue
            name = "телефонный разговор" if lemmas & {"телефон", "телефонный", "созвониться"} else "встреча"
            day = self._day_of(sentence)
            return Occasion(day, name, sentence.position) if day else None
        return None

    def _before(self, sentence: Sentence, reach: int) -> Iterator[Sentence]:
        """The sentences before this one, the nearest first; 'Об этом сообщил …' is passed over."""
        sentences = self.script.doc.sentences
        k = sentence.position - 1
        while k >= 0 and reach > 0:
            if not sentences[k].span.of(self.script.doc.text).startswith("Об этом"):
                reach -= 1
                yield sentences[k]
            k -= 1

    def _acts(self, sentence: Sentence, speaker: ActorKey) -> bool:
        cast = self.script.reading.cast
        return any(
            (m := cast.by_head.get(t.i)) and m.actor == speaker and t.rel.startswith("nsubj")
            for t in self.script.doc.words(sentence)
        )

    def _day_of(self, sentence: Sentence) -> DateMention | None:
        days = [m for m in self.script.reading.calendar.within(sentence.span) if self._past_day(m) and not self._of_a_noun(m)]
        return days[0] if len({m.date for m in days}) == 1 else None


def _at_other_times(script: Script, draft: Draft) -> bool:
    """'Он уже называл мост опасным', 'ранее мэр заявил': not on the occasion told of just now."""
    return any(t.lemma in AT_OTHER_TIMES for t in script.doc.children(draft.token, "advmod"))


def _carried(own: Occasion, before: Occasion) -> Occasion:
    """What the own words leave open, from the occasion before. A new day is a new occasion, and so is a new medium further on."""
    if own.date:
        same = before.date is not None and own.date.date == before.date.date
        return replace(own, medium=own.medium or (before.medium if same else None))
    if own.medium and own.medium != before.medium and (before.medium or own.position - before.position > STORY):
        return own
    date = replace(before.date, basis="carried") if before.date else None
    return replace(own, date=date, medium=own.medium or before.medium)

"""What a body or a group is called: its noun in the nominative, its adjectives, its complement and its country."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from etl.extract.actors.complements import complement_of
from etl.extract.actors.owners import Owner, countries, countries_in_a_row, further_nations, last_nation
from etl.extract.actors.phrases import declined, left, phrase, uncapitalised
from etl.extract.actors.stage import Stage
from etl.morphology import lemmas, tags
from etl.records import Record, Token


@dataclass(frozen=True, slots=True)
class Phrase(Record):
    """A noun phrase taken apart. `country` is named by an adjective or the complement; `home`: it says «страны»."""

    first: int
    last: int
    adjectives: str  # nominative, without a country's adjective
    nation: str  # the country's adjective, nominative
    complement: str  # without a country that stands there alone
    country: str | None
    home: bool
    others: tuple[Owner, ...] = ()


def taken_apart(
    stage: Stage,
    head: Token,
    begin: int,
    end: int,
    prepositions: frozenset[str] = frozenset(),
    stop: frozenset[int] = frozenset(),
    listed: int | None = None,
) -> Phrase:
    """The phrase around tokens begin…end, whose head is given; where it goes on as a list, that ends before token `listed`."""
    first = left(stage.doc, head, begin)
    first -= first > stage.doc.sentence(head).first and last_nation(stage, head, stage.doc.tokens[first - 1])
    last = stage.reach(head, listed or end, stop, prepositions)
    if last == end and last < stage.doc.sentence(head).last and _place_in_genitive(stage, last) and last not in stop:
        last += 1  # «полиции Гильменда», whatever the parser made of it
    adjectives, nation, code = _adjectives(stage, head, first, begin)
    last = end if (code or _his(stage, head)) and _does_it(stage, head, end, last) else last
    complement, inner, home = complement_of(stage, end, last)
    row = countries_in_a_row(stage, end)
    if row and head.feats.get("Animacy") == "Anim":
        last = row[-1].last  # «лидеры Италии, Франции и Чили» are one group, their «власти» are three
        listed_countries = stage.doc.text[stage.doc.tokens[row[0].first].start : stage.doc.tokens[last - 1].stop]
        return Phrase(first, last, adjectives, nation, listed_countries, None, False)
    owners = row or countries(stage, end, last)
    if len(owners) > 1:
        return Phrase(first, last, adjectives, nation, "", owners[0].country, False, tuple(owners[1:]))
    others = further_nations(stage, head, first) if code else ()
    return Phrase(first, last, adjectives, nation, complement, code or inner, home, others)


def _does_it(stage: Stage, head: Token, end: int, last: int) -> bool:
    """«применение сирийской армией | ракет малой дальности»: what follows is what the agent does it to."""
    deed = stage.doc.head(head)
    agent = head.feats.get("Case") == "Ins" and deed is not None and deed.pos == "NOUN" and deed.i < head.i
    things = (t.text.islower() for t in stage.doc.tokens[end:last])
    return agent and last > end and stage.doc.child(head, "case") is None and all(things)


def _his(stage: Stage, head: Token) -> bool:
    """«его охранниками»: whose they are is said before."""
    return any(t.text.lower() in ("его", "её", "ее", "их") for t in stage.doc.children(head, "det", "nmod"))


def from_countries(stage: Stage, words: Phrase) -> Phrase:
    """«военные из Перу и Чили»: people are their countries', told by «из» as by a genitive."""
    tokens = stage.doc.tokens
    if words.country or words.complement or words.last >= len(tokens) or tokens[words.last].lemma != "из":
        return words
    last = begin = words.last + 1
    named = stage.countries_by_first
    while hit := named.get(last):
        last = hit.last
        if last + 1 in named and tokens[last].text in (",", "и"):
            last += 1
    owners = countries(stage, begin, last)
    if not owners:
        return words
    return replace(words, last=last, country=owners[0].country, others=tuple(owners[1:]))


def _place_in_genitive(stage: Stage, i: int) -> bool:
    place = stage.atlas.by_head.get(i) or next(
        (p for p in stage.atlas.places if p.name.lower() in lemmas(stage.doc.tokens[i].text)), None
    )
    return place is not None and stage.doc.tokens[i].feats.get("Case") == "Gen" and stage.doc.tokens[i].pos == "PROPN"


def _adjectives(stage: Stage, head: Token, first: int, begin: int) -> tuple[str, str, str | None]:
    plain, nation, code = [], "", None
    for t in stage.doc.tokens[first:begin]:
        found = stage.country_adjective(t)
        word = declined(t, head)
        if found and code is None:
            nation, code = word, found
        elif t.pos != "ADV" and not passing(stage, t):
            plain.append(uncapitalised(stage.doc, word, t))
    return " ".join(plain), uncapitalised(stage.doc, nation, stage.doc.tokens[first]) if nation else "", code


def passing(stage: Stage, t: Token) -> bool:
    """Adjectives that tell a moment, not a name: participles («погибшие»), «другие», «многие»."""
    if t.text[0].isupper() and t.i > stage.doc.sentence(t).first:
        return False  # «командующий Первой полевой армией»
    if t.text.lower().startswith("бывш"):
        return False  # «бывшая жена» is no wife
    one = t.feats.get("Number") != "Plur"
    lasting = one and not stage.role_words("lasting").isdisjoint(lemmas(t.text))  # «специализированный суд»
    return (_momentary(t.text.lower()) and not lasting) or t.lemma in stage.role_words("passing")


@lru_cache(maxsize=20_000)
def _momentary(word: str) -> bool:
    return any("PRTF" in tag or "Apro" in tag for tag in tags(word))


def noun(stage: Stage, begin: int, end: int, head: Token) -> str:
    """The noun itself in the nominative, without a sentence's capital."""
    return uncapitalised(stage.doc, phrase(stage.doc, begin, end, head), stage.doc.tokens[begin])

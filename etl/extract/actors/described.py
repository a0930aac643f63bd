"""Organisations that the tagger overlooked: by a quoted name, by a common noun and what singles it out, by an ending."""

from __future__ import annotations

from etl.extract.actors.lexicon import Hit, kind_by_ending
from etl.extract.actors.naming import Phrase, taken_apart
from etl.extract.actors.organizations import PREPOSITIONS
from etl.extract.actors.phrases import OPENING, QUOTES, declined, left, phrase, uncapitalised
from etl.extract.actors.proper import fuller, international, official_site, proper_name, top
from etl.extract.actors.seats import names_a_seat, seat
from etl.extract.actors.stage import Stage
from etl.morphology import genitive
from etl.records import Place, Token
from etl.vocabulary.entries import OrganizationWord

NAMED_BEHIND = frozenset({"служба", "компания", "фирма", "корпорация", "концерн", "сеть", "институт"})
WORKS = "zavod"  # in organization_words.yml: «завод по производству …» is one of many


def find_quoted(stage: Stage) -> None:
    """A name in quotation marks after a word for an organisation, whatever the tagger thinks: «батальон "Рассвет"»."""
    tokens = stage.doc.tokens
    for t in stage.starts(stage.lexicon.kinds):
        kind = stage.lexicon.kinds.at(stage.doc, t.i)
        i = kind.last if kind else t.i
        if (
            kind is None
            or official_site(stage, kind.head)
            or i in stage.claimed
            or i + 1 >= len(tokens)
            or tokens[i].text not in OPENING
            or not tokens[i + 1].text[:1].isupper()
        ):
            continue
        end = next((j for j in range(i + 2, min(i + 8, len(tokens))) if tokens[j].text in QUOTES), None)
        if end is None or any(j in stage.claimed for j in range(i + 1, end)):
            continue
        head = top(stage, i + 1, end)
        part = stage.actor(proper_name(stage, i + 1, end, head), kind.entry.kind)
        stage.mention(part, left(stage.doc, kind.head, kind.first), end + 1, kind.head, "quoted name")


def find_described(stage: Stage) -> None:
    """Organisations by a common noun and words that single them out: «департамент гражданской защиты Италии»."""
    kinds, workplaces = stage.lexicon.kinds, stage.lexicon.workplaces
    for t in sorted((*stage.starts(kinds), *stage.starts(workplaces)), key=lambda t: t.i):
        hit = kinds.at(stage.doc, t.i) or workplaces.at(stage.doc, t.i)
        if hit is None or hit.head.i in stage.claimed or hit.head.feats.get("Number") == "Plur" or hit.entry.kind == "media":
            continue
        if t.i and stage.doc.tokens[t.i - 1].text in OPENING and t.text[0].isupper():
            continue  # «корабль "Союз ТМ-5"»
        up = stage.doc.head(hit.head)
        if up is not None and up.lemma == "орган" and hit.head.rel == "nmod":
            continue  # «органы управления»
        words = taken_apart(stage, hit.head, hit.first, hit.last, PREPOSITIONS, stage.persons_behind(hit.last))
        if _of_a_deed(stage, hit):
            continue
        if hit.entry.employer and not (_employs(stage, hit, up) or _titled(stage, t, words)):
            continue
        goes_on = hit.last in stage.country_tokens and words.last > stage.country_tokens[hit.last].last  # «комитет Чили по …»
        if _of_a_place(stage, hit.last, words.last) and not words.nation and not goes_on:
            continue  # «департамент Изер» is a place
        quoted = any(stage.doc.tokens[i].text in QUOTES for i in range(hit.last, words.last))
        if quoted and any(i in stage.claimed for i in range(hit.last, words.last)):
            continue  # «организации поселенцев "Совет …"» is the organisation already named
        single = {stage.claimed.get(i) for i in range(hit.last, words.last)}
        if hit.entry.kind == "organization" and not words.adjectives and len(single) == 1 and None not in single:
            continue  # «организации Красного Креста» is the Red Cross
        if hit.entry.id == WORKS and words.complement.startswith("по "):
            continue
        sits = seat(stage, words.adjectives, hit.head) if words.complement and names_a_seat(words.adjectives) else None
        if not (sits or _titled(stage, t, words) or _told_apart(stage, hit, words)):
            continue
        name = _name(stage, hit, words, sits)
        outside = hit.entry.kind == "state_body" and international(stage, words.first, words.last)
        part = fuller(stage, name) or stage.actor(name, "organization" if outside else hit.entry.kind, words.country)
        part.gender = part.gender or hit.head.feats.get("Gender")
        stage.mention(part, words.first, words.last, hit.head, "described")


def _of_a_place(stage: Stage, first: int, last: int) -> bool:
    """Whether the name of a place begins here, and is no genitive where it has several words: «Приморские Альпы»."""
    if first in stage.atlas.by_head:
        return True
    inside = ((stage.doc.tokens[i], stage.atlas.by_head.get(i)) for i in range(first + 1, last))
    names = (t for t, m in inside if m is not None and m.span.start == stage.doc.tokens[first].start)
    return any(t.feats.get("Case") == "Nom" for t in names)


def _of_a_deed(stage: Stage, hit: Hit[OrganizationWord]) -> bool:
    """«за организацию взрыва»: what somebody did, no body."""
    of = stage.doc.child(hit.head, "nmod") if hit.head.lemma == "организация" else None
    deeds = (event.nouns for event in stage.vocabulary.event_types.values())
    return of is not None and any(of.lemma in nouns for nouns in deeds)


def _told_apart(stage: Stage, hit: Hit[OrganizationWord], words: Phrase) -> bool:
    """«управление по борьбе с коррупцией», «79-я бригада», «завод имени Громова»"""
    tokens = stage.doc.tokens
    inside = [i for i in range(hit.last, words.last) if i in stage.claimed or tokens[i].text[0].isupper()]
    numbered = any(t.text[0].isdigit() for t in tokens[words.first : hit.first])
    told = bool(words.complement or words.country) and bool(inside or words.nation)
    return told or numbered or (hit.entry.kind == "state_body" and _has_a_purpose(words))


def _name(stage: Stage, hit: Hit[OrganizationWord], words: Phrase, sits: Place | None) -> str:
    """«областной департамент здравоохранения» is that of the region told of."""
    text = uncapitalised(stage.doc, phrase(stage.doc, hit.first, hit.last, hit.head), stage.doc.tokens[hit.first])
    text = hit.alias if text.islower() else text  # «45-го полка» is the «полк», not «полок»
    if _called(hit, words.complement):
        return words.complement
    if sits:
        return " ".join((text, words.complement, genitive(sits.name)))
    name = " ".join(w for w in (words.adjectives, text, words.complement) if w)
    return stage.of_country(name, words.country) if words.country and not words.complement else name


def _employs(stage: Stage, hit: Hit[OrganizationWord], up: Token | None) -> bool:
    """«главврач больницы имени Боткина», not «доставлен в больницу имени Боткина»."""
    office = up is not None and stage.lexicon.positions.at(stage.doc, up.i) is not None
    return office and hit.head.rel == "nmod" and hit.head.feats.get("Case") == "Gen"


def _titled(stage: Stage, noun: Token, words: Phrase) -> bool:
    """«говорится в бюллетене Центра по примирению сторон»: a capital within the sentence, and what it is for."""
    capital = noun.text[0].isupper() and noun.i > stage.doc.sentence(noun).first
    return capital and _has_a_purpose(words)


def _has_a_purpose(words: Phrase) -> bool:
    """«по борьбе с коррупцией»: of more than one word, which tells it apart."""
    return words.complement.startswith("по ") and " " in words.complement[3:]


def _called(hit: Hit[OrganizationWord], complement: str) -> bool:
    """«социологическая служба Gallup»: a Latin name behind the noun is the organisation's own."""
    return hit.alias in NAMED_BEHIND and complement.isascii() and complement[:1].isupper()


def find_by_ending(stage: Stage) -> None:
    """State bodies that the tagger overlooked and whose name tells what they are: «Мосгорсуд», «Ростехнадзор»."""
    for t in stage.doc.tagged("PROPN", "NOUN", "X"):
        if not t.text[0].isupper() or t.i in stage.claimed:
            continue
        if kind_by_ending(stage.lexicon, t.text) == "state_body":
            part = stage.actor(declined(t, t), "state_body")
            part.gender = part.gender or t.feats.get("Gender")
            stage.mention(part, t.i, t.i + 1, t, "ending")

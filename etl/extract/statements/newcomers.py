"""Speakers whom nothing but their words brings into the article: 'местные рыбаки', 'владелец дома', 'источники в полиции'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from etl.extract.actors.phrases import QUOTES, left, phrase, right, uncapitalised
from etl.extract.keys import key_of
from etl.extract.reading import Cast
from etl.extract.statements.script import Draft, Script
from etl.extract.statements.speakers import Speakers, counted
from etl.extract.statements.subjects import can_speak, is_institution, is_latin, is_seat, kind_of_body
from etl.morphology import in_case, inflect, parses
from etl.records import Actor, Mention, Span, Token
from etl.vocabulary.names import fold

ATTRIBUTES = frozenset({"из", "от", "по", "при"})
NEAR = 3  # sentences
SEATED = ATTRIBUTES | {"в", "во"}  # 'источники в полиции'


def introduced_cast(script: Script, drafts: tuple[Draft, ...]) -> Cast:
    """The article's cast with the speakers that the drafts name and nobody else knows."""
    cast = script.reading.cast
    actors = {a.key: a for a in cast.actors}
    mentions = list(cast.mentions)
    for token in _unknown(script, drafts):
        found = _state(script, token) or _proper(script, token) or _described(script, token)
        if found:
            actor, first, last = found
            actors.setdefault(actor.key, actor)
            span = Span(script.doc.tokens[first].start, script.doc.tokens[last - 1].stop)
            mentions.append(Mention(actor.key, span, token.i, "named", "speaks"))
    mentions.sort(key=lambda m: (m.span.start, -m.span.stop))
    return replace(cast, actors=tuple(actors.values()), mentions=tuple(mentions))


def _unknown(script: Script, drafts: tuple[Draft, ...]) -> Iterator[Token]:
    """The words that name a speaker and mean nobody known, each once."""
    speakers, seen = Speakers(script), set()
    for draft in drafts:
        speaker = speakers.of(draft)
        token = counted(script, draft.voice.token) if draft.voice.token else None
        if speaker.actor is None and speaker.resolution == "unattributed" and token and token.i not in seen:
            seen.add(token.i)
            if can_speak(script, token) or _state(script, token):
                yield token


Found = tuple[Actor, int, int]  # with the tokens of the mention, half-open


def _state(script: Script, token: Token) -> Found | None:
    """'В Анкаре считают', 'по словам Сеула': a capital or a country that speaks is the state."""
    atlas, vocabulary = script.reading.atlas, script.reading.vocabulary
    mention = atlas.by_head.get(token.i)
    place = atlas.by_key[mention.place] if mention else None
    names = (place.name if place else "", token.lemma)
    capital = next((code for name in names if (code := vocabulary.capital_names.get(fold(name)))), None)
    code = place.country if place and place.kind == "country" else capital if token.text[0].isupper() else None
    if code is None or code not in vocabulary.countries:
        return None
    country = vocabulary.countries[code]
    return Actor(key_of(country.name) or "x", country.name, "country", country.id, None, (token.text,)), token.i, token.i + 1


def _proper(script: Script, token: Token) -> Found | None:
    """'The Daily Post', 'агентство ЭФЭ', 'телестанция Al-Nahar': a proper name, without the noun before it."""
    tokens, end = script.doc.tokens, script.sentence(token).last
    kind = kind_of_body(script, token) or ("organization" if is_institution(script, token) else None)
    first = token.i if kind is None else token.i + 1
    quoted = kind is not None and first < end and tokens[first].text in QUOTES
    begin = last = first + quoted
    while last < end and (is_latin(tokens[last]) or (last == begin and kind and tokens[last].text.isupper())):
        last += 1
    if begin < end and tokens[begin].i in script.reading.atlas.by_head:
        return None  # 'разведка США'
    known = script.reading.cast.by_head.get(tokens[begin].i) if begin < end else None
    if known and kind and (quoted or is_latin(tokens[begin])):
        return script.reading.cast.by_key[known.actor], token.i, script.index(known.span.stop)
    if last == begin or known or (kind is None and not is_latin(token)):
        return None  # 'секретариат ООН' is no ООН
    name = Span(tokens[begin].start, tokens[last - 1].stop).of(script.doc.text)
    if quoted and last < end and tokens[last].text in QUOTES:
        last += 1
    return Actor(key_of(name) or "x", name, kind or "organization", None, None, (name,)), token.i, last


def _described(script: Script, token: Token) -> Found | None:
    """A group, an institution, or a person the phrase describes; a bare 'актриса' is somebody named elsewhere."""
    doc = script.doc
    source = token.lemma in script.words("sources")
    first = left(doc, token, token.i)
    last = right(doc, token, token.i + 1, prepositions=SEATED if source else ATTRIBUTES)
    number = doc.child(token, "nummod")
    if source and last < len(doc.tokens) - 2 and doc.tokens[last].text == "," and doc.tokens[last + 1].lemma == "близкий":
        last = _phrase_end(script, doc.tokens[last + 1])  # 'источник, близкий к администрации'
    several = number is not None and number.lemma != "один"  # 'два источника агентства'
    plural = several or token.feats.get("Number") == "Plur"
    whole = token.text.isupper() or (is_institution(script, token) and kind_of_body(script, token) is None)  # 'следствие'
    other = number is not None and not several  # 'ещё один рыбак'
    onlooker = token.lemma in script.words("onlookers")
    anybody = token.lemma == "человек" and last - first == 1  # 'ещё четыре человека высказались'
    if anybody or not (plural or last - first > 1 or whole or other or onlooker):
        return None
    name = uncapitalised(doc, phrase(doc, first, last, token), doc.tokens[first])
    if several and first == token.i:
        name = f"{plural_of(token.text.lower())}{doc.text[token.stop : doc.tokens[last - 1].stop]}"
    if last - token.i in (2, 3) and (owner := _said_before(script, doc.tokens[last - 1])):
        name = f"{name.rsplit(' ', 1)[0]} {owner}"
    kind = "group" if plural else kind_of_body(script, token)
    if kind is None:
        body = token.text.isupper() or is_institution(script, token) or is_seat(script, token)
        kind = "organization" if body else "person"
    return Actor(key_of(name) or "x", name, kind, None, None, (name,)), first, last


def _phrase_end(script: Script, token: Token) -> int:
    """Behind the last word of the phrase that begins here: at the next mark or verb."""
    return next((t.i for t in script.rest(token) if t.pos in ("PUNCT", "VERB")), script.sentence(token).last)


def plural_of(word: str) -> str:
    """'источники' for 'источника'."""
    return inflect(parses(word)[0], frozenset({"nomn", "plur"})) or word


def _said_before(script: Script, owner: Token) -> str | None:
    """The name of the one body of that kind named near before, in the word's case: РБК for 'источники агентства'."""
    kind, cast = kind_of_body(script, owner), script.reading.cast
    if kind is None:
        return None
    before = [m for m in cast.mentions if m.span.stop <= owner.start and cast.by_key[m.actor].kind == kind]
    near = [m for m in before if script.doc.tokens[m.head].sentence > owner.sentence - NEAR]
    names = {cast.by_key[m.actor].name for m in near or before}
    return in_case(names.pop(), owner.feats.get("Case", "Gen")) if len(names) == 1 else None

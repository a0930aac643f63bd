"""How each place is named: as where something is («в Алматы»), or only as whose it is («акимат Алматы», «казахстанский»)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from slugify import slugify

from etl.extract.reading import Location
from etl.morphology import lemmas, parses
from etl.records import Doc, Place, PlaceKey, PlaceMention, Token
from etl.vocabulary import Vocabulary
from etl.vocabulary.names import fold

WHERE = {"в", "во", "на", "под", "около", "возле", "близ", "вблизи", "над", "по", "внутри"}
POINTING = {"этот", "тот", "весь", "сам", "свой"}  # what may stand before a noun that points back
CLIMB = ("nmod", "appos", "conj", "flat", "flat:name", "flat:foreign")


def locations(
    doc: Doc, mentions: tuple[PlaceMention, ...], places: dict[PlaceKey, Place], vocabulary: Vocabulary
) -> tuple[Location, ...]:
    """Everything that locates, in text order. Countries that only adjectives name are added to `places`."""
    named = {m.head: m for m in mentions}
    covered = {t.i for m in mentions for t in doc.within(m.span)}
    found: list[Location] = []
    for token in doc.tokens:
        if token.i in named:
            found.append(Location(token.i, named[token.i].place, how(doc, token), named[token.i].span))
        elif token.i in covered:
            continue
        elif code := country_of_adjective(token, vocabulary):
            country = vocabulary.countries[code]
            key = slugify(country.name)
            places.setdefault(key, Place(key, country.name, "country", code))
            found.append(Location(token.i, key, how_adjective(doc, token, vocabulary), token.span))
        elif place := pointed_at(doc, token, found, places, vocabulary):
            found.append(Location(token.i, place, how(doc, token), token.span))
    return tuple(found)


def country_of_adjective(token: Token, vocabulary: Vocabulary) -> str | None:
    """alpha-2 code of «казахстанский», «российских» …"""
    return vocabulary.country_adjectives.get(fold(token.lemma)) if token.pos == "ADJ" else None


def how(doc: Doc, token: Token) -> str:
    """`in` behind a preposition of place, the name's own or that of the thing it belongs to: «в центре Алматы».

    `from` behind any other preposition, on a route and with people: «из Алматы в Атырау», «посол в Алматы»; else `of`.
    """
    for link in _links(doc, token):
        if link is not token and is_animate(link):
            return "of"
        if preposition := doc.child(link, "case"):
            here = preposition.text.lower() in WHERE or (preposition.text.lower() == "у" and link.pos == "NOUN")
            return "in" if here and not _elsewhere(doc, link) else "from"
    return "of"


def _elsewhere(doc: Doc, link: Token) -> bool:
    """Whether it tells only where somebody works or where a way leads: «посол в Алматы», «из Алматы в Атырау»."""
    governor = doc.head(link)
    if governor is None:
        return False
    beside = (doc.child(t, "case") for t in doc.children(governor, "obl", "nmod") if t.i != link.i)
    return (link.rel == "nmod" and is_animate(governor)) or any(c is not None and c.text.lower() == "из" for c in beside)


def how_adjective(doc: Doc, token: Token, vocabulary: Vocabulary) -> str:
    """«в казахстанских городах» locates, «в казахстанском министерстве» only belongs."""
    noun = doc.head(token)
    words = {w for p in vocabulary.place_words.values() for w in p.words}
    words |= {w for p in vocabulary.place_pronouns.values() for w in p.words}
    return how(doc, noun) if noun is not None and lemmas(noun.text) & words else "of"


def is_animate(token: Token) -> bool:
    if feature := token.feats.get("Animacy"):
        return feature == "Anim"
    return any(p.tag.animacy == "anim" for p in parses(token.text.lower())[:1])


def pointed_at(
    doc: Doc, token: Token, before: list[Location], places: Mapping[PlaceKey, Place], vocabulary: Vocabulary
) -> PlaceKey | None:
    """The place meant by «в городе», «власти страны», «в разных городах» (the country they lie in)."""
    if token.pos != "NOUN" or token.text[0].isupper() or not before:
        return None
    forms = lemmas(token.text)
    pronoun = next((p for p in vocabulary.place_pronouns.values() if forms & set(p.words)), None)
    if pronoun is None or _has_own_name(doc, token):
        return None
    if token.feats.get("Number") == "Plur":
        return _country_around(before, places) if pronoun.means != "country" else None
    if any(fold(t.lemma) not in POINTING for t in doc.children(token, "amod", "det", "nummod")):
        return None
    if pronoun.means == "country":
        return _country_around(before, places)
    return next((x.place for x in reversed(before) if places[x.place].kind == pronoun.means), None)


def _has_own_name(doc: Doc, token: Token) -> bool:
    """«город Уральск», «столица Казахстана», «город на юге»: not one named before."""
    after = doc.tokens[token.i + 1] if token.i + 1 < len(doc.tokens) else None
    return bool(doc.children(token, "appos", "nmod", "flat")) or (after is not None and after.pos == "PROPN")


def _country_around(before: list[Location], places: Mapping[PlaceKey, Place]) -> PlaceKey | None:
    """The country of the place named last, if the article names that country."""
    named = {p.country: p.key for p in places.values() if p.kind == "country"}
    codes = (places[x.place].country for x in reversed(before) if x.how == "in")
    code = next((c for c in codes if c), None) or next((c for x in reversed(before) if (c := places[x.place].country)), None)
    return named.get(code)


def _links(doc: Doc, token: Token) -> Iterator[Token]:
    """The word and the nouns it hangs on, nearest first."""
    yield token
    for above in doc.ancestors(token):
        if token.rel not in CLIMB or above.pos not in ("NOUN", "PROPN"):
            return
        yield above
        token = above

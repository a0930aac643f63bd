"""How each place is named: as where something is («в Алматы»), or only as whose it is («акимат Алматы», «казахстанский»)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from etl.extract.keys import key_of
from etl.extract.places.capitals import CAPITAL, capital_meant
from etl.extract.places.pointing import country_of_adjective, pointed_at
from etl.extract.reading import Location
from etl.extract.words import DASHES
from etl.morphology import lemmas, parses
from etl.records import Doc, Place, PlaceKey, PlaceMention, Token
from etl.vocabulary import Vocabulary
from etl.vocabulary.names import fold

LANDS, STREET = 4, 5  # widths of places beside town, site, region, country
OPENING = 4  # sentences
NEARLY = 0.75
WHERE = {"в", "во", "на", "под", "около", "возле", "близ", "вблизи", "над", "по", "внутри"}
BEHALF = {"просьба", "инициатива", "предложение", "приглашение", "требование", "поддержка", "посредничество", "согласие"}
CURRENCIES = {"доллар", "франк", "фунт", "крона", "рубль", "песо"}  # several countries have one
ROUTES = {"трасса", "автотрасса", "автодорога", "дорога", "шоссе", "рейс", "маршрут", "поезд", "электричка", "автобус", "перегон"}
DISTANCES = {"восток", "запад", "север", "юг", "км", "километр", "метр", "миля", "верста"}
NEARBY = {"недалеко", "неподалеку", "неподалёку", "невдалеке", "вблизи", "поблизости", "рядом"}
BACK = 6  # words before the end of a route
CLIMB = ("nmod", "appos", "conj", "flat", "flat:name", "flat:foreign")


def locations(
    doc: Doc, mentions: tuple[PlaceMention, ...], places: dict[PlaceKey, Place], vocabulary: Vocabulary
) -> tuple[Location, ...]:
    """Everything that locates, in text order. Countries that only adjectives name are added to `places`."""
    named = {m.head: m for m in mentions}
    widths = Widths(places, vocabulary)
    covered = {t.i for m in mentions for t in doc.within(m.span)}
    found: list[Location] = []
    for token in doc.tokens:
        if token.i in named and not _is_gone(doc, token):
            place = named[token.i].place
            found.append(Location(token.i, place, how(doc, token), widths.of(place), named[token.i].span))
        elif token.i in covered:
            continue
        elif code := country_of_adjective(token, vocabulary):
            country = vocabulary.countries[code]
            key = key_of(country.name)
            places.setdefault(key, Place(key, country.name, "country", code))
            found.append(Location(token.i, key, how_adjective(doc, token, vocabulary), widths.of(key), token.span))
        elif token.lemma == CAPITAL and (city := capital_meant(doc, token, found, places, vocabulary)):
            places.setdefault(city.key, city)
            found.append(Location(token.i, city.key, how(doc, token), widths.of(city.key), token.span))
        elif token.pos == "NOUN" and (meant := pointed_at(doc, token, found, places, vocabulary)):
            found.append(Location(token.i, meant, how(doc, token), widths.of(meant), token.span))
    return tuple(found)


@dataclass(frozen=True)
class Widths:
    """How wide a place is; the gazetteer gives lands of several countries («Европа») no country and no point."""

    places: Mapping[PlaceKey, Place]
    vocabulary: Vocabulary

    def of(self, key: PlaceKey) -> int:
        place, known = self.places[key], self.vocabulary.places.get(key)
        if place.kind == "site" and known is None:
            return STREET
        several = known is not None and known.country is None and known.latitude is None
        return LANDS if several else ("city", "site", "region", "country").index(place.kind)


def story(doc: Doc, found: tuple[Location, ...]) -> Location | None:
    """Where the article plays: the scene of most sentences, a narrower place if it is that of nearly as many.

    A place located only once counts if the article opens with it.
    """
    scenes: dict[int, Location] = {}
    for location in found:
        sentence = doc.sentence(doc.tokens[location.head])
        if location.how == "in" and location.width != STREET and not in_brackets(doc, sentence.span.start, location):
            scenes[sentence.position] = min(scenes.get(sentence.position, location), location, key=lambda x: (x.width, x.head))
    often = Counter(x.place for x in scenes.values())
    told = [x for s, x in scenes.items() if often[x.place] > 1 or s < OPENING]
    main = [x for x in told if often[x.place] >= NEARLY * max(often.values())]
    return min(main, key=lambda x: (x.width, -often[x.place], x.head), default=None)


def in_brackets(doc: Doc, start: int, location: Location) -> bool:
    """Whether brackets part the two: in «пострадали 20 человек (половина в Алматы)» Алматы is not about the 20."""
    between = doc.text[start : location.span.start]
    return between.count("(") > between.count(")")


def _is_gone(doc: Doc, token: Token) -> bool:
    """«долги бывшего СССР»: nothing happens there now."""
    before = doc.tokens[token.i - 1] if token.i else None
    return before is not None and before.lemma == "бывший"


def homes(doc: Doc, vocabulary: Vocabulary) -> list[Place]:
    """The countries whose people the text names («россияне»): where a poll among them was held."""
    codes = {code for t in doc.tagged("NOUN") if (code := vocabulary.country_people.get(fold(t.lemma)))}
    names = {code: vocabulary.countries[code].name for code in sorted(codes)}
    return [Place(key_of(name), name, "country", code) for code, name in names.items()]


def how(doc: Doc, token: Token) -> str:
    """`in` behind a preposition of place, the name's own or that of the thing it belongs to: «в центре Алматы».

    `from` behind any other preposition, on a route and with people: «из Алматы в Атырау», «посол в Алматы»; else `of`.
    """
    if in_a_body(doc, token) or _in_a_currency(doc, token):
        return "of"
    if _on_a_route(doc, token) or _on_whose_behalf(doc, token):
        return "from"
    for link in _links(doc, token):
        if link is not token and is_animate(link):
            return "of"
        if (preposition := doc.child(link, "case")) and not one_of(doc, link, preposition):
            here = preposition.text.lower() in WHERE or (preposition.text.lower() == "у" and link.pos == "NOUN")
            here = here or _so_far_from(doc, preposition)
            return "in" if here and not _elsewhere(doc, link) else "from"
    return "of"


def _so_far_from(doc: Doc, preposition: Token) -> bool:
    """«в 20 км от Омска», «к востоку от острова», «недалеко от Омска», «рядом с Омском»: nearby is where it happened."""
    before = doc.tokens[max(doc.sentence(preposition).first, preposition.i - 2) : preposition.i]
    if before and before[-1].text.lower() in NEARBY:
        return preposition.text.lower() in ("от", "с", "со")
    return preposition.text.lower() == "от" and any(t.lemma.split("-")[-1] in DISTANCES for t in before)


def in_a_body(doc: Doc, token: Token) -> bool:
    """«в Минобороны Чада», «у здания ЦИК Чили», «трибунал по Руанде»: inside the name of a body a place says whose it is"""
    above = doc.head(token)
    if (
        token.rel == "nmod"
        and above is not None
        and len(above.text) > 1
        and above.text.isupper()
        and not doc.child(token, "case")
    ):
        return True
    return any(e.kind == "ORG" and e.first < token.i < e.last for e in doc.entities)


def _on_a_route(doc: Doc, token: Token) -> bool:
    """«на трассе Омск — Красный Яр»: between which towns, not where."""
    before = doc.tokens[max(doc.sentence(token).first, token.i - BACK) : token.i]
    dash = any(t.text in DASHES for t in doc.tokens[max(0, token.i - 2) : token.i + 2])
    return dash and any(t.lemma in ROUTES for t in before)


def _on_whose_behalf(doc: Doc, token: Token) -> bool:
    """«по просьбе Франции», «при поддержке Чада»: who wanted it, not where."""
    return _is_whose(doc, token, BEHALF)


def _in_a_currency(doc: Doc, token: Token) -> bool:
    """«в 3 млн долларов США»"""
    return _is_whose(doc, token, CURRENCIES)


def _is_whose(doc: Doc, token: Token, nouns: Container[str]) -> bool:
    """Whether it tells whose one of these nouns is, with no preposition in between."""
    above = doc.head(token)
    return token.rel == "nmod" and above is not None and above.lemma in nouns and not doc.child(token, "case")


def one_of(doc: Doc, link: Token, preposition: Token) -> bool:
    """«в одном из ресторанов Сочи»: the place of the one is that of the others"""
    above = doc.head(link)
    return preposition.text.lower() == "из" and above is not None and (above.pos == "NUM" or above.lemma in ("один", "несколько"))


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
    return how(doc, noun) if noun is not None and lemmas(noun.text) & common_nouns(vocabulary) else "of"


@lru_cache(maxsize=4)
def common_nouns(vocabulary: Vocabulary) -> frozenset[str]:
    """What a place may be called instead of its name: «город», «республика»."""
    words = {w for p in vocabulary.place_words.values() for w in p.words}
    return frozenset(words | {w for p in vocabulary.place_pronouns.values() for w in p.words})


def is_animate(token: Token) -> bool:
    if feature := token.feats.get("Animacy"):
        return feature == "Anim"
    return any(p.tag.animacy == "anim" for p in parses(token.text.lower())[:1])


def _links(doc: Doc, token: Token) -> Iterator[Token]:
    """The word and the nouns it hangs on, nearest first."""
    yield token
    for above in doc.ancestors(token):
        if token.rel not in CLIMB or above.pos not in ("NOUN", "PROPN", "NUM"):
            return
        yield above
        token = above

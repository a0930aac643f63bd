"""The countries, towns and regions that an article speaks of, as whoever owns a body or a group is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from etl.extract.actors.lexicon import Hit, Lexicon, Phrasebook, beginnings
from etl.extract.keys import key_of
from etl.extract.reading import Atlas
from etl.morphology import genitive, lemmas
from etl.records import ActorKey, Article, Doc, Place, Token
from etl.vocabulary import Vocabulary
from etl.vocabulary.entries import Country

COUNTRY_WORDS = ("PROPN", "NOUN", "X", "ADJ")
REPUBLIC = "республика"
NATIONAL = ("ADJ", "PROPN", "NOUN")  # parts of speech of «казахстанский»


@lru_cache(maxsize=50_000)
def _country_adjective(vocabulary: Vocabulary, text: str) -> str | None:
    return next((c for w in lemmas(text) if (c := vocabulary.country_adjectives.get(w))), None)


@dataclass
class Geography:
    """What is read of countries and places before any actor is named."""

    article: Article
    doc: Doc
    vocabulary: Vocabulary
    atlas: Atlas
    lexicon: Lexicon

    def starts(self, book: Phrasebook[Any]) -> list[Token]:
        """The words with which a name of this book may begin."""
        return self._beginnings[book]

    def begins(self, book: Phrasebook[Any], token: Token) -> bool:
        """Whether a name of this book may begin with the word."""
        return token.i in self._first[book]

    @cached_property
    def _first(self) -> dict[Phrasebook[Any], frozenset[int]]:
        return {book: frozenset(t.i for t in tokens) for book, tokens in self._beginnings.items()}

    @cached_property
    def _beginnings(self) -> dict[Phrasebook[Any], list[Token]]:
        return beginnings(self.lexicon, self.doc)

    def country_at(self, i: int) -> Hit[Country] | None:
        return self.lexicon.countries.at(self.doc, i)

    @cached_property
    def countries_by_first(self) -> dict[int, Hit[Country]]:
        """Each country's name by its first token."""
        return {hit.first: hit for hit in self.country_tokens.values()}

    @cached_property
    def country_tokens(self) -> dict[int, Hit[Country]]:
        """Head token → the country it names."""
        found: dict[int, Hit[Country]] = {}
        past = 0
        names = {e.first: e.last for e in self.doc.entities if e.kind == "PER"}
        for token in self.starts(self.lexicon.countries):
            if token.i >= past and token.text[0].isupper() and token.pos in COUNTRY_WORDS:
                hit = self.country_at(token.i)
                if hit and names.get(token.i, 0) <= hit.last:  # not «Доминика де Вильпена»
                    found[hit.head.i] = hit
                    past = hit.last
        return found

    def country_adjective(self, token: Token) -> str | None:
        """'KZ' for «казахстанский» in any form."""
        return _country_adjective(self.vocabulary, token.text) if token.pos in NATIONAL else None

    @cached_property
    def story_country(self) -> str | None:
        """The country the article is about: the one where things happen. The headline and first sentences weigh more.

        None where two fit, or where a republic that belongs to no country without dispute is told of.
        """
        votes: Counter[str] = Counter()
        for i, hit in self.country_tokens.items():
            votes[hit.entry.id] += self._weight(i)
        for token in self.doc.tagged(*NATIONAL):
            if token.i not in self.country_tokens and (code := self.country_adjective(token)):
                votes[code] += self._weight(token.i)
        keyed = {p.key: p.country or (p.key if self._is_republic(p) else None) for p in self.atlas.places if p.kind != "country"}
        for place in self.atlas.mentions:
            if code := keyed.get(place.place):
                votes[code] += 2 * self._weight(place.head)
        best = votes.most_common(2)
        if not best or (len(best) > 1 and best[0][1] < 1.5 * best[1][1]):
            return None
        return best[0][0] if best[0][0] in self.vocabulary.countries else None

    def place_country(self, i: int) -> str | None:
        """The country of the place this token names."""
        mention = self.atlas.by_head.get(i)
        return self.atlas.by_key[mention.place].country if mention else None

    def _weight(self, i: int) -> int:
        """How much a country's or place's name tells about the story: more early on, more after «в»."""
        token = self.doc.tokens[i]
        sentence = self.doc.sentence(token)
        inside = i > sentence.first and self.doc.tokens[i - 1].lemma in ("в", "во", "на") and token.feats.get("Case") == "Loc"
        return (3 if sentence.kind == "title" or sentence.position == 0 else 2 if sentence.position < 3 else 1) * (
            2 if inside else 1
        )

    def city_before(self, token: Token) -> Place | None:
        """The last city the article named before this word."""
        cities = [p for i, p in self._named(lambda p: p.kind == "city") if i < token.i]
        return cities[-1] if cities else None

    @cached_property
    def capital(self) -> Place | None:
        """The seat of government of the story's country, if it is the capital too: «столичная полиция»."""
        seat = self.vocabulary.capitals.get(self.story_country or "")
        if seat is None or not seat.capital:
            return None
        named = next((p for p in self.atlas.places if p.name == seat.name), None)
        return named or Place(key_of(seat.name), seat.name, "city", seat.id)

    def region_near(self, token: Token, *, district: bool = False) -> Place | None:
        """The region named last before this word, else the only one of the article; a `district` only where one is meant."""
        return self.near(token, lambda p: self.is_land(p) and ("район" in p.name.lower()) is district)

    def is_land(self, place: Place) -> bool:
        """A region with authorities and inhabitants of its own: no sea, no river."""
        return place.kind == "region" and self._waters.isdisjoint(place.name.lower().split())

    @cached_property
    def _waters(self) -> frozenset[str]:
        return frozenset(w for entry in self.vocabulary.place_words.values() if entry.shared for w in entry.words)

    def near(self, token: Token, fits: Callable[[Place], bool]) -> Place | None:
        """The place that fits which is named last before this word, else the only one of the article."""
        named = self._named(fits)
        before = [p for i, p in named if i < token.i]
        only = {p.key: p for _, p in named}
        return before[-1] if before else next(iter(only.values())) if len(only) == 1 else None

    def _named(self, fits: Callable[[Place], bool]) -> list[tuple[int, Place]]:
        """Head tokens and places of the mentions that fit, in text order."""
        return [(m.head, p) for m in self.atlas.mentions if fits(p := self.atlas.by_key[m.place])]

    def republic_near(self, token: Token) -> Place | None:
        """The region that «республика» means: the one named last of those called so («Республика Карелия»), unless a country that
        is a republic itself was named after it."""
        if token.lemma != REPUBLIC:
            return None
        republics = self._named(self._is_republic)
        before = [r for r in republics if r[0] < token.i]
        if not republics:
            return None
        at, republic = before[-1] if before else republics[0]
        whole = self.vocabulary.countries.get(republic.country or "")
        also_one = whole is not None and any(REPUBLIC in name.lower() for name in whole.aliases)
        after = also_one and any(at < i < token.i and hit.entry is whole for i, hit in self.country_tokens.items())
        return None if after else republic

    def _is_republic(self, place: Place) -> bool:
        known = self.vocabulary.places.get(place.key)
        return known is not None and known.kind == "region" and any(REPUBLIC in n.lower() for n in (known.name, *known.aliases))

    def country_acting(self, token: Token) -> str | None:
        """«Чилийская сторона против. По данным минобороны страны …»: the country that acts here or in the sentence before."""
        here = self.doc.sentence(token)
        before = self.doc.sentences[max(0, here.position - 1)]
        for sentence in (here, before) if before.paragraph == here.paragraph else (here,):
            for t in reversed(self.doc.tokens[sentence.first : min(sentence.last, token.i)]):
                if t.rel.startswith("nsubj") and (code := self._meant_by(t)) is not None:
                    others = {h.entry.id for i, h in self.country_tokens.items() if t.i < i < token.i} - {code}
                    return None if others else code  # «США просят Казахстан объяснить, что делают власти страны»
        return None

    def _meant_by(self, token: Token) -> str | None:
        """The country of «Чили», «чилийская сторона»."""
        adjectives = self.doc.children(token, "amod") if token.lemma == "сторона" else ()
        hit = self.country_tokens.get(token.i)
        return hit.entry.id if hit else next((code for a in adjectives if (code := self.country_adjective(a))), None)

    def of_country(self, name: str, code: str | None) -> str:
        """«МВД» and KZ → «МВД Казахстана»."""
        return f"{name} {self.whose(code)}" if code else name

    def whose(self, code: str) -> str:
        """The country's name in the genitive, as this article says it: «МИД Белоруссии»."""
        return genitive(self.called(code))

    def called(self, code: str) -> str:
        """The country's name, as this article says it."""
        return self.said_here.get(code, self.vocabulary.countries[code].name)

    @cached_property
    def said_here(self) -> Mapping[str, str]:
        """Countries that the article calls by another official name only: BY → «Белоруссия»."""
        said: dict[str, list[str]] = {}
        for hit in self.country_tokens.values():
            said.setdefault(hit.entry.id, []).append(hit.alias)
        countries = ((code, self.vocabulary.countries[code], names) for code, names in said.items())
        other = {code: [n for n in names if n in c.official] for code, c, names in countries if c.name not in names}
        return {code: names[0] for code, names in other.items() if names}

    def key(self, name: str) -> ActorKey:
        """The key of a name, whatever the article calls its country: «МИД Белоруссии» is the «МИД Беларуси» of others."""
        for code, own in self.said_here.items():
            name = name.replace(genitive(own), genitive(self.vocabulary.countries[code].name))
        return key_of(name) or "x"

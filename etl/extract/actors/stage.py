"""The stage on which the rules put actors and mentions while an article is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from etl.extract.actors.geography import Geography
from etl.extract.actors.phrases import right
from etl.extract.reading import Cast
from etl.extract.words import role_words, speech_nouns, speech_verbs, urging_verbs
from etl.records import Actor, ActorKey, Mention, Role, Span, Token
from etl.vocabulary.entries import Authority

if TYPE_CHECKING:
    from etl.extract.actors.offices import Office

BRACKETED = re.compile(r" \([А-ЯЁA-Z]{2,}\)(?= )")  # «Центр помощи (ЦП) МЧС»
CONSONANTS = tuple("бвгджзклмнпрстфхцчшщ")
Cue = tuple[int, int, Token]  # tokens first…last (half-open) and their head


@dataclass
class Part:
    """An actor in the making."""

    key: ActorKey
    name: str
    kind: str
    country: str | None = None
    authority: str | None = None
    aliases: tuple[str, ...] = ()  # its other names, as the authority has them
    names: list[str] = field(default_factory=list)
    introduced: list[str] = field(default_factory=list)  # common nouns it was met with, dictionary form: компания, телеканал
    gender: str | None = None  # Masc, Fem, Neut; None unknown
    plural: bool = False
    named: bool = True  # False: nobody knows or tells the name


@dataclass
class Stage(Geography):
    """Actors by key, mentions as they are found, and which tokens are already spoken for."""

    parts: dict[ActorKey, Part] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    open: set[int] = field(default_factory=set)
    claimed: dict[int, int] = field(default_factory=dict)  # token → index in mentions
    bodies: dict[int, tuple[str, str | None]] = field(default_factory=dict)  # head token → id in bodies.yml, country
    offices: dict[ActorKey, list[Office]] = field(default_factory=dict)

    def actor(
        self, name: str, kind: str, country: str | None = None, entry: Authority | None = None, known_as: str | None = None
    ) -> Part:
        """The actor of this name, created if it is new. Its key comes from the authority, else from `known_as` or the name.

        One whom the authority knows keeps the article's own name for it, if that is one of those that the authority has.
        """
        name = BRACKETED.sub("", name)
        if entry is not None:
            name, kind, country = entry.called(name), entry.kind, entry.country
        key = entry.id if entry else self.key(known_as or name)
        part = self.parts.get(key)
        if part is None:
            part = self.parts[key] = Part(key, name, kind, country, entry.id if entry else None, entry.aliases if entry else ())
        if part.name != name and part.name == name[:1].lower() + name[1:]:
            part.name = name  # the capital is its own, not a sentence's
        part.country = part.country or country
        return part

    def mention(self, part: Part, first: int, last: int, head: Token, rule: str, resolution: str = "named") -> None:
        """Tokens first…last (half-open) mean this actor."""
        span = Span(self.doc.tokens[first].start, self.doc.tokens[last - 1].stop)
        for i in range(first, last):
            self.claimed.setdefault(i, len(self.mentions))
        self.claimed[head.i] = len(self.mentions)
        self.mentions.append(Mention(part.key, span, head.i, resolution, rule))
        if head.pos == "NOUN" and head.lemma not in part.introduced:
            part.introduced.append(head.lemma)
        if resolution == "named" and rule != "office and name":  # «президент … Токаева» is no spelling of the name
            text = " ".join(span.of(self.doc.text).split())
            if text not in part.names:
                part.names.append(text)

    def reach(
        self, head: Token, begin: int, stop: AbstractSet[int] = frozenset(), prepositions: AbstractSet[str] = frozenset()
    ) -> int:
        """Where the phrase ends that goes on after token `begin - 1`, names that stand in it taken whole."""
        last, before = begin, -1
        while last != before:
            before = last
            last = self.whole(begin, right(self.doc, head, last, stop, prepositions))
        return last

    def names_apart(self, head: Token) -> frozenset[int]:
        """Persons named after the head who are no complement of it: «актеры Иван Громов и Петр Ларин»."""
        one_genitive = head.feats.get("Case") == "Gen" and head.feats.get("Number") != "Plur"
        found = set()
        for t in self.doc.tokens[head.i : self.doc.sentence(head).last]:
            apart = one_genitive or t.rel == "appos" or t.feats.get("Case") not in ("Gen", None)
            if self.on_person(t.i) and apart and not self.a_man_s(t):
                found.add(t.i)
        return frozenset(found)

    def a_man_s(self, surname: Token) -> bool:
        """«адвокат | Маркива» where the article has Виталий Маркив: a genitive, whatever the tagger thinks."""
        part = self.on(surname.i)
        own = part.name.split()[-1] if part is not None and part.gender == "Masc" else ""
        return own[-1:].lower() in CONSONANTS and surname.text == f"{own}а"

    def whole(self, begin: int, last: int) -> int:
        """After the name that begins inside begin…last and reaches beyond: «стран Организации Договора | о безопасности»."""
        if last <= begin or last - 1 not in self.claimed:
            return last
        stop = self.mentions[self.claimed[last - 1]].span.stop
        while last < len(self.doc.tokens) and self.doc.tokens[last].stop <= stop:
            last += 1
        return last

    def free(self, i: int) -> bool:
        """Whether a group may be found here: unclaimed, or only inside the name of another group («семьи боевиков»)."""
        if i not in self.claimed:
            return True
        outer = self.mentions[self.claimed[i]]
        return outer.head != i and self.parts[outer.actor].kind == "group"

    def on_person(self, i: int) -> bool:
        part = self.on(i)
        return part is not None and part.kind == "person"

    def persons_behind(self, i: int) -> frozenset[int]:
        """The tokens from `i` to the end of its sentence that name persons."""
        end = self.doc.sentence(self.doc.tokens[i - 1]).last
        return frozenset(k for k in range(i, end) if self.on_person(k))

    def on(self, i: int) -> Part | None:
        """The actor whose mention holds this token."""
        return self.parts[self.mentions[self.claimed[i]].actor] if i in self.claimed else None

    def role_words(self, use: str) -> AbstractSet[str]:
        """The words of role_words.yml of one use."""
        return self._role_words.get(use, frozenset())

    @cached_property
    def _role_words(self) -> Mapping[str, frozenset[str]]:
        return role_words(self.vocabulary)

    @cached_property
    def office_words(self) -> AbstractSet[str]:
        """The words on which an office hangs that is said of somebody: «пост», «стать», «быть»."""
        return self.role_words("post") | self.role_words("giving") | self.role_words("being")

    @property
    def speech_verbs(self) -> AbstractSet[str]:
        """Every verb of speech, dictionary forms."""
        return speech_verbs(self.vocabulary)

    def is_urged(self, token: Token) -> bool:
        """«призвал жителей разойтись»: the object of a verb that takes whom one speaks to"""
        up = self.doc.head(token)
        case = token.feats.get("Case") in ("Acc", "Gen", "Nom") and self.doc.child(token, "case") is None
        return case and token.rel == "obj" and up is not None and up.lemma in urging_verbs(self.vocabulary)

    @property
    def speech_nouns(self) -> AbstractSet[str]:
        """Nouns whose genitive is who speaks: «по данным сейсмологов»."""
        return speech_nouns(self.vocabulary)

    @cached_property
    def place_words(self) -> AbstractSet[str]:
        """The names of the article's places and the last words of what the tagger took for places, lower case."""
        tagged = {e.normal.lower().split()[-1] for e in self.doc.entities if e.kind == "LOC"}
        return tagged | {p.name.lower() for p in self.atlas.places}

    @cached_property
    def mission(self) -> str:
        """The organisation of countries the article names most, '' if none stands out."""
        counts = Counter(m.actor for m in self.mentions if m.actor in self.vocabulary.memberships).most_common(2)
        clear = counts and (len(counts) == 1 or counts[0][1] >= 2 * counts[1][1])
        return self.parts[counts[0][0]].name if clear else ""

    def cast(self) -> Cast:
        """Everybody on the stage, but whom only the credit of a picture or a link names; who signs a dateline is told."""
        openings = (*self.vocabulary.layout["credit"].words, *self.vocabulary.layout["apparatus"].words)
        credits = (s.span for s in self.doc.sentences if s.kind == "credit")
        silent = [span for span in credits if span.of(self.doc.text).lower().lstrip("(").startswith(openings)]
        told = [m for m in self.mentions if not any(m.span in span for span in silent)]
        roles = (r for r in self.roles if not any(r.span in span for span in silent))
        seen = {m.actor for m in told}
        actors = tuple(
            Actor(p.key, p.name, p.kind, p.country, p.authority, tuple(p.names)) for p in self.parts.values() if p.key in seen
        )
        mentions = tuple(sorted(told, key=lambda m: (m.span.start, -m.span.stop)))
        return Cast(actors, mentions, tuple(roles), frozenset(self.open))

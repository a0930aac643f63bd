"""The records that travel between the rooms: frozen, typed, free of behaviour beyond looking things up in themselves.

    RawArticle ──parse──▶ Article ──annotate──▶ Doc ──extract──▶ Extraction

Offsets are half-open, count Unicode code points and always point into `Article.text`.
Dates are ISO 8601 prefixes (`2022`, `2022-01`, `2022-01-05`). An ActorKey or PlaceKey is local to one article.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")
ActorKey = str
PlaceKey = str


class Record:
    """Made and pickled with its fields in order. A frozen dataclass by itself looks every slot up by its name, for every record,
    which takes twice as long; and records are what reading makes, two thousand of an article."""

    __slots__ = ()
    __match_args__: tuple[str, ...]  # the fields, given by `dataclass`

    def __init_subclass__(cls) -> None:
        """Called twice by `dataclass`; the second time there are slots, and each can put its field in its place itself."""
        if "__slots__" in vars(cls):
            fields = cls.__match_args__
            lines = [f"def __init__(self, {', '.join(fields)}):", *(f"    set_{name}(self, {name})" for name in fields)]
            made: dict[str, Any] = {f"set_{name}": vars(cls)[name].__set__ for name in fields}
            exec("\n".join(lines), made)
            made["__init__"].__defaults__ = cls.__init__.__defaults__
            cls.__init__ = made["__init__"]  # type: ignore[method-assign]

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        return type(self), tuple(getattr(self, name) for name in self.__match_args__)


@dataclass(frozen=True, slots=True, order=True)
class Span(Record):
    """Characters start…stop of an article's text."""

    start: int
    stop: int

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start <= other.start and other.stop <= self.stop

    def overlaps(self, other: Span) -> bool:
        return self.start < other.stop and other.start < self.stop

    def of(self, text: str) -> str:
        return text[self.start : self.stop]


def hull(spans: Iterator[Span] | tuple[Span, ...] | list[Span]) -> Span:
    """The smallest span that holds all the given ones. Raises ValueError if there are none."""
    all_of_them = list(spans)
    return Span(min(s.start for s in all_of_them), max(s.stop for s in all_of_them))


# ── read ──


@dataclass(frozen=True, slots=True)
class RawArticle(Record):
    """One article as its source gives it; what neither file nor manifest states is None."""

    id: str  # slug of the path below the source folder
    source_file: str  # path below the source folder, with '/'
    text: str  # decoded, newlines normalised to \n, nothing cut
    sha256: str  # of the bytes as stored
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None  # ISO prefix from the manifest or the format's own field
    published_basis: str | None = None  # declared (the format's own field) or manifest
    period: str | None = None  # what the manifest knows of the time, an ISO prefix
    body: int = 0  # where in the text the article begins: before it stand its fields (the front matter of Markdown)


# ── parse ──


@dataclass(frozen=True, slots=True)
class Block(Record):
    """A stretch of one kind: title, lead, heading, body, caption, credit or background. Blocks do not overlap."""

    kind: str
    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Article(Record):
    """An article with its layout understood. `published` may be only a month (`published='2022-01'`)."""

    id: str
    source_file: str
    text: str
    sha256: str
    title: str | None
    lead: str | None
    outlet: str | None
    author: str | None
    url: str | None
    published: str | None
    published_basis: str | None  # declared, manifest, inferred
    period: str | None
    language: str
    blocks: tuple[Block, ...]


# ── annotate ──


@dataclass(frozen=True, slots=True)
class Token(Record):
    """A word or mark with its morphology and its place in the tree (Universal Dependencies, SynTagRus style)."""

    i: int  # position in Doc.tokens
    sentence: int  # position in Doc.sentences
    start: int
    stop: int
    text: str
    lemma: str  # lower case
    pos: str  # NOUN, PROPN, VERB, ADJ, NUM, PRON, DET, ADP, PUNCT …
    feats: Mapping[str, str]  # Case, Number, Gender, Animacy, Tense, VerbForm, Voice, Mood, Person, Polarity …
    head: int  # position of the governor in Doc.tokens, -1 for a root
    rel: str  # nsubj, obj, obl, nmod, amod, appos, flat:name, conj, ccomp, xcomp, advcl, acl …

    @property
    def span(self) -> Span:
        return Span(self.start, self.stop)


@dataclass(frozen=True, slots=True)
class Entity(Record):
    """A name found by the entity tagger: PER, LOC or ORG."""

    kind: str
    span: Span
    first: int  # token positions, half-open
    last: int
    normal: str  # nominative, as natasha normalises it; to be checked, not trusted


@dataclass(frozen=True, slots=True)
class Sentence(Record):
    """A sentence never crosses the border of its block."""

    position: int
    paragraph: int
    kind: str  # its block's kind
    span: Span
    first: int  # token positions, half-open
    last: int


@dataclass(frozen=True)
class Doc:
    """One article's annotations, with the few walks over the trees that every extractor needs. Heads never make a circle."""

    text: str
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...]

    @cached_property
    def _children(self) -> Mapping[int, tuple[Token, ...]]:
        below: dict[int, list[Token]] = {}
        for token in self.tokens:
            if token.head >= 0:
                below.setdefault(token.head, []).append(token)
        return {i: tuple(tokens) for i, tokens in below.items()}

    @cached_property
    def _subtrees(self) -> dict[int, tuple[Token, ...]]:
        return {}  # filled as they are asked for: most rules look below the same verbs

    @cached_property
    def _starts(self) -> Mapping[int, Token]:
        return {t.start: t for t in self.tokens}

    @cached_property
    def _tagged(self) -> dict[tuple[str, ...], tuple[Token, ...]]:
        return {}  # filled as they are asked for, like the subtrees: many rules look at the nouns only

    @cached_property
    def _by_pos(self) -> Mapping[str, list[int]]:
        return _positions(t.pos for t in self.tokens)

    @cached_property
    def _by_lemma(self) -> Mapping[str, list[int]]:
        return _positions(t.lemma for t in self.tokens)

    def children(self, token: Token, *rels: str) -> tuple[Token, ...]:
        """Direct dependents in text order, of the named relations if any are named; `nsubj` also takes `nsubj:pass`."""
        below = self._children.get(token.i, ())
        return tuple(t for t in below if _is_one_of(t.rel, rels)) if below and rels else below

    def child(self, token: Token, *rels: str) -> Token | None:
        """The first direct dependent of these relations."""
        for t in self._children.get(token.i, ()):
            if not rels or _is_one_of(t.rel, rels):
                return t
        return None

    def head(self, token: Token) -> Token | None:
        return self.tokens[token.head] if token.head >= 0 else None

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """The token and everything below it, in text order."""
        if token.i not in self._subtrees:
            found = [token]
            for now in found:
                found.extend(self._children.get(now.i, ()))
            self._subtrees[token.i] = tuple(self.tokens[i] for i in sorted(t.i for t in found))
        return self._subtrees[token.i]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Governors from the nearest to the root."""
        above = self.head(token)
        while above:
            yield above
            above = self.head(above)

    def sentence(self, token: Token) -> Sentence:
        return self.sentences[token.sentence]

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        return self.tokens[sentence.first : sentence.last]

    def tagged(self, *pos: str) -> tuple[Token, ...]:
        """The tokens of these parts of speech, in text order."""
        if pos not in self._tagged:
            found = [i for one in pos for i in self._by_pos.get(one, ())]
            self._tagged[pos] = tuple(self.tokens[i] for i in sorted(found))
        return self._tagged[pos]

    def lemmatised(self, *lemmas: str) -> list[Token]:
        """The tokens of these lemmas, in text order."""
        found = [i for lemma in lemmas for i in self._by_lemma.get(lemma, ())]
        return [self.tokens[i] for i in sorted(found)]

    def within(self, span: Span) -> tuple[Token, ...]:
        """Tokens that lie wholly inside the span."""
        first = bisect_left(self.tokens, span.start, key=attrgetter("start"))
        last = bisect_right(self.tokens, span.stop, key=attrgetter("stop"))
        return self.tokens[first:last]

    def at(self, start: int) -> Token | None:
        """The token that begins at this offset."""
        return self._starts.get(start)

    def once(self, find: Callable[..., T], *given: Any) -> T:
        """What `find(doc, *given)` finds in the annotations, found at the first call: for what several extractors read from."""
        if (find, given) not in self._found:
            self._found[find, given] = find(self, *given)
        found: T = self._found[find, given]
        return found

    @cached_property
    def _found(self) -> dict[Any, Any]:
        return {}


def _positions(words: Iterable[str]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for i, word in enumerate(words):
        found.setdefault(word, []).append(i)
    return found


def _is_one_of(rel: str, rels: tuple[str, ...]) -> bool:
    return rel in rels or (":" in rel and rel.partition(":")[0] in rels)


# ── extract ──


@dataclass(frozen=True, slots=True)
class Part(Record):
    """A piece of evidence below a fact: speaker, cue, content, addressee, date, place, participant, trigger, number …"""

    part: str
    span: Span


@dataclass(frozen=True, slots=True)
class Place(Record):
    """A place as one article names it. The key is the gazetteer's id, or the slug of the nominative name."""

    key: PlaceKey
    name: str
    kind: str  # country, region, city, site
    country: str | None  # ISO 3166 alpha-2


@dataclass(frozen=True, slots=True)
class PlaceMention(Record):
    place: PlaceKey
    span: Span
    head: int  # token position of the syntactic head
    rule: str


@dataclass(frozen=True, slots=True)
class DateMention(Record):
    """A date, a span of dates or a part of a day. `date` is None where nothing fixes it ('8 января' without any year)."""

    span: Span
    head: int  # token position of the word that carries the date
    text: str
    date: str | None  # ISO prefix
    date_end: str | None  # for spans
    precision: str | None  # day, month, year
    basis: str | None  # explicit, relative, carried; None when date is None
    part_of_day: str | None  # morning, day, evening, night
    rule: str


@dataclass(frozen=True, slots=True)
class Actor(Record):
    """Who acts in one article. `name` is nominative and the fullest the article (or the authority) gives."""

    key: ActorKey  # authority slug, else slug of the name; unique in the article
    name: str
    kind: str  # person, organization, state_body, media, country, group
    country: str | None
    authority: str | None  # slug in actors.yml
    names: tuple[str, ...] = ()  # spellings met in the text, nominative where known


@dataclass(frozen=True, slots=True)
class Mention(Record):
    """Words that mean an actor, pronouns and 'the minister' too. `head` is the token position of their syntactic head."""

    actor: ActorKey
    span: Span
    head: int
    resolution: str  # named, role, pronoun
    rule: str


@dataclass(frozen=True, slots=True)
class Role(Record):
    actor: ActorKey
    role: str  # nominative
    organization: ActorKey | None
    span: Span
    rule: str
    parts: tuple[Part, ...] = ()
    place: PlaceKey | None = None  # the first country, region or city that its words name
    kind: str = "office"  # or description: a relative, an origin, an honour, an accusation


@dataclass(frozen=True, slots=True)
class Statement(Record):
    """One reported act of communication of one speaker. `span` is the hull of speaker words, cue and content."""

    anchor: int  # offset that makes the id: start of the cue
    span: Span
    rule: str
    speaker: ActorKey | None
    speaker_text: str | None
    resolution: str  # named, role, pronoun, elided, ambiguous, unattributed
    cue: Span
    mode: str  # direct, indirect, mixed
    act: str
    content: str  # the content parts in text order, joined by ' … '
    said_on: str | None
    said_on_text: str | None
    said_on_basis: str | None  # explicit, relative, carried
    medium: str | None
    addressee: ActorKey | None
    via: ActorKey | None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure(Record):
    """One number (or number word) that measures something."""

    anchor: int  # start of the number
    span: Span
    rule: str
    value_text: str
    value: float | None
    value_low: float | None
    value_high: float | None
    bounds_basis: str | None  # text, convention
    comparator: str
    measure: str
    unit: str | None
    population: str | None
    population_text: str | None
    owner: ActorKey | None
    place: PlaceKey | None
    as_of: str | None
    as_of_text: str | None
    as_of_basis: str | None
    source: ActorKey | None
    source_basis: str  # named, article, passive, ambiguous
    via: ActorKey | None
    statement: int | None = None  # anchor of the statement it stands in
    event: int | None = None  # anchor of the event report it belongs to
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class EventReport(Record):
    """One article's telling of one event. Further mentions of it in the article are parts named `also`."""

    anchor: int  # start of the trigger
    span: Span  # the clause
    rule: str
    type: str
    trigger: str
    date: str | None
    date_end: str | None
    date_text: str | None
    date_precision: str | None
    date_basis: str | None
    part_of_day: str | None
    place: PlaceKey | None
    place_basis: str | None  # named, carried
    participants: tuple[ActorKey, ...] = ()  # agents first
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Contribution(Record):
    """What one country (None: the mission as a whole) sends or agrees to send to a joint mission."""

    anchor: int
    span: Span
    rule: str
    country: str | None  # ISO 3166 alpha-2
    mission: str | None
    personnel: float | None
    armoured_vehicles: float | None
    vehicles: float | None
    aircraft: float | None
    comparator: str | None
    status: str  # announced, agreed, sent, withdrawn
    as_of: str | None
    source: ActorKey | None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction(Record):
    """Everything one article says, by rules that saw this article only."""

    article: Article
    sentences: tuple[Sentence, ...]
    places: tuple[Place, ...] = field(default=())
    actors: tuple[Actor, ...] = field(default=())
    mentions: tuple[Mention, ...] = field(default=())
    roles: tuple[Role, ...] = field(default=())
    statements: tuple[Statement, ...] = field(default=())
    events: tuple[EventReport, ...] = field(default=())
    figures: tuple[Figure, ...] = field(default=())
    contributions: tuple[Contribution, ...] = field(default=())

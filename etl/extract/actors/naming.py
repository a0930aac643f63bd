"""What a body or a group is called: its noun in the nominative, its adjectives, its complement and its country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from etl.extract.actors.owners import Owner, countries, further_nations, last_nation
from etl.extract.actors.phrases import (
    QUOTES,
    declined,
    joined,
    left,
    phrase,
    uncapitalised,
)
from etl.extract.actors.seats import names_a_seat, seat
from etl.extract.actors.stage import Part, Stage
from etl.extract.reading import BODIES
from etl.morphology import genitive, in_case, lemmas, tags
from etl.records import Place, Token
from etl.vocabulary.entries import OrganizationWord

# «полиция региона»: which one, the words before said.
GENERIC = {"регион", "область", "край", "район", "округ", "провинция", "губерния", "штат"}
TOWNS = {"город", "городок", "поселок", "село", "деревня"}
QUANTITIES = {"многий", "все", "весь", "некоторый", "различный", "несколько"}
STATE = {"страна", "республика", "государство"}


@dataclass(frozen=True, slots=True)
class Phrase:
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
    complement, inner, home = _complement(stage, end, last)
    owners = countries(stage, end, last)
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
    return any(
        t.lemma in ("его", "ее", "их") or t.text.lower() in ("его", "её", "ее", "их")
        for t in stage.doc.children(head, "det", "nmod")
    )


def from_countries(stage: Stage, words: Phrase) -> Phrase:
    """«военные из Перу и Чили»: people are their countries', told by «из» as by a genitive."""
    tokens = stage.doc.tokens
    if words.country or words.complement or words.last >= len(tokens) or tokens[words.last].lemma != "из":
        return words
    last = begin = words.last + 1
    named = {h.first: h for h in stage.country_tokens.values()}
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


def _complement(stage: Stage, begin: int, end: int) -> tuple[str, str | None, bool]:
    """«РФ» → nothing, RU; «внутренних войск РФ» → «внутренних войск России», RU; «иракских властей» → «властей Ирака», IQ."""
    tokens = stage.doc.tokens[begin:end]
    if not tokens or any(t.pos == "DET" and t.lemma in ("свой", "его", "ее", "их", "наш") for t in tokens):
        return "", None, False
    if len(tokens) == 1 and tokens[0].lemma in STATE and tokens[0].feats.get("Number") == "Sing":
        if inner := stage.republic_near(tokens[0]):
            return genitive(inner.name), inner.country, False
        actor = stage.country_acting(tokens[0])
        return "", actor, actor is None
    if [t.lemma for t in tokens] == ["глава", "государство"]:  # «пресс-служба главы государства»
        office = "президента" if stage.doc.lemmatised("президент") else "главы государства"
        return stage.of_country(office, stage.story_country), stage.story_country, False
    if len(tokens) == 2 and tokens[0].lemma == "этот" and tokens[1].lemma in STATE:
        last = [h for i, h in sorted(stage.country_tokens.items()) if i < tokens[0].i][-1:]
        return "", last[0].entry.id if last else None, not last
    if town := _named_town(stage, tokens):
        return genitive(town.name), town.country, False
    content = [t for t in tokens if t.pos != "ADP"]
    if len(content) == 1 and (content[0].lemma in GENERIC or points_back(stage, content[0])):
        return " ".join((*(t.text for t in tokens[:-1]), said_before(stage, content[0]))).strip(), None, False
    if len(tokens) == 1 and tokens[0].lemma in ("город", "столица") and (city := stage.city_before(tokens[0])):
        return genitive(city.name), city.country, False
    named = [h for h in stage.country_tokens.values() if begin <= h.first and h.last <= end]
    code = named[0].entry.id if len(named) == 1 else None
    if code and named[0].first == begin and named[0].last == end:
        return "", code, False
    if code is None and stage.story_country and _republic(stage, tokens[-1]):
        code = stage.story_country
    words = _with_actors(stage, begin, end)
    for k, t in enumerate(tokens[:-1]):
        if (t.pos == "NUM" or t.lemma in QUANTITIES) and tokens[k + 1].feats.get("Number") == "Plur":
            words[k] = ""  # «абоненты 50 операторов»
    if len(tokens) > 1 and tokens[-1].lemma in ("город", "столица") and (city := stage.city_before(tokens[-1])):
        head = tokens[-1].i
        kept = ["" if t.head == head and t.pos == "ADJ" else w for t, w in zip(tokens[:-1], words[:-1], strict=True)]
        return joined(stage.doc, tokens, [*kept, genitive(city.name)]).strip(), city.country, False  # «охраны города»
    if code and not named:
        words[-1] = stage.whose(code)
        if len(tokens) == 1:
            return "", code, False
    for hit in named:
        if words[hit.first - begin] == "" or (hit.first > begin and stage.doc.tokens[hit.first - 1].pos == "ADP"):
            continue  # in a name already; «в Китае» keeps its case
        words[hit.first - begin : hit.last - begin] = [stage.whose(hit.entry.id)] + [""] * (hit.last - hit.first - 1)
    if not named:
        nations = [(k, c) for k, t in enumerate(tokens) if (c := stage.country_adjective(t))]
        k = nations[0][0] if len(nations) == 1 else len(tokens)
        if k < len(tokens) - 1 and words[k] == tokens[k].text and _official(stage, tokens[k + 1]):
            code = nations[0][1]
            words[k] = ""
            words[-1] += " " + stage.whose(code)
    if len(tokens) > 1 and code is None and _home(tokens):
        inner = stage.republic_near(tokens[-1])
        code = inner.country if inner else stage.story_country  # «министр экологии и связи страны»
        words[-1] = genitive(inner.name) if inner else stage.whose(code) if code else ""
    for k, t in enumerate(tokens[:-1]):  # «пресс-служба областного управления МЧС»
        if t.pos == "ADJ" and words[k] == t.text and names_a_seat(t.lemma) and (sits := seat(stage, t.lemma, t)):
            words[k], words[-1] = "", f"{words[-1]} {genitive(sits.name)}"
    if code is None and begin:
        code = next((c for t in tokens if (c := stage.place_country(t.i))), None)
    return joined(stage.doc, tokens, words).strip(), code, False


def points_back(stage: Stage, t: Token) -> bool:
    """«ведомства», «компании», not «профсоюзов»."""
    kind = stage.lexicon.kinds.at(stage.doc, t.i)
    return kind is not None and kind.entry.refers and t.feats.get("Number") != "Plur"


def _home(tokens: Sequence[Token]) -> bool:
    """Whether the words end in «страны» alone, not in «самой большой страны»."""
    last = tokens[-1]
    return last.lemma in STATE and last.feats.get("Number") == "Sing" and all(t.head != last.i for t in tokens)


def _named_town(stage: Stage, tokens: Sequence[Token]) -> Place | None:
    """«чилийского города Арика»: the town's name says it all."""
    common = next((k for k, t in enumerate(tokens) if t.lemma in TOWNS), None)
    if common is None or any(t.pos != "ADJ" for t in tokens[:common]):
        return None
    place = next((p for t in tokens[common + 1 :] if (p := stage.atlas.by_head.get(t.i))), None)
    found = stage.atlas.by_key[place.place] if place is not None else None
    return found if found is not None and found.kind == "city" and len(found.name.split()) == len(tokens) - common - 1 else None


def _republic(stage: Stage, token: Token) -> bool:
    """«МИД РА» in a story about Armenia: the initials of a republic, which alone could be several."""
    initial = stage.vocabulary.countries[str(stage.story_country)].name[0]
    return token.text in (f"Р{initial}", f"{initial}Р") and token.feats.get("Foreign") is None


def said_before(stage: Stage, t: Token) -> str:
    """«пресс-служба ведомства», «источник в компании»: the body meant, in the word's case; nothing for a region."""
    if t.lemma in GENERIC:
        any_region = t.lemma in ("район", "округ")
        here = stage.near(t, lambda p: stage.is_land(p) and (any_region or "район" not in p.name))
        return genitive(here.name) if here else ""
    body = _meant(stage, t)
    return in_case(body.name, t.feats.get("Case", "Gen")) if body else t.text


def _meant(stage: Stage, t: Token) -> Part | None:
    """What «ведомство», «компания» means: the one named last of those so called, else of its kind; «партия» is no army."""
    kind = stage.lexicon.kinds.at(stage.doc, t.i)
    before = [(m.head, p) for m in stage.mentions if m.head < t.i and (p := stage.parts[m.actor]).kind in BODIES]
    called = [b for b in before if kind and so_called(b[1], kind.entry)]
    same = [b for b in before if kind and b[1].kind == kind.entry.kind]
    return max(called or same, key=lambda b: b[0])[1] if called or same else None


def so_called(part: Part, kind: OrganizationWord) -> bool:
    """Whether its name has the word or one of the like, or it was introduced by it."""
    own = {kind.name, *kind.aliases}
    return not part.plural and any(own & set(n.lower().split()) for n in (part.name, *part.introduced, *part.aliases))


def _official(stage: Stage, noun: Token) -> bool:
    """Whether the noun is a body or the authorities, which take their country in the genitive."""
    collective = stage.lexicon.collectives.at(stage.doc, noun.i)
    return stage.lexicon.bodies.at(stage.doc, noun.i) is not None or (
        collective is not None and collective.entry.country == "story"
    )


def _with_actors(stage: Stage, begin: int, end: int) -> list[str]:
    """The words, an organisation already known replaced by its name: «Организации Договора о …» → «ОДКБ»."""
    tokens = stage.doc.tokens
    words = [t.text for t in tokens[begin:end]]
    for i in range(begin + 1, end - 1):
        if tokens[i - 1].text == "(" and tokens[i + 1].text == ")":
            words[i - 1 - begin : i + 2 - begin] = ["", "", ""]  # «(СК)»
    named = {stage.mentions[stage.claimed[i]] for i in range(begin, end) if i in stage.claimed}
    told = begin  # words before it stand in a name already put in: «Генштаба» in «управления Генштаба»
    for mention in sorted(named, key=lambda m: (m.span.start, -m.span.stop)):
        part = stage.parts[mention.actor]
        inside = [t.i for t in stage.doc.within(mention.span)]
        shorter = len(part.name) < len(mention.span.of(stage.doc.text))
        if (
            (part.authority or part.kind == "state_body" or _after_its_noun(stage, part, inside[0]))
            and part.kind != "person"
            and shorter
            and told <= inside[0]
            and inside[-1] < end
        ):
            words[inside[0] - begin : inside[-1] + 1 - begin] = [genitive(part.name)] + [""] * (len(inside) - 1)
            told = inside[-1] + 1
    return words


def _after_its_noun(stage: Stage, part: Part, first: int) -> bool:
    """«партии "Рассвет"»: the name in quotation marks says it all."""
    quoted = stage.doc.tokens[first + 1].text in QUOTES if first + 1 < len(stage.doc.tokens) else False
    return part.kind == "organization" and quoted and stage.lexicon.kinds.at(stage.doc, first) is not None


def noun(stage: Stage, begin: int, end: int, head: Token) -> str:
    """The noun itself in the nominative, without a sentence's capital."""
    return uncapitalised(stage.doc, phrase(stage.doc, begin, end, head), stage.doc.tokens[begin])

"""Bodies of a state, named by a common noun or an abbreviation: «минздрав Казахстана», «болгарское правительство», «МВД»."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from etl.extract.actors.body_names import MINISTRY, PREPOSITIONS, body_name, called_elsewise, sits_abroad
from etl.extract.actors.complements import said_before
from etl.extract.actors.courts import told_already
from etl.extract.actors.lexicon import Hit
from etl.extract.actors.naming import Phrase, taken_apart
from etl.extract.actors.owners import places
from etl.extract.actors.phrases import OPENING, QUOTES, listed, phrase, uncapitalised
from etl.extract.actors.seats import COURT, in_passing, is_a_building, only_where
from etl.extract.actors.stage import Part, Stage
from etl.morphology import genitive
from etl.vocabulary import Vocabulary
from etl.vocabulary.entries import Authority, Body

POLICE = "politsiia"  # in bodies.yml
TRIED = {"дело", "обвинение", "факт", "повод", "иск"}
SEATED = frozenset({"в", "во", "по", "при"})  # «посольство России в Риме»


def find_bodies(stage: Stage) -> None:
    """Name every body; one without a country is the one the article names with a country elsewhere, else the story's."""
    found = list(_hits(stage))
    owners: dict[str, set[str]] = defaultdict(set)
    spellings: dict[str, list[tuple[str | None, str]]] = defaultdict(list)  # id in bodies.yml → country, spelling
    for hit, words in found:
        if hit.alias not in hit.entry.paraphrases:
            spellings[hit.entry.id].append((words.country, _spelling(stage, hit)))
        if words.country and not words.complement:
            owners[hit.entry.id].add(words.country)
    found = [f for f in found if f[1].country or not f[0].entry.owned or owners[f[0].entry.id]]
    phrases: dict[str, list[Phrase]] = defaultdict(list)
    for hit, words in found:
        phrases[hit.entry.id].append(words)
    told: dict[str, str] = {}  # id in bodies.yml → key of the body last named with what it belongs to
    for hit, words in found:
        if (
            (hit.head.i in stage.claimed and not _nested(stage, hit))
            or (in_passing(stage, hit, words) and not _court_again(stage, hit, told))
            or only_where(stage, hit, words)
        ):
            continue
        if hit.entry.building and is_a_building(stage, hit):
            continue
        if hit.entry.elsewhere and _in_another_country(stage, hit.entry):
            continue
        before = stage.parts.get(told.get(hit.entry.id, "") or _ministry_before(stage, hit))
        if before is not None and (_bare(words) or _generic(stage, hit, words)):
            stage.bodies[hit.head.i] = (hit.entry.id, before.country)
            again = "role" if hit.entry.id in (COURT, MINISTRY) else "named"  # any court or ministry, which the text before told
            stage.mention(before, words.first, words.last, hit.head, "body again", again)
            continue
        if before is None and _bare(words) and (known := _well_known(stage, hit)) is not None:
            stage.mention(known, words.first, words.last, hit.head, "body of an organisation")
            continue
        if _generic(stage, hit, words):
            words = replace(words, complement=said_before(stage, stage.doc.tokens[hit.last]))
        said = _in_full(words, phrases[hit.entry.id], hit.entry)
        name, code = body_name(stage, hit.entry, said, owners[hit.entry.id], hit.head)
        own = name.replace(hit.entry.name, _preferred(hit.entry, code, spellings[hit.entry.id]), 1)
        if called := called_elsewise(stage, hit.entry, code):
            own, name = own if spellings[hit.entry.id] else called, called
        part = told_already(stage, name) or stage.actor(own, "state_body", code, known_as=name)
        part.gender = hit.head.feats.get("Gender")
        stage.bodies[hit.head.i] = (hit.entry.id, code)
        stage.mention(part, words.first, words.last, hit.head, "body")
        if words.complement or (words.adjectives and hit.entry.id == COURT):
            told[hit.entry.id] = part.key
        for other in words.others:
            whose = f"{hit.entry.name} {other.place}" if other.place else stage.of_country(hit.entry.name, other.country)
            second = stage.actor(whose, "state_body", other.country)
            stage.mention(second, other.first, other.last, other.head, "second country")


def _in_full(words: Phrase, others: list[Phrase], body: Body) -> Phrase:
    """«областная прокуратура» where the article has one «Омская областная прокуратура», «ГУВД» of the town it names elsewhere."""
    if sits_abroad(body) and words.country and not words.complement and not words.adjectives:
        seated = {w.complement: w for w in others if w.country == words.country and w.complement}
        return next(iter(seated.values())) if len(seated) == 1 else words  # «посольство Чили» after «посольство Чили в Лиме»
    if _bare(words) and body.id == POLICE:
        named = {(w.complement, w.country): w for w in others if w.complement or w.country}
        return next(iter(named.values())) if len(named) == 1 and all(place for place, _ in named) else words
    if not words.adjectives or words.complement or words.country:
        return words
    own = set(words.adjectives.lower().split())
    wider = [w for w in others if own <= set(w.adjectives.lower().split())]
    same = [w for w in wider if len(w.adjectives.split()) == len(own) and (w.complement or w.country)]
    longer = [w for w in wider if len(w.adjectives.split()) > len(own)]
    told = {(w.adjectives.lower(), w.complement, w.country): w for w in same or longer}
    return next(iter(told.values())) if len(told) == 1 else words


def _nested(stage: Stage, hit: Hit[Body]) -> bool:
    """«пресс-служба ГУ МВД»: a body in the name of another is one too."""
    outer = stage.mentions[stage.claimed[hit.head.i]]
    return outer.rule == "body" and outer.head != hit.head.i


def _bare(words: Phrase) -> bool:
    return not (words.adjectives or words.complement or words.country or words.home)


def _court_again(stage: Stage, hit: Hit[Body], told: dict[str, str]) -> bool:
    """«Суд постановил», «решение суда» after «Омский суд»: that court."""
    return hit.entry.id == COURT and COURT in told and stage.doc.child(hit.head, "case") is None


def _ministry_before(stage: Stage, hit: Hit[Body]) -> str:
    """«министерство» after «Минздрав Чили»: the ministry named last; '' for any other word or where none was named."""
    if hit.entry.id != MINISTRY:
        return ""
    named = [
        m.actor
        for m in stage.mentions
        if m.rule == "body" and stage.bodies.get(m.head, ("",))[0] in _ministries(stage.vocabulary)
    ]
    return named[-1] if named else ""


@lru_cache(maxsize=1)
def _ministries(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(b.id for b in vocabulary.bodies.values() if any(a.startswith("министерство ") for a in b.aliases))


def _generic(stage: Stage, hit: Hit[Body], words: Phrase) -> bool:
    """«пресс-служба ведомства»: whose, the words before said."""
    if words.last != hit.last + 1 or words.adjectives:
        return False
    kind = stage.lexicon.kinds.at(stage.doc, hit.last)
    return kind is not None and kind.entry.refers


def _well_known(stage: Stage, hit: Hit[Body]) -> Part | None:
    """«Совет Безопасности» after «Совет Безопасности ООН» or «ООН»: the body of an organisation that the article names."""
    full = f"{hit.entry.name} ".lower()
    found = [p for p in stage.parts.values() if p.authority and p.name.lower().startswith(full)]
    if len(found) == 1:
        return found[0]
    named = {genitive(p.name).lower() for p in stage.parts.values() if p.kind == "organization"}
    entry = next(
        (a for a in _bodies_of_organisations(stage.vocabulary, full) if a.name.lower().removeprefix(full) in named), None
    )
    return stage.actor(entry.name, entry.kind, entry=entry) if entry is not None and not found else None


@lru_cache(maxsize=100)
def _bodies_of_organisations(vocabulary: Vocabulary, beginning: str) -> tuple[Authority, ...]:
    return tuple(a for a in vocabulary.authority.values() if a.name.lower().startswith(beginning))


def _hits(stage: Stage) -> Iterator[tuple[Hit[Body], Phrase]]:
    past = 0
    for token in stage.starts(stage.lexicon.bodies):
        hit = stage.lexicon.bodies.at(stage.doc, token.i) if token.i >= past else None
        if hit is None or any(j in stage.claimed for j in range(hit.first, hit.last)):
            continue
        past = hit.last
        stop = _persons(stage, hit) | _further(stage, hit) | (frozenset() if hit.entry.local else _offices(stage, hit))
        words = taken_apart(stage, hit.head, hit.first, hit.last, _prepositions(stage, hit), stop)
        if hit.head.lemma == "министерство" and (last := listed(stage.doc, words.last, _others(stage, words.last))) > words.last:
            words = taken_apart(stage, hit.head, hit.first, hit.last, _prepositions(stage, hit), stop, last)
        if (_several(hit) or _act(stage, hit)) and not words.others and (seats := places(stage, hit.last)):
            words = replace(
                words, last=seats[0].last, complement=seats[0].place, country=seats[0].country, others=tuple(seats[1:])
            )
        if (_several(hit) and not words.others) or _quoted_name(stage, words):
            continue
        if hit.entry.alone:
            words = Phrase(hit.first, hit.last, "", "", "", hit.entry.country, False)
        yield hit, words


def _others(stage: Stage, begin: int) -> frozenset[int]:
    """Bodies behind: «министерство обороны, полиция и суд»."""
    end = stage.doc.sentence(stage.doc.tokens[begin - 1]).last
    books = (stage.lexicon.bodies, stage.lexicon.kinds, stage.lexicon.collectives)
    return frozenset(i for i in range(begin, end) if i in stage.claimed or any(book.at(stage.doc, i) for book in books))


def _prepositions(stage: Stage, hit: Hit[Body]) -> frozenset[str]:
    """What may follow the noun within the name: «посольство России | в Риме»; «суд | по делу Громова» is a trial."""
    after = stage.doc.tokens[hit.last + 1] if hit.last + 1 < len(stage.doc.tokens) else hit.head
    if hit.entry.id == COURT and after.lemma in TRIED:
        return frozenset()
    return SEATED if hit.entry.seated else PREPOSITIONS


def _offices(stage: Stage, hit: Hit[Body]) -> frozenset[int]:
    """«член правительства вице-премьер Иванова»: an office after a body begins another phrase."""
    return frozenset(i for i in range(hit.last, stage.doc.sentence(hit.head).last) if stage.lexicon.positions.at(stage.doc, i))


def _further(stage: Stage, hit: Hit[Body]) -> frozenset[int]:
    """«МВД России и Генштаб»: an abbreviation after «и» is a body of its own, whatever the parser hung it on."""
    tokens, end = stage.doc.tokens, stage.doc.sentence(hit.head).last
    after = (i for i in range(hit.last, end - 1) if tokens[i].pos == "CCONJ" and tokens[i + 1].text.isupper())
    return frozenset(i for i in after if stage.lexicon.bodies.at(stage.doc, i + 1) is not None)


def _persons(stage: Stage, hit: Hit[Body]) -> frozenset[int]:
    """Names that end the phrase; «администрация Громова» is called after the person."""
    named = stage.persons_behind(hit.last)
    after = stage.doc.tokens[hit.last] if hit.last in named else None
    owner = (
        hit.entry.personal
        and after is not None
        and after.rel == "nmod"
        and after.head == hit.head.i
        and after.feats.get("Case") == "Gen"
    )
    return frozenset(i for i in named if not (owner and stage.claimed[i] == stage.claimed[hit.last]))


def _spelling(stage: Stage, hit: Hit[Body]) -> str:
    """The body's name as the text has it: «Генеральная прокуратура», «Генпрокуратура», «МВД»."""
    if hit.alias.isupper():
        return hit.alias
    if hit.entry.alone or hit.alias in hit.entry.paraphrases or _several(hit):
        return hit.entry.name
    text = phrase(stage.doc, hit.first, hit.last, hit.head)
    if hit.alias.islower():
        text = uncapitalised(stage.doc, text, stage.doc.tokens[hit.first])
    proper = hit.entry.name[0].isupper()
    return text[0].upper() + text[1:] if proper else text


def _preferred(body: Body, country: str | None, spellings: list[tuple[str | None, str]]) -> str:
    """The spelling that the article uses most for that country's: «Минобороны», «министерство обороны»; of several the one in
    full. An abbreviation only where it is the body's name: «МВД», but «Следственный комитет» for «СК»."""
    theirs = [s for whose, s in spellings if whose in (country, None)] or [s for _, s in spellings]
    often, short = Counter(theirs), body.name.isupper()
    return max(often, key=lambda s: (s.isupper() is short, often[s], " " in s, -theirs.index(s)), default=body.name)


def _quoted_name(stage: Stage, words: Phrase) -> bool:
    """«группировка "Исламская армия Ирака"»: a proper name, whatever its noun."""
    tokens = stage.doc.tokens
    first = tokens[words.first]
    inside = words.nation and first.text[0].isupper() and first.i > stage.doc.sentence(first).first
    if inside and any(e.kind == "ORG" and e.first == first.i and e.last >= words.last for e in stage.doc.entities):
        return True  # «Перуанская народная армия»
    opened = words.first > 0 and tokens[words.first - 1].text in OPENING and tokens[words.first].text[0].isupper()
    return opened and words.last - words.first > 1 and words.last < len(tokens) and tokens[words.last].text in QUOTES


def _several(hit: Hit[Body]) -> bool:
    return (
        hit.head.feats.get("Number") == "Plur"
        and hit.alias.islower()
        and not hit.alias.endswith(("силы", "войска", "органы"))
        and not hit.alias.startswith("органы")
    )


def _act(stage: Stage, hit: Hit[Body]) -> bool:
    """«Администрации Самары и Тольятти запретили»: the verb tells that they are several."""
    verb = stage.doc.head(hit.head)
    return verb is not None and hit.head.rel.startswith("nsubj") and verb.feats.get("Number") == "Plur"


def _in_another_country(stage: Stage, body: Body) -> bool:
    """«В Бишкеке захватили Белый дом»: the article plays elsewhere and never names the country of the well-known one."""
    named = {hit.entry.id for hit in stage.country_tokens.values()}
    people = {p.country for p in stage.parts.values() if p.authority}
    return stage.story_country not in (None, body.country) and body.country not in named | people

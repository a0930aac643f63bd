"""Named persons: the tagger's names repaired, and their spellings merged into one actor each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from etl.extract.actors.lexicon import kind_by_ending, top
from etl.extract.actors.phrases import QUOTES
from etl.extract.actors.spellings import Named, best_name, called_otherwise, groups, named, nominative_of, share_surname
from etl.extract.actors.stage import Stage
from etl.extract.actors.surnames import find_surnames
from etl.extract.actors.venues import PLATFORM, is_a_quoted_thing
from etl.extract.words import DASHES
from etl.morphology import parses
from etl.personal_names import name_candidates, name_gender
from etl.records import Entity, Token
from etl.vocabulary.entries import Authority
from etl.vocabulary.names import fold

ANIMALS = "animals"  # in not_actors.yml, as are:
INITIAL = re.compile("[А-ЯЁ]")
SEVERAL = ("ов", "ев", "ых", "ы", "ами", "ам", "ане", "яне")  # endings of a family or of townspeople
# What stands between a person's name and a second one, dictionary forms.
BYNAMES = ((",", "известный", "как"), ("по", "прозвище"), (",", "прозвать"), (",", "он", "же"), ("(",))
NOT_BEFORE = {PLATFORM, "district"}  # «основатель Facebook | Марк Громов», «глава района | Марк Громов»


def find_persons(stage: Stage) -> None:
    """Put every named person on the stage."""
    names = _from_tagger(stage)
    for group in called_otherwise(groups(names), _bynames(stage, names)):
        if not all(_eponym(stage, name) for name in group) and not any(_an_animal(stage, name) for name in group):
            _cast(stage, group)
    find_surnames(stage)


def _from_tagger(stage: Stage) -> list[Named]:
    """The tagger's persons, without what the vocabulary knows as something else."""
    found = []
    for entity in stage.doc.entities:
        begins = _behind_a_body(stage, entity)
        if entity.kind != "PER" or begins in stage.claimed or begins in stage.country_tokens:
            continue
        if _in_a_place_name(stage, entity.first) or _a_settlement(stage, entity) or is_a_quoted_thing(stage, entity):
            continue
        for begin, end in _split(stage, begins, entity.last):
            first, last = _trimmed(stage, begin, end)
            if first < last and not _no_person(stage, first, last):
                found.append(named(stage.doc, _widened(stage, first), last))
    found += [named(stage.doc, first, last) for first, last in _with_initials(stage)]
    return share_surname(stage.doc, sorted(found, key=lambda n: n.first))


def _behind_a_body(stage: Stage, entity: Entity) -> int:
    """«лидер [Аль-Кайды] Усама …»: where the name begins that the tagger took for one with that of the organisation."""
    first = entity.first
    while first < entity.last - 1 and (part := stage.on(first)) is not None and part.kind == "organization":
        first += 1
    return first


def _with_initials(stage: Stage) -> Iterator[tuple[int, int]]:
    """«Н. Громов», «Н.М. Громов» where the tagger saw nobody: it often does not where they begin a sentence."""
    tokens, tagged = stage.doc.tokens, {i for e in stage.doc.entities for i in range(e.first, e.last)}
    for t in stage.doc.tagged("PROPN"):
        first = t.i
        while first > 1 and tokens[first - 1].text == "." and INITIAL.fullmatch(tokens[first - 2].text):
            first -= 2
        if first == t.i or not t.text.istitle() or not tagged.isdisjoint(range(first, t.i + 1)):
            continue
        apart = t.i in stage.claimed or t.i in stage.country_tokens or _a_place(stage, t.i) or common_noun(t)
        if not apart and not _in_a_place_name(stage, first):
            yield first, t.i + 1


def _bynames(stage: Stage, names: list[Named]) -> list[tuple[Named, Named]]:
    """«Абу Громов, известный как Хемети», «Абу Громов (Хемети)», «по прозвищу Хемети»: a second name and whose it is."""
    tokens, ends = stage.doc.tokens, {n.last: n for n in names if len(n.words) > 1}
    found = []
    for name in (n for n in names if len(n.words) == 1):
        before = [t.lemma if t.pos != "PUNCT" else t.text for t in tokens[max(0, name.first - 4) : name.first]]
        words = [w for w in before if w not in QUOTES]
        gap = len(before) - len(words)
        length = next((len(b) for b in BYNAMES if tuple(words[-len(b) :]) == b), 0)
        owner = ends.get(name.first - gap - length) if length else None
        closes = words[-1:] != ["("] or [t.text for t in tokens[name.last : name.last + 1]] == [")"]
        if owner is not None and closes:
            found.append((name, owner))
    return found


def _in_a_place_name(stage: Stage, first: int) -> bool:
    """«улица Абая», «театр им. Чехова»: the word before is one for a street or a building."""
    if first > 1 and stage.doc.tokens[first - 1].text == "." and stage.doc.tokens[first - 2].lemma in ("им", "имя"):
        return True
    venue = stage.lexicon.venues.at(stage.doc, first - 1) if first else None
    return venue is not None and venue.entry.id not in NOT_BEFORE and not _of_its_head(stage, stage.doc.tokens[first])


def _of_its_head(stage: Stage, t: Token) -> bool:
    """«с директором выставки | Миленой Овасян»: the name of somebody there, in his case, not of the place."""
    up = stage.doc.head(t)
    beside = up is not None and t.rel == "appos" and up.feats.get("Animacy") == "Anim"
    return up is not None and beside and up.feats.get("Case") == t.feats.get("Case") != "Gen"


def _a_settlement(stage: Stage, entity: Entity) -> bool:
    """«сель накрыл кишлак Тода»; but «глава кишлака Громов»."""
    before, kinds = stage.doc.tokens[max(0, entity.first - 1)], stage.vocabulary.place_words["selo"].words
    if entity.last - entity.first > 1 or before.lemma not in kinds:
        return False
    up = stage.doc.head(before)
    return up is None or up.pos != "NOUN" or up.feats.get("Animacy") != "Anim" or up.lemma in kinds


def _an_animal(stage: Stage, name: Named) -> bool:
    """«овца Долли», later «Долли»."""
    kind = stage.lexicon.victims.at(stage.doc, name.first - 1) if name.first else None
    return kind is not None and kind.entry.id == ANIMALS


def _eponym(stage: Stage, name: Named) -> bool:
    """«фонд Мюллера», «список Громова»: a surname that only tells what something is called."""
    before = stage.doc.tokens[name.first - 1] if name.first else None
    return len(name.words) == 1 and before is not None and before.lemma in stage.role_words("eponym")


def _split(stage: Stage, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Two neighbours taken for one («экс-президента Дональда Трампа Джон Смит»), and the Latin spelling in brackets cut off."""
    start = first
    tokens = stage.doc.tokens
    for i in range(first, last):
        t = tokens[i]
        if t.text in ("(", "[", ",", ";"):
            yield start, i
            return
        other = t.text[0].isupper() and not t.rel.startswith("flat") and i + 1 < last and tokens[i + 1].rel.startswith("flat")
        whole = i - start > 1 or (i > start and _surname(tokens[start].text))  # not «Мамаду | Саран Балде»
        if whole and other and tokens[i + 1].head == i and t.feats.get("Case") != tokens[start].feats.get("Case"):
            yield start, i
            start = i
    yield start, last


def _trimmed(stage: Stage, first: int, last: int) -> tuple[int, int]:
    """Without marks, and without a title or place before the name («Папа Римский | Иоанн», «полиции Лхасы | Тензин»)."""
    doc = stage.doc
    title = stage.lexicon.positions.at(doc, first)
    if title is not None and title.last < last:
        first = title.last
    while last - first > 1 and (_a_place(stage, first) or first in stage.country_tokens or _a_body(stage, first)):
        first += 1
    while last - first > 1 and common_noun(doc.tokens[first]):
        first += 1
    while first < last and not doc.tokens[first].text[0].isalpha():
        first += 1
    while first < last and not (doc.tokens[last - 1].text[-1].isalpha() or doc.tokens[last - 1].text == "."):
        last -= 1
    return first, last


def _a_body(stage: Stage, i: int) -> bool:
    """«зампред Центробанка | Громов»."""
    hit = stage.lexicon.bodies.at(stage.doc, i)
    return hit is not None and hit.last == i + 1


def _a_place(stage: Stage, i: int) -> bool:
    """A place of this article, also where this once only the word can tell: «в провинции Гильменд … полиции Гильменда»."""
    forms = name_candidates(stage.doc.tokens[i].text)
    return stage.atlas.by_head.get(i) is not None or not forms.isdisjoint(stage.place_words)


def common_noun(t: Token) -> bool:
    """A dictionary word that is nobody's name: «Вдова», «Гравюра»; an initial («Н.», of newtons too) is none."""
    if len(t.text) == 1:
        return False
    tags = [p.tag for p in parses(t.text.lower()) if p.is_known]
    names = {"Name", "Surn", "Patr", "Geox", "Orgn"}
    return bool(tags) and tags[0].POS == "NOUN" and not any(names & set(tag.grammemes) for tag in tags) and t.rel != "flat:name"


def _no_person(stage: Stage, first: int, last: int) -> bool:
    """Initials alone, «Мосгорсуд», a common word that only begins a sentence, or a family in the plural («Хантсменов»)."""
    tokens = stage.doc.tokens[first:last]
    if not any(len(t.text) > 2 for t in tokens) or kind_by_ending(stage.lexicon, tokens[-1].text):
        return True
    if len(tokens) == 1 and tokens[0].feats.get("Animacy") == "Inan" and not name_gender([tokens[0].text]):
        return True
    if len(tokens) == 1 and (tokens[0].rel == "amod" or _in_brackets_after_a_body(stage, first)):
        return True
    title = stage.lexicon.positions.at(stage.doc, first)
    if title is not None and title.last == last:
        return True  # «Папа», «Президент» with a capital
    if len(tokens) > 1:
        return False
    family = tokens[0].feats.get("Number") == "Plur" and tokens[0].text.lower().endswith(SEVERAL)
    opens = _only_opens(tokens[0]) or _describes_next(stage, tokens[0]) or _has_no_capital(stage, tokens[0])
    return family or (_begins(stage, tokens[0]) and opens)


def _has_no_capital(stage: Stage, t: Token) -> bool:
    """«Глифосат … глифосату»: within sentences the article writes the word small."""
    small = any(other.text.islower() for other in stage.doc.lemmatised(t.lemma))
    return small and not name_gender([t.text])


def _only_opens(t: Token) -> bool:
    """«Допросив», «Незабивавший», «Картошка»: words that owe their capital to the sentence they begin."""
    return t.pos == "VERB" or _no_noun(t.text.lower()) or common_noun(t)


def _describes_next(stage: Stage, t: Token) -> bool:
    """«Отрадным фактом является»: an adjective that is no name and agrees with the noun behind it."""
    noun = stage.doc.tokens[t.i + 1] if t.i + 1 < len(stage.doc.tokens) else t
    agrees = noun.pos == "NOUN" and noun.text.islower() and noun.feats.get("Case") == t.feats.get("Case") != "Nom"
    found = [p.tag for p in parses(t.text.lower()) if p.is_known]
    names = any(mark in tag for tag in found for mark in ("Surn", "Name", "Patr"))
    return agrees and not names and any(tag.POS == "ADJF" for tag in found)


def _begins(stage: Stage, t: Token) -> bool:
    """Whether a sentence begins with the word, quotation marks and dashes aside: its capital says nothing."""
    before = stage.doc.tokens[stage.doc.sentence(t).first : t.i]
    return all(b.text in (*QUOTES, *DASHES) for b in before) or (bool(before) and before[-1].text in QUOTES)


@lru_cache(maxsize=20_000)
def _no_noun(word: str) -> bool:
    """A dictionary word that is a verb, a participle or an adverb in every reading: «сломав», «вступите», «нестрашно»."""
    found = [p.tag for p in parses(word) if p.is_known]
    return bool(found) and all(tag.POS in ("GRND", "VERB", "INFN", "PRTF", "PRTS", "ADVB", "COMP", "NPRO") for tag in found)


def _in_brackets_after_a_body(stage: Stage, i: int) -> bool:
    """«Комитета по лесу (Леспромнадзора)»: a second name of the organisation."""
    tokens = stage.doc.tokens
    bracketed = 0 < i < len(tokens) - 1 and tokens[i - 1].text == "(" and tokens[i + 1].text == ")"
    return bracketed and any(e.kind == "ORG" and e.last == i - 1 for e in stage.doc.entities)


def _widened(stage: Stage, first: int) -> int:
    """A name word the tagger left out before the name: «Аун Сан Су Чжи» tagged from «Сан» on."""
    doc = stage.doc
    start = doc.sentence(doc.tokens[first]).first
    while first > start:
        before, t = doc.tokens[first - 1], doc.tokens[first]
        linked = (t.rel.startswith("flat") and t.head == before.i) or (before.rel.startswith("flat") and before.pos == "PROPN")
        elsewhere = (
            before.i in stage.claimed
            or _a_place(stage, before.i)
            or _a_body(stage, before.i)
            or stage.lexicon.positions.at(doc, before.i) is not None
        )
        apart = any(e.kind == "PER" and e.last == first and _complete(stage, e, first) for e in stage.doc.entities)
        linked = linked or (_first_name(before.text) and before.feats.get("Case") == t.feats.get("Case"))
        if not linked or elsewhere or apart or before.pos not in ("PROPN", "NOUN") or not before.text[0].isupper():
            break
        first -= 1
    return first


@lru_cache(maxsize=20_000)
def _first_name(word: str) -> bool:
    """Known as a first name and as nothing else: «Юнона | Царева»."""
    found = [p.tag.grammemes for p in parses(word.lower()) if p.is_known]
    return bool(found) and word[0].isupper() and all("Name" in t for t in found)


def _complete(stage: Stage, before: Entity, first: int) -> bool:
    """«летчицы Анны Кириенко | Олег Громов», «послании Громова | Ларин»: the tagger's name before is whole, and another's."""
    surnames = all(_surname(stage.doc.tokens[i].text) for i in (before.last - 1, first))
    return before.last - before.first > 1 or surnames


def _surname(word: str) -> bool:
    """Known as a surname and not as a first name."""
    tags = [p.tag.grammemes for p in parses(word.lower())]
    return any("Surn" in t for t in tags) and not any("Name" in t for t in tags)


def _cast(stage: Stage, group: list[Named]) -> None:
    if group[0].case == "open":
        stage.open.update(top(stage.doc, n.first, n.last).i for n in group)
        return
    name = best_name(group)
    entry = stage.lexicon.people.get(fold(name)) or _well_known(stage, group)
    genders = Counter(n.gender for n in group if n.gender)
    part = stage.actor(name, "person", entry=entry)
    part.gender = name_gender(name.split()) or (genders.most_common(1)[0][0] if genders else None)
    for n in group:
        stage.mention(part, n.first, n.last, top(stage.doc, n.first, n.last), "person")
        spelled = nominative_of(n, part.gender)
        if spelled not in part.names:
            part.names.append(spelled)


def _well_known(stage: Stage, group: list[Named]) -> Authority | None:
    """«Кондолизе Райс» is the «Кондолиза Райс» of the authority, though the dictionary does not know the name."""
    full = max(group, key=lambda n: len(n.words))
    if len(full.words) != 2:
        return None
    found = {e.id: e for a in full.candidates[0] for b in full.candidates[1] if (e := stage.lexicon.people.get(f"{a} {b}"))}
    return found.popitem()[1] if len(found) == 1 else None

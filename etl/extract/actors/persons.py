"""Named persons: the tagger's names repaired, and their spellings merged into one actor each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from etl.extract.actors.lexicon import top
from etl.extract.actors.name_bounds import behind_a_body, is_a_place, split, trimmed, widened
from etl.extract.actors.name_reading import Named, named, share_surname
from etl.extract.actors.no_persons import common_noun, no_person
from etl.extract.actors.phrases import QUOTES
from etl.extract.actors.spellings import best_name, called_otherwise, groups, nominative_of
from etl.extract.actors.stage import Stage
from etl.extract.actors.surnames import find_surnames
from etl.extract.actors.venues import PLATFORM, is_a_quoted_thing, things
from etl.personal_names import name_gender
from etl.records import Entity, Token
from etl.vocabulary.entries import Authority
from etl.vocabulary.names import fold

ANIMALS = "animals"  # in not_actors.yml, as are:
INITIAL = re.compile("[А-ЯЁ]")
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
    found, known = [], things(stage)
    for entity in stage.doc.entities:
        begins = behind_a_body(stage, entity)
        if entity.kind != "PER" or begins in stage.claimed or begins in stage.country_tokens:
            continue
        if _in_a_place_name(stage, entity.first) or _a_settlement(stage, entity) or is_a_quoted_thing(stage, entity, known):
            continue
        for begin, end in split(stage, begins, entity.last):
            first, last = trimmed(stage, begin, end)
            if first < last and not no_person(stage, first, last):
                found.append(named(stage.doc, widened(stage, first), last))
    found += [named(stage.doc, first, last) for first, last in _with_initials(stage)]
    return share_surname(stage.doc, sorted(found, key=lambda n: n.first))


def _with_initials(stage: Stage) -> Iterator[tuple[int, int]]:
    """«Н. Громов», «Н.М. Громов» where the tagger saw nobody: it often does not where they begin a sentence."""
    tokens, tagged = stage.doc.tokens, {i for e in stage.doc.entities for i in range(e.first, e.last)}
    for t in stage.doc.tagged("PROPN"):
        first = t.i
        while first > 1 and tokens[first - 1].text == "." and INITIAL.fullmatch(tokens[first - 2].text):
            first -= 2
        if first == t.i or not t.text.istitle() or not tagged.isdisjoint(range(first, t.i + 1)):
            continue
        apart = t.i in stage.claimed or t.i in stage.country_tokens or is_a_place(stage, t.i) or common_noun(t)
        if not apart and not _in_a_place_name(stage, first):
            yield first, t.i + 1


def _bynames(stage: Stage, names: list[Named]) -> list[tuple[Named, Named]]:
    """«Абу Громов, известный как Хемети», «Абу Громов (Хемети)», «по прозвищу Хемети»: a second name and whose it is."""
    tokens, ends = stage.doc.tokens, {n.last: n for n in names if len(n.words) > 1}
    found = []
    for name in names:
        before = [t.lemma if t.pos != "PUNCT" else t.text for t in tokens[max(0, name.first - 4) : name.first]]
        words = [w for w in before if w not in QUOTES]
        gap = len(before) - len(words)
        length = next((len(b) for b in BYNAMES if tuple(words[-len(b) :]) == b), 0)
        owner = ends.get(name.first - gap - length) if length else None
        if len(name.words) > 1 and (owner is None or words[-1:] != ["("] or name.case != owner.case or name.case == "Nom"):
            continue  # «Анны Громовой (Инны Ларк)»; not «Гамлет (Иван Громов)»
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

"""What points back: «он», «она», «они», «президент», «ведомство», «певица»."""

from __future__ import annotations

from functools import lru_cache

from etl.extract.actors.beside import named_beside
from etl.extract.actors.complements import so_called
from etl.extract.actors.offices import HEADS, Office, add_role, is_person_noun, office
from etl.extract.actors.phrases import right
from etl.extract.actors.possession import of_his, of_its_head, owned
from etl.extract.actors.posts import only_the_office, only_whose
from etl.extract.actors.predicates import is_predicate
from etl.extract.actors.salience import CLEAR, CLEARER, REACH, Fits, candidates, lead
from etl.extract.actors.stage import Part, Stage
from etl.morphology import lemmas
from etl.records import Token

PRONOUNS = {"он": "Masc", "она": "Fem", "оно": "Neut", "они": "Plur"}
OTHER = {"другой", "один", "некий", "каждый", "любой", "такой", "никакой", "новый", "второй", "местный"}


def find_references(stage: Stage) -> None:
    """Read the article once more and give pronouns and bare descriptions the actor that fits best, or leave them open."""
    for token in stage.doc.tagged("PRON", "NOUN", "PROPN"):
        if token.i in stage.claimed:
            continue
        if token.lemma in PRONOUNS and token.pos == "PRON":
            refer(stage, token, _pronoun(token), "pronoun", "pronoun")
        elif _is_noun(stage, token) and token.feats.get("Number") != "Plur":
            if owned(stage, token):
                of_his(stage, token)
            elif _describes(stage, token):
                any(rule(stage, token) for rule in DESCRIPTIONS)


def _is_noun(stage: Stage, token: Token) -> bool:
    """A common noun, one with a capital («Папа», «Агентство»), no number of them («два источника»)."""
    books = (stage.lexicon.positions, stage.lexicon.kinds)
    title = token.pos == "PROPN" and any(book.at(stage.doc, token.i) is not None for book in books)
    return (token.pos == "NOUN" or title) and stage.doc.child(token, "nummod") is None


def _describes(stage: Stage, token: Token) -> bool:
    """A word for a person or a kind of organisation, and not another one."""
    kinds = stage.lexicon.kinds
    can = is_person_noun(stage, token) or (stage.begins(kinds, token) and kinds.at(stage.doc, token.i) is not None)
    return can and not _another(stage, token) and not is_predicate(stage, token) and not only_the_office(stage, token, token.i)


def _another(stage: Stage, token: Token) -> bool:
    """«другой министр», «свой брат»: somebody not yet spoken of."""
    return any(t.lemma in OTHER or t.lemma in ("их", "свой") for t in stage.doc.children(token, "amod", "det"))


def _pronoun(token: Token) -> Fits:
    gender = token.feats.get("Gender")
    plural = token.feats.get("Number") == "Plur" or PRONOUNS[token.lemma] == "Plur"

    def fits(part: Part) -> bool:
        if plural:
            return part.plural or part.kind == "group"
        if part.plural or part.kind == "group":
            return False
        if part.kind == "person":
            return gender is None or part.gender in (None, gender)
        return part.gender == gender == "Neut"

    return fits


# ── descriptions, the surest first ──


def by_generic_office(stage: Stage, token: Token) -> bool:
    """«глава ведомства», «руководитель компании»: the head of something who was spoken of last."""
    hit = stage.lexicon.positions.at(stage.doc, token.i)
    if hit is None or hit.head.i != token.i:
        return False
    last = right(stage.doc, token, hit.last)
    if not office(stage, token.i, last, token).generic:
        return False
    same = HEADS if hit.entry.id in HEADS else {hit.entry.id}
    heads = {k for k, held in stage.offices.items() if any(o.position in same for o in held)}
    return refer(stage, token, lambda p: p.key in heads, "head of what was said", "role", reach=99, last=last)


def by_office(stage: Stage, token: Token) -> bool:
    """«министр» where the article has one minister; «писатель» where it called somebody a writer, «вдова» a widow."""
    if not is_person_noun(stage, token):
        return False
    hit = stage.lexicon.positions.at(stage.doc, token.i)
    if hit is not None and hit.head.i == token.i:
        bare = Office(hit.entry.id, frozenset(), None, True)
        holders = {k for k, held in stage.offices.items() if any(o.agrees(bare) for o in held)}
    else:
        words = lemmas(token.text)
        holders = {r.actor for r in stage.roles if not words.isdisjoint(_words(r.role))}
        holders |= {k for k, p in stage.parts.items() if p.kind == "person" and token.lemma in p.introduced}
    gender = _gender(stage, token, verb_only=True)
    return refer(
        stage,
        token,
        lambda p: p.key in holders and p.gender in (None, gender or p.gender),
        "office said before",
        "role",
        reach=99,
    )


@lru_cache(maxsize=10_000)
def _words(role: str) -> frozenset[str]:
    """Dictionary forms of a role's words and their parts: «певец-актер» is an «актер»."""
    return frozenset(lemma for piece in role.split() for w in (piece, *piece.split("-")) for lemma in lemmas(w))


def by_country(stage: Stage, token: Token) -> bool:
    """«президент» whom nobody named: the president of the story's country."""
    hit = stage.lexicon.positions.at(stage.doc, token.i)
    if hit is None or hit.entry.of != "country" or token.i in stage.open or stage.story_country is None:
        return False
    if token.feats.get("Animacy") == "Inan" and token.lemma != "глава":
        return False  # «премьера фильма»
    part = _holder_named_later(stage, hit.entry.id) or named_beside(stage, token, stage.story_country)
    if part is None and only_whose(stage, token):
        return False
    part = part or stage.actor(stage.of_country(hit.entry.name, stage.story_country), "person", stage.story_country)
    stage.mention(part, token.i, token.i + 1, token, "office of the country", "role")
    add_role(stage, part, token.i, hit.last, token)
    return True


def _holder_named_later(stage: Stage, position: str) -> Part | None:
    """«Президент молчит. … Глава государства Иван Громов …»: the one called so anywhere, and of no other country."""
    fits = {
        key
        for key, held in stage.offices.items()
        if any(o.position == position and not o.of and o.country in (None, stage.story_country) for o in held)
    }
    found = [stage.parts[key] for key in fits]
    return found[0] if len(found) == 1 and found[0].named else None


def by_kind(stage: Stage, token: Token) -> bool:
    """«в компании», «ведомство»: the organisation of that kind spoken of last."""
    kind = stage.lexicon.kinds.at(stage.doc, token.i)
    if kind is None or not kind.entry.refers or token.rel not in ("nsubj", "obl", "iobj", "nsubj:pass", "nmod"):
        return False
    if of_its_head(stage, token):
        return True
    wanted = {kind.entry.kind}
    called = {k for k, p in stage.parts.items() if p.kind in wanted and so_called(p, kind.entry)}
    if called or kind.entry.kind != "state_body":
        return refer(stage, token, lambda p: p.key in called, "organisation so called", "role", reach=99)
    return refer(stage, token, lambda p: p.kind in wanted, "kind of organisation", "role")


def by_person(stage: Stage, token: Token) -> bool:
    """«певица заявила», «по словам дипломата»: a word for a person, and one person fits clearly."""
    if (
        token.i in stage.open
        or token.lemma in stage.role_words("kin")
        or not is_person_noun(stage, token)
        or not _speaks(stage, token)
    ):
        return False
    gender = _gender(stage, token)
    found = refer(stage, token, lambda p: p.kind == "person" and p.gender in (None, gender), "description", "role", 3, CLEARER)
    if not found and stage.doc.child(token, "nmod") is not None:
        stage.open.discard(token.i)  # «режиссер картины» may be somebody whom the text names nowhere
    return found


def by_full_name(stage: Stage, token: Token) -> bool:
    """«секретариат Агентства» after «МАГАТЭ»: a capitalised noun of the full name that the authority knows."""
    if not token.text[0].isupper() or token.i == stage.doc.sentence(token).first:
        return False
    called = {k for k, p in stage.parts.items() if p.authority and p.kind == "organization" and _in_full(stage, p, token)}
    return refer(stage, token, lambda p: p.key in called, "noun of the full name", "role", reach=99)


def _in_full(stage: Stage, part: Part, token: Token) -> bool:
    aliases = stage.vocabulary.authority[str(part.authority)].aliases
    return any(token.lemma in alias.lower().split() for alias in aliases)


DESCRIPTIONS = (by_generic_office, by_office, by_country, by_full_name, by_kind, by_person)


def _speaks(stage: Stage, token: Token) -> bool:
    """The subject of a verb of speech, or whose words these are."""
    up = stage.doc.head(token)
    says = up is not None and up.lemma in stage.speech_verbs
    return (token.rel == "nsubj" and says) or (
        token.rel == "nmod" and up is not None and up.lemma in ("слово", "мнение", "данные", "заявление")
    )


def _gender(stage: Stage, token: Token, verb_only: bool = False) -> str | None:
    """The verb's gender before the noun's: «адвокат отметила» is a woman."""
    verb = stage.doc.head(token)
    said = verb.feats.get("Gender") if verb is not None and token.rel == "nsubj" else None
    return said or (None if verb_only else token.feats.get("Gender"))


# ── choosing ──


def refer(
    stage: Stage,
    token: Token,
    fits: Fits,
    rule: str,
    resolution: str,
    reach: int = REACH,
    clear: float = CLEAR,
    last: int | None = None,
) -> bool:
    """Give the token the fitting actor that stands out; leave it open if two are level. True if it was given one."""
    ranked = candidates(stage, token, fits, reach)
    if not ranked:
        return False
    if lead(ranked) < clear:
        stage.open.add(token.i)
        return False
    stage.open.discard(token.i)
    stage.mention(ranked[0][1], token.i, last or token.i + 1, token, rule, resolution)
    return True

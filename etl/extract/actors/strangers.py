"""Persons whom nobody names and who hold no office: «курсант», «житель Лимы», «дочь президента», «неизвестный»."""

from __future__ import annotations

from collections import defaultdict

from etl.extract.actors.appositions import in_apposition
from etl.extract.actors.groups import heard, is_told_by_number
from etl.extract.actors.naming import Phrase, noun, taken_apart
from etl.extract.actors.offices import is_person_noun
from etl.extract.actors.phrases import phrase, uncapitalised
from etl.extract.actors.possession import owned, owner_of
from etl.extract.actors.salience import candidates
from etl.extract.actors.stage import Part, Stage
from etl.morphology import lemmas, tags
from etl.personal_names import name_genitive
from etl.records import Token

FROM = frozenset({"из"})
NEAR = 2  # sentences back in which a named person may be the one meant by «водитель»
DEEDS = ("nsubj", "nsubj:pass", "obl:agent")


def find_strangers(stage: Stage) -> None:
    """One actor for each who does something or to whom something is done; the same bare noun again is the same person."""
    met: dict[str, list[Part]] = defaultdict(list)
    for token in stage.doc.tagged("NOUN", "ADJ"):
        if token.i in stage.claimed or not _may_be_one(stage, token):
            continue
        if (person := in_apposition(stage, token)) is not None:
            stage.mention(person, token.i, token.i + 1, token, "apposition", "role")
            continue
        if owned(stage, token):
            _told_by_kin(stage, token)
            continue
        words = taken_apart(stage, token, token.i, token.i + 1, FROM, stage.names_apart(token))
        if (person := _named_behind_its_genitive(stage, token, words.last)) is not None:
            stage.mention(person, token.i, token.i + 1, token, "apposition", "role")
            continue
        known = met[token.lemma]
        if len(known) == 1 and not _told(words):
            stage.mention(known[0], token.i, token.i + 1, token, "stranger again", "role")
        elif any(rule(stage, token, words) for rule in RULES):
            part = stage.actor(_name(stage, token, words), "person", words.country, known_as=_known_as(stage, token, words))
            known.append(part)
            _met(stage, part, words.first, words.last, token)


def _named_behind_its_genitive(stage: Stage, token: Token, last: int) -> Part | None:
    """«приговор матери троих детей | учительнице Анне Громовой»: a name whose noun is no genitive, whatever the tagger thinks."""
    for t in stage.doc.tokens[token.i + 1 : last - 1]:
        cases = {tag.case for tag in tags(t.text.lower()) if tag.POS == "NOUN"}
        if t.pos == "NOUN" and cases and "gent" not in cases and stage.on_person(t.i + 1):
            return stage.on(t.i + 1)
    return None


def _told_by_kin(stage: Stage, token: Token) -> None:
    """«его жена рассказала»: the «жена Ивана Громова» who was spoken of."""
    kin = token.lemma in stage.role_words("kin") and heard(stage, token)
    if not kin or (owner := owner_of(stage, token)) is None:
        return
    name = f"{token.lemma} {name_genitive(owner.name, owner.gender)}"
    part = stage.actor(name, "person", known_as=f"{token.lemma} {owner.name}")
    _met(stage, part, token.i, token.i + 1, token)


def _met(stage: Stage, part: Part, first: int, last: int, token: Token) -> None:
    part.gender, part.named = part.gender or token.feats.get("Gender"), False
    stage.mention(part, first, last, token, "stranger", "role")


def _may_be_one(stage: Stage, token: Token) -> bool:
    if token.feats.get("Number") == "Plur":
        return False
    if token.lemma in stage.role_words("unknown") and token.rel in DEEDS:
        return True
    if token.pos != "NOUN" or token.feats.get("Animacy") != "Anim":
        return False
    office = stage.lexicon.positions.at(stage.doc, token.i) is not None
    return not office and is_person_noun(stage, token) and not is_told_by_number(stage, token)


def _told(words: Phrase) -> bool:
    return bool(words.complement or words.nation or words.country)


def _name(stage: Stage, token: Token, words: Phrase) -> str:
    """«чилийский пилот», «житель Лимы», «курсант летного училища»; no age: «рыбак лет пятидесяти»."""
    own = noun(stage, token.i, token.i + 1, token)
    complement = "" if words.complement.split(" ")[0] == "лет" else words.complement
    country = "" if words.complement or words.nation or not words.country else stage.of_country("", words.country).strip()
    return " ".join(w for w in (words.adjectives, words.nation, own, complement, country) if w)


def _known_as(stage: Stage, token: Token, words: Phrase) -> str | None:
    """«мама Виктора» is the «мама Виктора Громова»."""
    behind = range(token.i + 1, words.last)
    owner = stage.on(token.i + 1) if behind else None
    if owner is None or owner.kind != "person" or any(stage.on(i) is not owner for i in behind):
        return None
    return f"{token.lemma} {owner.name}"


# ── who is one ──


def relative(stage: Stage, token: Token, words: Phrase) -> bool:
    """«дочь Громова приехала», «он женат на сестре певицы»: somebody's relative, wherever the sentence puts him."""
    person = any(stage.on_person(i) for i in range(token.i + 1, words.last))
    return person and token.lemma in stage.role_words("kin") and token.rel not in ("appos", "root")


def described(stage: Stage, token: Token, words: Phrase) -> bool:
    """«житель Лимы убит», «студент из Перу ранен»: where somebody comes from."""
    origin = token.lemma in stage.role_words("origin") or any(w in stage.vocabulary.country_people for w in lemmas(token.text))
    return (origin or words.complement.startswith("из ")) and bool(words.complement) and _takes_part(stage, token)


def unknown(stage: Stage, token: Token, words: Phrase) -> bool:
    """«неизвестный открыл огонь»: nobody knows who."""
    adjectives = {t.lemma for t in stage.doc.tokens[words.first : token.i]}
    return bool({token.lemma, *adjectives} & stage.role_words("unknown")) and _takes_part(stage, token)


def introduced(stage: Stage, token: Token, words: Phrase) -> bool:
    """«сказал газете футбольный арбитр, который видел аварию»: who speaks, and is told of as of somebody new."""
    doc = stage.doc
    after = doc.tokens[words.last : words.last + 2]
    which = len(after) == 2 and after[0].text == "," and after[1].lemma == "который" and after[1].feats.get("Case") == "Nom"
    return which and token.lemma != "человек" and heard(stage, token) and _takes_part(stage, token)


def newcomer(stage: Stage, token: Token, words: Phrase) -> bool:
    """«водитель погиб», «офицер крикнул»: a part in what happened or was said, and no private person before could be meant."""
    words_for_one = stage.role_words("part") | (stage.role_words("voice") if heard(stage, token) else frozenset())
    if not _takes_part(stage, token) or not words_for_one & {token.lemma, *token.lemma.split("-")}:
        return False
    gender = token.feats.get("Gender")

    def could_be(part: Part) -> bool:
        return part.kind == "person" and part.gender in (None, gender) and part.key not in stage.offices and part.named

    return not candidates(stage, token, could_be, NEAR)


def _takes_part(stage: Stage, token: Token) -> bool:
    """Whether it does something or something is done to it, alone or in a list of such."""
    while token.rel == "conj" and (up := stage.doc.head(token)) is not None:
        token = up
    return token.rel in DEEDS


RULES = (relative, described, unknown, introduced, newcomer)


# ── one of many ──


def find_one_of(stage: Stage) -> None:
    """«один из демонстрантов», «одна из жительниц города»."""
    for t in stage.doc.lemmatised("один"):
        if t.i in stage.claimed or not t.rel.startswith("nsubj"):
            continue
        whole = next((c for c in stage.doc.children(t, "nmod", "obl") if _of_people(stage, c)), None)
        if whole is None or whole.i - t.i > 4:
            continue
        last = stage.reach(whole, whole.i + 1)
        if (named := _named_behind(stage, last)) is not None:
            stage.mention(named, t.i, last, t, "one of", "role")
            continue
        part = stage.actor(uncapitalised(stage.doc, phrase(stage.doc, t.i, last, t), t), "person", stage.story_country)
        part.gender = t.feats.get("Gender")
        stage.mention(part, t.i, last, t, "one of", "role")


def _named_behind(stage: Stage, last: int) -> Part | None:
    """«один из рабочих, | Иван Громов»."""
    after = stage.doc.tokens[last : last + 2]
    told = len(after) == 2 and after[0].text == "," and after[1].feats.get("Case") in ("Nom", None) and stage.on_person(last + 1)
    return stage.on(last + 1) if told else None


def _of_people(stage: Stage, t: Token) -> bool:
    preposition = stage.doc.child(t, "case")
    animate = t.feats.get("Animacy") == "Anim" or stage.lexicon.collectives.at(stage.doc, t.i) is not None
    return preposition is not None and preposition.lemma == "из" and t.feats.get("Number") == "Plur" and animate

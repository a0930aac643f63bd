"""The grammatical subject of a verb of speech: who could speak, who agrees with the verb, and whom 'который' means."""

from __future__ import annotations

from etl.extract.statements.script import Script, is_finite
from etl.records import Token


def subject_of(script: Script, verb: Token) -> Token | None:
    """The verb's subject; of two, which only a parser's mistake makes, the one that agrees with it, a living one first."""
    found = []
    for token in script.doc.children(verb, "nsubj"):
        if token.rel == "nsubj:pass" and verb.feats.get("VerbForm") == "Part":
            continue
        if token.lemma == "который":
            return _antecedent(script, verb, token)
        if could_speak(token) and not (token.i and script.doc.tokens[token.i - 1].text.lower() == "как"):
            found.append(_noun_behind(script, token))  # 'Чили как сосед пояснила'
    if len(found) > 1:
        found = [t for t in found if t.feats.get("Case") in ("Nom", None)] or found
        found = [t for t in found if not _behind_another_verb(script, t, verb)] or found
    if len(found) == 1:
        return _uncrossed(script, found[0], verb)
    agreeing = [t for t in found if agrees(t, verb)] or found
    living = [t for t in agreeing if t.feats.get("Animacy") == "Anim"]
    return next(iter(living or agreeing), None)


def _uncrossed(script: Script, subject: Token, verb: Token) -> Token:
    """'Мэр объявил, однако судья назвал': where the parser gave each verb the other's subject, its own."""
    for other in script.doc.words(script.sentence(verb)):
        theirs = script.doc.child(other, "nsubj") if is_finite(other) and other.i != verb.i else None
        if theirs is None or not (agrees(theirs, verb) and agrees(subject, other) and could_speak(theirs)):
            continue
        first, behind = (other, theirs) if subject.i < verb.i else (verb, subject)
        swapped = subject.i < other.i < theirs.i < verb.i or theirs.i < verb.i < subject.i < other.i
        if swapped and any(t.text == "," for t in script.doc.tokens[first.i : behind.i]):
            return theirs
    return subject


def _behind_another_verb(script: Script, noun: Token, verb: Token) -> bool:
    """'Газета пишет, что мост закрыт, что подтверждает мэр': no subject of the first verb."""
    between = script.doc.tokens[min(noun.i, verb.i) + 1 : max(noun.i, verb.i)]
    return any(is_finite(t) and noun not in script.doc.ancestors(t) for t in between)


def _noun_behind(script: Script, token: Token) -> Token:
    """'Гаагский Международный трибунал': the noun of a proper name whose adjective the parser took for the subject."""
    if token.pos != "ADJ" or not token.text[0].isupper() or token.feats.get("Case") != "Nom":
        return token
    for other in script.rest(token)[:3]:
        if other.pos == "NOUN" and other.feats.get("Case") == "Nom" and agrees(other, token):
            return other
        if other.pos != "ADJ":
            break
    return token


def _antecedent(script: Script, verb: Token, which: Token) -> Token | None:
    """Who 'который' is: the noun the clause hangs on; the name right before the comma where that noun is a thing."""
    head, cast = script.doc.head(verb), script.reading.cast
    noun = head if head and head.pos in ("NOUN", "PROPN", "PRON") else None
    if noun and noun.feats.get("Number") != which.feats.get("Number") and (person := _person_before_comma(script, which)):
        return person  # 'конкуренты: сенатор Барак Обама, который также заявил'
    if noun and (noun.feats.get("Animacy") != "Inan" or noun.i in cast.by_head):
        return noun
    last = script.doc.tokens[which.i - 2] if which.i > 1 else which
    name = cast.at(last)
    if name is None or name.span.stop != last.stop:
        return noun
    living = cast.by_key[name.actor].kind == "person"
    # Where the tree hangs the clause on a verb, the name only has to agree.
    fits = noun is None and all(last.feats.get(f) == which.feats.get(f) for f in ("Gender", "Number"))
    return script.doc.tokens[name.head] if living or fits else noun


def _person_before_comma(script: Script, which: Token) -> Token | None:
    last = script.doc.tokens[which.i - 2] if which.i > 1 else which
    mention = script.reading.cast.at(last)
    person = mention is not None and script.reading.cast.by_key[mention.actor].kind == "person"
    return script.doc.tokens[mention.head] if mention and person and mention.span.stop == last.stop else None


def could_speak(token: Token) -> bool:
    person = token.pos == "VERB" and token.feats.get("VerbForm") == "Part" and token.feats.get("Case") == "Nom"  # 'собравшиеся'
    speaks = person or token.pos in ("NOUN", "PROPN", "PRON", "X", "ADJ", "NUM", "DET") or token.text == "%"
    return speaks and token.lemma not in ("это", "что", "который")


def agrees(noun: Token, verb: Token) -> bool:
    """In number and gender, as far as they are known."""
    pairs = ((noun.feats.get(k), verb.feats.get(k)) for k in ("Number", "Gender"))
    return all(a == b or a is None or b is None for a, b in pairs)


def does(noun: Token, verb: Token) -> bool:
    """Agrees, or is a title that a woman bears: 'член совета Анна Лебедева приехала и заявила'."""
    title = noun.pos == "NOUN" and noun.feats.get("Animacy") == "Anim" and noun.feats.get("Gender") == "Masc"
    woman = verb.feats.get("Gender") == "Fem" and verb.feats.get("Number") == noun.feats.get("Number")
    return agrees(noun, verb) or (title and woman)


# ── what kind of speaker a word can be ──


def can_speak(script: Script, token: Token) -> bool:
    """A living being, an institution, a source, a name in capitals or Latin, or whoever sits where the words were said."""
    if token.pos == "DET" or token.lemma in ("некоторый", "многий", "другой", "иной", "остальной", "такой", "весь", "тот"):
        return False
    if token.pos not in ("NOUN", "NUM", "PROPN", "X"):
        return token.feats.get("Number") == "Plur" and token.feats.get("Case") in (
            "Nom",
            "Gen",
        )  # 'собравшиеся', 'треть опрошенных'
    alive = token.feats.get("Animacy") == "Anim" or token.lemma in script.words("sources")
    return alive or token.text.isupper() or is_latin(token) or is_institution(script, token) or is_seat(script, token)


def is_latin(token: Token) -> bool:
    return token.text.isascii() and token.text[0].isupper()


def is_institution(script: Script, token: Token) -> bool:
    return token.lemma in script.words("institutions") or kind_of_body(script, token) is not None


def is_seat(script: Script, token: Token) -> bool:
    """'В районной больнице сообщили'."""
    place = script.doc.child(token, "case")
    return place is not None and place.lemma in ("в", "во", "на") and token.feats.get("Case") == "Loc"


def kind_of_body(script: Script, token: Token) -> str | None:
    """'media' for издание, 'state_body' for ведомство, 'organization' for компания."""
    words = script.reading.vocabulary.organization_words.values()
    return next((w.kind for w in words if token.lemma in (w.name, *w.aliases)), None)

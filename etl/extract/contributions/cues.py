"""Which words speak of sending, joining, stationing or withdrawing forces: those of the lists, unless something else is sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from etl.extract.places.locations import is_animate
from etl.morphology import lemmas
from etl.records import Doc, Token

Said = frozenset[str]  # the dictionary forms of a word
Lists = Mapping[str, frozenset[str]]

TAKING, GIVING = {"принять", "принимать"}, {"дать", "давать"}
CONCLUSIONS = {"вывод"}


def is_cue(token: Token, said: Said, lists: Lists, doc: Doc) -> bool:
    if token.pos in ("VERB", "ADJ", "AUX"):
        known = lists["cue_verbs"]
    elif token.pos == "NOUN":
        known = lists["cue_nouns"]
    else:
        return False
    return not said.isdisjoint(known) and not any(rule(token, said, lists, doc) for rule in RULES)


def takes_something_else(token: Token, said: Said, lists: Lists, doc: Doc) -> bool:
    """«приняла раненых солдат», not «примут участие»."""
    if said.isdisjoint(TAKING):
        return False
    near = doc.tokens[max(0, token.i - 2) : token.i + 5]
    return not any(t.sentence == token.sentence and lemmas(t.text) & {"участие", "командование"} for t in near)


def gives_something_else(token: Token, said: Said, lists: Lists, doc: Doc) -> bool:
    """«дала согласие», not «даст тысячу человек»."""
    if said.isdisjoint(GIVING):
        return False
    given = doc.children(token, "obj", "obl", "nsubj", "nsubj:pass")
    return not any(lemmas(t.text) & (lists["forces"] | {"человек"}) for t in given)


def handles_a_thing(token: Token, said: Said, lists: Lists, doc: Doc) -> bool:
    """«ввела наблюдение за границей», «введение санкций против 50 граждан», «выделила дела четырёх генералов»."""
    if said.isdisjoint(lists["handling"]):
        return False
    objects = [t for t in doc.children(token, "obj", "nsubj:pass", "nmod") if t.pos == "NOUN" and doc.child(t, "case") is None]
    return bool(objects) and not any(_may_be_sent(t, lists, doc) for t in objects)


def _may_be_sent(token: Token, lists: Lists, doc: Doc) -> bool:
    known = lists["forces"] | lists["units"] | lists["machines"]
    return not known.isdisjoint(lemmas(token.text)) or is_animate(token) or doc.child(token, "nummod") is not None


def is_idiom(token: Token, said: Said, lists: Lists, doc: Doc) -> bool:
    """«выведена из строя батарея», «вывела на улицы тысячи человек», «вывод о том, что»."""
    if said & CONCLUSIONS and any(_is_about(t, doc) for t in doc.children(token, "nmod", "acl")):
        return True
    where = doc.children(token, "obl", "nmod") if said & (lists["handling"] | CONCLUSIONS) else ()
    return any(doc.child(t, "case") is not None and lemmas(t.text) & lists["idioms"] for t in where)


def _is_about(token: Token, doc: Doc) -> bool:
    mark = doc.child(token, "case", "mark")
    return mark is not None and mark.text.lower() in ("о", "об", "что")


Rule = Callable[[Token, Said, Lists, Doc], bool]
RULES: tuple[Rule, ...] = (takes_something_else, gives_something_else, handles_a_thing, is_idiom)

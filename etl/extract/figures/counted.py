"""What a number counts: the noun it stands with, the words between, and the unit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from etl.extract.figures.units import is_people, unit_of
from etl.extract.numbers import Number
from etl.extract.words import DASHES
from etl.morphology import lemmas
from etl.records import Doc, Record, Sentence, Span, Token, hull
from etl.vocabulary import Vocabulary

QUOTES = set("«»\"“”„'")
REACH = 6  # words between a number and its noun
# «8 единиц бронетехники»: the counted noun is the next one.
CONTAINERS = {"единица", "штука", "экземпляр", "пара"}


@dataclass(frozen=True, slots=True)
class Counted(Record):
    """A number with the noun it counts (None in «748 пострадали») and the words of its noun phrase."""

    number: Number
    sentence: Sentence
    noun: Token | None
    phrase: tuple[Token, ...]  # modifiers, the noun, and the genitives that follow it
    unit: str | None

    @property
    def top(self) -> int:
        """The token by which the phrase hangs in the tree."""
        return self.noun.i if self.noun else self.number.first

    def span(self, doc: Doc) -> Span:
        words = [self.number.span(doc)]
        if self.noun:
            words.append(self.noun.span)
        return hull(words)


def count(number: Number, doc: Doc, vocabulary: Vocabulary) -> Counted:
    """The number with its noun and unit."""
    sentence = doc.sentence(doc.tokens[number.first])
    phrase = _phrase(number, sentence, doc)
    noun = next((t for t in phrase if t.pos in ("NOUN", "PROPN", "SYM")), phrase[-1] if phrase else None)
    noun, phrase = _contained(noun, phrase, sentence, doc)
    return Counted(
        number, sentence, noun, phrase + _genitives(noun, sentence, doc), unit_of(number, noun, phrase, doc, vocabulary)
    )


def with_shared_units(counted: list[Counted], doc: Doc) -> list[Counted]:
    """«с 8 тыс. до 10 тыс. франков», «с 12 до 15 процентов»: the unit stands once, behind the second number."""
    found = list(counted)
    for i, (one, other) in enumerate(pairwise(counted)):
        bare = one.noun is None and one.unit is None and one.sentence == other.sentence
        from_to = doc.tokens[one.number.first - 1].text.lower() == "с" and doc.tokens[one.number.last].text.lower() == "до"
        if bare and from_to and other.unit and other.number.first == one.number.last + 1:
            found[i] = replace(one, unit=other.unit)
    return found


def _phrase(number: Number, sentence: Sentence, doc: Doc) -> tuple[Token, ...]:
    """The words from the number to its noun: «[мирных жителей]», «[погибших]»; before it in «[человек] двадцать»."""
    opening = doc.tokens[number.opens]
    if number.opens < number.first and number.comparator == "about" and opening.pos == "NOUN":
        return (opening,)
    if number.bare:
        return (doc.tokens[number.first],)
    found: list[Token] = []
    first = number.last
    if first + 1 < sentence.last and doc.tokens[first].text in DASHES and is_named_after_dash(doc.tokens[first + 1]):
        return (doc.tokens[first + 1],)
    first = _after_the_whole(first, sentence, doc)
    for token in doc.tokens[first : min(sentence.last, first + REACH)]:
        if (token.pos in ("NOUN", "PROPN") and token.text not in QUOTES) or token.text == "%":
            return (*found, token)
        if token.text in QUOTES or (found and _joins_adjectives(token, sentence, doc)):
            continue
        if not _is_modifier(token):
            break
        found.append(token)
    return tuple(found)


def _joins_adjectives(token: Token, sentence: Sentence, doc: Doc) -> bool:
    """«американских [и] южнокорейских военных»."""
    after = doc.tokens[token.i + 1] if token.i + 1 < sentence.last else None
    return token.text.lower() in ("и", ",") and doc.tokens[token.i - 1].pos == "ADJ" and after is not None and after.pos == "ADJ"


def _after_the_whole(i: int, sentence: Sentence, doc: Doc) -> int:
    """«двое [из троих] беглецов», «1,6 тыс. [из 7,1 тыс.] военных»: the noun stands behind the number of the whole."""
    words = doc.tokens[i : sentence.last]
    if len(words) < 3 or words[0].text.lower() != "из":
        return i
    whole = words[1:] if words[1].pos != "ADJ" else words[2:]  # «19 из [последних] 24 матчей»
    if not (whole[0].pos == "NUM" or whole[0].text[0].isdigit()):
        return i
    following = (t.i for t in whole if not (t.pos == "NUM" or t.text[0].isdigit() or t.text in ("тыс", ".", "тысяч", "млн")))
    return next(following, i)


def is_named_after_dash(token: Token) -> bool:
    """«не менее 5 — дети», «двое — иностранцы»."""
    return token.pos == "NOUN" and token.feats.get("Case") == "Nom" and token.feats.get("Number") == "Plur" and is_people(token)


def _is_modifier(token: Token) -> bool:
    if token.pos == "VERB":
        return token.feats.get("VerbForm") == "Part" and token.feats.get("Variant") != "Short"
    return token.pos in ("ADJ", "DET") and token.feats.get("Variant") != "Short"


def _contained(
    noun: Token | None, phrase: tuple[Token, ...], sentence: Sentence, doc: Doc
) -> tuple[Token | None, tuple[Token, ...]]:
    if noun is None or not lemmas(noun.text) & CONTAINERS:
        return noun, phrase
    inside: list[Token] = []
    for token in doc.tokens[noun.i + 1 : min(sentence.last, noun.i + REACH)]:
        if token.pos in ("NOUN", "PROPN") and token.feats.get("Case") == "Gen":
            return token, (*phrase, *inside, token)
        if token.pos not in ("ADJ", "CCONJ") and token.text != ",":
            break
        inside.append(token)
    return noun, phrase


def _genitives(noun: Token | None, sentence: Sentence, doc: Doc) -> tuple[Token, ...]:
    """«сотрудников [правоохранительных органов]», «участников [протеста]»."""
    found: list[Token] = []
    if noun is None:
        return ()
    for token in doc.tokens[noun.i + 1 : min(sentence.last, noun.i + 5)]:
        if token.pos not in ("NOUN", "PROPN", "ADJ") or token.feats.get("Case") != "Gen":
            break
        found.append(token)
    return tuple(found)

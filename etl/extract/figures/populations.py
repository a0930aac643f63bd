"""Who is counted: by the counted words, by «среди …» before them, by what was measured."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from etl.extract.figures.cues import named_by
from etl.extract.figures.measured import HUMAN, Measured
from etl.extract.figures.units import is_people
from etl.morphology import lemmas
from etl.records import Doc, Span, Token, hull
from etl.vocabulary import Vocabulary

OFTEN = 3  # words of protest in an article about protests
Named = tuple[str | None, Span | None]


def population(found: Measured, doc: Doc, vocabulary: Vocabulary) -> Named:
    """The population and the words that name it."""
    words = hull([t.span for t in found.counted.phrase]) if found.counted.phrase else None
    if found.unit == "fraction" and found.whole is not None:
        return population(found.whole, doc, vocabulary)[0], words
    if found.unit in ("families", "couples"):
        return "civilians", words
    if found.unit != "people":
        return None, words
    for rule in (crowd_of_protesters, own_words, of_the_tally, among, of_the_whole):
        group, where = rule(found, doc, vocabulary)
        if group is not None:
            return group, where or words
    if _without_noun_after(found):
        return population(found.before, doc, vocabulary)[0] if found.before else None, words
    return by_measure(found, vocabulary), words


def _without_noun_after(found: Measured) -> bool:
    """«двое военнослужащих убиты и пятеро ранены»: the second number counts the same kind of people."""
    before = found.before
    return found.counted.noun is None and before is not None and before.unit == "people" and before.measure in HUMAN


def crowd_of_protesters(found: Measured, doc: Doc, vocabulary: Vocabulary) -> Named:
    """«сотни жителей вышли к ратуше с протестом», «на акции задержаны 20 человек»: whoever they are, here they protest."""
    listed = vocabulary.figure_words["protest"].words
    words = set(listed) | ({"акция", "несанкционированный"} if found.measure == "detained" else set())
    protest = any(lemmas(t.text) & words for t in doc.words(found.counted.sentence))
    noun = found.counted.noun
    nameless = noun is None or bool(lemmas(noun.text) & {"человек"})
    anybody = named_population(list(found.counted.phrase), vocabulary)[0] in (None, "civilians")
    crowd = found.measure == "participants" or (found.measure == "detained" and nameless)
    called = noun is not None and not named_by(noun.text).isdisjoint(vocabulary.figure_words["perhaps_protesters"].words)
    if called and doc.once(_tells_of_protests, vocabulary):
        return "protesters", None
    return ("protesters", None) if crowd and protest and anybody else (None, None)


def _tells_of_protests(doc: Doc, vocabulary: Vocabulary) -> bool:
    words = vocabulary.figure_words["protest"].words
    return sum(not lemmas(t.text).isdisjoint(words) for t in doc.tokens) >= OFTEN


def own_words(found: Measured, doc: Doc, vocabulary: Vocabulary) -> Named:
    """«16 погибших силовиках», «26 «ликвидированных преступников»», «сотни мирных жителей»."""
    return named_population(list(found.counted.phrase), vocabulary)


def of_the_tally(found: Measured, doc: Doc, vocabulary: Vocabulary) -> Named:
    """«число погибших [полицейских] составило 20 человек»."""
    if found.rule != "tally" or found.cue is None:
        return None, None
    at = found.cue.token.i
    return named_population(list(doc.tokens[max(found.counted.sentence.first, at - 1) : at + 3]), vocabulary)


def among(found: Measured, doc: Doc, vocabulary: Vocabulary) -> Named:
    """«среди правоохранителей погибли 18 человек, пострадали 748»: it holds until the next «среди»."""
    sentence, at = found.counted.sentence, found.counted.number.opens
    for token in reversed(doc.tokens[sentence.first : at]):
        if token.text.lower() == "среди":
            return named_population(list(doc.tokens[token.i + 1 : token.i + 4]), vocabulary)
    return None, None


def of_the_whole(found: Measured, doc: Doc, vocabulary: Vocabulary) -> Named:
    """«погибли 20 полицейских, из них пятеро в столице»: the part is of the same people."""
    if found.whole is None or found.rule != "part_of" or found.counted.noun is not None:
        return None, None
    return named_population(list(found.whole.counted.phrase), vocabulary)


def named_population(tokens: list[Token], vocabulary: Vocabulary) -> Named:
    """The first population whose words stand among the tokens: «мирных жителей» → civilians. `all` is nobody's name."""
    said, phrases = [named_by(t.text) for t in tokens], _phrases(vocabulary)
    found: list[tuple[int, int, int, str]] = []
    for i, word in ((i, w) for i, words in enumerate(said) for w in words if w in phrases):
        for rank, group, phrase in phrases[word]:
            if length := _spoken(phrase, i, said, tokens):
                found.append((rank, i, length, group))
    if not found:
        return None, None
    _, i, length, group = min(found)
    return group, hull([t.span for t in tokens[i : i + length]])


def _spoken(phrase: tuple[str, ...], i: int, said: list[frozenset[str]], tokens: list[Token]) -> int:
    """How many tokens the phrase takes from here, adjectives between its words left out; 0 if it does not stand here."""
    at = i
    for word in phrase:
        while i < at < len(said) and word not in said[at] and tokens[at].pos == "ADJ":
            at += 1  # «участники [несогласованной] акции»
        if at == len(said) or word not in said[at]:
            return 0
        at += 1
    return at - i


@lru_cache(maxsize=4)
def _phrases(vocabulary: Vocabulary) -> dict[str, list[tuple[int, str, tuple[str, ...]]]]:
    """The phrases by their first words, with their rank in the file."""
    index: dict[str, list[tuple[int, str, tuple[str, ...]]]] = defaultdict(list)
    groups = (g for g in vocabulary.populations.values() if g.id != "all")
    for rank, (group, phrase) in enumerate((g.id, tuple(p.split())) for g in groups for p in g.words):
        index[phrase[0]].append((rank, group, phrase))
    return dict(index)


def by_measure(found: Measured, vocabulary: Vocabulary) -> str | None:
    """People without further words: everybody for casualties, soldiers for forces, civilians for a crowd."""
    noun = found.counted.noun
    if found.measure == "personnel" and found.cue is not None and "экипаж" in lemmas(found.cue.token.text):
        return None
    if found.measure == "personnel":
        return "military" if noun is None or lemmas(noun.text) & {"человек"} or not is_people(noun) else None
    said = named_by(noun.text) if noun else frozenset()
    if found.measure == "participants":
        return "civilians" if said.isdisjoint(vocabulary.figure_words["no_crowd"].words) else None
    anybody = noun is None or bool(said & set(vocabulary.populations["all"].words))
    of_its_cue = found.cue is not None and noun is not None and found.cue.token.i == noun.i
    counted_as_such = of_its_cue or not said.isdisjoint(vocabulary.measures[found.measure].counted)  # «захватили 800 заложников»
    return "all" if (found.measure in HUMAN and (anybody or counted_as_such)) or (anybody and noun is not None) else None

"""Names of the gazetteer that really are places here: rules say yes or no to each match."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from etl.extract.places.found import Found
from etl.extract.places.gazetteer import Match, matches, nominatives
from etl.extract.places.naming import place_word
from etl.morphology import parses
from etl.records import Doc, Entity, Token
from etl.vocabulary import Vocabulary

LOCATIVE = {"в", "во", "на", "из", "под", "близ"}
SHARED = 4  # steps up the tree from an adjective to the noun it shares
RARE = 0.1  # share of a form's uses
QUOTES = {"«": "»", '"': '"', "“": "”", "„": "“"}
Rule = Callable[[Match, Doc, Vocabulary], bool]


def known(doc: Doc, vocabulary: Vocabulary) -> list[Found]:
    """Places the vocabulary knows, in text order."""
    found = []
    for sentence in doc.sentences:
        for match in matches(doc.words(sentence), vocabulary):
            rule = next((r for r in RULES if r(match, doc, vocabulary)), None)
            somebody = match.last == match.first + 1 and is_somebody(doc, doc.tokens[match.first])
            if rule and not somebody and not _is_title(match, doc) and not _honours(match, doc, vocabulary):
                found.append(_found(match, rule.__name__, vocabulary))
    shared = (m for t in doc.tagged("ADJ") if (m := adjective_of_a_region(doc, t, vocabulary)))
    taken = {f.first for f in found}
    found += [_found(m, adjective_of_a_region.__name__, vocabulary) for m in shared if m.first not in taken]
    return sorted(found, key=lambda f: f.first)


def tagged_as_place(match: Match, doc: Doc, vocabulary: Vocabulary) -> bool:
    """The entity tagger takes the words for a place: «взрыв в Алма-Ате»."""
    return _entity(match, doc, "LOC") is not None


def country_untagged(match: Match, doc: Doc, vocabulary: Vocabulary) -> bool:
    """A country's name outside names of persons and quoted titles: «МИД Казахстана», where the tagger sees one organisation."""
    token, body = doc.tokens[match.first], _entity(match, doc, "ORG")
    if not match.country or _entity(match, doc, "PER") or (body and _quoted(body.first, doc)):
        return False
    return _capital_means_name(match, doc, token)


def after_preposition(match: Match, doc: Doc, vocabulary: Vocabulary) -> bool:
    """«митинг в Ашдоде», «уехали из Жанаозена»: a known name after a preposition of place that the tagger missed."""
    before = _before(match, doc)
    if before is None or before.text.lower() not in LOCATIVE or _entity(match, doc, "PER"):
        return False
    return not may_be_a_person(doc.tokens[match.first])


def after_place_word(match: Match, doc: Doc, vocabulary: Vocabulary) -> bool:
    """«жители города Владимир»: a common noun says that it is a place."""
    before = _before(match, doc)
    return before is not None and place_word(before, vocabulary) is not None and _entity(match, doc, "PER") is None


def region_in_a_body(match: Match, doc: Doc, vocabulary: Vocabulary) -> bool:
    """«полиция Алматы», «парламент Чечни»: a genitive at the end of an organisation's name."""
    entity = _entity(match, doc, "ORG")
    if entity is None or match.first == entity.first or match.last != entity.last or _quoted(entity.first, doc):
        return False
    return doc.tokens[match.first].feats.get("Case") == "Gen"


def adjective_of_a_region(doc: Doc, token: Token, vocabulary: Vocabulary) -> Match | None:
    """«в Винницкой, Полтавской и Киевской областях»: each adjective with the noun they share."""
    if not token.text[0].isupper():
        return None
    for above in islice(doc.ancestors(token), SHARED):
        word = place_word(above, vocabulary)
        if word and above.feats.get("Number") == "Plur":
            keys = (f"{form} {noun}" for form in nominatives(token.text) for noun in word.words)
            ids = next((vocabulary.place_names[k] for k in keys if k in vocabulary.place_names), None)
            return Match(token.i, token.i + 1, None, ids) if ids else None
    return None


RULES: tuple[Rule, ...] = (tagged_as_place, country_untagged, after_preposition, after_place_word, region_in_a_body)


def _found(match: Match, rule: str, vocabulary: Vocabulary) -> Found:
    if match.country:
        return Found(
            match.first, match.last, rule, vocabulary.countries[match.country].name, "country", country_itself=match.country
        )
    first = vocabulary.places[match.places[0]]
    return Found(match.first, match.last, rule, first.name, first.kind, candidates=match.places)


def _entity(match: Match, doc: Doc, kind: str) -> Entity | None:
    return next((e for e in doc.entities if e.kind == kind and e.first < match.last and match.first < e.last), None)


def _before(match: Match, doc: Doc) -> Token | None:
    first = doc.tokens[match.first]
    return doc.tokens[match.first - 1] if match.first > doc.sentence(first).first else None


def _capital_means_name(match: Match, doc: Doc, token: Token) -> bool:
    """Inside a sentence a capital is enough; at its start the word must be tagged as a name."""
    return match.first > doc.sentence(token).first or token.pos == "PROPN" or token.text.isupper()


def _is_title(match: Match, doc: Doc) -> bool:
    """The whole of a quoted title is no place: the cruiser «Москва»."""
    closing = QUOTES.get(doc.tokens[match.first - 1].text) if _quoted(match.first, doc) else None
    return match.last < len(doc.tokens) and doc.tokens[match.last].text == closing


def _honours(match: Match, doc: Doc, vocabulary: Vocabulary) -> bool:
    """«улица Кирова», «институт имени Вернадского» bear a person's name, not that of the town called after him."""
    before = _before(match, doc)
    if before is not None and before.text.lower() == "имени":
        return True
    word = place_word(before, vocabulary) if before is not None else None
    return word is not None and word.kept and any("Surn" in p.tag for p in parses(doc.tokens[match.first].text.lower()))


def is_somebody(doc: Doc, token: Token) -> bool:
    """«сообщил Жуковский», «сказали о Кирове»: a surname that acts, or stands behind no preposition of place."""
    preposition = doc.child(token, "case")
    acts = token.rel in ("nsubj", "obj", "iobj") if preposition is None else preposition.text.lower() not in LOCATIVE
    return acts and may_be_a_person(token)


def may_be_a_person(token: Token) -> bool:
    """Whether the form is that of a surname, or rather of a first name than of a town: «Кирову», «Владимире», not «Рима»."""
    weight = dict.fromkeys(("Surn", "Name", "Geox"), 0.0)
    for parse in parses(token.text.lower()):
        for grammeme in weight.keys() & set(parse.tag.grammemes):
            weight[grammeme] += parse.score
    return weight["Surn"] > RARE or weight["Name"] > weight["Geox"]


def _quoted(first: int, doc: Doc) -> bool:
    return first > 0 and doc.tokens[first - 1].text in QUOTES

"""Bodies that only tell where something is, or whose it is: «брифинг в Пентагоне», «здание акимата», «решение суда»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from etl.extract.actors.lexicon import Hit
from etl.extract.actors.stage import Stage
from etl.records import Place, Token
from etl.vocabulary.entries import Body

if TYPE_CHECKING:
    from etl.extract.actors.naming import Phrase

TOWN = re.compile(r"(городск|местн)\w+")
REGION = re.compile(r"(областн|краев|региональн|республиканск|провинциальн)\w+")
DISTRICT = re.compile(r"районн\w+")
CAPITAL = re.compile(r"столичн\w+")
COURT = "sud"  # in bodies.yml
BROUGHT = {("в", "Acc"), ("во", "Acc"), ("к", "Dat"), ("под", "Ins"), ("перед", "Ins")}  # «подать в суд», «предстать перед судом»
SITTINGS = {"заседание", "сессия", "совещание"}  # where a body acts
WRITINGS = {"письмо", "запрос"}  # «запрос в мэрию»
BUILDINGS = {"здание", "офис", "помещение", "стена", "крыша", "штаб-квартира", "резиденция"}


def names_a_seat(adjectives: str) -> bool:
    """«городские» власти, «областной» суд: an adjective that stands for the town or region named last."""
    return any(kind.fullmatch(adjectives) for kind in (TOWN, REGION, DISTRICT, CAPITAL))


def seat(stage: Stage, adjectives: str, head: Token) -> Place | None:
    """The region or district near the head, or the capital, where the adjective says so, else the town named before it."""
    if CAPITAL.fullmatch(adjectives):
        return stage.capital
    if REGION.fullmatch(adjectives) or DISTRICT.fullmatch(adjectives):
        return stage.region_near(head, district=DISTRICT.fullmatch(adjectives) is not None)
    return stage.city_before(head)


def in_passing(stage: Stage, hit: Hit[Body], words: Phrase) -> bool:
    """«решение суда», «здание парламента»: a bare word that only belongs to a thing; which court, nobody says."""
    if words.adjectives or words.complement or words.country or words.home or not hit.alias.islower() or hit.entry.country:
        return False
    up = stage.doc.head(hit.head)
    said = up is not None and (up.lemma in stage.speech_nouns or stage.lexicon.positions.at(stage.doc, up.i) is not None)
    group = up is not None and (up.feats.get("Animacy") == "Anim" or up.lemma in SITTINGS)
    preposition = stage.doc.child(hit.head, "case")
    if preposition is not None:  # but «перестрелка с полицией»
        case = hit.head.feats.get("Case")
        return hit.entry.id == COURT and (preposition.lemma, case) in BROUGHT
    if hit.entry.of_people and group and up is not None and up.feats.get("Number") == "Plur":
        return True
    return hit.entry.id == COURT or (hit.head.rel == "nmod" and not said and not group)


def only_where(stage: Stage, hit: Hit[Body], words: Phrase) -> bool:
    """«брифинг в Пентагоне», «танки в армии»: where something is; «в МВД сообщили», «источник в полиции» are the body."""
    up, preposition = stage.doc.head(hit.head), stage.doc.child(hit.head, "case")
    if preposition is None or preposition.lemma not in ("в", "на") or hit.head.feats.get("Case") != "Loc" or up is None:
        return False
    if words.complement or (words.country and not hit.entry.alone):
        return False
    if hit.entry.id == COURT and up.pos == "VERB" and up.feats.get("VerbForm") == "Inf":
        return True  # «дать показания в суде»
    if hit.entry.building and up.pos == "VERB" and stage.doc.child(up, "nsubj") is not None:
        return True  # «он выступал в Белом доме»
    spoken = up.lemma in stage.speech_verbs or stage.lexicon.positions.at(stage.doc, up.i) is not None
    return not spoken and not (up.pos == "VERB" and up.feats.get("Number") == "Plur" and stage.doc.child(up, "nsubj") is None)


def is_a_building(stage: Stage, hit: Hit[Body]) -> bool:
    """«ворвались в мэрию», «здание акимата»: where, not who."""
    up, preposition = stage.doc.head(hit.head), stage.doc.child(hit.head, "case")
    if up is not None and hit.head.rel == "nmod" and up.lemma in BUILDINGS:
        return True
    inward = preposition is not None and preposition.lemma in ("в", "во", "на", "у", "около", "возле", "перед", "к")
    written = up is not None and hit.head.rel == "nmod" and (up.lemma in stage.speech_nouns or up.lemma in WRITINGS)
    return inward and hit.head.feats.get("Case") != "Loc" and not written

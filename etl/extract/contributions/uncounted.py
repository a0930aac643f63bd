"""Countries whose part in a mission is told without a number."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from etl.extract.contributions.forces import is_force, several
from etl.extract.contributions.frames import Frame, is_place
from etl.extract.contributions.leaving import leaves, people_go
from etl.extract.contributions.offers import Offer
from etl.extract.contributions.rows import row_of
from etl.extract.contributions.senders import is_subject, senders
from etl.extract.contributions.status import status
from etl.extract.contributions.unsent import in_list_of_parts
from etl.extract.lands import Land
from etl.extract.words import DASHES
from etl.morphology import lemmas, parses
from etl.records import Token, hull

ADMITTING = {"впустить", "впускать", "пустить", "допустить", "пропустить", "принять", "принимать"}
AROUND = {"на", "против", "от", "над", "через", "у", "около", "перед"}


def uncounted_offers(frame: Frame, known: set[str | None]) -> Iterator[Offer]:
    """One offer for every further country that takes part."""
    lands = [land for land in (*frame.lands, *senders(frame)) if land.code not in known]
    found = [(land, rule, cue) for land in lands for rule in RULES if (cue := rule(land, frame)) and cue.i not in frame.kept]
    alone = len({land.code for land, _, _ in found}) == 1
    for land, rule, cue in found:
        if land.code in known or (alone and frame.at_home(land.code)):
            continue
        known.add(land.code)
        span = hull([frame.doc.tokens[land.first].span, frame.doc.tokens[land.head].span, cue.span])
        yield Offer(land.code, None, None, None, status(cue, frame), span, rule.__name__)


def forces_of(land: Land, frame: Frame) -> Token | None:
    """«прибыли российские инструкторы», «примут участие подразделения Китая и Монголии»."""
    force = _machine_of(is_force(land, frame), frame)
    if (
        force is None
        or _is_one_person(force)
        or _is_one_machine(force, frame)
        or _is_around(force, frame)
        or _is_host(force, frame)
        or _is_whole_army(force, land, frame)
        or in_list_of_parts(frame.doc.tokens[frame.sentence.first : land.first])
    ):
        return None
    # One country's soldiers without a mission simply act: «израильские солдаты вошли в город», «истребитель выполнил полет».
    cue = _governing(force, frame)
    if cue is None and frame.cues and frame.mission and frame.mission.sentence == force.sentence and _stands_free(force, frame):
        cue = frame.cue_of(force)
    if cue is None and force.head < 0 and several(frame):  # the tree leaves these words alone
        cue = frame.cue_of(force)
    if cue is None or _is_relieved(force, cue, frame) or _carries(force, cue, frame):
        return None
    away = frame.mission is not None or frame.is_one_of(cue, "moving") or frame.has("homeward") is not None
    away = away or _goes_out(cue, frame)
    posted = "контингент" in lemmas(force.text) and frame.is_one_of(cue, "withdrawing")  # a contingent is abroad
    going = frame.is_one_of(cue, "remaining") or not frame.is_one_of(cue, "staying")
    together = several(frame) and cue.pos == "VERB"
    return cue if posted or frame.joint or together or (going and away and frame.abroad(land.code)) else None


def _goes_out(cue: Token, frame: Frame) -> bool:
    """«вывод войск из Ирака»: a country that forces leave."""
    lands = (frame.doc.tokens[land.head] for land in frame.lands if land.kind == "name")
    out_of = (t for t in lands if (case := frame.doc.child(t, "case")) is not None and case.text.lower() in ("из", "с"))
    return frame.is_one_of(cue, "withdrawing") and any(t.head == cue.i for t in out_of)


def _machine_of(force: Token | None, frame: Frame) -> Token | None:
    """«на [корабль] ВМС США»: the machine that belongs to the forces."""
    head = frame.doc.head(force) if force is not None and force.rel == "nmod" else None
    return head if head is not None and frame.is_one_of(head, "machines") else force


def _is_one_person(force: Token) -> bool:
    """«российский военный Иванов»: nobody's forces."""
    return force.feats.get("Number") == "Sing" and any(p.tag.animacy == "anim" for p in parses(force.text.lower()))


def _is_one_machine(force: Token, frame: Frame) -> bool:
    """«прибыл самолет МЧС», «корабль ВМС США прошел мимо»: a single machine is a country's part only in a joint mission."""
    return force.feats.get("Number") == "Sing" and frame.is_one_of(force, "machines") and not frame.joint


def _is_around(force: Token, frame: Frame) -> bool:
    """«вернулись на американских самолетах», «удары по позициям французских войск», «защищают от турецких военных»."""
    case = frame.doc.child(force, "case")
    return case is not None and case.text.lower() in AROUND


def _is_whole_army(force: Token, land: Land, frame: Frame) -> bool:
    """«Миссия начата. Ливанская [армия] вошла в южные районы страны»: at home, and not in the mission told of before."""
    here = frame.mission is not None and frame.mission.sentence == force.sentence
    return "армия" in lemmas(force.text) and not here and not frame.abroad(land.code)


def _carries(force: Token, cue: Token, frame: Frame) -> bool:
    """«самолеты британских ВВС доставили 30 тонн груза»: who brings something is not brought."""
    if not frame.is_one_of(cue, "carrying") or cue.pos != "VERB":
        return False
    return any(t == force or force in frame.doc.subtree(t) for t in frame.doc.children(cue, "nsubj"))


def _is_host(force: Token, frame: Frame) -> bool:
    """«120 военных в составе индийского батальона»: others serve in it."""
    head = frame.doc.head(force)
    case = frame.doc.child(head, "case") if head is not None and "состав" in lemmas(head.text) else None
    counted = any(t.pos == "NUM" for t in frame.words)
    return case is not None and case.text.lower() == "в" and counted


def _is_relieved(force: Token, cue: Token, frame: Frame) -> bool:
    """«заменят там японских миротворцев», «на замену австрийским военным»: those who go."""
    if any(t.lemma == "замена" for t in frame.doc.tokens[force.i - 2 : force.i]):
        return True
    return force.rel == "obj" and force.head == cue.i and frame.has("relieving", (cue,)) is not None


def _stands_free(force: Token, frame: Frame) -> bool:
    """Not «от произвола израильских солдат»: no other noun has these forces for its own."""
    head = frame.doc.head(force)
    return head is None or head.pos != "NOUN" or head in frame.cues or frame.is_one_of(head, "forces") or force.rel == "conj"


def _governing(force: Token, frame: Frame) -> Token | None:
    """The cue right above the forces, through lists and nouns of joining: «при участии представителей [сил]»."""
    token: Token | None = force
    for _ in range(6):
        while token is not None and token.rel == "conj":
            token = frame.doc.head(token)
        token = frame.doc.head(token) if token else None
        if token is None or token in frame.cues:
            return token
        if token.pos != "NOUN" or not (frame.is_one_of(token, "forces") or frame.is_one_of(token, "units")):
            return None
    return None


def takes_part(land: Land, frame: Frame) -> Token | None:
    """«участие Грузии в кампании прекратилось»."""
    if frame.mission is None or land.kind != "name" or is_place(land, frame):
        return None
    token = frame.doc.tokens[land.head]
    for up in frame.doc.ancestors(token):
        if up in frame.cues and frame.is_one_of(up, "joining") and up.pos == "NOUN":
            return up
        if up.pos == "VERB" or frame.is_one_of(up, "leading"):
            return None
    return None


def joins(land: Land, frame: Frame) -> Token | None:
    """«согласие высказали пять стран Армения, Таджикистан …», «Чили присоединится к операции»."""
    if frame.mission is None or land.kind not in ("name", "people") or not is_subject(land, frame):
        return None
    cue = next((c for c in frame.cues if frame.is_one_of(c, "joining") and not _lets_in(c, frame)), None)
    own = frame.cue_of(frame.doc.tokens[land.head])
    told = own is not None and frame.is_one_of(own, "joining") and not _is_of_speaker(own, frame)
    return cue if cue and (told or _is_listed(land, frame)) else None


def _is_of_speaker(cue: Token, frame: Frame) -> bool:
    """«США обратились к нам с просьбой, мы [согласились]»: not the United States."""
    return any(t.text.lower() in ("мы", "я") for t in frame.doc.children(cue, "nsubj"))


def _lets_in(cue: Token, frame: Frame) -> bool:
    """«согласилась впустить миротворцев»: who lets them in does not send them."""
    return any(lemmas(t.text) & ADMITTING for t in frame.doc.children(cue, "xcomp", "ccomp"))


def sends(land: Land, frame: Frame) -> Token | None:
    """«Грузия направила в Ирак небольшой контингент», «США вывели войска»."""
    if not frame.abroad(land.code) and frame.mission is None:
        return None
    token = frame.doc.tokens[land.head]
    verb = next((t for t in frame.doc.ancestors(token) if t.pos in ("VERB", "ADJ")), None)
    if verb is not None and land.kind == "sender" and (noun := _decided(verb, frame)) is not None:
        return noun
    verbs = [t for t in (verb, *frame.doc.children(verb, "xcomp", "ccomp")) if t in frame.cues] if verb else []
    verb = next((t for t in verbs if _what_is_sent(t, frame)), None)
    if (
        verb is None
        or _permits(verb, frame)
        or not (land.kind == "sender" or (land.kind in ("name", "people") and is_subject(land, frame)))
    ):
        return None
    joint = frame.abroad(land.code) or any(
        t != frame.mission or not frame.is_one_of(t, "units") for t in _what_is_sent(verb, frame)
    )
    return verb if joint else None


def _decided(verb: Token, frame: Frame) -> Token | None:
    """«парламент Турции принял решение о [направлении] войск»."""
    nouns = [c for c in frame.cues if c.pos == "NOUN" and frame.is_one_of(c, "intending") and frame.has_force_below(c)]
    return next((c for c in nouns if verb in list(frame.doc.ancestors(c))[:3]), None)


def _what_is_sent(verb: Token, frame: Frame) -> list[Token]:
    carries = frame.is_one_of(verb, "carrying")  # «спецназ на вертолетах вывез людей»
    below = frame.doc.children(verb, *(("obj",) if carries else ("obj", "nsubj", "obl")))
    return [t for t in below if frame.is_one_of(t, "forces") and _is_sent(t, frame) and not _is_one_person(t)]


def _permits(verb: Token, frame: Frame) -> bool:
    """«Израиль разрешил Египту ввести войска»: who permits does not send."""
    above = frame.doc.head(verb) if verb.rel == "xcomp" else None
    if above is None or not frame.is_one_of(above, "agreeing"):
        return False
    return any(t.feats.get("Case") == "Dat" for t in frame.doc.children(above, "iobj", "obl", "obj"))


def _is_sent(force: Token, frame: Frame) -> bool:
    """The object or subject, or what hangs on «по» («выделят по одной роте»), unless it is the whole army."""
    case = frame.doc.child(force, "case")
    return (case is None or case.text.lower() == "по") and "армия" not in lemmas(force.text)


def named_among(land: Land, frame: Frame) -> Token | None:
    """«среди 40 стран, чьи военные служат в Афганистане, – Монголия и Тонга»."""
    if land.kind != "name" or not is_subject(land, frame) or not (frame.joint or frame.abroad(land.code)):
        return None
    first = row_of(land, frame)[0].first
    before = frame.doc.tokens[frame.sentence.first : first]
    countries = next((t for t in before if t.feats.get("Number") == "Plur" and lemmas(t.text) & {"страна", "государство"}), None)
    cue = next((c for c in frame.cues if countries and countries.i < c.i < first), None)
    told = cue is not None and frame.has("forces", frame.doc.tokens[countries.i : first] if countries else ()) is not None
    return cue if told and before[-1].text in DASHES | {":"} else None


def has_unit(land: Land, frame: Frame) -> Token | None:
    """«Индонезия пошлет два батальона, Непал – [батальон]»: a country of a list with its forces behind a dash."""
    after = frame.doc.tokens[land.head + 1 : min(frame.sentence.last, land.head + 5)]
    if land.kind != "name" or not after or after[0].text not in DASHES or not is_subject(land, frame):
        return None
    cue = min((c for c in frame.cues if c.i < land.first), key=lambda c: land.first - c.i, default=None)
    force = next((t for t in after[1:] if t.pos == "NOUN"), None)
    return cue if cue and force and frame.is_one_of(force, "forces") and frame.is_one_of(cue, "sending") else None


def _is_listed(land: Land, frame: Frame) -> bool:
    """One of several countries in a row: «три страны: Эстония, Латвия и Литва», «Чад, Бенин (1500) и Того»."""
    near = [x for x in frame.lands if x is not land and x.kind == "name" and _gap(land, x, frame) <= 3]
    return any(is_subject(x, frame) for x in near)


def _gap(one: Land, other: Land, frame: Frame) -> int:
    """Words from the one to the other, those in brackets left out."""
    first, last = sorted((one.first, other.first))
    depth, words = 0, 0
    for t in frame.doc.tokens[first:last]:
        depth += t.text == "("
        words += not depth
        depth -= t.text == ")"
    return words


Rule = Callable[[Land, Frame], Token | None]
RULES: tuple[Rule, ...] = (forces_of, takes_part, joins, sends, leaves, people_go, has_unit, named_among)

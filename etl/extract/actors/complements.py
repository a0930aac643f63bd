"""What stands behind the noun of a name: «внутренних войск РФ», «этой страны», «ведомства»: whose, and of which country."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.actors.phrases import QUOTES, joined
from etl.extract.actors.seats import names_a_seat, seat
from etl.extract.actors.stage import Part, Stage
from etl.extract.reading import BODIES
from etl.morphology import genitive, in_case
from etl.records import Place, Token
from etl.vocabulary.entries import OrganizationWord

# «полиция региона»: which one, the words before said.
GENERIC = {"регион", "область", "край", "район", "округ", "провинция", "губерния", "штат"}
TOWNS = {"город", "городок", "поселок", "село", "деревня"}
QUANTITIES = {"многий", "все", "весь", "некоторый", "различный", "несколько"}
STATE = {"страна", "республика", "государство"}


def complement_of(stage: Stage, begin: int, end: int) -> tuple[str, str | None, bool]:
    """«РФ» → nothing, RU; «внутренних войск РФ» → «внутренних войск России», RU; «иракских властей» → «властей Ирака», IQ."""
    tokens = stage.doc.tokens[begin:end]
    if not tokens or any(t.pos == "DET" and t.lemma in ("свой", "его", "ее", "их", "наш") for t in tokens):
        return "", None, False
    if len(tokens) == 1 and tokens[0].lemma in STATE and tokens[0].feats.get("Number") == "Sing":
        if inner := stage.republic_near(tokens[0]):
            return genitive(inner.name), inner.country, False
        actor = stage.country_acting(tokens[0])
        return "", actor, actor is None
    if [t.lemma for t in tokens] == ["глава", "государство"]:  # «пресс-служба главы государства»
        office = "президента" if stage.doc.lemmatised("президент") else "главы государства"
        return stage.of_country(office, stage.story_country), stage.story_country, False
    if len(tokens) == 2 and tokens[0].lemma == "этот" and tokens[1].lemma in STATE:
        last = [h for i, h in sorted(stage.country_tokens.items()) if i < tokens[0].i][-1:]
        return "", last[0].entry.id if last else None, not last
    if town := _named_town(stage, tokens):
        return genitive(town.name), town.country, False
    content = [t for t in tokens if t.pos != "ADP"]
    if len(content) == 1 and (content[0].lemma in GENERIC or points_back(stage, content[0])):
        return " ".join((*(t.text for t in tokens[:-1]), said_before(stage, content[0]))).strip(), None, False
    if len(tokens) == 1 and tokens[0].lemma in ("город", "столица") and (city := stage.city_before(tokens[0])):
        return genitive(city.name), city.country, False
    named = [h for h in stage.country_tokens.values() if begin <= h.first and h.last <= end]
    code = named[0].entry.id if len(named) == 1 else None
    if code and named[0].first == begin and named[0].last == end:
        return "", code, False
    if code is None and stage.story_country and _republic(stage, tokens[-1]):
        code = stage.story_country
    words = _with_actors(stage, begin, end)
    for k, t in enumerate(tokens[:-1]):
        if (t.pos == "NUM" or t.lemma in QUANTITIES) and tokens[k + 1].feats.get("Number") == "Plur":
            words[k] = ""  # «абоненты 50 операторов»
    if len(tokens) > 1 and tokens[-1].lemma in ("город", "столица") and (city := stage.city_before(tokens[-1])):
        head = tokens[-1].i
        kept = ["" if t.head == head and t.pos == "ADJ" else w for t, w in zip(tokens[:-1], words[:-1], strict=True)]
        return joined(stage.doc, tokens, [*kept, genitive(city.name)]).strip(), city.country, False  # «охраны города»
    if code and not named:
        words[-1] = stage.whose(code)
        if len(tokens) == 1:
            return "", code, False
    for hit in named:
        if words[hit.first - begin] == "" or (hit.first > begin and stage.doc.tokens[hit.first - 1].pos == "ADP"):
            continue  # in a name already; «в Китае» keeps its case
        words[hit.first - begin : hit.last - begin] = [stage.whose(hit.entry.id)] + [""] * (hit.last - hit.first - 1)
    if not named:
        nations = [(k, c) for k, t in enumerate(tokens) if (c := stage.country_adjective(t))]
        k = nations[0][0] if len(nations) == 1 else len(tokens)
        if k < len(tokens) - 1 and words[k] == tokens[k].text and _official(stage, tokens[k + 1]):
            code = nations[0][1]
            words[k] = ""
            words[-1] += " " + stage.whose(code)
    if len(tokens) > 1 and code is None and _home(tokens):
        inner = stage.republic_near(tokens[-1])
        code = inner.country if inner else stage.story_country  # «министр экологии и связи страны»
        words[-1] = genitive(inner.name) if inner else stage.whose(code) if code else ""
    for k, t in enumerate(tokens[:-1]):  # «пресс-служба областного управления МЧС»
        if t.pos == "ADJ" and words[k] == t.text and names_a_seat(t.lemma) and (sits := seat(stage, t.lemma, t)):
            words[k], words[-1] = "", f"{words[-1]} {genitive(sits.name)}"
    if code is None and begin:
        code = next((c for t in tokens if (c := stage.place_country(t.i))), None)
    return joined(stage.doc, tokens, words).strip(), code, False


def points_back(stage: Stage, t: Token) -> bool:
    """«ведомства», «компании», not «профсоюзов»."""
    kind = stage.lexicon.kinds.at(stage.doc, t.i)
    return kind is not None and kind.entry.refers and t.feats.get("Number") != "Plur"


def _home(tokens: Sequence[Token]) -> bool:
    """Whether the words end in «страны» alone, not in «самой большой страны»."""
    last = tokens[-1]
    return last.lemma in STATE and last.feats.get("Number") == "Sing" and all(t.head != last.i for t in tokens)


def _named_town(stage: Stage, tokens: Sequence[Token]) -> Place | None:
    """«чилийского города Арика»: the town's name says it all."""
    common = next((k for k, t in enumerate(tokens) if t.lemma in TOWNS), None)
    if common is None or any(t.pos != "ADJ" for t in tokens[:common]):
        return None
    place = next((p for t in tokens[common + 1 :] if (p := stage.atlas.by_head.get(t.i))), None)
    found = stage.atlas.by_key[place.place] if place is not None else None
    return found if found is not None and found.kind == "city" and len(found.name.split()) == len(tokens) - common - 1 else None


def _republic(stage: Stage, token: Token) -> bool:
    """«МИД РА» in a story about Armenia: the initials of a republic, which alone could be several."""
    initial = stage.vocabulary.countries[str(stage.story_country)].name[0]
    return token.text in (f"Р{initial}", f"{initial}Р") and token.feats.get("Foreign") is None


def said_before(stage: Stage, t: Token) -> str:
    """«пресс-служба ведомства», «источник в компании»: the body meant, in the word's case; nothing for a region."""
    if t.lemma in GENERIC:
        any_region = t.lemma in ("район", "округ")
        here = stage.near(t, lambda p: stage.is_land(p) and (any_region or "район" not in p.name))
        return genitive(here.name) if here else ""
    body = _meant(stage, t)
    return in_case(body.name, t.feats.get("Case", "Gen")) if body else t.text


def _meant(stage: Stage, t: Token) -> Part | None:
    """What «ведомство», «компания» means: the one named last of those so called, else of its kind; «партия» is no army."""
    kind = stage.lexicon.kinds.at(stage.doc, t.i)
    before = [(m.head, p) for m in stage.mentions if m.head < t.i and (p := stage.parts[m.actor]).kind in BODIES]
    called = [b for b in before if kind and so_called(b[1], kind.entry)]
    same = [b for b in before if kind and b[1].kind == kind.entry.kind]
    return max(called or same, key=lambda b: b[0])[1] if called or same else None


def so_called(part: Part, kind: OrganizationWord) -> bool:
    """Whether its name has the word or one of the like, or it was introduced by it."""
    own = {kind.name, *kind.aliases}
    return not part.plural and any(own & set(n.lower().split()) for n in (part.name, *part.introduced, *part.aliases))


def _official(stage: Stage, noun: Token) -> bool:
    """Whether the noun is a body or the authorities, which take their country in the genitive."""
    collective = stage.lexicon.collectives.at(stage.doc, noun.i)
    return stage.lexicon.bodies.at(stage.doc, noun.i) is not None or (
        collective is not None and collective.entry.country == "story"
    )


def _with_actors(stage: Stage, begin: int, end: int) -> list[str]:
    """The words, an organisation already known replaced by its name: «Организации Договора о …» → «ОДКБ»."""
    tokens = stage.doc.tokens
    words = [t.text for t in tokens[begin:end]]
    for i in range(begin + 1, end - 1):
        if tokens[i - 1].text == "(" and tokens[i + 1].text == ")":
            words[i - 1 - begin : i + 2 - begin] = ["", "", ""]  # «(СК)»
    named = {stage.mentions[stage.claimed[i]] for i in range(begin, end) if i in stage.claimed}
    told = begin  # words before it stand in a name already put in: «Генштаба» in «управления Генштаба»
    for mention in sorted(named, key=lambda m: (m.span.start, -m.span.stop)):
        part = stage.parts[mention.actor]
        inside = [t.i for t in stage.doc.within(mention.span)]
        shorter = len(part.name) < len(mention.span.of(stage.doc.text))
        if (
            (part.authority or part.kind == "state_body" or _after_its_noun(stage, part, inside[0]))
            and part.kind != "person"
            and shorter
            and told <= inside[0]
            and inside[-1] < end
        ):
            words[inside[0] - begin : inside[-1] + 1 - begin] = [genitive(part.name)] + [""] * (len(inside) - 1)
            told = inside[-1] + 1
    return words


def _after_its_noun(stage: Stage, part: Part, first: int) -> bool:
    """«партии "Рассвет"»: the name in quotation marks says it all."""
    quoted = stage.doc.tokens[first + 1].text in QUOTES if first + 1 < len(stage.doc.tokens) else False
    return part.kind == "organization" and quoted and stage.lexicon.kinds.at(stage.doc, first) is not None

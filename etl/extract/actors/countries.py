"""Countries that act: subject, object, addressee or partner, not owner or place."""

from __future__ import annotations

from etl.extract.actors.lexicon import Hit
from etl.extract.actors.phrases import QUOTES
from etl.extract.actors.stage import Stage
from etl.records import Doc, Token
from etl.vocabulary.entries import Country

ADDRESSING = {"к", "с", "со", "от", "у", "для", "против", "между", "перед", "ко", "за", "кроме", "помимо", "включая"}
# «граница с Китаем», «тоннель между Францией и Италией» are places
BORDERS = {
    "граница",
    "рубеж",
    "сосед",
    "район",
    "территория",
    "область",
    "туннель",
    "тоннель",
    "мост",
    "дорога",
    "трасса",
    "пролив",
}
LANDS = {"страна", "государство", "республика", "королевство"}
FROM = {"с", "со", "из-за"}  # «вернуться с Кубы»: where from
SUBJECTS = {"nsubj", "nsubj:pass", "iobj", "obj"}


def find_countries(stage: Stage) -> None:
    """«США просят Казахстан» are two actors; in «президент Казахстана» and «в Казахстане» the country is none."""
    for i, hit in stage.country_tokens.items():
        token = stage.doc.tokens[i]
        if token.pos == "ADJ" and hit.last - hit.first > 1:
            token = stage.doc.tokens[hit.last - 1]  # «Экваториальная [Гвинея]», whatever the parser hangs on what
        if i in stage.claimed or _a_part(stage, hit) or not acts(stage, token):
            continue
        part = stage.actor(hit.entry.name, "country", hit.entry.id)
        part.gender = token.feats.get("Gender")
        part.plural = token.feats.get("Number") == "Plur"
        stage.mention(part, hit.first, hit.last, token, "country")
    find_sides(stage)
    find_capitals(stage)


def _a_part(stage: Stage, hit: Hit[Country]) -> bool:
    """«автономный район Внутренняя Монголия», «в Северном Китае»: a region called after the country; not «Арабских Эмиратов»."""
    before = stage.doc.tokens[hit.first - 1] if hit.first else None
    if before is None or before.i == stage.doc.sentence(before).first or before.pos != "ADJ" or before.head != hit.first:
        return False
    own = " ".join((hit.entry.name, *hit.entry.aliases)).lower()
    return before.text.istitle() and before.text.lower()[:5] not in own


def find_sides(stage: Stage) -> None:
    """«армянская сторона» is Armenia."""
    for token in stage.doc.lemmatised("сторона"):
        if token.feats.get("Number") == "Plur" or token.i in stage.claimed:
            continue
        adjective = next((t for t in stage.doc.children(token, "amod") if stage.country_adjective(t)), None)
        if adjective is not None and adjective.i < token.i:
            country = stage.vocabulary.countries[str(stage.country_adjective(adjective))]
            part = stage.actor(country.name, "country", country.id)
            stage.mention(part, adjective.i, token.i + 1, token, "side")


def find_capitals(stage: Stage) -> None:
    """«Москва заявила», «обратились к Вашингтону»: a seat of government that speaks or is spoken to is its state."""
    for place in stage.atlas.mentions:
        token = stage.doc.tokens[place.head]
        hit = stage.lexicon.capitals.at(stage.doc, token.i)
        if hit is None or token.i in stage.claimed or not _speaks(stage, token):
            continue
        country = stage.vocabulary.countries[hit.entry.id]
        part = stage.actor(country.name, "country", country.id)
        stage.mention(part, token.i, hit.last, token, "capital")


def _in_brackets(stage: Stage, token: Token) -> bool:
    """«агентство (Германия, США)»: where it is."""
    words = stage.doc.words(stage.doc.sentence(token))
    before = [t.text for t in words if t.i < token.i and t.text in "()"]
    return before[-1:] == ["("] and token.feats.get("Case") == "Nom"


def _in_quotes(stage: Stage, token: Token) -> bool:
    """«гостиница "Россия"»: the name of something else."""
    around = stage.doc.tokens[max(0, token.i - 1) : token.i + 2]
    return len(around) == 3 and around[0].text in QUOTES and around[2].text in QUOTES


def _speaks(stage: Stage, token: Token) -> bool:
    """The subject of a verb of speech or of a deed, or whom one addresses."""
    if token.rel == "conj" and stage.doc.child(token, "case") is None:
        first = stage.doc.head(token)  # «Лондон и Вашингтон осудили …»
        capital = first is not None and stage.lexicon.capitals.at(stage.doc, first.i) is not None
        return capital and first is not None and token.feats.get("Case") in ("Nom", "Acc") and _speaks(stage, first)
    up, preposition = stage.doc.head(token), stage.doc.child(token, "case")
    if any(t.lemma == "официальный" for t in stage.doc.children(token, "amod")):
        return True
    if stage.is_urged(token):
        return True
    subject = token.rel == "nsubj" and preposition is None and token.feats.get("Case", "Nom") in ("Nom", "Acc")
    if up is None or up.lemma not in stage.speech_verbs:
        if up is None or up.pos != "VERB" or up.feats.get("Voice") == "Pass":
            return False
        return subject and stage.doc.child(up, "obj", "xcomp", "ccomp") is not None  # «Пхеньян провел испытание»
    blamed = token.rel == "obj" and preposition is None and up.lemma in stage.role_words("blaming")
    return subject or blamed or (token.feats.get("Case") == "Dat" and (preposition is None or preposition.lemma == "к"))


def _placed_beside(doc: Doc, token: Token) -> list[Token]:
    """What the country tells the place of: the two governors, and the words right before «между», «с»."""
    preposition = doc.child(token, "case")
    before = doc.tokens[max(0, preposition.i - 2) : preposition.i] if preposition is not None else ()
    return [*list(doc.ancestors(token))[:2], *before]


def acts(stage: Stage, token: Token, depth: int = 0) -> bool:
    """Whether the word stands where an actor stands."""
    doc = stage.doc
    up = doc.head(token)
    if _in_quotes(stage, token):
        return False
    if _in_brackets(stage, token) or (up is not None and up.lemma in stage.role_words("roaming") and token.rel in ("obj", "obl")):
        return False
    preposition = doc.child(token, "case")
    named_after = token.rel == "appos" and up is not None and up.lemma in LANDS  # «в африканской стране Мали»
    if token.rel in ("conj", "appos") and up is not None and depth < 8 and (named_after or token.feats.get("Case") != "Nom"):
        return acts(stage, up, depth + 1) if preposition is None else preposition.lemma in ADDRESSING
    if preposition is not None:
        if preposition.lemma in FROM and token.feats.get("Case") == "Gen":
            return False
        return preposition.lemma in ADDRESSING and not any(t.lemma in BORDERS for t in _placed_beside(doc, token))
    if token.rel in SUBJECTS or (
        token.feats.get("Case") == "Nom" and token.rel in ("appos", "conj", "root", "nmod", "parataxis")
    ):
        return True
    if token.rel == "nmod" and token.feats.get("Case") == "Gen" and up is not None and up.lemma in stage.role_words("deed"):
        return True  # «по запросу США», «участие Перу»
    by = (
        token.feats.get("Case") == "Ins"
        and token.rel in ("obl", "obl:agent")
        and up is not None
        and up.feats.get("Voice") == "Pass"
    )
    return by or (token.feats.get("Case") == "Dat" and token.rel in ("obl", "nmod"))

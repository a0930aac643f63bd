"""The mention that the words beside a verb of speech mean by name."""

from __future__ import annotations

from etl.extract.reading import BODIES
from etl.extract.statements.script import Script, is_finite
from etl.records import Mention, Token

REPORTERS = ("корреспондент", "журналист", "репортер", "репортёр", "обозреватель")  # their outlet speaks


def named(script: Script, token: Token) -> Mention | None:
    """The mention the token heads; better the name that follows it: 'эксперт института Анна Лебедева'."""
    mention = script.reading.cast.at(token)
    if token.lemma in REPORTERS and (outlet := _outlet_of(script, token)):
        return outlet
    if token.pos == "PRON" or (mention and mention.resolution == "named"):
        return mention
    return _name_behind(script, token, mention) or mention or _house_behind(script, token)


def _house_behind(script: Script, token: Token) -> Mention | None:
    """'По подсчётам центра «Заря»': the name in apposition to a noun that belongs to no actor."""
    if token.lemma in script.words("sources"):
        return None  # 'источник Reuters'
    for name in script.doc.children(token, "appos"):
        mention = script.reading.cast.by_head.get(name.i)
        kind = script.reading.cast.by_key[mention.actor].kind if mention else ""
        if mention and kind in BODIES and name.i - token.i <= 2 and token.pos == "NOUN":
            return mention
    return None


def _name_behind(script: Script, token: Token, mention: Mention | None) -> Mention | None:
    """The name in the same case that ends the phrase: 'глава отдела по делам молодёжи, депутат думы Анна Лебедева'."""
    if token.feats.get("Number") == "Plur":
        return None  # 'соседи Петровых'
    start = script.index(mention.span.stop) if mention else token.i + 1
    sentence, case = script.sentence(token), token.feats.get("Case")
    listed = False
    for other in script.doc.tokens[start : min(start + 14, sentence.last)]:
        if other.text in (";", ":", ".") or is_finite(other):
            return None
        if other.text == ",":
            after = next((t for t in script.rest(other) if t.pos != "ADJ"), None)
            if not (after and after.feats.get("Animacy") == "Anim" and case == after.feats.get("Case") == "Nom"):
                return None
            listed = True
        near = script.reading.cast.by_head.get(other.i)
        if near and near.resolution == "named" and script.reading.cast.by_key[near.actor].kind == "person":
            if other.feats.get("Case") == case:
                return near if not listed or _closed(script, near) else None
            if case != "Nom":
                return None
        elif mention and case != "Nom":
            return None
    return None


def _closed(script: Script, name: Mention) -> bool:
    """A mark follows the name, or nothing, or the verb of one: 'внучка поэта, певица Анна Лебедева рассказала'."""
    after = script.doc.tokens[script.index(name.span.stop) :][:1]
    return not after or after[0].pos == "PUNCT" or (is_finite(after[0]) and after[0].feats.get("Number") == "Sing")


def _outlet_of(script: Script, reporter: Token) -> Mention | None:
    """'Корреспондент телеканала «Волна»' without a name: the outlet."""
    for token in script.doc.subtree(reporter):
        mention = script.reading.cast.by_head.get(token.i)
        if mention and script.reading.cast.by_key[mention.actor].kind == "person" and token.i > reporter.i:
            return None
        if mention and script.reading.cast.by_key[mention.actor].kind == "media":
            return mention
    return None

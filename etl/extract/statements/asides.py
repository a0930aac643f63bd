"""Sources named in passing: 'сообщил мэр', 'как передаёт агентство', 'по данным полиции', 'согласно сообщению'."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.statements.attribution import quoted_one
from etl.extract.statements.clauses import before_next_speaker, without
from etl.extract.statements.cues import Cue
from etl.extract.statements.prepositions import complement_noun
from etl.extract.statements.script import NOBODY, Aside, Draft, Script, Voice, is_dash, is_finite
from etl.extract.statements.sources import conforming, sources
from etl.extract.statements.voices import voice
from etl.records import Span, Token

FARTHEST, FARTHEST_BACK = 5, 12  # words between the comma before an aside and its verb


def find_asides(script: Script, taken: frozenset[int]) -> tuple[Aside, ...]:
    """All asides in text order. `taken` are cues that already introduce direct speech."""
    found = [*_verbs_in_passing(script, taken), *sources(script), *conforming(script)]
    return tuple(sorted(found, key=lambda a: a.span))


def statements_of(script: Script, asides: tuple[Aside, ...], cut: tuple[Span, ...]) -> Iterator[Draft]:
    """Each aside with the sentence it stands in as content, less what stands in `cut`."""
    for aside in asides:
        contents = tuple(c for c in without(script, _scope(script, aside), cut) if _says_something(script, c))
        if contents:
            yield Draft(aside.rule, aside.cue, aside.token, aside.act, "indirect", contents, aside.voice, via=aside.via)


def tells_of_the_sentence_before(script: Script, aside: Aside, cut: tuple[Span, ...]) -> bool:
    """«Об этом, передает агентство, [сообщил мэр]»: nothing is said in passing, the verb is the sentence's own."""
    if aside.rule != "said_in_passing" or aside.place != "end":
        return False
    left = [c.of(script.doc.text).strip(" ,").lower() for c in without(script, _scope(script, aside), cut)]
    return bool(left) and all(words in script.words("back_references") for words in left)


def _says_something(script: Script, content: Span) -> bool:
    """More than adverbs and conjunctions: 'так', 'однако', 'пока что'."""
    return any(t.pos in ("NOUN", "PROPN", "PRON", "VERB", "ADJ", "NUM", "X") for t in script.tokens(content))


def _scope(script: Script, aside: Aside) -> Span:
    sentence = script.sentence(aside.token)
    start, stop = sentence.span.start, sentence.span.stop
    if around := script.quote_around(aside.cue):
        start, stop = max(start, around.inner.start), min(stop, around.inner.stop)
    if aside.place == "front":
        return before_next_speaker(script, Span(aside.span.stop, stop))
    if aside.rule == "confirmed":
        before = [t for t in script.before(aside.token) if t.stop <= aside.span.start]
        opening = next((t for t in reversed(before) if t.lemma == "что" and script.doc.tokens[t.i - 1].text == ","), None)
        return Span(opening.stop if opening else start, aside.span.start)
    if aside.place == "middle" and aside.rule == "according_to" and aside.act != "assert":
        return Span(aside.span.stop, stop)  # 'мэр по совету врачей бросил курить': what was advised follows
    start = _after_connectives(script, start)
    return Span(min(start, aside.span.start), aside.span.start if aside.place == "end" else stop)


def _after_connectives(script: Script, start: int) -> int:
    text = script.doc.text
    for phrase in sorted(script.words("connectives"), key=len, reverse=True):
        if (
            text[start : start + len(phrase)].lower() == phrase
            and not text[start + len(phrase) : start + len(phrase) + 1].isalnum()
        ):
            return start + len(phrase)
    return start


def _verbs_in_passing(script: Script, taken: frozenset[int]) -> Iterator[Aside]:
    for cue in script.cues:
        verb = cue.takes("aside")
        if verb is None or cue.token.i in taken or cue.form not in ("finite", "passive") or cue.token.feats.get("Tense") == "Fut":
            continue
        opening = _opening(script, cue)
        if opening is None or (cue.negated and not verb.negated):
            continue
        as_, start = opening
        quoted, speaker = _passed_on(script, cue), voice(script, cue)
        named_after = any(v and v.token and v.token.i > cue.token.i for v in (quoted, speaker))
        if not as_ and not named_after and cue.form == "finite":
            continue
        if _has_complement(script, cue) or (not as_ and cue.form == "passive" and script.doc.child(cue.token, "nsubj:pass")):
            continue  # 'Как пишет газета, в розыск объявлены двое'
        if as_ and speaker.manner == "shared":
            speaker = NOBODY  # 'рыбаки, как полагают, уплыли'
        stop, place = _extent(script, cue, start, as_)
        back = not as_ and script.doc.tokens[script.index(start) + 1].lemma == "что"
        rule = "as_said" if as_ else "confirmed" if back else "said_in_passing"
        via = speaker.token if quoted else None
        yield Aside(rule, Span(start, stop), cue.token.span, cue.token, verb.act, quoted or speaker, place, via)


def _passed_on(script: Script, cue: Cue) -> Voice | None:
    """'Мост закрыт, передаёт РИА Новости слова мэра': whose words they are."""
    if not cue.passes_on or not any(t.lemma in script.words("passing_on") for t in script.rest(cue.token)[:6]):
        return None
    return quoted_one(script, cue)


def _opening(script: Script, cue: Cue) -> tuple[bool, int] | None:
    """(with 'как', offset) where the aside begins: at its 'как', or at the comma or dash before it."""
    linked = False
    for token in reversed(script.before(cue.token)):
        if token.lemma in ("где", "когда", "куда", "который", "откуда"):
            return None
        if token.lemma == "как" and script.doc.tokens[token.i - 1].pos != "VERB":
            return True, token.start
        if token.text == "," or is_dash(script.doc.text, token):
            return None if linked else (False, token.start)
        if token.lemma in ("быть", "стать"):
            linked = True
            continue  # 'как было заявлено', 'как стало известно'
        if token.lemma == "что" and _points_back(script, cue, token):
            return False, script.doc.tokens[token.i - 1].start
        if (
            token.pos not in ("ADV", "PART", "PRON", "ADP", "NOUN", "NUM", "ADJ", "PROPN", "DET")
            or token.feats.get("Case") == "Nom"
        ):
            return None
        if cue.token.i - token.i > (FARTHEST_BACK if _of_this(script, cue) else FARTHEST):
            return None
    return None


def _of_this(script: Script, cue: Cue) -> bool:
    """'Дело закрыто, об этом 3 мая на встрече с прессой объявил судья': of what the sentence told."""
    before = script.before(cue.token)
    return any(
        a.text == "," and b.lemma == "о" and c.lemma == "это" for a, b, c in zip(before, before[1:], before[2:], strict=False)
    )


def _points_back(script: Script, cue: Cue, what: Token) -> bool:
    """'Мост закрыт, что подтверждает мэр': the pronoun means what was told before the comma."""
    subject = script.doc.child(cue.token, "nsubj")
    things = script.doc.children(cue.token, "obj", "ccomp", "xcomp")
    comma = script.doc.tokens[what.i - 1].text == ","
    return bool(comma and cue.takes("Acc") and subject and subject.i > cue.token.i and all(t.i <= what.i for t in things))


def _has_complement(script: Script, cue: Cue) -> bool:
    """'…, сообщил он, что' and '- сообщается о двух раненых' are no asides."""
    if any(complement_noun(script, cue, *f.split()) for v in cue.verbs for f in v.takes if " " in f):
        return True
    for token in script.rest(cue.token):
        if _opens_an_act(script, token):
            return False
        if token.lemma in ("что", "чтобы", "будто") and script.doc.tokens[token.i - 1].text == ",":
            return script.doc.head(token) is None or cue.token in script.doc.ancestors(token)
        if is_finite(token) or token.text == ":":
            return token.text == ":"
    return False


def _opens_an_act(script: Script, token: Token) -> bool:
    """'…, сообщил мэр, добавив, что объезд есть': a gerund of speech behind a comma says something of its own."""
    cue = script.cue_at.get(token.i)
    return cue is not None and cue.form == "gerund" and script.doc.tokens[token.i - 1].text == ","


def _tells_the_situation(script: Script, token: Token) -> bool:
    """'Как сообщил мэр, выступая на заседании, мост закрыт': a gerund that is part of the telling, up to its own comma."""
    return token.feats.get("VerbForm") == "Conv" and token.lemma in script.words("speaking_verbs")


def _goes_on(script: Script, cue: Cue, token: Token) -> bool:
    """'Как отметил мэр, пока мост закрыт': the clause behind the comma is what was said, wherever the parser hung it."""
    path = [token, *script.doc.ancestors(token)]
    top = next((t for t in path if t.head == cue.token.i), None)
    return top is not None and is_finite(top) and top.rel in ("advcl", "ccomp", "conj", "parataxis")


def _extent(script: Script, cue: Cue, start: int, as_: bool) -> tuple[int, str]:
    sentence = script.sentence(cue.token)
    left = [t for t in script.doc.tokens[sentence.first : cue.token.i] if t.start < start]
    below = {t.i for t in script.doc.subtree(cue.token)}
    comma = None
    for token in script.rest(cue.token):
        if token.text in (",", ";") or is_dash(script.doc.text, token):
            after = script.doc.tokens[min(token.i + 1, sentence.last - 1)]
            if as_ and _tells_the_situation(script, after):
                continue
            if after.i not in below or (as_ and _goes_on(script, cue, after)):
                comma = token
                break
    words = [t for t in left if t.pos != "PUNCT"]
    if not words or (as_ and words[-1].pos in ("CCONJ", "SCONJ")):
        return (comma.stop if comma else sentence.span.stop), "front"
    if comma and (not any(is_finite(t) for t in left)) and any(is_finite(t) for t in script.rest(comma)):
        return comma.stop, "middle"
    act = next((t for t in script.rest(cue.token) if _opens_an_act(script, t)), None)
    return (script.doc.tokens[act.i - 1].start if act else sentence.span.stop), "end"

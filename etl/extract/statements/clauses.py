"""Where the words that were said begin and end, when no quotation marks show it."""

from __future__ import annotations

from etl.extract.statements.script import DASHES, MARKS, Script, is_dash, is_finite, trimmed
from etl.records import Span, Token


def clause(script: Script, cue: Token, first: Token, asides: tuple[Span, ...] = (), *, phrase: bool = False) -> tuple[Span, ...]:
    """The content that begins with `first` and depends on the cue, without the asides that stand in it.

    A `phrase` ('о пожаре') ends where a contrast or a reason begins; in a clause these are said too.
    """
    stop = _end(script, cue, first, phrase)
    return without(script, Span(first.start, stop), asides)


def without(script: Script, span: Span, asides: tuple[Span, ...]) -> tuple[Span, ...]:
    """The span minus the asides in it, as trimmed pieces that hold at least a word."""
    pieces, start = [], span.start
    for aside in sorted(a for a in asides if a.overlaps(span)):
        pieces.append(Span(start, max(start, aside.start)))
        start = aside.stop
    pieces.append(Span(start, max(start, span.stop)))
    kept = (trimmed(script.doc.text, p) for p in pieces)
    return tuple(p for p in kept if any(ch.isalnum() for ch in p.of(script.doc.text)))


def _end(script: Script, cue: Token, first: Token, phrase: bool) -> int:
    sentence = script.sentence(first)
    stop = sentence.span.stop
    around = script.quote_around(cue.span)
    if around:
        stop = min(stop, around.inner.stop)
    for token in (first, *script.rest(first)):
        if token.start >= stop:
            break
        turns = phrase and any(rule(script, cue, first, token) for rule in (_contrasts, _explains, _says_more, _goes_on))
        if token.i > first.i and (turns or _leaves(script, cue, first, token)):
            return _before_link(script, token)
    # What was said goes on to the end of a quote that runs over the sentence's end.
    return next((q.span.stop for q in script.quotes if first.start <= q.span.start < stop < q.span.stop), stop)


def _contrasts(script: Script, cue: Token, first: Token, token: Token) -> bool:
    """'Сообщил о пожаре, хотя дыма не было'."""
    return token.lemma in script.words("contrasts") and _comma_before(script, token) and _predicates(script, token)


def _explains(script: Script, cue: Token, first: Token, token: Token) -> bool:
    """'Заговорил о переезде — он нашёл дом'."""
    return token.i > 0 and is_dash(script.doc.text, script.doc.tokens[token.i - 1]) and _predicates(script, token)


def _says_more(script: Script, cue: Token, first: Token, token: Token) -> bool:
    """'Назвал решение ошибкой, заявил, что …': another verb of speech without a subject of its own."""
    other = script.cue_at.get(token.i)
    subject = script.doc.child(token, "nsubj")
    same = other is not None and other.form == "finite" and (subject is None or subject.i < cue.i)
    return same and _comma_before(script, token) and _agree(cue, token)


def _goes_on(script: Script, cue: Token, first: Token, token: Token) -> bool:
    """'Назвал итоги подтасованными и призвал': the next act, also where the parser joins it to a word of the phrase."""
    other = script.cue_at.get(token.i)
    again = other is not None and other.form == "finite" and script.doc.child(token, "nsubj") is None and _agree(cue, token)
    return again and _linked(script, token) and not any(is_finite(t) for t in script.doc.tokens[first.i : token.i])


def _predicates(script: Script, token: Token) -> bool:
    """Whether a finite verb follows before the next comma."""
    for t in script.rest(token):
        if is_finite(t):
            return True
        if t.text == ",":
            return False
    return False


def _leaves(script: Script, cue: Token, first: Token, token: Token) -> bool:
    """Whether the sentence goes back to the speaker here: another act of the same speaker, or a clause beside the cue's."""
    return any(
        rule(script, cue, first, token)
        for rule in (_next_act, _next_speaker, _beside_the_cue, _governor, _after_phrase, _after_relative, _modified, _reference)
    )


def _next_act(script: Script, cue: Token, first: Token, token: Token) -> bool:
    """'Мэр сказал, что дорога закрыта, и поблагодарил рабочих': the second verb of speech has the first one's subject."""
    other = script.cue_at.get(token.i)
    if other is None or not _linked(script, token) or _opens_the_clause(script, first, token):
        return False
    if other.form == "gerund":
        return script.doc.head(token) == cue or _comma_before(script, token)
    subject = script.doc.child(token, "nsubj")
    if other.form != "finite" or (subject is not None and subject.i > cue.i) or not _agree(cue, token):
        return False
    if token.head == cue.i:
        return True
    middle = [t for t in script.doc.tokens[first.i : token.i] if is_finite(t)]
    done = first.feats.get("VerbForm") == "Inf"  # 'призвал ждать и сообщил'
    return (bool(middle) or done) and not any(_agree(t, token) for t in middle)


def _opens_the_clause(script: Script, first: Token, verb: Token) -> bool:
    """'Заявил, что и не думал уезжать': the verb of what is said, before which only particles and adverbs stand."""
    return all(t.pos in ("PART", "ADV") or t.text.lower() == "и" for t in script.doc.tokens[first.i : verb.i])


def _next_speaker(script: Script, cue: Token, first: Token, token: Token) -> bool:
    """'Полиция заявила, что дорога закрыта, газеты сообщали, что открыта': here the next one's words begin."""
    if not _comma_before(script, token) or not any(is_finite(t) for t in script.doc.tokens[first.i : token.i]):
        return False
    for t in script.rest(token)[:6]:
        if t.i in script.cue_at and script.cue_at[t.i].form == "finite":
            subject = script.doc.child(t, "nsubj")
            after = script.rest(t)[:2]
            who = subject is not None and subject.lemma not in ("кто", "который", "что")  # 'ошибаются те, кто думает, что'
            between = subject is not None and token.i <= subject.i < t.i
            return bool(who and between and len(after) == 2 and _tells_more(token, after[0], after[1]))
        if t.pos in ("PUNCT", "SCONJ", "CCONJ") or is_finite(t):
            return False
    return False


def _tells_more(link: Token, one: Token, two: Token) -> bool:
    """Behind the next one's verb: 'газеты сообщали, что', 'но защита говорила о мосте'."""
    return (one.text == "," and two.lemma == "что") or (link.lemma in ("но", "а") and one.lemma == "о")


def before_next_speaker(script: Script, span: Span) -> Span:
    """'По словам мэра, дорога закрыта, но полиция говорит, что открыта': the span up to where the next one's words begin."""
    words = script.tokens(span)
    if any(t.i in script.cue_at for t in words):
        for token in words[1:]:
            if _next_speaker(script, words[0], words[0], token):
                return Span(span.start, _before_link(script, token))
    return span


def _opening(script: Script, verb: Token, first: Token) -> Token:
    """The first word of the verb's clause: behind its conjunction, where the parser hangs on it what is said before.

    'Призвал всех «сложить вёсла» и заявил, что'
    """
    below = [t for t in script.doc.subtree(verb) if t.pos not in ("PUNCT", "CCONJ")]
    link = script.doc.child(verb, "cc")
    if link is not None and first.text in MARKS and below[0].i == first.i + 1 < link.i:
        below = [t for t in below if t.i > link.i]
    return below[0]


def _beside_the_cue(script: Script, cue: Token, first: Token, token: Token) -> bool:
    """'Мэр сказал, что дорога закрыта, выступая в суде': here begins a clause that hangs on the cue, not on what was said."""
    for verb in script.doc.children(cue, "advcl", "conj"):
        if verb.i > first.i and (verb.feats.get("VerbForm") == "Conv" or is_finite(verb)):
            top = _opening(script, verb, first)
            belongs = top.lemma in script.words("questions") or top.lemma == "если"
            if top.i == token.i and top.i > first.i and _linked(script, top) and not belongs:
                return True
    return False


def _governor(script: Script, cue: Token, first: Token, token: Token) -> bool:
    """'Заявив о победе, партия праздновала', 'согласие на встречу высказали все': the clause that the cue depends on."""
    if cue.head <= first.i:
        return False
    return token.i == cue.head or (token.head == cue.head and token.i > first.i and _comma_before(script, token))


def _after_phrase(script: Script, cue: Token, first: Token, token: Token) -> bool:
    """'Жители, сообщившие о пожаре, ждут': a participle's phrase ends at the comma after which nothing depends on it."""
    if cue.feats.get("VerbForm") != "Part" or not _comma_before(script, token):
        return False
    return cue not in script.doc.ancestors(token)


def _after_relative(script: Script, cue: Token, first: Token, token: Token) -> bool:
    """'Мост, который жители называют опасным, закрыт': the sentence goes on with what governs the clause."""
    if cue.rel != "acl:relcl" or not _comma_before(script, token):
        return False
    above = tuple(script.doc.ancestors(cue))
    return token in above or script.doc.head(token) in above[1:]


def _modified(script: Script, cue: Token, first: Token, token: Token) -> bool:
    """'Просивший не называть его имени старший инспектор': the words end where the noun begins that the participle describes."""
    if cue.feats.get("VerbForm") != "Part":
        return False
    subject = script.doc.child(cue, "nsubj")
    noun = subject.i if subject else cue.head if cue.rel in ("amod", "acl") else -1
    return noun > first.i and (token.i == noun or (token.head == noun and token.rel == "amod" and token.i > first.i))


def _reference(script: Script, cue: Token, first: Token, token: Token) -> bool:
    """'Газеты сообщили о пожаре со ссылкой на очевидца': whose words they pass on is no part of them."""
    after = script.rest(token)[:2]
    with_reference = token.lemma == "с" and len(after) == 2 and after[0].lemma == "ссылка" and after[1].text == "на"
    return with_reference and token.i > first.i


def _agree(a: Token, b: Token) -> bool:
    keys = ("Number", "Gender", "Tense", "Person", "Mood")
    return all(a.feats.get(k) == b.feats.get(k) for k in keys)


def _linked(script: Script, token: Token) -> bool:
    """A comma, dash or conjunction stands before the token (adverbs aside)."""
    for t in reversed(script.before(token)):
        if t.pos == "PUNCT" or t.pos == "CCONJ" or t.text in DASHES:
            return True
        if t.pos not in ("ADV", "PART", "SCONJ"):
            return False
    return False


def _comma_before(script: Script, token: Token) -> bool:
    return token.i > 0 and script.doc.tokens[token.i - 1].text == ","


def _before_link(script: Script, token: Token) -> int:
    """The end of the words before the conjunction or comma that leads to the token."""
    i = token.i
    while (
        i > 0
        and script.doc.tokens[i - 1].pos in ("PUNCT", "CCONJ", "SCONJ", "ADV", "PART")
        and script.doc.tokens[i - 1].text not in ("»", '"', "”", ")")
    ):
        i -= 1
    return script.doc.tokens[i - 1].stop

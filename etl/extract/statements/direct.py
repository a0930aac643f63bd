"""Direct speech: which quotes are somebody's words, and which cue goes with them."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.statements.cues import Cue
from etl.extract.statements.quotes import Quote
from etl.extract.statements.script import DASHES, ELIDED, NOBODY, Draft, Script, Voice, is_dash, is_finite
from etl.extract.statements.voices import owner, voice
from etl.records import Span, Token

ENDS = ".!?…"


def spoken(script: Script) -> Iterator[Draft]:
    """Every quote that is speech, by the first rule that finds its attribution."""
    for quote in script.quotes:
        if quote.depth and not _introduced(script, quote):
            continue
        for rule in RULES:
            if draft := rule(script, quote):
                yield draft
                break


def introduced(script: Script, drafts: tuple[Draft, ...]) -> Iterator[Span]:
    """Colon and quote of direct speech that a colon introduces: no part of what the sentence reports before it."""
    for draft in drafts:
        k = script.index(draft.contents[0].start) - 2
        if draft.mode == "direct" and k >= 0 and script.doc.tokens[k].text == ":":
            yield Span(script.doc.tokens[k].start, draft.contents[-1].stop + 1)


def attributed_inside(script: Script, quote: Quote) -> Draft | None:
    """«Дорога закрыта, — сказал мэр. — Объезд открыт»."""
    pieces, cues, start = [], [], quote.inner.start
    tokens = script.tokens(quote.inner)
    for k, token in enumerate(tokens):
        if token.start < start or not _opens_remark(script, tokens, k):
            continue
        cue = _remark(script, tokens[k + 1 : k + 4])
        if cue is None:
            continue
        stop = _remark_end(tokens, k + 1)
        pieces.append(Span(start, tokens[k - 1].start if tokens[k - 1].text == "," else tokens[k - 1].stop))
        cues.append(cue)
        start = stop if stop is not None else quote.inner.stop
    if not cues:
        return None
    pieces.append(Span(start, quote.inner.stop))
    return _draft(script, "attributed_inside", cues[0], pieces)


def attributed_after(script: Script, quote: Quote) -> Draft | None:
    """«Дорога закрыта», — сказал мэр."""
    k = script.index(quote.span.stop)
    tokens = script.doc.tokens
    marks: list[str] = []
    while k < len(tokens) and (tokens[k].text in (",", *DASHES) or set(tokens[k].text) <= set(ENDS)) and len(marks) < 3:
        marks.append(tokens[k].text)
        k += 1
    if k >= len(tokens) or not marks or tokens[k].start - quote.span.stop > 6:
        return None
    if _is_fragment(script, quote):
        return None
    dashed = any(m in DASHES for m in marks)
    if not dashed and marks != [","]:
        return None
    zone = _zone(script, tokens[k])
    cue = _cue_in(script, zone if dashed else zone[:1])
    if cue and not dashed and _colon_before(script, quote):
        return None
    if cue and not dashed and (cue.form != "finite" or not cue.verbs or not _sentence_like(script, quote)):
        return None
    ended = "," in marks or quote.inner.of(script.doc.text)[-1:] in (*ENDS, ",")
    if cue is None and dashed and ended and _sentence_like(script, quote):
        return _signed(script, quote, zone)
    if cue is None or not (ended or any(is_finite(t) for t in script.tokens(quote.inner))):
        return None
    pieces = [quote.inner]
    if more := _goes_on(script, cue):
        pieces.append(more.inner)
    return _draft(script, "attributed_after", cue, pieces)


def _signed(script: Script, quote: Quote, zone: tuple[Token, ...]) -> Draft | None:
    """«Дорога закрыта», — из письма Ивана Петрова; a verb the tagger did not know: the name beside the quote."""
    for token in zone:
        if token.text in (",", ";", "."):
            return None
        mention = script.reading.cast.by_head.get(token.i)
        if mention and token.feats.get("Case") in ("Nom", None):
            return Draft("attributed_after", zone[0].span, zone[0], "assert", "direct", (quote.inner,), Voice(token))
    return None


def attributed_before(script: Script, quote: Quote) -> Draft | None:
    """Мэр сказал: «Дорога закрыта»."""
    k = script.index(quote.span.start) - 1
    if k < 0:
        return None
    tokens = script.doc.tokens
    colon = tokens[k].text == ":"
    if not colon and tokens[k].text not in DASHES:
        return None
    if not colon or not _sentence_like(script, quote):
        return None
    before = script.before(tokens[k])
    cue = next(
        (
            script.cue_at[t.i]
            for t in reversed(before)
            if t.i in script.cue_at and script.cue_at[t.i].form in ("finite", "gerund", "passive")
        ),
        None,
    )
    if cue:
        return _draft(script, "attributed_before", cue, [quote.inner])
    return _introduced_otherwise(script, quote, before)


def _introduced_otherwise(script: Script, quote: Quote, before: tuple[Token, ...]) -> Draft | None:
    """No verb of speech before the colon: 'мэр был краток: «…»', 'жители услышали ответ: «…»' (whose, is open)."""
    verb = next((t for t in reversed(before) if is_finite(t)), None)
    if verb is None:
        return None
    who = voice(script, Cue(verb, (), "finite", False))
    said = next((script.noun_at[t.i] for t in before[-3:] if t.i in script.noun_at), None)
    if said:
        whose = owner(script, said.token)
        who = Voice(whose) if whose else NOBODY
    elif who.manner != "own":
        who = NOBODY
    return Draft("attributed_before", verb.span, verb, "assert", "direct", (quote.inner,), who)


def headed(script: Script, quote: Quote) -> Draft | None:
    """'Иван Петров: «Дорога закрыта»', '«Дорога закрыта»: Иван Петров открыл объезд': a name, a colon and no verb of speech."""
    before, after = script.index(quote.span.start) - 1, script.index(quote.span.stop)
    tokens = script.doc.tokens
    if not _sentence_like(script, quote):
        return None
    if before >= 0 and tokens[before].text == ":":
        zone: tuple[Token, ...] = tuple(reversed(script.before(tokens[before])))
        sign = tokens[before]
    elif after < len(tokens) and tokens[after].text == ":":
        zone, sign = script.rest(tokens[after]), tokens[after]
    else:
        return None
    names = script.reading.cast.by_head
    name = next((t for t in zone if t.i in names and t.feats.get("Case") in ("Nom", None)), None)
    return Draft("headed", sign.span, sign, "assert", "direct", (quote.inner,), Voice(name)) if name else None


def exclaimed(script: Script, quote: Quote) -> Draft | None:
    """Люди кричали «Позор!»; плакат с лозунгом «Мы здесь власть»; самый громкий лозунг: «Долой!»."""
    k = script.index(quote.span.start) - 1
    tokens = script.doc.tokens
    marks = 0
    while k > 0 and tokens[k].text in (":", *DASHES) and marks < 2:
        k, marks = k - 1, marks + 1
    if k < 0:
        return None
    noun = script.noun_at.get(tokens[k].i)
    if noun and "quote" in noun.noun.takes:
        who = _shouting(script, noun.token)
        if noun.noun.act != "slogan" and (marks == 0 and not _with_words(script, noun.token)):
            return None
        return Draft("exclaimed", noun.token.span, noun.token, noun.noun.act, "direct", (quote.inner,), who)
    cue = script.cue_at.get(tokens[k].i)
    spoken_on = marks or not quote.inner.of(script.doc.text)[:1].islower()
    if spoken_on and cue and cue.takes("quote") and cue.form in ("finite", "gerund") and _sentence_like(script, quote):
        return _draft(script, "exclaimed", cue, [quote.inner])
    return None


def _with_words(script: Script, noun: Token) -> bool:
    """'Со словами «…»', 'на вопрос «…»': the noun in an adjunct, not 'слово «…»' the word itself."""
    place = script.doc.child(noun, "case")
    return place is not None and place.lemma in ("с", "на") and noun.feats.get("Case") in ("Ins", "Acc")


def _shouting(script: Script, noun: Token) -> Voice:
    """'Жители вышли с лозунгом', 'с криками бросился': the subject of the verb that the noun hangs on."""
    for above in script.doc.ancestors(noun):
        if above.pos in ("VERB", "AUX"):
            form = {"Conv": "gerund", "Part": "participle", "Inf": "infinitive"}.get(above.feats.get("VerbForm", ""), "finite")
            found = voice(script, Cue(above, (), form, False))
            return found if found.token else NOBODY
    return NOBODY


def standing_alone(script: Script, quote: Quote) -> Draft | None:
    """A quote that is a sentence of its own goes on with the speaker before it."""
    tokens = script.tokens(quote.span)
    if not tokens or quote.depth:
        return None
    first, last = script.sentence(tokens[0]), script.sentence(tokens[-1])
    after = script.doc.text[quote.span.stop : last.span.stop].strip(" .!?…")
    bracketed = after.startswith("(") and after.endswith(")")  # «…» (цитата по агентству)
    alone = quote.span.start == first.span.start and (not after or bracketed)
    if not alone or not _sentence_like(script, quote) or first.kind == "title":
        return None
    return Draft(
        "standing_alone", Span(quote.span.start, quote.span.start + 1), tokens[0], "assert", "direct", (quote.inner,), ELIDED
    )


RULES = (attributed_inside, attributed_after, attributed_before, headed, exclaimed, standing_alone)


def _is_fragment(script: Script, quote: Quote) -> bool:
    """Words of a reporter's sentence stand right before the quote: 'пояснил, что они «не чувствовали опасности»'."""
    k = script.index(quote.span.start)
    first = script.sentence(script.doc.tokens[k])
    before = script.doc.tokens[k - 1] if k > first.first else None
    return before is not None and before.pos != "PUNCT" and before.text not in DASHES


def _colon_before(script: Script, quote: Quote) -> bool:
    k = script.index(quote.span.start) - 1
    return k >= 0 and script.doc.tokens[k].text == ":"


def _introduced(script: Script, quote: Quote) -> bool:
    """A quote within a quote is speech only behind a colon: люди говорят: «Нам надоело»."""
    return _colon_before(script, quote)


def _sentence_like(script: Script, quote: Quote) -> bool:
    tokens = [t for t in script.tokens(quote.inner) if t.pos != "PUNCT"]
    text = quote.inner.of(script.doc.text)
    return (
        bool(tokens)
        and text[:1].isupper() | (not text[:1].isalpha()) | text[:1].islower()
        and (any(is_finite(t) or t.feats.get("Mood") == "Imp" for t in tokens) or len(tokens) > 3 or text[-1:] in ENDS)
    )


def _opens_remark(script: Script, tokens: tuple[Token, ...], k: int) -> bool:
    return (
        0 < k < len(tokens) - 1
        and tokens[k].text in DASHES
        and (tokens[k - 1].text == "," or set(tokens[k - 1].text) <= set(ENDS) or tokens[k - 1].text in ("»", '"', ")"))
    )


def _remark(script: Script, zone: tuple[Token, ...]) -> Cue | None:
    """The verb of a remark inside a quote stands at its beginning: '— сказал мэр', '— тут же возразил он', '— он улыбнулся'."""
    for token in zone:
        cue = _cue_in(script, (token,))
        if cue:
            return cue
        if token.pos not in ("ADV", "PART", "PRON") or cue:
            return None
    return None


def _person_follows(script: Script, verb: Token) -> bool:
    """'— возмущён отец мальчика', '— горячился он'."""
    after = script.rest(verb)[:4]
    named = any(t.feats.get("Case") == "Nom" and (t.feats.get("Animacy") == "Anim" or t.pos == "PRON") for t in after)
    return named or (bool(after) and after[0].pos == "PROPN")


def _remark_end(tokens: tuple[Token, ...], k: int) -> int | None:
    """Offset where the speaker's words go on: behind the next dash that follows a mark."""
    for i in range(k, len(tokens) - 1):
        if tokens[i].text in DASHES and (tokens[i - 1].text in (",", ":") or set(tokens[i - 1].text) <= set(ENDS)):
            return tokens[i + 1].start
    return None


def _zone(script: Script, first: Token) -> tuple[Token, ...]:
    return (first, *script.rest(first))[:12]


def _cue_in(script: Script, zone: tuple[Token, ...]) -> Cue | None:
    """The verb that introduces the words; any finite verb of the third person will do beside quotation marks and a dash."""
    for token in zone:
        if token.text in (",", ";") or token.text in DASHES:
            return None
        cue = script.cue_at.get(token.i)
        if cue and cue.form in ("finite", "passive", "gerund"):
            return cue
        if is_finite(token) and token.pos in ("VERB", "ADJ") and token.feats.get("Person") not in ("1", "2"):
            return Cue(token, (), "finite", False) if _person_follows(script, token) else None
    return None


def _goes_on(script: Script, cue: Cue) -> Quote | None:
    """«…», — сказал мэр. — «…»: the second quote after a dash belongs to the first."""
    for quote in script.quotes:
        if quote.span.start > cue.token.stop:
            k = script.index(quote.span.start) - 1
            tokens = script.doc.tokens
            joined = tokens[k].text in DASHES and (tokens[k - 1].text == "," or set(tokens[k - 1].text) <= set(ENDS))
            near = tokens[k].sentence - cue.token.sentence <= 1
            return quote if joined and near else None
    return None


def _draft(script: Script, rule: str, cue: Cue, pieces: list[Span]) -> Draft:
    verb = cue.takes("quote") or (cue.verbs[0] if cue.verbs else None)
    who = voice(script, cue)
    if verb and verb.passes_on:
        who = _quoted_one(script, cue) or who
    kept = tuple(p for p in (_stripped(script, p) for p in pieces) if any(ch.isalnum() for ch in p.of(script.doc.text)))
    return Draft(rule, cue.token.span, cue.token, verb.act if verb else "assert", "direct", kept, who)


def _stripped(script: Script, span: Span) -> Span:
    text = script.doc.text
    start, stop = span.start, span.stop
    while start < stop and (text[start].isspace() or text[start] in DASHES):
        start += 1
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] == ","):
        stop -= 1
    return Span(start, stop)


def _quoted_one(script: Script, cue: Cue) -> Voice | None:
    """'Цитирует министра агентство', 'приводит слова министра газета': the object, not the subject, speaks."""
    for token in script.rest(cue.token)[:10]:
        if token.text in (",", ".", ";") or is_dash(script.doc.text, token) or is_finite(token):
            return None
        if token.lemma in script.words("passing_on"):
            whose = next(
                (t for t in script.rest(token)[:8] if t.feats.get("Case") == "Gen" and t.pos in ("NOUN", "PROPN", "PRON", "DET")),
                None,
            )
            return Voice(whose) if whose else None
        living = token.feats.get("Animacy") == "Anim" or token.pos == "PRON"
        if living and token.feats.get("Case") in ("Acc", "Gen") and token.pos in ("NOUN", "PROPN", "PRON"):
            return Voice(token)
    return None

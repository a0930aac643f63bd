"""Direct speech: which quotes are somebody's words, and which cue goes with them."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.quotes import Quote
from etl.extract.statements.attribution import ENDS, cue_in, direct_draft, sentence_like, zone_after
from etl.extract.statements.cues import Cue
from etl.extract.statements.interviews import answers
from etl.extract.statements.messages import owner
from etl.extract.statements.remarks import attributed_inside, lines_of_dialogue, paragraphs_of_speech
from etl.extract.statements.script import DASHES, ELIDED, NOBODY, Draft, Script, Voice, is_finite
from etl.extract.statements.voices import voice
from etl.records import Span, Token


def spoken(script: Script) -> Iterator[Draft]:
    """Every quote that is speech, by the first rule that finds its attribution, and the lines of dialogues."""
    for quote in script.quotes:
        if quote.depth and not _introduced(script, quote):
            continue
        for rule in RULES:
            if draft := rule(script, quote):
                yield draft
                break
    yield from lines_of_dialogue(script)
    yield from paragraphs_of_speech(script)
    yield from answers(script)


def introduced(script: Script, drafts: tuple[Draft, ...]) -> Iterator[Span]:
    """Colon and quote of direct speech that a colon introduces: no part of what the sentence reports before it."""
    for draft in drafts:
        k = script.index(draft.contents[0].start) - 2
        if draft.mode == "direct" and k >= 0 and script.doc.tokens[k].text == ":":
            yield Span(script.doc.tokens[k].start, draft.contents[-1].stop + 1)


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
    zone = zone_after(script, tokens[k])
    cue = cue_in(script, zone if dashed else zone[:1])
    if cue and not dashed and _colon_before(script, quote):
        return None
    if cue and not dashed and (cue.form != "finite" or not cue.verbs or not sentence_like(script, quote)):
        return None
    ended = "," in marks or quote.inner.of(script.doc.text)[-1:] in (*ENDS, ",")
    if cue is None and dashed and ended and sentence_like(script, quote):
        return _signed(script, quote, zone)
    if cue is None or not (ended or any(is_finite(t) for t in script.tokens(quote.inner))):
        return None
    pieces = [quote.inner]
    if more := _goes_on(script, cue):
        pieces.append(more.inner)
    return direct_draft(script, "attributed_after", cue, pieces)


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
    if tokens[k].text != ":":
        return None
    before = script.before(tokens[k])
    if before and before[-1].lemma in script.words("works"):
        return None  # 'известен по фильмам: «Люблю тебя»'
    cue = next(
        (
            script.cue_at[t.i]
            for t in reversed(before)
            if t.i in script.cue_at and script.cue_at[t.i].form in ("finite", "gerund", "passive")
        ),
        None,
    )
    whole = sentence_like(script, quote)
    naming = cue is not None and all(v.act == "label" for v in cue.verbs)
    if cue and (whole or (quote.inner.of(script.doc.text)[:1].isupper() and not naming)):  # «Не запугать», «Позор»
        return direct_draft(script, "attributed_before", cue, [quote.inner])
    return _introduced_otherwise(script, quote, before) if whole and not cue else None


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
    elif (source := _source_in(script, before)) and (whose := owner(script, source)):
        return Draft("attributed_before", source.span, source, "assert", "direct", (quote.inner,), Voice(whose))
    elif who.manner != "own":
        who = NOBODY
    return Draft("attributed_before", verb.span, verb, "assert", "direct", (quote.inner,), who)


def _source_in(script: Script, before: tuple[Token, ...]) -> Token | None:
    """'По словам мэра, он ждёт, когда откроют мост: «…»': the source of the sentence that leads to the quote."""
    for k, token in enumerate(before[1:4], 1):
        noun = script.noun_at.get(token.i)
        if noun and before[k - 1].text.lower() in noun.noun.source:
            return token
    return None


def headed(script: Script, quote: Quote) -> Draft | None:
    """'Иван Петров: «Дорога закрыта»', '«Дорога закрыта»: Иван Петров открыл объезд': a name, a colon and no verb of speech."""
    before, after = script.index(quote.span.start) - 1, script.index(quote.span.stop)
    tokens = script.doc.tokens
    if not sentence_like(script, quote):
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
    if spoken_on and cue and cue.takes("quote") and cue.form in ("finite", "gerund") and sentence_like(script, quote):
        return direct_draft(script, "exclaimed", cue, [quote.inner])
    return None


def _with_words(script: Script, noun: Token) -> bool:
    """'Со словами «…»', 'на вопрос «…»', 'пожеланием «…»': the noun in an adjunct, not 'слово «…»' the word itself."""
    place = script.doc.child(noun, "case")
    if place is None and script.noun_at[noun.i].noun.act in ("urge", "ask", "order"):
        return noun.feats.get("Case") == "Ins"
    return place is not None and place.lemma in ("с", "на") and noun.feats.get("Case") in ("Ins", "Acc")


def _shouting(script: Script, noun: Token) -> Voice:
    """'Жители вышли с лозунгом', 'с криками бросился': the subject of the verb that the noun hangs on."""
    for above in script.doc.ancestors(noun):
        if above.pos in ("VERB", "AUX"):
            form = {"Conv": "gerund", "Part": "participle", "Inf": "infinitive"}.get(above.feats.get("VerbForm", ""), "finite")
            found = voice(script, Cue(above, (), form, False))
            return found if found.token else ELIDED
    return ELIDED


def standing_alone(script: Script, quote: Quote) -> Draft | None:
    """A quote that is a sentence of its own goes on with the speaker before it."""
    tokens = script.tokens(quote.span)
    if not tokens or quote.depth:
        return None
    first, last = script.sentence(tokens[0]), script.sentence(tokens[-1])
    after = script.doc.text[quote.span.stop : last.span.stop].strip(" .!?…")
    bracketed = after.startswith("(") and after.endswith(")")  # «…» (цитата по агентству)
    alone = quote.span.start == first.span.start and (not after or bracketed)
    if not alone or not sentence_like(script, quote) or first.kind == "title":
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

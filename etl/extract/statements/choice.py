"""Which drafts become rows: one act of speech is one row, and who only passes on another's words gets none."""

from __future__ import annotations

from dataclasses import replace

from etl.extract.statements.messages import owner
from etl.extract.statements.script import Draft, Script, Voice, is_finite
from etl.extract.statements.subjects import can_speak, is_institution
from etl.morphology import parses
from etl.records import Span, Token

UNNAMED = ("shared", "elided", "none")
TOLD_IN_QUOTES = ("that_clause", "to_do", "noun_of_speech")
UNABLE = ("promise", "warn", "propose", "offer")  # acts that no thing performs
PASSING_ON = ("that_clause", "said_in_passing", "as_said", "according_to", "back_reference")


def chosen(script: Script, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The drafts in text order, each step taking what the one before left."""
    kept = sorted(drafts, key=lambda d: (d.cue, d.start))
    kept = [_referred(script, d) for d in kept]
    for step in (_by_someone, _said_once, _outside_direct_speech, _told_twice, _own_words_once, _passed_on, _headlines_told_once):
        kept = step(script, kept)
    return tuple(sorted(kept, key=lambda d: (d.start, d.cue)))


def _referred(script: Script, draft: Draft) -> Draft:
    """'Агентство со ссылкой на министра сообщило …': the minister speaks, the agency passes it on."""
    if draft.voice.token is None:
        return draft
    for token in script.doc.words(script.sentence(draft.token)):
        if (
            token.lemma in script.words("references")
            and token.i != draft.token.i
            and not any(token.span in c for c in draft.contents)
            and not _of_who_passes_on(script, draft, token)
        ):
            source = _source(script, token)
            if source and source.i != draft.voice.token.i:
                return replace(draft, voice=Voice(source), via=draft.voice.token)
    return draft


def _of_who_passes_on(script: Script, draft: Draft, reference: Token) -> bool:
    """'Петров признал вину, передаёт агентство [со ссылкой на полицию]': the reference of a verb that tells it all in passing."""
    between = (script.cue_at.get(i) for i in range(draft.token.i + 1, reference.i))
    passing = (c for c in between if c is not None and c.form == "finite" and c.takes("aside"))
    return any(script.doc.tokens[c.token.i - 1].text == "," for c in passing)


def _source(script: Script, reference: Token) -> Token | None:
    """The noun behind 'со ссылкой на'; for a message or a site ('на сайт мэрии') its owner."""
    on = next((t for t in script.rest(reference)[:2] if t.text == "на"), None)
    noun = script.doc.head(on) if on else None
    if noun is None or noun.i < reference.i or noun.pos not in ("NOUN", "PROPN", "PRON", "X"):
        return None
    known = script.noun_at.get(noun.i)
    if not (known or noun.pos != "NOUN" or script.reading.cast.at(noun) or can_speak(script, noun)):
        return None  # 'сославшись на усталость'
    if known and known.noun.message:
        return owner(script, noun) or next((t for t in script.rest(noun)[:1] if t.pos in ("NOUN", "PROPN")), None)
    return noun


def _by_someone(script: Script, drafts: list[Draft]) -> list[Draft]:
    """'Видео, рассказывающее о городе', 'матч обещает быть интересным': a thing describes or promises, but says nothing."""
    return [
        d
        for d in drafts
        if not (_lifeless(script, d.voice.token) and (d.act in UNABLE or _participle(d.token) or _shows(script, d)))
        and not _on_offer(script, d)
    ]


def _said_once(script: Script, drafts: list[Draft]) -> list[Draft]:
    """'Опубликовал заявление о том, что', 'выдвинул требование открыть': the verb and its noun tell one act."""
    carried = [d for d in drafts if d.rule == "carried_noun"]
    return [d for d in drafts if not any(d is not e and d.mode != "direct" and d.cue in e.cue for e in carried)]


def _on_offer(script: Script, draft: Draft) -> bool:
    """'Сервис предлагает множество функций', 'юристы, предлагающие свои услуги': what is on offer was not proposed in words."""
    if draft.rule != "thing" or draft.act != "propose":
        return False
    mention = script.reading.cast.at(draft.voice.token) if draft.voice.token else None
    person = mention is not None and script.reading.cast.by_key[mention.actor].kind == "person"
    return not person and draft.token.feats.get("Tense") == "Pres"


def _lifeless(script: Script, token: Token | None) -> bool:
    if token is None or token.pos != "NOUN" or token.feats.get("Animacy") != "Inan" or script.reading.cast.at(token):
        return False
    if is_institution(script, token):
        return False
    return not any("anim" in p.tag for p in parses(token.text.lower()))


def _shows(script: Script, draft: Draft) -> bool:
    """'Услуга подразумевает, что', 'стойкость показывает, что': a thing that is neither a message nor a study."""
    token = draft.voice.token
    cue = script.cue_at.get(draft.token.i)
    if token is None or cue is None or cue.form != "finite" or draft.mode == "direct" or can_speak(script, token):
        return False
    return token.i not in script.noun_at and token.lemma not in (*script.words("studies"), *script.words("quantities"))


def _participle(token: Token) -> bool:
    return token.feats.get("VerbForm") == "Part" and token.feats.get("Voice") == "Act"


def _outside_direct_speech(script: Script, drafts: list[Draft]) -> list[Draft]:
    """In somebody's direct words only what they report of another is a statement: «Мэр обещал, что дорогу откроют»."""
    direct = [d for d in drafts if d.mode == "direct"]
    kept = []
    for draft in drafts:
        around = next((d for d in direct if d is not draft and any(draft.cue in c for c in d.contents)), None)
        if around is None:
            kept.append(draft)
        elif draft.mode == "direct" or (draft.rule in TOLD_IN_QUOTES and _third_person(draft)):
            kept.append(replace(draft, told_in=around))
    return kept


def _third_person(draft: Draft) -> bool:
    token = draft.voice.token
    return (
        token is not None
        and draft.voice.manner == "own"
        and token.pos in ("NOUN", "PROPN")
        and token.feats.get("Animacy") != "Inan"
    )


def _told_twice(script: Script, drafts: list[Draft]) -> list[Draft]:
    """Two sources for the same words: 'по словам мэра, дорога закрыта, сообщает агентство'; the agency passes them on."""
    kept = [d for d in drafts if d.mode == "direct" or not any(_within(d, x) for x in drafts if x.mode == "direct")]
    for source in [d for d in kept if d.rule in ("according_to", "as_said", "said_in_passing")]:
        for other in [d for d in kept if d is not source and d.contents == source.contents and d.mode != "direct"]:
            before = source.rule == "as_said" and _by_nobody(script, source) and not _by_nobody(script, other)
            passed_on = _by_outlet(script, other) and not _by_outlet(script, source)
            if source.rule != "according_to" and not (before or passed_on):
                continue
            if not _by_another(script, source) and not (_is_his(source) and _by_outlet(script, other)):
                # 'отметил, что, по предварительным данным, дорога закрыта', 'дорога закрыта, как сообщалось ранее, заявил мэр'
                kept = [d for d in kept if d is not source]
            else:
                kept = [replace(d, told_in=other) if d is source else d for d in kept if d is not other]
            break
    return kept


def _by_another(script: Script, source: Draft) -> bool:
    """Not 'по данным инвентаризации', 'по его информации': nobody else's words than who tells them."""
    token = source.voice.token
    return (
        token is not None and token.pos not in ("PRON", "DET") and bool(script.reading.cast.at(token) or can_speak(script, token))
    )


def _is_his(source: Draft) -> bool:
    """'По его словам', 'по их данным'."""
    return source.voice.token is not None and source.voice.token.lemma in ("его", "ее", "её", "их", "он", "она", "они")


def _by_outlet(script: Script, draft: Draft) -> bool:
    """'Передаёт агентство'."""
    cast = script.reading.cast
    mention = cast.at(draft.voice.token) if draft.voice.token else None
    return mention is not None and cast.by_key[mention.actor].kind == "media"


def _within(draft: Draft, direct: Draft) -> bool:
    """Told with the words of a direct quote, quotation marks aside: 'Как сказал мэр, «…», — сказал мэр'."""
    if any(draft.cue in c for c in direct.contents):
        return False
    return all(any(c.start >= x.start - 1 and c.stop <= x.stop + 1 for x in direct.contents) for c in draft.contents)


def _own_words_once(script: Script, drafts: list[Draft]) -> list[Draft]:
    """'Мэр заявил, что осуждает погромы' is one act, and that of the inner verb."""
    kept: list[Draft] = []
    acts: dict[int, str] = {}
    narrowed: dict[int, tuple[Span, ...]] = {}
    for draft in drafts:
        outer = _around(draft, drafts)
        if outer and _bracketed(script, draft, outer):
            kept.append(draft)  # 'арестованы 225 человек (ранее сообщалось о 160), передаёт агентство'
        elif (
            outer
            and draft.act == "assert"
            and _by_nobody(script, draft)
            and outer.rule in ("said_in_passing", "as_said", "back_reference")
        ):
            narrowed[outer.cue.start] = draft.contents  # 'Сообщается, что дорога закрыта, передаёт агентство'
        elif outer and outer.mode != "direct" and draft.mode != "direct" and _same_voice(draft, outer, drafts):
            if draft.voice.manner != "none":  # 'Ему предъявлено обвинение, передаёт агентство': who accuses is another
                acts.setdefault(outer.cue.start, draft.act)
        else:
            kept.append(draft)
    kept = [replace(d, act=acts[d.cue.start]) if d.act == "assert" and d.cue.start in acts else d for d in kept]
    return [replace(d, contents=narrowed[d.cue.start]) if d.cue.start in narrowed else d for d in kept]


def _bracketed(script: Script, inner: Draft, outer: Draft) -> bool:
    """Whether it stands in brackets within the words of the other."""
    begin = max(c.start for c in outer.contents if inner.cue in c)
    before = script.doc.text[begin : inner.cue.start]
    return before.count("(") > before.count(")")


def _by_nobody(script: Script, draft: Draft) -> bool:
    """'Сообщается, что', 'по последним данным'."""
    return draft.voice.manner == "none" or (draft.rule == "according_to" and draft.voice.token is None)


def _same_voice(inner: Draft, outer: Draft, drafts: list[Draft]) -> bool:
    if outer.rule == "back_reference" or inner.voice.manner not in UNNAMED:
        return False
    sentence = inner.token.sentence
    if any(d.mode == "direct" and d.token.sentence == sentence and _is_told_in(d, outer) and d.cue < inner.cue for d in drafts):
        return False  # '«…», — сказал мэр и указал, что …, передаёт агентство': the mayor goes on
    token = inner.voice.token
    return token is None or not any(token.span in c for c in outer.contents)


def _passed_on(script: Script, drafts: list[Draft]) -> list[Draft]:
    """'Кремль сообщил, что министр заявил …': the minister's statement, passed on by the Kremlin."""
    dropped: list[Draft] = []
    changed: dict[int, Draft] = {}
    for draft in sorted(drafts, key=lambda d: -sum(c.stop - c.start for c in d.contents)):
        outer = _around(draft, drafts)
        if outer is None or outer.mode == "direct":
            continue
        outer = changed.get(id(outer), outer)
        changed[id(draft)] = replace(draft, told_in=outer)
        # '«…», — сказал мэр и указал, что …, передаёт агентство': the agency passes on both
        opens = draft.mode == "direct" and draft.start - outer.start <= 1
        if outer.rule in PASSING_ON and outer.act == "assert" and (opens or _is_main(script, draft, outer)):
            dropped.append(outer)
    return [d for d in (changed.get(id(d), d) for d in drafts) if not any(d is x for x in dropped)]


def _is_main(script: Script, inner: Draft, outer: Draft) -> bool:
    """The inner cue is the predicate of what the outer one tells."""
    if inner.rule == "noun_of_speech" or (inner.rule == "carried_noun" and inner.token.lemma not in script.words("carriers")):
        return False
    quote = script.quote_around(inner.cue)
    if quote and any(quote.span.overlaps(c) and outer.cue.start < quote.span.start for c in outer.contents):
        return False  # quoted, it is what the outer one said word for word
    inside = [t for c in outer.contents for t in script.tokens(c)]
    first = next((t for t in inside if is_finite(t)), None)
    return first is not None and (first.i == inner.token.i or inner.token.head == first.i) and _share(inner, outer) > 0.3


def _is_told_in(draft: Draft, outer: Draft) -> bool:
    return any(draft.cue in c for c in outer.contents)


def _share(inner: Draft, outer: Draft) -> float:
    """How much of the outer content the inner statement makes up, its cue included."""
    told = max(c.stop for c in (*inner.contents, inner.cue)) - min(c.start for c in (*inner.contents, inner.cue))
    return told / sum(c.stop - c.start for c in outer.contents)


def _around(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The draft with the shortest content that holds this one's cue."""
    holding = [d for d in drafts if d is not draft and d.rule != "confirmed" and _is_told_in(draft, d)]
    return min(holding, key=lambda d: sum(c.stop - c.start for c in d.contents), default=None)


def _headlines_told_once(script: Script, drafts: list[Draft]) -> list[Draft]:
    """A headline that the text repeats is no statement of its own."""
    body = [d for d in drafts if script.sentence(d.token).kind != "title"]
    return [d for d in drafts if script.sentence(d.token).kind != "title" or not any(_repeats(script, d, b) for b in body)]


def _repeats(script: Script, head: Draft, body: Draft) -> bool:
    words = [
        {t.lemma for c in d.contents for t in script.tokens(c) if t.pos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM")}
        for d in (head, body)
    ]
    common = len(words[0] & words[1])
    return head.token.lemma[:6] == body.token.lemma[:6] or common >= 0.5 * max(1, len(words[0]))

"""Who the words that name a speaker mean: a name, or he, she, the minister, the actress — mostly the one who spoke last."""

from __future__ import annotations

from dataclasses import dataclass, field

from etl.extract.statements.script import Draft, Script
from etl.morphology import name_gender
from etl.records import Actor, ActorKey, Mention, Span, Token

PRONOUNS = {
    "он": "Masc",
    "она": "Fem",
    "они": None,
    "его": "Masc",
    "её": "Fem",
    "ее": "Fem",
    "их": None,
    "тот": None,
    "последний": None,
}
LAST_NAMED = ("тот", "последний")  # 'Агентство спросило мэра, и тот ответил': the person named last
SOURCES = ("источник", "собеседник")  # bare, they mean the source without a name who spoke before
BODIES = ("organization", "state_body")
REPORTERS = ("корреспондент", "журналист", "репортер", "репортёр", "обозреватель")  # their outlet speaks
NEAR = 4  # sentences over which the speaker before stays in the reader's mind


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, the words that say so, and how that was understood."""

    actor: ActorKey | None
    words: Span | None
    resolution: str


@dataclass
class Floor:
    """Who has the floor: the speakers of the article so far, the last one last."""

    script: Script
    spoken: list[tuple[ActorKey, int]] = field(default_factory=list)  # with the position of the sentence

    def of(self, draft: Draft) -> Speaker:
        """The draft's speaker, who then has the floor; a person who passes the words on has had it too."""
        found = self._speaker(draft)
        if found.actor:
            last = self.script.tokens(draft.contents[-1])
            position = max(draft.token.sentence, last[-1].sentence if last else 0)
            via = draft.via or (draft.told_in.voice.token if draft.told_in and draft.told_in.mode != "direct" else None)
            link = self.script.reading.cast.at(via) if via else None
            if link and self.script.reading.cast.by_key[link.actor].kind == "person":
                self.spoken.append((link.actor, position))
            self.spoken.append((found.actor, position))
        return found

    def _speaker(self, draft: Draft) -> Speaker:
        if draft.voice.token is None:
            return self._silent(draft)
        token = draft.voice.token
        if self.script.reading.cast.by_head.get(token.i) is None:
            token = counted(self.script, token)
        mention = self._named(token)
        if mention and mention.resolution == "named":
            shared = draft.voice.manner == "shared"
            return Speaker(mention.actor, None if shared else mention.span, "elided" if shared else "named")
        if token.text.lower() in PRONOUNS:
            return self._pronoun(draft, token, mention)
        if token.lemma in SOURCES and (source := self._same_source(draft, mention)):
            return source
        if same := self._same_body(draft, token):
            return Speaker(same, mention.span if mention else token.span, "role")
        if mention:
            return Speaker(mention.actor, mention.span, mention.resolution)
        return self._description(draft, token)

    def _silent(self, draft: Draft) -> Speaker:
        """No words name the speaker: the one before goes on, if that was just now."""
        before = self._last(draft, 2)
        if draft.voice.manner != "elided" or before is None:
            return Speaker(None, None, "unattributed")
        cue = self.script.cue_at.get(draft.token.i)
        if cue and cue.form == "passive" and self.script.reading.cast.by_key[before[0]].kind in ("media", "group"):
            return Speaker(None, None, "unattributed")  # 'говорится в сообщении': not the newspaper's
        return Speaker(before[0], None, "elided")

    def _named(self, token: Token) -> Mention | None:
        """The mention the token heads; better the name that follows it: 'эксперт института Анна Лебедева'."""
        cast = self.script.reading.cast
        mention = cast.at(token)
        if token.lemma in REPORTERS and (outlet := self._outlet_of(token)):
            return outlet
        if token.pos == "PRON" or (mention and mention.resolution == "named"):
            return mention
        start = self.script.index(mention.span.stop) if mention else token.i + 1
        for other in self.script.doc.tokens[start : min(start + 14, self.script.sentence(token).last)]:
            if other.text in (",", ";", ":", ".") or other.pos in ("VERB", "AUX"):
                break
            near = cast.by_head.get(other.i)
            if near and near.resolution == "named" and cast.by_key[near.actor].kind == "person":
                return near if other.feats.get("Case") == token.feats.get("Case") else mention
            if mention:
                break
        return mention

    def _outlet_of(self, reporter: Token) -> Mention | None:
        """'Корреспондент телеканала «Волна»' without a name: the outlet."""
        cast = self.script.reading.cast
        for token in self.script.doc.subtree(reporter):
            mention = cast.by_head.get(token.i)
            if mention and cast.by_key[mention.actor].kind == "person" and token.i > reporter.i:
                return None
            if mention and cast.by_key[mention.actor].kind == "media":
                return mention
        return None

    def _pronoun(self, draft: Draft, token: Token, mention: Mention | None) -> Speaker:
        """'Он' beside a verb of speech: whoever has the floor and fits; else whom the text means."""
        gender = PRONOUNS[token.text.lower()]
        if token.text.lower() in LAST_NAMED and (found := self._last_named(token)):
            return Speaker(found, token.span, "pronoun")
        plural = token.lemma == "они" or token.text.lower() in ("они", "их")
        if found := self._own_subject(draft, gender, plural) or self._holder(draft, gender, plural):
            return Speaker(found, token.span, "pronoun")
        if plural and (body := self._last(draft, 1)) and self.script.reading.cast.by_key[body[0]].kind in BODIES:
            return Speaker(body[0], token.span, "pronoun")  # 'Центр заявил … По их информации …'
        if mention and self._fits(mention.actor, gender, plural):
            return Speaker(mention.actor, token.span, "pronoun")
        return Speaker(None, token.span, "ambiguous")

    def _own_subject(self, draft: Draft, gender: str | None, plural: bool) -> ActorKey | None:
        """'Туристы, по их словам, ждали': the subject of what is said is the speaker."""
        if draft.rule != "according_to" or len(draft.contents) < 2:
            return None
        for token in self.script.tokens(draft.contents[0]):
            mention = self.script.reading.cast.by_head.get(token.i)
            if mention and token.feats.get("Case") == "Nom" and self._fits(mention.actor, gender, plural):
                return mention.actor
        return None

    def _last_named(self, token: Token) -> ActorKey | None:
        cast = self.script.reading.cast
        before = [m for m in cast.mentions if m.span.stop <= token.start and cast.by_key[m.actor].kind == "person"]
        return before[-1].actor if before and token.start - before[-1].span.stop < 120 else None

    def _same_source(self, draft: Draft, mention: Mention | None) -> Speaker | None:
        """'Источник', bare: the nameless one who spoke before; never a person known by name."""
        token = draft.voice.token
        if token is None or self.script.doc.child(token, "nmod", "amod"):
            return None
        cast, spoke = self.script.reading.cast, self._last(draft, 2 * NEAR)
        if spoke and cast.by_key[spoke[0]].name[:1].islower():
            return Speaker(spoke[0], token.span, "role")
        named = mention is not None and cast.by_key[mention.actor].name[:1].isupper()
        return Speaker(None, token.span, "ambiguous") if named else None

    def _same_body(self, draft: Draft, token: Token) -> ActorKey | None:
        """'Ведомство', 'издание', bare: the body of that kind that spoke before."""
        words = self.script.reading.vocabulary.organization_words.values()
        kind = next((w.kind for w in words if token.lemma in (w.name, *w.aliases)), None)
        if kind is None or self.script.doc.child(token, "nmod", "amod"):
            return None
        cast = self.script.reading.cast
        for actor, position in reversed(self.spoken):
            known = cast.by_key[actor].kind
            if self._start(draft) - position <= 3 * NEAR and (known == kind or (kind == "media" and known == "organization")):
                return actor
        return None

    def _description(self, draft: Draft, token: Token) -> Speaker:
        """'Актриса', 'министр' without a name: whoever has the floor and fits, unless the words bring in somebody new."""
        words = Span(token.start, token.stop)
        gender = _told_gender(draft, token)
        person = token.feats.get("Animacy") == "Anim" and token.feats.get("Number") == "Sing" and token.pos == "NOUN"
        surname = self._surname(token)
        if surname:
            return Speaker(surname, words, "named")
        new = token.lemma in self.script.words("newcomers")
        if person and not new and (found := self._holder(draft, gender, plural=False)):
            return Speaker(found, words, "role")
        return Speaker(None, words, "ambiguous" if token.i in self.script.reading.cast.open else "unattributed")

    def _surname(self, token: Token) -> ActorKey | None:
        """A bare surname that two persons bear means the one who spoke before, or the only one named so far."""
        if token.pos != "PROPN":
            return None
        cast = self.script.reading.cast
        bearers = [
            m.actor
            for m in cast.mentions
            if m.span.stop <= token.start and m.resolution == "named" and cast.by_key[m.actor].kind == "person"
            if cast.by_key[m.actor].name.lower().split()[-1][:5] == token.lemma[:5]
        ]
        last = self.spoken[-1][0] if self.spoken else None
        return last if last in bearers else bearers[0] if len(set(bearers)) == 1 else None

    def _holder(self, draft: Draft, gender: str | None, plural: bool) -> ActorKey | None:
        """Who has the floor: who spoke in this paragraph, whom it is about, who spoke shortly before, whom the text is about."""
        spoke = self._last_fitting(draft, gender, plural)
        doer = self._doer(draft, 3)
        here = self._paragraph(draft)
        order = [
            spoke and (spoke if spoke[1] >= here else None),
            doer if doer and doer[1] >= here else None,
            spoke,
            doer,
        ]
        return next((o[0] for o in order if o and self._fits(o[0], gender, plural)), None)

    def _paragraph(self, draft: Draft) -> int:
        """The position of the first sentence of the draft's paragraph."""
        sentences = self.script.doc.sentences
        k = self._start(draft)
        while k > 0 and (sentences[k - 1].paragraph, sentences[k - 1].kind) == (sentences[k].paragraph, sentences[k].kind):
            k -= 1
        return k

    def _doer(self, draft: Draft, reach: int) -> tuple[ActorKey, int] | None:
        """The last person who is the subject of a sentence of the reporter's before this one."""
        start = self._start(draft)
        cast, doc = self.script.reading.cast, self.script.doc
        for k in range(start - 1, max(-1, start - 1 - reach), -1):
            for token in doc.words(doc.sentences[k]):
                mention = cast.by_head.get(token.i)
                if (
                    mention
                    and token.rel.startswith("nsubj")
                    and cast.by_key[mention.actor].kind == "person"
                    and not self._quoted(token)
                ):
                    return mention.actor, k
        return None

    def _is_subject(self, token: Token) -> bool:
        """The subject, or the name beside it: 'панихиду возглавил протоиерей Сергий Ильин'."""
        while token.rel.startswith(("appos", "flat")) and (head := self.script.doc.head(token)) and head.i < token.i:
            token = head
        return token.rel.startswith("nsubj")

    def _quoted(self, token: Token) -> bool:
        return any(token.span in q.span for q in self.script.quotes if q.span.stop - q.span.start > 60)

    def _start(self, draft: Draft) -> int:
        """The position of the sentence in which the draft begins."""
        first = self.script.tokens(draft.contents[0])
        return min(draft.token.sentence, first[0].sentence if first else draft.token.sentence)

    def _last(self, draft: Draft, reach: int) -> tuple[ActorKey, int] | None:
        """Who spoke last and in which sentence, not more than so many sentences before."""
        return self.spoken[-1] if self.spoken and self._start(draft) - self.spoken[-1][1] <= reach else None

    def _last_fitting(self, draft: Draft, gender: str | None, plural: bool) -> tuple[ActorKey, int] | None:
        """The last of the three latest speakers whom the words can mean."""
        near = [s for s in reversed(self.spoken[-3:]) if self._start(draft) - s[1] <= NEAR]
        return next((s for s in near if self._fits(s[0], gender, plural)), None)

    def _fits(self, key: ActorKey, gender: str | None, plural: bool) -> bool:
        actor = self.script.reading.cast.by_key[key]
        if plural:
            return actor.kind == "group"
        if actor.kind != "person":
            return False
        known = _gender(actor)
        return known is None or gender is None or known == gender


def _told_gender(draft: Draft, token: Token) -> str | None:
    """The gender the verb shows; a masculine title alone ('по словам специалиста') may mean a woman."""
    if draft.token.pos in ("VERB", "AUX"):
        return draft.token.feats.get("Gender")
    return "Fem" if token.feats.get("Gender") == "Fem" else None


def _gender(actor: Actor) -> str | None:
    return name_gender(actor.name.split())


def counted(script: Script, token: Token) -> Token:
    """Whom a noun of quantity counts: 'жители' for 'сотни жителей'; any other token itself."""
    if token.lemma not in script.words("quantities"):
        return token
    below = (t for t in script.doc.children(token, "nmod", "nsubj", "obj") if t.feats.get("Case") == "Gen" and t.i > token.i)
    return next(below, token)

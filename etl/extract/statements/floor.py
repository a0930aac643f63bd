"""Who has the floor: the one who spoke last, or the one the paragraph is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from etl.extract.statements.script import Draft, Script
from etl.personal_names import name_gender
from etl.records import ActorKey, Span, Token

NEAR = 4  # sentences over which the speaker before stays in the reader's mind
STORY = 3  # sentences over which the person the story is about does


@dataclass
class Floor:
    """The speakers of the article so far, each with the position of the sentence, the last one last."""

    script: Script
    spoken: list[tuple[ActorKey, int]] = field(default_factory=list)
    passed: list[tuple[ActorKey, int]] = field(default_factory=list)  # who has passed words on
    stranger: bool = False  # somebody spoke last whom the article does not name
    heard: set[Span] = field(default_factory=set)  # cues of the statements so far

    def given(self, draft: Draft, speaker: ActorKey) -> None:
        """The draft's speaker has the floor now; a person who passes the words on has had it just before."""
        self.stranger = False
        last = self.script.tokens(draft.contents[-1])
        position = max(draft.token.sentence, last[-1].sentence if last else 0)
        via = draft.via or (draft.told_in.voice.token if draft.told_in and draft.told_in.mode != "direct" else None)
        link = self.script.reading.cast.at(via) if via else None
        if link:
            person = self.script.reading.cast.by_key[link.actor].kind == "person"
            (self.spoken if person else self.passed).append((link.actor, position))
        outer = draft.told_in
        inner = outer is not None and (outer.mode == "direct" or draft.rule == "noun_of_speech" or outer.cue in self.heard)
        self.heard.add(draft.cue)
        # 'Мэр осудил приказ министра стрелять', 'мэр опроверг, что министр обещал': the minister does not take the floor.
        self.spoken.insert(len(self.spoken) - 1 if inner else len(self.spoken), (speaker, position))

    def last(self, draft: Draft, reach: int) -> tuple[ActorKey, int] | None:
        """Who spoke last and in which sentence, not more than so many sentences before."""
        return self.spoken[-1] if self.spoken and not self.stranger and self.start(draft) - self.spoken[-1][1] <= reach else None

    def holder(
        self, draft: Draft, gender: str | None, plural: bool, can_be: Callable[[ActorKey], bool] = bool
    ) -> ActorKey | None:
        """Who has the floor: who spoke in this paragraph, whom it is about, who spoke shortly before, whom the text is about.

        `can_be` tells whether the words that name the speaker can mean that actor at all.
        """
        spoke = self._last_fitting(draft, gender, plural, can_be)
        doer = self._doer(draft, plural)
        here = self.paragraph(draft)
        order = [
            spoke and (spoke if spoke[1] >= here else None),
            doer if doer and doer[1] >= here else None,
            spoke,
            doer,
        ]
        return next((o[0] for o in order if o and self.fits(o[0], gender, plural) and can_be(o[0])), None)

    def _doer(self, draft: Draft, plural: bool) -> tuple[ActorKey, int] | None:
        """The last person (or group) who is the subject of a sentence of the reporter's before this one."""
        start, doc = self.start(draft), self.script.doc
        for k in range(start - 1, max(-1, start - 1 - STORY), -1):
            for token in doc.words(doc.sentences[k]):
                if (actor := self._actor_at(token, plural)) and self._is_subject(token) and not self._quoted(token):
                    return actor, k
        return None

    def _actor_at(self, token: Token, plural: bool) -> ActorKey | None:
        cast = self.script.reading.cast
        mention = cast.by_head.get(token.i)
        known = mention is not None and not mention.rule.startswith("stranger")
        kind = "group" if plural else "person"
        return mention.actor if mention and known and cast.by_key[mention.actor].kind == kind else None

    def _is_subject(self, token: Token) -> bool:
        """The subject, or the name beside it: 'панихиду возглавил протоиерей Сергий Ильин'."""
        while token.rel.startswith(("appos", "flat")) and (head := self.script.doc.head(token)) and head.i < token.i:
            token = head
        return token.rel.startswith("nsubj")

    def _quoted(self, token: Token) -> bool:
        return any(token.span in q.span for q in self.script.quotes if q.span.stop - q.span.start > 60)

    def _last_fitting(
        self, draft: Draft, gender: str | None, plural: bool, can_be: Callable[[ActorKey], bool]
    ) -> tuple[ActorKey, int] | None:
        """The last of the three latest speakers whom the words can mean."""
        if self.stranger:
            return None
        near = [s for s in reversed(self.spoken[-3:]) if self.start(draft) - s[1] <= NEAR]
        return next((s for s in near if self.fits(s[0], gender, plural) and can_be(s[0])), None)

    def fits(self, key: ActorKey, gender: str | None, plural: bool) -> bool:
        actor = self.script.reading.cast.by_key[key]
        if plural:
            return actor.kind == "group"
        if actor.kind != "person":
            return False
        known = name_gender(actor.name.split())
        return known is None or gender is None or known == gender

    def paragraph(self, draft: Draft) -> int:
        """The position of the first sentence of the draft's paragraph."""
        sentences = self.script.doc.sentences
        k = self.start(draft)
        while k > 0 and (sentences[k - 1].paragraph, sentences[k - 1].kind) == (sentences[k].paragraph, sentences[k].kind):
            k -= 1
        return k

    def start(self, draft: Draft) -> int:
        """The position of the sentence in which the draft begins."""
        first = self.script.tokens(draft.contents[0])
        return min(draft.token.sentence, first[0].sentence if first else draft.token.sentence)

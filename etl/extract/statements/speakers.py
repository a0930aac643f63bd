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
        """The draft's speaker, who then has the floor."""
        found = self._speaker(draft)
        if found.actor:
            last = self.script.tokens(draft.contents[-1])
            self.spoken.append((found.actor, max(draft.token.sentence, last[-1].sentence if last else 0)))
        return found

    def _speaker(self, draft: Draft) -> Speaker:
        token = draft.voice.token
        if token is None:
            return self._silent(draft)
        mention = self._named(draft, token)
        if mention and mention.resolution == "named":
            shared = draft.voice.manner == "shared"
            return Speaker(mention.actor, None if shared else mention.span, "elided" if shared else "named")
        if token.text.lower() in PRONOUNS:
            return self._pronoun(draft, token, mention)
        if mention:
            return Speaker(mention.actor, mention.span, mention.resolution)
        return self._description(draft, token)

    def _silent(self, draft: Draft) -> Speaker:
        """No words name the speaker: the one before goes on, if that was just now."""
        before = self._last(draft, 3)
        if draft.voice.manner == "elided" and before:
            return Speaker(before, None, "elided")
        return Speaker(None, None, "unattributed")

    def _named(self, draft: Draft, token: Token) -> Mention | None:
        """The mention that the token heads, or the name that stands beside it in the same case: 'эксперт института Анна Лебедева'."""
        cast = self.script.reading.cast
        mention = cast.at(token)
        if mention or token.pos == "PRON":
            return mention
        for other in self.script.rest(token)[:14]:
            if other.text in (",", ";", ":", ".") or other.pos in ("VERB", "AUX"):
                return None
            near = cast.by_head.get(other.i)
            if near and near.resolution == "named" and cast.by_key[near.actor].kind == "person":
                return near if other.feats.get("Case") == token.feats.get("Case") else None
        return None

    def _pronoun(self, draft: Draft, token: Token, mention: Mention | None) -> Speaker:
        """'Он' beside a verb of speech is the one who spoke before, if gender and number allow it; else whom the text means."""
        gender = PRONOUNS[token.text.lower()]
        plural = token.lemma == "они" or token.text.lower() in ("они", "их")
        before = self._last(draft, NEAR)
        if before and self._fits(before, gender, plural):
            return Speaker(before, token.span, "pronoun")
        if mention and self._fits(mention.actor, gender, plural):
            return Speaker(mention.actor, token.span, "pronoun")
        return Speaker(None, token.span, "ambiguous")

    def _description(self, draft: Draft, token: Token) -> Speaker:
        """'Актриса', 'министр' without a name: the one who spoke before, if the verb's gender allows it."""
        words = Span(token.start, token.stop)
        gender = draft.token.feats.get("Gender") or token.feats.get("Gender")
        before = self._last(draft, NEAR)
        person = token.feats.get("Animacy") == "Anim" and token.feats.get("Number") == "Sing" and token.pos == "NOUN"
        if person and before and self._fits(before, gender, plural=False):
            return Speaker(before, words, "role")
        return Speaker(None, words, "ambiguous" if token.i in self.script.reading.cast.open else "unattributed")

    def _last(self, draft: Draft, reach: int) -> ActorKey | None:
        """Who spoke last, not more than so many sentences before."""
        if not self.spoken:
            return None
        actor, position = self.spoken[-1]
        first = self.script.tokens(draft.contents[0])
        start = min(draft.token.sentence, first[0].sentence if first else draft.token.sentence)
        return actor if start - position <= reach else None

    def _fits(self, key: ActorKey, gender: str | None, plural: bool) -> bool:
        actor = self.script.reading.cast.by_key[key]
        if plural:
            return actor.kind in ("group", "organization", "state_body", "media")
        if actor.kind != "person":
            return False
        known = _gender(actor)
        return known is None or gender is None or known == gender


def _gender(actor: Actor) -> str | None:
    return name_gender(actor.name.split())

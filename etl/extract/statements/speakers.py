"""Who the words that name a speaker mean: a name, or he, she, the minister, the actress — mostly the one who spoke last."""

from __future__ import annotations

from etl.extract.statements.again import SPOKESMEN, same_body, same_representative, same_source
from etl.extract.statements.described import SOURCES, is_somebody_else, is_somebody_new
from etl.extract.statements.floor import Floor
from etl.extract.statements.names import named
from etl.extract.statements.script import Draft, Script, Speaker
from etl.morphology import phrase_lemmas
from etl.records import ActorKey, Mention, Span, Token

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
BODIES = ("organization", "state_body")


class Speakers:
    """The speakers of one article's drafts, to be asked for in text order."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.cast = script.reading.cast
        self.floor = Floor(script)
        self.quoted: dict[Span, ActorKey] = {}  # who says the direct speech of a cue

    def of(self, draft: Draft) -> Speaker:
        """The draft's speaker, who then has the floor."""
        found = self._speaker(draft)
        outer = draft.told_in if draft.told_in and draft.told_in.mode == "direct" else None
        if outer and found.actor and found.resolution in ("role", "pronoun") and self.quoted.get(outer.cue) == found.actor:
            return Speaker(None, found.words, "ambiguous")  # «Юрист сказал мне, что …»: not who tells it
        if found.actor:
            self.floor.given(draft, found.actor)
            if draft.mode == "direct":
                self.quoted[draft.cue] = found.actor
        return found

    def _speaker(self, draft: Draft) -> Speaker:
        if draft.voice.token is None:
            return self._silent(draft)
        token = draft.voice.token
        if self.cast.by_head.get(token.i) is None:
            token = counted(self.script, token)
        mention = named(self.script, token)
        bare = mention is not None and mention.span == token.span and token.text.islower()
        if bare and (same := same_body(self.script, self.floor, draft, token)):
            return Speaker(same, token.span, "role")
        if mention and mention.resolution == "named":
            shared = draft.voice.manner == "shared"
            actor = self._namesake(draft, token, mention) or mention.actor
            return Speaker(actor, None if shared else mention.span, "elided" if shared else "named")
        if token.text == "%" and (before := self.floor.holder(draft, None, plural=True, can_be=self._was_asked)):
            return Speaker(before, token.span, "role")  # '11% говорят': of those asked, who spoke before
        if token.text.lower() in PRONOUNS:
            return self._pronoun(draft, token, mention)
        if token.lemma in SOURCES and (source := same_source(self.script, self.floor, draft, mention)):
            return source
        if token.lemma in SPOKESMEN and (same := same_representative(self.script, self.floor, draft, token)):
            return Speaker(same, token.span, "role")
        if same := same_body(self.script, self.floor, draft, token):
            return Speaker(same, mention.span if mention else token.span, "role")
        if mention and mention.rule == "description" and is_somebody_else(self.script, mention.actor, token):
            self.floor.stranger = True
            return Speaker(None, token.span, "unattributed")
        if mention and mention.rule.startswith("stranger") and (known := self._description(draft, token)).actor:
            return known  # 'актриса': rather who spoke just now than somebody new
        if mention:
            return Speaker(mention.actor, mention.span, mention.resolution)
        return self._description(draft, token)

    def _was_asked(self, actor: ActorKey) -> bool:
        """Whether a poll may have asked them: 'опрошенные', 'россияне', no authorities."""
        words = phrase_lemmas(self.cast.by_key[actor].name)
        people = self.script.reading.vocabulary.country_people
        return not words.isdisjoint(self.script.words("polled")) or not words.isdisjoint(people)

    def _silent(self, draft: Draft) -> Speaker:
        """No words name the speaker: the one before goes on, if that was just now."""
        before = self.floor.last(draft, 2)
        if draft.voice.manner != "elided" or before is None:
            return Speaker(None, None, "unattributed")
        if draft.act == "slogan" and self.cast.by_key[before[0]].kind != "group":
            return Speaker(None, None, "unattributed")
        cue = self.script.cue_at.get(draft.token.i)
        if cue and cue.form == "finite" and not self._can_go_on(before[0], draft.token):
            return Speaker(None, None, "unattributed")
        if cue and cue.form == "passive" and self.cast.by_key[before[0]].kind in ("media", "group"):
            return Speaker(None, None, "unattributed")  # 'говорится в сообщении': not the newspaper's
        if cue and cue.form == "passive" and self._in_a_document(cue.token):
            return Speaker(None, None, "unattributed")
        return Speaker(before[0], None, "elided")

    def _in_a_document(self, verb: Token) -> bool:
        """'В ней говорится': in the doctrine, and not by whom it was spoken of."""
        words = self.script.doc.children(verb, "obl")
        return any(t.pos == "PRON" and t.feats.get("Case") == "Loc" and t.lemma in ("он", "она", "оно", "они") for t in words)

    def _can_go_on(self, actor: ActorKey, verb: Token) -> bool:
        """Whether the verb's number and gender let the speaker before be its subject: 'его попросили уйти' is somebody else."""
        one = verb.feats.get("Number") != "Plur" and self.floor.fits(actor, verb.feats.get("Gender"), plural=False)
        return self.cast.by_key[actor].kind != "person" or one

    def _pronoun(self, draft: Draft, token: Token, mention: Mention | None) -> Speaker:
        """'Он' beside a verb of speech: whoever has the floor and fits; else whom the text means."""
        gender = PRONOUNS[token.text.lower()]
        if self.floor.stranger and gender:
            return Speaker(None, token.span, "ambiguous")
        if found := self._teller(draft, gender):
            return Speaker(found, token.span, "pronoun")
        if token.text.lower() in LAST_NAMED and (found := self._last_named(token)):
            return Speaker(found, token.span, "pronoun")
        plural = token.lemma == "они" or token.text.lower() in ("они", "их")
        if found := self._own_subject(draft, gender, plural) or self.floor.holder(draft, gender, plural):
            return Speaker(found, token.span, "pronoun")
        bodies = (*BODIES, "media") if draft.rule == "according_to" else BODIES
        if plural and (body := self.floor.last(draft, 1)) and self.cast.by_key[body[0]].kind in bodies:
            return Speaker(body[0], token.span, "pronoun")  # 'Центр заявил … По их информации …'
        if found := self._heard_of_before(draft, gender):
            return Speaker(found, token.span, "pronoun")
        if mention and self.floor.fits(mention.actor, gender, plural):
            return Speaker(mention.actor, token.span, "pronoun")
        return Speaker(None, token.span, "ambiguous")

    def _teller(self, draft: Draft, gender: str | None) -> ActorKey | None:
        """'Как заявил Петров, по его мнению, …': who tells it all."""
        outer = draft.told_in.voice.token if draft.told_in and draft.rule == "according_to" else None
        mention = self.cast.at(outer) if outer else None
        return mention.actor if mention and self.floor.fits(mention.actor, gender, plural=False) else None

    def _heard_of_before(self, draft: Draft, gender: str | None) -> ActorKey | None:
        """'Они передумали после выступления мэра Петрова. Он назвал …': whose words the sentence before told of last."""
        here = self.script.sentence(draft.token)
        before = self.script.doc.sentences[here.position - 1] if here.position else here
        if before is here or before.paragraph != here.paragraph:
            return None
        for noun in reversed(self.script.doc.words(before)):
            if noun.i in self.script.noun_at or noun.lemma in self.script.words("occasions"):
                whose = self.script.doc.child(noun, "nmod")
                mention = self.cast.at(whose) if whose else None
                return mention.actor if mention and self.floor.fits(mention.actor, gender, plural=False) else None
        return None

    def _own_subject(self, draft: Draft, gender: str | None, plural: bool) -> ActorKey | None:
        """'Туристы, по их словам, ждали': the subject of what is said is the speaker."""
        if draft.rule != "according_to" or len(draft.contents) < 2:
            return None
        for token in self.script.tokens(draft.contents[0]):
            mention = self.cast.by_head.get(token.i)
            if mention and token.feats.get("Case") == "Nom" and self.floor.fits(mention.actor, gender, plural):
                return mention.actor
        return None

    def _last_named(self, token: Token) -> ActorKey | None:
        before = [m for m in self.cast.mentions if m.span.stop <= token.start and self.cast.by_key[m.actor].kind == "person"]
        return before[-1].actor if before and token.start - before[-1].span.stop < 120 else None

    def _description(self, draft: Draft, token: Token) -> Speaker:
        """'Актриса', 'министр' without a name: whoever has the floor and fits, unless the words bring in somebody new."""
        words = Span(token.start, token.stop)
        gender = _told_gender(draft, token)
        person = token.feats.get("Animacy") == "Anim" and token.feats.get("Number") == "Sing" and token.pos == "NOUN"
        surname = self._surname(draft, token)
        if surname:
            return Speaker(surname, words, "named")
        if person and not is_somebody_new(self.script, token):
            found = self.floor.holder(draft, gender, plural=False, can_be=lambda a: not is_somebody_else(self.script, a, token))
            if found:
                return Speaker(found, words, "role")
        return Speaker(None, words, "ambiguous" if token.i in self.cast.open else "unattributed")

    def _namesake(self, draft: Draft, token: Token, mention: Mention) -> ActorKey | None:
        """'Орлов сообщил' beside Анна Орлова: of two who bear the surname, whom the verb's gender fits."""
        gender = draft.token.feats.get("Gender") if draft.token.pos == "VERB" else None
        bare = mention.span == token.span and self.cast.by_key[mention.actor].kind == "person"
        if not bare or gender is None or self.floor.fits(mention.actor, gender, plural=False):
            return None
        bearers = {a for a in self._bearers(token) if self.floor.fits(a, gender, plural=False)}
        return bearers.pop() if len(bearers) == 1 else None

    def _bearers(self, token: Token) -> list[ActorKey]:
        """The persons of this surname named so far."""
        return [
            m.actor
            for m in self.cast.mentions
            if m.span.stop <= token.start and m.resolution == "named" and self.cast.by_key[m.actor].kind == "person"
            if self.cast.by_key[m.actor].name.lower().split()[-1][:5] == token.text.lower()[:5]
        ]

    def _surname(self, draft: Draft, token: Token) -> ActorKey | None:
        """A bare surname that two persons bear means whom the verb fits: who spoke before, or the only one named."""
        if token.pos != "PROPN":
            return None
        gender = draft.token.feats.get("Gender") if draft.token.pos == "VERB" else None
        bearers = [a for a in self._bearers(token) if self.floor.fits(a, gender, plural=False)]
        last = self.floor.spoken[-1][0] if self.floor.spoken else None
        return last if last in bearers else bearers[0] if len(set(bearers)) == 1 else None


def _told_gender(draft: Draft, token: Token) -> str | None:
    """The gender the verb shows; a masculine title alone ('по словам специалиста') may mean a woman."""
    if draft.token.pos in ("VERB", "AUX") and (told := draft.token.feats.get("Gender")):
        return told
    return "Fem" if token.feats.get("Gender") == "Fem" else None


def counted(script: Script, token: Token) -> Token:
    """Whom a noun of quantity counts: 'жители' for 'сотни жителей'; any other token itself."""
    if token.lemma not in script.words("quantities") and token.pos != "NUM" and token.text != "%":
        return token
    below = (t for t in script.doc.children(token, "nmod", "nsubj", "obj") if t.feats.get("Case") == "Gen" and t.i > token.i)
    above = script.doc.head(token) if token.rel.startswith("nummod") else None
    return next(below, above or token)

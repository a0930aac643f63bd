"""What an entry of speech_verbs.yml, speech_nouns.yml, speech_words.yml and callings.yml may say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """speech_verbs.yml: a verb of speech, the act it performs and what it takes as its content (see the file's head)."""

    id: str
    words: tuple[str, ...]
    act: str
    takes: tuple[str, ...]
    addressee: tuple[str, ...] = ("Dat",)  # cases of the person spoken to, each with its preposition if it has one
    negated: bool = False  # speech only when negated: 'не исключил'
    negated_act: str | None = None  # the act when negated ('не признал': deny); without it a negated verb is no statement
    only_with: tuple[str, ...] = ()  # speech only beside one of these nouns: 'взять на себя ответственность'
    personal: bool = False  # no speech without a subject: 'ожидается', 'считается'
    message: bool = False  # what a writing says: 'из доклада следует', 'как стало известно из письма'
    passes_on: bool = False  # the speaker is the verb's object: 'цитирует министра', 'приводит слова министра'


@dataclass(frozen=True, slots=True)
class SpeechNoun:
    """speech_nouns.yml: a noun of speech.

    `source` are the prepositions with which it attributes ('по данным'), `message` holds words ('говорится в письме').
    """

    id: str
    words: tuple[str, ...]
    act: str
    takes: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    message: bool = False


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """speech_words.yml: other words that the reading of statements needs, by what they do."""

    id: str
    description: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Calling:
    """callings.yml: a noun for what a person is by calling or in a case at law, and the words of a role that go with it."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()  # none: anybody without another calling may be it

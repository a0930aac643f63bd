"""Phrases of event types: what they ask for exists, and a slip is named with file and line."""

import pytest

from etl.errors import VocabularyError
from etl.vocabulary.entries import EventType
from etl.vocabulary.phrases import check_phrases

SLIPS = ["отправить >@trops", "разрешить +infinitiv", "выйти улица/@rods"]


def checked(phrase, path):
    path.write_text(f"deployment:\n  phrases:\n    - {phrase}\n", encoding="utf-8")
    kind = EventType("deployment", "Deployment", "ввод сил", "", phrases=(phrase,))
    check_phrases({"deployment": kind}, {"troops", "roads"}, set(), path)


@pytest.mark.parametrize("phrase", SLIPS)
def test_a_phrase_that_asks_for_the_unknown_is_named_with_its_line(phrase, tmp_path):
    with pytest.raises(VocabularyError, match=r"event_types\.yml:3"):
        checked(phrase, tmp_path / "event_types.yml")


@pytest.mark.parametrize("phrase", ["отправить >@troops", "разрешить +infinitive +active", "посетить <@person/@body !сайт"])
def test_a_phrase_that_asks_for_the_known_is_read(phrase, tmp_path):
    checked(phrase, tmp_path / "event_types.yml")

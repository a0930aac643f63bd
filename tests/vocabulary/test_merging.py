"""merging.yml speaks of event types and measures that exist."""

import shutil

import pytest

from etl.errors import VocabularyError
from etl.vocabulary import HERE, load


def test_an_unknown_event_type_is_told_with_file_and_line(tmp_path):
    folder = shutil.copytree(HERE, tmp_path / "vocabulary")
    with (folder / "merging.yml").open("a", encoding="utf-8") as file:
        file.write("often:\n  description: x\n  ids: [protest,\n    dancing]\n")
    line = len((folder / "merging.yml").read_text(encoding="utf-8").splitlines())
    with pytest.raises(VocabularyError, match=f"merging.yml:{line}: often: 'dancing'"):
        load(folder)

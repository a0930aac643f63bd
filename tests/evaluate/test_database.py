from pathlib import Path

import pytest

from etl.errors import SourceError
from etl.evaluate import against_database
from etl.evaluate.database import Database, alignment
from etl.evaluate.gate import fallen, read_floors
from etl.evaluate.report import as_json, as_table
from etl.evaluate.tally import total
from etl.pipeline import build

ROOT = Path(__file__).parent.parent.parent
GOLD = ROOT / "tests" / "gold"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    db = tmp_path_factory.mktemp("seeds") / "qantar.db"
    build([ROOT / "seeds"], db)
    return db


def test_no_score_on_the_seeds_is_below_its_floor(seeds: Path) -> None:
    scores = total(against_database(GOLD, seeds)).scores()
    assert fallen(scores, read_floors(ROOT / "tests" / "floors.yml")["seeds"]) == []


def test_the_files_and_the_texts_of_the_build_give_the_same_figures(seeds: Path) -> None:
    assert total(against_database(GOLD, seeds, ROOT / "seeds")).scores() == total(against_database(GOLD, seeds)).scores()


def test_annotations_of_an_article_that_was_not_built_are_an_error(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "other.yml").write_text("article: {file: other.txt}\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"other\.txt: .* no such article"):
        against_database(tmp_path, seeds)


def test_a_file_that_is_no_build_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_text("not a database")
    for path in (tmp_path / "a.db", tmp_path / "none.db"):
        with pytest.raises(SourceError, match="not a Qantar database"):
            Database(path)


@pytest.mark.parametrize(
    ("stored", "file"),
    [
        ("Взрыв в Энске.", "Взрыв в Энске."),
        ("Взрыв в Энске.", "  Взрыв\u00a0в\r\nЭнске.\n"),
        ("Взрыв в Энске.", "ОНОВОСТИ | 2020\n\nВзрыв в Энске."),
        ("Взрыв в Энске. И ещё.", "Взрыв в Энске."),
    ],
)
def test_offsets_of_a_build_find_the_same_letters_in_the_file(stored: str, file: str) -> None:
    for there, here in alignment(stored, file).items():
        assert stored[there] == file[here]
    assert "".join(file[i] for i in alignment(stored, file).values()).startswith("ВзрыввЭнске")


def test_table_and_json_tell_the_same(seeds: Path) -> None:
    scores = total(against_database(GOLD, seeds)).scores()
    for line in as_table(scores).splitlines():
        assert line[:32].strip() in as_json(scores)

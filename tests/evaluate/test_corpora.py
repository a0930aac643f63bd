"""Small corpora of our own making, in the formats of the research corpora."""

import json
from pathlib import Path

import pytest

from etl.__main__ import main
from etl.evaluate.corpora import measure
from etl.evaluate.corpora.halves import in_half, tuned
from etl.evaluate.corpora.nerel import annotation
from etl.evaluate.corpora.spans import outermost
from etl.evaluate.tally import Found, Share, total
from etl.records import Span

TEXT = "Мэр Энска Мария Крылова заявила: «Мы восстановим мост до конца года». Олег Седов её поддержал."


def test_every_document_belongs_to_one_half() -> None:
    names = [f"document {n}" for n in range(200)]
    halves = [tuned(name) for name in names]
    assert 70 < sum(halves) < 130
    assert [in_half("unseen")(name) for name in names] == [not half for half in halves]


def test_a_name_within_a_name_counts_once() -> None:
    assert outermost([Span(5, 9), Span(0, 4), Span(0, 10), Span(12, 14)]) == [Span(0, 10), Span(12, 14)]


def test_quotes_are_found_with_their_speaker(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(TEXT, encoding="utf-8")
    start = TEXT.index("«")
    line = {"doc": "a", "date": "2020-05-01", "quote_start": start, "quote_end": TEXT.index("»") + 1}
    for true, right in (("Мария Крылова", 1), ("Олег Седов", 0)):
        mention = {"start": TEXT.index(true), "end": TEXT.index(true) + len(true)}
        (tmp_path / "quote_speakers.jsonl").write_text(json.dumps({**line, "speaker_mentions": [mention]}), encoding="utf-8")
        scores = total(measure("quotes", tmp_path, "all")).scores()
        assert scores["quotes found"] == Share(1, 1)
        assert scores["quotes right speaker"] == Share(right, 1)
        assert scores["quotes wrong speaker"] == Share(1 - right, 1)


def test_factrueval_files_are_read(tmp_path: Path) -> None:
    files = {
        "txt": f"{TEXT} Врач Анна Белова молчит.",
        "spans": "1 job 0 3 9 1  # 9 Мэр\n2 loc_name 4 5 9 1  # 9 Энска\n3 name 10 5 9 1  # 9\n4 surname 16 7 9 1  # 9\n",
        "objects": "11 Person 3 4 # Мария Крылова\n12 Location 2 # Энска\n",
        "coref": "21 11\nfirstname Мария\n\n22 12\nname Энск\n",
        "facts": "1-0 Occupation\nWho obj21 Крылова\nPosition span1 Мэр\n\n1-1 Deal\nParticipant obj21 Крылова\n",
    }
    for suffix, text in files.items():
        (tmp_path / f"a.{suffix}").write_text(text, encoding="utf-8")
    scores = total(measure("factrueval", tmp_path, "all")).scores()
    assert scores["Occupation"] == Found(1, 1, 1)
    assert scores["Occupation among all roles"] == Found(1, 1, 2)  # «врач» says nothing of an employer
    assert scores["names of persons"].n == 1


def test_brat_annotations_are_read_with_their_chains() -> None:
    gold = annotation(
        "T1\tPERSON 10 23\tМария Крылова\nT2\tPROFESSION 0 9\tМэр Энска\nT3\tEVENT 40 44;50 54\tмост года\n"
        "T4\tPERSON 70 77\tКрылова\nR1\tWORKS_AS Arg1:T1 Arg2:T2\t\n*\tNothing T1\nR2\tWORKS_AS Arg1:T9 Arg2:T2\t\n"
    )
    assert gold.spans["T3"] == Span(40, 54)
    assert gold.same["T1"] == gold.same["T4"] == (Span(10, 23), Span(70, 77))
    assert gold.relations == {"WORKS_AS": [("T1", "T2")]}


def test_nerel_is_measured(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.ann").write_text(
        "T1\tPERSON 10 23\tМария Крылова\nT2\tPROFESSION 0 9\tМэр Энска\nR1\tWORKS_AS Arg1:T1 Arg2:T2\t\n"
        "T3\tCITY 4 9\tЭнска\nR2\tWORKPLACE Arg1:T2 Arg2:T3\t\n"
    )
    scores = total(measure("nerel", tmp_path, "all")).scores()
    assert scores["WORKS_AS"] == Found(1, 1, 1)
    assert scores["WORKPLACE recall"] == Share(1, 1)  # the mayor's, so Крылова's


def test_contributions_need_country_number_and_status(tmp_path: Path) -> None:
    file = tmp_path / "contributions.jsonl"
    text = "Армения направила в состав миротворческих сил ОДКБ 100 военнослужащих."
    for status, found in (("sent", 1), ("withdrawn", 0)):
        row = {"country": "Армения", "personnel": 100, "status": status}
        file.write_text(
            json.dumps({"id": "a", "published": "2022-01-08", "text": text, "contributions": [row]}), encoding="utf-8"
        )
        scores = total(measure("contributions", file, "all")).scores()
        assert scores["contributions"] == Found(found, 1, 1)
        assert scores["contributions but for status"] == Found(1, 1, 1)


def test_an_absent_corpus_is_skipped_with_a_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", "quotes", str(tmp_path / "none")]) == 0
    assert "quotes: skipped" in capsys.readouterr().err


def test_misses_of_the_unseen_half_are_not_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", "quotes", str(tmp_path), "--misses"]) == 2
    assert "stay unseen" in capsys.readouterr().err


def test_the_gate_skips_what_is_absent_and_needs_its_floors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    floors = tmp_path / "floors.yml"
    floors.write_text("quotes: {quotes right speaker: 0.9}\n")
    assert main(["gate", str(tmp_path), "--floors", str(floors)]) == 0
    assert "quotes: skipped" in capsys.readouterr().out
    assert main(["gate", str(tmp_path), "--floors", str(tmp_path / "none.yml")]) == 2

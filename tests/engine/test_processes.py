"""Whatever happens to the processes, every article has an outcome, and it is the one this process would give."""

import os
import signal

import psutil
import pytest

from etl.engine import Task, chunks, read_one
from etl.engine.here import Here
from etl.engine.processes import DIED, Processes
from etl.errors import EngineError
from etl.load.article import article_sheets, divided
from etl.recipe import Recipe, recipe
from etl.resolve.members import member
from etl.store.packing import unpack
from etl.vocabulary import HERE, load
from tests.engine.articles import DEADLY, article, articles, read_or_die

TASK = Task(recipe(HERE))


def one_each(found):
    return iter([one] for one in found)


def readers():
    """The processes under this one that read, or are about to."""
    return {c for c in psutil.Process().children(recursive=True) if "resource_tracker" not in " ".join(c.cmdline())}


def flat(outcomes):
    return {o.key: o for some in outcomes for o in some}


def test_processes_give_what_this_process_gives():
    found = articles(8)
    here = flat(Here().outcomes(one_each(found), TASK))
    assert flat(Processes(2).outcomes(one_each(found), TASK)) == here
    extractions = [read_one(raw, load()) for _, raw in found]
    assert [unpack(here[key].member) for key, _ in found] == [member(x, load()) for x in extractions]
    rows = [(unpack(here[key].settled), unpack(here[key].unsettled)) for key, _ in found]
    assert rows == [divided(article_sheets(x)) for x in extractions]


def test_a_killed_process_costs_a_second_try_and_no_article():
    outcomes = Processes(2, read_or_die).outcomes(one_each(articles(60)), TASK)
    first = next(outcomes)
    psutil.Process().children()[-1].send_signal(signal.SIGKILL)
    assert len(flat([first, *outcomes])) == 60


def test_an_article_that_kills_every_process_is_refused_and_its_neighbours_are_read():
    found = articles(20)
    found.insert(7, (b"bad", article(DEADLY)))
    outcomes = flat(Processes(2, read_or_die).outcomes(iter([found[:10], found[10:]]), TASK))
    assert {k for k, o in outcomes.items() if o.member is None} == {b"bad"}
    assert (outcomes[b"bad"].error, outcomes[b"bad"].lasting) == (DIED, False)
    assert len(outcomes) == 21


def test_stopping_early_leaves_no_process():
    before = readers()
    outcomes = Processes(2, read_or_die).outcomes(one_each(articles(40)), TASK)
    next(outcomes)
    outcomes.close()
    assert readers() <= before


def test_prepared_processes_are_the_ones_that_read():
    before = readers()
    engine = Processes(2)
    engine.prepare(TASK)
    engine.prepare(TASK)
    assert len(readers() - before) == 2
    assert len(flat(engine.outcomes(one_each(articles(4)), TASK))) == 4
    assert readers() <= before


def test_prepared_for_nothing_they_end_with_the_engine():
    before = readers()
    engine = Processes(2)
    engine.prepare(TASK)
    begun = readers() - before
    del engine
    psutil.wait_procs(begun, timeout=30)
    assert len(begun) == 2
    assert not begun & readers()


@pytest.mark.parametrize("engine", [Here(), Processes(1)], ids=["here", "processes"])
def test_other_code_than_the_build_has_is_an_error(engine):
    with pytest.raises(EngineError, match="other code"):
        list(engine.outcomes(one_each(articles(1)), Task(Recipe("x", "x", "x"))))


def test_an_article_that_breaks_the_reading_is_told_and_not_raised(monkeypatch):
    monkeypatch.setattr("etl.parse.parse", lambda raw, vocabulary: 1 / 0)
    (outcome,) = flat(Here().outcomes(one_each(articles(1)), TASK)).values()
    assert outcome.error == "cannot be read: ZeroDivisionError: division by zero"


def test_chunks_keep_the_order_and_stay_small():
    found = [(bytes([n]), article(str(n), "а" * 4_000)) for n in range(7)]
    made = list(chunks(found))
    assert [one for chunk in made for one in chunk] == found
    assert [len(chunk) for chunk in made] == [2, 2, 2, 1]


def test_every_process_has_one_thread_of_linear_algebra():
    assert os.environ["OPENBLAS_NUM_THREADS"] == "1"

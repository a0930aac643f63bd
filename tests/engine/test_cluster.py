"""A cluster of processes on this machine reads what one process reads; a worker that is lost costs nothing but time."""

import json
import os
import signal

import pytest
from distributed import LocalCluster

from etl.engine import Task, choose
from etl.engine.cluster import Dask
from etl.engine.here import Here
from etl.errors import EngineError
from etl.pipeline import build
from etl.recipe import Recipe, recipe
from etl.vocabulary import HERE
from tests.engine.articles import articles
from tests.engine.test_processes import flat, one_each
from tests.test_invariants import content

TASK = Task(recipe(HERE))


@pytest.fixture(scope="module")
def cluster():
    with LocalCluster(n_workers=3, threads_per_worker=1, dashboard_address=":0", silence_logs=50) as found:
        yield found


def test_a_worker_killed_on_the_way_changes_no_outcome(cluster):
    found = articles(30)
    outcomes = Dask(cluster.scheduler_address, 1).outcomes(one_each(found), TASK)
    read = [next(outcomes)]
    os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
    read += outcomes
    assert flat(read) == flat(Here().outcomes(one_each(found), TASK))


def test_the_database_of_a_cluster_that_loses_a_worker_is_that_of_one_machine_row_for_row(cluster, tmp_path):
    class Losing(Dask):
        def outcomes(self, found, task):
            for n, outcomes in enumerate(super().outcomes(found, task)):
                if n == 1:
                    os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
                yield outcomes

    lines = (json.dumps({"id": raw.id, "text": raw.text * 3, "published": raw.published}) for _, raw in articles(240))
    (tmp_path / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert build([tmp_path / "all.jsonl"], tmp_path / "cluster.db", engine=Losing(cluster.scheduler_address, 1)).read == 240
    build([tmp_path / "all.jsonl"], tmp_path / "here.db")
    assert content(tmp_path / "cluster.db") == content(tmp_path / "here.db")


def test_without_a_scheduler_a_cluster_is_started_and_ended():
    found = articles(4)
    assert flat(choose("dask", 2).outcomes(one_each(found), TASK)) == flat(Here().outcomes(one_each(found), TASK))


def test_workers_with_other_code_refuse(cluster):
    with pytest.raises(EngineError, match="other code"):
        list(Dask(cluster.scheduler_address, 1).outcomes(one_each(articles(1)), Task(Recipe("x", "x", "x"))))


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch):
    monkeypatch.setattr("etl.engine.cluster.PATIENCE", 1)
    with pytest.raises(EngineError, match="no scheduler answers"):
        list(choose("dask", scheduler="tcp://127.0.0.1:9").outcomes(one_each(articles(1)), TASK))

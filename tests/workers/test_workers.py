"""Batches in a pool and on a cluster: the same results in the same order, also where a worker dies."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from huiyao import pipeline
from huiyao.workers import WorkerError, Workers

BATCHES = [[n, n + 1] for n in range(0, 12, 2)]
TEXT = "云州召开产业发展座谈会\n\n5月{}日，云州市产业发展座谈会举行。云州市市长甄有才表示，企业是发展的主体。\n"


sys.path.insert(0, str(Path(__file__).parent))  # worker processes import the file with their work by its name
jobs: Any = import_module("worker_jobs")


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a scheduler on loopback with two workers in processes of their own."""
    from distributed import LocalCluster

    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    start: Any = LocalCluster
    with start(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as started:
        yield str(started.scheduler_address)
    monkeypatch.undo()


@pytest.fixture(params=["here", "pool", "dask"])
def workers(request: pytest.FixtureRequest) -> Workers:
    if request.param == "dask":
        return Workers(dask=str(request.getfixturevalue("cluster")))
    return Workers(1 if request.param == "here" else 2)


def test_results_come_in_the_order_of_the_batches(workers: Workers) -> None:
    assert list(workers.map(jobs.total, BATCHES)) == [sum(batch) for batch in BATCHES]
    assert list(workers.map(jobs.shifted, BATCHES, 100)) == [100 + sum(batch) for batch in BATCHES]
    assert list(workers.map(jobs.total, [])) == []


def test_an_error_of_the_work_is_the_callers(workers: Workers) -> None:
    with pytest.raises(ValueError, match="batch 0"):
        list(workers.map(jobs.fails, BATCHES))


@pytest.mark.parametrize("where", ["pool", "dask"])
def test_what_a_dead_worker_had_is_done_again(where: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    workers = Workers(2) if where == "pool" else Workers(dask=str(request.getfixturevalue("cluster")))
    assert list(workers.map(jobs.dies_once, BATCHES, tmp_path)) == [sum(batch) for batch in BATCHES]
    assert (tmp_path / "6").exists()


def test_a_batch_that_kills_every_worker_is_said_plainly() -> None:
    with pytest.raises(WorkerError, match="A worker died 3 times over the same batch"):
        list(Workers(2).map(jobs.dies, BATCHES))


def test_a_cluster_that_is_not_there_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huiyao.workers._PATIENCE", "1s")
    with pytest.raises(WorkerError, match=r"The Dask scheduler at tcp://127\.0\.0\.1:9 does not answer"):
        list(Workers(dask="tcp://127.0.0.1:9").map(jobs.total, BATCHES))


def test_releases_are_the_same_whoever_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cluster: str) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for day in range(1, 9):
        (seeds / f"{day}.txt").write_text(TEXT.format(day), encoding="utf-8")
    monkeypatch.setattr(pipeline, "SOURCES_PER_BATCH", 3)
    monkeypatch.setattr(pipeline, "ARTICLES_PER_BATCH", 3)
    made = []
    for n, workers in enumerate((Workers(1), Workers(2), Workers(dask=cluster))):
        folder = tmp_path / str(n)
        pipeline.publish(seeds, folder, work=pipeline.Work(workers))
        made.append({path.name: path.read_bytes() for path in (folder / "1.0.0").iterdir()})
    assert made[0] == made[1] == made[2]

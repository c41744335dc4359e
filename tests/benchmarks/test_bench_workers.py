"""A release of the sample corpus by one process, by two, and by two workers of a Dask cluster: time, and the same bytes."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from huiyao import pipeline
from huiyao.workers import Workers


def test_workers(shared: Path, tmp_path: Path) -> None:
    from distributed import LocalCluster

    start: Any = LocalCluster
    with start(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster:
        ways = {"one process": Workers(1), "two processes": Workers(2), "Dask": Workers(dask=cluster.scheduler_address)}
        base, made = 0.0, []
        for name, workers in ways.items():
            begun = time.perf_counter()
            summary = pipeline.publish(shared / "corpus", tmp_path / name, work=pipeline.Work(workers))
            seconds = time.perf_counter() - begun
            base = base or seconds
            folder = Path(summary.release.location)
            made.append({path.name: path.read_bytes() for path in folder.iterdir()})
            print(f"\n{name}: {seconds:.1f} s, {base / seconds:.2f} times as fast as one process", end="")
    assert made[0] == made[1] == made[2]

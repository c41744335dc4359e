"""The sample corpus for every benchmark, and how a figure is shown."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from huiyao.ingest import read_source
from huiyao.schema.records import Article


@pytest.fixture(scope="session")
def corpus(shared: Path) -> tuple[Article, ...]:
    """The articles of the sample corpus."""
    return read_source(shared / "corpus", "news-sample.jsonl.gz").articles


@pytest.fixture(scope="session")
def cpu_seconds() -> Callable[[Callable[[], object]], float]:
    """Return the processor seconds that a call takes, the least of three runs."""

    def measure(call: Callable[[], object]) -> float:
        def once() -> float:
            start = time.process_time()
            call()
            return time.process_time() - start

        return min(once() for _ in range(3))

    return measure

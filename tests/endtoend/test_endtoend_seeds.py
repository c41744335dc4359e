"""The committed release is what the seeds give: built again, byte for byte."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from huiyao import pipeline
from huiyao.publish.index import INDEX, index_bytes, releases
from huiyao.publish.store import open_store

_ROOT = Path(__file__).resolve().parents[2]
_POINTER = json.loads((_ROOT / "datasets" / "latest.json").read_text(encoding="utf-8"))
_COMMITTED = _ROOT / "datasets" / str(_POINTER["version"])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release built from the seeds, in a folder of its own."""
    datasets = tmp_path_factory.mktemp("datasets")
    return Path(pipeline.publish(_ROOT / "seeds", datasets).release.location)


def test_the_index_is_that_of_the_committed_releases() -> None:
    store = open_store(_ROOT / "datasets")
    assert store.read(INDEX) == index_bytes(releases(store))


def test_the_same_files(built: Path) -> None:
    assert sorted(path.name for path in built.iterdir()) == sorted(path.name for path in _COMMITTED.iterdir())


@pytest.mark.parametrize("name", sorted(path.name for path in _COMMITTED.iterdir()))
def test_the_same_bytes(built: Path, name: str) -> None:
    assert (built / name).read_bytes() == (_COMMITTED / name).read_bytes()


def test_the_seeds_give_no_rejects(built: Path) -> None:
    assert (built / "rejects.csv").read_text(encoding="utf-8-sig").strip().count("\n") == 0

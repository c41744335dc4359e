"""The committed release is what the seeds give: built again, byte for byte."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from huiyao import pipeline
from huiyao.publish import latest_release

_ROOT = Path(__file__).resolve().parents[2]
_COMMITTED = latest_release(_ROOT / "datasets")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release built from the seeds, in a folder of its own."""
    datasets = tmp_path_factory.mktemp("datasets")
    return pipeline.publish(_ROOT / "seeds", datasets).release.path


def test_a_release_is_committed() -> None:
    assert _COMMITTED is not None
    pointer = json.loads((_ROOT / "datasets" / "latest.json").read_text(encoding="utf-8"))
    assert pointer["version"] == _COMMITTED.name


def test_the_same_files(built: Path) -> None:
    assert _COMMITTED is not None
    assert sorted(path.name for path in built.iterdir()) == sorted(path.name for path in _COMMITTED.iterdir())


@pytest.mark.parametrize("name", sorted(path.name for path in _COMMITTED.iterdir()) if _COMMITTED else [])
def test_the_same_bytes(built: Path, name: str) -> None:
    assert _COMMITTED is not None
    assert (built / name).read_bytes() == (_COMMITTED / name).read_bytes()


def test_the_seeds_give_no_rejects(built: Path) -> None:
    assert (built / "rejects.csv").read_text(encoding="utf-8-sig").strip().count("\n") == 0

"""The committed release is what the seeds give: built again, byte for byte.

Of the workbook what is packed in it is compared: the packing is that of zlib, of which some systems have another make.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from huiyao import pipeline
from huiyao.publish.checksums import CHECKSUMS
from huiyao.publish.index import INDEX, index_bytes, releases
from huiyao.publish.store import open_store
from huiyao.publish.workbook import WORKBOOK

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
    assert _content(built / name) == _content(_COMMITTED / name)


def _content(path: Path) -> object:
    if path.name == WORKBOOK:
        with zipfile.ZipFile(path) as packed:
            return {name: packed.read(name) for name in packed.namelist()}
    if path.name == CHECKSUMS:
        return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.endswith(f" {WORKBOOK}")]
    return path.read_bytes()


def test_the_seeds_give_no_rejects(built: Path) -> None:
    assert (built / "rejects.csv").read_text(encoding="utf-8-sig").strip().count("\n") == 0

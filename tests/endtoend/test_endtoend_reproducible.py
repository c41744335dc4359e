"""The same sources give the same bytes wherever and whenever a release is built."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_SEEDS = sorted((_ROOT / "seeds").iterdir())
_LATE = ("shanghai-ibla-37-notice.md", "wuxi-health-card-gbk.txt")  # come with the second release
_GONE = ("china-south-asia-expo-2025.md",)  # goes with it


class Machine(NamedTuple):
    """Where a release is built: what its environment says, and in which order its files were written."""

    name: str
    environment: dict[str, str]
    backwards: bool
    written: int  # seconds since 1970 at which the first source was written


MACHINES = (
    Machine("east", {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}, False, 1_700_000_000),
    Machine(
        "west",
        {
            "TZ": "America/Los_Angeles",
            "LC_ALL": "C",
            "PYTHONHASHSEED": "4294967295",
            "PYTHONUTF8": "0",  # together with the next, as on a machine whose encoding is not UTF-8
            "PYTHONCOERCECLOCALE": "0",
        },
        True,
        1_000_000_000,
    ),
)


def write(paths: Iterable[Path], folder: Path, machine: Machine) -> None:
    folder.mkdir(exist_ok=True)
    for place, path in enumerate(sorted(paths, reverse=machine.backwards)):
        shutil.copyfile(path, folder / path.name)
        os.utime(folder / path.name, (machine.written + place,) * 2)


def publish(folder: Path, machine: Machine) -> None:
    """Run the command in the folder, as a process of its own."""
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    command = [sys.executable, "-m", "huiyao", "publish", "--seeds", "sources", "--datasets", "out", "--accept-drift"]
    run = subprocess.run(
        command,
        cwd=folder,
        env=environment | {"PYTHONPATH": str(_ROOT / "flows")} | machine.environment,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode(errors="replace")


def build(machine: Machine, root: Path) -> Path:
    """Publish two releases on the machine and return their folder."""
    folder = root / machine.name / "some" / machine.name
    folder.mkdir(parents=True)
    write((path for path in _SEEDS if path.name not in _LATE), folder / "sources", machine)
    publish(folder, machine)
    write((path for path in _SEEDS if path.name in _LATE), folder / "sources", machine)
    for name in _GONE:
        (folder / "sources" / name).unlink()
    publish(folder, machine)
    return folder / "out"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The releases of each machine; both are at work at the same time."""
    root = tmp_path_factory.mktemp("machines")
    with ThreadPoolExecutor(len(MACHINES)) as pool:
        return list(pool.map(lambda machine: build(machine, root), MACHINES))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_files_of_both_releases_are_the_same(built: list[Path]) -> None:
    one, other = map(contents, built)
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
    assert {"index.json", "latest.json", *(f"{v}/changes.parquet" for v in ("1.0.0", "1.1.0"))} <= one.keys()


def test_the_second_release_differs_from_the_first(built: list[Path]) -> None:
    index = json.loads((built[0] / "index.json").read_text(encoding="utf-8"))
    first, second = index["versions"]
    assert (first["version"], second["version"]) == ("1.0.0", "1.1.0")
    assert set(second["changes"]) >= {"added", "removed"}
    assert second["rows"]["articles"] == first["rows"]["articles"] + len(_LATE) - len(_GONE)

"""`huiyao releases`, `diff`, `verify`, `pin` and `prune`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from huiyao import pipeline

Huiyao = Callable[..., Any]
TEXT = "云州召开产业发展座谈会\n\n5月{}日，云州市产业发展座谈会举行。云州市市长甄有才表示，企业是发展的主体。\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT.format(8), encoding="utf-8")
    return folder


@pytest.fixture
def two(seeds: Path, tmp_path: Path) -> Path:
    """Two releases, the second with one more article."""
    pipeline.publish(seeds, tmp_path / "datasets")
    (seeds / "b.txt").write_text(TEXT.format(9), encoding="utf-8")
    pipeline.publish(seeds, tmp_path / "datasets")
    return tmp_path / "datasets"


def test_releases_are_listed_newest_first(huiyao: Huiyao, two: Path) -> None:
    huiyao("pin", "1.0.0", "--why", "cited", "--datasets", two)
    shown = huiyao("releases", "--datasets", two)
    lines = [line for line in shown.out.splitlines() if line.strip()[:2] == "1."]
    assert [line.split()[0] for line in lines] == ["1.1.0", "1.0.0"]
    assert lines[0].rstrip().endswith("latest")
    assert "pinned:" in lines[1]
    assert "cited" in shown.out
    assert lines[0].split()[2] == "2"


def test_no_release_is_said_plainly(huiyao: Huiyao, tmp_path: Path) -> None:
    shown = huiyao("releases", "--datasets", tmp_path)
    assert (shown.code, shown.out) == (1, "")
    assert "There is no release" in shown.err


def test_diff_prints_the_page(huiyao: Huiyao, two: Path) -> None:
    shown = huiyao("diff", "1.0.0", "--datasets", two)
    assert shown.code == 0
    assert shown.out == (two / "1.1.0" / "CHANGES.md").read_text(encoding="utf-8")
    assert "# Changes from 1.1.0 to 1.0.0" in huiyao("diff", "1.1.0", "1.0.0", "--datasets", two).out


def test_verify_says_what_holds_and_ends_with_1_where_something_does_not(
    huiyao: Huiyao, two: Path, seeds: Path
) -> None:
    shown = huiyao("verify", "--datasets", two, "--sources", seeds, "--rebuild")
    assert (shown.code, shown.out.count("✓")) == (0, 6)
    (two / "1.0.0" / "meetings.csv").unlink()
    shown = huiyao("verify", "1.0.0", "--datasets", two)
    assert shown.code == 1
    assert "✗ files\n    meetings.csv is missing" in shown.out
    assert "--rebuild needs the folder of the articles" in huiyao("verify", "--rebuild", "--datasets", two).err


def test_prune_names_what_goes(huiyao: Huiyao, two: Path) -> None:
    assert huiyao("prune", "--keep", 2, "--datasets", two).out == "Nothing to retire.\n"
    assert huiyao("prune", "--keep", 1, "--dry-run", "--datasets", two).out == "Would retire 1.0.0.\n"
    assert huiyao("prune", "--keep", 1, "--datasets", two).out == "Retired 1.0.0.\n"
    assert "retired" in huiyao("releases", "--datasets", two).out


def test_a_pin_needs_a_reason(huiyao: Huiyao, two: Path) -> None:
    assert huiyao("pin", "1.0.0", "--datasets", two).err.startswith("Say why the release must stay")
    assert huiyao("pin", "1.0.0", "--off", "--datasets", two).out == "Release 1.0.0 may go.\n"


def test_a_day_of_the_release_can_be_given(huiyao: Huiyao, seeds: Path, tmp_path: Path) -> None:
    shown = huiyao("publish", "--seeds", seeds, "--datasets", tmp_path / "d", "--date", "2024-13-01")
    assert (shown.code, shown.err) == (1, "--date takes a day such as 2024-10-13, not 2024-13-01.\n")
    huiyao("publish", "--seeds", seeds, "--datasets", tmp_path / "d", "--date", "2024-12-01")
    assert "2024-12-01" in huiyao("releases", "--datasets", tmp_path / "d").out


def test_drift_is_told_and_can_be_accepted(huiyao: Huiyao, seeds: Path, tmp_path: Path) -> None:
    for day in range(1, 25):
        (seeds / f"{day}.txt").write_text(TEXT.format(day), encoding="utf-8")
    huiyao("publish", "--seeds", seeds, "--datasets", tmp_path / "d")
    for day in range(1, 20):
        (seeds / f"{day}.txt").unlink()
    shown = huiyao("publish", "--seeds", seeds, "--datasets", tmp_path / "d")
    assert shown.code == 1
    assert "articles shrinks from 24 rows to" in shown.err
    assert huiyao("publish", "--seeds", seeds, "--datasets", tmp_path / "d", "--accept-drift").code == 0


def test_status_tells_what_is_new_since_the_last_run(huiyao: Huiyao, seeds: Path) -> None:
    def told() -> list[list[str]]:
        shown = huiyao("status", "--seeds", seeds)
        return [line.split() for line in shown.out.splitlines() if line.strip()]

    assert told()[0] == ["new", "1", "a.txt"]
    assert told()[-1] == "There is no release in datasets yet.".split()
    huiyao("publish", "--seeds", seeds)
    (seeds / "b.txt").write_text(TEXT.format(9), encoding="utf-8")
    (seeds / "a.txt").write_text(TEXT.format(7), encoding="utf-8")
    assert told()[:5] == [
        ["new", "1", "b.txt"], ["changed", "1", "a.txt"], ["gone", "0"], ["unchanged", "0"],
        ["results", "kept", "1", "articles,", "in", ".huiyao"],
    ]  # fmt: skip
    assert "The last release is 1.0.0" in " ".join(told()[-1])
    assert huiyao("store", "prune", "--seeds", seeds).out == "Removed 1 files and 1 results; 0 results are kept.\n"


def test_workers_are_counted_from_one(huiyao: Huiyao, seeds: Path) -> None:
    assert huiyao("publish", "--seeds", seeds, "--workers", 0).err == "--workers takes a number from 1.\n"

"""`huiyao publish`: what it prints, and which way it runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from huiyao import pipeline
from huiyao.cli import publishing
from huiyao.closing import closing_rows, markdown, outcome
from huiyao.publish import Release

Huiyao = Callable[..., Any]
TEXT = "云州召开座谈会\n\n云州市市长甄有才表示，企业是发展的主体。"


def _summary(published: bool) -> pipeline.Summary:
    counts = {"articles": 1234, "rejects": 3}
    release = Release("1.2.0", "datasets/1.2.0", published, counts)
    return pipeline.Summary(release, 1240, counts, {"empty": 1, "binary": 2})


def test_closing_rows_count_sources_tables_and_rules() -> None:
    assert closing_rows(_summary(True)) == [
        ("sources", "1,240"), ("articles", "1,234"), ("rejects", "3"), ("  binary", "2"), ("  empty", "1"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (True, "Release 1.2.0 is in datasets/1.2.0."),
        (False, "Nothing new: 1.2.0 is still the latest, in datasets/1.2.0."),
    ],
)
def test_outcome(published: bool, expected: str) -> None:
    assert outcome(_summary(published)) == expected
    assert markdown(_summary(published)).startswith(f"{expected}\n\n| what | number |\n")


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"")
    return folder


def test_publish_then_nothing_new(huiyao: Huiyao, seeds: Path, tmp_path: Path) -> None:
    datasets = tmp_path / "datasets"
    first = huiyao("publish", "--seeds", seeds, "--datasets", datasets)
    assert (first.code, first.err) == (0, "")
    assert f"Release 1.0.0 is in {datasets / '1.0.0'}.\n" in first.out
    rows = [line.split() for line in first.out.splitlines()]
    assert ["sources", "2"] in rows
    assert ["articles", "1"] in rows
    assert ["empty", "1"] in rows
    second = huiyao("publish", "--seeds", seeds, "--datasets", datasets)
    assert f"Nothing new: 1.0.0 is still the latest, in {datasets / '1.0.0'}.\n" in second.out


def test_a_missing_folder_is_told(huiyao: Huiyao, tmp_path: Path) -> None:
    run = huiyao("publish", "--seeds", tmp_path / "nowhere", "--datasets", tmp_path / "datasets")
    assert (run.code, run.out) == (1, "")
    assert "nowhere" in run.err
    assert run.err.count("\n") == 1


def test_a_folder_without_articles_is_told(huiyao: Huiyao, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    run = huiyao("publish", "--seeds", tmp_path / "seeds", "--datasets", tmp_path / "datasets")
    assert (run.code, run.out) == (1, "")
    assert run.err.startswith("No article was found")


def test_a_wrong_override_is_told(huiyao: Huiyao, seeds: Path, tmp_path: Path) -> None:
    (seeds / "overrides.yml").write_text("corrections: [{id: m-1, column: place}]", encoding="utf-8")
    run = huiyao("publish", "--seeds", seeds, "--datasets", tmp_path / "datasets")
    assert (run.code, run.out) == (1, "")
    assert run.err == "Entry 1 under corrections in overrides.yml gives no reason.\n"


@pytest.mark.parametrize(
    ("options", "api", "way"),
    [
        ([], "", "here"),
        ([], "http://127.0.0.1:4200/api", "flow"),
        (["--prefect"], "", "flow"),
        (["--no-prefect"], "http://127.0.0.1:4200/api", "here"),
    ],
)
def test_which_way_it_runs(
    huiyao: Huiyao, monkeypatch: pytest.MonkeyPatch, options: list[str], api: str, way: str
) -> None:
    ways: list[str] = []

    def run(name: str) -> Callable[..., pipeline.Summary]:
        def record(*_: object) -> pipeline.Summary:
            ways.append(name)
            return _summary(True)

        return record

    monkeypatch.setattr(publishing, "run_here", run("here"))
    monkeypatch.setattr(publishing, "_run_as_flow", run("flow"))
    monkeypatch.setenv("PREFECT_API_URL", api)
    assert huiyao("publish", *options).code == 0
    assert ways == [way]


def test_progress_is_shown_on_standard_error_of_a_terminal(
    huiyao: Huiyao, monkeypatch: pytest.MonkeyPatch, seeds: Path, tmp_path: Path
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")  # rich takes the stream for a terminal then
    run = huiyao("publish", "--seeds", seeds, "--datasets", tmp_path / "datasets")
    assert run.code == 0
    for stage in ("read", "extract", "publish"):
        assert stage in run.err
        assert f"{stage} " not in run.out

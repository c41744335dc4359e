"""`huiyao show`: what a reader sees of a release."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from huiyao.schema.tables import TABLES

Huiyao = Callable[..., Any]


def test_overview_names_version_tables_and_rows(huiyao: Huiyao, datasets: Path) -> None:
    shown = huiyao("show", "--datasets", datasets)
    assert shown.code == 0
    assert "Release 1.0.0" in shown.out
    for name in TABLES:
        assert [line.split()[:2] for line in shown.out.splitlines() if line.strip().startswith(name)] == [[name, "1"]]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("articles", ["云州市召开第3次产业发展座谈会", "2024-05-09", "yunzhou.txt"]),
        ("meetings", ["云州市第3次产业发展座谈会", "2024-05-08", "云州", "held"]),
        ("speakers", ["甄有才", "云州市市长", "speaker"]),
        ("statements", ["甄有才 · 表示 · indirect", "企业是发展的主体"]),
        ("measures", ["planned", "设立十亿元产业基金", "quantities: 十亿元", "actor: 云州"]),
        ("organizations", ["云州市"]),
        ("positions", ["甄有才", "云州市", "市长", "2024-05-09"]),
        ("rejects", ["sources", "empty", "The file is empty.", "empty.txt"]),
    ],
)
def test_table_is_readable_in_80_columns(huiyao: Huiyao, datasets: Path, table: str, expected: list[str]) -> None:
    shown = huiyao("show", table, "--datasets", datasets)
    assert shown.code == 0
    for text in expected:
        assert text in shown.out
    assert f"1 of 1 {table}." in shown.out
    assert max(cell_len(line) for line in shown.out.splitlines()) <= 80


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["meeting"], "There is no table meeting; did you mean meetings."),
        (["会议"], "There is no table 会议; there are articles, meetings"),
        (["meetings", "--rows", "0"], "--rows takes a number from 1."),
    ],
)
def test_slips_are_told_in_a_sentence(huiyao: Huiyao, datasets: Path, arguments: list[str], sentence: str) -> None:
    shown = huiyao("show", *arguments, "--datasets", datasets)
    assert shown.code == 1
    assert shown.out == ""
    assert shown.err.startswith(sentence)
    assert shown.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["meetings"]])
def test_no_release_yet(huiyao: Huiyao, tmp_path: Path, arguments: list[str]) -> None:
    shown = huiyao("show", *arguments, "--datasets", tmp_path)
    assert (shown.code, shown.out) == (1, "")
    assert shown.err == f"There is no release in {tmp_path} yet; `huiyao publish` makes one.\n"


def test_damaged_pointer_is_told(huiyao: Huiyao, tmp_path: Path) -> None:
    (tmp_path / "latest.json").write_text("{", encoding="utf-8")
    shown = huiyao("show", "--datasets", tmp_path)
    assert shown.code == 1
    assert shown.err.endswith("does not name a version.\n")


def test_damaged_table_is_told(huiyao: Huiyao, tmp_path: Path) -> None:
    (tmp_path / "1.0.0").mkdir()
    (tmp_path / "1.0.0" / "meetings.parquet").write_bytes(b"no parquet")
    (tmp_path / "latest.json").write_text('{"version": "1.0.0"}', encoding="utf-8")
    shown = huiyao("show", "meetings", "--datasets", tmp_path)
    assert shown.code == 1
    assert "meetings.parquet" in shown.err
    assert "Traceback" not in shown.err


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser was asked to open; there is a display."""
    addresses: list[str] = []
    monkeypatch.setattr("webbrowser.open", addresses.append)
    monkeypatch.setenv("DISPLAY", ":0")
    return addresses


def test_the_page_is_opened_and_named(huiyao: Huiyao, datasets: Path, opened: list[str]) -> None:
    page = datasets / "1.0.0" / "index.html"
    assert huiyao("show", "--web", "--datasets", datasets).out == f"{page}\n"
    huiyao("show", "measures", "--web", "--datasets", datasets)
    assert opened == [page.resolve().as_uri(), f"{page.resolve().as_uri()}#/measures"]


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="these always have a display")
def test_without_a_display_the_page_is_only_named(
    huiyao: Huiyao, datasets: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert huiyao("show", "--web", "--datasets", datasets).out == f"{datasets / '1.0.0' / 'index.html'}\n"
    assert opened == []


def test_a_page_in_an_object_store_is_only_named(
    huiyao: Huiyao, datasets: Path, opened: list[str], s3_url: str
) -> None:
    seeds = datasets.parent / "seeds"
    seeds.mkdir(exist_ok=True)
    (seeds / "a.txt").write_text("云州召开座谈会\n云州市市长甄有才表示，将设立基金。", encoding="utf-8")
    huiyao("publish", "--seeds", seeds, "--datasets", s3_url, "--store", datasets.parent / "store", "--no-prefect")
    assert huiyao("show", "--web", "--datasets", s3_url).out == f"{s3_url}/1.0.0/index.html\n"
    assert opened == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["rejects"], "The page has no list of rejects; it has meetings, speakers, measures, statements, articles.\n"),
        ([], "Release 1.0.0 has no page; the next one that `huiyao publish` makes will have one.\n"),
    ],
)
def test_what_the_page_lacks_is_told(
    huiyao: Huiyao, datasets: Path, tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    shutil.copytree(datasets, tmp_path / "old")
    (tmp_path / "old" / "1.0.0" / "index.html").unlink()
    shown = huiyao("show", *arguments, "--web", "--datasets", tmp_path / "old")
    assert (shown.code, shown.out, shown.err) == (1, "", sentence)

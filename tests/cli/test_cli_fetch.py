"""`huiyao fetch`: a table, the reasons, and the exit code."""

from __future__ import annotations

from pathlib import Path

import pytest

from huiyao.cli import app
from huiyao.cli.fetching import fetch_and_report
from huiyao.fetch import Fetched, Outcome


def test_the_table_and_the_reasons(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    outcomes = (
        Outcome("yunzhou", "https://news.example.org/1", "new", "yunzhou/00/1.html"),
        Outcome("yunzhou", "https://news.example.org/2", "failed", None, "The server answers 404."),
        Outcome("hekou", "https://news.example.org/3", "refused", None, "It says [red]\x1b[2J."),
    )
    monkeypatch.setattr("huiyao.cli.fetching.fetch", lambda *arguments, **named: Fetched(outcomes))
    monkeypatch.setenv("COLUMNS", "80")
    fetch_and_report(Path("seeds"), ".huiyao")
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["source", "new", "changed", "unchanged", "refused", "failed"] in lines
    assert ["yunzhou", "1", "0", "0", "0", "1"] in lines
    assert ["all", "1", "0", "0", "1", "1"] in lines
    assert "failed https://news.example.org/2 The server answers 404.".split() in lines
    assert "refused https://news.example.org/3 It says [red]�[2J.".split() in lines


def test_without_sources_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        app(["fetch", "--seeds", str(tmp_path), "--store", str(tmp_path / "store")])
    assert end.value.code == 1
    assert capsys.readouterr().err == f"There is no {tmp_path / 'sources.yml'} that lists what to fetch.\n"

"""The lines that the card of the committed release gives to be copied do what they say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from huiyao.schema.tables import RELEASED


@pytest.fixture(scope="module")
def card(release: Path) -> str:
    return (release / "README.md").read_text(encoding="utf-8")


def blocks(card: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", card, re.DOTALL)


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_the_lines_of_python_give_the_measures(
    card: str, release: Path, package: dict[str, Any], library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (lines,) = (block for block in blocks(card, "python") if f"import {library}" in block)
    monkeypatch.chdir(release)
    scope: dict[str, Any] = {}
    exec(lines, scope)
    assert len(scope["measures"]) == next(part["rows"] for part in package["resources"] if part["name"] == "measures")


def test_the_lines_of_sql_give_rows(card: str, release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import duckdb

    (query,) = blocks(card, "sql")
    monkeypatch.chdir(release)
    with duckdb.connect() as connection:
        assert connection.execute(query).fetchall()


def test_it_tells_version_rows_and_whether_the_text_is_in(card: str, release: Path) -> None:
    figures = json.loads((release / "statistics.json").read_text(encoding="utf-8"))
    assert f"# huiyao 会要 {release.name}\n" in card
    for name in RELEASED:
        (line,) = re.findall(rf"^\| `{name}` \| {re.escape(RELEASED[name].en)}.*$", card, re.MULTILINE)
        assert f"| {figures['tables'][name]['rows']:,} |" in line
    has_text = figures["tables"]["articles"]["columns"]["text"]["filled"] > 0
    assert ("full text of the articles 文章全文 | in this release" in card) == has_text
    assert ("full text of the articles 文章全文 | not in this release" in card) != has_text

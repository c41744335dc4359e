"""What is no text is rejected with its reason, and that arrives in every form of a release; line breaks of texts stay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import huiyao
from huiyao import pipeline
from huiyao.publish import load_table, publish_release
from huiyao.schema.records import Article, Extraction, Tables, stable_id

STRANGE = {"\x00": "U+0000", "\x1b": "U+001B", "\x85": "U+0085", "\r": "U+000D", "\ud800": "U+D800"}


def article(place: int, headline: str) -> Article:
    text = f"第{place}次松江论坛15日举行。\n松江区区长林知远表示，将扩大开放。"
    return Article(stable_id("a", text), f"{place}.txt", "0" * 64, 0, text, (), headline=headline)


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    articles = [article(place, f"甲{character}乙") for place, character in enumerate(["", *STRANGE])]
    tables = pipeline.assemble(articles, {a.article_id: Extraction() for a in articles}, [], full_text=True)
    datasets = tmp_path_factory.mktemp("datasets")
    publish_release(tables, datasets)
    return datasets


def sheet(path: Path, name: str) -> list[dict[Any, Any]]:
    header, *rows = openpyxl.load_workbook(path)[name].iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


FORMS: dict[str, Callable[[Path, str], list[dict[Any, Any]]]] = {
    "parquet": lambda datasets, name: load_table(datasets, name).to_dict("records"),
    "csv": lambda datasets, name: huiyao.read_csv(datasets / "latest" / f"{name}.csv").to_dict("records"),
    "workbook": lambda datasets, name: sheet(datasets / "latest" / "huiyao.xlsx", name),
}


@pytest.mark.parametrize("form", FORMS)
def test_what_is_no_text_arrives_as_a_reject(released: Path, form: str) -> None:
    rejects = FORMS[form](released, "rejects")
    expected = {
        (f"{n}.txt", f"Headline contains {code}, which is no text.") for n, code in enumerate(STRANGE.values(), 1)
    }
    assert {(row["source"], row["reason"]) for row in rejects} == expected
    assert {row["rule"] for row in rejects} == {"characters"}
    assert [row["headline"] for row in FORMS[form](released, "articles")] == ["甲乙"]


@pytest.mark.parametrize("form", FORMS)
def test_line_breaks_survive(rows: Tables, tmp_path: Path, form: str) -> None:
    publish_release(rows, tmp_path)
    texts = [row["text"] for row in FORMS[form](tmp_path, "statements")]
    assert texts == [row["text"] for row in rows["statements"]]
    assert any("\n" in text for text in texts)

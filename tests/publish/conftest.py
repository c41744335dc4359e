"""Rows of a small release with awkward values, and any values for any table; everybody in them is made up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import strategies as st

from huiyao.publish import lease
from huiyao.resolve import resolve
from huiyao.schema.arrow import arrow_schema
from huiyao.schema.records import Article, Extraction, Measure, Meeting, Reject, Speaker, Statement, Tables, stable_id
from huiyao.schema.tables import Column, Table
from huiyao.validate import reject_rows
from huiyao.validate.cells import UNPRINTABLE

TEXT = "第3次松江论坛15日在松江举行。\n松江区区长林知远表示，将扩大“开放，\n合作”。\n何清越说：好。"


@pytest.fixture(scope="session")
def rows() -> Tables:
    """The rows of two articles with commas, quotes, line feeds, delimiters and formulas in their values."""
    articles = [article(0, headline="=1+2"), article(1, headline='"，,|\\\n@', bylines=("何|清", "a\\b", "c\\u007cd"))]
    tables = resolve(articles, {a.article_id: records(a.article_id) for a in articles})
    rejects = [Reject(f"{n}.txt", "sources", "empty", "The file is empty.") for n in range(3)]
    return tables | {"rejects": reject_rows(rejects)}


def article(place: int, **known: Any) -> Article:
    text = f"{TEXT}\n{place}"
    key = stable_id("a", text)
    return Article(key, f"{place}.txt", "0" * 64, 0, text, (), published="2024-10-16", **known)


def records(article_id: str) -> Extraction:
    forum = "第3次松江论坛"
    what, said = TEXT.index("将扩大"), TEXT.index("好")
    end = TEXT.index("。\n何")
    return Extraction(
        (Meeting(forum, 0, len(forum), ordinal=3, date="2024-10-15/2024-10-16", organizers=("|", "\\|", "松江区")),),
        (
            Speaker("林知远", 22, 25, "松江区", "区长", ("松江区区长",), meeting=forum),
            Speaker("何清越", said - 5, said - 2, meeting=forum),
        ),
        (
            Statement("林知远", True, "indirect", "表示", TEXT[what:end], what, end, forum),
            Statement("何清越", True, "direct", "说", "好", said, said + 1, forum),
        ),
        (Measure(TEXT[what:end], what, end, "planned", "林知远", True, TEXT[what:end], quantities=("3|4",)),),
    )


@pytest.fixture
def s3(s3_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A URL on a server on this machine below which nothing is."""
    monkeypatch.setattr(lease, "_POLL_SECONDS", 0.02)
    return s3_url


@pytest.fixture(params=["folder", "s3"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where releases are kept: a folder, then a URL."""
    return str(tmp_path / "datasets") if request.param == "folder" else str(request.getfixturevalue("s3"))


# Formulas, quotes, line feeds, delimiters, escapes of ours and of Excel, full-width, composed, emoji, right to left.
_PIECES = [
    *"=+-@＝＋－＠'\"|\\,;\n\t 0aé甲，“。<>&",
    *("\u3000", "\u00a0", "\u200f", "\ufeff", "\u2028", "مرحبا", "😀", "\\u007c", "\\u005c", "<r>", "</r>"),
    *("e\u0301", "NULL", "nan", "true", "1e3", "2024-10-13", "http://a.example/", "=1+2", "''"),
]
_TEXTS = st.one_of(
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=8).map("".join),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20),
).filter(lambda text: bool(text.strip()) and not UNPRINTABLE.search(text))

_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "string": _TEXTS,
    "edtf": _TEXTS,
    "list": st.lists(_TEXTS, max_size=3),
    "date32": st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    "int32": st.integers(-(2**31), 2**31 - 1),
    "int64": st.integers(-(2**63), 2**63 - 1),
    "float64": st.floats(-1e300, 1e300),
}


@pytest.fixture(scope="session")
def texts() -> st.SearchStrategy[str]:
    """Any text that passes the gates but for composition, awkward ones above all."""
    return _TEXTS


@pytest.fixture(scope="session")
def tables_of() -> Callable[[Table], st.SearchStrategy[pa.Table]]:
    """Tables with the declared columns and any values of their types, some of them null."""

    def tables(table: Table) -> st.SearchStrategy[pa.Table]:
        row = st.fixed_dictionaries({column.name: _cells(column) for column in table.columns})
        return st.lists(row, max_size=5).map(lambda rows: pa.Table.from_pylist(rows, schema=arrow_schema(table)))

    return tables


def _cells(column: Column) -> st.SearchStrategy[Any]:
    values = _VALUES[column.type]
    return values if column.required or column.type == "list" else st.none() | values

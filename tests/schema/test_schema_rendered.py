"""What is rendered from the declared columns is fresh, and what is declared is used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from frictionless import Schema

from huiyao.resolve import resolve
from huiyao.schema.arrow import arrow_schema
from huiyao.schema.checks import frame_schema
from huiyao.schema.dictionary import dictionary_page, main
from huiyao.schema.records import Article, Extraction, Measure, Meeting, Reject, Speaker, Statement, Tables, stable_id
from huiyao.schema.recordset import record_set
from huiyao.schema.tables import RELEASED, TABLES, Column, Table
from huiyao.schema.tableschema import table_schema

DICTIONARY = Path(__file__).parents[2] / "datasets" / "DICTIONARY.md"
EVERY_COLUMN = [(table, column) for table in TABLES.values() for column in table.columns]


@pytest.fixture(scope="module")
def filled() -> Tables:
    """Rows made from records in which everything is known."""
    text = "松江论坛"
    article = Article(
        stable_id("a", text), "x.txt", "0" * 64, 0, text, (), "h", "k", "s", ("b",), "p", "u", "2024-10-13", "text"
    )
    parent = Meeting("松江", 0, 2, ordinal=1)
    bodies = ("松江区", "松江")
    meeting = Meeting(
        text, 0, 4, ("a",), text, 2, "k", "t", "2024-10-13", "松江", "v", "held", bodies, 3, "松江", True
    )  # fmt: skip
    before, after = (Meeting(text, 0, 4, ordinal=number, series=text) for number in (1, 3))
    speaker = Speaker("林知远", 0, 2, "松江区", "区长", ("松江区区长",), "chair", text)
    statement = Statement("林知远", True, "direct", "说", text, 0, 4, text)
    measure = Measure(
        text, 0, 4, "done", "林知远", True, text, "a", "o", "松江", "t", ("n",), ("q",), "2025", text
    )  # fmt: skip
    records = Extraction((parent, before, meeting, after), (speaker,), (statement,), (measure,))
    reject = Reject("x.txt", "articles", "rule", "Reason.", article.article_id, "{}")
    return resolve([article], {article.article_id: records}, full_text=True) | {"rejects": [reject.row()]}


@pytest.mark.parametrize(("table", "column"), EVERY_COLUMN, ids=lambda value: value.name)
def test_every_declared_column_is_filled_by_some_record(filled: Tables, table: Table, column: Column) -> None:
    assert any(row[column.name] not in (None, []) for row in filled[table.name])


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_rows_hold_declared_columns_only(filled: Tables, table: Table) -> None:
    assert all(row.keys() == set(table.column_names) for row in filled[table.name])


def test_the_committed_dictionary_is_fresh() -> None:
    assert DICTIONARY.read_text(encoding="utf-8") == dictionary_page(), "run `make dictionary`"


def test_the_dictionary_is_rendered_below_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    main()
    assert (tmp_path / "datasets" / "DICTIONARY.md").read_bytes() == dictionary_page().encode()


@pytest.mark.parametrize("table", RELEASED.values(), ids=lambda table: table.name)
def test_the_dictionary_tells_of_every_column(table: Table) -> None:
    section = dictionary_page().split(f"\n## `{table.name}`")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    assert [line.split("`")[1] for line in lines] == list(table.column_names)
    for column, line in zip(table.columns, lines, strict=True):
        assert column.en.replace("|", r"\|") in line
        assert column.zh.replace("|", r"\|") in line


@pytest.mark.parametrize("table", RELEASED.values(), ids=lambda table: table.name)
def test_frictionless_accepts_the_table_schema(table: Table) -> None:
    schema = Schema.from_descriptor(table_schema(table))
    assert schema.field_names == list(table.column_names)
    assert schema.primary_key == [table.key]


@pytest.mark.parametrize("table", RELEASED.values(), ids=lambda table: table.name)
def test_all_renderings_name_the_same_columns(table: Table) -> None:
    names = list(table.column_names)
    assert arrow_schema(table).names == names
    assert list(frame_schema(table).columns) == names
    assert [field["name"] for field in table_schema(table)["fields"]] == names
    assert [field["name"] for field in record_set(table, "x.parquet")["field"]] == names


@pytest.mark.parametrize(
    ("column", "arrow", "frictionless"),
    [
        ("published_on", pa.date32(), "date"),
        ("published", pa.string(), "string"),
        ("n_chars", pa.int32(), "integer"),
        ("bylines", pa.list_(pa.string()), "list"),
    ],
)
def test_types_as_the_contract_names_them(column: str, arrow: Any, frictionless: str) -> None:
    assert arrow_schema(TABLES["articles"]).field(column).type == arrow
    assert Schema.from_descriptor(table_schema(TABLES["articles"])).get_field(column).type == frictionless


@pytest.mark.parametrize(("table", "column"), EVERY_COLUMN, ids=lambda value: value.name)
def test_every_reference_leads_to_a_key(table: Table, column: Column) -> None:
    if column.references:
        target, key = column.references.split(".")
        assert TABLES[target].key == key
    assert (column.en.strip(), column.zh.strip()) != ("", "")


def test_keys_are_declared_first_and_required() -> None:
    for table in TABLES.values():
        assert table.columns[0].required
        assert table.columns[0].pattern
        assert len(set(table.column_names)) == len(table.columns)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("松江论坛", 3), "m-b6763284ef8c5440"),
        (("松江论坛", None), "m-9cf886772f225be3"),
        (("\ud800",), "m-91a681b998555fb4"),
    ],
)
def test_stable_ids_are_pinned(parts: tuple[object, ...], expected: str) -> None:
    assert stable_id("m", *parts) == expected

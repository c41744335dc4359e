"""What a table's hash depends on, and what it does not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from huiyao.publish.content import table_hash

SCHEMA = pa.schema(
    [
        ("name", pa.string()),
        ("aliases", pa.list_(pa.string())),
        ("ordinal", pa.int32()),
        ("start", pa.int64()),
        ("confidence", pa.float64()),
        ("day", pa.date32()),
    ]
)
ROWS: list[dict[str, Any]] = [
    {
        "name": "会议",
        "aliases": ["甲", "乙|"],
        "ordinal": 3,
        "start": 2**40,
        "confidence": 0.1,
        "day": date(2024, 2, 29),
    },
    {"name": "", "aliases": [], "ordinal": 0, "start": 0, "confidence": 0.0, "day": date(1970, 1, 1)},
    {"name": None, "aliases": None, "ordinal": None, "start": None, "confidence": None, "day": None},
    {"name": "𠮷", "aliases": ["", "丙"], "ordinal": -1, "start": -1, "confidence": 1e-300, "day": date(1911, 10, 10)},
]
HASH = "93f6cb4e8feb10c62d5eba07f79195675afc7c596d40828cb7f087611554b442"


def table(rows: list[dict[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def changed(place: int, column: str, value: Any) -> pa.Table:
    return table([row | {column: value} if n == place else row for n, row in enumerate(ROWS)])


def test_it_is_the_same_for_every_version_of_arrow() -> None:
    assert table_hash(table(ROWS)) == HASH


LAYOUTS: dict[str, Callable[[pa.Table], pa.Table]] = {
    "a chunk for each row": lambda t: pa.concat_tables([t.slice(n, 1) for n in range(t.num_rows)]),
    "empty chunks": lambda t: pa.concat_tables([t.slice(0, 0), t.slice(0, 2), t.slice(2, 0), t.slice(2)]),
    "a part of a longer table": lambda t: pa.concat_tables([t, t, t]).combine_chunks().slice(4, 4),
    "a part that starts within a byte of flags": lambda t: pa.concat_tables([t.slice(1), t]).combine_chunks().slice(3),
    "with metadata": lambda t: t.replace_schema_metadata({"huiyao.version": "1.0.0"}),
    "from Parquet's name of members": lambda t: t.cast(
        SCHEMA.set(1, pa.field("aliases", pa.list_(pa.field("element", pa.string()))))
    ),
    "taken row by row": lambda t: t.take([0, 1, 2, 3]),
    "through a file": lambda t: pa.ipc.open_stream(_stream(t)).read_all(),
}


def _stream(table: pa.Table) -> Any:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return sink.getvalue()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout_does_not_matter(layout: str) -> None:
    assert table_hash(LAYOUTS[layout](table(ROWS))) == table_hash(table(ROWS))


def _with_bytes_beneath_nulls(type_: Any, known: bytes, values: list[Any]) -> Any:
    """Return an array of the values whose unknown ones, where the bits of `known` are not set, keep their bytes."""
    array = pa.array(values, type_)
    buffers = array.buffers()
    if pa.types.is_list(type_):
        return pa.ListArray.from_buffers(
            type_, len(values), [pa.py_buffer(known), buffers[1]], children=[pa.array(array.values)]
        )
    return pa.Array.from_buffers(type_, len(values), [pa.py_buffer(known), *buffers[1:]])


@pytest.mark.parametrize(
    ("type_", "values"),
    [
        (pa.string(), ["甲", "beneath", "乙"]),
        (pa.list_(pa.string()), [["甲"], ["beneath", ""], ["乙"]]),
        (pa.int32(), [1, 99, 2]),
        (pa.int64(), [1, 99, 2]),
        (pa.float64(), [0.5, 99.0, 0.25]),
        (pa.date32(), [date(2024, 1, 1), date(1999, 9, 9), date(2024, 1, 2)]),
    ],
    ids=str,
)
def test_bytes_beneath_nulls_do_not_matter(type_: Any, values: list[Any]) -> None:
    dirty = _with_bytes_beneath_nulls(type_, b"\x05", values)
    clean = pa.array([values[0], None, values[2]], type_)
    assert dirty.to_pylist() == clean.to_pylist()
    assert table_hash(pa.table({"column": dirty})) == table_hash(pa.table({"column": clean}))


OTHERS: dict[str, list[Any]] = {
    "name": ["会", "会议 ", None],
    "aliases": [["乙|", "甲"], ["甲乙|"], ["甲", "乙"], [], None, ["甲", "乙|", ""]],
    "ordinal": [4, None],
    "start": [2**40 + 1, None],
    "confidence": [0.1 + 2**-56, None],
    "day": [date(2024, 3, 1), None],
}


def test_every_value_matters() -> None:
    tables = [changed(0, column, value) for column, values in OTHERS.items() for value in values]
    tables += [changed(2, column, ROWS[0][column]) for column in SCHEMA.names]
    assert len({HASH, *map(table_hash, tables)}) == 1 + len(tables)


def test_unknown_is_neither_empty_nor_nought() -> None:
    tables = [changed(place, column, None) for place in (1,) for column in SCHEMA.names]
    tables += [changed(2, column, ROWS[1][column]) for column in SCHEMA.names]
    assert len({HASH, *map(table_hash, tables)}) == 1 + len(tables)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["ab", "c"], ["a", "bc"]),
        (["a", None], [None, "a"]),
        (["", None], [None, ""]),
        ([["a", "b"], []], [["a"], ["b"]]),
        ([[], None], [None, []]),
        ([["a"], ["b"]], [["b"], ["a"]]),
        ([[""], []], [[], [""]]),
        ([[""], []], [[None], []]),
        ([1, None], [None, 1]),
    ],
)
def test_what_only_looks_alike(one: list[Any], other: list[Any]) -> None:
    kind = pa.array(one).type
    assert table_hash(pa.table({"c": pa.array(one, kind)})) != table_hash(pa.table({"c": pa.array(other, kind)}))


def test_names_types_and_order_of_columns_and_rows_matter() -> None:
    whole = table(ROWS)
    others = [
        whole.rename_columns(["title", *SCHEMA.names[1:]]),
        whole.select(SCHEMA.names[::-1]),
        whole.drop_columns(["day"]),
        whole.set_column(2, "ordinal", whole["ordinal"].cast(pa.int64())),
        whole.take([1, 0, 2, 3]),
        whole.slice(0, 3),
        whole.slice(0, 0),
    ]
    assert len({HASH, *map(table_hash, others)}) == 1 + len(others)

"""The CSV files of the committed release hold the rows of the Parquet files, for every reader of CSV."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Facts

Rows = list[dict[str, str | None]]


def read_csv_module(path: Path) -> Rows:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{column: cell or None for column, cell in row.items()} for row in csv.DictReader(file)]


def read_pandas(path: Path) -> Rows:
    import pandas as pd

    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    return [{str(column): cell or None for column, cell in row.items()} for row in frame.to_dict("records")]


def read_polars(path: Path) -> Rows:
    import polars as pl

    return pl.read_csv(path, infer_schema=False).to_dicts()


def read_duckdb(path: Path) -> Rows:
    import duckdb

    with duckdb.connect() as connection:
        query = "SELECT * FROM read_csv(?, all_varchar=true, header=true, quote='\"', escape='\"', delim=',')"
        found = connection.execute(query, [str(path)])
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def read_pyarrow(path: Path) -> Rows:
    from pyarrow import csv as arrow

    options = arrow.ConvertOptions(strings_can_be_null=True, null_values=[""])
    parsed = arrow.read_csv(path, parse_options=arrow.ParseOptions(newlines_in_values=True), convert_options=options)
    return [{k: None if v is None else str(v) for k, v in row.items()} for row in parsed.to_pylist()]


@pytest.mark.parametrize("read", [read_csv_module, read_pandas, read_polars, read_duckdb, read_pyarrow])
def test_a_reader_of_csv_finds_every_row(release: Path, name: str, facts: Facts, read: Callable[[Path], Rows]) -> None:
    rows = read(release / f"{name}.csv")
    assert [row[facts.columns[0]] for row in rows] == facts.keys
    assert [row[facts.label] for row in rows] == facts.labels
    if rows:
        assert list(rows[0]) == facts.columns

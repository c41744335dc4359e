"""pandas, pyarrow, Polars, DuckDB and huiyao itself find the same in the committed release."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import huiyao

if TYPE_CHECKING:
    from .conftest import Facts

Columns = dict[str, list[Any]]


def read_pandas(path: Path) -> Columns:
    import pandas as pd

    frame = pd.read_parquet(path)
    return {column: [None if _missing(cell) else cell for cell in frame[column]] for column in frame.columns}


def _missing(cell: Any) -> bool:
    return cell is None or cell != cell if isinstance(cell, (float, type(None))) else False


def read_pyarrow(path: Path) -> Columns:
    import pyarrow.parquet as pq

    return pq.read_table(path).to_pydict()


def read_dataset(path: Path) -> Columns:
    import pyarrow.dataset as ds

    return ds.dataset(path).to_table().to_pydict()


def read_polars(path: Path) -> Columns:
    import polars as pl

    return pl.read_parquet(path).to_dict(as_series=False)


def read_duckdb(path: Path) -> Columns:
    import duckdb

    with duckdb.connect() as connection:
        found = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
        names = [column[0] for column in found.description or ()]
        rows = found.fetchall()
    return {column: [row[place] for row in rows] for place, column in enumerate(names)}


def read_huiyao(path: Path) -> Columns:
    frame = huiyao.load(path.stem, datasets=path.parents[1], version=path.parent.name)
    return {str(column): frame[column].astype(object).where(frame[column].notna(), None).tolist() for column in frame}


READERS: list[Callable[[Path], Columns]] = [
    read_pandas,
    read_pyarrow,
    read_dataset,
    read_polars,
    read_duckdb,
    read_huiyao,
]


@pytest.mark.parametrize("read", READERS)
def test_a_reader_of_parquet_finds_every_row(
    release: Path, package: dict[str, Any], name: str, facts: Facts, read: Callable[[Path], Columns]
) -> None:
    found = read(release / f"{name}.parquet")
    rows = next(part["rows"] for part in package["resources"] if part["name"] == name)
    assert list(found) == facts.columns
    assert len(facts.keys) == rows
    assert found[facts.columns[0]] == facts.keys
    assert found[facts.label] == facts.labels


@pytest.mark.parametrize("read", READERS)
def test_lists_days_and_numbers_have_their_types(release: Path, read: Callable[[Path], Columns]) -> None:
    meetings = read(release / "meetings.parquet")
    place = meetings["name"].index("第二十一届中国—东盟博览会")
    first = {column: values[place] for column, values in meetings.items()}
    assert isinstance(first["start_date"], date)
    assert first["start_date"].isoformat()[:10] == first["date"] == "2024-09-24"
    assert (first["ordinal"], first["confidence"] > 0.5) == (21, True)
    assert all(str(member).startswith("a-") for member in first["article_ids"])
    assert len(first["article_ids"]) >= 1


def test_references_lead_to_rows_in_sql(release: Path) -> None:
    import duckdb

    query = f"""
        SELECT count(*), count(s.speaker_id), count(p.speaker_id)
        FROM '{release}/statements.parquet' s LEFT JOIN '{release}/speakers.parquet' p USING (speaker_id)
    """
    with duckdb.connect() as connection:
        rows, named, found = connection.execute(query).fetchall()[0]
    assert rows > 0
    assert named == found > 0

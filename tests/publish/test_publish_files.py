from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from huiyao.publish import join_list, load_table, publish_release, split_list, unguard_text
from huiyao.schema.arrow import arrow_schema
from huiyao.schema.records import Tables
from huiyao.schema.tables import TABLES, Column

READERS: dict[str, Any] = {"date32": date.fromisoformat, "int32": int, "int64": int, "float64": float}


def read_cell(column: Column, cell: str) -> Any:
    if column.type == "list":
        return split_list(unguard_text(cell))
    if column.type in ("string", "edtf"):
        return unguard_text(cell) or None
    return READERS[column.type](cell) if cell else None


@pytest.fixture(scope="module")
def datasets(rows: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    datasets = tmp_path_factory.mktemp("datasets")
    publish_release(rows, datasets)
    return datasets


@pytest.mark.parametrize("name", list(TABLES))
def test_csv_gives_back_the_values(rows: Tables, datasets: Path, name: str) -> None:
    path = datasets / "latest" / f"{name}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *lines = csv.reader(file)
    columns = TABLES[name].columns
    assert header == [column.name for column in columns]
    back = [{c.name: read_cell(c, cell) for c, cell in zip(columns, line, strict=True)} for line in lines]
    assert back == rows[name]


@pytest.mark.parametrize("name", list(TABLES))
def test_parquet_gives_back_the_values(rows: Tables, datasets: Path, name: str) -> None:
    table = pq.read_table(datasets / "latest" / f"{name}.parquet")
    assert table.to_pylist() == rows[name]
    assert table.schema.equals(arrow_schema(TABLES[name]))
    for column in TABLES[name].columns:
        metadata = table.schema.field(column.name).metadata or {}
        assert metadata[b"description"].decode() == column.en
    assert pq.ParquetFile(datasets / "latest" / f"{name}.parquet").metadata.num_rows == len(rows[name])


def test_csv_is_what_excel_reads(datasets: Path) -> None:
    content = (datasets / "latest" / "articles.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfarticle_id,")
    assert content.endswith(b"\r\n")
    assert content.count(b"\r\n") == 3
    assert b"\r" not in content.replace(b"\r\n", b"")


def test_an_unknown_list_is_an_empty_one(rows: Tables, tmp_path: Path) -> None:
    first, *others = rows["meetings"]
    publish_release(rows | {"meetings": [first | {"aliases": None}, *others]}, tmp_path)
    assert load_table(tmp_path, "meetings")["aliases"].isna().sum() == 0


def test_load_table_gives_arrow_types(datasets: Path) -> None:
    import pandas as pd

    meetings = load_table(datasets, "meetings")
    assert meetings["start_date"].dtype == pd.ArrowDtype(pa.date32())
    assert meetings["ordinal"].dtype == pd.ArrowDtype(pa.int32())
    assert meetings["organizers"].tolist() == [["\\|", "|", "松江区"]]
    assert load_table(datasets, "articles")["publisher"].isna().all()


@pytest.mark.parametrize(
    ("members", "cell"),
    [
        ([], ""),
        (["松江"], "松江"),
        (["松江", "青浦"], "松江|青浦"),
        (["a|b", "c"], "a\\u007cb|c"),
        (["a\\", "|"], "a\\u005c|\\u007c"),
        (["\\u007c"], "\\u005cu007c"),
        (["\\u005cu007c"], "\\u005cu005cu007c"),
        (["=1", '"', "\n,"], '=1|"|\n,'),
    ],
)
def test_lists_in_cells(members: list[str], cell: str) -> None:
    assert join_list(members) == cell
    assert split_list(cell) == members
    assert len(cell.split("|")) == max(len(members), 1)

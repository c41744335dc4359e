from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from huiyao.publish import load_table, parquetfile, publish_release
from huiyao.publish.arrow import frame
from huiyao.publish.content import table_hash
from huiyao.publish.parquetfile import write_parquet
from huiyao.schema.arrow import arrow_schema
from huiyao.schema.records import Tables
from huiyao.schema.tables import RELEASED, TABLES, Table

TablesOf = Callable[[Table], st.SearchStrategy[pa.Table]]


@pytest.fixture(scope="module")
def datasets(rows: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    datasets = tmp_path_factory.mktemp("datasets")
    publish_release(rows, datasets)
    return datasets


@pytest.mark.parametrize("name", RELEASED)
def test_what_the_file_tells_of_itself(datasets: Path, name: str) -> None:
    file = pq.ParquetFile(datasets / "latest" / f"{name}.parquet")
    told = file.schema_arrow.metadata
    assert told[b"huiyao.version"] == b"1.0.0"
    assert told[b"huiyao.table"] == name.encode()
    assert told[b"huiyao.content_hash"].decode() == table_hash(file.read())
    assert told[b"description_zh"].decode() == RELEASED[name].zh
    for column in RELEASED[name].columns:
        field = file.schema_arrow.field(column.name)
        metadata = {key.decode(): value.decode() for key, value in (field.metadata or {}).items()}
        metadata.pop("PARQUET:field_id", None)
        unit = {"unit": column.unit} if column.unit else {}
        assert metadata == {"description": column.en, "description_zh": column.zh} | unit
        assert field.nullable is not column.required


@pytest.mark.parametrize("name", TABLES)
def test_how_the_file_is_written(datasets: Path, name: str) -> None:
    metadata = pq.ParquetFile(datasets / "latest" / f"{name}.parquet").metadata
    group = metadata.row_group(0)
    assert [(s.column_index, s.descending) for s in group.sorting_columns] == [(0, False)]
    for place in range(group.num_columns):
        column = group.column(place)
        assert column.compression == "ZSTD"
        assert column.has_offset_index
        assert column.has_column_index or column.statistics is None or not column.statistics.has_min_max
    key: Any = group.column(0).statistics
    keys = load_table(datasets, name)[TABLES[name].key].tolist()
    assert (key.min, key.max, key.null_count) == (keys[0], keys[-1], 0)
    assert keys == sorted(keys)


@pytest.mark.parametrize("name", TABLES)
def test_types_are_those_declared(datasets: Path, name: str) -> None:
    table = pq.read_table(datasets / "latest" / f"{name}.parquet")
    for column in TABLES[name].columns:
        logical = pq.ParquetFile(datasets / "latest" / f"{name}.parquet").schema_arrow.field(column.name).type
        assert logical == arrow_schema(TABLES[name]).field(column.name).type
        if column.type == "list":
            assert table[column.name].null_count == 0


def test_rows_are_in_groups_that_a_reader_can_skip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquetfile, "_ROW_GROUP", 3)
    write_parquet(rejects(8), tmp_path / "rejects.parquet")
    metadata = pq.ParquetFile(tmp_path / "rejects.parquet").metadata
    assert [metadata.row_group(n).num_rows for n in range(metadata.num_row_groups)] == [3, 3, 2]
    some = pq.read_table(tmp_path / "rejects.parquet", filters=[("reject_id", "=", "r-000004")])
    assert some.num_rows == 1


def rejects(count: int) -> pa.Table:
    # Texts long enough that a group has several pages: where one ends follows from the layout of what is written.
    values = ({"reject_id": f"r-{n:06}", "source": "甲乙丙丁" * (20 + n % 31) + str(n)} for n in range(count))
    known: dict[str, Any] = dict.fromkeys(TABLES["rejects"].column_names, "x")
    return pa.Table.from_pylist([known | value for value in values], schema=arrow_schema(TABLES["rejects"]))


def test_bytes_do_not_depend_on_the_layout_in_memory(tmp_path: Path) -> None:
    table = rejects(70_000)
    parts = pa.concat_tables([table.slice(0, 777), table.slice(777, 39_000), table.slice(39_777)])
    for name, layout in (("one", table), ("other", parts)):
        write_parquet(layout, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


@pytest.mark.parametrize("name", RELEASED)
def test_any_values_come_back(name: str, tables_of: TablesOf, tmp_path: Path) -> None:
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(tables_of(RELEASED[name]))
    def test(table: pa.Table) -> None:
        write_parquet(table, tmp_path / "table.parquet")
        back = pq.read_table(tmp_path / "table.parquet")
        assert back.to_pylist() == table.to_pylist()
        pd.testing.assert_frame_equal(frame(back), frame(table), check_exact=True)

    test()

"""Rows as Arrow tables, and Arrow tables as pandas frames."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from huiyao.schema.records import Row, Tables
from huiyao.schema.tables import TABLES, Table

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa


def arrow_tables(tables: Tables) -> dict[str, pa.Table]:
    """Return every declared table in Arrow, its rows sorted by key; an unknown list is an empty list."""
    return {name: _arrow_table(table, tables.get(name, [])) for name, table in TABLES.items()}


def _arrow_table(table: Table, rows: list[Row]) -> pa.Table:
    import pyarrow as pa

    from huiyao.schema.arrow import arrow_schema

    ordered = sorted(rows, key=lambda row: str(row[table.key]))
    filled = [
        {c.name: row[c.name] or [] if c.type == "list" else row[c.name] for c in table.columns} for row in ordered
    ]
    return pa.Table.from_pylist(filled, schema=arrow_schema(table))


def frames(tables: Mapping[str, pa.Table]) -> dict[str, pd.DataFrame]:
    """Return the tables as pandas frames with Arrow types."""
    return {name: frame(table) for name, table in tables.items()}


def frame(table: pa.Table) -> pd.DataFrame:
    """Return the table as a pandas frame with Arrow types."""
    import pandas as pd

    return table.to_pandas(types_mapper=pd.ArrowDtype)

"""The last gate: whole frames against the declared schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from huiyao.schema.tables import TABLES, Table
from huiyao.validate.errors import ReleaseError

if TYPE_CHECKING:
    import pandas as pd
    from pandera.errors import SchemaErrors


def check_frames(frames: Mapping[str, pd.DataFrame]) -> None:
    """Check every table's frame (Arrow types) against its declaration.

    Raises:
        ReleaseError: a table is missing or breaks its declaration; names table, column, check and number of rows.
    """
    from pandera.errors import SchemaErrors

    from huiyao.schema.checks import frame_schema

    for name, table in TABLES.items():
        if name not in frames:
            raise ReleaseError(f"The table {name} is missing, so nothing is published.")
        _check_columns(table, list(frames[name].columns))
        try:
            frame_schema(table).validate(frames[name], lazy=True)
        except SchemaErrors as errors:
            raise ReleaseError(_sentence(name, errors)) from None


def _check_columns(table: Table, columns: list[str]) -> None:
    wrong = sorted(set(columns) ^ set(table.column_names))
    if wrong:
        raise ReleaseError(
            f"The table {table.name} has not the columns declared for it, so nothing is published: see {', '.join(wrong)}."
        )


def _sentence(table: str, errors: SchemaErrors) -> str:
    cases = errors.failure_cases
    column, check = cases.iloc[0][["column", "check"]]
    failed = cases[(cases["column"] == column) & (cases["check"] == check)]
    n_rows = int(failed["index"].notna().sum())  # a wrong type is a fault of the column, not of rows
    where = f" in {n_rows} row{'s' if n_rows > 1 else ''}" if n_rows else ""
    return (
        f"The table {table} breaks its declaration, so nothing is published: "
        f"column {column} fails the check {check}{where}."
    )

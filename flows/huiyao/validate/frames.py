"""The last gate: whole frames against the declared schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from huiyao.schema.tables import TABLES
from huiyao.validate.errors import ReleaseError

if TYPE_CHECKING:
    import pandas as pd
    from pandera.errors import SchemaErrors


def check_frames(frames: Mapping[str, pd.DataFrame]) -> None:
    """Check every table's frame (Arrow types) against its declaration.

    Raises:
        ReleaseError: a table is missing or breaks its declaration; names table, column, check and number of rows.
    """
    for fault in frame_faults(frames):
        raise ReleaseError(f"Nothing is published: {fault}.")


def frame_faults(frames: Mapping[str, pd.DataFrame]) -> Iterator[str]:
    """Yield, for each table that is missing or breaks its declaration, a sentence without its full stop."""
    from pandera.errors import SchemaErrors

    from huiyao.schema.checks import frame_schema

    for name, table in TABLES.items():
        if name not in frames:
            yield f"the table {name} is missing"
        elif wrong := sorted(set(frames[name].columns) ^ set(table.column_names)):
            yield f"the table {name} has not the columns declared for it: see {', '.join(wrong)}"
        else:
            try:
                frame_schema(table).validate(frames[name], lazy=True)
            except SchemaErrors as errors:
                yield _sentence(name, errors)


def _sentence(table: str, errors: SchemaErrors) -> str:
    cases = errors.failure_cases
    column, check = cases.iloc[0][["column", "check"]]
    failed = cases[(cases["column"] == column) & (cases["check"] == check)]
    n_rows = int(failed["index"].notna().sum())  # a wrong type is a fault of the column, not of rows
    where = f" in {n_rows} row{'s' if n_rows > 1 else ''}" if n_rows else ""
    return f"the table {table} breaks its declaration: column {column} fails the check {check}{where}"

"""The gate between two releases: what shrinks or empties so much that something must be wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from huiyao.validate.errors import DriftError

if TYPE_CHECKING:
    import pyarrow as pa

SMALLEST = 20
"""Rows below which a table is too small to tell drift from news."""
SHRINKS = 0.2
"""Share of its rows that a table may lose from one release to the next."""
EMPTIES = 0.3
"""Share of all rows by which the rows with a value in a column may fall."""

_UNWATCHED = ("rejects",)  # fewer of them is better


def check_drift(old: Mapping[str, pa.Table], new: Mapping[str, pa.Table]) -> None:
    """Compare the tables with those of the release before.

    Raises:
        DriftError: a table lost more than `SHRINKS` of its rows, or a column's fill rate fell by more than `EMPTIES`;
            names all of them, and how to go on.
    """
    watched = [name for name in old if name in new and name not in _UNWATCHED and old[name].num_rows >= SMALLEST]
    lost = [fault for name in watched for fault in _faults(name, old[name], new[name])]
    if lost:
        raise DriftError(
            f"Against the last release {'; '.join(lost)}. That looks like a fault in the sources or the program, so nothing "
            "is published. If it is meant, publish with --accept-drift (from Python: accept_drift=True)."
        )


def _faults(name: str, old: pa.Table, new: pa.Table) -> Iterator[str]:
    if new.num_rows < (1 - SHRINKS) * old.num_rows:
        yield f"{name} shrinks from {old.num_rows:,} rows to {new.num_rows:,}"
    if new.num_rows < SMALLEST:
        return
    for column in new.column_names:
        if column in old.column_names:
            before, now = fill_rate(old[column]), fill_rate(new[column])
            if round(before - now, 9) > EMPTIES:
                yield f"{column} of {name} has a value in {now:.0%} of its rows instead of {before:.0%}"


def fill_rate(column: Any) -> float:
    """Return the share of rows with a value, from 0 to 1; an empty list is none, and of no rows all have one."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not len(column):
        return 1.0
    if pa.types.is_list(column.type):
        lengths: Any = pc.list_value_length(column)
        full: Any = pc.greater(lengths, pa.scalar(0))
        filled = pc.sum(full).as_py() or 0
    else:
        filled = len(column) - column.null_count
    return float(filled) / len(column)

"""Rows of the table `rejects`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from huiyao.schema.records import Reject, Row, stable_id
from huiyao.validate.cells import UNPRINTABLE


def reject_rows(rejects: Iterable[Reject]) -> list[Row]:
    """Return one row for each reject, sorted by key.

    Rejects that are alike in everything (two unreadable lines of one file) stay as many rows, with keys of their own.
    Characters that no file can hold are written as escapes, since bad characters are a reason to be rejected.
    """
    seen: Counter[str] = Counter()
    rows: list[Row] = []
    for reject in rejects:
        row: Row = {name: _printable(value) for name, value in reject.row().items()}
        key = row["reject_id"]
        rows.append(row | {"reject_id": stable_id("r", key, seen[key])} if seen[key] else row)
        seen[key] += 1
    return sorted(rows, key=lambda row: str(row["reject_id"]))


def _printable(text: str | None) -> str | None:
    return None if text is None else UNPRINTABLE.sub(lambda found: ascii(found.group())[1:-1], text)

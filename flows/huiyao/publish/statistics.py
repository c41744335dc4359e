"""Figures on a release, `statistics.json`: how full each column is, and what it ranges over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from huiyao.publish.content import Content
from huiyao.schema.tables import RELEASED, Column
from huiyao.validate import fill_rate

if TYPE_CHECKING:
    import pyarrow as pa

_DIGITS = 4  # of shares and other fractions, so that no machine's last bit shows
_TOP = 20  # most frequent values told
_COUNTED = ("rule", "kind", "action", "cue", "place", "publisher", "topic", "table", "column")
"""Columns without a list of allowed values whose values recur and tell something."""
_TEXTS = ("text", "evidence", "record", "old", "new", "reason")
"""Columns of running text, whose different values nobody counts."""


def write_statistics(folder: Path, content: Content) -> None:
    """Write `statistics.json`."""
    text = json.dumps(statistics(content), ensure_ascii=False, indent=1) + "\n"
    (folder / "statistics.json").write_text(text, encoding="utf-8", newline="\n")


def statistics(content: Content) -> dict[str, Any]:
    """Return the figures on all tables as a JSON-ready dictionary.

    For each table `rows`, and for each column `filled` (rows with a value; an empty list is none) and `fill_rate` (their
    share, null without rows). Then, where they make sense: `distinct` values, `longest` text in code points, `min` and
    `max`, `values` with the number of rows of each (all where the schema lists them, else the most frequent), and for
    lists `members` over all rows, `distinct` ones, and the `longest` list. `rejects` are counted by rule.
    """
    rejects = content.tables["rejects"]["rule"]
    return {
        "version": content.version,
        "released": content.released and content.released.isoformat(),
        "rejects": most_frequent(rejects),
        "tables": {name: _table(declared.columns, content.files[name]) for name, declared in RELEASED.items()},
    }


def _table(columns: tuple[Column, ...], table: pa.Table) -> dict[str, Any]:
    return {
        "rows": table.num_rows,
        "columns": {column.name: _column(column, table[column.name]) for column in columns},
    }


def _column(column: Column, values: Any) -> dict[str, Any]:
    rate = fill_rate(values)
    figures = {
        "filled": round(rate * len(values)),
        "fill_rate": round(rate, _DIGITS) if len(values) else None,
    }
    if not figures["filled"]:
        return figures
    if column.type == "list":
        return figures | _list(values)
    if column.type in ("string", "edtf"):
        return figures | _text(column, values)
    return figures | _range(values)


def _text(column: Column, values: Any) -> dict[str, Any]:
    import pyarrow.compute as pc

    figures: dict[str, Any] = {"longest": pc.max(pc.utf8_length(values)).as_py()}
    if column.name not in _TEXTS:
        figures["distinct"] = pc.count_distinct(values).as_py()
    if column.enum:
        figures["values"] = dict.fromkeys(column.enum, 0) | most_frequent(values)
    elif column.name in _COUNTED:
        figures["values"] = most_frequent(values)
    return figures


def _range(values: Any) -> dict[str, Any]:
    import pyarrow.compute as pc

    return {"min": _plain(pc.min(values).as_py()), "max": _plain(pc.max(values).as_py())}


def _list(values: Any) -> dict[str, Any]:
    import pyarrow.compute as pc

    members = pc.list_flatten(values)
    longest = pc.max(pc.list_value_length(values)).as_py()
    return {"members": len(members), "distinct": pc.count_distinct(members).as_py(), "longest": longest}


def most_frequent(values: Any, most: int = _TOP) -> dict[str, int]:
    """Return the most frequent of the known values and their numbers of rows.

    The most frequent comes first; of equally frequent ones the first in order of code points.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    counted: Any = pc.value_counts(values)
    table = pa.Table.from_arrays(counted.flatten(), names=["value", "count"]).drop_null()
    top = table.sort_by([("count", "descending"), ("value", "ascending")]).slice(0, most).to_pydict()
    return dict(zip(top["value"], top["count"], strict=True))


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, _DIGITS)
    return value.isoformat() if hasattr(value, "isoformat") else value

"""What changed since the last release, for people to read: `CHANGES.md` and `huiyao diff`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from huiyao.publish.content import Content
from huiyao.publish.markdown import one_line
from huiyao.schema.records import Row
from huiyao.schema.tables import TABLES

if TYPE_CHECKING:
    import pyarrow as pa

CHANGE_KINDS = ("added", "removed", "replaced_by", "changed")
"""What can happen to a record, in the order in which it is told."""
_SAMPLES = 10


def write_changes_page(folder: Path, content: Content) -> None:
    """Write `CHANGES.md`."""
    page = changes_page(content.changes, content.previous, content.version)
    (folder / "CHANGES.md").write_text(page, encoding="utf-8", newline="\n")


def changes_page(changes: pa.Table, old: str | None, new: str) -> str:
    """Return the table `changes` as a page in Markdown: counts by table and kind, then some of each."""
    if old is None:
        return f"# Changes in {new}\n\nThis is the first release. 这是首个版本。\n"
    rows = sorted(changes.to_pylist(), key=_in_order)
    head = f"# Changes from {old} to {new}\n"
    if not rows:
        return head + "\nNo record and no value differs. 没有差异。\n"
    records = [row for row in rows if row["id"] is not None]
    return head + "".join(_columns(rows)) + _counts(records) + "".join(_samples(records))


def change_counts(changes: pa.Table) -> dict[str, int]:
    """Return how many records were added, removed, replaced and changed, without kinds that there are none of."""
    counts = Counter(change for change, _, id_ in changed_records(changes) if id_)
    return {kind: counts[kind] for kind in CHANGE_KINDS if counts[kind]}


def changed_records(changes: pa.Table) -> set[tuple[str, str, str | None]]:
    """Return (change, table, id) once for each record of the table `changes`, however many of its values changed."""
    return _records(changes.to_pylist())


def _records(rows: Iterable[Row]) -> set[tuple[str, str, str | None]]:
    """Return (change, table, id) once for each record, however many of its values changed."""
    return {(row["change"], row["table"], row["id"]) for row in rows}


def _in_order(row: Row) -> tuple[int, str, int, str, str]:
    tables = list(TABLES)
    place = tables.index(row["table"]) if row["table"] in tables else len(tables)
    return place, row["table"], CHANGE_KINDS.index(row["change"]), row["id"] or "", row["column"] or ""


def _columns(rows: Iterable[Row]) -> Iterator[str]:
    schema = [row for row in rows if row["id"] is None]
    if schema:
        yield "\n## Columns · 列\n\n"
    for row in schema:
        types = " → ".join(f"`{kind}`" for kind in (row["old"], row["new"]) if kind)
        yield f"- {row['change']}: `{row['table']}.{row['column']}` {types}\n"


def _counts(rows: Iterable[Row]) -> str:
    counts = Counter((table, change) for change, table, _ in _records(rows))
    lines = "".join(
        f"| `{table}` | " + " | ".join(f"{counts[table, kind]:,}" for kind in CHANGE_KINDS) + " |\n"
        for table in dict.fromkeys(row["table"] for row in rows)
    )
    return (
        "\n## Records · 记录\n\n| table 表 | added 新增 | removed 删除 | replaced 并入 | changed 改动 |\n"
        f"|---|---:|---:|---:|---:|\n{lines}"
    )


def _samples(rows: list[Row]) -> Iterator[str]:
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row["table"], row["change"]), []).append(row)
    for (table, change), group in groups.items():
        more = f", {_SAMPLES} of {len(group):,}" if len(group) > _SAMPLES else ""
        yield f"\n### `{table}` {change.replace('_', ' ')}{more}\n\n"
        yield from (_line(row) for row in group[:_SAMPLES])


def _line(row: Row) -> str:
    old, new = (one_line(row[side]) for side in ("old", "new"))
    told = {
        "added": new,
        "removed": old,
        "replaced_by": f"{old} → `{row['new']}`",
        "changed": f"`{row['column']}`: {old} → {new}",
    }
    return f"- `{row['id']}` {told[row['change']]}\n"

"""The committed release, and pages of rows that a test makes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from huiyao.publish.content import Content
from huiyao.publish.webpage import write_webpage
from huiyao.schema.arrow import arrow_schema
from huiyao.schema.records import Tables
from huiyao.schema.tables import RELEASED

ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "datasets" / "1.0.0" / "index.html"
FORUM = "m-64938c0df9dce7ed"
"""第五届全球媒体创新论坛, which has an edition before it."""
COUNCIL = "m-2cd7e93596cd5b78"
"""第36次上海市市长国际企业家咨询会议, in three articles, with most speakers."""


def rows(table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(COMMITTED.parent / f"{table}.parquet").to_pylist()
    return found


def content_of(tables: Tables) -> Content:
    """Return the content of a first release of the rows."""
    made = {
        name: pa.Table.from_pylist(tables.get(name, []), schema=arrow_schema(table)) for name, table in RELEASED.items()
    }
    changes = made.pop("changes")
    return Content("1.0.0", None, date(2031, 5, 9), made, changes, dict.fromkeys(made, "0" * 64))


def write_page(folder: Path, tables: Tables) -> Path:
    """Write the page of the rows into a folder, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    write_webpage(folder, content_of(tables))
    return folder / "index.html"

"""The records of a release cut into parts, each small enough for one page."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from huiyao.publish.webpage.records import packed_records, rows_of

if TYPE_CHECKING:
    import pyarrow as pa

MOST_ARTICLES = 5_000
"""Articles of one part at most."""
MOST_BYTES = 4_500_000
"""Of the records as they stand in a page; a part with more is cut in two. With the rest a page stays below 5 MB."""
PLAIN_BYTES = 1_000_000
"""Up to here the records stand in the page as plain JSON; longer ones are compressed."""


@dataclass(frozen=True, slots=True)
class Part:
    """The articles of one page.

    `records` is what the page holds of them: JSON, or, where `compressed`, its bytes in zlib's format in Base64. `first`
    and `last` are the days of the oldest and newest article whose day is known; `meetings` the ids of its meetings.
    """

    records: str
    compressed: bool
    n_articles: int
    first: date | None
    last: date | None
    meetings: tuple[str, ...]


def parts(tables: dict[str, pa.Table]) -> list[Part]:
    """Return the parts of a release: one where it is not large, else several in the order of the articles' days."""
    articles = tables["articles"].select(["article_id", "published_on"])
    articles = articles.sort_by([("published_on", "ascending"), ("article_id", "ascending")])
    days: dict[str, Any] = {row["article_id"]: row["published_on"] for row in articles.to_pylist()}
    ids = list(days)
    found: list[Part] = []
    for start in range(0, max(len(ids), 1), MOST_ARTICLES):
        found += _parts(tables, ids[start : start + MOST_ARTICLES], days)
    return found


def _parts(tables: dict[str, pa.Table], ids: list[str], days: dict[str, date | None]) -> Iterator[Part]:
    rows = rows_of(tables, ids)
    records, compressed = _stored(json.dumps(packed_records(rows), ensure_ascii=False, separators=(",", ":")))
    if len(records.encode()) > MOST_BYTES and len(ids) > 1:
        middle = len(ids) // 2
        yield from _parts(tables, ids[:middle], days)
        yield from _parts(tables, ids[middle:], days)
        return
    known = [day for id_ in ids if (day := days[id_])]
    meetings = tuple(row["meeting_id"] for row in rows["meetings"])
    yield Part(records, compressed, len(ids), min(known, default=None), max(known, default=None), meetings)


def _stored(text: str) -> tuple[str, bool]:
    data = text.encode()
    if len(data) <= PLAIN_BYTES:
        return text, False
    return base64.b64encode(zlib.compress(data, 6)).decode(), True

"""The records of some articles as the page reads them: columns, with other records named by their place."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING, Any

from huiyao.publish.webpage.passages import passages
from huiyao.schema.records import Row

if TYPE_CHECKING:
    import pyarrow as pa

Rows = dict[str, list[Row]]
Packed = list[Any] | dict[str, list[Any]]
"""The values of a column in order, or, where that is shorter, the different ones (`of`) and which each row has (`at`)."""

_PLAIN: dict[str, tuple[str, ...]] = {
    "articles": ("article_id", "source", "sequence", "headline", "kicker", "subheadline", "bylines", "publisher", "url",
                 "published", "n_chars"),
    "meetings": ("meeting_id", "name", "aliases", "series", "ordinal", "kind", "theme", "date", "place", "venue", "status",
                 "organizers", "attendance_min", "rule", "confidence"),
    "speakers": ("speaker_id", "person_id", "name", "organization", "positions", "role", "rule", "confidence"),
    "statements": ("statement_id", "speaker", "mode", "cue", "start", "end", "rule", "confidence"),
    "measures": ("measure_id", "by", "status", "action", "actor", "topic", "named_programmes", "quantities",
                 "deadline", "start", "end", "rule", "confidence"),
    "positions": ("person_id", "organization", "title", "first_seen", "last_seen"),
}  # fmt: skip
"""What the page shows of each table as it is. Texts and sentences are not among it: they stand in the passages."""

_REFERENCES = {
    "articles": {},
    "meetings": {"articles": "article_ids", "parent": "parent_meeting_id", "previous": "previous_meeting_id",
                 "next": "next_meeting_id"},
    "speakers": {"meeting": "meeting_id", "articles": "article_ids"},
    "statements": {"article": "article_id", "meeting": "meeting_id", "speaker_row": "speaker_id"},
    "measures": {"article": "article_id", "meeting": "meeting_id", "speaker_row": "speaker_id"},
    "positions": {},
}  # fmt: skip
"""Which rows a row names: by table the name on the page and the column with the key, or the keys."""

_EVIDENCE = re.compile(r"^(.+):(\d+)-(\d+)$")


def packed_records(rows: Rows) -> dict[str, dict[str, Packed]]:
    """Return the rows of the tables by table and column, ready for JSON.

    A reference is the place of the row that it names, or its key where that row is not among them.
    """
    places = {key: place for table in rows.values() for place, row in enumerate(table) if (key := _key(row))}
    return {name: {column: _packed(values) for column, values in _columns(name, rows, places)} for name in _PLAIN}


def _key(row: Row) -> str | None:
    """Return what other rows name this one by."""
    key: str | None = next(iter(row.values()))
    return key


def _columns(name: str, rows: Rows, places: dict[str, int]) -> Iterable[tuple[str, list[Any]]]:
    table = rows[name]
    for column in _PLAIN[name]:
        yield column, [_plain(row[column]) for row in table]
    for column, of in _REFERENCES[name].items():
        yield column, [_named(row[of], places) for row in table]
    if name == "measures":
        yield "object", [_object(row) for row in table]
    if name in ("meetings", "speakers"):
        yield "spans", [_spans(row["evidence"], places) for row in table]
    if name == "articles":
        yield "passages", _passages(rows)


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _named(keys: str | list[str] | None, places: dict[str, int]) -> Any:
    if isinstance(keys, list):
        return [places[key] for key in keys if key in places]
    return places.get(keys, keys) if keys else None


def _object(row: Row) -> list[int] | str | None:
    """Return where the object starts in the text and how long it is; the object itself where it is none of its words."""
    place = row["text"].find(row["object"]) if row["object"] else -1
    return [place, len(row["object"])] if place >= 0 else row["object"]


def _spans(evidence: list[str] | None, places: dict[str, int]) -> list[tuple[int, int, int]]:
    """Return where the name stands: the article's place, start and end."""
    found = (_EVIDENCE.match(entry) for entry in evidence or ())
    return [(places[m[1]], int(m[2]), int(m[3])) for m in found if m and m[1] in places]


def _passages(rows: Rows) -> list[Any]:
    statements, measures = (_by_article(rows[name]) for name in ("statements", "measures"))
    return [
        passages(row["text"], statements.get(row["article_id"], ()), measures.get(row["article_id"], ()))
        for row in rows["articles"]
    ]


def _by_article(table: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in table:
        found.setdefault(row["article_id"], []).append(row)
    return found


def _packed(values: list[Any]) -> Packed:
    if any(isinstance(value, list) for value in values):
        return values
    places: dict[Hashable, int] = {}
    at = [places.setdefault(value, len(places)) for value in values]
    return values if len(places) * 2 > len(values) else {"of": list(places), "at": at}


def rows_of(tables: dict[str, pa.Table], article_ids: Iterable[str]) -> Rows:
    """Return the rows of these articles, and of other tables those that name one of them or a person who speaks in one."""
    import pyarrow as pa
    import pyarrow.compute as pc

    wanted = pa.array(article_ids, pa.string())
    rows = {name: _naming(tables[name], wanted).to_pylist() for name in _PLAIN if name != "positions"}
    persons = pa.array({row["person_id"] for row in rows["speakers"]}, pa.string())
    positions = tables["positions"]
    return rows | {"positions": positions.filter(pc.is_in(positions["person_id"], persons)).to_pylist()}


def _naming(table: pa.Table, article_ids: pa.Array[Any]) -> pa.Table:
    import pyarrow.compute as pc

    if "article_id" in table.column_names:
        return table.filter(pc.is_in(table["article_id"], article_ids))
    members = table["article_ids"].combine_chunks()
    named = pc.list_parent_indices(members).filter(pc.is_in(pc.list_flatten(members), article_ids))
    return table.take(pc.unique(named))

"""Gates for references: what a published row refers to is published too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from huiyao.schema.records import Row
from huiyao.schema.tables import TABLES, Column, Table
from huiyao.validate.cells import Fault

Keys = dict[str, set[str]]
"""Keys of the rows that have passed, by table."""

PERSONS = "persons"
"""Under this name `Keys` holds the persons of the speakers that have passed; no table has them as its key."""

_LOOSENED = {"meeting_id", "parent_meeting_id", "previous_meeting_id", "next_meeting_id", "organization_id", "actor_id"}


class Loosened(NamedTuple):
    """A row without its lost references, and what it lost."""

    row: Row
    lost: tuple[Fault, ...]


def reference_fault(table: Table, row: Row, keys: Keys) -> Fault | None:
    """Return the fault of a row that cannot stand without what it refers to, else None.

    A record of a rejected article, or attributed to a rejected speaker, has lost its source or its attribution.
    """
    for column, target in _references(table):
        if column.name in _LOOSENED:
            continue
        value = row[column.name]
        if column.name == "article_ids" and not any(member in keys[target] for member in value):
            return Fault("reference", f"none of its {column.name} is published")
        if column.type != "list" and value is not None and value not in keys[target]:
            return Fault("reference", f"{column.name} {value} is not published")
    if table.name == "positions" and row["person_id"] not in keys[PERSONS]:
        return Fault("reference", f"person_id {row['person_id']} is that of no published speaker")
    return None


def loosened(table: Table, row: Row, keys: Keys) -> Loosened:
    """Return the row without what is not published: meetings, organizations, articles; a fault for each but articles."""
    changes: Row = {}
    lost: list[Fault] = []
    for column, target in _references(table):
        value = row[column.name]
        if column.type == "list":
            changes[column.name] = [member for member in value if member in keys[target]]
            if column.name != "article_ids":
                lost += [_lost(column, member) for member in value if member not in keys[target]]
        elif column.name in _LOOSENED and value is not None and value not in keys[target]:
            changes[column.name] = None
            lost.append(_lost(column, value))
    if "article_ids" in changes and row.get("evidence"):
        kept = set(changes["article_ids"])
        changes["evidence"] = [place for place in row["evidence"] if place.partition(":")[0] in kept]
    return Loosened(row | changes, tuple(lost))


def _lost(column: Column, key: str) -> Fault:
    return Fault("reference", f"{column.name} {key} is not published; the row is published without it")


def _references(table: Table) -> Iterator[tuple[Column, str]]:
    for column in TABLES[table.name].columns:
        if column.references:
            yield column, column.references.partition(".")[0]

"""Gates that every record passes before it is published; what fails becomes a reject with its reason."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from huiyao.resolve import with_counts
from huiyao.schema.records import Reject, Row, Tables
from huiyao.schema.tables import TABLES, Table
from huiyao.validate.cells import Fault, cell_faults
from huiyao.validate.drift import check_drift, fill_rate
from huiyao.validate.errors import BusyError, DriftError, ReleaseError
from huiyao.validate.evidence import evidence_faults
from huiyao.validate.frames import check_frames, frame_faults
from huiyao.validate.plausibility import plausibility_faults
from huiyao.validate.references import PERSONS, Keys, loosened, reference_fault
from huiyao.validate.rejects import reject_rows

__all__ = [
    "BusyError",
    "DriftError",
    "ReleaseError",
    "check_drift",
    "check_frames",
    "evidence_faults",
    "fill_rate",
    "frame_faults",
    "reject_rows",
    "validate",
]

_CHECKED = (
    "articles",
    "organizations",
    "meetings",
    "speakers",
    "positions",
    "statements",
    "measures",
)  # each before what refers to it


def validate(tables: Tables, texts: Mapping[str, str]) -> tuple[Tables, list[Reject]]:
    """Return the rows that pass every gate, and a reject for each row that does not.

    `texts` holds the canonical text of every article by `article_id`. A row is judged by, in this order: its values
    (required, allowed, plausible, NFC, no control characters), its evidence in the text, its key, its references.

    References cascade so: a record of a rejected article, or attributed to a rejected speaker, is rejected; a record
    of a rejected meeting is published with `meeting_id` null, and a reject with the rule `reference` says so; so is one
    of a rejected organization. Positions of a person none of whose appearances is published are rejected. Rejected
    articles leave the `article_ids` and `evidence` of others. Counts of the speakers are taken from what is published.
    """
    sources = {row["article_id"]: row["source"] for row in tables["articles"]}
    keys: Keys = {name: set() for name in _CHECKED}
    rejects: list[Reject] = []
    passed: Tables = {}
    for name in _CHECKED:
        rows = [row for row in tables[name] if _passes(TABLES[name], row, texts, keys, sources, rejects)]
        passed[name] = [_loosen(TABLES[name], row, keys, sources, rejects) for row in rows]
        if name == "speakers":
            keys[PERSONS] = {row["person_id"] for row in passed[name]}
    return with_counts(passed), rejects


def _passes(
    table: Table, row: Row, texts: Mapping[str, str], keys: Keys, sources: Mapping[str, str], rejects: list[Reject]
) -> bool:
    fault = next(_faults(table, row, texts, keys), None)
    if fault:
        rejects.append(_reject(table, row, fault, sources))
    else:
        keys[table.name].add(row[table.key])
    return fault is None


def _faults(table: Table, row: Row, texts: Mapping[str, str], keys: Keys) -> Iterator[Fault]:
    yield from cell_faults(table, row)
    yield from plausibility_faults(table.name, row)
    yield from evidence_faults(table.name, row, texts)
    if row[table.key] in keys[table.name]:
        yield Fault("duplicate", f"another row has the same {table.key}")
    if fault := reference_fault(table, row, keys):
        yield fault


def _loosen(table: Table, row: Row, keys: Keys, sources: Mapping[str, str], rejects: list[Reject]) -> Row:
    kept = loosened(table, row, keys)
    rejects.extend(_reject(table, row, fault, sources) for fault in kept.lost)
    return kept.row


def _reject(table: Table, row: Row, fault: Fault, sources: Mapping[str, str]) -> Reject:
    article_id = row.get("article_id") or next(iter(row.get("article_ids") or []), None)
    return Reject(
        source=sources.get(article_id or "", "unknown"),
        table=table.name,
        rule=fault.rule,
        reason=fault.reason[:1].upper() + fault.reason[1:] + ".",
        article_id=article_id,
        record=json.dumps(row, ensure_ascii=False, sort_keys=True, default=str),
    )

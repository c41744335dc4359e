"""The records that pass between the rooms, as frozen dataclasses.

Offsets are half-open code-point offsets into `Article.text`, the canonical text, which ingest fixes and nobody changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any, Literal

BlockKind = Literal["kicker", "headline", "subheadline", "subhead", "body", "caption", "byline"]
Row = dict[str, Any]
"""One row of a table: column name to value; lists are Python lists, dates `datetime.date`, unknown is None."""
Tables = dict[str, list[Row]]
"""Rows by table name."""

BODY_SPEAKER = "会议"
"""The speaker of what a meeting as a body said."""

BY_HAND = "by hand"
"""The rule of a record that no rule of extraction made; its confidence is 1."""


def stable_id(prefix: str, *parts: object) -> str:
    """Return `prefix-` and 16 hex digits made from the parts; equal parts give an equal id on any machine."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}-{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the canonical text with one function on the page: `text[start:end]`, one paragraph or one line."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article in its canonical text.

    `text` is the blocks' texts in page order, joined by one line feed each. `published` is EDTF. `sources` lists
    every `source#sequence` at which the same text was found, sorted; `source` and `sequence` are the first of them.
    """

    article_id: str
    source: str
    source_sha256: str
    sequence: int
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    headline: str | None = None
    kicker: str | None = None
    subheadline: str | None = None
    bylines: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: Literal["metadata", "text"] | None = None
    sources: tuple[str, ...] = ()

    def blocks_of(self, *kinds: BlockKind) -> Iterator[Block]:
        """Yield the blocks of these kinds, in order."""
        return (block for block in self.blocks if block.kind in kinds)


@dataclass(frozen=True, slots=True)
class Reject:
    """A source or record that is not published, and why, in one plain sentence."""

    source: str
    table: str
    rule: str
    reason: str
    article_id: str | None = None
    record: str | None = None

    def row(self) -> Row:
        """Return the row of the table `rejects`."""
        key = stable_id("r", self.source, self.article_id, self.table, self.rule, self.reason, self.record)
        return {"reject_id": key} | {f.name: getattr(self, f.name) for f in fields(self)}


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as one article reports it; `start`/`end` is where its name (or the noun that stands for it) is.

    `rule` names the rule that found it, `confidence` (0 to 1) how often that rule is right; so in the other records.
    `parent` is the name of the meeting that this one is a part of, `primary` marks the one the article is about.
    `name` may be put together from a body and a noun (上饶市国土资源局 … 干部大会) and so need not stand in the text.
    """

    name: str
    start: int
    end: int
    aliases: tuple[str, ...] = ()
    series: str | None = None
    ordinal: int | None = None
    kind: str | None = None
    theme: str | None = None
    date: str | None = None
    place: str | None = None
    venue: str | None = None
    status: Literal["held", "upcoming"] = "held"
    organizers: tuple[str, ...] = ()
    attendance_min: int | None = None
    parent: str | None = None
    primary: bool = False
    rule: str = BY_HAND
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Speaker:
    """A named person as one article shows them; `meeting` is the name of the meeting where they speak, if any."""

    name: str
    start: int
    end: int
    organization: str | None = None
    title: str | None = None
    positions: tuple[str, ...] = ()
    role: Literal["chair", "speaker", "attendee"] = "speaker"
    meeting: str | None = None
    rule: str = BY_HAND
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Statement:
    """Text attributed to a person (`named`: `speaker` is the name of a `Speaker`), to 会议 or to a group."""

    speaker: str
    named: bool
    mode: Literal["direct", "indirect"]
    cue: str | None
    text: str
    start: int
    end: int
    meeting: str | None = None
    rule: str = BY_HAND
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Measure:
    """An action of policy or programme; `named` says that `by` is the name of a `Speaker`."""

    text: str
    start: int
    end: int
    status: Literal["done", "planned", "proposed"]
    by: str | None
    named: bool
    evidence: str
    action: str | None = None
    object: str | None = None
    actor: str | None = None
    topic: str | None = None
    named_programmes: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    deadline: str | None = None
    meeting: str | None = None
    rule: str = BY_HAND
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, repr=False)
class Extraction:
    """The records of one article, each kind in the order of the text."""

    meetings: tuple[Meeting, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    statements: tuple[Statement, ...] = ()
    measures: tuple[Measure, ...] = ()

    def __repr__(self) -> str:
        """Show one record a line, each with what is known of it."""
        records: list[Meeting | Speaker | Statement | Measure] = []
        records += [*self.meetings, *self.speakers, *self.statements, *self.measures]
        lines = "".join(f"\n  {_known(record)}" for record in records)
        return f"Extraction({lines}\n)" if lines else "Extraction()"


def _known(record: Meeting | Speaker | Statement | Measure) -> str:
    """Return the record's repr without the fields that have their default value."""
    values = ((f.name, getattr(record, f.name), f.default) for f in fields(record))
    known = ", ".join(f"{name}={value!r}" for name, value, default in values if value != default)
    return f"{type(record).__name__}({known})"

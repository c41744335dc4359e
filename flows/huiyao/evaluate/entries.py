"""What one reader, the annotator or the program, takes from one article: the facts that the scores compare."""

from __future__ import annotations

from dataclasses import dataclass

from huiyao.schema.records import Measure, Meeting, Speaker, Statement

Record = Meeting | Speaker | Statement | Measure
"""A record as extraction gives it."""
Span = tuple[int, int]
"""Half-open code-point offsets into an article's canonical text."""


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """A meeting; `record` is what the program extracted it from, None in an annotation.

    `optional` marks what careful annotators dispute; only annotations have it.
    """

    name: str
    aliases: tuple[str, ...] = ()
    ordinal: int | None = None
    date: str | None = None
    place: str | None = None
    theme: str | None = None
    status: str | None = None
    optional: bool = False
    record: Meeting | None = None


@dataclass(frozen=True, slots=True)
class SpeakerEntry:
    """A person who speaks (`role` chair or speaker) or is only present (`attendee`); `record` as in MeetingEntry."""

    name: str
    positions: tuple[str, ...] = ()
    organization: str | None = None
    role: str | None = None
    record: Speaker | None = None


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """Text attributed to a speaker, to 会议 or to a group; `record` as in MeetingEntry."""

    speaker: str
    text: str
    record: Statement | None = None


@dataclass(frozen=True, slots=True)
class MeasureEntry:
    """An action of policy or programme and who announces it; `optional` and `record` as in MeetingEntry."""

    text: str
    status: str | None = None
    by: str | None = None
    optional: bool = False
    record: Measure | None = None


@dataclass(frozen=True, slots=True)
class Entries:
    """All that one reader takes from one article."""

    meetings: tuple[MeetingEntry, ...] = ()
    speakers: tuple[SpeakerEntry, ...] = ()
    statements: tuple[StatementEntry, ...] = ()
    measures: tuple[MeasureEntry, ...] = ()


Entry = MeetingEntry | SpeakerEntry | StatementEntry | MeasureEntry


def place_of(entry: Entry) -> Span | None:
    """Return where an extracted record stands in the canonical text; None for an annotated one, which is searched."""
    return (entry.record.start, entry.record.end) if entry.record else None


TABLE_NAMES = ("meetings", "speakers", "statements", "measures")
"""The tables that are scored, in the order in which they are shown."""

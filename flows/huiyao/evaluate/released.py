"""What a release says of each article, together with the records that it was extracted from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from huiyao.evaluate.entries import Entries, MeasureEntry, MeetingEntry, SpeakerEntry, StatementEntry
from huiyao.schema.records import Extraction, Measure, Meeting, Row, Speaker, Statement, Tables


def entries_by_article(tables: Tables, extractions: Mapping[str, Extraction]) -> dict[str, Entries]:
    """Return the entries of each article by `article_id`, in the order of the rows.

    A meeting that several articles report is an entry of each, with the facts that the release has of it; its record is
    the one in that article. Records that the release joins within an article are one entry, with the first of them.
    """
    meetings = _by_evidence(tables["meetings"])
    speakers = _by_evidence(tables["speakers"])
    statements, measures = _by_article(tables["statements"]), _by_article(tables["measures"])
    return {
        article_id: Entries(
            meetings=tuple(_meetings(meetings[article_id], extraction.meetings)),
            speakers=tuple(_speakers(speakers[article_id], extraction.speakers)),
            statements=tuple(_statements(statements[article_id], extraction.statements)),
            measures=tuple(_measures(measures[article_id], extraction.measures)),
        )
        for article_id, extraction in extractions.items()
    }


_Placed = tuple[int, int, Row]
"""Where a row's evidence in the article begins and ends, and the row."""


def _by_evidence(rows: Iterable[Row]) -> dict[str, list[_Placed]]:
    """Return the rows of each article; evidence is written `article_id:start-end`, once for each article."""
    found: dict[str, list[_Placed]] = defaultdict(list)
    for row in rows:
        for place in row["evidence"]:
            article_id, _, span = place.partition(":")
            start, end = map(int, span.split("-"))
            found[article_id].append((start, end, row))
    return found


def _by_article(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["article_id"]].append(row)
    return found


def _meetings(placed: Iterable[_Placed], records: Iterable[Meeting]) -> Iterable[MeetingEntry]:
    at = {(record.start, record.end): record for record in reversed([*records])}
    for start, end, row in placed:
        yield MeetingEntry(
            name=row["name"],
            aliases=tuple(row["aliases"]),
            ordinal=row["ordinal"],
            date=row["date"],
            place=row["place"],
            theme=row["theme"],
            status=row["status"],
            record=at[start, end],
        )


def _speakers(placed: Iterable[_Placed], records: Iterable[Speaker]) -> Iterable[SpeakerEntry]:
    at = {(record.start, record.end, record.name): record for record in reversed([*records])}
    for start, end, row in placed:
        yield SpeakerEntry(
            name=row["name"],
            positions=tuple(row["positions"]),
            organization=row["organization"],
            role=row["role"],
            record=at[start, end, row["name"]],
        )


def _statements(rows: Iterable[Row], records: Iterable[Statement]) -> Iterable[StatementEntry]:
    at = {(record.start, record.end, record.speaker): record for record in reversed([*records])}
    for row in rows:
        yield StatementEntry(row["speaker"], row["text"], record=at[row["start"], row["end"], row["speaker"]])


def _measures(rows: Iterable[Row], records: Iterable[Measure]) -> Iterable[MeasureEntry]:
    at = {(record.start, record.end, record.by): record for record in reversed([*records])}
    for row in rows:
        yield MeasureEntry(row["text"], row["status"], row["by"], record=at[row["start"], row["end"], row["by"]])

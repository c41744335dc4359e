"""Mentions in many articles become one meeting, one person and one organization each, with stable ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from huiyao.resolve.found import find_meetings, find_organizations, find_persons
from huiyao.resolve.meetings import meeting_rows
from huiyao.resolve.overrides import NO_OVERRIDES, OverrideError, Overrides, parse_overrides
from huiyao.resolve.positions import position_rows
from huiyao.resolve.replacements import replacements
from huiyao.resolve.reviewed import check_corrections, corrected
from huiyao.resolve.rows import article_row, measure_rows, statement_rows, with_counts
from huiyao.resolve.speakers import appearances_of, speaker_rows
from huiyao.schema.records import Article, Extraction, Row, Tables
from huiyao.schema.tables import TABLES

__all__ = ["NO_OVERRIDES", "OverrideError", "Overrides", "parse_overrides", "replacements", "resolve", "with_counts"]


def resolve(
    articles: Sequence[Article],
    extractions: Mapping[str, Extraction],
    full_text: bool = False,
    overrides: Overrides = NO_OVERRIDES,
) -> Tables:
    """Return the rows of all tables but `rejects`, each table sorted by its key.

    `extractions` holds the records of every article by `article_id`. The rows do not depend on the order of the
    articles. `articles.text` is filled only where `full_text` asks for it.

    Raises:
        OverrideError: an override names an id that is not there, or contradicts another.
    """
    known = find_organizations(articles, extractions, overrides)
    meetings, names = meeting_rows(find_meetings(articles, extractions, overrides), known, overrides)
    appearances = [*appearances_of(articles, extractions, names, known)]
    named = find_persons(appearances, known, overrides)
    speakers, voices = speaker_rows(appearances, named, known)
    ids = [article.article_id for article in articles]
    tables: Tables = {
        "articles": [article_row(article, full_text) for article in articles],
        "organizations": known.rows(),
        "meetings": meetings,
        "speakers": speakers,
        "positions": [*position_rows(named, known)],
        "statements": [row for i in ids for row in statement_rows(i, extractions[i], names, voices)],
        "measures": [row for i in ids for row in measure_rows(i, extractions[i], names, voices, known)],
    }
    check_corrections(tables, overrides)
    tables = {table: corrected(table, rows, overrides) for table, rows in tables.items()}
    return with_counts({table: _sorted(table, rows) for table, rows in tables.items()})


def _sorted(table: str, rows: list[Row]) -> list[Row]:
    """Sort by key; equal keys (a gate rejects all but the first) by content, so that the order stays fixed."""
    columns = TABLES[table].column_names
    ordered = [{column: row[column] for column in columns} for row in rows]
    return sorted(ordered, key=lambda row: (row[columns[0]], repr(row)))

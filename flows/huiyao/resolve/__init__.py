"""Mentions in many articles become one meeting and one person each, with stable ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from huiyao.resolve.meetings import meeting_rows
from huiyao.resolve.rows import article_row, measure_rows, statement_rows, with_counts
from huiyao.resolve.speakers import speaker_rows
from huiyao.schema.records import Article, Extraction, Row, Tables
from huiyao.schema.tables import TABLES

__all__ = ["resolve", "with_counts"]


def resolve(articles: Sequence[Article], extractions: Mapping[str, Extraction], full_text: bool = False) -> Tables:
    """Return the rows of all tables but `rejects`, each table sorted by its key.

    `extractions` holds the records of every article by `article_id`. The rows do not depend on the order of the
    articles. `articles.text` is filled only where `full_text` asks for it.
    """
    ids = [article.article_id for article in articles]
    meetings, names = meeting_rows(articles, extractions)
    speakers, voices = speaker_rows(articles, extractions, names)
    tables: Tables = {
        "articles": [article_row(article, full_text) for article in articles],
        "meetings": meetings,
        "speakers": speakers,
        "statements": [row for i in ids for row in statement_rows(i, extractions[i], names, voices)],
        "measures": [row for i in ids for row in measure_rows(i, extractions[i], names, voices)],
    }
    return with_counts({table: _sorted(table, rows) for table, rows in tables.items()})


def _sorted(table: str, rows: list[Row]) -> list[Row]:
    """Sort by key; equal keys (a gate rejects all but the first) by content, so that the order stays fixed."""
    columns = TABLES[table].column_names
    ordered = [{column: row[column] for column in columns} for row in rows]
    return sorted(ordered, key=lambda row: (row[columns[0]], repr(row)))

"""Rows of the tables that need no joining across articles: `articles`, `statements`, `measures`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from huiyao.resolve.edtf import days
from huiyao.resolve.meetings import Names
from huiyao.resolve.organizations import Organizations
from huiyao.resolve.speakers import Voices
from huiyao.schema.records import Article, Extraction, Row, Tables, stable_id

_NOT_COLUMNS = {"named", "meeting"}  # what only links a record to its meeting and speaker


def article_row(article: Article, full_text: bool) -> Row:
    """Return the row of the table `articles`, with the text only where `full_text` asks for it."""
    row = {column: value for column, value in _columns(article).items() if column != "blocks"}
    first, last = days(article.published)
    return row | {
        "sources": list(article.sources) or [f"{article.source}#{article.sequence}"],
        "published_on": first if first == last else None,
        "n_chars": len(article.text),
        "text": article.text if full_text else None,
    }


def statement_rows(article_id: str, extraction: Extraction, names: Names, voices: Voices) -> Iterator[Row]:
    """Yield the rows of one article's statements; the id is made from the span and the speaker."""
    for statement in extraction.statements:
        meeting_id = names.lookup(article_id, statement.meeting)
        speaker_id = voices.lookup(article_id, statement.speaker, meeting_id) if statement.named else None
        yield _columns(statement) | {
            "statement_id": stable_id("t", article_id, statement.start, statement.end, statement.speaker),
            "article_id": article_id,
            "meeting_id": meeting_id,
            "speaker_id": speaker_id,
        }


def measure_rows(
    article_id: str, extraction: Extraction, names: Names, voices: Voices, known: Organizations
) -> Iterator[Row]:
    """Yield the rows of one article's measures; the id is made from the span and who announces it."""
    for measure in extraction.measures:
        meeting_id = names.lookup(article_id, measure.meeting)
        named = measure.named and measure.by is not None
        yield _columns(measure) | {
            "measure_id": stable_id("x", article_id, measure.start, measure.end, measure.by),
            "article_id": article_id,
            "meeting_id": meeting_id,
            "speaker_id": voices.lookup(article_id, str(measure.by), meeting_id) if named else None,
            "actor_id": known.lookup(measure.actor),
        }


def with_counts(tables: Tables) -> Tables:
    """Return the tables with `n_statements` and `n_measures` of the speakers counted in them."""
    statements = Counter(row["speaker_id"] for row in tables["statements"])
    measures = Counter(row["speaker_id"] for row in tables["measures"])
    speakers = [
        row | {"n_statements": statements[row["speaker_id"]], "n_measures": measures[row["speaker_id"]]}
        for row in tables["speakers"]
    ]
    return tables | {"speakers": speakers}


def _columns(record: Any) -> Row:
    values = {f.name: getattr(record, f.name) for f in fields(record) if f.name not in _NOT_COLUMNS}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}

from __future__ import annotations

from typing import Any

import pytest

from huiyao.schema.records import Reject
from huiyao.validate import reject_rows, validate

NOWHERE = "0" * 16


def test_of_two_rows_with_one_key_the_first_is_published(sample: Any) -> None:
    (row,) = sample.tables["statements"]
    tables, rejects = validate(sample.tables | {"statements": [row, row | {"cue": "说"}]}, sample.texts)
    assert tables["statements"] == [row]
    assert [(r.table, r.rule) for r in rejects] == [("statements", "duplicate")]


def test_records_of_a_rejected_article_are_rejected(sample: Any) -> None:
    tables, rejects = sample.broken("articles", n_chars=1)
    assert {name: rows for name, rows in tables.items() if rows} == {}
    assert {r.table: r.rule for r in rejects} == {
        "articles": "evidence",
        "organizations": "reference",
        "meetings": "reference",
        "speakers": "reference",
        "positions": "reference",
        "statements": "reference",
        "measures": "reference",
    }
    assert {r.source for r in rejects} == {"x.txt"}


def test_records_of_a_rejected_speaker_are_rejected(sample: Any) -> None:
    tables, rejects = sample.broken("speakers", name="林知远3")
    assert (tables["statements"], tables["measures"]) == ([], [])
    assert tables["meetings"] == sample.tables["meetings"]
    assert [(r.table, r.rule) for r in rejects] == [
        ("speakers", "plausibility"),
        ("positions", "reference"),
        ("statements", "reference"),
        ("measures", "reference"),
    ]


def test_records_of_a_rejected_meeting_are_published_without_it(sample: Any) -> None:
    tables, rejects = sample.broken("meetings", ordinal=0)
    assert tables["meetings"] == []
    for name in ("speakers", "statements", "measures"):
        assert [row["meeting_id"] for row in tables[name]] == [None]
    assert [(r.table, r.rule) for r in rejects[1:]] == [
        ("speakers", "reference"),
        ("statements", "reference"),
        ("measures", "reference"),
    ]
    assert all("published without it" in r.reason for r in rejects[1:])


def test_a_parent_that_is_not_published_is_null(sample: Any) -> None:
    tables, rejects = sample.broken("meetings", parent_meeting_id=f"m-{NOWHERE}")
    assert tables["meetings"] == sample.tables["meetings"]
    assert [r.rule for r in rejects] == ["reference"]


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("statements", "speaker_id", f"s-{NOWHERE}"),
        ("measures", "speaker_id", f"s-{NOWHERE}"),
        ("meetings", "article_ids", [f"a-{NOWHERE}"]),
        ("speakers", "article_ids", [f"a-{NOWHERE}"]),
    ],
)
def test_references_to_nothing_are_rejected(sample: Any, table: str, column: str, value: Any) -> None:
    tables, rejects = sample.broken(table, **{column: value})
    assert tables[table] == []
    assert rejects[0].rule == "reference"


def test_rejected_articles_leave_the_rows_that_others_report_too(sample: Any) -> None:
    (row,) = sample.tables["meetings"]
    (kept,) = row["article_ids"]
    other = f"a-{NOWHERE}"
    texts = sample.texts | {other: "松江论坛"}
    two = {"article_ids": sorted([kept, other]), "evidence": sorted([*row["evidence"], f"{other}:0-4"])}
    tables, rejects = validate(sample.tables | {"meetings": [row | two]}, texts)
    assert tables["meetings"] == [row]
    assert rejects == []


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("meetings", "previous_meeting_id", f"m-{NOWHERE}"),
        ("meetings", "next_meeting_id", f"m-{NOWHERE}"),
        ("meetings", "organizer_ids", [f"o-{NOWHERE}"]),
        ("speakers", "organization_id", f"o-{NOWHERE}"),
        ("positions", "organization_id", f"o-{NOWHERE}"),
        ("measures", "actor_id", f"o-{NOWHERE}"),
    ],
)
def test_editions_and_organizations_that_are_not_published_are_left_out(
    sample: Any, table: str, column: str, value: Any
) -> None:
    tables, rejects = sample.broken(table, **{column: value})
    assert [row[column] for row in tables[table]] == [[] if isinstance(value, list) else None]
    assert [(r.table, r.rule) for r in rejects] == [(table, "reference")]
    assert "published without it" in rejects[0].reason


def test_positions_of_nobody_are_rejected(sample: Any) -> None:
    tables, rejects = sample.broken("positions", person_id=f"p-{NOWHERE}")
    assert tables["positions"] == []
    assert [(r.table, r.rule) for r in rejects] == [("positions", "reference")]


def test_speakers_count_what_is_published(sample: Any) -> None:
    tables, _ = sample.broken("statements", mode="sung")
    assert [(row["n_statements"], row["n_measures"]) for row in tables["speakers"]] == [(0, 1)]


def test_reject_rows_keep_every_reject_with_a_key_of_its_own() -> None:
    twice = [Reject("x.jsonl", "sources", "json", "A line is no JSON.")] * 2
    rows = reject_rows(twice)
    assert len({row["reject_id"] for row in rows}) == 2
    assert rows == reject_rows(reversed(twice))
    assert twice[0].row() in rows


def test_reject_rows_escape_what_no_file_can_hold() -> None:
    (row,) = reject_rows([Reject("\udcff\x00\r.txt", "sources", "encoding", "松江", record='{"a": "\ud800"}')])
    assert row["source"] == r"\udcff\x00\r.txt"
    assert row["record"] == r'{"a": "\ud800"}'
    assert row["reason"] == "松江"

from __future__ import annotations

from collections.abc import Callable

import pytest

from huiyao.schema.records import Extraction, Measure, Meeting, Speaker, Statement, Tables

Resolve = Callable[..., Tables]

FORUM = Meeting("第3次松江论坛", 0, 2, ordinal=3)
FULL = Speaker(
    "林知远", 1, 3, "松江区", "区长", ("松江区委副书记", "松江区区长"), role="speaker", meeting="第3次松江论坛"
)
BRIEF = Speaker("林知远", 0, 2, None, "区长", ("区长",), role="chair", meeting="第3次松江论坛")
UNKNOWN = Speaker("何清越", 0, 2)


def test_one_row_for_a_person_at_a_meeting(resolved: Resolve, article_id: Callable[[int], str]) -> None:
    tables = resolved(Extraction((FORUM,), (BRIEF,)), Extraction((FORUM,), (FULL,)))
    (row,) = tables["speakers"]
    assert row["meeting_id"] == tables["meetings"][0]["meeting_id"]
    assert row["positions"] == ["松江区委副书记", "松江区区长", "区长"]
    assert (row["organization"], row["title"], row["role"]) == ("松江区", "区长", "chair")
    assert row["article_ids"] == sorted([article_id(0), article_id(1)])
    assert row["evidence"] == sorted([f"{article_id(0)}:0-2", f"{article_id(1)}:1-3"])


def test_without_a_meeting_a_speaker_belongs_to_the_article(resolved: Resolve) -> None:
    rows = resolved(Extraction(speakers=(UNKNOWN,)), Extraction(speakers=(UNKNOWN,)))["speakers"]
    assert [row["meeting_id"] for row in rows] == [None, None]
    assert len({row["speaker_id"] for row in rows}) == 2


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (Speaker("林知远", 0, 2, "松江区"), Speaker("林知远", 0, 2, "松江区"), True),
        (Speaker("林知远", 0, 2, "松江区"), Speaker("林知远", 0, 2, "青浦区"), False),
        (Speaker("林知远", 0, 2, "松江区"), Speaker("林知行", 0, 2, "松江区"), False),
        (Speaker("林知远", 0, 2, None, "总理", ("总理",)), Speaker("林知远", 0, 2, None, "总理", ("总理",)), True),
        # Nothing tells namesakes apart: in doubt, apart.
        (UNKNOWN, UNKNOWN, False),
        (UNKNOWN, Speaker("何清越", 0, 2, "松江区"), False),
    ],
)
def test_one_person_where_name_and_organization_agree(resolved: Resolve, a: Speaker, b: Speaker, same: bool) -> None:
    rows = resolved(Extraction(speakers=(a,)), Extraction(speakers=(b,)))["speakers"]
    assert (len({row["person_id"] for row in rows}) == 1) is same


def statement(speaker: str, named: bool = True, meeting: str | None = "第3次松江论坛") -> Statement:
    return Statement(speaker, named, "indirect", "表示", "第", 0, 1, meeting)


def measure(by: str | None, named: bool = True, meeting: str | None = "第3次松江论坛") -> Measure:
    return Measure("第", 0, 1, "planned", by, named, "第", meeting=meeting)


def test_statements_and_measures_are_linked_and_counted(resolved: Resolve) -> None:
    records = Extraction((FORUM,), (FULL,), (statement("林知远"), statement("会议", False)), (measure("林知远"),))
    tables = resolved(records)
    (speaker,) = tables["speakers"]
    assert (speaker["n_statements"], speaker["n_measures"]) == (1, 1)
    by_speaker = {row["speaker"]: row for row in tables["statements"]}
    assert by_speaker["林知远"]["speaker_id"] == speaker["speaker_id"]
    assert by_speaker["会议"]["speaker_id"] is None
    assert {row["meeting_id"] for row in tables["statements"]} == {speaker["meeting_id"]}
    assert tables["measures"][0]["speaker_id"] == speaker["speaker_id"]


def test_a_speaker_at_two_meetings_has_two_rows_and_statements_go_to_theirs(resolved: Resolve) -> None:
    press = Meeting("第3次松江论坛发布会", 0, 2)
    again = Speaker("林知远", 2, 3, meeting="第3次松江论坛发布会")
    said = statement("林知远", meeting="第3次松江论坛发布会")
    tables = resolved(Extraction((FORUM, press), (FULL, again), (said,)))
    speakers = {row["speaker_id"]: row for row in tables["speakers"]}
    assert len(speakers) == 2
    (row,) = tables["statements"]
    assert speakers[row["speaker_id"]]["meeting_id"] == row["meeting_id"]


def test_names_that_the_article_does_not_have_lead_nowhere(resolved: Resolve) -> None:
    """The check of references then rejects them visibly."""
    tables = resolved(Extraction((FORUM,), (FULL,), (statement("何清越", meeting="青浦论坛"),)))
    (row,) = tables["statements"]
    assert row["speaker_id"] not in (None, tables["speakers"][0]["speaker_id"])
    assert row["meeting_id"] not in (None, tables["meetings"][0]["meeting_id"])


def test_a_name_of_two_meetings_stands_for_the_main_one_or_none(resolved: Resolve) -> None:
    first = Meeting("松江论坛", 0, 2, date="2024-10-13")
    second = Meeting("松江论坛", 1, 3, date="2025-10-13")
    main = Meeting("松江论坛", 0, 2, date="2024-10-13", primary=True)
    speaker = Speaker("林知远", 0, 2, meeting="松江论坛")
    doubtful = resolved(Extraction((first, second), (speaker,)))
    assert doubtful["speakers"][0]["meeting_id"] is None
    clear = resolved(Extraction((main, second), (speaker,)))
    dates = {row["meeting_id"]: row["date"] for row in clear["meetings"]}
    assert dates[clear["speakers"][0]["meeting_id"]] == "2024-10-13"


def test_ids_are_pinned(resolved: Resolve) -> None:
    tables = resolved(Extraction((FORUM,), (FULL,), (statement("林知远"),), (measure("林知远"), measure(None, False))))
    assert tables["speakers"][0]["speaker_id"] == "s-2fb9db583c266ee8"
    assert tables["speakers"][0]["person_id"] == "p-1458c5a1d03b4b06"
    assert [row["statement_id"] for row in tables["statements"]] == ["t-e4ae9949a97c5a83"]
    assert [row["measure_id"] for row in tables["measures"]] == ["x-23a32534874d97cd", "x-e4ae9949a97c5a83"]


def test_article_rows(resolved: Resolve) -> None:
    (row,) = resolved(Extraction())["articles"]
    assert (row["sources"], row["n_chars"], row["text"]) == (["0.txt#0"], 3, None)
    assert str(row["published_on"]) == row["published"] == "2024-10-14"
    (row,) = resolved(Extraction(), full_text=True)["articles"]
    assert row["text"] == "第0篇"


def test_all_tables_are_sorted_by_key_and_hold_the_declared_columns(resolved: Resolve) -> None:
    from huiyao.schema.tables import TABLES

    records = Extraction((FORUM,), (FULL,), (statement("林知远"),), (measure("林知远"),))
    tables = resolved(*[records] * 5)
    for name, rows in tables.items():
        keys = [row[TABLES[name].key] for row in rows]
        assert keys == sorted(keys)
        assert all(tuple(row) == TABLES[name].column_names for row in rows)

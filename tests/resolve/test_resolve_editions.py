"""Editions of a series, and meetings within a meeting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from huiyao.schema.records import Extraction, Meeting, Row, Tables

Resolve = Callable[..., Tables]


def edition(name: str, date: str | None = None, ordinal: int | None = None, **known: Any) -> Extraction:
    return Extraction((Meeting(name, 0, 2, date=date, ordinal=ordinal, **({"series": "松江论坛"} | known)),))


def chain(rows: list[Row]) -> list[str]:
    """Return the dates or ordinals of the editions, from the first on, by the links alone."""
    by_id = {row["meeting_id"]: row for row in rows}
    firsts = [row for row in rows if row["previous_meeting_id"] is None and row["next_meeting_id"]]
    assert len(firsts) == 1
    found, at = [], firsts[0]
    while True:
        found.append(at["date"] or f"no. {at['ordinal']}")
        if at["next_meeting_id"] is None:
            return found
        assert by_id[at["next_meeting_id"]]["previous_meeting_id"] == at["meeting_id"]
        at = by_id[at["next_meeting_id"]]


def test_editions_by_date(resolved: Resolve) -> None:
    days = ["2024-05-01", "2023-05-01", "2025-05-01"]
    assert chain(resolved(*[edition("松江论坛", day) for day in days])["meetings"]) == sorted(days)


def test_editions_by_number_where_a_date_is_missing(resolved: Resolve) -> None:
    found = resolved(
        edition("第9届松江论坛", None, 9),
        edition("第10届松江论坛", "2024-05-01", 10),
        edition("第8届松江论坛", None, 8),
    )
    assert chain(found["meetings"]) == ["no. 8", "no. 9", "2024-05-01"]


def test_numbers_begin_anew_with_each_term_of_the_body(resolved: Resolve) -> None:
    found = resolved(
        edition("十四届松江人大第二次会议", "2023-05-01", 2, series="松江人大会议"),
        edition("十三届松江人大第九次会议", "2022-05-01", 9, series="松江人大会议"),
    )
    assert chain(found["meetings"]) == ["2022-05-01", "2023-05-01"]


def test_a_number_against_the_dates_goes_by_the_number(resolved: Resolve) -> None:
    found = resolved(edition("第9届松江论坛", "2024-05-01", 9), edition("第8届松江论坛", "2025-05-01", 8))
    assert chain(found["meetings"]) == ["2025-05-01", "2024-05-01"]


def test_other_series_and_bare_nouns_have_no_editions(resolved: Resolve) -> None:
    found = resolved(
        edition("松江论坛", "2024-05-01"),
        edition("青浦论坛", "2025-05-01", series="青浦论坛"),
        *[edition("座谈会", f"202{year}-05-01", series="座谈会") for year in range(3)],
    )
    assert {(row["previous_meeting_id"], row["next_meeting_id"]) for row in found["meetings"]} == {(None, None)}


def test_all_editions_have_one_series(resolved: Resolve) -> None:
    """An article that uses both names ties the short form's series to the full one, also for other years."""
    found = resolved(
        edition("第3次松江市长咨询会议", "2024-05-01", 3, series="松江市长咨询会议", aliases=("市咨会",)),
        edition("市咨会", "2024-05-01", series="市咨会"),
        edition("第4次市咨会", "2025-05-01", 4, series="市咨会"),
        edition("第2次松江市长咨询会议", "2023-05-01", 2, series="松江市长咨询会议"),
        edition("第1次松江市长咨询会议", "2022-05-01", 1, series="“松江”市长咨询会议"),
    )
    assert len({row["series"] for row in found["meetings"]}) == 1
    assert chain(found["meetings"]) == ["2022-05-01", "2023-05-01", "2024-05-01", "2025-05-01"]


def test_the_term_of_a_body_is_no_part_of_the_series(resolved: Resolve) -> None:
    (row,) = resolved(edition("十四届松江人大第二次会议", "2023-05-01", 2, series="十四届松江人大会议"))["meetings"]
    assert row["series"] == "松江人大会议"


PARENTS = [
    # (the part's name and date; the other meetings; the parent's place among them)
    (("第3届松江论坛青年分论坛", "2024-05-02"), [("第3届松江论坛", "2024-05-01", 3)], 0),
    (("第3届松江论坛新闻发布会", "2024-03-02"), [("第3届松江论坛", None, 3)], 0),
    (("第3届松江论坛开幕式", "2024-05-02"), [("第3届松江论坛", "2024-05-01", 3)], None),
    (("第4届松江论坛新闻发布会", "2024-03-02"), [("第3届松江论坛", "2024-05-01", 3)], None),
    (("松江论坛新闻发布会", "2024-03-02"), [("松江论坛", "2024-05-01", None), ("松江论坛", "2023-05-01", None)], 0),
    (("松江论坛新闻发布会", "2024-03-02"), [("松江论坛", "2023-05-01", None)], None),
    (("松江论坛新闻发布会", None), [("松江论坛", "2024-05-01", None), ("松江论坛", "2023-05-01", None)], None),
    # between two that are as near
    (("松江论坛新闻发布会", "2024-03-02"), [("松江论坛", "2024-03-12", None), ("松江论坛", "2024-02-21", None)], None),
    # the longest name that fits
    (
        ("松江论坛青年峰会新闻发布会", "2024-05-02"),
        [("松江论坛", "2024-05-02", None), ("松江论坛青年峰会", "2024-05-02", None)],
        1,
    ),
]


@pytest.mark.parametrize(("part", "others", "expected"), PARENTS)
def test_parents_are_found_over_articles(
    resolved: Resolve,
    part: tuple[str, str | None],
    others: list[tuple[str, str | None, int | None]],
    expected: int | None,
) -> None:
    rows = resolved(edition(*part), *[edition(*other) for other in others])["meetings"]
    (child,) = (row for row in rows if row["name"] == part[0] and row["date"] == part[1])
    found = [(row["name"], row["date"]) for row in rows if row["meeting_id"] == child["parent_meeting_id"]]
    assert found == ([] if expected is None else [others[expected][:2]])


def test_no_meeting_is_a_part_of_its_own_parts(resolved: Resolve) -> None:
    loop = Extraction(
        (
            Meeting("松江闭门会", 0, 2, date="2024-05-01", parent="青浦闭门会"),
            Meeting("青浦闭门会", 3, 5, parent="松江闭门会"),
        )
    )
    assert {row["parent_meeting_id"] for row in resolved(loop)["meetings"]} == {None}

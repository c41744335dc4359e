from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiyao.resolve import resolve
from huiyao.schema.records import Article, Extraction, Meeting, Row, Speaker, Tables, stable_id

Resolve = Callable[..., Tables]


def meeting(date: str | None = None, name: str = "松江论坛", **known: Any) -> Meeting:
    return Meeting(name, 0, 2, date=date, **known)


def one_each(*meetings: Meeting) -> list[Extraction]:
    return [Extraction((meeting,)) for meeting in meetings]


JOINED = [
    # (meetings, one in each article; how many there are)
    ([meeting("2024-10-13"), meeting("2024-10-13")], 1),
    ([meeting("2024-10-13"), meeting("2024-10-14")], 2),
    ([meeting("2024"), meeting("2024-10"), meeting("2024-10-13")], 1),
    ([meeting("XXXX-05-23"), meeting("2018-05-23")], 1),
    ([meeting("2018-05-19"), meeting("2018-05-18/2018-05-20")], 1),
    # the days of a meeting that goes on for days, told one by one
    ([meeting("2018-05-18"), meeting("2018-05-20"), meeting("2018-05-18/2018-05-20")], 1),
    ([meeting("2018-05-18/2018-05-19"), meeting("2018-05-19/2018-05-20")], 1),
    ([meeting("2018-05-18/2018-05-19"), meeting("2018-05-20")], 2),
    (
        [meeting("2018-05-18", kind="forum"), meeting("2018-05-20", kind="forum"), meeting("2018-05-23", kind="forum")],
        1,
    ),
    ([meeting("2018-05-18", kind="forum"), meeting("2018-05-22", kind="forum")], 2),
    ([meeting("2018-05-18", kind="forum", ordinal=3), meeting("2018-05-20", kind="forum")], 1),
    # those without a number are of the one number that they lie among
    ([meeting(f"2018-05-{18 + n}", kind="forum", ordinal=n or None) for n in (3, 0, 4)], 3),
    ([meeting(f"2018-05-{day}", kind="forum", ordinal=number) for day, number in ((18, 3), (18, None), (20, 4))], 2),
    ([meeting("2018-05-18", kind="press"), meeting("2018-05-19", kind="press")], 2),
    ([meeting("2018-05-18", kind="conference"), meeting("2018-05-19", kind="conference")], 2),
    ([meeting("2018-05-18", kind="conference", ordinal=3), meeting("2018-05-19", kind="conference", ordinal=3)], 1),
    ([meeting(f"2018-05-{day}", "松江系列会议", kind="conference") for day in (18, 19)], 1),
    ([meeting("2018-05-18", kind="forum", place="松江"), meeting("2018-05-19", kind="forum", place="青浦")], 2),
    # a month that fits two days belongs to neither
    ([meeting("2024-10"), meeting("2024-10-13"), meeting("2024-10-20")], 3),
    # and two such months may be two meetings
    ([meeting("2024-10"), meeting("2024-10"), meeting("2024-10-13"), meeting("2024-10-20")], 4),
    # no date and no ordinal: nothing identifies it beyond its article
    ([meeting(), meeting()], 2),
    ([meeting(), meeting("2024-10-13")], 2),
    # an ordinal identifies without a date, but not against one
    ([meeting(ordinal=3), meeting(ordinal=3)], 1),
    ([meeting(ordinal=3), meeting("2024-10-13", ordinal=3)], 1),
    ([meeting(ordinal=3), meeting(ordinal=4)], 2),
    ([meeting("2024-10-13", ordinal=3), meeting("2024-10-14", ordinal=3)], 2),
    # what one article leaves out keeps nothing apart on the same day
    ([meeting("2024-10-13", ordinal=3), meeting("2024-10-13")], 1),
    ([meeting("2024-10-13", ordinal=3), meeting("2024-10-14")], 2),
    ([meeting("2024-10-13", ordinal=3), meeting("2024-10-13", ordinal=4), meeting("2024-10-13")], 3),
    # numbers are read from the name, however they are written
    ([meeting(name="第二十二届松江论坛", ordinal=22), meeting(name="第22届松江论坛", ordinal=22)], 1),
    ([meeting(name="首届松江论坛"), meeting(name="第一届松江论坛", ordinal=1)], 1),
    ([meeting(name="十三届松江人大第八次会议", ordinal=8), meeting(name="十四届松江人大第八次会议", ordinal=8)], 2),
    (
        [
            meeting("2024-10-13", "第八次松江主席会议", ordinal=8),
            meeting("2024-10-13", "十四届松江第八次主席会议", ordinal=8),
        ],
        1,
    ),
    # the number of the body is not that of its meeting
    ([meeting(name="十四届松江人大宣誓仪式"), meeting(name="十四届松江人大宣誓仪式")], 2),
    # the year in a name
    ([meeting(name="2024松江论坛"), meeting("2024-10-13")], 1),
    ([meeting(name="2024松江论坛"), meeting("2025-10-13")], 2),
    ([meeting(name="2024松江论坛"), meeting("2024-10-13"), meeting("2024-04-13")], 3),
    ([meeting(name="2024松江论坛"), meeting(name="2025松江论坛")], 2),
    # places
    ([meeting("2024-10-13", place="松江"), meeting("2024-10-13")], 1),
    ([meeting("2024-10-13", place="松江"), meeting("2024-10-13", place="青浦")], 2),
    ([meeting("2024-10-13", place="松江"), meeting("2024-10-13", place="青浦"), meeting("2024-10-13")], 3),
    ([meeting("2024-10-13", place="松江"), meeting("2024-10-13", place="松江新城")], 1),
    ([meeting("2024-10-13", place="沪"), meeting("2024-10-13", place="上海")], 1),
    ([meeting("2024-10-13", place="京"), meeting("2024-10-13", place="钓鱼台")], 1),
    # names
    ([meeting("2024-10-13", "“松江” 论坛"), meeting("2024-10-13", "松江论坛")], 1),
    ([meeting("2024-10-13", "ＡＩ论坛"), meeting("2024-10-13", "AI论坛")], 1),
    ([meeting("2024-10-13", "松江论坛"), meeting("2024-10-13", "青浦论坛")], 2),
    # a bare noun names whatever meeting
    ([meeting("2024-10-13", "座谈会", kind="座谈会"), meeting("2024-10-13", "座谈会", kind="座谈会")], 2),
    ([meeting("2024-10-13", "松江座谈会", kind="座谈会"), meeting("2024-10-13", "松江座谈会", kind="座谈会")], 1),
    ([meeting("2024-10-13", "新春招待会"), meeting("2024-10-13", "新春招待会")], 2),
    ([meeting("2024-10-13", "第二次会议", ordinal=2), meeting("2024-10-13", "第二次会议", ordinal=2)], 2),
    # a body may meet the press several times a day, and so may a series; a topic tells one press conference
    ([meeting("2024-10-13", "松江区政府新闻发布会", kind="press")] * 2, 2),
    ([meeting("2024-10-13", "松江新闻发布会", kind="press", organizers=("松江",))] * 2, 2),
    ([meeting("2024-10-13", "“松江十年”系列新闻发布会", kind="press")] * 2, 2),
    ([meeting("2024-10-13", "松江大桥通车新闻发布会", kind="press")] * 2, 1),
    ([meeting("2024-10-13", "松江八届一次会议主席团会议", ordinal=1)] * 2, 2),
    # tails and shortenings of one day
    ([meeting("2024-10-13", "松江区防范化解债务风险工作会议"), meeting("2024-10-13", "防范化解债务风险工作会议")], 1),
    ([meeting("2024-10-13", "松江区防范化解债务风险工作会议"), meeting("2024-10-14", "防范化解债务风险工作会议")], 2),
    (
        [
            meeting("2024-10-13", "松江第31届世界大学生夏季运动会", ordinal=31),
            meeting(None, "第三十一届世界大学生夏季运动会", ordinal=31),
        ],
        1,
    ),
    (
        [
            meeting("2023-10-13", "松江第31届世界大学生夏季运动会", ordinal=31),
            meeting(None, "第三十一届世界大学生夏季运动会", ordinal=31),
        ],
        2,
    ),
    (
        [
            meeting("2024-10-13", "松江第31届世界大学生夏季运动会", ordinal=31),
            meeting(None, "第三十届世界大学生夏季运动会", ordinal=30),
        ],
        2,
    ),
    ([meeting("2024-10-13", "松江区人大宪法宣誓仪式"), meeting("2024-10-13", "宪法宣誓仪式")], 2),
    ([meeting("2024-10-13", "松江湾生态环境保护研讨会"), meeting("2024-10-13", "松江湾生态保护研讨会")], 1),
    ([meeting("2024-10-13", "松江区产业新闻发布厅发布会"), meeting("2024-10-13", "产业新闻发布厅发布会")], 2),
    ([meeting("2024-10-13", "松江湾生态环境保护研讨会"), meeting("2024-10-13", "松江湾古树名木保护研讨会")], 2),
    ([meeting("2024-10-13", "松江湾产业发展论坛"), meeting("2024-10-13", "松江湾产业发展论坛青年发展论坛")], 2),
    # an article says 第62次全会 of what it has named in full
    ([meeting(name="第62次全会", ordinal=62, aliases=("松江气候委员会第62次全会",))] * 2, 1),
    ([meeting("2024-10-13", "松江湾生态环境保护研讨会"), meeting("2024-10-13", "淀山湖生态保护研讨会")], 2),
    (
        [
            meeting("2024-10-13", "第三届松江湾论坛", ordinal=3),
            meeting("2024-10-13", "第三届松江湾论坛青年分论坛", ordinal=3),
        ],
        2,
    ),
]


@pytest.mark.parametrize(("meetings", "expected"), JOINED)
def test_meetings_join_across_articles(resolved: Resolve, meetings: list[Meeting], expected: int) -> None:
    rows = resolved(*one_each(*meetings))["meetings"]
    assert len(rows) == expected
    assert len({row["meeting_id"] for row in rows}) == expected


@pytest.mark.parametrize(
    ("meetings", "expected"),
    [
        ([meeting(), meeting()], 1),
        ([meeting(), meeting("2024-10-13")], 1),
        ([meeting(), meeting("2024-10-13"), meeting("2024-10-20")], 3),
    ],
)
def test_meetings_join_within_an_article(resolved: Resolve, meetings: list[Meeting], expected: int) -> None:
    rows = resolved(Extraction(tuple(meetings)))["meetings"]
    assert len({row["meeting_id"] for row in rows}) == len(rows) == expected


CALLED = [
    # (the fuller name's aliases; the other meeting; how many there are)
    (("市咨会",), meeting("2024-10-13", "市咨会"), 1),
    (("市咨会",), meeting("2024-10-14", "市咨会"), 2),
    (("市咨会",), meeting(None, "第3次市咨会", ordinal=3), 1),
    (("市咨会",), meeting(None, "第4次市咨会", ordinal=4), 2),
    (("市咨会",), meeting(None, "市咨会"), 2),
    (("市咨会",), meeting("2024-10-13", "市咨会", place="青浦"), 2),
    ((), meeting("2024-10-13", "市咨会"), 2),
    # a bare noun is nobody's short form
    (("会议",), meeting("2024-10-13", "会议"), 2),
    # nor is the name of another meeting, longer than this one's
    (("淀山湖与青浦两区市长联席会议",), meeting("2024-10-13", "淀山湖与青浦两区市长联席会议"), 2),
]


@pytest.mark.parametrize(("aliases", "other", "expected"), CALLED)
def test_short_forms_known_from_any_article_join(
    resolved: Resolve, aliases: tuple[str, ...], other: Meeting, expected: int
) -> None:
    full = meeting("2024-10-13", "第3次松江市长咨询会议", ordinal=3, aliases=aliases, place="松江")
    assert len(resolved(*one_each(full, other))["meetings"]) == expected


@pytest.mark.parametrize(
    ("name", "alias"),
    [
        ("第3届松江湾论坛青年分论坛", "第3届松江湾论坛"),
        ("松江区人大宪法宣誓仪式", "宪法宣誓仪式"),
        ("松江湾论坛", "论坛"),
    ],
)
def test_the_whole_and_a_short_tail_are_no_short_forms(resolved: Resolve, name: str, alias: str) -> None:
    full = meeting("2024-10-13", name, aliases=(alias,))
    assert len(resolved(*one_each(full, meeting("2024-10-13", alias)))["meetings"]) == 2


def test_names_that_are_forms_of_a_third_are_one(resolved: Resolve) -> None:
    stray = meeting("2024-10-13", "预祝松江企业家咨询论坛", aliases=("松江企业家咨询论坛",))
    known = meeting("2024-10-13", "松江企业家咨询论坛", aliases=("松企坛",))
    assert len(resolved(*one_each(stray, known, meeting("2024-10-13", "松企坛")))["meetings"]) == 1


def test_the_fullest_name_says_most_without_its_year(resolved: Resolve) -> None:
    full = meeting("2024-10-13", "松江湾企业家论坛", aliases=("松江湾论坛",))
    (row,) = resolved(*one_each(full, meeting("2024-10-13", "2024年度松江湾论坛")))["meetings"]
    assert row["name"] == "松江湾企业家论坛"


def test_a_short_form_of_two_meetings_of_a_day_is_in_doubt(resolved: Resolve) -> None:
    both = [meeting("2024-10-13", f"{town}市长企业家咨询会议", aliases=("市咨会",)) for town in ("松江", "青浦")]
    assert len(resolved(*one_each(*both, meeting("2024-10-13", "市咨会")))["meetings"]) == 3


LONG = "省部级领导干部推动松江发展专题研讨班"


@pytest.mark.parametrize(
    ("meetings", "expected"),
    [
        # articles of the conftest are of one day, 2024-10-14
        ([meeting(None, LONG), meeting(None, LONG)], 1),
        ([meeting(None, LONG), meeting("2024-10-10", LONG)], 1),
        ([meeting(None, LONG), meeting("2024-08-10", LONG)], 2),
        ([meeting(None, LONG), meeting("2024-10-10", LONG, place="松江")], 2),
        # the name comes several times a year
        ([meeting(None, LONG), meeting("2024-10-10", LONG), meeting("2024-09-10", LONG)], 3),
        ([meeting(None, LONG, kind="press"), meeting("2024-10-14", LONG, kind="press")], 2),
        ([meeting(None, "松江研讨班"), meeting("2024-10-14", "松江研讨班")], 2),
    ],
)
def test_a_long_name_without_date_joins_what_articles_of_its_days_report(
    resolved: Resolve, meetings: list[Meeting], expected: int
) -> None:
    assert len(resolved(*one_each(*meetings))["meetings"]) == expected


@pytest.mark.parametrize(("dates", "expected"), [(("2024-10-13", "2024-10-13"), 1), (("2024-10-13", "2024-10-14"), 2)])
def test_press_conferences_of_a_day_are_one_where_the_same_person_speaks(
    resolved: Resolve, dates: tuple[str, str], expected: int
) -> None:
    name = "松江区政府新闻发布会"
    articles = [
        Extraction((meeting(date, name, kind="press"),), (Speaker("林知远", 0, 2, "松江区", "区长", meeting=name),))
        for date in dates
    ]
    assert len(resolved(*articles)["meetings"]) == expected


@pytest.mark.parametrize(
    ("name", "kind", "places"),
    [("松江区政府新闻发布会", "press", ("松江", "青浦")), ("座谈会", "conference", (None, None))],
)
def test_one_person_may_speak_at_two_meetings_of_a_day(
    resolved: Resolve, name: str, kind: str, places: tuple[str | None, ...]
) -> None:
    speakers = (Speaker("林知远", 0, 2, "松江区", "区长", meeting=name),)
    articles = [Extraction((meeting("2024-10-13", name, kind=kind, place=place),), speakers) for place in places]
    assert len(resolved(*articles)["meetings"]) == 2


def test_days_told_one_by_one_are_one_interval(resolved: Resolve) -> None:
    days = [meeting(f"2024-10-{day}", kind="forum") for day in (13, 15, 16)]
    (row,) = resolved(*one_each(*days))["meetings"]
    assert (row["date"], row["start_date"], row["end_date"]) == ("2024-10-13/2024-10-16", date(2024, 10, 13), date(2024, 10, 16))  # fmt: skip


def test_words_that_one_article_puts_before_the_name_are_not_its_name(resolved: Resolve) -> None:
    stray = meeting("2024-10-13", "预祝松江企业家咨询论坛", aliases=("松江企业家咨询论坛",))
    (row,) = resolved(*one_each(stray, *[meeting("2024-10-13", "松江企业家咨询论坛")] * 2))["meetings"]
    assert (row["name"], row["aliases"]) == ("松江企业家咨询论坛", ["预祝松江企业家咨询论坛"])


def test_joined_record_takes_the_best_of_each(resolved: Resolve, article_id: Callable[[int], str]) -> None:
    brief = Meeting("松江论坛", 3, 7, date="2024-10", status="upcoming", aliases=("论坛A",), attendance_min=100, rule="spoken at", confidence=0.8)  # fmt: skip
    full = Meeting(
        "“松江”论坛", 10, 16, date="2024-10-13/2024-10-14", place="松江", theme="开放", organizers=("松江区",),
        aliases=("论坛B",), attendance_min=300, kind="论坛", rule="held", confidence=0.9,
    )  # fmt: skip
    (row,) = resolved(Extraction((brief,)), Extraction((full, brief)))["meetings"]
    ids = [article_id(0), article_id(1)]
    assert row == {
        "meeting_id": row["meeting_id"],
        "name": "“松江”论坛",
        "aliases": ["松江论坛", "论坛A", "论坛B"],
        "series": None,
        "ordinal": None,
        "kind": "论坛",
        "theme": "开放",
        "date": "2024-10-13/2024-10-14",
        "start_date": date(2024, 10, 13),
        "end_date": date(2024, 10, 14),
        "place": "松江",
        "venue": None,
        "status": "held",
        "organizers": ["松江区"],
        "organizer_ids": [row["organizer_ids"][0]],
        "attendance_min": 300,
        "parent_meeting_id": None,
        "previous_meeting_id": None,
        "next_meeting_id": None,
        "article_ids": sorted(ids),
        "evidence": sorted([f"{ids[0]}:3-7", f"{ids[1]}:3-7"]),
        "rule": "held",
        "confidence": 0.9,
    }


def test_parent_is_found_by_name_or_alias_in_the_article(resolved: Resolve) -> None:
    forum = meeting("2024-10-13", "第三届松江论坛", aliases=("松江论坛",), ordinal=3)
    press = meeting("2024-10-14", "发布会", parent="松江论坛")
    stray = meeting("2024-10-14", "预备会", parent="青浦论坛")
    itself = meeting("2024-10-15", "闭门会", parent="闭门会")
    rows = {row["name"]: row for row in resolved(Extraction((forum, press, stray, itself)))["meetings"]}
    assert rows["发布会"]["parent_meeting_id"] == rows["第三届松江论坛"]["meeting_id"]
    assert rows["预备会"]["parent_meeting_id"] is None
    assert rows["闭门会"]["parent_meeting_id"] is None


PINNED = [
    # Ids that users join on: a change here is a change of every release.
    (meeting("2024-10-13", "第3次松江论坛", ordinal=3), "m-9470dcaa5a2c51f5"),
    (meeting("2024-10-13", "松江论坛"), "m-0ef01ed6f7f69157"),
    (meeting(None, "松江论坛"), "m-f0965fb353f42e04"),
]


@pytest.mark.parametrize(("mention", "expected"), PINNED)
def test_ids_are_pinned(resolved: Resolve, mention: Meeting, expected: str) -> None:
    (row,) = resolved(Extraction((mention,)))["meetings"]
    assert row["meeting_id"] == expected


def test_id_of_an_edition_stays_when_an_article_with_its_date_comes(resolved: Resolve) -> None:
    (before,) = resolved(Extraction((meeting(ordinal=3),)))["meetings"]
    (after,) = resolved(*one_each(meeting(ordinal=3), meeting("2024-10-13", ordinal=3)))["meetings"]
    assert before["meeting_id"] == after["meeting_id"]


def test_id_of_a_bare_noun_stays_when_another_comes(resolved: Resolve) -> None:
    """In whatever order the two articles come."""
    bare = Extraction((meeting("2024-10-13", "座谈会", kind="座谈会"),))
    both = {tuple(row["article_ids"]): row["meeting_id"] for row in resolved(bare, bare)["meetings"]}
    (first,) = resolved(bare)["meetings"]
    second = next(row for row in resolved(Extraction(), bare)["meetings"])
    assert both == {tuple(row["article_ids"]): row["meeting_id"] for row in (first, second)}


MEETINGS = st.builds(
    Meeting,
    name=st.sampled_from(["松江论坛", "“松江”论坛", "青浦论坛"]),
    start=st.integers(0, 2),
    end=st.just(4),
    ordinal=st.sampled_from([None, None, 3]),
    date=st.sampled_from([None, "2024", "2024-10", "2024-10-13", "2024-10-14", "2024-10-13/2024-10-15", "XXXX-10-13"]),
    place=st.sampled_from([None, "松江", "青浦"]),
)


@settings(max_examples=60, deadline=None)
@given(articles=st.lists(st.lists(MEETINGS, max_size=3), max_size=7), seed=st.integers(0, 99))
def test_order_of_articles_does_not_matter(articles: list[list[Meeting]], seed: int) -> None:
    records = {stable_id("a", place): Extraction(tuple(meetings)) for place, meetings in enumerate(articles)}
    ordered = [Article(key, "x.txt", "0" * 64, 0, key, ()) for key in records]
    shuffled = random.Random(seed).sample(ordered, len(ordered))
    expected = resolve(ordered, records)
    assert resolve(shuffled, records) == expected
    assert no_two_alike(expected["meetings"])
    assert sum(len(row["evidence"]) for row in expected["meetings"]) >= sum(map(bool, articles))


def no_two_alike(rows: list[Row]) -> bool:
    return len({row["meeting_id"] for row in rows}) == len(rows)

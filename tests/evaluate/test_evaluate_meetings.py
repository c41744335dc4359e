"""Meetings: made-up articles and annotations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from huiyao.evaluate.entries import MeetingEntry
from huiyao.evaluate.figures import Share, Tally
from huiyao.evaluate.meetings import compare_meetings, same_meeting
from huiyao.evaluate.squeezing import SqueezedText
from huiyao.schema.records import Meeting

TEXT = SqueezedText.of("第三届云州港口论坛开幕\n第三届云州港口论坛昨天举行。云州铁路座谈会明天召开。")
PORT = MeetingEntry("第三届云州港口论坛", ("港口论坛",), 3, "2031-05-08", "云州", "共建港口", "held")
RAIL = MeetingEntry("云州铁路座谈会", status="upcoming")


def found(entry: MeetingEntry, start: int = 12) -> MeetingEntry:
    record = Meeting(entry.name, start, start + len(entry.name))
    return replace(entry, aliases=(), record=record)


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("第三届云州\n港口论坛", True),  # white space
        ("港口论坛", True),  # an alias
        ("第三届云州港口论坛年会", True),  # 9 of 11 characters
        ("云州港口论坛", True),  # 6 of 9
        ("三届云州港", False),  # 5 of 9
        ("云州港口大会", False),
        ("第四届云州港口论坛", False),
        ("", False),
    ],
)
def test_names_of_one_meeting(name: str, same: bool) -> None:
    assert same_meeting(MeetingEntry(name), PORT) is same


def test_six_tenths_of_a_name_are_enough() -> None:
    assert same_meeting(MeetingEntry("甲乙丙丁戊己"), MeetingEntry("甲乙丙丁戊己庚辛壬癸"))
    assert not same_meeting(MeetingEntry("甲乙丙丁戊"), MeetingEntry("甲乙丙丁戊己庚辛壬"))


def test_missed_and_extra() -> None:
    compared = compare_meetings(TEXT, [PORT, RAIL], [found(PORT), found(MeetingEntry("港口午餐会"), 30)], body=12)
    assert compared.tallies["meetings"] == Tally(1, 2, 2, 2)
    missed, extra = compared.mistakes
    assert (missed.kind, missed.text, missed.span, missed.details) == ("missed", RAIL.name, (26, 33), ("upcoming",))
    assert (extra.kind, extra.text, extra.span) == ("extra", "港口午餐会", (30, 35))
    assert [outcome.verdict for outcome in compared.outcomes] == ["right", "wrong"]


def test_a_missed_meeting_is_shown_in_the_body() -> None:
    (missed,) = compare_meetings(TEXT, [PORT], [], body=12).mistakes
    assert missed.span == (12, 21)


def test_a_meeting_is_paired_once() -> None:
    compared = compare_meetings(TEXT, [PORT], [found(PORT), found(PORT)])
    assert compared.tallies["meetings"] == Tally(1, 2, 1, 1)
    assert [outcome.verdict for outcome in compared.outcomes] == ["right", "wrong"]


def test_an_equal_name_goes_before_a_similar_one_on_the_same_day() -> None:
    similar, equal = found(replace(PORT, name="云州港口论坛")), found(replace(PORT, date=None))
    compared = compare_meetings(TEXT, [PORT], [similar, equal])
    assert [outcome.verdict for outcome in compared.outcomes] == ["wrong", "right"]


def test_of_like_names_the_one_on_the_same_day_and_then_the_longest() -> None:
    first, second = found(replace(PORT, date="2030-05-08")), found(PORT)
    compared = compare_meetings(TEXT, [PORT], [first, second])
    assert compared.shares["meeting date"] == Share(1, 1)
    short, long = found(replace(PORT, name="云州港口论坛")), found(replace(PORT, name="云州港口论坛年会"))
    compared = compare_meetings(TEXT, [replace(PORT, name="届云州港口论坛年会")], [short, long])
    assert [outcome.verdict for outcome in compared.outcomes] == ["wrong", "right"]


def test_long_names_choose_first() -> None:
    short, long = MeetingEntry("云州港口论坛"), MeetingEntry("云州港口论坛年会")
    compared = compare_meetings(TEXT, [short, long], [found(long), found(short)])
    assert compared.shares["meeting name"] == Share(2, 2)
    compared = compare_meetings(TEXT, [short, long], [found(long)])
    assert compared.shares["meeting name"] == Share(1, 1)


def test_a_disputed_meeting_counts_nothing() -> None:
    disputed = replace(RAIL, optional=True)
    missed = compare_meetings(TEXT, [PORT, disputed], [found(PORT)])
    assert missed.tallies["meetings"] == Tally(1, 1, 1, 1)
    assert missed.mistakes == ()
    taken = compare_meetings(TEXT, [PORT, disputed], [found(PORT), found(replace(RAIL, date="2031"))])
    assert taken.tallies["meetings"] == Tally(1, 1, 1, 1)
    assert taken.mistakes == ()
    assert taken.shares["meeting date"] == Share(1, 1)
    assert [outcome.verdict for outcome in taken.outcomes] == ["right", "uncounted"]


def test_undisputed_meetings_choose_first() -> None:
    disputed = MeetingEntry("第三届云州港口论坛年会", optional=True)
    compared = compare_meetings(TEXT, [disputed, PORT], [found(PORT)])
    assert compared.tallies["meetings"] == Tally(1, 1, 1, 1)


@pytest.mark.parametrize(
    ("attribute", "value"),
    [("date", "2031-05"), ("place", None), ("theme", "共建铁路"), ("ordinal", 4), ("status", "upcoming")],
)
def test_wrong_attributes(attribute: str, value: object) -> None:
    wrong = found(PORT)
    object.__setattr__(wrong, attribute, value)
    compared = compare_meetings(TEXT, [PORT], [wrong])
    assert compared.tallies["meetings"] == Tally(1, 1, 1, 1)
    wrong_shares = {name for name, share in compared.shares.items() if share == Share(0, 1)}
    assert wrong_shares == {f"meeting {attribute}"}
    (mistake,) = compared.mistakes
    assert (mistake.kind, mistake.attribute, mistake.span) == ("wrong", attribute, (12, 21))
    assert (mistake.expected, mistake.found) == (str(getattr(PORT, attribute)), str(value) if value else None)


def test_a_part_of_the_name_pairs_but_is_not_exact() -> None:
    compared = compare_meetings(TEXT, [PORT], [found(replace(PORT, name="云州港口论坛"))])
    assert compared.tallies["meetings"] == Tally(1, 1, 1, 1)
    assert compared.shares["meeting name"] == Share(0, 1)
    (mistake,) = compared.mistakes
    assert (mistake.attribute, mistake.expected, mistake.found) == ("name", PORT.name, "云州港口论坛")


def test_the_width_of_a_theme_does_not_count() -> None:
    gold, shown = replace(PORT, theme="开放,包容"), found(replace(PORT, theme="开放，\u3000包容"))
    assert compare_meetings(TEXT, [gold], [shown]).mistakes == ()


def test_another_annotation_in_place_of_records_has_no_outcomes() -> None:
    compared = compare_meetings(TEXT, [PORT], [PORT])
    assert (compared.tallies["meetings"], compared.outcomes) == (Tally(1, 1, 1, 1), ())


def test_every_attribute_has_a_share_where_nothing_is_paired() -> None:
    shares = compare_meetings(TEXT, [], []).shares
    names = ("name", "date", "place", "theme", "ordinal", "status")
    assert shares == {f"meeting {name}": Share(0, 0) for name in names}

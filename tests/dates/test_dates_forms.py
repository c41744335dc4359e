"""Every form of date that news writes, and what it means to an article of a known, partly known or unknown date."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiyao import dates
from huiyao.schema.tables import EDTF_PATTERN

DAY = "2024-10-14"


def edtf(text: str, anchor: str | None) -> list[str]:
    return [found.edtf for found in dates.find_dates(text, anchor)]


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        # full and partial dates with their year need no anchor
        ("2024年10月13日", None, ["2024-10-13"]),
        ("2024年10月13号", None, ["2024-10-13"]),
        ("2024年05月03日", None, ["2024-05-03"]),
        ("会议于2018年5月在云州召开", None, ["2018-05"]),
        ("始于1999年的论坛", None, ["1999"]),
        ("2023年10月13日", DAY, ["2023-10-13"]),
        ("2021年6月和2022年7月", None, ["2021-06", "2022-07"]),
        # without year
        ("10月13日", None, ["XXXX-10-13"]),
        ("10月13日", DAY, ["2024-10-13"]),
        ("10月13日", "2024", ["2024-10-13"]),
        ("10月13日", "2024-10", ["2024-10-13"]),
        ("5月", None, ["XXXX-05"]),
        ("5月份", "2024-06-01", ["2024-05"]),
        ("12月30日", "2025-01-02", ["2024-12-30"]),
        ("1月3日", "2024-12-30", ["2025-01-03"]),
        ("11月", "2025-01", ["2024-11"]),
        # a bare day: the anchor's month, or the one before
        ("13日", None, ["XXXX-XX-13"]),
        ("13号上午", DAY, ["2024-10-13"]),
        ("13日", "2024", ["2024-XX-13"]),
        ("13日", "XXXX-10-14", ["XXXX-10-13"]),
        ("31日", "XXXX-01-01", ["XXXX-12-31"]),
        ("21日", DAY, ["2024-10-21"]),
        ("22日", DAY, ["2024-09-22"]),
        ("31日", "2024-11-01", ["2024-10-31"]),
        ("31日", "2025-01-01", ["2024-12-31"]),
        ("29日", "2024-03-01", ["2024-02-29"]),
        # relative days
        ("昨天", DAY, ["2024-10-13"]),
        ("昨日下午", DAY, ["2024-10-13"]),
        ("昨晚", DAY, ["2024-10-13"]),
        ("今天上午", DAY, ["2024-10-14"]),
        ("今日", DAY, ["2024-10-14"]),
        ("今晨", DAY, ["2024-10-14"]),
        ("前天", DAY, ["2024-10-12"]),
        ("大前天", DAY, ["2024-10-11"]),
        ("明天", DAY, ["2024-10-15"]),
        ("后天", DAY, ["2024-10-16"]),
        ("昨天", "2024-03-01", ["2024-02-29"]),
        ("昨天", "2025-01-01", ["2024-12-31"]),
        ("明天", "2024-12-31", ["2025-01-01"]),
        ("昨天", None, []),
        ("昨天", "2024", ["2024"]),
        # a relative day that says its own date
        ("今天（4月29日）", None, ["XXXX-04-29"]),
        ("今天（4月29日）", "2024", ["2024-04-29"]),
        ("今天(29日)", None, ["XXXX-XX-29"]),
        ("今天（4月29日）", "2024-04-29", ["2024-04-29"]),
        ("昨天下午（13日）", DAY, ["2024-10-13"]),
        # relative months and years
        ("去年", DAY, ["2023"]),
        ("今年", DAY, ["2024"]),
        ("明年", DAY, ["2025"]),
        ("前年", DAY, ["2022"]),
        ("后年", DAY, ["2026"]),
        ("去年10月", DAY, ["2023-10"]),
        ("明年10月12日", "2024", ["2025-10-12"]),
        ("今年", None, []),
        ("去年10月", None, ["XXXX-10"]),
        ("本月15日", DAY, ["2024-10-15"]),
        ("上个月", DAY, ["2024-09"]),
        ("上月", "2025-01-10", ["2024-12"]),
        ("下月", "2024-12-10", ["2025-01"]),
        ("下个月3日", DAY, ["2024-11-03"]),
        ("上个月", None, []),
        # ranges
        ("5月18日至19日", None, ["XXXX-05-18/XXXX-05-19"]),
        ("2018年5月18日至19日", None, ["2018-05-18/2018-05-19"]),
        ("2018年5月18日到19日", None, ["2018-05-18/2018-05-19"]),
        ("2018年5月18-19日", None, ["2018-05-18/2018-05-19"]),
        ("2018年5月18日—19日", None, ["2018-05-18/2018-05-19"]),
        ("2018年5月18日——19日", None, ["2018-05-18/2018-05-19"]),
        ("2018年5月18日～19日", None, ["2018-05-18/2018-05-19"]),
        ("2018年5月30日至6月2日", None, ["2018-05-30/2018-06-02"]),
        ("11日至13日", DAY, ["2024-10-11/2024-10-13"]),
        ("2018年5月18日至35日", None, ["2018-05-18"]),
        # the calendar has no such day
        ("2月30日", DAY, []),
        ("2023年2月29日", None, []),
        ("2024年2月29日", None, ["2024-02-29"]),
        ("2024年11月31日", None, []),
        ("13月5日", "2024-10-06", ["2024-10-05"]),
        ("2024年5日", None, []),
        ("2024年6月29日至31日", None, []),
        # counted, not dated
        ("20多位嘉宾", DAY, []),
        ("过去10年", DAY, []),
        ("10年来", DAY, []),
        ("3日内办结", DAY, []),
        ("30日前完成", DAY, []),
        ("5日均线", DAY, []),
        ("100号文件", DAY, []),
        ("增长3.5日", DAY, []),
        ("36家企业、5000人", DAY, []),
        ("没有日子的句子。", DAY, []),
        ("", DAY, []),
    ],
)
def test_forms(text: str, anchor: str | None, expected: list[str]) -> None:
    assert edtf(text, anchor) == expected


def test_span_is_where_the_words_stand() -> None:
    text = "论坛于2018年5月18日至19日在云州举行。"
    (found,) = dates.find_dates(text, None)
    assert text[found.start : found.end] == "2018年5月18日至19日"


def test_only_the_passage_is_read() -> None:
    text = "5月1日，5月2日，5月3日"
    assert [found.edtf for found in dates.find_dates(text, "2024", 5, 10)] == ["2024-05-02"]


@pytest.mark.parametrize(
    ("text", "anchor", "has_day", "of_day"),
    [
        ("10月13日", None, True, False),
        ("2024年10月", None, False, False),
        ("13日", None, True, False),
        ("2018年5月18日至19日", None, True, False),
        ("昨天", DAY, True, True),
        ("昨天", "2024", False, True),
        ("去年", DAY, False, False),
    ],
)
def test_what_a_mention_knows(text: str, anchor: str | None, has_day: bool, of_day: bool) -> None:
    (found,) = dates.find_dates(text, anchor)
    assert (found.has_day, found.of_day) == (has_day, of_day)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-10-13", datetime.date(2024, 10, 13)),
        ("2024-10", None),
        ("2024", None),
        ("XXXX-05-23", None),
        ("2018-05-18/2018-05-19", None),
        ("2023-02-29", None),
        ("", None),
        (None, None),
    ],
)
def test_parse_day(value: str | None, expected: datetime.date | None) -> None:
    assert dates.parse_day(value) == expected


PIECES = st.sampled_from(
    "2024年 1999年 去年 明年 今天 昨天 （4月29日） （ ） 13日 31日 2月 12月 13月 30日 29日 至 — ～ 到 - 5 0 . 号 日 月 年 上个月 下月 前 内 ，".split()
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(PIECES, max_size=12).map("".join),
    st.sampled_from([None, "2024", "2024-02", "2024-02-29", "2025-01-01", "2024-12-31"]),
)
def test_any_text_gives_edtf_in_order(text: str, anchor: str | None) -> None:
    last = 0
    for found in dates.find_dates(text, anchor):
        assert last <= found.start < found.end <= len(text)
        assert re.match(EDTF_PATTERN, found.edtf)
        last = found.end


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        ("2024-10-13", 2, "2024-10-13/2024-10-15"),
        ("2024-10-13", -1, "2024-10-12/2024-10-13"),
        ("2024-12-31", 1, "2024-12-31/2025-01-01"),
        ("2024-10-13", 0, "2024-10-13"),
        ("2024-10-13", 99, "2024-10-13"),
        ("2024-10", 2, "2024-10"),
        ("XXXX-10-13", 2, "XXXX-10-13/XXXX-10-15"),
        ("XXXX-12-31", 1, "XXXX-12-31"),
        (None, 2, None),
    ],
)
def test_running(day: str | None, days: int, expected: str | None) -> None:
    assert dates.running(day, days) == expected

"""Meetings that are named together, in brackets and in rows: what is told of the first of a list holds for all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from huiyao.extract.meeting_names import find_names
from huiyao.schema.records import Extraction

Read = Callable[..., Extraction]


def names(read: Read, text: str) -> list[str]:
    return [meeting.name for meeting in read(*text.split("\n"), published="2024-10-14").meetings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "副市长林小田12日主持云海合作理事会第三次会议、云河合作理事会第五次会议和云江合作理事会第二次会议。",
            ["云海合作理事会第三次会议", "云河合作理事会第五次会议", "云江合作理事会第二次会议"],
        ),
        (
            "甲国总统将于5日至8日出席在海州举行的第26次乙盟－丙国（10+1）领导人会议和第18届海州峰会。",
            ["第26次乙盟－丙国（10+1）领导人会议", "第18届海州峰会"],
        ),
        # the last of them may be told of itself
        ("12日，云州麦田论坛、海州水稻论坛在青禾县举行。", ["云州麦田论坛", "海州水稻论坛"]),
        (
            "当日下午，“麦田之约”校长论坛、校友专场招聘会等活动相继举行。",
            ["“麦田之约”校长论坛", "校友专场招聘会"],
        ),
        # another sentence, or other words between them, begin no list
        ("12日，市长林小田主持云州麦田论坛。海州水稻论坛的历史很长。", ["云州麦田论坛"]),
        ("12日，市长林小田主持云州麦田论坛，比海州水稻论坛早一天。", ["云州麦田论坛"]),
    ],
)
def test_lists(read: Read, text: str, expected: list[str]) -> None:
    assert names(read, text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "县长林小田12日出席全县巡察工作会议暨十届县委巡察镇（区、市）动员会。",
            "全县巡察工作会议暨十届县委巡察镇（区、市）动员会",
        ),
        ("12日上午，甲国总统同乙盟主席在云州共同主持第五次甲国－乙盟领导人会晤。", "第五次甲国－乙盟领导人会晤"),
        ("12日上午，云州市民营企业家座谈会一开场，市长林小田就请大家有话直说。", "云州市民营企业家座谈会"),
        ("当天下午举行的绿博会主论坛——2024云州绿色建材论坛上，多位嘉宾发言。", "2024云州绿色建材论坛"),
        (
            "云州市政协第九届委员会第一次会议，圆满完成各项议程，于12日下午在云州闭幕。",
            "云州市政协第九届委员会第一次会议",
        ),
        ("云州市麦田大会12日闭幕。大会开幕会10日在云州举行。", "云州市麦田大会"),
    ],
)
def test_frames_and_bounds(read: Read, text: str, name: str) -> None:
    assert names(read, text) == [name]


def test_talks_of_leaders_are_meetings_where_they_are_counted(read: Read) -> None:
    assert names(read, "12日，甲国总统同乙国总理在云州举行两国领导人会晤。") == []


def test_what_was_attended_after_a_meeting_is_told_of(read: Read) -> None:
    text = "12日，云州麦田论坛在海州举行。\n会后，林小田和周大山共同参观麦田成果展，出席海州国际班列发车仪式。"
    assert names(read, text) == ["云州麦田论坛", "海州国际班列发车仪式"]


@pytest.mark.parametrize(("words", "found"), [("即将举办的", 1), ("曾经举办的", 0)])
def test_a_speaker_announces_an_edition_that_comes_soon(read: Read, words: str, found: int) -> None:
    text = f"云州市市长林小田近日表示，{words}第七届云州麦田峰会将讨论育种议题。"
    assert len(names(read, text)) == found
    assert names(read, text.replace("第七届", "")) == []


def test_who_attends_is_no_part_of_the_name() -> None:
    text = "市领导应邀出席大会并在主席台就座"
    assert [name.name for name in find_names(text, 0, len(text))] == ["大会"]

"""Words printed under or behind the name of who says them."""

from __future__ import annotations

import pytest
from tests.extract.told import Read, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "林小田（云州大学教授、麦田研究院院长）\n公园要建好。\n道路要修通。\n巴-塞·贝尔（海湾商会副主席）\n这是我第一次来。",
            [("林小田", "公园要建好。"), ("林小田", "道路要修通。"), ("巴-塞·贝尔", "这是我第一次来。")],
        ),
        ("林小田（云州市市长）：公园要建好。", [("林小田", "公园要建好。")]),
        ("记者：何时开工？\n林小田：明天。\n周大山：后天。", [("林小田", "明天。"), ("周大山", "后天。")]),
        # a question ends the turn, and so does a bracket or the reporter's own account
        ("林小田：明天开工。\n后天完工。\n主持人：还有吗？\n周大山：没有。", [
            ("林小田", "明天开工。"), ("林小田", "后天完工。"), ("周大山", "没有。"),
        ]),
        ("林小田（云州市市长）\n公园要建好。\n【相关新闻】\n大会为期三天。", [("林小田", "公园要建好。")]),
        ("林小田（云州市市长）\n公园要建好。\n据悉，大会为期三天。", [("林小田", "公园要建好。")]),
        # somebody else is introduced
        ("记者：何时开工？\n林小田（云州大学教授）：明天。\n周大山：后天。\n采访间隙，海州市市长周大山走了过来。", [("林小田", "明天。"), ("周大山", "后天。")]),
        # somebody known is reported again
        ("海州市市长周大山来到云州。\n周大山：开始吧。\n林小田：明天开工。\n周大山在回答提问时介绍，后天完工。", [
            ("周大山", "开始吧。"), ("林小田", "明天开工。"), ("周大山", "后天完工。"),
        ]),
        # behind one label alone, the next paragraph is the article's own
        ("林小田（云州市市长）：公园要建好。\n云州位于云江之滨。", [("林小田", "公园要建好。")]),
    ],
)  # fmt: skip
def test_turns(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(read, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "时间：5月1日\n地点：云州",
        "责编：林小田 校对：周大山",
        "林小田：明天开工。",
        "林小田（左二）\n公园要建好。",
        "云州（海州）：公园要建好。",
        "记者：何时开工？",
    ],
)
def test_no_turns(read: Read, text: str) -> None:
    assert told(read, text) == []


def test_a_label_gives_the_positions(read: Read) -> None:
    (speaker,) = read("林小田（云州大学教授、麦田研究院院长）", "公园要建好。").speakers
    assert (speaker.name, speaker.positions) == ("林小田", ("云州大学教授", "麦田研究院院长"))


@pytest.mark.parametrize("last", ["最后，周大山表示，路会修好。", "周大山提醒广大市民，路会修好。"])
def test_who_speaks_next_is_no_part_of_the_words_under_a_label(read: Read, last: str) -> None:
    found = read("云州市市长林小田、海州市市长周大山出席。", "周大山：要修路。", "林小田：今年开工。", last).statements
    told = [("周大山", "要修路。"), ("林小田", "今年开工。"), ("周大山", "路会修好。")]
    assert [(s.speaker, s.text) for s in found] == told


@pytest.mark.parametrize("ordinal", ["一", "二", "三"])
def test_what_a_paragraph_lists_first_goes_on_with_who_spoke(read: Read, ordinal: str) -> None:
    found = read("云州市市长林小田强调：", f"{ordinal}要修好道路。明年通车。").statements
    assert [(s.speaker, s.text) for s in found] == [("林小田", f"{ordinal}要修好道路。明年通车。")]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            ("云州市人大代表、青禾社区书记 林小田：", "老街停车难。", "海州市市长 周大山：", "路要修通。"),
            [("林小田", "老街停车难。"), ("周大山", "路要修通。")],
        ),
        (("海州市市长 周大山：路要修通。",), [("周大山", "路要修通。")]),
        (("本期栏目 周大山：路要修通。",), []),
        (("海州市市长 网友们：路要修通。",), []),
    ],
)
def test_a_title_and_a_space_before_the_name(
    read: Read, paragraphs: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert [(s.speaker, s.text) for s in read(*paragraphs).statements] == expected


def test_the_reporter_goes_on_behind_what_was_done_before(read: Read) -> None:
    text = "海州市市长周大山出席。\n云州市市长 林小田：\n老街停车难。\n在听取大家发言后，周大山说，路已修通。"
    assert told(read, text) == [("林小田", "老街停车难。"), ("周大山", "路已修通。")]


HEAD = "#云州市召开麦田整治新闻发布会\n时间：2021年11月4日15:00\n地点：市会议厅\n"
WORDS = "\n林小田：谢谢主持人。麦田已经整治。\n周大山：我来回答。渠道已经修通。今天的发布会到此结束。"


@pytest.mark.parametrize(
    ("listed", "positions"),
    [
        ("发布人：市麦田局党组书记、局长 林小田\n海沙县副县长 周大山", ["市麦田局党组书记、局长", "海沙县副县长"]),
        ("访谈嘉宾：林小田 云州市麦田局局长\n周大山 海沙县副县长", ["云州市麦田局局长", "海沙县副县长"]),
        ("发布人：林小田（市麦田局局长）\n主持人：周大山（海沙县副县长）", ["市麦田局局长", "海沙县副县长"]),
        # what stands elsewhere is no list of them
        ("发布人：市麦田局局长 林小田\n请看大屏幕\n海沙县副县长 周大山", ["市麦田局局长"]),
        ("市麦田局局长 林小田\n海沙县副县长 周大山", []),
        ("发布人：市麦田局 林小田\n整治：海沙县副县长 周大山", []),
        ("发布人：市麦田局局长 欢迎\n海沙县副县长 各位", []),
    ],
)
def test_list_of_participants(read: Read, listed: str, positions: list[str]) -> None:
    found = read(*f"{HEAD}{listed}{WORDS}".split("\n"))
    assert [position for speaker in found.speakers for position in speaker.positions] == positions


def test_time_line(read: Read) -> None:
    """The line that says when it was need not be the first."""
    head = "#云州市召开麦田整治新闻发布会\n地点：市会议厅\n时间：2021年11月4日15:00\n"
    found = read(*f"{head}发布人：市麦田局局长 林小田{WORDS}".split("\n"))
    assert [meeting.date for meeting in found.meetings] == ["2021-11-04"]

"""Meetings: which gatherings an article reports, and under which names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from huiyao.extract.meeting_aliases import short_forms
from huiyao.schema.records import Extraction, Meeting

Read = Callable[..., Extraction]


def meetings(read: Read, text: str, published: str | None = None) -> tuple[Meeting, ...]:
    return read(*text.split("\n"), published=published).meetings


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # proper names
        ("第36次上海市市长国际企业家咨询会议昨天举行。", ["第36次上海市市长国际企业家咨询会议"]),
        ("2025年云州经济论坛10月12日在云州开幕。", ["2025年云州经济论坛"]),
        ("云州港口发展大会13日在海州召开。", ["云州港口发展大会"]),
        ("第三届云州麦田博览会在云州会展中心举行。", ["第三届云州麦田博览会"]),
        ("昨天，云州市召开全市教育工作会议。", ["全市教育工作会议"]),
        ("5月18日至19日，云州麦田产业峰会在云州举行。", ["云州麦田产业峰会"]),
        ("“麦田与未来”国际论坛13日在云州开幕。", ["“麦田与未来”国际论坛"]),
        ("市政府第12次常务会议昨天召开。", ["市政府第12次常务会议"]),
        ("云州麦田产业项目签约仪式13日举行。", ["云州麦田产业项目签约仪式"]),
        ("昨天，市长林小田出席云州麦田产业发展座谈会。", ["云州麦田产业发展座谈会"]),
        ("昨天，市长林小田在云州麦田产业发展座谈会上讲话。", ["云州麦田产业发展座谈会"]),
        # a described name: the body and the noun
        ("昨天，云州市教育局召开干部大会。", ["云州市教育局干部大会"]),
        ("13日，麦田集团举行座谈会。", ["麦田集团座谈会"]),
        ("13日，云州市教育局召开第二次常委会议。", ["云州市教育局第二次常委会议"]),
        # a session is an alias of the whole
        ("2025年云州经济论坛开幕式13日在云州举行。", ["2025年云州经济论坛"]),
        ("云州麦田博览会闭幕式昨天举行。", ["云州麦田博览会"]),
        # a press conference is one of its own, and its meeting is reported with it
        ("云州麦田博览会新闻发布会13日举行。", ["云州麦田博览会新闻发布会", "云州麦田博览会"]),
        # the next edition
        (
            "第36次云州企业家咨询会议昨天举行。明年的云州企业家咨询会议将于2025年10月12日在云州举行。",
            ["第36次云州企业家咨询会议", "云州企业家咨询会议"],
        ),
        # one meeting under several names
        ("#云州经济论坛开幕\n第五届云州国际经济论坛13日在云州开幕。云州经济论坛为期两天。", ["第五届云州国际经济论坛"]),
        # two meetings
        (
            "云州麦田产业峰会13日举行。海州港口发展大会14日召开。",
            ["云州麦田产业峰会", "海州港口发展大会"],
        ),
    ],
)
def test_reported(read: Read, text: str, names: list[str]) -> None:
    assert sorted(meeting.name for meeting in meetings(read, text)) == sorted(names)


@pytest.mark.parametrize(
    "text",
    [
        "云州深入贯彻党的二十届三中全会精神。",
        "云州认真学习十九大报告。",
        "按照中央经济工作会议部署，云州扩建港口。",
        "根据云州港口发展大会要求，海州扩建港口。",
        "《云州麦田产业峰会宣言》公布。",
        "云州港已经建成，新线明年通车。",
        "会议昨天召开。",
        "会议室昨天启用。",
        "云州会展中心昨天启用。",
        "麦田集团是云州麦田产业峰会的成员。",
        "云州位于云江之滨。\n多年来，云州港口发展大会促进了开放。",
        "云州位于云江之滨。\n林小田曾任云州麦田产业峰会秘书长。",
        "市长林小田表示，去年的云州港口发展大会很成功。",
        "云州麦田集团董事长周大山会见了海州客商。",
        "云州市运动员在比赛中获奖。",
        "各类论坛层出不穷。",
        "大会堂前人来人往。",
        "",
    ],
)
def test_silence(read: Read, text: str) -> None:
    assert [meeting.name for meeting in meetings(read, text)] == []


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("第36次云州市市长国际企业家咨询会议昨天举行。", 36),
        ("第三届云州麦田博览会昨天举行。", 3),
        ("第十二届云州麦田博览会昨天举行。", 12),
        ("第二十届云州麦田博览会昨天举行。", 20),
        ("云州市政协七届十六次常委会议昨天召开。", 16),
        ("云州麦田博览会昨天举行。", None),
        ("第五次全国经济普查电视电话会议昨天召开。", None),
        ("2025年云州麦田博览会昨天举行。", None),
    ],
)
def test_ordinal(read: Read, text: str, ordinal: int | None) -> None:
    (meeting,) = meetings(read, text)
    assert meeting.ordinal == ordinal


@pytest.mark.parametrize(
    ("text", "published", "date"),
    [
        ("云州麦田产业峰会2024年10月13日在云州举行。", None, "2024-10-13"),
        ("2018年5月18日至19日，云州麦田产业峰会举行。", None, "2018-05-18/2018-05-19"),
        ("5月23日，云州麦田产业峰会举行。", None, "XXXX-05-23"),
        ("23日，云州麦田产业峰会举行。", None, "XXXX-XX-23"),
        ("23日，云州麦田产业峰会举行。", "2024-10-24", "2024-10-23"),
        ("昨天，云州麦田产业峰会举行。", "2024-10-14", "2024-10-13"),
        ("昨天，云州麦田产业峰会举行。", None, None),
        ("云州麦田产业峰会举行。", "2024-10-14", None),
        ("云州麦田产业峰会将于2025年10月12日举行。", None, "2025-10-12"),
        ("2025年云州麦田产业峰会10月12日举行。", None, "2025-10-12"),
        ("5月23日讯 云州麦田产业峰会昨天举行。", "2024-05-23", "2024-05-22"),
        ("近日，云州麦田产业峰会举行。", "2024-10-14", None),
        ("云州麦田产业峰会昨天举行，峰会2016年开始举办。", "2024-10-14", "2024-10-13"),
    ],
)
def test_date(read: Read, text: str, published: str | None, date: str | None) -> None:
    (meeting,) = meetings(read, text, published)
    assert meeting.date == date


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("云州麦田产业峰会昨天在沪举行。", "上海"),
        ("云州麦田产业峰会昨天在京开幕。", "北京"),
        ("云州麦田产业峰会昨天在武汉市东西湖区举行。", "武汉"),
        ("云州麦田产业峰会昨天在上海举行。", "上海"),
        ("云州麦田产业峰会昨天在上海国际会议中心举行。", "上海"),
        ("云州麦田产业峰会昨天在湖南省长沙市召开。", "长沙"),
        ("云州麦田产业峰会昨天在法国巴黎召开。", "巴黎"),
        ("云州麦田产业峰会于2025年10月在深圳举行。", "深圳"),
        ("云州麦田产业峰会昨天在土库曼斯坦首都阿什哈巴德举行。", "阿什哈巴德"),
        # a venue alone, or nothing
        ("云州麦田产业峰会昨天在人民大会堂举行。", None),
        ("云州麦田产业峰会昨天在国际会议中心举行。", None),
        ("云州麦田产业峰会昨天举行。", None),
        ("云州麦田产业峰会在热烈的掌声中开幕。", None),
    ],
)
def test_place(read: Read, text: str, place: str | None) -> None:
    (meeting,) = meetings(read, text)
    assert meeting.place == place


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("云州麦田产业峰会昨天举行，主题为“麦田与未来”。", "麦田与未来"),
        ("云州麦田产业峰会昨天举行。本届峰会以“麦田与未来”为主题。", "麦田与未来"),
        ("云州麦田产业峰会昨天举行。主题是“开放、创新、合作”。", "开放、创新、合作"),
        ("云州麦田产业峰会昨天举行。", None),
        ("云州麦田产业峰会昨天举行，“麦田与未来”展览同时开放。", None),
    ],
)
def test_theme(read: Read, text: str, theme: str | None) -> None:
    (meeting,) = meetings(read, text)
    assert meeting.theme == theme


@pytest.mark.parametrize(
    ("text", "published", "status"),
    [
        ("云州麦田产业峰会昨天举行。", None, "held"),
        ("云州麦田产业峰会将于10月12日举行。", None, "upcoming"),
        ("云州麦田产业峰会将在云州举行。", None, "upcoming"),
        ("云州麦田产业峰会将于10月12日举行。云州麦田产业峰会昨天开幕。", None, "held"),
        ("云州麦田产业峰会10月20日举行。", "2024-10-14", "upcoming"),
        ("云州麦田产业峰会10月13日举行。", "2024-10-14", "held"),
    ],
)
def test_status(read: Read, text: str, published: str | None, status: str) -> None:
    (meeting,) = meetings(read, text, published)
    assert meeting.status == status


@pytest.mark.parametrize(
    ("text", "attendance"),
    [
        ("云州麦田产业峰会昨天举行，300多名代表参加云州麦田产业峰会。", 300),
        ("云州麦田产业峰会昨天举行，5000人参会。", 5000),
        ("云州麦田产业峰会昨天举行，1,200余名嘉宾出席。", 1200),
        ("云州麦田产业峰会昨天举行，2万人参加。", 20_000),
        ("云州麦田产业峰会昨天举行，林小田等80多人参加。", 80),
        ("云州麦田产业峰会昨天举行，36家企业参展。", None),
        ("云州麦田产业峰会昨天举行。", None),
    ],
)
def test_attendance(read: Read, text: str, attendance: int | None) -> None:
    (meeting,) = meetings(read, text)
    assert meeting.attendance_min == attendance


@pytest.mark.parametrize(
    ("text", "organizers"),
    [
        ("昨天，云州市教育局召开干部大会。", ("云州市教育局",)),
        ("云州麦田产业峰会昨天举行，峰会由云州市政府主办。", ("云州市政府",)),
        ("云州麦田产业峰会昨天举行，由云州市政府、云州大学共同主办。", ("云州市政府", "云州大学")),
        ("云州麦田产业峰会昨天举行。", ()),
    ],
)
def test_organizers(read: Read, text: str, organizers: tuple[str, ...]) -> None:
    (meeting,) = meetings(read, text)
    assert meeting.organizers == organizers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("云州麦田产业峰会昨天举行。", "forum"),
        ("云州港口发展大会昨天举行。", "conference"),
        ("云州麦田博览会昨天举行。", "fair"),
        ("云州麦田产业项目签约仪式昨天举行。", "ceremony"),
        ("云州麦田产业新闻发布会昨天举行。", "press"),
    ],
)
def test_kind(read: Read, text: str, kind: str) -> None:
    (meeting,) = meetings(read, text)
    assert meeting.kind == kind


def test_a_session_is_an_alias(read: Read) -> None:
    (meeting,) = meetings(read, "2025年夏季云州论坛开幕式昨天在云州举行。")
    assert (meeting.name, meeting.aliases) == ("2025年夏季云州论坛", ("2025年夏季云州论坛开幕式",))


def test_a_series_has_neither_ordinal_nor_year(read: Read) -> None:
    (meeting,) = meetings(read, "2025年第三届云州麦田博览会昨天举行。")
    assert meeting.series == "云州麦田博览会"


def test_one_meeting_is_the_one_the_article_is_about(read: Read) -> None:
    text = "#海州港口发展大会召开\n云州麦田产业峰会12日举行。海州港口发展大会13日召开。"
    assert [(m.name, m.primary) for m in meetings(read, text)] == [
        ("海州港口发展大会", True),
        ("云州麦田产业峰会", False),
    ]


def test_a_press_conference_names_its_meeting(read: Read) -> None:
    found = {meeting.name: meeting for meeting in meetings(read, "云州麦田博览会新闻发布会13日举行。")}
    assert found["云州麦田博览会新闻发布会"].parent == "云州麦田博览会"
    assert found["云州麦田博览会新闻发布会"].primary


def test_a_name_stands_where_the_record_says(read: Read) -> None:
    text = "昨天，第三届云州麦田博览会在云州举行。"
    (meeting,) = meetings(read, text)
    assert text[meeting.start : meeting.end] == meeting.name


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("云州市港口咨询会议（简称“云港会”）开幕。", "云州市港口咨询会议", {"云港会"}),
        ("云咨会昨天闭幕。与会者说，云咨会办得好。", "云州市港口咨询会议", {"云咨会"}),
        ("云咨会昨天闭幕。", "云州市港口咨询会议", set()),  # once may be chance
        ("大会开幕。大会闭幕。", "云州市港口发展大会", set()),  # a word of the dictionary
        ("三中全会开幕。三中全会闭幕。", "中国云州研究会全体会议", set()),  # part of another word
    ],
)
def test_short_forms(text: str, name: str, expected: set[str]) -> None:
    assert short_forms(text, name) == expected

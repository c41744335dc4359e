"""Bylines, photo credits and captions told apart; names taken from bylines."""

from __future__ import annotations

import pytest

from huiyao.ingest.credits import is_byline, is_caption, is_credit, names_in, names_in_lead, split_tail


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("本报记者 王小某 李大某", ("王小某", "李大某")),
        ("本报首席记者　王小某　通讯员　李大某", ("王小某", "李大某")),
        ("记者王小某 李某报道", ("王小某", "李某")),
        ("（记者 王小某 通讯员 李大某、赵某）", ("王小某", "李大某", "赵某")),
        ("(通讯员 赵松某)", ("赵松某",)),
        ("（毛某某沈某某）", ("毛某某沈某某",)),
        ("（市局办公室 许某某）", ("许某某",)),
        ("（江海银行）", ()),
        ("作者：王小某", ("王小某",)),
        ("文/王小某", ("王小某",)),
        ("本报记者 王小某 李大某 文/图", ("王小某", "李大某")),
        ("记者 王小某 通讯员 李大某 文/摄", ("王小某", "李大某")),
        ("（江海发布 记者 王小某 实习生 李大某）", ("王小某", "李大某")),
        ("（王小某/文 李大某/图）", ("王小某",)),
        ("文/本报记者 王小某 图/李大某", ("王小某",)),
        ("新华社记者 王小某", ("王小某",)),
        ("江海日报记者 王小某", ("王小某",)),
        ("驻京记者 王小某", ("王小某",)),
        ("本报记者 阿不都·热合曼某 王小某", ("阿不都·热合曼某", "王小某")),
        ("来源：江海发布 作者：王小某", ("王小某",)),
        ("来源：江海发布", ()),
        ("江海日报 2024年5月7日 星期二 第3版", ()),
        ("□本报记者 王小某", ("王小某",)),
        ("本报记者 王小某 北京报道", ("王小某",)),
        ("本报记者 王小某 广州报道", ("王小某",)),
        ("本报记者 王小某 李大某报道", ("王小某", "李大某")),
        ("本报记者 王小某 发自江海", ("王小某",)),
        ("2024-05-01 09:30 来源：江海网", ()),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    assert is_byline(line)
    assert not is_credit(line)
    assert names_in(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "本报记者 王小某 摄",
        "王小某 摄",
        "王小某摄",
        "（王小某 李某 摄）",
        "新华社记者 王小某 摄",
        "新华社发（王小某摄）",
        "王小某 供图",
        "摄影：王小某",
        "图/江海社",
        "图片来源：江海网",
        "资料图片",
    ],
)
def test_photo_credits(line: str) -> None:
    assert is_credit(line)
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "记者节座谈会在江海市举行",
        "记者关注",
        "作者简介",
        "记者从会上获悉",
        "通讯员培训班开班",
        "评论员文章",
        "电影在江海开拍摄",
        "绘制宏伟蓝图",
        "（详见第三版）",
        "（二〇二四年五月一日通过）",
        "保持沟通至关重要",
        "会议由记者协会主办，王小某主持。",
    ],
)
def test_neither_byline_nor_credit(line: str) -> None:
    assert not is_byline(line)
    assert not is_credit(line)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("图为会议现场。", True),
        ("江海市区全景（王小某 摄）", True),
        ("与会代表合影。王小某 摄", True),
        ("▲与会代表合影", True),
        ("会议讨论了图书出版工作。", False),
        ("左图右史的传统得到继承。", False),
    ],
)
def test_captions(line: str, wanted: bool) -> None:
    assert is_caption(line) is wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("会议闭幕。”林某某说。 本报记者 王小某", ("会议闭幕。”林某某说。", "本报记者 王小某", "")),
        ("会议闭幕。（毛某某沈某某）", ("会议闭幕。", "（毛某某沈某某）", "")),
        ("会议闭幕。(通讯员 赵某某)", ("会议闭幕。", "(通讯员 赵某某)", "")),
        (
            "会议闭幕。（市局办公室 许某某）视察展厅视察大厅",
            ("会议闭幕。", "（市局办公室 许某某）", "视察展厅视察大厅"),
        ),
        ("会议闭幕。 本报记者 王小某 摄", ("会议闭幕。", "本报记者 王小某 摄", "")),
        ("会议闭幕。（详见第三版）", None),
        ("会议由市委（办公室）主办。", None),
        ("会议闭幕。记者从会上获悉，明年再办。", None),
        ("会议通过决定（王小某）", None),
    ],
)
def test_bylines_behind_the_last_sentence(line: str, wanted: tuple[str, str, str] | None) -> None:
    assert split_tail(line) == wanted


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("本报讯（记者 王小某）昨天，会议召开。", ("王小某",)),
        ("本报讯（记者桫某）昨天，会议召开。", ("桫某",)),
        ("东北网5月23日讯(王作某 李会某 记者 刘某) 23日，会议召开。", ("王作某", "李会某", "刘某")),
        ("会议昨天召开。(通讯员 赵松某)会议昨天召开，各方参加。", ("赵松某",)),
        ("央视网消息（新闻联播）：会议召开。", ()),
        ("本报讯（综合报道）会议召开。", ()),
        ("江海市记者协会（以下简称记者协会）召开会议。", ()),
        ("市长（记者注：即林某某）主持会议。", ()),
    ],
)
def test_names_in_the_lead(text: str, names: tuple[str, ...]) -> None:
    assert names_in_lead(text) == names

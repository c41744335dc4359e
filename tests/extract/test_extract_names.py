"""Names of persons by their form and by what stands behind them."""

from __future__ import annotations

import pytest

from huiyao.extract import foreign_names, names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("伊娜·莫罗关注绿色航运。她建议，扩建码头。", "伊娜·莫罗"),  # no end fits, and only words follow
        ("伊娜·莫罗投身麦田。", "伊娜·莫罗"),
        ("伊娜·莫罗因航班延误未能到场。", "伊娜·莫罗"),
        ("伊娜·莫罗嵘说，麦田很好。", "伊娜·莫罗嵘"),  # one character is no word
        ("伊娜·莫罗表示，麦田很好。", "伊娜·莫罗"),
        ("高桥纯一：“麦田很好。”", "高桥纯一"),
        ("渡边研一认为，麦田很好。", "渡边研一"),
    ],
)
def test_where_a_foreign_name_ends(text: str, name: str) -> None:
    assert text[: names.name_at(text, 0)] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Chinese names
        ("林小田表示，", "林小田"),
        ("林田表示，", "林田"),
        ("林小田，", "林小田"),
        ("林小田、周大山", "林小田"),
        ("林小田", "林小田"),
        ("林田出席会议", "林田"),
        ("林小田主持会议", "林小田"),
        ("林小田在会上", "林小田"),
        ("林小田等出席", "林小田"),
        ("林小田（左二）", "林小田"),
        ("诸葛小田表示", "诸葛小田"),
        ("司马青说，", "司马青"),
        ("周大山博士认为", "周大山"),
        ("周大山介绍", "周大山"),
        ("周大山一行", "周大山"),
        ("韩大米和周小麦", "韩大米"),
        # foreign names
        ("罗伯特·格林菲尔德表示", "罗伯特·格林菲尔德"),
        ("安娜•贝尔说", "安娜•贝尔"),
        ("罗·巴·塞拉出席", "罗·巴·塞拉"),
        ("巴雷托说，", "巴雷托"),
        ("戈麦斯和", "戈麦斯"),
        ("德拉科娃表示", "德拉科娃"),
        ("克林拜尔当天表示", "克林拜尔"),
        ("周大山拜会", "周大山"),
        ("高树诚在演讲中", "高树诚"),
        ("周静回应称", "周静"),
        ("岩田健一提出", "岩田健一"),
        ("John Greenfield表示", "John Greenfield"),
        # a name in no familiar form
        ("博思棱说，", "博思棱"),
        # rare surnames
        ("铁小田表示", "铁小田"),
        ("傅小田表示", "傅小田"),
        ("冼小田出席", "冼小田"),
        # 年 behind what people wish for, 也 of Japan, 发 of what is sent
        # 一 where nothing is counted; what somebody does right behind the name
        ("林小一及全体", "林小一"),
        ("林小一，", "林小一"),
        ("林田一行", "林田"),
        ("林小田常把这句话", "林小田"),
        ("林小田蹲在门口", "林小田"),
        ("洪小田出席", "洪小田"),
        ("姒小田，", "姒小田"),
        ("小早川健一等", "小早川健一"),
        ("林永年，", "林永年"),
        ("林鹤年主持", "林鹤年"),
        ("林晓月告诉记者", "林晓月"),
        ("高桥哲也则", "高桥哲也"),
        # what is done together, for another, or seen so
        ("林煜共同主持", "林煜"),
        ("林可代为发言", "林可"),
        # how somebody acts, or is about to, is no part of a name
        ("萨卡姆强烈谴责", "萨卡姆"),
        ("加兰特欲前往", "加兰特"),
        ("加兰特拟于近期启程", "加兰特"),
        ("林小田看来，", "林小田"),
        ("穆罕默德·塔拉看来，", "穆罕默德·塔拉"),
        ("祁连山汇报了", "祁连山"),
        ("万里程代表科室发言", "万里程"),
        ("林小田全票当选", "林小田"),
        ("安娜·贝尔发来贺信", "安娜·贝尔"),
        ("甘露代表参建单位发言", "甘露"),
        # how somebody says or does it
        ("林田激动地说", "林田"),
        ("林小田频频点头", "林小田"),
        ("林小田跟记者", "林小田"),
        ("林江南教授主持", "林江南"),
        # a word that is a name where somebody speaks
        ("经纬表示，", "经纬"),
        ("甘露主持。", "甘露"),
        # what follows a name: an adverb of manner, an idiom, a day
        ("林小田激动地说", "林小田"),
        ("林小田如是说", "林小田"),
        ("林小田帮她", "林小田"),
        ("林小田语重心长", "林小田"),
        ("林小田今年四十岁", "林小田"),
        # an aspect behind its verb, a noun that nobody else bears
        ("林小田拍着树干", "林小田"),
        ("林小田嗓子哑了", "林小田"),
        ("林小田上台时", "林小田"),
        ("林小田因病未到", "林小田"),
        # 和 where it joins nothing, 年 and 月 in front of what somebody does
        ("林清和致欢迎辞", "林清和"),
        ("林清和介绍，", "林清和"),
        ("林清和周大山出席", "林清"),
        ("林清和介绍信", "林清"),
        ("林永年参加审议", "林永年"),
        ("林惜月发言", "林惜月"),
        ("廉洁在回应时介绍，", "廉洁"),
        ("秋泽主持。", "秋泽"),
        ("林田则提醒，", "林田"),
        ("林承则在致辞中说", "林承则"),
        ("林田教授认为", "林田"),
        ("林田拉住了记者", "林田"),
        ("林小田拉住了记者", "林小田"),
        ("林田起身作了检讨", "林田"),
        ("林天年表示，", "林天年"),
        ("林学月，", "林学月"),
        ("林向前分别就", "林向前"),
        ("林田一边招呼客人", "林田"),
        ("林清和女士代表校友", "林清和"),
        ("白音就建设方案作了说明", "白音"),
        ("牛犇代表参建单位发言", "牛犇"),
        # a monarch, a Japanese name, a hyphen, a name before a date
        ("德拉普六世表示", "德拉普六世"),
        ("高桥光彦认为", "高桥光彦"),
        ("小野寺光等作了报告", "小野寺光"),
        ("佐佐木光一郎说", "佐佐木光一郎"),
        ("让-巴克·塞拉表示", "让-巴克·塞拉"),
        ("塞拉-贝尔会谈时", "塞拉-贝尔"),
        ("巴雷提23日说", "巴雷提"),
    ],
)
def test_name_at(text: str, name: str) -> None:
    assert names.name_at(text, 0) == len(name)


@pytest.mark.parametrize(
    "text",
    [
        "，",
        "",
        "团会议召开",
        "们表示",
        "安全返回",
        "和平发展",
        "高度评价",
        "级会议",
        "性问题",
        "会议指出",
        "的讲话",
        # no name begins with a preposition, a modal or a pronoun
        "在海州考察期间",
        "给林小田写信",
        "要将这一要求",
        "赴海州，",
        # whose wife or envoy it is
        "林小田特别代表",
        "林小田夫人",
        # a year, a month, a time before
        "全一年，",
        "单三月，",
        "任职前表示，",
        # a word for a group or a time
        "方面表示，",
        "全程主持。",
        "夏天主持。",
        "全程就此事作了说明",
        "成员表示，",
    ],
)
def test_no_name(text: str) -> None:
    assert names.name_at(text, 0) is None


@pytest.mark.parametrize(
    ("text", "length"), [("林小田", 1), ("诸葛小田", 2), ("欧阳小田", 2), ("们", 0), ("", 0), ("的林", 0)]
)
def test_surname_length(text: str, length: int) -> None:
    assert names.surname_length(text, 0) == length


@pytest.mark.parametrize("word", ["林小田", "周青禾", "诸葛小田"])
def test_looks_like_name(word: str) -> None:
    assert names.looks_like_name(word)


@pytest.mark.parametrize(
    "word",
    [
        "",
        "林",
        "林小田大山",
        "会议",
        "高度",
        "孟方",
        "白军",
        "安全",
        "林A",
        "林说",
        "马上",
        "江苏",
        "全国",
        "方案",
        "关系",
        "白皮书",
    ],
)
def test_does_not_look_like_a_name(word: str) -> None:
    assert not names.looks_like_name(word)


@pytest.mark.parametrize(
    ("word", "foreign"),
    [
        ("罗伯特·格林菲尔德", True),
        ("阿曼古丽·买买提", True),
        ("安娜·M", True),
        ("云州诗人马利·贝尔", False),
        ("安娜·贝尔的家人", False),
        ("安娜·贝尔校长", False),
    ],
)
def test_a_dotted_name_holds_no_description(word: str, foreign: bool) -> None:
    assert foreign_names.looks_foreign(word) == foreign

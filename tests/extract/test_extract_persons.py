"""Persons of an article: who is introduced by a title, with which positions, and where each is mentioned."""

from __future__ import annotations

import pytest

from huiyao.extract.mentions import locate_mentions
from huiyao.extract.persons import find_people
from huiyao.extract.positions import ends_title


def persons(text: str) -> dict[str, list[str]]:
    found = find_people(text, [(0, len(text))])
    return {name: [position.text for position in person.positions] for name, person in found.persons.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云州市市长林小田出席会议。", {"林小田": ["云州市市长"]}),
        ("云州市委副书记、市长林小田表示，形势很好。", {"林小田": ["云州市委副书记", "市长"]}),
        ("麦田集团董事长、总裁兼首席执行官周大山说。", {"周大山": ["麦田集团董事长、总裁兼首席执行官"]}),
        ("法国总统德拉科娃在会上讲话。", {"德拉科娃": ["法国总统"]}),
        ("麦田（中国）有限公司总经理周大山介绍了情况。", {"周大山": ["麦田（中国）有限公司总经理"]}),
        ("麦田集团创始人罗伯特·格林菲尔德认为，前景广阔。", {"罗伯特·格林菲尔德": ["麦田集团创始人"]}),
        # 兼 begins no name
        ("海州传动集团执行董事会成员兼亚太区总裁林小田说。", {"林小田": ["海州传动集团执行董事会成员兼亚太区总裁"]}),
        # several in one sentence
        (
            "云州市市长林小田、海州市市长周大山出席会议。",
            {"林小田": ["云州市市长"], "周大山": ["海州市市长"]},
        ),
        (
            "云州市副市长林小田、周大山、韩青出席。",
            {"林小田": ["云州市副市长"], "周大山": ["云州市副市长"], "韩青": ["云州市副市长"]},
        ),
        ("云州市副市长林小田和周大山出席。", {"林小田": ["云州市副市长"], "周大山": ["云州市副市长"]}),
        # what stands before is no part of the position
        ("会上，云州市市长林小田致辞。", {"林小田": ["云州市市长"]}),
        ("会议由云州市副市长林小田主持。", {"林小田": ["云州市副市长"]}),
        ("出席会议的云州市市长林小田说。", {"林小田": ["云州市市长"]}),
        # the fuller positions win, wherever they stand
        ("市长林小田致辞。云州市委副书记、市长林小田说。", {"林小田": ["云州市委副书记", "市长"]}),
        ("云州市委副书记、市长林小田说。市长林小田致辞。", {"林小田": ["云州市委副书记", "市长"]}),
        # an appointment
        ("会议宣布：林小田任云州市教育局局长。", {"林小田": ["云州市教育局局长"]}),
        ("大会选举结果：林小田当选为云州市作家协会主席。", {"林小田": ["云州市作家协会主席"]}),
        # a name in no familiar form that speaks elsewhere
        ("麦田集团总裁博思棱出席。活动结束。博思棱说：“很好。”", {"博思棱": ["麦田集团总裁"]}),
        # the Chinese form behind the Latin one; brackets of either width
        ("麦田集团总裁Anna Bell（安娜·贝尔）说。", {"安娜·贝尔": ["麦田集团总裁"]}),
        ("麦田集团总裁 Anna Bell（安娜·贝尔）说。", {"安娜·贝尔": ["麦田集团总裁"]}),
        ("麦田集团(Wheat AB)全球总监安娜·贝尔说。", {"安娜·贝尔": ["麦田集团(Wheat AB)全球总监"]}),
        # a country is no name in front of a title
        ("汤加国王德拉普六世来到云州。", {"德拉普六世": ["汤加国王"]}),
        ("加州州长纽森已宣布停工。", {"纽森": ["加州州长"]}),
        ("伊拉克总理德拉普20日表示，形势很好。", {"德拉普": ["伊拉克总理"]}),
        # a title behind the name of who comes and speaks
        ("会后，林小田市长来到云州港。", {"林小田": ["市长"]}),
        ("会后，林小田市长级别不变。", {}),
        # reporters are no persons of the article
        ("本报记者林小田报道", {}),
        ("记者 林小田 通讯员 周大山", {}),
        ("责任编辑林小田", {}),
        # at work without a title in front; sure by a title elsewhere
        ("会议开始。林小田出席会议。", {"林小田": []}),
        ("会议开始，林小田主持会议。", {"林小田": []}),
        ("云州银行行长博思帆携家人来到。博思帆说，项目开工。", {"博思帆": ["云州银行行长"]}),
        # no name behind the title
        ("市长会议昨天召开。", {}),
        ("云州市市长出席会议。", {}),
        ("主席团会议昨天召开。", {}),
        ("代表们认真讨论。", {}),
        ("人大代表性强。", {}),
        ("这家公司总部在市长春路。", {}),
        ("没有人名。", {}),
        ("", {}),
    ],
)
def test_find_people(text: str, expected: dict[str, list[str]]) -> None:
    assert persons(text) == expected


def test_only_the_passages_are_read() -> None:
    text = "云州市市长林小田出席。海州市市长周大山出席。"
    assert list(find_people(text, [(11, len(text))]).persons) == ["周大山"]


def test_mentions_are_everywhere_a_name_stands() -> None:
    text = "云州市市长林小田出席。林小田说，形势很好。会后，林小田市长接受采访。"
    people = find_people(text, [(0, len(text))])
    assert [text[m.name_start : m.name_end] for m in people.mentions] == ["林小田"] * 3
    assert [text[m.start : m.end] for m in people.mentions] == ["云州市市长林小田", "林小田", "林小田市长"]


def test_mentions_within_a_span() -> None:
    text = "云州市市长林小田出席。林小田说，形势很好。"
    people = find_people(text, [(0, len(text))])
    assert [m.name_start for m in people.within(11, len(text))] == [11]


def test_a_honorific_belongs_to_the_mention_and_not_to_the_name() -> None:
    text = "麦田集团总裁周大山先生致辞。"
    people = find_people(text, [(0, len(text))])
    (mention,) = people.mentions
    assert (mention.name, text[mention.start : mention.end]) == ("周大山", "麦田集团总裁周大山先生")


def test_a_title_that_goes_on_ends_only_behind_its_last_word() -> None:
    assert persons("中央书记处书记林小田讲话。") == {"林小田": ["中央书记处书记"]}
    assert [ends_title("云州市秘书长林小田", 0, at, 9) for at in (5, 6)] == [False, True]


@pytest.mark.parametrize(
    ("text", "mentioned"),
    [
        ("云州市公安局局长林小田到场。林局长说，人已找到。", ["林小田", "林小田"]),
        ("云州市公安局局长林小田到场。林副局长说，人已找到。", ["林小田", "林小田"]),
        # two of the surname, no clause's head, a name in full
        ("云州市公安局局长林小田、副局长林大山到场。林局长说，人已找到。", ["林小田", "林大山"]),
        ("云州市公安局局长林小田到场。人们向林局长致谢。", ["林小田"]),
        ("云州市公安局局长欧阳田到场。欧阳局长说，人已找到。", ["欧阳田", "欧阳田"]),
    ],
)
def test_mentions_by_surname_and_title(text: str, mentioned: list[str]) -> None:
    assert [mention.name for mention in find_people(text, [(0, len(text))]).mentions] == mentioned


def test_the_longest_of_names_that_overlap_is_mentioned() -> None:
    text = "法国总统莉娜·霍夫曼出席。德国总理霍夫曼到场。莉娜·霍夫曼说，形势很好。"
    people = find_people(text, [(0, len(text))])
    last = people.mentions[-1]
    assert text[last.name_start : last.name_end] == "莉娜·霍夫曼"


def test_mentions_are_located_anew_for_who_joins() -> None:
    text = "云州市市长林小田出席。韩青说，形势很好。"
    passages = [(0, len(text))]
    people = find_people(text, passages)
    people.add("韩青", (11, 13), ())
    locate_mentions(text, passages, people)
    assert [mention.name for mention in people.mentions] == ["林小田", "韩青"]

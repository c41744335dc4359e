"""Whose words they are where no name stands right before the cue: joint speakers, carried subjects, citations, lists."""

from __future__ import annotations

import pytest
from tests.extract.told import MAYOR, Read, Told, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{MAYOR}提出三点主张。一是建园。二是修路。", [("林小田", "一是建园。二是修路。")]),
        (
            f"{MAYOR}提出三点主张。\n一是建园。\n二是修路。",
            [("林小田", "一是建园。"), ("林小田", "二是修路。")],
        ),
        (f"{MAYOR}讲了两点意见。首先，建设公园。", [("林小田", "首先，建设公园。")]),
        (f"{MAYOR}提出三点主张。云州港已经建成。", []),
        (f"{MAYOR}听取了云州市公安局的通报，海州市市长周大山出席。", []),
        (f"{MAYOR}宣布开工，海州市市长周大山致辞。", []),
        (f"{MAYOR}应邀听取意见建议，海州市市长周大山出席。", []),
        (f"{MAYOR}提出三点主张。\n云州港已经建成。", []),
    ],
)
def test_lists_announced_by_a_sentence(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the pronoun or the group at the head is the subject of the whole sentence
        (f"{MAYOR}致辞。他简要介绍了情况，表示云州港已经建成。", [("林小田", "云州港已经建成。")]),
        ("与会代表分组审议了报告，一致认为报告实事求是。", [("与会代表", "报告实事求是。")]),
        ("与会代表分组审议了报告，一致认为，报告实事求是。", [("与会代表", "报告实事求是。")]),
        (f"{MAYOR}致辞。他们看了展览，表示云州港已经建成。", []),
        ("他们看了展览，表示云州港已经建成。", []),
        # members of a body speak one after the other
        (
            f"{MAYOR}表示，云州在变。周大山委员认为，路要修通；韩大米委员提出，公园要建好。",
            [("林小田", "云州在变。"), ("周大山", "路要修通"), ("韩大米", "公园要建好。")],
        ),
    ],
)
def test_who_heads_the_sentence_is_its_subject(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read, text) == expected


def test_two_persons_speak_together(read: Read) -> None:
    found = read(f"{MAYOR}和海州市市长周大山会谈。", "林小田和周大山表示，云州港已经建成。")
    assert [(s.speaker, s.named, s.text) for s in found.statements] == [("林小田和周大山", False, "云州港已经建成。")]
    assert [speaker.name for speaker in found.speakers] == ["林小田", "周大山"]


def test_one_of_two_is_known_by_this_alone(read: Read) -> None:
    found = read("法国总统德拉科娃来到云州。", "塞拉贝和德拉科娃表示，云州港已经建成。")
    assert [(s.speaker, s.text) for s in found.statements] == [("塞拉贝和德拉科娃", "云州港已经建成。")]
    assert {speaker.name for speaker in found.speakers} == {"塞拉贝", "德拉科娃"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("法国总统德拉科娃在与到访的海州市市长周大山举行的会谈后表示，云州在变。", [("德拉科娃", "云州在变。")]),
        ("法国总统德拉科娃与到访的海州市市长周大山会谈时表示，云州在变。", [("德拉科娃", "云州在变。")]),
        ("包括海州市市长周大山在内的多名官员宣布辞职。", []),
        ("应海州市市长周大山要求，云州派出专家。", []),
        (
            f"{MAYOR}认为，云州在变。海州市市长周大山介绍了经验，他说“教育比技术更花时间”。",
            [("林小田", "云州在变。"), ("周大山", "教育比技术更花时间")],
        ),
        # a part of a dotted name means the whole
        ("海州日报刊登了对安娜·贝尔的采访。贝尔表示，云州在变。", [("安娜·贝尔", "云州在变。")]),
        ("海州日报刊登了对塞拉德尼·贝尔的采访。塞拉表示，云州在变。", [("塞拉德尼·贝尔", "云州在变。")]),
    ],
)
def test_who_of_several_it_is(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read, text) == expected


def test_a_person_met_does_not_speak_with_the_other(read: Read) -> None:
    text = f"{MAYOR}会见海州市市长周大山。林小田在与周大山会谈后表示，云州港已经建成。"
    assert told(read, text) == [("林小田", "云州港已经建成。")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a deed told within what is said
        (
            f"{MAYOR}表示，两市越走越近。2016年，周大山主席与各市领导人共同宣布建立伙伴关系。云州港已经建成。",
            [
                (
                    "林小田",
                    "两市越走越近。2016年，周大山主席与各市领导人共同宣布建立伙伴关系。云州港已经建成。",
                )
            ],
        ),
        # the words of others cited at the head of one's own
        (f"{MAYOR}说，这次大会提出，要守住底线。", [("林小田", "这次大会提出，要守住底线。")]),
        (f"{MAYOR}强调，海州市市长周大山指出，要守住底线。", [("林小田", "海州市市长周大山指出，要守住底线。")]),
        (f"{MAYOR}表示，云州在变。中方呼吁各方保持克制。", [("林小田", "云州在变。中方呼吁各方保持克制。")]),
        # nouns are no cues
        (f"{MAYOR}有关云州的三点主张，很重要。", []),
        (f"{MAYOR}表示，海州的三点主张很好。", [("林小田", "海州的三点主张很好。")]),
        ("林小田的有关建议，很好。", []),
        # a new subject at the head of its sentence, or behind a semicolon, does speak
        (
            f"{MAYOR}表示，云州港已经建成。同一天，海州市市长周大山宣布建设新港。",
            [("林小田", "云州港已经建成。"), ("周大山", "建设新港。")],
        ),
        (
            f"{MAYOR}建议，建设新港；海州市市长周大山主张搭建平台。",
            [("林小田", "建设新港"), ("周大山", "搭建平台。")],
        ),
    ],
)
def test_reports_within_reports(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{MAYOR}在会上回顾了往事；强调要守住底线；表示云州港已经建成。",
            [("林小田", "要守住底线"), ("林小田", "云州港已经建成。")],
        ),
        (f"{MAYOR}来到云州港。调研期间主持召开座谈会，强调安全是底线。", [("林小田", "安全是底线。")]),
        ("会议还研究了其他事项，要求各部门抓紧落实。", [("会议", "各部门抓紧落实。")]),
        (f"{MAYOR}登上码头，庄严宣告云州港建成。", [("林小田", "云州港建成。")]),
        (
            f"{MAYOR}说，“现在就修！”海州市市长周大山松了口，表示要修路。",
            [("林小田", "现在就修！"), ("周大山", "要修路。")],
        ),
        (f"{MAYOR}已宣布云州港开放。", [("林小田", "云州港开放。")]),
        ("海州政府已宣布道路开放。", [("海州政府", "道路开放。")]),
        # no person heads the sentences before, and another subject stands in this one
        ("云州港已经建成。调研期间主持召开座谈会，强调安全是底线。", []),
        (f"{MAYOR}来到云州港。港口坐落江边，强调安全是底线。", []),
    ],
)
def test_subjects_carried_over(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "针对海州政府宣布停工，云州继续施工。",
        "根据海湾救援组织公布的数据，道路已经中断。",
        "与海州政府共同宣布停工。",
        "包括海州在内的多个政府宣布停工。",
    ],
)
def test_what_begins_no_subject(read: Read, text: str) -> None:
    assert told(read, text) == []


@pytest.mark.usefixtures("rules_alone")
def test_the_first_report_of_a_paragraph_begins_with_its_sentence(read: Read) -> None:
    text = "云州市统计局相关负责人在发布会上表示，市场正在恢复。\n今年新建公园三座。发布会上，云州银行表示，利率不变。"
    assert told(read, text) == [
        ("云州市统计局相关负责人", "市场正在恢复。"),
        ("云州市统计局相关负责人", "今年新建公园三座。"),
        ("云州银行", "利率不变。"),
    ]

"""Speakers: who presides, who speaks, who only attends."""

from __future__ import annotations

import pytest

from huiyao.extract.persons import find_people
from huiyao.extract.roles import find_speakers


def roles(text: str, *quoted: str) -> dict[str, str]:
    body = [(0, len(text))]
    return {speaker.name: speaker.role for speaker in find_speakers(text, body, find_people(text, body), set(quoted))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # presiding
        ("云州市市长林小田主持会议。", {"林小田": "chair"}),
        ("云州市市长林小田主持召开座谈会。", {"林小田": "chair"}),
        ("会议由云州市市长林小田主持。", {"林小田": "chair"}),
        ("云州市市长林小田主持会议并作总结讲话。", {"林小田": "chair"}),
        ("林小田、周大山、吴青禾等企业家代表踊跃发言。", dict.fromkeys(("林小田", "周大山", "吴青禾"), "speaker")),
        ("云州市市长林小田主持会议并讲话。", {"林小田": "chair"}),
        ("云州市副市长林小田在会上讲话，并主持会议。", {"林小田": "chair"}),
        ("云州市市长林小田致辞。会议由林小田主持。", {"林小田": "chair"}),
        # speaking
        ("云州市教育局局长周大山就关于提请审议办学条例修正草案的议案作了说明。", {"周大山": "speaker"}),
        (
            "云州市教育局局长周大山、林田分别就办学、招生、道路、公园等工作要点进行了说明。",
            {"周大山": "speaker", "林田": "speaker"},
        ),
        ("云州市教育局局长周大山就地走了。", {}),
        ("与会人员观看了云州大学教授周大山的授课视频。", {}),
        ("云州大学研究员周大山演示了急救操作。", {"周大山": "speaker"}),
        ("云州市市长林小田致辞。", {"林小田": "speaker"}),
        ("云州市市长林小田出席并致辞。", {"林小田": "speaker"}),
        ("云州市市长林小田出席会议并讲话。", {"林小田": "speaker"}),
        ("云州市市长林小田在开幕式上致欢迎辞。", {"林小田": "speaker"}),
        ("麦田集团总裁周大山作交流发言。", {"周大山": "speaker"}),
        ("麦田集团总裁周大山发表主旨演讲。", {"周大山": "speaker"}),
        ("云州大学教授周大山作主题报告。", {"周大山": "speaker"}),
        ("云州市教育局局长周大山介绍有关情况。", {"周大山": "speaker"}),
        ("云州市教育局局长周大山宣读决定。", {"周大山": "speaker"}),
        ("云州市市长林小田接受采访。", {"林小田": "speaker"}),
        ("云州市市长林小田逐一点评。", {"林小田": "speaker"}),
        ("会议听取了云州市教育局局长周大山受市政府委托所作的关于办学情况的报告。", {"周大山": "speaker"}),
        ("云州市市长林小田接受多家媒体采访。", {"林小田": "speaker"}),
        ("云州市市长林小田就港口、公园、道路等话题回答了记者提问。", {"林小田": "speaker"}),
        ("云州市市长林小田一同回答记者提问。", {"林小田": "speaker"}),
        ("云州市市长林小田作投资环境推介，散会。", {"林小田": "speaker"}),
        ("会议听取了云州市教育局局长周大山所作的工作汇报。", {"周大山": "speaker"}),
        ("云州市市长林小田、海州市市长周大山先后致辞。", {"林小田": "speaker", "周大山": "speaker"}),
        ("云州市市长林小田出席会议。林小田致辞。", {"林小田": "speaker"}),
        ("云州市市长林小田主持会议，海州市市长周大山致辞。", {"林小田": "chair", "周大山": "speaker"}),
        # on a stage several discuss; a list goes on with somebody whose name is not read
        (
            "云州公司总裁林小田、海州大学教授周大山等围绕“港口怎么办”展开讨论。",
            {"林小田": "speaker", "周大山": "speaker"},
        ),
        ("云州公司总裁林小田就投资者关心的问题进行了交流。", {"林小田": "speaker"}),
        (
            "林小田、周大山、吴青禾等嘉宾围绕“港口怎么办”展开热烈讨论。",
            dict.fromkeys(("林小田", "周大山", "吴青禾"), "speaker"),
        ),
        ("林小田、周大山、林江南先后发言。", dict.fromkeys(("林小田", "周大山", "林江南"), "speaker")),
        ("云州市市长林小田就贯彻会议精神提出要求。", {"林小田": "speaker"}),
        ("云州市市长林小田对防火工作进行安排。", {"林小田": "speaker"}),
        ("云州市市长林小田就共同关心的问题深入交换意见。", {}),
        (
            "云州银行行长林小田、海州银行副行长都行、青禾银行行长周大山先后发言。",
            {"林小田": "speaker", "周大山": "speaker"},
        ),
        (
            "教师代表、植物学院教授林小田，在校生代表、2022级作物与工程专业学生周大山先后发言。",
            {"林小田": "speaker", "周大山": "speaker"},
        ),
        ("云州银行行长林小田、海州银行副行长都行分别推介了“果农贷”。", {"林小田": "speaker"}),
        ("云州医院院长林小田致欢迎词。", {"林小田": "speaker"}),
        # attending
        ("云州市市长林小田出席会议。", {"林小田": "attendee"}),
        ("云州市市长林小田、海州市市长周大山参加活动。", {"林小田": "attendee", "周大山": "attendee"}),
        ("云州市市长林小田陪同考察。", {"林小田": "attendee"}),
        # neither
        ("大家学习云州市市长林小田在大会上的讲话。", {}),
        ("云州市市长林小田在大会上发表的讲话语重心长。", {}),
        ("云州市市长林小田的家乡是青禾县。", {}),
        ("云州大学教授周大山获奖。", {}),
        ("会议昨天召开。", {}),
        ("云州市市长林小田与主持人合影。", {}),
        # what others do with somebody, to somebody, or as a group
        ("海州市市长周大山到访，与云州市市长林小田会谈，并宣布一项计划。", {}),
        ("海州市市长周大山会见云州市市长林小田，介绍有关情况。", {}),
        ("海州市市长周大山与云州市市长林小田共同主持会议。", {"周大山": "chair", "林小田": "chair"}),
        ("教育局局长周大山向云州市市长林小田汇报工作。", {}),
        ("大家以云州市市长林小田的要求为准，总结经验。", {}),
        ("包括云州市市长林小田在内的多名官员宣布辞职。", {}),
        # speech as the thing that is heard, named or taken back
        ("云州市市长林小田到会听取发言。", {}),
        ("云州市市长林小田听取汇报并讲话。", {"林小田": "speaker"}),
        ("大家会见来访的云州市市长林小田，听取他对港口建设的汇报。", {"林小田": "speaker"}),
        ("会议听取了云州市市长林小田关于建设港口、公园和道路进展的说明，听取了汇总情况。", {"林小田": "speaker"}),
        ("云州市市长林小田必须撤回相关发言。", {}),
        ("云州市市长林小田出席汇报会。", {"林小田": "attendee"}),
        ("云州市市长林小田介绍会议情况。", {"林小田": "speaker"}),
        ("大家学习云州市市长林小田重要讲话。", {}),
        ("云州市市长林小田作重要讲话。", {"林小田": "speaker"}),
    ],
)
def test_roles(text: str, expected: dict[str, str]) -> None:
    assert roles(text) == expected


def test_who_is_quoted_speaks() -> None:
    assert roles("云州市市长林小田出席会议。", "林小田") == {"林小田": "speaker"}


def test_who_presides_and_is_quoted_presides() -> None:
    assert roles("云州市市长林小田主持会议。", "林小田") == {"林小田": "chair"}


def test_speakers_come_in_the_order_of_the_text() -> None:
    text = "云州市市长林小田、海州市市长周大山出席。周大山致辞。林小田致辞。"
    assert list(roles(text)) == ["林小田", "周大山"]


def test_a_speaker_has_the_first_position_apart() -> None:
    text = "云州市委副书记、市长林小田致辞。"
    (speaker,) = find_speakers(text, [(0, len(text))], find_people(text, [(0, len(text))]), set())
    assert (speaker.organization, speaker.title) == ("云州市委", "副书记")
    assert speaker.positions == ("云州市委副书记", "市长")
    assert text[speaker.start : speaker.end] == "林小田"

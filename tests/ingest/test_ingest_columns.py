"""Which lines are joined to the one before, and which are not."""

from __future__ import annotations

import pytest

from huiyao.ingest.columns import rejoin
from huiyao.ingest.lines import Line, split_lines
from huiyao.ingest.sentences import is_finished, is_heading, is_title, starts_dateline

LEAD = "市长林某某昨天主持会议。会议听取了情况汇报。\n\n"


def rejoined(text: str, printed: bool = True) -> list[str]:
    return [line.text for line in rejoin(split_lines(text), printed=printed)]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("林某某说,平台十分重要。“保持沟通,这是至关", "重要的事情。”"),
        ("“非常荣幸再次来到江海,我在这里生", "活了6年,把这里看作故乡。”周某某说。"),
        ("目前,全市已建成6家国家级实验室。今后还将建设联合实", "验室,扩大开放。"),
        ("接下来,江海市将参与和发起国际大科学计划和大科", "学工程,支持基础研究。"),
        ("会议指出，要抓好落实。各部门要密切配合，", "形成合力。"),
        ("会议指出，要抓好落实。包括教育、", "医疗等领域"),
        ("会议指出，要抓好落实。实施“一带一路”", "联合实验室建设。"),
        ("会议指出，要抓好落实。全市各部门都要行动", "，确保完成任务。"),
        ("林某某说：“要抓好落实。", "”会议随后闭幕。"),
        ("会议指出，要抓好落实。请来了World", "Bank的专家参加。"),
    ],
)
def test_a_sentence_broken_by_a_column_is_joined(above: str, below: str) -> None:
    joined = above + (" " if above[-1].isascii() and above[-1].isalpha() else "") + below
    assert rejoined(f"{LEAD}{above}\n\n{below}")[1:] == [joined]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("会议指出，要抓好落实。", "会议要求，要加强督查。"),
        ("会议指出，要抓好落实。", "建设三座水库"),
        ("建设三座水库", "会议指出，要抓好落实。"),
        ("“我们要抓好落实。", "“我们还要加强督查。”林某某说。"),
        ("会议指出，一季度增长5.6%。全年增长目标不变", "建设三座水库"),
        ("会议审议了以下事项：", "今年的工作安排，明年的预算。"),
        ("会议指出，要抓好落实。（江海日报社）", "会议要求，要加强督查。"),
        ("会议指出，要抓好落实。全市都要行动起来", "　　会议要求，要加强督查。"),
        ("会议指出，要抓好落实。全市都要行动起来", "本报讯昨天，市政协召开会议。"),
    ],
)
def test_what_is_complete_stays_apart(above: str, below: str) -> None:
    assert rejoined(f"{LEAD}{above}\n\n{below}")[1:] == [above, below.strip()]


def test_a_line_with_a_comma_only_begins_a_sentence_in_print() -> None:
    text = f"{LEAD}林某某，某局局长\n会议要求，要加强督查。"
    assert len(rejoined(text, printed=False)) == 3
    assert len(rejoined(text, printed=True)) == 2


def test_two_lines_of_a_headline_are_not_joined() -> None:
    text = f"打造“创新\n之城”新格局\n\n{LEAD}"
    assert rejoined(text)[:2] == ["打造“创新", "之城”新格局"]


def test_a_sentence_goes_on_behind_a_caption() -> None:
    lines = [Line("会议指出，要抓好落实。各部"), Line("图为会议现场。", 1, kind="caption"), Line("门要配合。", 1)]
    assert [line.text for line in rejoin(lines, printed=True)] == [
        "会议指出，要抓好落实。各部门要配合。",
        "图为会议现场。",
    ]


def test_hard_wrapped_paragraphs_are_joined() -> None:
    paragraph = "　　市长林某某昨天主持召开全市经济工作会议，听取有关部门情况汇报，研究部署下一步重点任务。会议指出，要加快重大项目建设步伐，推动产业转型升级，切实保障和改善民生。"
    wrapped = "\n".join(paragraph[n : n + 20] for n in range(0, len(paragraph), 20))
    assert rejoined(f"某市召开经济工作会议\n\n{wrapped}\n{wrapped}") == [
        "某市召开经济工作会议",
        *[paragraph.strip()] * 2,
    ]


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("会议闭幕。", True),
        ("他说：“会议闭幕。”", True),
        ("会议闭幕。（某某日报）", True),
        ("（资料来源）", True),
        ("建设“一带一路”", False),
        ("全市共有（含郊区）", False),
        ("增长5.6", False),
        ("The meeting closed.", True),
        ("会议审议：", True),
        ("会议闭幕", False),
    ],
)
def test_is_finished(text: str, finished: bool) -> None:
    assert is_finished(text) is finished


@pytest.mark.parametrize(
    ("text", "title", "heading"),
    [
        ("保持沟通至关重要", True, True),
        ("以军称已准备好进攻某地 救助机构称将出现危机", True, True),
        ("全市经济工作会议召开，市长讲话", False, True),
        ("公正执法如何？", False, True),
        ("签约！开工！甲市项目建设提速", False, True),
        ("签约！开工！揭牌！甲市项目建设提速", False, False),
        ("“公正执法如何？”", False, False),
        ("会议闭幕。", False, False),
        ("会议审议：", False, False),
        ("会" * 41, False, False),
        ("会" * 30 + " " + "议" * 30, False, True),
        ("央视网消息（新闻联播）：会议召开", False, False),
    ],
)
def test_is_title_and_is_heading(text: str, title: bool, heading: bool) -> None:
    assert (is_title(text), is_heading(text)) == (title, heading)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("本报讯（记者 王小某）昨天，会议召开。", True),
        ("本报江海5月1日电 会议召开。", True),
        ("新华社北京5月1日电（记者 王小某）会议召开。", True),
        ("东北网5月23日讯(王某 记者 刘某) 会议召开。", True),
        ("央视网消息（新闻联播）：会议召开。", True),
        ("本报举办读者见面会，通讯社代表参加。", False),
        ("昨天，会议召开。", False),
    ],
)
def test_starts_dateline(text: str, wanted: bool) -> None:
    assert starts_dateline(text) is wanted


def test_headings_between_sentences_of_their_own_width_are_no_wrapped_lines() -> None:
    lines = ["改造老旧管网 惠及全市居民", "他建议：“进一步扩大开放！”"] * 3
    assert rejoined("江海市召开会议\n" + "\n".join(lines)) == ["江海市召开会议", *lines]

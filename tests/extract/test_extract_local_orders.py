"""What local officials order: manners, what is done in turn, behind a phrase, in case of something, or by a number."""

from __future__ import annotations

import pytest

from huiyao.extract.measures import Voice, find_measures

OFFICIAL = Voice("林小田", named=True, has_power=True, cue="表示", persons=("林小田",))
ARTICLE = Voice(None)


def found(text: str, voice: Voice = OFFICIAL) -> list[str]:
    return [measure.text for measure in find_measures(text, 0, len(text), voice, None)]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("要逐村逐户排查隐患。", ["排查隐患"]),
        ("要逐条研究代表建议。", ["研究代表建议"]),
        ("要按月公布办理结果。", ["公布办理结果"]),
        ("要动态调整专业结构。", ["调整专业结构"]),
        ("要一视同仁支持民营企业。", ["支持民营企业"]),
        ("集中力量打好两张牌。", ["打好两张牌"]),
    ],
)
def test_manners(text: str, measures: list[str]) -> None:
    assert found(text) == measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("要在村委会附近安排菜市场。", ["在村委会附近安排菜市场"]),
        ("要为企业培养技术人才。", ["为企业培养技术人才"]),
        ("要在集市边上建一个隔离场。", ["在集市边上建一个隔离场"]),
        ("去年给卫生院配了一台检测仪。", ["给卫生院配了一台检测仪"]),
        ("将在两个寨子各设一个巡诊点。", ["在两个寨子各设一个巡诊点"]),
    ],
)
def test_verbs_behind_a_phrase(text: str, measures: list[str]) -> None:
    assert found(text) == measures


@pytest.mark.parametrize(
    "text",
    [
        "在线上培训学员。",
        "在城乡发展规划中。",
        "给我打了一个电话。",
        "在会上开了一个玩笑。",
    ],
)
def test_no_verb_behind_a_phrase(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "clause",
    [
        "一旦发生险情要立即转移群众",
        "一旦发现火情第一时间报告",
        "能办的马上办",
        "该封路的果断封路",
        "对存在隐患的该关停的关停、该处罚的处罚",
    ],
)
def test_in_case_and_whoever_is_due(clause: str) -> None:
    assert found(f"{clause}。") == [clause]
    assert found(f"{clause}。", ARTICLE) == []


@pytest.mark.parametrize("text", ["一旦停电就麻烦了。", "该走的路还很长。", "能干的人不少。"])
def test_nothing_is_due(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("公用经费再压减8%。", ["公用经费再压减8%"]),
        ("报名年龄上限统一放宽到40周岁。", ["报名年龄上限统一放宽到40周岁"]),
        ("县财政再压减8%。", ["压减8%"]),  # who acts stays outside
        ("学生比去年增加1.1万人。", []),
        ("要决不搞大拆大建。", ["决不搞大拆大建"]),
        ("要聚焦主导产业，编制产业图谱。", ["聚焦主导产业", "编制产业图谱"]),
    ],
)
def test_what_is_set_and_what_is_focused_on(text: str, measures: list[str]) -> None:
    assert found(text) == measures

"""What local officials order: manners, what is done in turn, behind a phrase, in case of something, or by a number."""

from __future__ import annotations

import pytest

from huiyao.extract.measures import find_measures
from huiyao.extract.voice import Voice

pytestmark = pytest.mark.usefixtures("rules_alone")

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
        ("要在工业园里培训学员。", ["在工业园里培训学员"]),
        ("要为企业参与投资创造环境。", ["为企业参与投资创造环境"]),
        ("力争春节前全部清偿。", ["力争春节前全部清偿"]),
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


@pytest.mark.parametrize(
    "clause",
    [
        "对野外用火行为“露头就打”",
        "对全县铸造企业逐一“过筛子”",
        "农忙时段实行24小时值守",
        "群众反映的事项3个工作日内必须答复",
        "三个月内向企业反馈",
        "各乡镇至少办一场座谈会",
        "县领导每人包保10家企业",
        "逐案销号",
        "按月向社会公布",
        "逾期不改的由县纪委监委介入",
        "涉嫌犯罪的移送司法机关",
        "一时办不了的要说清楚原因",
        "摊位费首年全免",
        "贷款利率下调0.2个百分点",
    ],
)
def test_frames_of_rules(clause: str) -> None:
    assert found(f"{clause}。") == [clause]
    assert found(f"{clause}。", ARTICLE) == []


@pytest.mark.parametrize(
    "text",
    [
        "对邻县议会否定“两地方案”。",
        "三天内没有车。",
        "他的办法实行了三年。",
        "按周计算。",
        "涉嫌犯罪的人走了。",
        "每人有三本书。",
        "至少有三家企业受益。",
    ],
)
def test_frames_that_rule_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("春节前对218家商户开展一次检查。", ["对218家商户开展一次检查"]),
        ("国庆前完成整改任务。", ["完成整改任务"]),
        ("要落实包保责任。", ["落实包保责任"]),
        ("要下放审批权限、提高首贷户占比、落实好续贷政策。", ["下放审批权限", "提高首贷户占比", "落实好续贷政策"]),
        ("要遏制耕地“非农化”、防止“非粮化”。", ["遏制耕地“非农化”", "防止“非粮化”"]),
        ("要增强“三个意识”、坚定“三个自信”。", ["增强“三个意识”、坚定“三个自信”"]),
        ("增强党员“三个意识”、做到“两个维护”。", ["增强党员“三个意识”、做到“两个维护”"]),
        ("要尊重村民的意愿。", ["尊重村民的意愿"]),
        ("保持高层交往势头。", ["保持高层交往势头"]),
        ("推进两地合作迈上新台阶。", ["推进两地合作迈上新台阶"]),
        ("蓝图令人鼓舞，我们要加强理论武装。", ["加强理论武装"]),
        ("要将论坛办成交流的盛会。", ["将论坛办成交流的盛会"]),
    ],
)
def test_clauses_that_were_taken_for_descriptions(text: str, measures: list[str]) -> None:
    assert found(text) == measures


@pytest.mark.parametrize(
    "text", ["经济保持增长势头。", "签署协定是各方的意愿。", "推进改革取得进展。", "结果令人鼓舞。", "发展面临挑战。"]
)
def test_descriptions_stay_descriptions(text: str) -> None:
    assert found(text) == []


def test_who_can_do_what_is_asked() -> None:
    voice = Voice("周一禾", named=True, has_power=False, cue="希望", persons=("周一禾",))
    assert found("有关部门能加大打击力度。", voice) == ["加大打击力度"]


def test_pledges_to_each_other_and_sums_provided() -> None:
    assert found("双方要加强合作，坚定相互支持。") == ["加强合作", "坚定相互支持"]
    text = "省水利厅安排灾区水利救灾资金11.5亿元。"
    assert found(text) == [text[4:-1]]
    assert found("县医院安排病人住院。") == []

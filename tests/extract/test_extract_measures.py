"""Measures: which clauses of a sentence are actions of policy, carried out, planned or proposed."""

from __future__ import annotations

import pytest

from huiyao.extract.measures import find_measures
from huiyao.extract.voice import Voice
from huiyao.schema.records import Measure

pytestmark = pytest.mark.usefixtures("rules_alone")

OFFICIAL = Voice("林小田", named=True, has_power=True, cue="表示", persons=("林小田",))
BUSINESSMAN = Voice("周大山", named=True, has_power=False, cue="表示", persons=("周大山",))
ADVISER = Voice("周大山", named=True, has_power=False, cue="建议", persons=("周大山",))
ARTICLE = Voice(None)


def measures(text: str, voice: Voice, anchor: str | None = None) -> list[Measure]:
    return list(find_measures(text, 0, len(text), voice, anchor))


def found(text: str, voice: Voice) -> list[tuple[str, str]]:
    return [(measure.text, measure.status) for measure in measures(text, voice)]


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("将扩大对外开放。", ["扩大对外开放"]),
        ("要守住安全底线。", ["守住安全底线"]),
        ("必须加强日常监管。", ["加强日常监管"]),
        ("下一步，云州将扩建港口。", ["扩建港口"]),
        ("今后要扩大科技项目对外开放，优化实验室建设，实施全球伙伴计划。", [
            "扩大科技项目对外开放", "优化实验室建设", "实施全球伙伴计划",
        ]),
        ("扩大对外开放，优化营商环境。", ["扩大对外开放", "优化营商环境"]),
        ("一是完善配套政策；二是建立协调机制。", ["完善配套政策", "建立协调机制"]),
        ("支持企业“走出去”，在全球布局研发中心、创新中心。", ["支持企业“走出去”", "在全球布局研发中心、创新中心"]),
        ("要健全体制机制、堵塞制度漏洞。", ["健全体制机制", "堵塞制度漏洞"]),
        ("要不断拓展国际合作的广度和深度。", ["拓展国际合作的广度和深度"]),
        # a scene-setting phrase goes with its action
        ("要围绕港口建设，完善配套政策。", ["围绕港口建设，完善配套政策"]),
        ("依托云江水道，建设物流中心。", ["依托云江水道，建设物流中心"]),
        # the means stay outside
        ("要通过减少收费，减轻企业负担。", ["减轻企业负担"]),
        # what for is no measure of its own
        ("为进一步加强港口管理，要修订港口条例。", ["修订港口条例"]),
        ("为加强港口管理，确保航行安全，云州将修订港口条例。", ["修订港口条例"]),
        ("（本报讯 记者周大山）为加强港口管理，云州将修订港口条例。", ["修订港口条例"]),
        ("为加强港口管理，推出预约系统，船工在家就能办理。", ["推出预约系统"]),
        # whoever it is about, and what is done then
        ("对没有按期完工的单位，将逐一发函提醒。", []),
        ("对不按期完工的企业，要限期整改问题。", ["对不按期完工的企业，要限期整改问题"]),
        ("督导员一律实名上岗。", ["督导员一律实名上岗"]),
        ("不合格的坚决调换。", ["不合格的坚决调换"]),
        ("水质检测结果每周公布一次。", ["水质检测结果每周公布一次"]),
        ("要把企业请进来、把成果转出去。", ["把企业请进来", "把成果转出去"]),
        ("要明确建设标准，明确用房、消防等要求。", ["明确建设标准", "明确用房、消防等要求"]),
        ("愿同日本落实两国共识。", ["同日本落实两国共识"]),
        ("要拆解老旧车辆，不允许转卖外地。", ["拆解老旧车辆", "不允许转卖外地"]),
        ("单日票定为180元。", ["单日票定为180元"]),
        ("该局会同有关部门把审批时限从60天压缩到25天。", ["把审批时限从60天压缩到25天"]),
        # an object that goes on behind a comma
        ("要明确补贴的范围，以及申请的条件。", ["明确补贴的范围，以及申请的条件"]),
        ("要明确补贴的范围，以及优化申请流程。", ["明确补贴的范围", "优化申请流程"]),
        ("讲话必将激励全市干部，要抓好学习培训。", ["抓好学习培训"]),
        # one modal holds for the clauses behind it
        ("各部门要提高思想站位，加强日常监管，消除风险隐患。", ["提高思想站位", "加强日常监管", "消除风险隐患"]),
    ],
)  # fmt: skip
def test_officials_plan(text: str, planned: list[str]) -> None:
    assert found(text, OFFICIAL) == [(words, "planned") for words in planned]


@pytest.mark.parametrize(
    ("text", "voice", "proposed"),
    [
        ("应该扩大对外开放。", BUSINESSMAN, ["扩大对外开放"]),
        ("可以建立协调机制。", BUSINESSMAN, ["建立协调机制"]),
        ("云州应当优化营商环境。", BUSINESSMAN, ["优化营商环境"]),
        ("要优化营商环境。", BUSINESSMAN, ["优化营商环境"]),
        ("重点是优化营商环境。", BUSINESSMAN, ["优化营商环境"]),
        ("目标是优化营商环境。", BUSINESSMAN, ["优化营商环境"]),
        ("建立共享平台，优化营商环境。", ADVISER, ["建立共享平台", "优化营商环境"]),
        ("给企业减税。同时建立共享平台。", ADVISER, ["给企业减税", "建立共享平台"]),
        ("应该扩大对外开放。", OFFICIAL, ["扩大对外开放"]),
        ("建议扩大对外开放。", OFFICIAL, ["扩大对外开放"]),
        # what an official suggests is not ordered either
        (
            "将旧厂房纳入改造范围，设立专门窗口。",
            Voice("林小田", named=True, cue="建议"),
            ["将旧厂房纳入改造范围", "设立专门窗口"],
        ),
    ],
)
def test_others_propose(text: str, voice: Voice, proposed: list[str]) -> None:
    assert found(text, voice) == [(words, "proposed") for words in proposed]


@pytest.mark.parametrize(
    ("text", "voice", "done"),
    [
        ("云州建立了协调机制。", OFFICIAL, ["建立了协调机制"]),
        ("全市已建成三座公园。", OFFICIAL, ["建成三座公园"]),
        ("近年来，云州扩大对外开放，优化营商环境。", OFFICIAL, ["扩大对外开放", "优化营商环境"]),
        ("去年，全市修建农村公路300公里。", OFFICIAL, ["修建农村公路300公里"]),
        ("会上，双方签署了合作协议。", ARTICLE, ["签署了合作协议"]),
        ("会议审议通过《云州市港口条例》。", ARTICLE, ["审议通过《云州市港口条例》"]),
        ("会议经表决，通过了关于修改港口条例的决定。", ARTICLE, ["通过了关于修改港口条例的决定"]),
        ("麦田集团与云州学院签署共建协议。", ARTICLE, ["与云州学院签署共建协议"]),
        ("云港改造工程已全面完成。", ARTICLE, ["云港改造工程已全面完成"]),
        ("警方已破获盗窃案3000余起。", ARTICLE, ["破获盗窃案3000余起"]),
        ("云州市已启动港口扩建工程。", ARTICLE, ["启动港口扩建工程"]),
    ],
)
def test_done(text: str, voice: Voice, done: list[str]) -> None:
    assert found(text, voice) == [(words, "done") for words in done]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        # description, evaluation, forecasts
        ("云州位于云江之滨。", OFFICIAL),
        ("形势仍然复杂。", OFFICIAL),
        ("这是一项重要任务。", OFFICIAL),
        ("开展主题教育，根本任务是服务船工。", OFFICIAL),
        ("优化环境是企业的期盼。", OFFICIAL),
        ("加强合作有利于共同发展。", OFFICIAL),
        ("建好港口，对于云州发展具有重要意义。", OFFICIAL),
        ("项目占地百亩。", OFFICIAL),
        ("产值同比增长两成。", OFFICIAL),
        ("市场正在恢复。", BUSINESSMAN),
        # results and praise
        ("云州取得了显著成绩。", OFFICIAL),
        ("云州为区域发展作出了积极贡献。", OFFICIAL),
        ("林小田推动了港口建设。", OFFICIAL),
        ("这让人感受到云州的活力。", OFFICIAL),
        # thanks, understanding
        ("感谢各位来宾。", OFFICIAL),
        ("对大会召开表示热烈祝贺。", OFFICIAL),
        ("将向支持港口建设的各方表示衷心感谢。", OFFICIAL),
        ("对开展港口建设表示热烈祝贺。", OFFICIAL),
        ("要深刻领悟精神实质。", OFFICIAL),
        ("要牢记初心使命。", OFFICIAL),
        # a company's ordinary business, without a word of what should be done
        ("麦田集团生产面粉。", BUSINESSMAN),
        # travelling, meeting, agenda
        ("林小田来到青禾村。", ARTICLE),
        ("代表们参观了展厅。", ARTICLE),
        ("会议听取了工作汇报。", ARTICLE),
        ("市领导出席会议。", ARTICLE),
        ("会议昨天在云州召开。", ARTICLE),
        # what came of deeds, forecasts
        ("近年来，云州激发市场活力。", OFFICIAL),
        ("近年来，创新创造催生新产业。", OFFICIAL),
        ("必将为两地合作开辟新空间。", OFFICIAL),
        ("近年来，代表们汲取奋进力量。", OFFICIAL),
        ("两地关系已经开启新篇章。", OFFICIAL),
        ("目前，航线已覆盖三十座城市。", ARTICLE),
        ("市公安局近日通报了港口巡查情况。", ARTICLE),
        ("只有修好码头，才能扩大对外开放，优化营商环境。", OFFICIAL),
        ("市民举行集会，反对修改港口条例。", ARTICLE),
        ("一旦发现险情，应立即拨打电话求助。", OFFICIAL),
        ("大桥建成后，将大幅提升通行能力。", OFFICIAL),
        ("相信双方将深化合作，造福百姓。", OFFICIAL),
        ("此访必将推动双方合作，提升治理水平。", OFFICIAL),
        ("全市外贸有力促进了就业。", OFFICIAL),
        # questions, war
        ("如何加快产业升级，培育新动能？", OFFICIAL),
        ("敌军发射导弹，摧毁了一座仓库。", OFFICIAL),
        ("政府军称，打击了北部的武装人员。", OFFICIAL),
        ("", OFFICIAL),
        ("。，、；", OFFICIAL),
    ],
)
def test_silence(text: str, voice: Voice) -> None:
    assert found(text, voice) == []


@pytest.mark.parametrize(
    ("text", "action", "rest", "actor"),
    [
        ("将扩大对外开放。", "扩大", "对外开放", None),
        ("云州市教育局将开展技能培训。", "开展", "技能培训", "云州市教育局"),
        ("云州建立了协调机制。", "建立", "协调机制", None),
        # a second verb joined to the first shares its object; 与 may be a preposition
        ("要保护和利用历史建筑。", "保护", "历史建筑", None),
        ("要改革和完善税收制度。", "改革", "税收制度", None),
        ("要参与或发起科学计划。", "参与", "科学计划", None),
        ("要加强与发展中国家的合作。", "加强", "与发展中国家的合作", None),
    ],
)
def test_verb_object_actor(text: str, action: str, rest: str, actor: str | None) -> None:
    (measure,) = measures(text, OFFICIAL)
    assert (measure.action, measure.object) == (action, rest)
    assert actor is None or measure.actor == actor


@pytest.mark.parametrize(
    ("text", "anchor", "deadline"),
    [
        ("将在2027年底前建成三座公园。", None, "2027"),
        ("将在明年6月前建成三座公园。", "2024-10-14", "2025-06"),
        ("到2030年，将建成三座公园。", None, None),
        ("将建成三座公园。", "2024-10-14", None),
    ],
)
def test_deadline(text: str, anchor: str | None, deadline: str | None) -> None:
    assert [measure.deadline for measure in measures(text, OFFICIAL, anchor)] == [deadline]


def test_details() -> None:
    (measure,) = measures("将实施“云帆计划”，", OFFICIAL)
    assert measure.named_programmes == ("云帆计划",)
    (measure,) = measures("将投入资金5亿元建设港口。", OFFICIAL)
    assert measure.quantities == ("5亿元",)


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("根据协议，双方共同制定培养方案。", ["制定培养方案"]),
        ("通知明确，提高住房补贴标准。", ["提高住房补贴标准"]),
        ("会场里，双方共同制定培养方案。", []),
    ],
)
def test_what_an_agreement_or_a_document_sets_out_is_planned(text: str, planned: list[str]) -> None:
    assert found(text, ARTICLE) == [(words, "planned") for words in planned]


@pytest.mark.parametrize(
    "text",
    [
        "大小国家一律平等。",
        "老城的街道各有各的样子。",
        "港口的水位每年不同。",
        "海运时间缩短至23天左右。",
    ],
)
def test_what_only_looks_ordered(text: str) -> None:
    assert found(text, OFFICIAL) == []


def test_a_figure_closes_an_action() -> None:
    text = "去年全市实施水利项目40个、完成投资3亿元。"
    assert [measure.text for measure in measures(text, OFFICIAL)] == ["实施水利项目40个", "完成投资3亿元"]


def test_what_the_army_orders_is_policy_and_war_is_none() -> None:
    voice = Voice(None, formal_only=True)
    told = found("《决定》明确，军队各级党委要加强作风建设，完善监督制度。", voice)
    assert [words for words, _ in told] == ["加强作风建设", "完善监督制度"]
    assert found("某国军方要加强边境部署，完善防御工事。", voice) == []


def test_praise_of_what_serves_and_progress_without_a_meeting_are_no_measures() -> None:
    assert found("各工作组为群众保驾护航。", ARTICLE) == []
    text = "云港改造工程已全面完成。"
    assert list(find_measures(text, 0, len(text), Voice(None, formal_only=True), None)) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("甲方支持乙方办好博览会。", "planned"),
        ("甲方欢迎更多企业来访投资。", "planned"),
        ("甲方一贯支持乙方维护主权。", "done"),
        ("甲方始终鼓励青年交流。", "done"),
        ("甲方推进项目建设。", "done"),
    ],
)
def test_where_somebody_stands_holds_from_now_on_unless_it_always_did(text: str, status: str) -> None:
    assert [told for _, told in found(text, OFFICIAL)] == [status]


def test_who_is_asked_is_the_actor() -> None:
    voice = Voice("林小田", named=True, cue="希望")
    (measure,) = find_measures("广大企业弘扬工匠精神。", 0, 11, voice, None)
    assert (measure.text, measure.status, measure.actor) == ("弘扬工匠精神", "proposed", "广大企业")
    text = "云州变化很大，建议两地互设展示中心。"
    (measure,) = find_measures(text, 0, len(text), Voice("林小田", named=True), None)
    assert (measure.text, measure.status) == ("互设展示中心", "proposed")


def test_a_sentence_without_subject_goes_on_with_policy_told_before() -> None:
    voice = Voice(None, formal_only=True)
    told = "云州市已启动港口扩建工程。完善了配套政策。"
    alone = "大家都很高兴。完善了配套政策。"
    assert [m.text for m in find_measures(told, 0, len(told), voice, None)] == ["启动港口扩建工程", "完善了配套政策"]
    assert list(find_measures(alone, 0, len(alone), voice, None)) == []


def test_evidence_is_the_whole_sentence_also_around_a_quotation() -> None:
    text = "林小田说：“云州在变。下一步，云州将扩建港口，优化营商环境。”随后散会。"
    first, second = find_measures(text, 6, text.index("”"), OFFICIAL, None)
    assert first.evidence == second.evidence == "下一步，云州将扩建港口，优化营商环境。"
    assert (text[first.start : first.end], text[second.start : second.end]) == (first.text, second.text)


def test_who_announces() -> None:
    (measure,) = measures("将扩大对外开放。", OFFICIAL)
    assert (measure.by, measure.named) == ("林小田", True)
    (measure,) = measures("会议将扩大对外开放。", Voice("会议", cue="指出"))
    assert (measure.by, measure.named) == ("会议", False)
    (measure,) = measures("云州市已启动港口扩建工程。", ARTICLE)
    assert (measure.by, measure.named) == (None, False)

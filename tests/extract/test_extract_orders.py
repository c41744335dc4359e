"""What is ordered or arranged in the manner of local government: lists, papers, whoever is such, each of many."""

from __future__ import annotations

import pytest
from tests.extract.voices import ARTICLE, MERCHANT, PLAIN, found, with_status

pytestmark = pytest.mark.usefixtures("rules_alone")


@pytest.mark.parametrize(
    ("item", "action"),
    [
        ("01 修好六条村道。", "修好六条村道"),
        ("1. 建好三支队伍。", "建好三支队伍"),
        ("2、管好两类场所。", "管好两类场所"),
        ("（3）守住一条底线。", "守住一条底线"),
        ("② 盘活闲置校舍。", "盘活闲置校舍"),
    ],
)
def test_a_number_opens_an_item(item: str, action: str) -> None:
    assert found(item) == [action]


def test_no_number_of_a_figure_opens_an_item() -> None:
    assert found("1.5亿元建设资金缺口待补。") == []


LISTED = (
    "报告提出要抓好三个方面：\n（一）守牢安全底线，杜绝较大事故；\n（二）盘活闲置校舍。今年改造两处。\n林小田来到河边。"
)


def test_items_behind_an_order_are_planned() -> None:
    assert with_status(LISTED, ARTICLE) == [
        ("守牢安全底线", "planned"), ("杜绝较大事故", "planned"), ("盘活闲置校舍", "planned"), ("改造两处", "planned"),
    ]  # fmt: skip


def test_items_of_no_order_are_told() -> None:
    assert found("青田镇有三个特点：\n（一）守牢老街风貌；\n（二）盘活邻里人情。", PLAIN) == []


def test_a_list_ends_with_its_items() -> None:
    text = "会议提出要抓好以下工作：\n（一）守牢安全底线。\n青禾公司打造三个样板。"
    assert found(text, PLAIN) == ["守牢安全底线"]


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("通知明确，每户补贴标准提高到12万元，简化竣工验收手续。", ["每户补贴标准提高到12万元", "简化竣工验收手续"]),
        ("《青田县托育办法》规定，对新增托位给予补贴。", ["对新增托位给予补贴"]),
        ("按照水务公司提出的方案，居民用水单价调至2.1元。", ["居民用水单价调至2.1元"]),
        ("根据协议，双方共建联合实验室。", ["共建联合实验室"]),
    ],
)
def test_papers_order(text: str, actions: list[str]) -> None:
    assert with_status(text, PLAIN) == [(action, "planned") for action in actions]


@pytest.mark.parametrize("text", ["方案很长，简化竣工验收手续。", "按照往年的习惯，居民用水单价调至2.1元。"])
def test_what_no_paper_orders_is_told(text: str) -> None:
    assert found(text, PLAIN) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("明年优先采购本地配件。", "采购本地配件"),
        ("三年内建设两座冷库。", "建设两座冷库"),
        ("10月底前建设两座冷库。", "建设两座冷库"),
        ("今年打算开设五家分店。", "开设五家分店"),
    ],
)
def test_a_time_to_come_makes_a_plan(text: str, action: str) -> None:
    assert with_status(text, MERCHANT) == [(action, "planned")]


@pytest.mark.parametrize(
    "text",
    [
        "优先采购本地配件。",
        "40多年前建设两座冷库。",
        "上年底前优先采购本地配件。",
        "前5个月建设两座冷库。",
        "年底前启用的新仓优先采购本地配件。",  # when it opens, not when they buy
    ],
)
def test_no_other_time_does(text: str) -> None:
    assert "planned" not in [status for _, status in with_status(text, MERCHANT)]


@pytest.mark.parametrize(
    "text",
    [
        "购买新建绿色住房的，再上浮10%",
        "学校门口乱停车的，先劝离",
        "凡是扬尘没有治好的，立即停工整改",
        "发现宰客行为的，先行赔付",
        "对工作落实不力的，依规依纪严肃追责",
        "凡是手续齐全的，当天办结",
        "考上大学的，每人奖励3000元",
        "行动不便的老人，由志愿者送餐上门",
        "屡次占道的摊位，由执法中队从严处罚",
        "由执法中队从严处罚",
    ],
)
def test_whoever_is_such(text: str) -> None:
    assert found(f"{text}。") == [text]
    assert found(f"{text}。", PLAIN) == []


@pytest.mark.parametrize(
    "text",
    [
        "这样的结果是没有想到的，大家都很高兴。",
        "没有来过的，很多。",
        "由于河水上涨，道路中断。",
        "由林小田任组长。",
        "由区工信局牵头。",
        "他是没有来过的，立即停工整改。",
        "项目由此进入快车道。",
    ],
)
def test_whoever_is_silent(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("督查组一天一巡查、三天一通报。", "督查组一天一巡查、三天一通报"),
        ("要每月一调度。", "每月一调度"),
        ("赛道每1公里设一个医疗点。", "每1公里设一个医疗点"),
        ("每个乡镇打造一个示范村。", "每个乡镇打造一个示范村"),
        ("对特困户每户免收6立方米水费。", "每户免收6立方米水费"),
    ],
)
def test_at_intervals_and_each(text: str, action: str) -> None:
    (measure,) = found(text)
    assert measure.endswith(action)
    assert found(text, ARTICLE) == []


@pytest.mark.parametrize("text", ["每个人心里有一本账。", "他三天一封信。", "每年有两万人来这里。"])
def test_what_is_each_time_but_no_order(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "租房提取额度提高到1200元",
        "最高贷款额度分别上浮10%、20%",
        "教师非教学负担再减30%",
        "学生每天锻炼时间不低于两小时",
        "退下来的旧车一律送交有资质的工厂拆解",
        "对达标排放的企业不得随意停产",
    ],
)
def test_rates_and_rules(text: str) -> None:
    assert found(f"{text}。") == [text]


@pytest.mark.parametrize("text", ["产量提高到1200吨。", "床位占比提升至65%。", "粮价比去年下降两成。"])
def test_figures_that_nobody_sets(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("要上一条速冻线。", "上一条速冻线"),
        ("要铺20公里滴灌带。", "铺20公里滴灌带"),
        ("今年计划再建12家。", "再建12家"),
        ("我们铺了20公里滴灌带。", "铺了20公里滴灌带"),
        ("各村新建了12座凉亭。", "新建了12座凉亭"),
    ],
)
def test_a_counted_object_makes_an_action(text: str, action: str) -> None:
    assert found(text) == [action]


@pytest.mark.parametrize("text", ["要打个比方。", "要开个会。", "要上一个台阶。", "要送64份。"])
def test_idle_counts(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("公司将在青田镇追加投资两亿元。", "在青田镇追加投资两亿元"),
        ("村里要跟邻村洽谈一笔订单。", "跟邻村洽谈一笔订单"),
    ],
)
def test_an_unlisted_verb_behind_a_preposition(text: str, action: str) -> None:
    assert found(text, MERCHANT) == [action]


@pytest.mark.parametrize("text", ["我们要从历史中汲取力量。", "我们将在会上作出说明。", "公司在青田镇追加投资两亿元。"])
def test_no_unlisted_verb_behind_another(text: str) -> None:
    assert found(text, MERCHANT) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("县级领导包抓重点片区。", "包抓重点片区"),
        ("各乡镇清理田间沟渠。", "清理田间沟渠"),
    ],
)
def test_who_is_on_duty_acts(text: str, action: str) -> None:
    assert found(text) == [action]
    assert found(text, PLAIN) == []


@pytest.mark.parametrize("text", ["区域合作组织维护和平的责任更加重大。", "干部的清理工作很难。"])
def test_nobody_on_duty(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("要挂图作战。", "挂图作战"),
        ("干部要包村包地块。", "包村包地块"),
        ("要管好学校，不再要求家长签字。", "不再要求家长签字"),
        ("要管好学校，不收取任何费用。", "不收取任何费用"),
    ],
)
def test_whole_actions(text: str, action: str) -> None:
    assert action in found(text)


@pytest.mark.parametrize("text", ["挂图作战的做法很好。", "我们不再年轻。", "他不想要。"])
def test_no_whole_actions(text: str) -> None:
    assert found(text) == []


def test_what_an_aspect_closes_opens_no_second_action() -> None:
    text = "会上，研究院与青禾公司等5家企业签订了联合攻关合同。"
    assert found(text, ARTICLE) == ["与青禾公司等5家企业签订了联合攻关合同"]

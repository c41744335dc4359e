"""What is ordered or granted without a verb of its own in front: rates, limits, what is free, done each time or by whom."""

from __future__ import annotations

import pytest

from huiyao.extract import actions
from huiyao.extract.measures import find_measures
from huiyao.extract.voice import Voice

pytestmark = pytest.mark.usefixtures("rules_alone")

OFFICIAL = Voice("林小田", named=True, has_power=True, cue="表示", persons=("林小田",))
ARTICLE = Voice(None)


def found(text: str, voice: Voice = OFFICIAL) -> list[str]:
    return [measure.text for measure in find_measures(text, 0, len(text), voice, None)]


@pytest.mark.parametrize(
    "clause",
    [
        # rates and limits
        "通行证有效期延长至两年",
        "办件时限压缩到3天",
        "水费单价下调至2.1元",
        "一年内对同一企业的抽查不超过两次",
        "监控录像保存期不少于90日",
        "驻村干部每周住村不得少于三晚",
        # what is free
        "当天县城公交全部免费",
        "老年人凭证免费乘车",
        "新店三年免租",
        # each time
        "县督查室每周一通报",
        "市里每月暗访",
        "党员每周五下午到网格报到",
        # whoever is such
        "能并联审批的并联审批",
        "该转移的坚决提前转移",
        "不能吸收的要把理由说明白",
        # by whom
        "保险费由财政按50%给予补贴",
        "产品全部由质检中心抽样检验",
    ],
)
def test_things_in_front(clause: str) -> None:
    assert found(f"{clause}。") == [clause]
    assert found(f"{clause}。", ARTICLE) == []


@pytest.mark.parametrize(
    "text",
    [
        "委员会由九名专家组成。",
        "这次延误由大雾引起。",
        "社会救助模式由单一物质救助向综合服务转变。",
        "我们由东门进入会场。",
        "产量每年增长三成。",
        "这里每天都有新变化。",
        "他们不超过两人。",
        "这是一份免费的午餐。",
        "有效期延长至双方满意。",
        "能说会道的人很多。",
    ],
)
def test_what_only_is_so(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("力争青禾电厂6月底前发电。", ["力争青禾电厂6月底前发电"]),
        ("争取每个镇都有一所公办园。", ["争取每个镇都有一所公办园"]),
        ("力争全胜。", []),
        ("各镇要认领这批任务。", ["认领这批任务"]),
        ("各镇将面对这批任务。", []),
        ("各镇要认清这个现实。", []),
        ("林县长要求“各镇认领任务”。", []),
    ],
)
def test_who_is_told_and_what_is_striven_for(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_nobody_orders_in_what_the_article_itself_tells() -> None:
    clause = "老年人凭证免费乘车"
    assert actions.read(clause, 0, len(clause), False) is not None
    assert actions.read(clause, 0, len(clause), False, spoken=False) is None


def test_heads_of_lists_are_no_actions() -> None:
    assert found("要抓好几个方面：一是深入开展三年行动，稳住基本盘。") == ["开展三年行动", "稳住基本盘"]

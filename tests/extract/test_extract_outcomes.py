"""What comes about by itself, is foreseen or talked over is no measure; the same verbs of somebody who acts are."""

from __future__ import annotations

import pytest

from huiyao.extract.measures import find_measures
from huiyao.extract.voice import Voice

pytestmark = pytest.mark.usefixtures("rules_alone")

OFFICIAL = Voice("林小田", named=True, has_power=True, cue="表示", persons=("林小田",))
GUEST = Voice("周大山", named=True, has_power=False, cue="表示", persons=("周大山",))
ARTICLE = Voice(None)


def found(text: str, voice: Voice) -> list[str]:
    return [measure.text for measure in find_measures(text, 0, len(text), voice, None)]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        # what comes with something else, or is foreseen
        ("随着新线路的开通，促进两地贸易。", OFFICIAL),
        ("随着政策见效，带动新型消费发展向好。", OFFICIAL),
        ("这项工程预计年内见效，带动建材制造业。", OFFICIAL),
        ("进口规模持续扩大，推动青山国与邻国间的贸易往来。", OFFICIAL),
        ("产业链不断完善，促进青禾县农产品销售。", OFFICIAL),
        # of a thing as the subject
        ("相关协议将促使青山国产品重新进入市场。", GUEST),
        ("青山国的零关税政策将为海州国经济发展提供重要助力。", GUEST),
        ("税收政策进一步促进购房需求释放。", ARTICLE),
        # faith, and what serves whom
        ("只要坚守初心，高质量共建平台一定能焕发光彩。", OFFICIAL),
        ("不断深化青海两国合作符合两国人民共同期待。", OFFICIAL),
        # what a thing is good for, and what is to be understood
        ("新系统数据传输更快，可提升企业控制水平。", ARTICLE),
        ("服务专区今年上线，可为企业提供一站式服务。", ARTICLE),
        ("各地要深刻认识省里继续派出指导组的考量。", OFFICIAL),
        # what is talked over
        ("会议将讨论继续向青山国提供支援等问题。", ARTICLE),
        ("市政府研究部署深入推进市场建设的有关举措。", ARTICLE),
        # what the sentence is about
        ("推进科技创新，主体是企业。", OFFICIAL),
        ("推进科技创新，关键在人才，根本在改革。", OFFICIAL),
        ("加强基层治理，重在平时。", OFFICIAL),
        # nothing is hastened, and what a description closes with
        ("云州示范区加快打造。", ARTICLE),
        ("这份决定是新时代全面深化改革的纲领性文件。", OFFICIAL),
        ("对160个重点县、三万个易地搬迁集中安置区等，大家谈了体会。", OFFICIAL),
    ],
)
def test_nobody_acts(text: str, voice: Voice) -> None:
    assert found(text, voice) == []


@pytest.mark.parametrize(
    ("text", "voice", "expected"),
    [
        ("随着城市壮大，老街要改造，不断提升承载能力。", OFFICIAL, ["提升承载能力"]),
        ("随着农时临近，要推动农机下乡。", OFFICIAL, ["推动农机下乡"]),
        ("全市出台十条措施，预计减负三亿元，要扩大受益范围。", OFFICIAL, ["出台十条措施", "扩大受益范围"]),
        ("两地可拓展合作空间。", OFFICIAL, ["拓展合作空间"]),
        ("全面深化改革必须增进共识。", OFFICIAL, ["增进共识"]),
        ("进一步全面深化改革必须增进共识。", OFFICIAL, ["增进共识"]),
        ("要建好一批群众必须有的公共设施。", OFFICIAL, ["建好一批群众必须有的公共设施"]),
        ("要完善各镇必须公开的目录。", OFFICIAL, ["完善各镇必须公开的目录"]),
        ("各镇要公布企业必须严格遵守的规定。", OFFICIAL, ["公布企业必须严格遵守的规定"]),
        ("完善各镇必须按时公开的目录。", OFFICIAL, ["完善各镇必须按时公开的目录"]),
        ("对违纪问题必须坚决处理。", OFFICIAL, ["对违纪问题必须坚决处理"]),
        ("港口航线对接；拓展两地合作空间。", OFFICIAL, ["拓展两地合作空间"]),
        ("通过规模扩大，促进农民增收。", OFFICIAL, ["促进农民增收"]),
        ("通过改造提升，促进农产品销售。", OFFICIAL, ["促进农产品销售"]),
        ("坚持守正创新，推动文化发展。", OFFICIAL, ["坚持守正创新", "推动文化发展"]),
        ("云州市将为海州市经济发展提供重要助力。", OFFICIAL, ["为海州市经济发展提供重要助力"]),
        ("要让发展成果更好惠及群众。", OFFICIAL, ["惠及群众"]),
        ("海州论坛愿促进两地交流。", OFFICIAL, ["促进两地交流"]),
        ("要研究解决职工住房的有关问题。", OFFICIAL, ["研究解决职工住房的有关问题"]),
        ("云州市将出台三年计划，重点在港口建设上发力。", OFFICIAL, ["出台三年计划", "在港口建设上发力"]),
        ("要抓好整改。", OFFICIAL, ["抓好整改"]),
    ],
)
def test_somebody_acts(text: str, voice: Voice, expected: list[str]) -> None:
    assert found(text, voice) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("要出台促进消费、扩大内需的政策措施。", ["出台促进消费、扩大内需的政策措施"]),
        ("要营造尊重人才、鼓励创新的氛围。", ["营造尊重人才、鼓励创新的氛围"]),
        ("要激发青少年崇尚科学、探索未知的兴趣。", ["激发青少年崇尚科学、探索未知的兴趣"]),
        ("要完善公共设施、出台促进消费的措施。", ["完善公共设施", "出台促进消费的措施"]),
        ("要营造良好氛围、鼓励企业创新。", ["营造良好氛围", "鼓励企业创新"]),
    ],
)
def test_verbs_in_front_of_what_is_made_are_no_actions_of_their_own(text: str, expected: list[str]) -> None:
    assert found(text, OFFICIAL) == expected


def test_all_that_should_be_is_no_proposal() -> None:
    text = "全县医院应收尽收，开设绿色通道。"
    assert [m.status for m in find_measures(text, 0, len(text), OFFICIAL, None)] == ["planned"]


@pytest.mark.parametrize(
    "text",
    [
        "就抓好下一步工作，各单位谈了想法。",
        "大家就用好贷款、防范风险提出了具体意见。",
        "双方就深化两地合作达成重要共识。",
        "我们赞赏青田镇积极推广绿色倡议。",
        "高质量发展扎实推进。",
        "种植面积稳定在62万亩。",
        "完成年度目标的63.8%。",
        "全面建设现代化城市迈出坚实步伐。",
        "要符合双方期待。",
        "在青田大桥施工现场，",
    ],
)
def test_what_is_spoken_about_or_only_so(text: str) -> None:
    assert found(text, OFFICIAL) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("双方可以就法治建设加强交流。", ["就法治建设加强交流"]),
        ("要改造小区186个、惠及居民3.1万户。", ["改造小区186个、惠及居民3.1万户"]),
        ("传承友谊、深化合作。", ["传承友谊", "深化合作"]),
        ("要坚持围绕中心、服务大局。", ["坚持围绕中心、服务大局"]),
    ],
)
def test_what_is_done_about_it(text: str, expected: list[str]) -> None:
    assert found(text, OFFICIAL) == expected

"""What the name of a meeting says: where it begins, its number, its series, its session; places; details of measures."""

from __future__ import annotations

import pytest

from huiyao.extract import details, meeting_facts, meeting_names, meeting_numbers, places


def names(text: str) -> list[str]:
    return [name.name for name in meeting_names.find_names(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("昨天，云州麦田产业峰会在云州举行", ["云州麦田产业峰会"]),
        ("市长出席云州麦田产业峰会", ["云州麦田产业峰会"]),
        ("10月13日云州麦田产业峰会举行", ["云州麦田产业峰会"]),
        ("云州港口发展大会和海州麦田论坛", ["云州港口发展大会", "海州麦田论坛"]),
        ("全国党委和政府秘书长会议", ["全国党委和政府秘书长会议"]),
        ("“推动高质量发展”系列主题发布会", ["“推动高质量发展”系列主题发布会"]),
        ("《云江公约》第十五次缔约方大会", ["《云江公约》第十五次缔约方大会"]),
        ("“麦田与未来论坛”昨天举行", ["麦田与未来论坛"]),
        ("第三届中国（云州）国际麦田博览会", ["第三届中国（云州）国际麦田博览会"]),
        ("“麦田与未来”中法合拍影片发布会", ["“麦田与未来”中法合拍影片发布会"]),
        ("中希麦田论坛", ["中希麦田论坛"]),
        ("十四届云州人大一次会议主席团第三次会议", ["十四届云州人大一次会议主席团第三次会议"]),
        ("预祝云州麦田产业峰会成功", ["云州麦田产业峰会"]),
        ("出席云州港口会议和海州麦田论坛", ["云州港口会议", "海州麦田论坛"]),
        ("“云州故事”系列发布会第九场", ["“云州故事”系列发布会第九场"]),
        ("出席了两次云州港口会议", ["云州港口会议"]),
        ("今天（周五）云州麦田产业峰会举行", ["云州麦田产业峰会"]),
        ("学习贯彻党的二十届三中全会精神研讨班", ["学习贯彻党的二十届三中全会精神研讨班"]),
        ("第二十次两党理论研讨会", ["第二十次两党理论研讨会"]),
        ("召开调查研究工作座谈会", ["调查研究工作座谈会"]),
        ("常委会研究云州港口工作会议", ["云州港口工作会议"]),
        ("多家媒体对云州麦田论坛", ["云州麦田论坛"]),
        ("林小田坚信云州麦田产业峰会", ["云州麦田产业峰会"]),
        ("林小田呼吁云州麦田产业峰会", ["云州麦田产业峰会"]),
        ("做好云州麦田产业峰会", ["云州麦田产业峰会"]),
        ("举行揭牌、签约仪式", ["揭牌、签约仪式"]),
        ("举行云州论坛、海州麦田论坛", ["云州论坛", "海州麦田论坛"]),
        # a list at the head of its clause, of what the meeting is about
        ("弘扬云江精神、推动港口振兴座谈会13日在海州召开", ["弘扬云江精神、推动港口振兴座谈会"]),
        ("13日，弘扬云江精神、推动港口振兴、服务船工座谈会召开", ["弘扬云江精神、推动港口振兴、服务船工座谈会"]),
        ("13日弘扬云江精神、推动港口振兴座谈会召开", ["弘扬云江精神、推动港口振兴座谈会"]),
        ("《云江诗选》第一卷、第二卷出版座谈会昨天举行", ["《云江诗选》第一卷、第二卷出版座谈会"]),
        ("云州麦田论坛、港口座谈会昨天举行", ["云州麦田论坛", "港口座谈会"]),
        ("部署麦收、港口振兴座谈会精神的落实", []),
        ("云州麦田、港口座谈会纪要公布", ["港口座谈会"]),
        ("在海州调研农业、港口座谈会很热烈", ["港口座谈会"]),
        ("去海州出席麦收会、港口座谈会昨天举行", ["港口座谈会"]),
        ("来宾为云江加油、港口座谈会昨天举行", ["港口座谈会"]),
        # what only begins a longer name, what an occasion or a line is called by
        ("出席云州合作论坛海州峰会", ["云州合作论坛海州峰会"]),
        ("云州合作论坛第九届部长级会议", ["云州合作论坛第九届部长级会议"]),
        ("2023年度宏观经济形势分析座谈会", ["2023年度宏观经济形势分析座谈会"]),
        ("《云江公约》缔约方第11次审议大会", ["《云江公约》缔约方第11次审议大会"]),
        ("江州至海州段通车仪式", ["江州至海州段通车仪式"]),
        ("13日至云州麦田论坛", ["云州麦田论坛"]),
        ("江州至云州麦田论坛", ["云州麦田论坛"]),
        ("《云州麦田产业峰会》一书", []),
        ("他说：“云州麦田产业峰会很好。”", []),
        ("会议室", []),
        ("贯彻落实中央经济工作会议精神", []),
        ("中国-云州论坛开幕。", ["中国-云州论坛"]),
        ("12日上午--云州论坛开幕。", ["云州论坛"]),
        ("", []),
    ],
)
def test_find_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("36", 36), ("1", 1), ("一", 1), ("十", 10), ("十六", 16), ("二十", 20), ("三十六", 36), ("九十九", 99), ("一百", 100),
        ("一百零三", 103), ("一百二十", 120),
    ],
)  # fmt: skip
def test_number(digits: str, value: int) -> None:
    assert meeting_numbers.number(digits) == value


@pytest.mark.parametrize(
    ("name", "ordinal", "series"),
    [
        ("第36次云州企业家咨询会议", 36, "云州企业家咨询会议"),
        ("第三届云州麦田博览会", 3, "云州麦田博览会"),
        ("2025年云州论坛", None, "云州论坛"),
        ("2025第三届云州论坛", 3, "云州论坛"),
        ("云州市政协七届十六次常委会议", 16, "云州市政协常委会议"),
        ("第五次全国经济普查电视电话会议", None, "全国经济普查电视电话会议"),
        ("首届云州论坛", None, "首届云州论坛"),
        ("周大山第50次访华庆祝活动", None, "周大山访华庆祝活动"),
        ("云州论坛", None, "云州论坛"),
    ],
)
def test_ordinal_and_series(name: str, ordinal: int | None, series: str) -> None:
    assert meeting_numbers.ordinal(name) == ordinal
    assert meeting_numbers.series(name) == series


@pytest.mark.parametrize(
    ("name", "whole", "session"),
    [
        ("2025年云州论坛开幕式", "2025年云州论坛", "2025年云州论坛开幕式"),
        ("云州港口发展大会第二次全体会议", "云州港口发展大会", "云州港口发展大会第二次全体会议"),
        ("云州麦田博览会闭幕式", "云州麦田博览会", "云州麦田博览会闭幕式"),
        ("云州市人大三次会议海州代表团全体会议", "云州市人大三次会议", "云州市人大三次会议海州代表团全体会议"),
        ("云州论坛", "云州论坛", None),
        ("云州大会暨海州港口会议开幕式", "云州大会暨海州港口会议", "云州大会暨海州港口会议开幕式"),
        ("云州大会暨港口建成十周年开幕式", "云州大会", "云州大会暨港口建成十周年开幕式"),
        ("云州体育馆开幕式", "云州体育馆开幕式", None),
    ],
)
def test_without_session(name: str, whole: str, session: str | None) -> None:
    assert meeting_names.without_session(name) == (whole, session)


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("云州麦田博览会新闻发布会", "云州麦田博览会"),
        ("云州港口发展大会记者会", "云州港口发展大会"),
        ("云州市政府新闻发布会", None),
        ("云州麦田博览会", None),
    ],
)
def test_press_base(name: str, base: str | None) -> None:
    assert meeting_names.press_base(name) == base


@pytest.mark.parametrize(
    ("phrase", "place"),
    [
        ("武汉市东西湖区", "武汉"),
        ("沪", "上海"),
        ("京", "北京"),
        ("上海", "上海"),
        ("上海市", "上海"),
        ("江西省上饶市", "上饶"),
        ("广西南宁", "南宁"),
        ("法国巴黎", "巴黎"),
        ("北京会议中心", "北京"),
        ("江西", "江西"),
        ("江西省", "江西"),
        # towns that the dictionary of words does not call places, behind a province or a country
        ("银川", "银川"),
        ("河北唐山", "唐山"),
        ("福建厦门", "厦门"),
        ("福建厦门国际会议中心", "厦门"),
        ("江西景德镇", "景德镇"),
        ("西藏自治区林芝市", "林芝"),
        ("内蒙古自治区呼和浩特市", "呼和浩特"),
        ("瑞士达沃斯", "达沃斯"),
        # a town that no list holds
        ("云泽县会议中心", "云泽"),
        ("广东国际会展中心", "广东"),
        ("麦田校区", None),
        ("青禾校区", None),
        ("国际会议中心", None),
        ("人民大会堂", None),
        ("热烈的掌声", None),
        ("", None),
    ],
)
def test_plain_place(phrase: str, place: str | None) -> None:
    assert places.plain_place(phrase) == place


@pytest.mark.parametrize(
    ("phrase", "town"),
    [
        ("上海", "上海"),
        ("银川", "银川"),
        ("香港会议中心", "香港"),
        ("云州市", None),
        ("中国", None),
        ("外交部", None),
        ("", None),
    ],
)
def test_town_itself(phrase: str, town: str | None) -> None:
    assert places.town_itself(phrase) == town


@pytest.mark.parametrize(
    ("phrase", "venue"),
    [
        ("上海国际会议中心", "上海国际会议中心"),
        ("人民大会堂", "人民大会堂"),
        ("云州饭店", "云州饭店"),
        ("上海", None),
        ("", None),
    ],
)
def test_venue(phrase: str, venue: str | None) -> None:
    assert places.venue(phrase) == venue


@pytest.mark.parametrize(
    ("phrase", "body"), [("云州市教育局", True), ("麦田集团", True), ("云州大学", True), ("天气", False), ("", False)]
)
def test_is_body(phrase: str, body: bool) -> None:
    assert meeting_facts.is_body(phrase) is body


@pytest.mark.parametrize(
    ("clause", "programmes"),
    [
        ("实施全球科技伙伴计划", ("实施全球科技伙伴计划",)),
        ("推进“云帆”项目", ("云帆",)),
        ("印发《云州港口规划》", ("《云州港口规划》",)),
        ("修订云州市港口条例", ("修订云州市港口条例",)),
        ("扩大开放", ()),
        ("推进“云帆”项目和“云帆”基地", ("云帆",)),
    ],
)
def test_programmes(clause: str, programmes: tuple[str, ...]) -> None:
    found = details.programmes(clause)
    assert len(found) == len(programmes)
    assert all(whole.endswith(part) for whole, part in zip(programmes, found, strict=True))


@pytest.mark.parametrize(
    ("clause", "quantities"),
    [
        ("投入资金5亿元", ("5亿元",)),
        ("建成三座公园", ("三座",)),
        ("破获案件3000余起，抓获嫌疑人200多名", ("3000余起", "200多名")),
        ("新建公路300公里", ("300公里",)),
        ("提高5个百分点", ("5个百分点",)),
        ("增长3.5%", ("3.5%",)),
        ("惠及近2万人次", ("近2万人次",)),
        ("扩大开放", ()),
    ],
)
def test_quantities(clause: str, quantities: tuple[str, ...]) -> None:
    assert details.quantities(clause) == quantities


@pytest.mark.parametrize(
    ("clause", "anchor", "deadline"),
    [
        ("到2030年建成三座公园", None, "2030"),
        ("2027年底前建成三座公园", None, "2027"),
        ("今年年底前完成", "2024-10-14", "2024"),
        ("明年6月前完成", "2024-10-14", "2025-06"),
        ("6月底前完成", "2024-03-01", "2024-06"),
        ("今年年底前完成", None, None),
        ("2024年建成三座公园", None, None),
        ("推进前期工作", None, None),
        ("提前完成任务", None, None),
    ],
)
def test_deadline(clause: str, anchor: str | None, deadline: str | None) -> None:
    assert details.deadline(clause, anchor) == deadline


@pytest.mark.parametrize(("clause", "topic"), [("扩大跨境贸易", "开放与贸易"), ("修订", None), ("", None)])
def test_topic(clause: str, topic: str | None) -> None:
    assert details.topic(clause) == topic

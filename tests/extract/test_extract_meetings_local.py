"""Meetings as county papers tell them: by their body, their row, their headline, or what they are the opening of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from huiyao.schema.records import Extraction

Read = Callable[..., Extraction]


def names(read: Read, text: str) -> list[str]:
    return [meeting.name for meeting in read(*text.split("\n"), published="2024-10-14").meetings]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # the body itself is in the name
        ("10月12日，县委书记林小田主持召开县委常委会会议，听取汇报。", "县委常委会会议"),
        ("昨天，市长林小田主持市政府专题会议，研究防汛工作。", "市政府专题会议"),
        # one of a row, of a body
        ("14日晚，云江区委召开今年第28次重点工作例会，听取汇报。", "云江区委第28次重点工作例会"),
        ("12日，县安全生产委员会召开2024年第四次全体会议。", "县安全生产委员会2024年第四次全体会议"),
        ("12日，市麦田工作领导小组召开第二次全体会议，市长林小田出席。", "市麦田工作领导小组第二次全体会议"),
        ("12日，青禾公司在云州召开2023年年度股东大会。", "青禾公司2023年年度股东大会"),
        # smaller bodies
        ("12日，石桥村召开村民代表大会，通过村规民约。", "石桥村村民代表大会"),
        ("12日晚，柳溪社区举行院坝会，听取居民意见。", "柳溪社区院坝会"),
        ("12日，县委理论学习中心组举行集体学习会。", "县委理论学习中心组集体学习会"),
        ("中国驻海州大使馆13日举行国庆招待会。", "中国驻海州大使馆国庆招待会"),
        ("13日，县教育局随即召开部署会。", "县教育局部署会"),
        ("欢迎参加市政府新闻办昨天召开的新闻发布会。", "市政府新闻办新闻发布会"),
        ("昨天，青禾公司与海州集团在云州举行战略合作签约仪式。", "青禾公司与海州集团战略合作签约仪式"),
        # kinds of meetings
        ("12日，全市基层治理现场观摩会在青禾县举行。", "全市基层治理现场观摩会"),
        ("12日，青禾县第三季度重点项目集中签约活动在县行政中心举行。", "青禾县第三季度重点项目集中签约活动"),
        ("12日，市委常委会召开扩大会议。", "市委常委会扩大会议"),
        ("市长林小田主持召开麦田发展办公会议。", "麦田发展办公会议"),
        # whatever is called together is a meeting
        ("12日，云州麦田科学院在海州召开小麦新品种鉴评会，专家一致认可。", "小麦新品种鉴评会"),
        ("12日，县司法局召开“麦田智能灌溉”项目成果评价会。", "“麦田智能灌溉”项目成果评价会"),
        ("一场别开生面的民情恳谈会昨天在石桥村老槐树下举行。", "民情恳谈会"),
        # what a sitting does on its day, and what it sets
        ("12日，云州市第十五届人大常委会第二十次会议表决通过多项任命。", "云州市第十五届人大常委会第二十次会议"),
        ("会议决定，云州市第十五届人民代表大会第四次会议11月20日在云州召开。", "云州市第十五届人民代表大会第四次会议"),
        ("会议还决定，11月20日召开云州市政协第四次会议，作好准备。", "云州市政协第四次会议"),
        ("12日中午，云州大学第15期“校长有约”午餐会在三食堂举行。", "云州大学第15期“校长有约”午餐会"),
        ("昨天，一场关于土地流转的村民大会正在进行。", "村民大会"),
        ("云州市人大常委会第二十次会议于2024年10月12日通过《云州市养犬条例》。", "云州市人大常委会第二十次会议"),
        ("12日，麦田股份召开2024年半年度业绩说明会。", "麦田股份2024年半年度业绩说明会"),
        ("12日，麦田股份召开业绩说明会。", "麦田股份业绩说明会"),
        ("12日从省住建厅召开的新闻通气会上传来好消息。", "省住建厅新闻通气会"),
        ("12日，市应急局局长林小田主持约谈会。", "约谈会"),
        (
            "昨天，云州机场扩建工程正式开工，市长林小田宣布开工，副市长周大山主持开工仪式。",
            "云州机场扩建工程开工仪式",
        ),
        # an event with a name of its own
        ("昨天，第五届“海归云州行”活动开幕，百名学者来了。", "第五届“海归云州行”活动"),
        ("看完回到会议室，全区麦田改造现场推进会就在这里开。", "全区麦田改造现场推进会"),
        ("其中昨天下午的麦田安全专题研讨会上，研究员林小田演示了新技术。", "麦田安全专题研讨会"),
        # a document glossed before the noun
        (
            "26日，省政府新闻办召开《关于麦田的若干措施》（以下简称《措施》）新闻发布会。",
            "《关于麦田的若干措施》新闻发布会",
        ),
        # a visit goes on to a talk
        ("12日，县委书记林小田到青禾镇调研并召开座谈会。", "座谈会"),
        ("12日，县委书记林小田检查防汛工作，随后主持召开现场办公会，研究问题。", "现场办公会"),
        # a company shows by its officers that it is one
        ("12日晚，青禾汽车举行新车发布会。\n青禾汽车董事长林小田说，新车很好。", "青禾汽车新车发布会"),
        ("在28日上午举行的业绩说明会上，青禾储能董事长林小田表示，业绩很好。", "青禾储能业绩说明会"),
        # what opens
        (
            "昨天，随着副省长林小田宣布“青禾大桥正式通车”，车辆驶上桥面。厅长周大山出席通车仪式，仪式由陈小河主持。",
            "青禾大桥通车仪式",
        ),
        ("#青禾至海州公路建成通车\n昨天，市长林小田出席通车仪式。", "青禾至海州公路通车仪式"),
        # who presides
        ("13日，客商云集。云州麦田招商推介会由县长林小田主持。", "云州麦田招商推介会"),
        # a stage of the meeting
        ("昨天，云州市第八届人民代表大会第三次会议进入分组审议阶段。", "云州市第八届人民代表大会第三次会议"),
        # the headline names what the text calls by its noun
        (
            "#青禾县（海州）麦田产业推介会签约21个项目\n13日，海州宝山。推介会由县长林小田主持。",
            "青禾县（海州）麦田产业推介会",
        ),
        ("#云州市召开麦田整治新闻发布会\n林小田：各位好！今天的发布会到此结束。", "麦田整治新闻发布会"),
    ],
)
def test_reported(read: Read, text: str, name: str) -> None:
    assert names(read, text) == [name]


def test_two_share_a_verb(read: Read) -> None:
    text = "9日，云州市政协第十届委员会第二次会议、云州市第八届人民代表大会第三次会议进入分组讨论阶段。"
    assert names(read, text) == ["云州市政协第十届委员会第二次会议", "云州市第八届人民代表大会第三次会议"]


@pytest.mark.parametrize(
    "text",
    [
        # ways of working, or many of them
        "县委通过召开座谈会，广泛听取意见。",
        "三年来，市长林小田先后四次主持召开座谈会，研究问题。",
        "县委书记林小田走访企业，召开座谈会、恳谈会等10余场。",
        # no body, or one that only a pronoun tells
        "该院举行公开听证会。",
        "我县召开部署会。",
        "云州灯会昨天举行。",
        "十四届云州市人大常委会昨天举行，听取汇报。",
        # an item of a meeting, the history of one
        "会上还举行了授牌、捐赠仪式，商会捐赠路灯600盏。",
        "大会期间，举行了签约仪式。",
        "大会的前身，是2008年起在海州举办的云州麦田年会，每年一届。",
        # a session of a meeting
        "政协云州市委员会召开第二次全体会议。",
        "会上，开班仪式由林小田主持。",
        # a place where it meets, a deliberation on floods
        "在峰会举行地云州，人们走上街头。",
        "昨天，水利局召开防汛专题会商，研究工作。",
        "云州位于云江之滨，美食一条街、麦田论坛等一系列活动广受欢迎。",
        # bodies, and what follows a meeting
        "大会召开以来，社会、协会都动了起来。",
        "昨天，学校召开的协会、学会都来了。",
        "市长林小田会见来云出席第三届云州麦田大会的嘉宾周大山。",
        "根据云州市第十五届人大常委会第二十次会议通过的决定，新规施行。",
        "昨天，“麦田与未来”活动的举行地换了。",
        "昨天，“麦田与未来”活动吸引了百名学者。",
        # no company that anybody leads
        "12日晚，青禾汽车举行新车发布会。",
        # nothing that opens
        "#林小田出席仪式并宣布青禾麦田项目开工\n昨天，市长林小田出席通车仪式。",
        "#林小田宣布青禾工程开工\n昨天，林小田谈到了通车仪式。",
        # what somebody once attended
        "林小田1978年参加工作，曾出席第八次云州麦田代表大会。",
        # the headline alone
        "#云州市召开麦田整治新闻发布会\n林小田：麦田很好。",
    ],
)
def test_silence(read: Read, text: str) -> None:
    assert names(read, text) == []


def test_headline_gives_way(read: Read) -> None:
    """What the text names itself needs no headline."""
    text = "#青禾联盟十一届六中全会召开\n青禾联盟第十一届中央委员会第六次全体会议14日举行。全会强调，要好好种田。"
    assert names(read, text) == ["青禾联盟第十一届中央委员会第六次全体会议"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("13日，全镇防火推进会在石桥村召开。", "石桥村"),
        ("13日，全镇防火推进会在柳溪镇石桥村村部召开。", "石桥村"),
        ("13日，全市防火现场推进会在我县柳溪镇召开。", "柳溪"),
        ("13日，云州麦田产业大会在禾川落下帷幕。", "禾川"),
        ("13日，云州麦田产业大会在这里开幕。", None),
        ("13日，云州麦田产业大会在线上召开。", None),
        ("云州麦田产业大会将于9日开幕。", None),
        ("13日，云州麦田产业大会在东湖国际会议中心举行。", None),
        ("13日，云州麦田产业大会在中南海举行。", None),
        ("在中国麦田联合会第三届代表大会召开之际，该会13日在上海举行麦田产业座谈会。", "上海"),
        ("第七届企业家青岛峰会13日举行。", "青岛"),
        ("2025跨国公司（无锡）圆桌座谈会13日举行。", "无锡"),
        ("青禾科技（江苏）有限公司麦田项目签约仪式13日举行。", None),
        ("云州麦田产业论坛13日开讲。\n本次论坛在西安举行。", "西安"),
    ],
)
def test_place(read: Read, text: str, place: str | None) -> None:
    *_, meeting = read(*text.split("\n"), published="2024-10-14").meetings
    assert meeting.place == place


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("今（13）日上午，市教育局召开新闻发布会。", "2024-10-13"),
        ("12日，云州麦田大会落下帷幕。大会为期两天。", "2024-10-11/2024-10-12"),
        ("12日，市长林小田主持召开民营企业座谈会，开场白只有一句：“有难处，今天敞开说，我们听着。”", "2024-10-12"),
        ("12日，有人来。\n当天，2024云州麦田产业峰会举行。", "2024-10-12"),
        ("#青禾大桥通车\n昨天，有人来。市长林小田出席青禾大桥通车仪式。", "2024-10-13"),
        ("#青禾大桥通车\n昨天，云州市长林小田说，桥很好。\n仪式于今年举行。", None),
    ],
)
def test_date(read: Read, text: str, date: str | None) -> None:
    found = read(*text.split("\n"), published="2024-10-14").meetings
    assert [meeting.date for meeting in found] == ([date] if date else [])


@pytest.mark.parametrize(
    ("text", "second"),
    [
        # what else is attended that day, and the press conference that follows
        ("12日，云州麦田大会举行。\n当天下午，来宾还参加了种质资源座谈会。", "种质资源座谈会"),
        ("12日，云州麦田大会举行。\n随后举行的新闻发布会上，林小田会见记者。", "云州麦田大会新闻发布会"),
        # what a speaker announces
        ("12日，“麦田”系列新闻发布会举行。林小田说，系列发布会第四场将于1月24日举行。", "系列发布会第四场"),
        ("12日，第三届云州麦田大会举行。林小田透露，下届大会将于2027年在海州举行。", "云州麦田大会"),
        # what was attended some other time
        ("12日，云州麦田大会举行。\n2019年当天，林小田还参加了种质资源座谈会。", None),
        ("12日，云州麦田大会举行。\n林小田曾出席海州麦田种质大会。", None),
        ("12日，云州麦田大会举行。\n来宾参加了种质资源座谈会。", None),
        ("12日，云州麦田大会举行。\n林小田说，新闻发布会上见。", None),
    ],
)
def test_second_meeting(read: Read, text: str, second: str | None) -> None:
    _, *rest = names(read, text)
    assert rest == ([second] if second else [])


def test_what_is_set_lies_ahead(read: Read) -> None:
    text = "12日，云州市人大常委会第三次会议举行，决定云州市人大第四次会议11月20日召开。"
    found = read(text, published="2024-10-14").meetings
    assert [(meeting.date, meeting.status) for meeting in found] == [
        ("2024-10-12", "held"),
        ("2024-11-20", "upcoming"),
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # what reports on a year of business meets in the next
        ("5月20日，青禾公司举行2023年度业绩说明会。", ["2024-05-20"]),
        ("5月20日，青禾公司举行2023年年度股东大会。", ["2024-05-20"]),
        ("5月20日，青禾公司举行2023年度表彰大会。", ["XXXX-05-20"]),
        # what is set for later, counted so far, or planned for years
        ("12月26日，云州麦田大会举行。条例自2025年1月14日起施行。", ["2024-12-26"]),
        ("8月23日，云州麦田大会举行。条例自2024年9月1日起施行。", ["2024-08-23"]),
        ("8月23日至24日，云州麦田大会举行。大桥定于2024年9月1日通车。", ["2024-08-23/2024-08-24"]),
        ("1月8日，云州麦田大会举行。截至2023年12月底，麦田增产。", ["2024-01-08"]),
        ("10月8日，云州麦田大会举行，通过《麦田方案（2024—2027年）》。", ["2024-10-08"]),
        ("12月8日，云州麦田大会举行，通过《麦田方案（2025—2027年）》。", ["XXXX-12-08"]),
        ("10月8日，云州麦田大会举行，通过《麦田方案（2024—2027年）》。截至2022年9月底，麦田增产。", ["XXXX-10-08"]),
        ("10月8日，云州麦田大会举行。2021年5月3日，麦田大桥通车。", ["XXXX-10-08"]),
        # a day in the month of the main meeting
        ("5月6日，云州麦田博览会开幕。\n7日，云州麦田产业论坛举行。", ["XXXX-05-06", "XXXX-05-07"]),
        ("5月6日，云州麦田博览会开幕。\n28日，云州麦田产业论坛举行。", ["XXXX-05-06", "XXXX-XX-28"]),
    ],
)
def test_date_without_a_year(read: Read, text: str, days: list[str]) -> None:
    assert [meeting.date for meeting in read(*text.split("\n")).meetings] == days


def test_bare_ceremony_is_the_one_told(read: Read) -> None:
    text = "12日，青禾县与麦田集团合作共建签约暨揭牌仪式举行。签约仪式结束后，县长林小田走访了企业。"
    assert [(m.name, m.aliases) for m in read(text, published="2024-10-14").meetings] == [
        ("青禾县与麦田集团合作共建签约暨揭牌仪式", ("签约仪式",))
    ]

"""Meetings: which gatherings an article reports, and under which names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from huiyao.extract.meeting_aliases import short_forms
from huiyao.schema.records import Extraction, Meeting

Read = Callable[..., Extraction]


def meetings(read: Read, text: str, published: str | None = None) -> tuple[Meeting, ...]:
    return read(*text.split("\n"), published=published).meetings


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # proper names
        ("第36次上海市市长国际企业家咨询会议昨天举行。", ["第36次上海市市长国际企业家咨询会议"]),
        ("2025年云州经济论坛10月12日在云州开幕。", ["2025年云州经济论坛"]),
        ("云州港口发展大会13日在海州召开。", ["云州港口发展大会"]),
        ("第三届云州麦田博览会在云州会展中心举行。", ["第三届云州麦田博览会"]),
        ("昨天，云州市召开全市教育工作会议。", ["全市教育工作会议"]),
        ("5月18日至19日，云州麦田产业峰会在云州举行。", ["云州麦田产业峰会"]),
        ("“麦田与未来”国际论坛13日在云州开幕。", ["“麦田与未来”国际论坛"]),
        ("市政府第12次常务会议昨天召开。", ["市政府第12次常务会议"]),
        ("云州市十八届人民政府第五次全体（扩大）会议昨天召开。", ["云州市十八届人民政府第五次全体（扩大）会议"]),
        ("市政府昨天举行《关于支持麦田产业的若干措施》新闻发布会。", ["《关于支持麦田产业的若干措施》新闻发布会"]),
        ("为期两天的云州麦田产业峰会今天下午在海州落下帷幕。", ["云州麦田产业峰会"]),
        ("昨天，市长林小田参加了种质资源保护与利用座谈会。", ["种质资源保护与利用座谈会"]),
        ("13日，云州轻轨二号线项目一期举行通车仪式。", ["云州轻轨二号线项目一期通车仪式"]),
        ("两国部长会谈。\n会谈后，双方共同见证云海铁路合作机制启动仪式。", ["云海铁路合作机制启动仪式"]),
        ("云州麦田产业项目签约仪式13日举行。", ["云州麦田产业项目签约仪式"]),
        ("昨天，市长林小田出席云州麦田产业发展座谈会。", ["云州麦田产业发展座谈会"]),
        ("昨天，市长林小田在云州麦田产业发展座谈会上讲话。", ["云州麦田产业发展座谈会"]),
        # a described name: the body and the noun
        ("昨天，云州市教育局召开干部大会。", ["云州市教育局干部大会"]),
        ("13日，麦田集团举行座谈会。", ["麦田集团座谈会"]),
        ("13日，云州市教育局召开第二次常委会议。", ["云州市教育局第二次常委会议"]),
        # a session is an alias of the whole
        ("2025年云州经济论坛开幕式13日在云州举行。", ["2025年云州经济论坛"]),
        ("云州麦田博览会闭幕式昨天举行。", ["云州麦田博览会"]),
        # a press conference is one of its own, and its meeting is reported with it
        ("云州麦田博览会新闻发布会13日举行。", ["云州麦田博览会新闻发布会", "云州麦田博览会"]),
        # the next edition
        (
            "第36次云州企业家咨询会议昨天举行。明年的云州企业家咨询会议将于2025年10月12日在云州举行。",
            ["第36次云州企业家咨询会议", "云州企业家咨询会议"],
        ),
        # one meeting under several names
        ("#云州经济论坛开幕\n第五届云州国际经济论坛13日在云州开幕。云州经济论坛为期两天。", ["第五届云州国际经济论坛"]),
        # a time with its gloss, with its hour
        ("云州麦田产业峰会今天（10月13日）在云州举行。", ["云州麦田产业峰会"]),
        ("云州港口发展大会将于10月13日上午10时30分在云州大会堂隆重举行。", ["云州港口发展大会"]),
        ("云州麦田博览会各项筹备工作已经全部就绪，将于16日在云州开幕。", ["云州麦田博览会"]),
        ("云州港昨天举行建港200周年庆祝活动。", ["建港200周年庆祝活动"]),
        # alongside another
        ("云州麦田博览会昨天在云州开幕，云州麦田产业峰会同时举行。", ["云州麦田博览会", "云州麦田产业峰会"]),
        # people who meet for their bodies, and bodies far from the noun
        ("云州、海州两地代表今天（10月13日）在云州举行会议，讨论港口问题。", ["云州、海州两地代表会议"]),
        ("在云州市教育局今天（10月13日）举行的新闻发布会上，数据公布。", ["云州市教育局新闻发布会"]),
        ("记者今天（10月13日）从云州市教育局举行的发布会上了解到，新校开工。", ["云州市教育局发布会"]),
        ("4日，麦田集团举行以“麦田与未来”为主题的发布会。", ["麦田集团发布会"]),
        ("去年2月，云州市委就防汛工作进行第三次集体学习。", ["云州市委第三次集体学习"]),
        ("云州市参议院5日举行会议决定扩建港口。", ["云州市参议院会议"]),
        ("林小田昨天主持召开农民、企业家和教师等界代表座谈会。", ["农民、企业家和教师等界代表座谈会"]),
        # ceremonies told by their purpose or their work
        ("市长林小田昨天在云州大会堂举行仪式，欢迎海州市市长周大山来访。", ["欢迎仪式"]),
        ("会谈前，林小田为周大山举行隆重欢迎仪式。", ["欢迎仪式"]),
        ("云州港昨天举行升旗仪式，庆祝建港50周年。", ["庆祝建港50周年升旗仪式"]),
        ("由麦田集团承建的云江大桥昨天举行通车仪式。", ["云江大桥通车仪式"]),
        # what members of an assembly, a law or a sitting itself tell
        ("参加云州市人大七届三次会议的人大代表今天分组审议。", ["云州市人大七届三次会议"]),
        (
            "云州市人大七届三次会议昨天开幕。云州市人大七届三次会议“代表通道”今天开启。",
            ["云州市人大七届三次会议", "云州市人大七届三次会议“代表通道”"],
        ),
        ("参加云州市政协七届三次会议的委员们今天分组讨论。", ["云州市政协七届三次会议"]),
        ("云州市人大七届三次会议“代表通道”今天再次开启。", ["云州市人大七届三次会议“代表通道”"]),
        ("《云州港口条例》已由云州市人大常委会第三次会议于12月25日通过。", ["云州市人大常委会第三次会议"]),
        ("第三届云州麦田大会16日呼吁各方加强合作。", ["第三届云州麦田大会"]),
        ("云州市人大第七次会议，在完成各项议程后，13日上午在云州闭幕。", ["云州市人大第七次会议"]),
        # told beside what somebody says
        ("记者从市农业局获悉，在正在举行的第三届云州麦田大会上，九个村获奖。", ["第三届云州麦田大会"]),
        ("会议确定，第十七届年会将于2024年11月在海州举行。", ["第十七届年会"]),
        # served, wherever it is told
        ("林小田在海州调研。\n林小田看望了村民，并主持召开座谈会。", ["座谈会"]),
        ("林小田访问海州。\n林小田还出席海州麦田研讨会开幕式并致辞。", ["海州麦田研讨会"]),
        ("林小田颁发了聘书。\n周大山主持了颁发聘书仪式。", ["颁发聘书仪式"]),
        ("昨天还举行了云州麦田发布会和云州港口沙龙。", ["云州麦田发布会", "云州港口沙龙"]),
        ("#林小田向云州麦田论坛致贺信\n林小田13日写信祝贺。", ["云州麦田论坛"]),
        # the next edition by its noun, a series by its headline
        (
            "第三届云州港口发展大会昨天举行。下届大会将于2026年9月在海州举行。",
            ["第三届云州港口发展大会", "云州港口发展大会"],
        ),
        ("#云州市教育工作会议召开\n昨天，2026年全市教育工作会议召开。", ["2026年全市教育工作会议"]),
        (
            "#云州市政协七届三次会议第三场委员通道开启\n昨天，最后一场“委员通道”开启。",
            ["云州市政协七届三次会议第三场委员通道"],
        ),
        ("云州市教育工作会议昨天召开。2026年全市教育工作会议昨天举行。", ["2026年全市教育工作会议"]),
        ("云州麦田产业峰会13日在云州同时举行。", ["云州麦田产业峰会"]),
        ("云州市第三次代表大会圆满完成各项议程，于昨日下午在云州礼堂胜利闭幕。", ["云州市第三次代表大会"]),
        # two meetings
        (
            "云州麦田产业峰会13日举行。海州港口发展大会14日召开。",
            ["云州麦田产业峰会", "海州港口发展大会"],
        ),
    ],
)
def test_reported(read: Read, text: str, names: list[str]) -> None:
    assert sorted(meeting.name for meeting in meetings(read, text)) == sorted(names)


@pytest.mark.parametrize(
    "text",
    [
        "云州深入贯彻党的二十届三中全会精神。",
        "云州认真学习十九大报告。",
        "按照中央经济工作会议部署，云州扩建港口。",
        "根据云州港口发展大会要求，海州扩建港口。",
        "《云州麦田产业峰会宣言》公布。",
        "云州港已经建成，新线明年通车。",
        "会议昨天召开。",
        "会议室昨天启用。",
        "云州会展中心昨天启用。",
        "麦田集团是云州麦田产业峰会的成员。",
        "云州位于云江之滨。\n多年来，云州港口发展大会促进了开放。",
        "云州位于云江之滨。\n林小田曾任云州麦田产业峰会秘书长。",
        "市长林小田表示，去年的云州港口发展大会很成功。",
        "云州麦田集团董事长周大山会见了海州客商。",
        "云州市运动员在比赛中获奖。",
        "各类论坛层出不穷。",
        "大会堂前人来人往。",
        # whom somebody met who came for a meeting
        "#林小田会见周大山\n林小田3日在江州会见来云出席云州合作论坛海州峰会的海州市代表团团长周大山。",
        "#林小田会见周大山\n林小田3日在江州会见来云出席云州麦田大会暨海州港口会议的海州市代表团团长周大山。",
        "云州麦田博览会筹备工作各方都在抓，新馆将于16日开馆。",
        # only recalled, counted, listed or not told apart
        "周大山祝贺云州成功举办第三届云州麦田博览会。",
        "麦田节期间将举办云州麦田论坛、产销对接会等8场活动。",
        "麦田节期间将举办云州麦田论坛等活动。",
        "云州昨天举行多场供需对接会。",
        "云州已举办了五届园博会。",
        "各地举行升旗仪式，庆祝建市50周年。",
        "云州体育馆昨天举行了启动仪式。",
        "《云州故事》一书介绍了新闻发布会。",
        "欢迎仪式后，林小田同周大山举行会谈。",
        "昨天，林小田主持召开会议。",
        "会议听取了关于召开云州市政协七届三次会议的决定草案的汇报。",
        "会议审议了关于提请审议云州市人大七届三次会议议程草案的议案。",
        "林小田在云州港口发展大会上的讲话结集出版。",
        "林小田访问海州。\n2019年，林小田出席海州麦田研讨会开幕式并致辞。",
        "参加云州麦田论坛的企业代表参观了港口。",
        "云州位于云江之滨。\n我们修了三条路，成功举办云州麦田论坛。",
        "大会闭幕。\n在年会主题沙龙上，船工们打开了话匣子。",
        "前不久召开的云州市经济工作会议要求扩建港口。",
        "对周大山的处分，待召开云州市政协全体会议时予以确认。",
        "市长林小田表示，去年由云州麦田协会举办的论坛很成功。",
        "",
    ],
)
def test_silence(read: Read, text: str) -> None:
    assert [meeting.name for meeting in meetings(read, text)] == []


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("第36次云州市市长国际企业家咨询会议昨天举行。", 36),
        ("第三届云州麦田博览会昨天举行。", 3),
        ("第十二届云州麦田博览会昨天举行。", 12),
        ("第二十届云州麦田博览会昨天举行。", 20),
        ("云州市政协七届十六次常委会议昨天召开。", 16),
        ("云州麦田博览会昨天举行。", None),
        ("第五次全国经济普查电视电话会议昨天召开。", None),
        ("云州麦田协会七届一中全会昨天召开。", 1),
        ("第七届云州市人大法制委员会全体会议昨天召开。", 7),
        ("第七届全国人大法制委员会全体会议昨天召开。", None),
        ("云州市人大七届三次会议“代表通道”今天开启。", None),
        ("云州市人大七届三次会议第二场“代表通道”今天开启。", 2),
        ("七届三中全会精神宣讲报告会昨天召开。", None),
        ("2025年云州麦田博览会昨天举行。", None),
    ],
)
def test_ordinal(read: Read, text: str, ordinal: int | None) -> None:
    (meeting,) = meetings(read, text)
    assert meeting.ordinal == ordinal


@pytest.mark.parametrize(
    ("text", "published", "date"),
    [
        ("云州麦田产业峰会2024年10月13日在云州举行。", None, "2024-10-13"),
        ("2018年5月18日至19日，云州麦田产业峰会举行。", None, "2018-05-18/2018-05-19"),
        ("5月23日，云州麦田产业峰会举行。", None, "XXXX-05-23"),
        ("23日，云州麦田产业峰会举行。", None, "XXXX-XX-23"),
        ("23日，云州麦田产业峰会举行。", "2024-10-24", "2024-10-23"),
        ("昨天，云州麦田产业峰会举行。", "2024-10-14", "2024-10-13"),
        ("昨天，云州麦田产业峰会举行。", None, None),
        ("云州麦田产业峰会举行。", "2024-10-14", None),
        ("云州麦田产业峰会将于2025年10月12日举行。", None, "2025-10-12"),
        ("2025年云州麦田产业峰会10月12日举行。", None, "2025-10-12"),
        ("5月23日讯 云州麦田产业峰会昨天举行。", "2024-05-23", "2024-05-22"),
        ("云州5月23日电 为期两天的云州麦田产业峰会23日开幕。", None, "XXXX-05-23/XXXX-05-24"),
        ("为期两天的云州麦田产业峰会23日开幕。", None, "XXXX-XX-23"),
        ("近日，云州麦田产业峰会举行。", "2024-10-14", None),
        ("云州麦田产业峰会昨天举行，峰会2016年开始举办。", "2024-10-14", "2024-10-13"),
        # days that it lasts
        ("为期三天的云州麦田产业峰会13日在云州开幕。", "2024-10-14", "2024-10-13/2024-10-15"),
        ("云州麦田产业峰会13日在云州开幕。峰会为期两天，来宾三百。", "2024-10-14", "2024-10-13/2024-10-14"),
        ("为期两天的云州麦田产业峰会13日在云州闭幕。", "2024-10-14", "2024-10-12/2024-10-13"),
        ("云州麦田产业峰会13日在云州开幕。展览为期三天。", "2024-10-14", "2024-10-13"),
        # a day told before, or that of the talks beside which it is told
        ("“云州变了。”昨天上午，一位来宾说。当天，云州麦田产业峰会举行。", "2024-10-14", "2024-10-13"),
        ("10月13日，林小田同周大山举行会谈。\n会谈前，林小田为周大山举行欢迎仪式。", "2024-10-14", "2024-10-13"),
        ("林小田8日至10日在海州调研。\n林小田主持召开座谈会。", "2024-10-14", "2024-10"),
        ("今天（10月14日）是丰收节。\n林小田主持召开座谈会。", "2024-10-14", None),
        # a date of something else
        ("云州麦田产业峰会准确把握2026年的走势。云州麦田产业峰会举行。", "2024-10-14", None),
        ("云州市委10日晚召开会议，讨论如何回应1日的来信。", "2024-10-14", "2024-10-10"),
        ("2024年云州年会将于明年4月举行。", None, "2024-04"),
        ("记者今天从云州市政府举行的发布会上了解到，新校开工。", "2024-10-14", "2024-10-14"),
    ],
)
def test_date(read: Read, text: str, published: str | None, date: str | None) -> None:
    (meeting,) = meetings(read, text, published)
    assert meeting.date == date


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("云州麦田产业峰会昨天在沪举行。", "上海"),
        ("云州麦田产业峰会昨天在京开幕。", "北京"),
        ("云州麦田产业峰会昨天在武汉市东西湖区举行。", "武汉"),
        ("云州麦田产业峰会昨天在上海举行。", "上海"),
        ("云州麦田产业峰会昨天在上海国际会议中心举行。", "上海"),
        ("云州麦田产业峰会昨天在湖南省长沙市召开。", "长沙"),
        ("云州麦田产业峰会昨天在法国巴黎召开。", "巴黎"),
        ("云州麦田产业峰会于2025年10月在深圳举行。", "深圳"),
        ("云州麦田产业峰会昨天在沙特吉达举行。", "吉达"),
        ("云州麦田产业峰会昨天在瑞士日内瓦举行。", "日内瓦"),
        ("云州麦田产业峰会昨天在希腊的古麦亚举行。", "古麦亚"),
        ("云州麦田产业峰会昨天在土库曼斯坦首都阿什哈巴德举行。", "阿什哈巴德"),
        ("云州麦田产业峰会今天（10月13日）在西藏自治区林芝市举行。", "林芝"),
        ("云州麦田产业峰会昨天在麦田大学海州校区举行。", None),
        # a venue alone, or nothing
        ("云州麦田产业峰会昨天在人民大会堂举行。", None),
        ("云州麦田产业峰会昨天在国际会议中心举行。", None),
        ("云州麦田产业峰会昨天举行。", None),
        ("云州麦田产业峰会在热烈的掌声中开幕。", None),
        # the town itself, where people come together
        ("昨天，上海召开全市教育工作会议。", "上海"),
        ("香港会议中心昨天举行升旗仪式，庆祝建馆50周年。", None),
        ("香港会议中心举行升旗仪式，庆祝建馆50周年。", "香港"),
        ("云州市召开全市教育工作会议。", None),
        ("中国举行麦田产业发展大会。", None),
        ("来宾昨天聚首上海，出席云州麦田产业峰会。", "上海"),
        ("云州麦田协会昨天在中国驻海州办事处举行座谈会。", None),
        ("在云州市教育局举行的发布会上，记者获悉，新校将在武汉开工。", "云州"),
    ],
)
def test_place(read: Read, text: str, place: str | None) -> None:
    (meeting,) = meetings(read, text)
    assert meeting.place == place


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("云州麦田产业峰会昨天举行，主题为“麦田与未来”。", "麦田与未来"),
        ("云州麦田产业峰会昨天举行。本届峰会以“麦田与未来”为主题。", "麦田与未来"),
        ("云州麦田产业峰会昨天举行。主题是“开放、创新、合作”。", "开放、创新、合作"),
        (
            "#云州麦田论坛举行\n云州麦田论坛昨天举行。\n本届论坛由云州市政府与海州市政府联合主办，以“守望：麦田的未来”为主题。",
            "守望：麦田的未来",
        ),
        (
            "#云州麦田论坛举行\n云州麦田论坛昨天举行。\n云州市政府与海州市政府联合主办的书画大展，以“麦田与未来”为主题。",
            None,
        ),
        ("云州麦田产业峰会昨天举行。", None),
        ("云州麦田产业峰会昨天举行，“麦田与未来”展览同时开放。", None),
        ("昨天，以“麦田与未来”为主题的云州麦田产业峰会举行。", "麦田与未来"),
        ("云州麦田产业峰会昨天举行。这次峰会的主题口号是“麦田与未来”。", "麦田与未来"),
        ("今天是第17个爱麦日，今年的主题是“麦田与未来”。云州麦田协会举行发布会。", None),
        ("云州麦田产业峰会昨天举行。\n赛事由云州市主办，本届主题为“麦田与未来”。", None),
    ],
)
def test_theme(read: Read, text: str, theme: str | None) -> None:
    (meeting,) = meetings(read, text)
    assert meeting.theme == theme


@pytest.mark.parametrize(
    ("text", "published", "status"),
    [
        ("云州麦田产业峰会昨天举行。", None, "held"),
        ("云州麦田产业峰会将于10月12日举行。", None, "upcoming"),
        ("云州麦田产业峰会将在云州举行。", None, "upcoming"),
        ("云州麦田产业峰会将于10月12日举行。云州麦田产业峰会昨天开幕。", None, "held"),
        ("云州麦田产业峰会10月20日举行。", "2024-10-14", "upcoming"),
        ("林小田将出席云州麦田产业峰会。", None, "upcoming"),
        ("记者从云州市教育局举行的发布会上获悉，新校将于10月开工。", None, "held"),
        ("云州麦田产业峰会昨天开幕，将于20日闭幕。", None, "held"),
        ("云州麦田产业峰会10月13日举行。", "2024-10-14", "held"),
    ],
)
def test_status(read: Read, text: str, published: str | None, status: str) -> None:
    (meeting,) = meetings(read, text, published)
    assert meeting.status == status


@pytest.mark.parametrize(
    ("text", "attendance"),
    [
        ("云州麦田产业峰会昨天举行，300多名代表参加云州麦田产业峰会。", 300),
        ("云州麦田产业峰会昨天举行，5000人参会。", 5000),
        ("云州麦田产业峰会昨天举行，1,200余名嘉宾出席。", 1200),
        ("云州麦田产业峰会昨天举行，2万人参加。", 20_000),
        ("云州麦田产业峰会昨天举行，林小田等80多人参加。", 80),
        ("云州麦田产业峰会昨天举行，36家企业参展。", None),
        ("云州麦田产业峰会昨天举行。", None),
    ],
)
def test_attendance(read: Read, text: str, attendance: int | None) -> None:
    (meeting,) = meetings(read, text)
    assert meeting.attendance_min == attendance


@pytest.mark.parametrize(
    ("text", "organizers"),
    [
        ("昨天，云州市教育局召开干部大会。", ("云州市教育局",)),
        ("云州麦田产业峰会昨天举行，峰会由云州市政府主办。", ("云州市政府",)),
        ("云州麦田产业峰会昨天举行，由云州市政府、云州大学共同主办。", ("云州市政府", "云州大学")),
        ("云州麦田产业峰会昨天举行。", ()),
    ],
)
def test_organizers(read: Read, text: str, organizers: tuple[str, ...]) -> None:
    (meeting,) = meetings(read, text)
    assert meeting.organizers == organizers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("云州麦田产业峰会昨天举行。", "forum"),
        ("云州港口发展大会昨天举行。", "conference"),
        ("云州麦田博览会昨天举行。", "fair"),
        ("云州麦田产业项目签约仪式昨天举行。", "ceremony"),
        ("云州麦田产业新闻发布会昨天举行。", "press"),
    ],
)
def test_kind(read: Read, text: str, kind: str) -> None:
    (meeting,) = meetings(read, text)
    assert meeting.kind == kind


def test_a_session_is_an_alias(read: Read) -> None:
    (meeting,) = meetings(read, "2025年夏季云州论坛开幕式昨天在云州举行。")
    assert (meeting.name, meeting.aliases) == ("2025年夏季云州论坛", ("2025年夏季云州论坛开幕式",))


def test_a_short_form_that_keeps_the_noun_is_an_alias(read: Read) -> None:
    (meeting,) = meetings(read, "云州海关晋升关衔仪式13日在云州举行。晋衔仪式结束后，林小田合影留念。")
    assert (meeting.name, meeting.aliases) == ("云州海关晋升关衔仪式", ("晋衔仪式",))


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("2025智博会举行\n2025云州国际智能产业博览会13日开幕。", "2025云州国际智能产业博览会", ("2025智博会",)),
        ("2025云州图博会举行\n2025云州国际图书博物馆大会13日开幕。", "2025云州国际图书博物馆大会", ()),
    ],
)
def test_a_fair_is_called_for_short(read: Read, text: str, name: str, aliases: tuple[str, ...]) -> None:
    (meeting,) = (each for each in meetings(read, f"#{text}") if each.name == name)
    assert meeting.aliases == aliases


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ("青山国－阿拉州国家峰会", "青山国－海湾阿拉州国家合作委员会峰会", 2),
        ("青山国－阿拉州峰会", "青山国－阿拉州国家峰会", 1),
        ("首届青山国－阿拉州国家峰会", "青山国－阿拉州国家峰会", 1),
    ],
)
def test_who_meets_whom_tells_meetings_apart(read: Read, one: str, other: str, number: int) -> None:
    assert len(meetings(read, f"{one}9日举行。\n{other}9日举行。")) == number


def test_a_series_has_neither_ordinal_nor_year(read: Read) -> None:
    (meeting,) = meetings(read, "2025年第三届云州麦田博览会昨天举行。")
    assert meeting.series == "云州麦田博览会"


def test_one_meeting_is_the_one_the_article_is_about(read: Read) -> None:
    text = "#海州港口发展大会召开\n云州麦田产业峰会12日举行。海州港口发展大会13日召开。"
    assert [(m.name, m.primary) for m in meetings(read, text)] == [
        ("海州港口发展大会", True),
        ("云州麦田产业峰会", False),
    ]


def test_the_day_of_a_guests_visit_is_not_that_of_the_meeting(read: Read) -> None:
    text = "林小田3日在江州会见来云出席云州麦田峰会的海州市代表团团长周大山。\n云州麦田峰会在云州召开。"
    (meeting,) = meetings(read, text, "2031-05-04")
    assert (meeting.date, meeting.place) == (None, "云州")


def test_the_next_edition_is_to_come(read: Read) -> None:
    found = meetings(read, "2024云州麦田产业峰会昨天在云州举行。明年的峰会将移师上海。", "2024-10-14")
    assert [(m.name, m.status, m.date, m.place) for m in found] == [
        ("2024云州麦田产业峰会", "held", "2024-10-13", "云州"),
        ("云州麦田产业峰会", "upcoming", "2025", "上海"),
    ]


def test_a_numbered_edition_announced_with_its_year_is_reported(read: Read) -> None:
    text = "第七届云州麦田论坛昨天在云州举行。\n据主办方透露，第八届云州麦田论坛将于明年在海州举办。"
    found = meetings(read, text, "2024-10-14")
    assert [(m.name, m.status, m.date) for m in found] == [
        ("第七届云州麦田论坛", "held", "2024-10-13"),
        ("第八届云州麦田论坛", "upcoming", "2025"),
    ]


def test_what_is_told_beside_talks_is_not_what_the_article_is_about(read: Read) -> None:
    text = "#林小田同周大山会谈\n13日，林小田同周大山举行会谈。会谈前，林小田为周大山举行欢迎仪式。"
    assert [(m.name, m.primary) for m in meetings(read, text)] == [("欢迎仪式", False)]


def test_a_meeting_far_from_the_lead_is_not_what_the_article_is_about(read: Read) -> None:
    text = "云州在江边。\n云州有港口。\n云州有麦田。\n去年，云州麦田产业峰会举行。"
    assert [(m.name, m.primary) for m in meetings(read, text)] == [("云州麦田产业峰会", False)]


def test_a_generic_noun_is_no_alias(read: Read) -> None:
    (meeting,) = meetings(read, "13日，云州市教育局召开会议。")
    assert (meeting.name, meeting.aliases) == ("云州市教育局会议", ())


def test_a_press_conference_names_its_meeting(read: Read) -> None:
    found = {meeting.name: meeting for meeting in meetings(read, "云州麦田博览会新闻发布会13日举行。")}
    assert found["云州麦田博览会新闻发布会"].parent == "云州麦田博览会"
    assert found["云州麦田博览会新闻发布会"].primary


def test_a_name_stands_where_the_record_says(read: Read) -> None:
    text = "昨天，第三届云州麦田博览会在云州举行。"
    (meeting,) = meetings(read, text)
    assert text[meeting.start : meeting.end] == meeting.name


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("云州市港口咨询会议（简称“云港会”）开幕。", "云州市港口咨询会议", {"云港会"}),
        ("云咨会昨天闭幕。与会者说，云咨会办得好。", "云州市港口咨询会议", {"云咨会"}),
        ("云咨会昨天闭幕。", "云州市港口咨询会议", set()),  # once may be chance
        ("大会开幕。大会闭幕。", "云州市港口发展大会", set()),  # a word of the dictionary
        ("三中全会开幕。三中全会闭幕。", "中国云州研究会全体会议", set()),  # part of another word
    ],
)
def test_short_forms(text: str, name: str, expected: set[str]) -> None:
    assert short_forms(text, name) == expected

"""Frames of speech in local news: how somebody says it, whom it is said to, where a clause or a caption ends it."""

from __future__ import annotations

import pytest
from tests.extract.told import MAYOR, Read, Told, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the manner between a name and 说
        (f"{MAYOR}向来宾推介时说，云州将建港口。", [("林小田", "云州将建港口。")]),
        (f"{MAYOR}指着图纸说，云州将建港口。", [("林小田", "云州将建港口。")]),
        (f"{MAYOR}听老人说，云州将建港口。", []),
        (f"{MAYOR}的助手说，云州将建港口。", []),
        # with a second verb, no pause behind
        (f"{MAYOR}表示赞同，并补充说云州将建港口。", [("林小田", "云州将建港口。")]),
        # whom a list is announced to may be a list; what it is about may come first
        (f"{MAYOR}对各镇、各街道提出三点希望。一是建园。", [("林小田", "一是建园。")]),
        (f"{MAYOR}对各镇、各街道提出要求，并作了总结。", []),
        (
            f"{MAYOR}致辞。海州市市长周大山表示，海州在变。就防汛工作，林小田要求各镇加强巡查。",
            [("周大山", "海州在变。"), ("林小田", "各镇加强巡查。")],
        ),
        # when it was said
        ("云州市气象台当晚发表声明，谴责网上谣言。", [("云州市气象台", "网上谣言。")]),
        ("云州市气象台6月29日16时20分发布暴雨预警：预计雨势增强。", [("云州市气象台", "预计雨势增强。")]),
        ("云州市气象台6月29日发布暴雨预警，各镇开始巡查。", []),
        (f"{MAYOR}再次强调，云州要建港口。", [("林小田", "云州要建港口。")]),
        (f"听{MAYOR}这么说，大家都笑了。", []),
        # no clause begins inside a title
        (
            f"{MAYOR}在题为《港口：路在何方》的报告里提出，云州要建港口。",
            [("林小田", "云州要建港口。")],
        ),
        # what the figures tell follows
        (f"{MAYOR}汇报了肉牛产业情况。去年以来，全市建成小区五个。", [("林小田", "去年以来，全市建成小区五个。")]),
        (f"{MAYOR}汇报了肉牛产业情况。大家进行了讨论。", []),
        (f"{MAYOR}就今年工作作了安排，全市共安排项目百个。", [("林小田", "全市共安排项目百个。")]),
        (f"{MAYOR}公布了三条“硬措施”：建园。修路。", [("林小田", "建园。修路。")]),
        (f"{MAYOR}用三个词概括：快、准、稳。", [("林小田", "快、准、稳。")]),
        # the body of the sentence before
        ("全会充分肯定常委会的工作。一致认为，云州在变。", [("会议", "云州在变。")]),
        ("云州充分肯定各镇的工作。一致认为，云州在变。", []),
    ],
)
def test_how_and_when_it_is_said(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{MAYOR}建议，云州要建港口；民建云州市委会提交书面发言，呼吁保护老街。",
            [("林小田", "云州要建港口"), ("民建云州市委会", "保护老街。")],
        ),
        (f"{MAYOR}建议，云州要建港口；希望各镇支持。", [("林小田", "云州要建港口；希望各镇支持。")]),
    ],
)
def test_parts_between_semicolons_have_subjects_of_their_own(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read, text) == expected


def test_of_two_joined_each_keeps_the_title(read: Read) -> None:
    found = read("联盟大会主席德拉科娃和联盟秘书长塞拉贝当天也呼吁扩大援助。")
    assert [(s.speaker, s.text) for s in found.statements] == [("德拉科娃和塞拉贝", "扩大援助。")]
    assert [speaker.name for speaker in found.speakers] == ["德拉科娃", "塞拉贝"]


@pytest.mark.parametrize(
    ("behind", "kept"),
    [
        ("港口有百年历史。", False),
        ("（图片由青禾公司提供）", False),
        ("下一步，云州将建港口。", True),
    ],
)
def test_a_clause_behind_a_quotation_closes_it(read: Read, behind: str, kept: bool) -> None:
    found = told(read, f"“云州在变，路要修通。”{MAYOR}说。{behind}")
    assert found == [("林小田", "云州在变，路要修通。"), *([("林小田", behind)] if kept else [])]


@pytest.mark.parametrize(
    "behind",
    [
        "会议原则同意《云州市港口方案》，由各部门印发。",
        "图片说明：林小田在港口。",
        "（记者 周大山 文/图）",
    ],
)
def test_what_the_reporter_adds_is_not_said(read: Read, behind: str) -> None:
    assert told(read, f"{MAYOR}表示，云州在变。{behind}") == [("林小田", "云州在变。")]


def test_a_question_as_heading_opens_another_topic(read: Read) -> None:
    text = f"{MAYOR}表示，云州在变。\n——路何时修好？“明年就修好，请大家放心。”云州市交通局局长周大山说。"
    assert told(read, text) == [("林小田", "云州在变。"), ("周大山", "明年就修好，请大家放心。")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("84岁的林小田拉着他的手。“路修好了，出门方便了。”林小田说。", ["林小田"]),
        ("林小田，女，1986年生，云州市人。“路修好了，出门方便了。”她说。", ["林小田"]),
        ("84岁的林江南拉着他的手。“路修好了，出门方便了。”林江南说。", ["林江南"]),
        ("84岁的老人拉着他的手。“路修好了，出门方便了。”", []),
        ("三岁的孩子，男，走失。“路修好了，出门方便了。”", []),
    ],
)
def test_persons_known_by_an_age_or_a_profile(read: Read, text: str, names: list[str]) -> None:
    assert [speaker.name for speaker in read(text).speakers] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # by video; while doing something; what was denied
        (f"{MAYOR}因病未到，他通过视频表示，云州要建港口。", [("林小田", "云州要建港口。")]),
        (f"{MAYOR}擦着酒杯。他边擦酒杯边说，云州要建港口。", [("林小田", "云州要建港口。")]),
        (f"{MAYOR}给记者算过一笔账：云州港一年省三千万元。", [("林小田", "云州港一年省三千万元。")]),
        (f"前年发大水，{MAYOR}二话没说，划着小船来接人。", []),
        (f"{MAYOR}给村里出主意，别跟大厂比便宜。", [("林小田", "别跟大厂比便宜。")]),
        # many say one thing, whoever spoke before
        (
            f"{MAYOR}表示，云州在变。经评议，听证员一致认为应当由镇里实施。",
            [("林小田", "云州在变。"), ("听证员", "应当由镇里实施。")],
        ),
        (
            f"{MAYOR}表示，云州在变。双方一致认为应当由镇里实施。",
            [("林小田", "云州在变。双方一致认为应当由镇里实施。")],
        ),
        # a member without a title in front, behind what describes
        (
            "周大山委员建议，路要修通；来自企业界的林小田委员直言，“种药怕的是价格坐过山车”，希望建立收储机制。",
            [("周大山", "路要修通"), ("林小田", "种药怕的是价格坐过山车"), ("林小田", "建立收储机制。")],
        ),
        # who presides is told aside
        (
            "开幕式由云州医院副院长周大山主持，海州医院院长林小田致欢迎词。他说，医院救治患者百例。",
            [("林小田", "医院救治患者百例。")],
        ),
        ("开幕式由云州医院副院长周大山主持。他说，医院救治患者百例。", [("周大山", "医院救治患者百例。")]),
    ],
)
def test_whose_words_they_are(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read, text) == expected


@pytest.mark.parametrize(
    "behind",
    [
        "交通局、水利局负责人先后发言，代表们畅所欲言。",
        "互动环节，嘉宾们回答了提问。",
        "海州大学教授周大山则通过三例分享了经验。",
    ],
)
def test_where_others_take_the_floor_the_report_ends(read: Read, behind: str) -> None:
    assert told(read, f"{MAYOR}表示，云州在变。{behind}") == [("林小田", "云州在变。")]


def test_what_his_words_bring_about_is_told(read: Read) -> None:
    text = f"{MAYOR}说，“云州在变，路要修通，港口要建好”，他的话引起热烈掌声。会场里坐满了人。"
    assert told(read, text) == [("林小田", "云州在变，路要修通，港口要建好")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云州村民林小田蹲在门口。她把茶油浇在饭上，“没有滤镜，就这个颜色。”", "林小田"),
        ("云州村民林小田在直播，一天发两百单。“最难的不是卖货，是说服我妈。”说完她自己先笑了。", "林小田"),
        ("云州村民林小田在直播。一天发两百单。“最难的不是卖货，是说服我妈。”说完她自己先笑了。", "林小田"),
        ("“现在路过不用绕着走了，我也放心。”4月2日，在海州市，记者回访时，云州村民林小田指着老井说。", "林小田"),
        ("“现在路过不用绕着走了，我也放心。”她们的话很实在。", None),
    ],
)
def test_a_quotation_of_whom_a_pronoun_or_a_scene_leads_to(read: Read, text: str, expected: str | None) -> None:
    assert [s.speaker for s in read(text).statements] == ([expected] if expected else [])


def test_a_quotation_of_whom_it_moves_is_not_of_who_spoke_before(read: Read) -> None:
    text = (
        "云州村民周大山拉着记者。云州市交通局局长林小田说，路要修通。"
        "“路通了，我就可以骑车去了。”听到这个消息，周大山笑了。"
    )
    assert told(read, text) == [("林小田", "路要修通。"), ("周大山", "路通了，我就可以骑车去了。")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("排头的林小田今年八十一，拎着搪瓷缸。“我一个人，烧一条鱼吃三天。”", "林小田"),
        ("做电商的“85后”林小田说得更直接。“我们的女工三点半就得请假。”", "林小田"),
    ],
)
def test_persons_known_by_how_old_they_are(read: Read, text: str, name: str) -> None:
    assert [speaker.name for speaker in read(text).speakers] == [name]


def test_in_the_second_year_is_no_second_point(read: Read) -> None:
    text = f"“云州在变，路要修通。”{MAYOR}说。第二年，合作社买了两条制茶线。"
    assert told(read, text) == [("林小田", "云州在变，路要修通。")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 道 behind the cue; a pronoun with what describes it
        ("“手续真简单，一会儿就办好了！”刚拿到执照的林小田感叹道。", [("林小田", "手续真简单，一会儿就办好了！")]),
        (f"{MAYOR}来到村里。今年五十岁的他说，路要修通。", [("林小田", "路要修通。")]),
        # whom somebody encourages is no clause of what is said
        (f"{MAYOR}勉励同学们好好学习，将来建设家乡。", [("林小田", "同学们好好学习，将来建设家乡。")]),
        (f"{MAYOR}提醒广大市民，雨天慢行。", [("林小田", "雨天慢行。")]),
        # a paper that is read out
        (f"{MAYOR}宣读表彰决定，区领导出席。", []),
        (f"{MAYOR}算了笔账：一亩多赚五百元。", [("林小田", "一亩多赚五百元。")]),
        ("云州市教育局答复：学校明年九月启用。", [("云州市教育局", "学校明年九月启用。")]),
        ("云州市交警支队提醒，雨天慢行。", [("云州市交警支队", "雨天慢行。")]),
        (f"{MAYOR}得到明确答复，路已修通。", []),
        # one called by the surname, beside a quotation
        ("“服务态度好，办事效率高。”前来办事的周先生连连点赞。", [("周先生", "服务态度好，办事效率高。")]),
        ("“十五年了，终于等到这一天！”林大爷激动不已。", [("林大爷", "十五年了，终于等到这一天！")]),
        ("“十五年了，终于等到这一天！”林大爷的儿子很激动。", []),
    ],
)
def test_words_of_everyday_speech(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read, text) == expected


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("正如云州市市长林小田所说，“路通了，心就近了，日子就好了。”", "云州市市长"),
        ("用云州村民林小田的话说，“路通了，心就近了，日子就好了。”", "云州村民"),
        ("随着云州市市长林小田致辞，大会开幕。", "云州市市长"),
        ("和平街道书记林小田说，路通了。", "和平街道书记"),
        ("【雨情分析】云州市气象台预报员林小田说，雨势增强。", "云州市气象台预报员"),
    ],
)
def test_what_leads_to_a_speaker_is_no_part_of_the_position(read: Read, text: str, position: str) -> None:
    (speaker,) = read(text).speakers
    assert speaker.positions == (position,)


def test_a_printed_name_may_have_its_title_behind(read: Read) -> None:
    text = "林小田代表：路要修通。\n周大山委员：桥要架好。"
    assert told(read, text) == [("林小田", "路要修通。"), ("周大山", "桥要架好。")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青山镇乡村振兴专干林小田说，路要修通。", [("林小田", "路要修通。")]),
        ("“路要修通，桥要架好。”云州护河人周大山介绍。", [("周大山", "路要修通，桥要架好。")]),
        ("合作养蜂户林青社说，路要修通。", [("合作养蜂户林青社", "路要修通。")]),
        ("国家林草局说，路要修通。", [("国家林草局", "路要修通。")]),
        ("当地的养蜂户说，路要修通。", []),
    ],
)
def test_a_name_behind_work_that_no_list_holds(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read, text) == expected

"""Statements: what is attributed, to whom, in whose words, and where the text stops reporting."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from huiyao.schema.records import Extraction

Read = Callable[..., Extraction]
Told = tuple[str, str]  # speaker, text
MAYOR = "云州市市长林小田"


def told(read: Read, text: str) -> list[Told]:
    return [(s.speaker, s.text) for s in read(*text.split("\n")).statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the cue before
        (f"{MAYOR}表示，云州港已经建成。", [("林小田", "云州港已经建成。")]),
        (f"{MAYOR}表示：云州港已经建成。", [("林小田", "云州港已经建成。")]),
        (f"{MAYOR}强调，要守住底线。", [("林小田", "要守住底线。")]),
        (f"{MAYOR}下令：低处的居民今夜转移。", [("林小田", "低处的居民今夜转移。")]),
        (f"{MAYOR}从两个方面作了部署：一是修路，二是架桥。", [("林小田", "一是修路，二是架桥。")]),
        ("会后，记者从会上还了解到，新线明年通车。", [("会议", "新线明年通车。")]),
        ("云州港举行发布会。发布会上介绍，云州港已经建成。", [("会议", "云州港已经建成。")]),
        ("青山国代表3日在一般性辩论发言中表示，各方应当合作。", [("青山国代表", "各方应当合作。")]),
        ("海湾六国3日发表联合声明称，各方应当合作。", [("海湾六国", "各方应当合作。")]),
        ("青山国首相府3日发表声明说，双方达成协议。", [("青山国首相府", "双方达成协议。")]),
        ("麦田集团董事长周大山走上台。周先生说，压力不小。", [("周大山", "压力不小。")]),
        ("青山株式会社社长小野寺诚出席会议。小野寺提出，各方应当合作。", [("小野寺诚", "各方应当合作。")]),
        ("麦田集团财务总监周静回应称，订单排到了年底。", [("周静", "订单排到了年底。")]),
        # a quotation without a verb: of whom the sentence before told, or whom a description behind it introduces
        (f"{MAYOR}说得很直接。“一年不行就两年，总要修成。”", [("林小田", "一年不行就两年，总要修成。")]),
        (f"{MAYOR}走进工地。\n“一年不行就两年，总要修成。”", [("林小田", "一年不行就两年，总要修成。")]),
        ("“雾太大，连船头都看不见。”靠在船边的船长周大山说。", [("周大山", "雾太大，连船头都看不见。")]),
        (f"{MAYOR}说，今年收成不错。", [("林小田", "今年收成不错。")]),
        (f"{MAYOR}在会上指出，形势仍然复杂。", [("林小田", "形势仍然复杂。")]),
        (f"{MAYOR}在致辞中表示，云州欢迎各方。", [("林小田", "云州欢迎各方。")]),
        (f"会上，{MAYOR}表示，云州欢迎各方。", [("林小田", "云州欢迎各方。")]),
        (f"{MAYOR}接受采访时说，云州欢迎各方。", [("林小田", "云州欢迎各方。")]),
        (f"{MAYOR}还透露，新线明年通车。", [("林小田", "新线明年通车。")]),
        (f"{MAYOR}建议海州加强合作。", [("林小田", "海州加强合作。")]),
        ("麦田集团董事长周大山坦言，压力不小。", [("周大山", "压力不小。")]),
        ("云州大学教授周大山认为，市场正在恢复。", [("周大山", "市场正在恢复。")]),
        ("周小棠表示，订单排到了年底。", [("周小棠", "订单排到了年底。")]),
        ("法国总统德拉科娃表示，法国愿意合作。", [("德拉科娃", "法国愿意合作。")]),
        (f"{MAYOR}回应说，工程已经开工。", [("林小田", "工程已经开工。")]),
        (f"{MAYOR}透露说，工程已经开工。", [("林小田", "工程已经开工。")]),
        (f"{MAYOR}激动地说，云州在变。", [("林小田", "云州在变。")]),
        (f"{MAYOR}对记者说，云州在变。", [("林小田", "云州在变。")]),
        (f"{MAYOR}告诉本报记者，云州在变。", [("林小田", "云州在变。")]),
        (f"{MAYOR}提醒广大市民，注意防火。", [("林小田", "注意防火。")]),
        (f"{MAYOR}在会上最后说，云州在变。", [("林小田", "云州在变。")]),
        (f"{MAYOR}算了一笔账：每年省三万。", [("林小田", "每年省三万。")]),
        (f"在{MAYOR}看来，云州在变。", [("林小田", "云州在变。")]),
        ("在业界专家看来，云州在变。", [("业界专家", "云州在变。")]),
        (f"{MAYOR}勉励青年勇于创新。", [("林小田", "青年勇于创新。")]),
        ("法国总统德拉科娃谴责海州升级局势。", [("德拉科娃", "海州升级局势。")]),
        # what is wanted, decided, answered, predicted
        (f"{MAYOR}提出两地可以互派船工。", [("林小田", "两地可以互派船工。")]),
        (f"{MAYOR}提出三点建议并致辞。", []),
        (f"{MAYOR}提出重要论断。", []),
        ("会议决定成立港口专班。", [("会议", "成立港口专班。")]),
        ("会议同意该项目分两期实施。", [("会议", "该项目分两期实施。")]),
        (f"{MAYOR}决定成立港口专班。", []),
        ("会议经表决，决定任命三名委员。", []),
        ("云州市教育局收到来信后回函称，校门已经加宽。", [("云州市教育局", "校门已经加宽。")]),
        ("工作人员回复称，校门已经加宽。", [("工作人员", "校门已经加宽。")]),
        ("法国总统德拉科娃通过翻译说，法国愿意合作。", [("德拉科娃", "法国愿意合作。")]),
        (f"{MAYOR}提醒企业不要夸大宣传。", [("林小田", "企业不要夸大宣传。")]),
        # what is told by a noun, with a colon or with figures behind
        (f"{MAYOR}回顾了五年来的工作：修了三条路。", [("林小田", "修了三条路。")]),
        (f"{MAYOR}向校友们通报了近期的情况：修了三条路。", [("林小田", "修了三条路。")]),
        (f"{MAYOR}通报了森林防火情况，全市劝阻野外用火三十起。", [("林小田", "全市劝阻野外用火三十起。")]),
        (f"{MAYOR}通报了森林防火情况，海州市市长周大山出席。", []),
        (f"{MAYOR}作了题为《云州在变》的工作报告，报告指出，路已修通。", [("林小田", "路已修通。")]),
        # a plan behind a quotation
        (f"{MAYOR}坦言“云州在变，云州在长大”，市政府将再修三条路。", [
            ("林小田", "云州在变，云州在长大"), ("林小田", "市政府将再修三条路。"),
        ]),
        (f"{MAYOR}坦言“云州在变，云州在长大”，随后将奖牌交给船工。", [("林小田", "云州在变，云州在长大")]),
        # who is called by the surname
        ("市民周先生有两个女儿，他说买书只看书评。", [("周先生", "买书只看书评。")]),
        # who comes with somebody, who speaks for somebody
        (f"{MAYOR}携麦田集团董事长周大山出席论坛，指出云州在变。", [("林小田", "云州在变。")]),
        (f"{MAYOR}因故未能到场，由麦田集团董事长周大山代为发言，呼吁两地加强合作。", [("周大山", "两地加强合作。")]),
        ("云州代表团新闻发言人介绍，路已修通。", [("云州代表团新闻发言人", "路已修通。")]),
        # where the reporter goes on
        (f"{MAYOR}表示，云州在变。\n此外，三位局长还就修路、建园等问题回答了提问。", [("林小田", "云州在变。")]),
        (f"{MAYOR}表示，云州在变。\n此外，公园也要建好。", [("林小田", "云州在变。"), ("林小田", "此外，公园也要建好。")]),
        (f"{MAYOR}表示，云州在变。座谈会上还发布了投资指南。", [("林小田", "云州在变。")]),
        (f"{MAYOR}表示，云州在变。各部门负责人对来信一一作了回应。", [("林小田", "云州在变。")]),
        (f"{MAYOR}表示，云州在变。\n“门票不是成本。”云州一位老船工的话引来掌声。", [("林小田", "云州在变。")]),
        (f"{MAYOR}表示，云州在变。\n“门票不是成本。”", [("林小田", "云州在变。"), ("林小田", "门票不是成本。")]),
        # cues with a pause behind
        (f"{MAYOR}在会上通报，全市破案三十起。", [("林小田", "全市破案三十起。")]),
        ("云州市统计局公布：游客增长两成。", [("云州市统计局", "游客增长两成。")]),
        (f"{MAYOR}在报告中回顾，去年修了三条路。", [("林小田", "去年修了三条路。")]),
        (f"{MAYOR}在致辞中讲，路通了。", [("林小田", "路通了。")]),
        (f"{MAYOR}解读说，补贴跟着孩子走。", [("林小田", "补贴跟着孩子走。")]),
        # of whom only the surname is told
        ("家住云州的二孩妈妈林女士算了一笔账：每年省三万。", [("林女士", "每年省三万。")]),
        # a colon right behind the name
        (f"{MAYOR}说，云州在变。道路已经修通。林小田：公园也要建好。", [
            ("林小田", "云州在变。道路已经修通。"), ("林小田", "公园也要建好。"),
        ]),
        (f"怎么办？{MAYOR}：先报名。", [("林小田", "先报名。")]),
        (f"{MAYOR}致辞。现场连线林小田：公园要建好。", []),
        (f"{MAYOR}说，云州在变，严格地讲，才刚开始。", [("林小田", "云州在变，严格地讲，才刚开始。")]),
        ("前来采访报道的外国记者表示，云州变化很大。", [("外国记者", "云州变化很大。")]),
        # the cue in a title or in a term
        (f"{MAYOR}来到现场。《林小田表示，云州要开工》一文已经发表。", []),
        (f"{MAYOR}来到“周小棠表示，我们准备好了。”的牌子前。", []),
        # a quotation behind the cue
        (f"{MAYOR}说：“我们准备好了。”", [("林小田", "我们准备好了。")]),
        (f"{MAYOR}说道：“我们准备好了。”", [("林小田", "我们准备好了。")]),
        (f"{MAYOR}表示，“我们准备好了。”", [("林小田", "我们准备好了。")]),
        (f"{MAYOR}说：“云州在变。云州在长大。”随后散会。", [("林小田", "云州在变。云州在长大。")]),
        # said, though no sentence ends inside; two with a comma between
        (f"{MAYOR}要求，“努力使云州成为一座花园”。", [("林小田", "努力使云州成为一座花园")]),
        (f"{MAYOR}说“云州正在变成一座花园”。", [("林小田", "云州正在变成一座花园")]),
        (
            f"{MAYOR}强调，“云州正在变成一座花园”，“要守住底线，要建好公园，要修通道路”。",
            [("林小田", "云州正在变成一座花园"), ("林小田", "要守住底线，要建好公园，要修通道路")],
        ),
        # a quotation before the cue
        (f"“我们准备好了。”{MAYOR}说。", [("林小田", "我们准备好了。")]),
        (f"“我们准备好了，”{MAYOR}表示。", [("林小田", "我们准备好了，")]),
        (
            f"“我们准备好了。”{MAYOR}说，“大家一起努力。”",
            [("林小田", "我们准备好了。"), ("林小田", "大家一起努力。")],
        ),
        # following sentences of the same paragraph
        (
            f"{MAYOR}表示，云州港已经建成。新线明年通车。",
            [("林小田", "云州港已经建成。新线明年通车。")],
        ),
        (
            f"{MAYOR}表示，云州港已经建成。林小田强调，安全是底线。",
            [("林小田", "云州港已经建成。"), ("林小田", "安全是底线。")],
        ),
        (
            f"{MAYOR}表示，云州港已经建成。海州市市长周大山说，海州愿意合作。",
            [("林小田", "云州港已经建成。"), ("周大山", "海州愿意合作。")],
        ),
        # pronouns
        (
            f"{MAYOR}表示，云州港已经建成。他还说，新线明年通车。",
            [("林小田", "云州港已经建成。"), ("林小田", "新线明年通车。")],
        ),
        (
            f"{MAYOR}表示，云州港已经建成。\n他指出，安全是底线。",
            [("林小田", "云州港已经建成。"), ("林小田", "安全是底线。")],
        ),
        # bodies
        ("会议指出，形势仍然复杂。", [("会议", "形势仍然复杂。")]),
        ("会议强调，要守住底线。会议要求，各部门限期整改。", [("会议", "要守住底线。"), ("会议", "各部门限期整改。")]),
        ("会议认为，市场正在恢复。", [("会议", "市场正在恢复。")]),
        ("大会号召，全体职工行动起来。", [("会议", "全体职工行动起来。")]),
        ("记者从发布会上获悉，新规下月施行。", [("会议", "新规下月施行。")]),
        ("记者从云州市教育局获悉，新规下月施行。", [("云州市教育局", "新规下月施行。")]),
        # groups
        ("业界专家认为，市场正在恢复。", [("业界专家", "市场正在恢复。")]),
        ("与会企业家认为，市场正在恢复。", [("与会企业家", "市场正在恢复。")]),
        ("云州市教育局有关负责人表示，新规下月施行。", [("云州市教育局有关负责人", "新规下月施行。")]),
        ("云州市教育局表示，新规下月施行。", [("云州市教育局", "新规下月施行。")]),
        ("外交部发言人表示，立场没有改变。", [("外交部发言人", "立场没有改变。")]),
        ("“云州在变。”周女士说。", [("周女士", "云州在变。")]),
        ("海湾救援组织称，道路已经中断。该组织表示，救援仍在继续。", [
            ("海湾救援组织", "道路已经中断。"), ("海湾救援组织", "救援仍在继续。"),
        ]),
        # listing cues
        (f"{MAYOR}提出三点要求：一是建园；二是修路。", [("林小田", "一是建园；二是修路。")]),
        ("会议提出三项任务：建园、修路、植树。", [("会议", "建园、修路、植树。")]),
    ],
)  # fmt: skip
def test_attributed(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "云州港已经建成。",
        f"{MAYOR}出席会议。",
        f"{MAYOR}致辞。",
        f"{MAYOR}对林小麦表示祝贺。",
        f"{MAYOR}表示热烈祝贺。",
        f"{MAYOR}表示衷心感谢。",
        "数据表示，市场正在恢复。",
        "报告指出，市场正在恢复。",
        "《云州宣言》指出，市场正在恢复。",
        "研究表明，市场正在恢复。",
        "据介绍，项目占地百亩。",
        "据悉，项目占地百亩。",
        "法院认为，合同有效。",
        "《要求明确表示，一切听便》一书出版。",
        "“一带一路”建设稳步推进。",
        "会议要求的任务已经完成。",
        "说到云州，人人称赞。",
        "云江边有两座旧码头。“一年不行就两年，总要修成。”",
        f"{MAYOR}与海州市市长周大山走进工地。“一年不行就两年，总要修成。”",
        "会议通过云州市委员会决定，任命两人。",
        "他表示，市场正在恢复。",
        "由此看来，市场正在恢复。",
        "有记者问：“工程何时开工？”",
        "海州市市长周大山的提醒，很及时。",
        "",
    ],
)
def test_silence(read: Read, text: str) -> None:
    assert told(read, text) == []


@pytest.mark.parametrize(
    ("behind", "kept"),
    [
        ("据悉，项目占地百亩。", False),
        ("会后，代表们参观了展厅。", False),
        ("会议期间，双方签署了协议。", False),
        ("随后，代表们参观了展厅。", False),
        ("当天，代表们参观了展厅。", False),
        ("记者在现场看到，工地一片繁忙。", False),
        ("海州市市长周大山出席会议。", False),
        ("林小田主持会议。", False),
        ("各县区负责人参加会议。", False),
        ("会议审议通过了规划。", False),
        ("此次会议为期两天。", False),
        ("据海州媒体报道，道路已经中断。", False),
        ("海州方面暂未回应。", False),
        ("海州军方23日继续封锁道路。", False),
        ("23日以来，林小田走访了三家工厂。", False),
        ("在下午举行的分论坛上，海州市市长周大山、云州大学教授陈小麦等作了报告。", False),
        ("有记者问起工期。", False),
        ("今年5月23日新线开工。", True),
        ("去年，海州市市长周大山提出的建议很好。", True),
        ("新线明年通车。", True),
        ("同时，要守住底线。", True),
        ("下一步，云州将扩建港口。", True),
        ("目前，云州有三座公园。", True),
    ],
)
def test_where_reporting_stops(read: Read, behind: str, kept: bool) -> None:
    first = "云州港已经建成。"
    expected = first + behind if kept else first
    assert told(read, f"{MAYOR}表示，{first}{behind}") == [("林小田", expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # quotation marks still open, and opened again
        (f"{MAYOR}说：“云州在变。\n“云州在长大。”", ["云州在变。", "云州在长大。"]),
        (f"{MAYOR}表示，云州港已经建成。\n“云州在变。”林小田说。", ["云州港已经建成。", "云州在变。"]),
        # the same announcement goes on
        (f"{MAYOR}表示，云州港已经建成。\n下一步，云州将扩建港口。", ["云州港已经建成。", "下一步，云州将扩建港口。"]),
        (f"{MAYOR}介绍，工程分两期。\n二是修建道路。", ["工程分两期。", "二是修建道路。"]),
        # the next topic of a press conference
        (
            f"云州市举行发布会。{MAYOR}介绍，工程分两期。\n在公交方面，明年开通两条线路。",
            ["工程分两期。", "在公交方面，明年开通两条线路。"],
        ),
        (f"{MAYOR}介绍，工程分两期。\n在公交方面，明年开通两条线路。", ["工程分两期。"]),
        # a paragraph of its own
        (f"{MAYOR}表示，云州港已经建成。\n云州位于云江之滨。", ["云州港已经建成。"]),
        # a subhead ends what is carried over
        (f"{MAYOR}表示，云州港已经建成。\n=港口\n下一步，云州将扩建港口。", ["云州港已经建成。"]),
    ],
)
def test_over_paragraphs(read: Read, text: str, expected: list[str]) -> None:
    found = told(read, text)
    assert [words for _, words in found] == expected
    assert {speaker for speaker, _ in found} == {"林小田"}


@pytest.mark.parametrize(
    ("text", "modes", "cues"),
    [
        (f"{MAYOR}表示，云州港已经建成。", ["indirect"], ["表示"]),
        (f"{MAYOR}说：“我们准备好了。”", ["direct"], ["说"]),
        (f"“我们准备好了。”{MAYOR}说。", ["direct"], ["说"]),
        (f"{MAYOR}表示，要建好“一带一路”项目。", ["indirect"], ["表示"]),
        (f"{MAYOR}表示，云州港已经建成。“我们准备好了。”林小田说。", ["indirect", "direct"], ["表示", "说"]),
        ("会议明确，年底前完成任务。", ["indirect"], ["明确"]),
    ],
)
def test_mode_and_cue(read: Read, text: str, modes: list[str], cues: list[str]) -> None:
    statements = read(text).statements
    assert [s.mode for s in statements] == modes
    assert [s.cue for s in statements] == cues


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"{MAYOR}表示，云州港已经建成。", True),
        ("周小棠表示，订单排到了年底。", True),
        ("会议指出，形势仍然复杂。", False),
        ("周女士说，形势仍然复杂。", False),
        ("业界专家认为，市场正在恢复。", False),
    ],
)
def test_named_speakers_are_speakers(read: Read, text: str, named: bool) -> None:
    found = read(text)
    (statement,) = found.statements
    assert statement.named is named
    assert [speaker.name for speaker in found.speakers] == ([statement.speaker] if named else [])


def test_headlines_are_not_read(read: Read) -> None:
    assert read("#林小田表示，云州港已经建成", "云州港位于云江之滨。").statements == ()


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        ("，但未透露具体信息。", "云州港已经建成"),
        ("，海州方面对此予以否认。", "云州港已经建成"),
        ("，但没有说明工期。", "云州港已经建成"),
        ("，但仍要努力。", "云州港已经建成，但仍要努力。"),
    ],
)
def test_what_the_reporter_remarks_is_not_said(read: Read, remark: str, expected: str) -> None:
    assert told(read, f"{MAYOR}表示，云州港已经建成{remark}") == [("林小田", expected)]


@pytest.mark.parametrize("item", ["——建好公园。", "02 建好公园。", "（二）建好公园。", "二、建好公园。", "●建好公园。"])
def test_items_of_a_list_go_on(read: Read, item: str) -> None:
    found = told(read, f"{MAYOR}提出三点要求：\n{item}\n云州位于云江之滨。")
    assert found == [("林小田", item.lstrip("—"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某刊发表云州市市长林小田的重要文章《建园》。\n文章指出，公园要建好。", [("林小田", "公园要建好。")]),
        (f"{MAYOR}代表市政府作工作报告。报告指出，公园已经建成。", [("林小田", "公园已经建成。")]),
        (f"{MAYOR}出席大会。报告指出，公园已经建成。", []),
        ("文章指出，公园要建好。", []),
    ],
)
def test_writings_of_a_person(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read, text) == expected


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("林小田书记指出，要扩建港口。近年来，云州大力发展航运。", ["要扩建港口。"]),
        ("云州日报讯（记者甲某）林小田书记指出，要扩建港口。近年来，云州大力发展航运。", ["要扩建港口。"]),
        ("党的代表大会提出，要扩建港口。云州大力发展航运。", ["要扩建港口。"]),
        # an occasion, or a title in front: news, in which the report goes on
        ("林小田书记昨天指出，要扩建港口。要守住底线。", ["要扩建港口。要守住底线。"]),
        ("市委书记林小田指出，要扩建港口。要守住底线。", ["要扩建港口。要守住底线。"]),
        # further down it is a report like others
        ("会议昨天召开。\n林小田书记指出，要扩建港口。要守住底线。", ["要扩建港口。要守住底线。"]),
    ],
)
def test_a_motto_at_the_head_of_an_article_is_one_sentence(read: Read, text: str, texts: list[str]) -> None:
    introduced = f"{text}\n市委书记林小田到场。"
    assert [statement.text for statement in read(introduced).statements] == texts

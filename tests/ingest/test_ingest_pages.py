"""Pages into articles, lines into blocks: tables of small made-up pages."""

from __future__ import annotations

import pytest

from huiyao.ingest import articles_from_text
from huiyao.schema.records import Article

LEAD = "市长林某某昨天主持召开会议，听取有关情况汇报。会议指出，要加快建设步伐。"
REST = "会议要求，各部门要落实责任，确保按期完成任务。"


def shape(article: Article) -> list[tuple[str, str]]:
    """Kind and text of each block, the bodies by their first two characters."""
    texts = [(block.kind, article.text[block.start : block.end]) for block in article.blocks]
    return [(kind, text[:2] if kind == "body" else text) for kind, text in texts]


@pytest.mark.parametrize(
    ("head", "kicker", "headline", "subheadline"),
    [
        ("江海市召开会议", None, "江海市召开会议", None),
        ("加快建设步伐\n推动产业升级", None, "加快建设步伐 推动产业升级", None),
        ("江海市召开会议\n\n林某某介绍情况", None, "江海市召开会议", "林某某介绍情况"),
        ("【聚焦两会】\n\n江海市召开会议", "【聚焦两会】", "江海市召开会议", None),
        ("江海市经济工作会议\n\n加快建设步伐\n推动产业升级", "江海市经济工作会议", "加快建设步伐 推动产业升级", None),
        ("江海市经济工作会议\n\n加快建设步伐", None, "江海市经济工作会议", "加快建设步伐"),
        ("引题一句话\n\n江海市召开会议\n\n副题一句话", "引题一句话", "江海市召开会议", "副题一句话"),
        ("江海论坛\n\n各界献策\n\n加快步伐\n推动升级\n\n副题", "江海论坛 各界献策", "加快步伐 推动升级", "副题"),
        ("江海市召开会议\n——江海论坛侧记", None, "江海市召开会议", "——江海论坛侧记"),
        ("公正执法如何落实？", None, "公正执法如何落实？", None),
        ("全市会议召开，市长讲话", None, "全市会议召开，市长讲话", None),
        ("【祝贺】江海论坛开幕", None, "【祝贺】江海论坛开幕", None),
    ],
)
def test_heading_groups(head: str, kicker: str | None, headline: str, subheadline: str | None) -> None:
    (article,) = articles_from_text(f"{head}\n\n{LEAD}\n\n{REST}")
    assert (article.kicker, article.headline, article.subheadline) == (kicker, headline, subheadline)
    assert [kind for kind, _ in shape(article)][-2:] == ["body", "body"]


PAGES = {
    "byline line below": f"甲市召开会议\n\n{LEAD}\n\n本报记者 王小某\n\n乙市举办论坛\n\n{REST}\n\n本报记者 李大某",
    "byline behind the last sentence": f"甲市召开会议\n\n{LEAD} 本报记者 王小某\n\n乙市举办论坛\n\n{REST}（记者 李大某）",
    "byline above": f"甲市召开会议\n\n本报记者 王小某\n\n{LEAD}\n\n乙市举办论坛\n\n本报记者 李大某\n\n{REST}",
    "dateline": f"甲市召开会议\n\n本报讯（记者 王小某）{LEAD}\n\n乙市举办论坛\n\n本报讯（记者 李大某）{REST}",
    "no blank lines": f"甲市召开会议\n{LEAD}\n本报记者 王小某\n乙市举办论坛\n{REST}\n本报记者 李大某",
}


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_a_page_of_two_articles(text: str) -> None:
    found = articles_from_text(text)
    assert [(article.headline, article.bylines, article.sequence) for article in found] == [
        ("甲市召开会议", ("王小某",), 0),
        ("乙市举办论坛", ("李大某",), 1),
    ]


def test_a_headline_in_one_long_piece_above_a_dateline_begins_an_article() -> None:
    headline = "乙市举办江海论坛" * 6
    page = f"甲市召开会议\n本报讯（记者 王小某）{LEAD}\n{headline}\n本报讯（记者 李大某）{REST}"
    assert [article.headline for article in articles_from_text(page)] == ["甲市召开会议", headline]


SET_APART = {
    "two empty lines": f"甲市召开工作会议\n\n{LEAD}\n\n{REST}\n\n\n乙市举办江海论坛\n\n{LEAD}\n\n{REST}",
    "a line of dashes": f"甲市召开工作会议\n{LEAD}\n----------\n乙市举办江海论坛\n{REST}",
    "a short headline above news": f"甲市召开工作会议\n\n{LEAD}\n\n\n乙市办会\n\n昨天，{REST}",
    "below captions behind the byline": f"甲市召开工作会议\n\n{LEAD}\n\n本报记者 王小某\n\n视察展厅\n\n\n乙市举办江海论坛\n\n{REST}",
    "below a line that says who sent it": f"甲市召开工作会议\n\n{LEAD}\n\n江海市政府新闻办供稿\n\n\n乙市举办江海论坛\n\n{REST}",
    "a couplet": f"甲市召开工作会议\n\n{LEAD}\n\n\n加快建设\n推动升级\n\n{REST}",
    "calls": f"甲市召开工作会议\n\n{LEAD}\n\n\n67个项目！108亿元！\n乙市集中签约\n\n{REST}",
    "a question": f"甲市召开工作会议\n\n{LEAD}\n\n\n灾后怎么恢复？县里这样说\n\n{REST}",
    "below a photo credit": f"甲市召开工作会议\n\n{LEAD}\n\n图为会议现场。王小某 摄\n\n\n乙市举办江海论坛\n\n{REST}",
    "a headline with a comma": f"甲市召开工作会议\n\n{LEAD}\n\n\n引题一句话\n\n代表热议：让老城“慢”下来，让日子“好”起来\n\n{REST}",
    "paragraphs two lines apart": f"甲市召开工作会议\n\n\n{LEAD}\n\n\n{REST}\n\n\n\n乙市举办江海论坛\n\n\n{LEAD}\n\n\n{REST}",
}


@pytest.mark.parametrize("text", SET_APART.values(), ids=SET_APART)
def test_an_empty_space_above_headings_begins_an_article(text: str) -> None:
    first, second = articles_from_text(text)
    assert first.headline == "甲市召开工作会议"
    assert second.headline not in (None, first.headline)
    assert [block.kind for block in second.blocks][-1] == "body"


ONE_ARTICLE = {
    "a picture's place": f"甲市召开工作会议\n\n{LEAD}\n\n\n与会嘉宾在现场交流观摩\n\n{REST}",
    "a picture's place, as much space below": f"甲市召开工作会议\n\n{LEAD}\n\n{REST}\n\n{REST}\n\n\n甲市新建的江心大桥全景\n\n\n{REST}",
    "numbered sections": f"甲市召开工作会议\n\n{LEAD}\n\n\n一、加快推进重大项目建设\n\n{REST}\n\n\n（二）保障和改善民生\n\n{REST}",
    "short heads of sections": f"甲市召开工作会议\n\n{LEAD}\n\n\n建设水库\n\n{REST}",
    "a box, set apart": f"甲市召开工作会议\n\n{LEAD}\n\n\n相关链接\n\n昨天，{REST}",
    "a broken sentence above": f"甲市召开工作会议\n\n{LEAD}\n\n会议要求，各部门要落实责任，确保按期完成各项任务和\n\n\n甲市江心大桥建设的全部工作\n\n{REST}",
    "paragraphs as far apart": f"甲市召开工作会议\n\n\n{LEAD}\n\n\n{REST}\n\n\n{REST}\n\n\n加快建设江心大桥和水库\n\n{REST}",
    "all lines far apart": f"甲市召开工作会议\n\n\n{LEAD}\n\n\n加快建设江心大桥和水库\n\n\n{REST}",
    "photo credit": f"甲市召开会议\n\n{LEAD}\n\n与会代表在会场交流\n本报记者 王小某 摄\n\n建设水库\n\n{REST}",
    "subheads": f"甲市召开会议\n\n{LEAD}\n\n建设水库\n\n{REST}\n\n改造管网\n\n{REST}",
    "box": f"甲市召开会议\n\n{LEAD}\n\n本报记者 王小某\n\n相关链接\n\n{REST}",
    "byline, then more body": f"甲市召开会议\n\n{LEAD}\n\n本报记者 王小某\n\n{REST}",
    "a headline that opens with a call": f"全省最长！甲市“江心一号”大桥在江边合龙\n\n建设者再立新功\n\n甲市日报讯（记者 王小某）{LEAD}",
    "a headline with a quotation in its call": f"聚焦“通江”！甲市大桥在江边合龙\n\n建设者再立新功\n\n甲市日报讯（记者 王小某）{LEAD}",
    "byline, then captions": f"甲市召开会议\n\n{LEAD}\n\n本报记者 王小某\n\n视察展厅\n\n视察大厅",
}


@pytest.mark.parametrize("text", ONE_ARTICLE.values(), ids=ONE_ARTICLE)
def test_one_article_stays_one(text: str) -> None:
    assert len(articles_from_text(text)) == 1


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            f"甲市召开会议\n\n{LEAD}\n\n\n与会代表参观展区\n\n\n茶歇时,代表互相交流\n王小某 摄\n\n建设水库\n\n{REST}",
            [
                ("headline", "甲市召开会议"),
                ("body", "市长"),
                ("caption", "与会代表参观展区"),
                ("caption", "茶歇时,代表互相交流"),
                ("caption", "王小某 摄"),
                ("subhead", "建设水库"),
                ("body", "会议"),
            ],
        ),
        (
            f"甲市召开会议\n\n与会代表在场外\n王小某 摄\n\n{LEAD}",
            [("headline", "甲市召开会议"), ("caption", "与会代表在场外"), ("caption", "王小某 摄"), ("body", "市长")],
        ),
        (
            f"甲市召开会议\n\n{LEAD}\n\n建设水库\n\n与会代表在场外交流。王小某 摄\n\n{REST}",
            [
                ("headline", "甲市召开会议"),
                ("body", "市长"),
                ("subhead", "建设水库"),
                ("caption", "与会代表在场外交流。王小某 摄"),
                ("body", "会议"),
            ],
        ),
        (
            f"甲市召开会议\n央视网消息（新闻联播）：\n甲市建成水库\n{LEAD}\n乙市建成水库\n{REST}",
            [
                ("headline", "甲市召开会议"),
                ("body", "央视"),
                ("subhead", "甲市建成水库"),
                ("body", "市长"),
                ("subhead", "乙市建成水库"),
                ("body", "会议"),
            ],
        ),
        (
            f"甲市召开会议\n\n{LEAD}\n1.建成水库\n2.建成学校\n3.建成医院\n{REST}",
            [
                ("headline", "甲市召开会议"),
                ("body", "市长"),
                ("body", "1."),
                ("body", "2."),
                ("body", "3."),
                ("body", "会议"),
            ],
        ),
        (
            f"甲市召开会议\n\n大会胜利闭幕！\n\n{LEAD}",
            [("headline", "甲市召开会议"), ("body", "大会"), ("body", "市长")],
        ),
        (
            f"甲市召开会议\n\n{LEAD}（市局办公室 许某某）视察展厅\n\n视察大厅",
            [
                ("headline", "甲市召开会议"),
                ("body", "市长"),
                ("byline", "（市局办公室 许某某）"),
                ("caption", "视察展厅"),
                ("caption", "视察大厅"),
            ],
        ),
        ("林某某主持会议，周某某讲话", [("body", "林某")]),
        ("甲市召开会议\n林某某主持会议，周某某讲话", [("headline", "甲市召开会议"), ("body", "林某")]),
        (LEAD, [("body", "市长")]),
        (
            f"江海市昨天召开经济工作会议\n\n江海市昨天召开经济工作会议2024年5月1日，{LEAD}",
            [("headline", "江海市昨天召开经济工作会议"), ("headline", "江海市昨天召开经济工作会议"), ("body", "20")],
        ),
        (
            f"甲市召开会议\n\n热烈祝贺会议召开江海全景（王小某 摄）本报讯（记者李大某）{LEAD}",
            [("headline", "甲市召开会议"), ("caption", "热烈祝贺会议召开江海全景（王小某 摄）"), ("body", "本报")],
        ),
    ],
)
def test_kinds_of_blocks(text: str, wanted: list[tuple[str, str]]) -> None:
    (article,) = articles_from_text(text)
    assert shape(article) == wanted


@pytest.mark.parametrize(
    ("text", "headline", "wanted"),
    [
        (f"甲市 召开会议\n{LEAD}", "甲市召开会议", [("headline", "甲市 召开会议"), ("body", "市长")]),
        (LEAD, "甲市召开会议", [("headline", "甲市召开会议"), ("body", "市长")]),
        (LEAD, " 甲市\n召开会议\u200b ", [("headline", "甲市 召开会议"), ("body", "市长")]),
        (
            f"引题\n\n甲市\n召开会议\n\n副题\n\n{LEAD}",
            "甲市召开会议",
            [
                ("kicker", "引题"),
                ("headline", "甲市"),
                ("headline", "召开会议"),
                ("subheadline", "副题"),
                ("body", "市长"),
            ],
        ),
        (
            f"{LEAD}\n甲市召开会议\n{REST}",
            "甲市召开会议",
            [("headline", "甲市召开会议"), ("body", "市长"), ("subhead", "甲市召开会议"), ("body", "会议")],
        ),
    ],
)
def test_a_headline_from_metadata(text: str, headline: str, wanted: list[tuple[str, str]]) -> None:
    (article,) = articles_from_text(text, headline=headline)
    assert shape(article) == wanted
    assert article.headline in (headline, "甲市 召开会议")


def test_metadata_goes_to_the_article() -> None:
    (article,) = articles_from_text(
        LEAD,
        source="x.txt",
        published="2024-05-01T09:00:00+08:00",
        publisher="江海日报",
        url="https://news.example.cn/1",
    )
    assert (article.published, article.published_basis) == ("2024-05-01", "metadata")
    assert (article.publisher, article.url) == ("江海日报", "https://news.example.cn/1")
    assert (article.source, article.sequence, article.sources) == ("x.txt", 0, ("x.txt#0",))


def test_a_wrong_date_is_an_error_in_one_sentence() -> None:
    with pytest.raises(ValueError, match="'2024-02-30' is not a date"):
        articles_from_text(LEAD, published="2024-02-30")


@pytest.mark.parametrize("text", ["", " \n ", "No Chinese here.", "会议は"[2:], "123。"])
def test_no_chinese_is_no_article(text: str) -> None:
    assert articles_from_text(text) == ()


FIXES = "明年的论坛将于2025年10月12日举行。"
OTHER = "明年的论坛将于2031年10月12日举行。"


@pytest.mark.parametrize(
    ("bodies", "dates"),
    [
        ((LEAD, FIXES), ["2024", "2024"]),
        ((FIXES, LEAD, FIXES), ["2024", "2024", "2024"]),
        ((FIXES, LEAD, OTHER), ["2024", None, "2030"]),
        ((LEAD, LEAD), [None, None]),
    ],
)
def test_a_date_one_article_fixes_holds_for_the_page(bodies: tuple[str, ...], dates: list[str | None]) -> None:
    page = "\n\n".join(f"第{n}条标题\n\n{body}\n\n本报记者 王小某" for n, body in enumerate(bodies))
    found = articles_from_text(page)
    assert [article.published for article in found] == dates
    assert [article.published_basis for article in found] == ["text" if date else None for date in dates]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("发布时间：2024-05-17 09:30", "2024-05-17"),
        ("2024年5月7日 来源：江海网", "2024-05-07"),
        ("江海日报 2024年5月7日 星期二 第3版", "2024-05-07"),
        ("2024-02-30 09:30", None),
        ("本报记者 王小某", None),
    ],
)
def test_a_printed_day_of_publication_fixes_the_date(line: str, day: str | None) -> None:
    (article,) = articles_from_text(f"甲市召开会议\n{line}\n\n{LEAD}2019年5月1日另有会议。")
    assert (article.published, article.published_basis) == (day, "text" if day else None)


def test_metadata_comes_before_the_text() -> None:
    (article,) = articles_from_text(FIXES, published="2023-01-02")
    assert (article.published, article.published_basis) == ("2023-01-02", "metadata")

"""The annotated articles and the sample corpus, read as the issue demands."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from huiyao.ingest import Ingested, articles_from_text, list_sources, merge_duplicates, read_source
from huiyao.ingest.lines import Line
from huiyao.ingest.wrapping import width_of
from huiyao.schema.records import Article, BlockKind

HEADLINES = {
    "dev-inews-test-588.txt": "全省建设工程质量检测技术帮扶 提升中小型检测机构能力",
    "dev-inews-test-995.txt": "国家卫生计生委统计信息中心与招商银行签署 居民健康卡战略合作",
    "dev-inews-train-3489.txt": "严格执法公正司法执行如何？",
    "dev-inews-train-3629.txt": "王晓东在全省投资和重大项目推进会上强调 以高水平项目建设推动高质量发展",
    "dev-inews-train-4206.txt": "中国铁塔副总经理董晓庄：推动普遍服务与精准扶贫有效融合",
    "dev-inews-train-4644.txt": "【祝贺】黔川渝毗邻40个县区市聚首赤水研讨文化旅游发展",
    "dev-inews-train-5099.txt": "上饶市国土资源局召开干部职工大会宣布主要领导调整决定",
    "dev-inews-train-776.txt": "潍坊市国际人才交流协会成立大会圆满召开",
    "dev-xwlb-20230614-02.md": "习近平向全球人权治理高端论坛致贺信",
    "dev-xwlb-20240425-05.md": "丁薛祥出席2024中关村论坛年会开幕式并致辞",
    "dev-xwlb-20240425-09.md": "以军称轰炸黎巴嫩南部约40个真主党武装目标",
    "dev-xwlb-20240426-04.md": "李强主持召开国务院常务会议",
    "dev-xwlb-20240429-05.md": "【推动高质量发展系列主题新闻发布会】河北：推动雄安新区建设迈上新台阶",
    "dev-xwlb-20250424-05.md": "全国党委和政府秘书长会议在京召开 蔡奇出席并讲话",
    "dev-xwlb-20250625-02.md": "李强出席2025年夏季达沃斯论坛开幕式并致辞",
    "dev-xwlb-20251208-00.md": "中共中央政治局召开会议 分析研究2026年经济工作"
    " 审议《中国共产党领导全面依法治国工作条例》 中共中央总书记习近平主持会议",
    "dev-xwlb-20260611-05.md": "“2026·全球人权治理高端论坛”在京举办",
    "dev-xwlb-20260611-07.md": "前5个月我国工程机械海内外市场快速增长",
}

BYLINES = {
    "dev-inews-test-588.txt": ("王作中", "李会义", "刘嘉"),
    "dev-inews-train-3489.txt": ("毛守军沈春来",),
    "dev-inews-train-4644.txt": ("桫竹",),
    "dev-inews-train-5099.txt": ("许礼华",),
    "dev-inews-train-776.txt": ("赵松刚",),
}


@pytest.fixture(scope="module")
def texts(shared: Path) -> dict[str, Ingested]:
    root = shared / "gold" / "texts"
    return {source: read_source(root, source) for source in list_sources(root)}


@pytest.fixture(scope="module")
def page(texts: dict[str, Ingested]) -> tuple[Article, ...]:
    return texts["seed-page.txt"].articles


@pytest.fixture(scope="module")
def corpus(shared: Path) -> Ingested:
    return read_source(shared / "corpus", "news-sample.jsonl.gz")


def texts_of(article: Article, kind: BlockKind) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks_of(kind)]


def test_every_text_is_one_article_and_the_page_is_two(texts: dict[str, Ingested]) -> None:
    assert {source: len(found.articles) for source, found in texts.items()} == {
        source: 2 if source == "seed-page.txt" else 1 for source in (*HEADLINES, "seed-page.txt")
    }
    assert not any(found.rejects for found in texts.values())


@pytest.mark.parametrize("source", HEADLINES)
def test_headlines_and_bylines(texts: dict[str, Ingested], source: str) -> None:
    (article,) = texts[source].articles
    assert article.headline == HEADLINES[source]
    assert article.bylines == BYLINES.get(source, ())
    assert (article.kicker, article.subheadline) == (None, None)
    if source.endswith(".md"):
        assert article.published_basis == "metadata"
        assert article.published is not None
        assert article.published.replace("-", "") in source


def test_page_first_article(page: tuple[Article, ...]) -> None:
    first = page[0]
    assert first.headline == "深化上海国际科创中心建设 构建更开放更成功创新生态"
    assert first.kicker == "第36次上海市市长国际企业家咨询会议 市咨会成员和特邀嘉宾积极出谋划策"
    assert first.subheadline is None
    assert first.bylines == ("张钰芸", "叶薇")
    assert texts_of(first, "subhead") == ["保持沟通至关重要", "双向奔赴更好发展", "打造更好创新生态"]
    assert texts_of(first, "caption") == [
        "参加会议的企业代表在聆听嘉宾发言",
        "会议茶歇时间,与会企业代表互相交流",
        "本报记者 陈梦泽 摄",
    ]


def test_page_second_article(page: tuple[Article, ...]) -> None:
    second = page[1]
    assert second.headline == "上海有能力成为全球创新网络枢纽"
    assert second.subheadline == "龚正介绍市咨会会议情况和成果"
    assert second.kicker is None
    assert second.bylines == ("张钰芸",)
    assert texts_of(second, "subhead") == [
        "积极拓展科技创新国际合作模式",
        "持续强化全球创新资源配置功能",
        "积极推进全球科技治理现代化",
    ]
    assert texts_of(second, "body")[-1].endswith("”龚正说。")


@pytest.mark.parametrize(
    "sentence",
    ["这是至关重要的事情。”", "我在这里生活了6年", "日益增长的需求。", "“一带一路”联合实验室。", "结算便利化,不断提升"],
)
def test_page_columns_are_rejoined(page: tuple[Article, ...], sentence: str) -> None:
    assert sum(sentence in body for article in page for body in texts_of(article, "body")) == 1


def test_page_boilerplate_and_glued_parts_are_apart(texts: dict[str, Ingested]) -> None:
    (glued,) = texts["dev-inews-train-4644.txt"].articles
    assert texts_of(glued, "body")[0].startswith("本报讯（记者桫竹）")
    assert "二维码" not in glued.text
    (tailed,) = texts["dev-inews-train-5099.txt"].articles
    assert texts_of(tailed, "body")[0].startswith("2016年6月14日上午")
    assert texts_of(tailed, "byline") == ["（市局办公室 许礼华）"]
    (edited,) = texts["dev-inews-test-588.txt"].articles
    assert edited.text.endswith("转变。")


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def test_every_annotated_string_stands_in_a_body(texts: dict[str, Ingested], shared: Path) -> None:
    missing = []
    for path in sorted((shared / "gold" / "dev").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        article = texts[gold["source"]].articles[gold["sequence"]]
        body = squeezed("".join(texts_of(article, "body")))
        wanted = [row["text"] for table in ("statements", "measures") for row in gold[table]]
        missing += [(gold["id"], text) for text in wanted if squeezed(text) not in body]
    assert missing == []


def test_corpus_is_read_whole(corpus: Ingested) -> None:
    assert len(corpus.articles) == 2398
    assert corpus.rejects == ()
    assert len(merge_duplicates(corpus.articles)) == 2398


def test_corpus_headlines_come_from_metadata_and_first(corpus: Ingested) -> None:
    for article in corpus.articles:
        assert article.blocks[0].kind == "headline"
        assert article.text[: article.blocks[0].end] == article.headline
        assert article.published_basis == "metadata"


def test_corpus_kinds(corpus: Ingested) -> None:
    kinds = Counter(block.kind for article in corpus.articles for block in article.blocks)
    assert set(kinds) == {"headline", "subhead", "body"}  # broadcasts have no captions, bylines or kickers
    longest = max(len(text) for article in corpus.articles for text in texts_of(article, "subhead"))
    assert longest <= 40


def in_column(paragraph: str, width: int, indent: str) -> str:
    """Return a paragraph as it stands in a column: a line ends where it is full, and no line begins with a mark."""
    lines = [indent]
    for char in paragraph:
        if width_of(Line(lines[-1] + char)) > width and char not in "，。、；：！？”）》":
            lines.append("")
        lines[-1] += char
    return "\n".join(lines)


@pytest.mark.parametrize("width", [15, 21, 32])
@pytest.mark.parametrize(("indent", "between"), [("\u3000\u3000", "\n"), ("", "\n\n")], ids=["indents", "empty lines"])
def test_articles_set_in_columns_on_one_page_are_read_as_they_were(
    texts: dict[str, Ingested], width: int, indent: str, between: str
) -> None:
    """Three on a page, each in columns of its own width, with nothing but empty lines between them."""
    alone = [found.articles[0] for source, found in texts.items() if source.startswith("dev")]
    for first in range(0, len(alone), 3):
        articles = alone[first : first + 3]
        page = []
        for number, article in enumerate(articles):
            heading, *paragraphs = article.text.split("\n")
            columns = (in_column(text, width + 3 * number, indent) for text in paragraphs)
            page.append(between.join([heading, *columns]))
        found = articles_from_text("\n\n\n".join(page))
        assert [without_space(article.text) for article in found] == [without_space(own.text) for own in articles]


def without_space(text: str) -> str:
    """Return the text without what line ends may add or take away between Latin words."""
    return text.replace(" ", "")

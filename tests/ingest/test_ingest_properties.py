"""What holds for any text: blocks tile it, canonical text stays as it is, and time grows with length only."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from huiyao.ingest import articles_from_text
from huiyao.schema.records import Article

PIECES = st.sampled_from(
    [
        "会议",
        "市长",
        "林某某",
        "要加强合作",
        "，",
        "。",
        "、",
        "：",
        "；",
        "“",
        "”",
        "（",
        "）",
        "《",
        "》",
        "…",
        "！",
        "？",
        "\u3000\u3000",
        "\n",
        "\n\n",
        "本报记者",
        "王小某",
        "摄",
        "本报讯",
        "(",
        ")",
        ".",
        "%",
        "5",
        "A",
        "责任编辑：",
        "（完）",
        "\u200b",
        "\r\n",
        "\t",
        "——",
        "【",
        "】",
        "2024年5月1日",
        "图为",
        "央视网消息",
        "#",
        ">",
    ]
)
ANY_TEXT = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


def assert_tiled(article: Article) -> None:
    texts = [article.text[block.start : block.end] for block in article.blocks]
    assert "\n".join(texts) == article.text
    starts = [0]
    for text in texts:
        assert text == text.strip() != ""
        starts.append(starts[-1] + len(text) + 1)
    assert [block.start for block in article.blocks] == starts[:-1]


@settings(max_examples=300, deadline=None)
@given(text=ANY_TEXT, headline=st.none() | ANY_TEXT)
def test_blocks_tile_the_text(text: str, headline: str | None) -> None:
    for article in articles_from_text(text, headline=headline):
        assert_tiled(article)
        assert unicodedata.is_normalized("NFC", article.text)
        article.text.encode("utf-8")


SENTENCE = st.sampled_from(
    [
        "市长林某某昨天主持召开会议，听取有关情况汇报。",
        "会议指出，要加快建设步伐，推动产业升级。",
        "“我们要加强合作。”周某某表示，平台十分重要。",
        "他建议：“进一步扩大开放！”",
    ]
)
BODY = st.lists(SENTENCE, min_size=1, max_size=3).map("".join)
SECTION = st.tuples(st.sampled_from(["", "建设三座水库\n\n", "改造老旧管网 惠及全市居民\n\n"]), BODY).map("".join)


@settings(max_examples=100, deadline=None)
@given(
    head=st.sampled_from(["江海市召开会议", "加快建设步伐\n推动产业升级", "引题\n\n江海市召开会议\n\n副题"]),
    sections=st.lists(SECTION, min_size=1, max_size=4).map("\n\n".join),
    tail=st.sampled_from(["", "\n\n本报记者 王小某", "（记者 王小某）", "\n\n图为会议现场。"]),
)
def test_canonical_text_is_canonical(head: str, sections: str, tail: str) -> None:
    (article,) = articles_from_text(f"{head}\n\n{sections}{tail}")
    (again,) = articles_from_text(article.text)
    assert again.text == article.text
    assert again.article_id == article.article_id
    assert again.bylines == article.bylines


def test_hostile_text_comes_back(hostile: Callable[[int], str]) -> None:
    """How time grows with length is measured by the benchmarks; what runs away would not come back here."""
    assert len(articles_from_text(hostile(10_000))) < 10_000

"""Web pages: text, headings, encoding, and a date only where the page's metadata gives it."""

from __future__ import annotations

from pathlib import Path

import pytest

from huiyao.ingest import read_source
from huiyao.ingest.frontmatter import page_comment, split_page
from huiyao.schema.records import Article

PAGE = """<!DOCTYPE html><html lang="zh"><head>{head}
<title>江海市召开治水工作推进会 部署六项任务_江海新闻网</title></head>
<body><div class="nav"><a href="/">首页</a> <a href="/x">要闻</a></div>
<div class="article"><h1>江海市召开治水工作推进会 部署六项任务</h1>
<div class="content">
<p>　　本报讯（记者 王小某）5月16日，江海市召开治水工作推进会。市长林某某主持会议并讲话，各区负责人参加会议，会议总结了上半年工作情况。</p>
<h2>建设三座水库</h2>
<p>　　林某某表示，今后三年将建设三座水库，<strong>改造老旧管网</strong>一百公里，完善排水系统，确保群众用水安全，让居民喝上放心水。</p>
<p style="text-align:center"><img src="a.jpg"></p><p>图为会议现场。张某某 摄</p>
<p>　　会议要求，各区要落实责任，加强巡查，及时处置隐患，<br>抓好防汛物资储备，做到有备无患。会议时间为2019年3月1日。</p>
<p>（责任编辑：赵某）</p></div></div>
<div class="footer">版权所有 江海新闻网 2018-01-01</div></body></html>"""
GBK = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'


def read(folder: Path, html: str, encoding: str = "utf-8") -> Article:
    (folder / "x.html").write_bytes(html.encode(encoding))
    found = read_source(folder, "x.html")
    assert found.rejects == ()
    (article,) = found.articles
    return article


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        (GBK, "gb18030"),
        ("", "gb18030"),
        ('<meta charset="utf-8">', "gb18030"),
        ("", "utf-16"),
    ],
)
def test_text_headings_and_captions(tmp_path: Path, head: str, encoding: str) -> None:
    article = read(tmp_path, PAGE.format(head=head), encoding)
    blocks = [(block.kind, article.text[block.start : block.end]) for block in article.blocks]
    assert [kind for kind, _ in blocks] == ["headline", "body", "subhead", "body", "caption", "body"]
    assert blocks[0][1] == article.headline == "江海市召开治水工作推进会 部署六项任务"
    assert blocks[2][1] == "建设三座水库"
    assert "建设三座水库，改造老旧管网一百公里，" in blocks[3][1]
    assert "及时处置隐患，抓好防汛物资储备" in blocks[5][1]
    assert article.bylines == ("王小某",)
    assert "首页" not in article.text
    assert "责任编辑" not in article.text


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta name="PubDate" content="2024-05-17 09:30">', "2024-05-17"),
        ('<meta property="article:published_time" content="2024-05-17T09:30:00+08:00">', "2024-05-17"),
        ('<meta name="publishdate" content="2024年5月7日">', "2024-05-07"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-05-17T01:00"}</script>',
            "2024-05-17",
        ),
        ('<meta name="PubDate" content="2024-02-30">', None),
        ('<meta name="keywords" content="2024-05-17">', None),
        ("", None),
    ],
)
def test_the_date_comes_from_metadata_only(tmp_path: Path, head: str, published: str | None) -> None:
    article = read(tmp_path, PAGE.format(head=head))
    assert article.published == published
    assert article.published_basis == ("metadata" if published else None)


def test_a_time_element_gives_the_date(tmp_path: Path) -> None:
    html = PAGE.format(head="").replace(
        '<div class="content">', '<time datetime="2024-05-17T09:30">今天</time><div class="content">'
    )
    assert read(tmp_path, html).published == "2024-05-17"


def test_a_page_may_name_its_encoding_as_xml(tmp_path: Path) -> None:
    html = '<?xml version="1.0" encoding="utf-8"?><html><body><p>江海市昨天召开会议，林某某出席。</p></body></html>'
    assert read(tmp_path, html).text == "江海市昨天召开会议，林某某出席。"


def test_publisher_and_address(tmp_path: Path) -> None:
    head = '<meta property="og:site_name" content="江海新闻网"><link rel="canonical" href="https://news.example.cn/a/1.html">'
    article = read(tmp_path, PAGE.format(head=head))
    assert (article.publisher, article.url) == ("江海新闻网", "https://news.example.cn/a/1.html")


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ("<html><body></body></html>", "no_chinese"),
        ("<html><body><p>English</p></body></html>", "no_chinese"),
        ("<", "html"),
    ],
)
def test_pages_without_an_article(tmp_path: Path, html: str, rule: str) -> None:
    (tmp_path / "x.htm").write_text(html, "utf-8")
    (reject,) = read_source(tmp_path, "x.htm").rejects
    assert reject.rule == rule


def test_breaks_and_list_items_are_paragraphs(tmp_path: Path) -> None:
    items = "<p>会议昨天闭幕。<br>会议通过决定。</p><ul><li>建设三座水库。</li><li>改造老旧管网。</li></ul>"
    article = read(tmp_path, PAGE.format(head="").replace('<p style="text-align:center">', items + "<p>", 1))
    lines = article.text.split("\n")
    assert [
        line for line in ("会议昨天闭幕。", "会议通过决定。", "建设三座水库。", "改造老旧管网。") if line not in lines
    ] == []


def test_a_short_page_is_read(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        "<html><head><title>江海市开会</title></head><body><p>江海市昨天召开会议，林某某出席。</p></body></html>",
    )
    assert article.text.endswith("江海市昨天召开会议，林某某出席。")


FRONT = '<!--\n---\nurl: "https://news.example.cn/given"\npublisher: 江海日报\npublished: 2024-05-18\n---\n-->\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_comment_in_front_says_more_than_the_page(tmp_path: Path, encoding: str) -> None:
    page = PAGE.format(head='<meta name="PubDate" content="2024-05-17">')
    (tmp_path / "x.html").write_bytes(FRONT.encode() + page.encode(encoding))
    found = read_source(tmp_path, "x.html")
    (article,) = found.articles
    assert (article.url, article.publisher) == ("https://news.example.cn/given", "江海日报")
    assert (article.published, article.published_basis) == ("2024-05-18", "metadata")
    assert article.text == read(tmp_path, page).text


def test_a_comment_in_front_that_is_wrong(tmp_path: Path) -> None:
    page = PAGE.format(head='<meta name="PubDate" content="2024-05-17">')
    (tmp_path / "x.html").write_text(FRONT.replace("05-18", "05-38") + page, "utf-8")
    found = read_source(tmp_path, "x.html")
    assert [reject.rule for reject in found.rejects] == ["published"]
    assert found.articles[0].published == "2024-05-17"
    (tmp_path / "x.html").write_text("<!--\n---\n- url\n---\n-->\n" + page, "utf-8")
    assert [reject.rule for reject in read_source(tmp_path, "x.html").rejects] == ["front_matter"]


def test_another_comment_in_front_is_part_of_the_page(tmp_path: Path) -> None:
    page = PAGE.format(head="")
    assert read(tmp_path, "<!-- 江海新闻网\n---\n-->\n" + page).text == read(tmp_path, page).text


def test_what_is_written_into_a_comment_is_read_again() -> None:
    fields = {
        "url": 'https://example.org/a--> "\\<!--',
        "publisher": "江海\n---\n-->日报 \U00020000",
        "published": None,
    }
    comment = page_comment(fields)
    assert comment.isascii()
    assert comment.count(b"-->") == 1
    wanted = {name: value for name, value in fields.items() if value is not None}
    assert split_page(comment + b"<!--\n---\na: b\n---\n-->\n") == (wanted, b"<!--\n---\na: b\n---\n-->\n")

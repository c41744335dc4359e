"""Feeds: which addresses and days they give, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from huiyao.fetch.feeds import read_feed
from huiyao.fetch.outcomes import FetchError

from .conftest import rss

URL = "https://news.example.org/feeds/rss.xml"
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"{base}><title>云州虚构报</title>
<entry><title>要闻</title><id>urn:x</id><link rel="enclosure" href="/a.mp3"/><link href="../1.html"/>{dates}</entry></feed>"""


def addresses(text: str | bytes) -> list[str]:
    return [entry.url for entry in read_feed(text.encode() if isinstance(text, str) else text, URL).entries]


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("Fri, 17 May 2024 09:30:00 +0800", "2024-05-17"),
        ("Fri, 17 May 2024 20:00:00 GMT", "2024-05-18"),  # the day it was in China
        ("Fri, 17 May 2024 20:00:00", "2024-05-17"),  # no zone: as it is written
        ("Fri, 17 May 2024 20:00:00 CST", "2024-05-17"),  # China or Chicago? as it is written
        ("2024-05-17T20:00:00Z", "2024-05-18"),
        ("2024-05-17 20:00:00", "2024-05-17"),
        ("2024-05-17", "2024-05-17"),
        ("2024-05", "2024-05"),
        ("2024年5月7日", "2024-05-07"),
        ("2024-02-30", None),
        ("99 Foo 2024", None),
        ("soon", None),
        ("", None),
    ],
)
def test_the_day_of_publication(date: str, day: str | None) -> None:
    (entry,) = read_feed(rss(f"<link>/1.html</link><pubDate>{date}</pubDate>").encode(), URL).entries
    assert (entry.url, entry.published) == ("https://news.example.org/1.html", day)


@pytest.mark.parametrize(
    ("dates", "day"),
    [
        ("<published>2024-05-17T09:00:00+08:00</published><updated>2024-06-01T09:00:00+08:00</updated>", "2024-05-17"),
        ("<updated>2024-06-01T09:00:00+08:00</updated>", None),
    ],
)
def test_an_update_is_no_publication(dates: str, day: str | None) -> None:
    (entry,) = read_feed(ATOM.format(base="", dates=dates).encode(), URL).entries
    assert (entry.url, entry.published) == ("https://news.example.org/1.html", day)


def test_a_base_in_the_feed() -> None:
    assert addresses(ATOM.format(base=' xml:base="https://cdn.example.org/x/y/"', dates="")) == [
        "https://cdn.example.org/x/1.html"
    ]


def test_each_address_once_in_the_order_of_the_feed() -> None:
    feed = rss("/2.html", "1.html", "/2.html#end", "https://NEWS.example.org:443/2.html?utm_source=rss", "1.html?id=3")
    assert addresses(feed) == [
        "https://news.example.org/2.html",
        "https://news.example.org/feeds/1.html",
        "https://news.example.org/feeds/1.html?id=3",
    ]


def test_entries_without_an_address_are_told() -> None:
    feed = read_feed(rss("<title>无</title>", "javascript:alert(1)", "file:///etc/passwd", "/1.html").encode(), URL)
    assert [entry.url for entry in feed.entries] == ["https://news.example.org/1.html"]
    assert feed.faults == ("Entries without an address that can be fetched: 3; the first: It has no link.",)


def test_a_feed_has_a_longest_length() -> None:
    feed = read_feed(rss("/1.html", "/2.html", "/3.html").encode(), URL, 2)
    assert [entry.url for entry in feed.entries] == [f"https://news.example.org/{n}.html" for n in (1, 2)]
    assert feed.faults == ("The feed has 3 entries; all but the first 2 were left out.",)


@pytest.mark.parametrize(
    "data",
    [
        rss("/云州.html").encode("gb18030"),
        rss("/云州.html").replace("?>", ' encoding="gb2312"?>').encode("gb18030"),
        rss("/云州.html").replace("?>", ' encoding="utf-8"?>').encode("gb18030"),
        rss("/云州.html").replace("?>", ' encoding="gb2312"?>').encode(),
        rss("/云州.html").encode("utf-16"),
        rss("/云州.html").encode("utf-8-sig"),
    ],
    ids=["GBK undeclared", "GBK", "GBK said to be UTF-8", "UTF-8 said to be GBK", "UTF-16", "with a mark"],
)
def test_encodings(data: bytes) -> None:
    assert addresses(data) == ["https://news.example.org/%E4%BA%91%E5%B7%9E.html"]


def test_a_damaged_feed_gives_what_can_be_read_and_says_so() -> None:
    text = rss("/1.html", "/2.html").replace("</channel>", "<item><link>/3.html</link><b></item></channel>")
    feed = read_feed(text.encode(), URL)
    assert [entry.url for entry in feed.entries][:2] == [f"https://news.example.org/{n}.html" for n in (1, 2)]
    assert feed.faults[0].startswith("The feed is damaged (mismatched tag, line ")


@pytest.mark.parametrize(
    "data",
    [b"<html><body>404</body></html>", b"not xml at all", b"{}", b"", b"%PDF-1.7", b"<rss", b"https://example.org/"],
)
def test_what_is_no_feed(data: bytes) -> None:
    with pytest.raises(FetchError, match=r"^(It is no RSS or Atom feed|The feed cannot be read).*\.$"):
        read_feed(data, URL)


def test_a_feed_with_nothing_new_is_none_the_worse() -> None:
    assert read_feed(rss().encode(), URL).entries == ()


def test_a_feed_cannot_read_files_or_grow(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("https://example.org/secret", "utf-8")
    doctype = f'<!DOCTYPE rss [<!ENTITY f SYSTEM "file://{tmp_path}/secret">]>'
    assert "secret" not in repr(read_feed(rss("/1.html?&f;").replace("<rss", f"{doctype}<rss").encode(), URL))
    many = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    laughs = rss("/1.html?&e9;").replace("<rss", f'<!DOCTYPE rss [<!ENTITY e0 "ha">{many}]><rss')
    assert len(repr(read_feed(laughs.encode(), URL))) < 1_000
    name = str(tmp_path / "secret").encode()
    with pytest.raises(FetchError, match="no RSS or Atom feed"):
        read_feed(name, URL)

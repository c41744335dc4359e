"""Articles with narrow marks: read as with wide ones, given back as they are written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from huiyao.extract import half_width
from huiyao.schema.records import Article, Extraction

Write = Callable[..., Article]
Read = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("会议指出,要修路;要建园.", "会议指出，要修路；要建园。"),
        ("路何时修好?明年!", "路何时修好？明年！"),
        ('他说:"明年修好."', "他说：“明年修好。”"),
        ('他说:"明年."\n"后年."', "他说：“明年。”\n“后年。”"),
        ("今(23)日增长8.1%,达到1,200万元", "今（23）日增长8.1%，达到1,200万元"),
        ("16:20,路通了", "16:20，路通了"),
        ("网址https://a.b/c 版本1.2", "网址https://a.b/c 版本1.2"),
        ("路通了...", "路通了..."),
    ],
)
def test_each_mark_becomes_one(article: Write, narrow: str, wide: str) -> None:
    assert half_width.widened(article(*narrow.split("\n"))).text == wide
    assert len(narrow) == len(wide)


@pytest.mark.parametrize(("text", "narrow"), [("会议指出,要修路", True), ("会议指出，增长8.1%，1,200万元", False)])
def test_most_articles_have_none(text: str, narrow: bool) -> None:
    assert half_width.is_narrow(text) is narrow


def test_records_are_given_back_as_written(read: Read) -> None:
    found = read('云州市召开港口建设推进会(第二次).市长林小田说."路要修通,港口要建好."他要求,加强巡查;抓好落实.')
    assert [(s.speaker, s.text) for s in found.statements] == [
        ("林小田", "路要修通,港口要建好."),
        ("林小田", "加强巡查;抓好落实."),
    ]
    assert [m.text for m in found.measures][-2:] == ["加强巡查", "抓好落实"]


def test_narrow_and_wide_give_the_same(read: Read) -> None:
    narrow = "云州市市长林小田表示,路何时修好?明年.林小田用三个词概括:快、准、稳."
    wide = "云州市市长林小田表示，路何时修好？明年。林小田用三个词概括：快、准、稳。"
    spans = [[(s.speaker, s.start, s.end) for s in read(text).statements] for text in (narrow, wide)]
    assert spans[0] == spans[1]

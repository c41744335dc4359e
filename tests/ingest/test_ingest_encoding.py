"""Encodings told apart on long and on very short texts; what is no text is refused with its rule."""

from __future__ import annotations

import codecs
import random

import pytest

from huiyao.ingest.encoding import UnreadableError, decode

SIMPLIFIED = "江海市昨天召开经济工作会议，市长林某某出席会议并讲话。会议指出，要加快建设三座水库。"
TRADITIONAL = "江海市昨天召開經濟工作會議，市長林某某出席會議並講話。會議指出，要加快建設三座水庫。"
ENCODINGS = [("gb18030", SIMPLIFIED), ("gb18030", TRADITIONAL), ("big5", TRADITIONAL)] + [
    (wide, text) for wide in ("utf-16-le", "utf-16-be") for text in (SIMPLIFIED, TRADITIONAL)
]


@pytest.mark.parametrize("length", [6, 10, 20, None, 2000])
@pytest.mark.parametrize(("encoding", "text"), ENCODINGS)
def test_encodings_without_mark(encoding: str, text: str, length: int | None) -> None:
    cut = (text * 50)[:length] if length else text
    assert decode(cut.encode(encoding)) == cut


@pytest.mark.parametrize("start", range(0, 30, 3))
@pytest.mark.parametrize(("encoding", "text"), ENCODINGS)
def test_eight_characters_from_anywhere(encoding: str, text: str, start: int) -> None:
    assert decode(text[start : start + 8].encode(encoding)) == text[start : start + 8]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_byte_order_marks_decide_and_are_no_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + SIMPLIFIED.encode(encoding)) == SIMPLIFIED


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "English only, to be judged by its language later."),
        ("gb18030", "会议主题为“AI for Good”, 240 companies from 31 countries: 会议。"),
        ("gb18030", "施万Schwan博士、朱镕基"),
        ("utf-16-le", "ABC 1234 会议 100%"),
        ("gb18030", "㐂𠮷会议在江海市召开"),
    ],
)
def test_mixed_and_rare_characters(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "no-such-encoding", "hex", "utf-8", None])
def test_a_declared_encoding_counts_only_where_it_fits(declared: str | None) -> None:
    assert decode(SIMPLIFIED.encode("gb18030"), declared) == SIMPLIFIED


def test_a_declared_encoding_decides_where_little_is_written() -> None:
    assert decode(b"<p>Chen " + "廠".encode("big5"), "Big5") == "<p>Chen 廠"
    assert decode(b"<p>Chen " + "紅".encode("gb18030"), "GBK") == "<p>Chen 紅"


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7\n" + SIMPLIFIED.encode(), "binary"),
        (b"PK\x03\x04" + bytes(range(256)), "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "binary"),
        (b"text\x00with\x00nuls", "binary"),
        (bytes(range(256)) * 4, "binary"),
        (SIMPLIFIED.encode() + b"\xff" + SIMPLIFIED.encode(), "encoding"),
        ("Заседание правительства состоялось сегодня".encode("koi8-r"), "encoding"),
        ("Le président a déclaré la séance levée à Genève".encode("latin-1"), "encoding"),
        ("本日、東京で会議が開かれました。とても大切なことです。".encode("shift_jis"), "encoding"),
        (
            (
                "대한민국 정부는 오늘 회의를 열고 경제 정책을 논의했습니다. 대통령은 회의에서 경제 성장이 중요하다고 말했습니다."
                * 2
            ).encode("euc_kr"),
            "encoding",
        ),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "encoding"),
    ],
)
def test_what_is_no_chinese_text_is_refused(data: bytes, rule: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        decode(data)
    assert refused.value.rule == rule
    assert str(refused.value).endswith(".")


def test_noise_is_hardly_ever_taken_for_text() -> None:
    chance = random.Random(7)
    taken = 0
    for _ in range(200):
        try:
            decode(bytes(chance.randrange(128, 255) for _ in range(40)))
            taken += 1
        except UnreadableError:
            pass
    assert taken <= 10

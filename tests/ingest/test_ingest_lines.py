"""Characters cleaned once; lines and paragraph marks found."""

from __future__ import annotations

import pytest

from huiyao.ingest.lines import clean, split_lines


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("甲\r\n乙\r丙\u2028丁\x85戊\f己", "甲\n乙\n丙\n丁\n戊\n己"),
        ("\ufeff会\u200b议\u200d在\u2060京\xad", "会议在京"),
        ("会\x00议\x1b在\x7f京", "会议在京"),
        ("会议\t在京", "会议 在京"),
        ("cafe\u0301", "caf\u00e9"),
        ("\uf900\u2f00", "\u8c48\u2f00"),  # NFC, not NFKC: the compatibility ideograph goes, the radical stays
        ("２０２４年，“会”（议）", "２０２４年，“会”（议）"),
        ("会\ud800议", "会\ufffd议"),
        ("会\u0301" + "\u0316" * 40, "会\u0301" + "\u0316" * 40),
    ],
)
def test_clean(raw: str, wanted: str) -> None:
    cleaned = clean(raw)
    if len(raw) > 30:
        assert len(cleaned) == 31
    else:
        assert cleaned == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("  甲  \n\n\n乙\u3000\n", [("甲", 0), ("乙", 2)]),
        ("甲。\u3000\u3000乙", [("甲。", 0), ("乙", 1)]),
        ("甲。  乙说：“丙。”\u3000\u3000丁", [("甲。", 0), ("乙说：“丙。”", 1), ("丁", 1)]),
        ("甲。 乙", [("甲。 乙", 0)]),
        ("以“甲”  “乙”为题（丙）  丁", [("以“甲”  “乙”为题（丙）  丁", 0)]),
        ("甲。（丙）\u3000\u3000丁", [("甲。（丙）", 0), ("丁", 1)]),
        ("甲\u3000\u3000乙  丙", [("甲\u3000\u3000乙  丙", 0)]),
        ("甲\n------\n乙", [("甲", 0), ("乙", 2)]),
        ("\n \n", []),
    ],
)
def test_split_lines(text: str, wanted: list[tuple[str, int]]) -> None:
    assert [(line.text, line.blanks) for line in split_lines(text)] == wanted


def test_an_indent_is_kept_in_mind() -> None:
    assert [line.indented for line in split_lines("\u3000\u3000甲。\u3000\u3000乙\n丙\n  丁")] == [
        True,
        True,
        False,
        True,
    ]

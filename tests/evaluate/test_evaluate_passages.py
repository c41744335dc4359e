from __future__ import annotations

import pytest

from huiyao.evaluate.passages import passage

TEXT = "云州召开会议\n港口要扩建。铁路要贯通！“环境要保护。”\n会后签约。"


@pytest.mark.parametrize(
    ("part", "sentences"),
    [
        ("铁路", "铁路要贯通！"),
        ("扩建。铁路", "港口要扩建。铁路要贯通！"),
        ("云州", "云州召开会议"),
        ("签约。", "会后签约。"),
        ("保护。”\n会后", "“环境要保护。”\n会后签约。"),
        ("\n会", "会后签约。"),
    ],
)
def test_the_sentences_that_a_span_touches(part: str, sentences: str) -> None:
    start = TEXT.index(part)
    first, last = passage(TEXT, (start, start + len(part)))
    assert TEXT[first:last].strip("\n") == sentences
    assert first <= start < start + len(part) <= last

"""Searches that begin where a word stands or a mark: they find what one pattern over the whole passage finds."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from huiyao.extract import cues, details, persons, positions
from huiyao.extract.sentences import sentences, trim

PIECES = [
    *"。！？!；;，,：:\n” 、的还也说称在",
    *"林小田 周大山 进一步 表示 指出 强调 表示说 介绍 介绍情况 提醒广大市民 提出三点要求 看来 获悉".split(),
    *"市委 副 书记 委员 委员长 总 经理 助理 市长 常务副市长 党组成员 局长".split(),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)
PLACES = st.integers(0, 40)
OPENERS = re.compile(rf"[。！？；;\n”]{persons._speaks().pattern}")
SENTENCES = re.compile(r"[^。！？!?\n]*(?:[。！？!?]+[”’」』）)》]*|\n|$)")


@settings(deadline=None)
@given(TEXTS, PLACES, PLACES)
def test_openers_of_sentences(text: str, start: int, end: int) -> None:
    end = min(end, len(text))
    expected = [match["name"] for match in OPENERS.finditer(text, max(0, start - 1), end)]
    found = [match["name"] for match in persons._openers(text, start, end)] if start <= end else expected
    assert found == expected


@settings(deadline=None)
@given(TEXTS, PLACES, PLACES)
def test_cues_are_those_that_are_searched_one_by_one(text: str, start: int, end: int) -> None:
    expected, at = [], start
    while at < min(end, len(text)):
        cue = cues._cue_pattern().match(text, at, end)
        expected += [cue.span()] if cue else []
        at = cue.end() if cue else at + 1
    assert [cue.span() for cue in cues.find_cues(text, start, end)] == expected


@settings(deadline=None)
@given(TEXTS, PLACES)
def test_titles_end_where_a_search_for_them_ends(text: str, start: int) -> None:
    for at in range(start + 1, len(text) + 1):
        left = max(start, *(text.rfind(mark, start, at) + 1 for mark in "，。、"))
        ends = (match.end() for match in positions.title_pattern().finditer(text, left))
        expected = next((end for end in ends if end >= at), None) == at
        if left < at:  # no title ends right behind a mark
            assert positions.ends_title(text, start, at, len(text)) == expected


@given(st.text("一二。！？!?\n”’」』）)》 ", max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_sentences_are_those_of_one_pattern(text: str, start: int, end: int) -> None:
    end = min(end, len(text))
    spans = [trim(text, *match.span()) for match in SENTENCES.finditer(text, start, end)] if start < end else []
    assert sentences(text, start, end) == [span for span in spans if span[0] < span[1]]


@given(st.text("一。！？\n ”", max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_evidence_reaches_to_the_marks_around(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    left = max(text.rfind(mark, 0, start) + 1 for mark in "。！？\n")
    closing = re.compile("[。！？\n]").search(text, end)
    assert details.whole_sentence(text, start, end) == text[left : closing.end() if closing else None].strip(
        " \n\u3000”’）)"
    )

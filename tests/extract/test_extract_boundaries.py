"""Boundaries told without cutting the words are those of the words."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from huiyao.extract import boundaries, tokens

PIECES = [
    *"中华人民共和国北京大学生活动中心研究生命起源的一了和市长会议", "北京大学", "结合成分子时", "T恤", "卡拉OK", "GDP", "3.14%",
    "，", "“", " ", "\r\n", "\r", "\n", "é", "🙂",
]  # fmt: skip


@settings(deadline=None)  # the first example loads the dictionary
@example("GDPT恤", 0, 5)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.integers(0, 4), st.integers(0, 30))
def test_boundaries_are_those_of_the_words(text: str, start: int, end: int) -> None:
    words = tokens.words(text[start:end])
    places = [start + sum(map(len, words[:count])) for count in range(len(words))]
    found = [at for at in range(len(text) + 2) if boundaries.is_boundary(text, start, at, end)]
    assert found == places


@pytest.mark.parametrize(
    ("text", "at", "begins"),
    [("云州市扩建港口", 3, True), ("加强建设", 1, False), ("共有2024名", 4, False), ("", 0, False)],
)
def test_word_begins(text: str, at: int, begins: bool) -> None:
    assert boundaries.word_begins(text, 0, at) is begins


def test_no_word_of_the_dictionary_is_longer_than_looked_back_for() -> None:
    assert max(map(len, boundaries._beginnings())) <= boundaries._LONGEST_WORD

"""Words: the short way to them comes to the same as jieba's own, on any text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiyao.extract import tokens
from huiyao.extract.article import extract_article
from huiyao.ingest import read_source

# Words that jieba joins, splits or passes on: compounds, letters within words, figures, line ends, punctuation.
PIECES = [
    *"中华人民共和国北京大学生活动中心研究生命起源的一了和市长会议〇々",
    "中华人民共和国", "北京大学", "结合成分子时", "T恤", "卡拉OK", "AA制", "B超", "GDP", "1949", "3.14%", "C++", "A-B", "a_b",
    "，", "。", "“", "”", "·", " ", "\u3000", "\r\n", "\r", "\n", "\t", "é", "🙂", "Ａ", "\u9fd6", "𠀀",
]  # fmt: skip


def by_jieba(window: str) -> tuple[str, ...]:
    tokenizer: Any = tokens._tokenizer()
    return tuple(tokenizer.cut(window, HMM=False))


@settings(deadline=None)  # the first example loads the dictionary
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_words_are_those_of_jieba(window: str) -> None:
    assert tokens.words(window) == by_jieba(window)


@settings(deadline=None)
@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FD6)) | st.text())
def test_words_are_those_of_jieba_on_any_characters(window: str) -> None:
    assert tokens.words(window) == by_jieba(window)


@pytest.mark.parametrize("window", ["", "1", "云州市市长会议", "GDP增长3.14%", "穿T恤唱卡拉OK", "第1\r\n第2"])
def test_words_make_up_the_window(window: str) -> None:
    assert "".join(tokens.words(window)) == window
    assert tokens.words(window) == by_jieba(window)


def test_words_are_those_of_jieba_on_news(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    windows: set[str] = set()
    words = tokens.words

    def noted(window: str) -> tuple[str, ...]:
        windows.add(window)
        return words(window)

    monkeypatch.setattr(tokens, "words", noted)
    for article in read_source(shared / "corpus", "news-sample.jsonl.gz").articles:
        extract_article(article)
    assert windows
    assert [window for window in sorted(windows) if words(window) != by_jieba(window)] == []


@pytest.mark.parametrize(
    ("window", "word", "kind"),
    [("云州召开推进会", "推进会", "n"), ("会议审议通过条例", "审议通过", "v")],
)
def test_words_of_the_lexicon_are_words(window: str, word: str, kind: str) -> None:
    assert word in tokens.words(window)
    assert tokens.tag(word) == kind


def test_what_is_added_stays_in_our_tokenizer() -> None:
    import jieba

    tokens.words("云州召开推进会")
    assert "推进会" not in list(jieba.Tokenizer().cut("云州召开推进会", HMM=False))


def test_what_is_remembered_of_the_dictionary_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "_REMEMBERED", 4)
    tokens._of_word().clear()
    tokens.words.cache_clear()
    window = "中华人民共和国北京大学生活动中心研究生命起源"
    assert tokens.words(window) == by_jieba(window)
    assert len(tokens._of_word()) <= 4

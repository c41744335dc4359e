"""Every file of the lexicon is well formed: one head, the same columns in each row, no blank cell, no word twice."""

from __future__ import annotations

import re
from collections import Counter
from importlib import resources
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyao import lexicon

KINDS = {
    "cues": {"say", "learn"},
    "duties": {"chair", "speaker"},
    "meeting_nouns": {"conference", "forum", "press", "ceremony", "fair", "festival"},
    "modals": {"done", "planned", "proposed"},
    "openers": {"narrative", "continuation"},
    "titles": {"party", "state", "business", "academic", "other"},
}
FILES = lexicon.names()


def lines(name: str) -> list[list[str]]:
    text = resources.files("huiyao.lexicon").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def test_every_file_is_known() -> None:
    assert set(KINDS) < set(FILES)
    assert {
        "action_verbs",
        "adverbs",
        "group_nouns",
        "japanese_surnames",
        "offices",
        "place_abbreviations",
        "surnames",
        "topics",
        "towns",
    } < set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_columns(name: str) -> None:
    head, *body = lines(name)
    assert body
    assert len(head) in (2, 3)
    assert (head[0], head[-1]) == ("word", "example")
    assert [row for row in body if len(row) != len(head)] == []


@pytest.mark.parametrize("name", FILES)
def test_no_cell_is_blank_or_padded(name: str) -> None:
    assert [row for row in lines(name) if any(not cell or cell != cell.strip() for cell in row)] == []


@pytest.mark.parametrize("name", FILES)
def test_no_word_stands_twice(name: str) -> None:
    counted = Counter(row[0] for row in lines(name))
    assert [word for word, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("name", FILES)
def test_every_example_holds_its_word(name: str) -> None:
    assert [row.word for row in lexicon.rows(name) if row.word not in row.example] == []


@pytest.mark.parametrize("name", FILES)
def test_lines_end_with_a_line_feed(name: str) -> None:
    raw = resources.files("huiyao.lexicon").joinpath(f"{name}.tsv").read_bytes()
    assert raw.endswith(b"\n")
    assert b"\r" not in raw


@pytest.mark.parametrize("name", sorted(KINDS))
def test_kinds_are_the_known_ones(name: str) -> None:
    assert {row.kind for row in lexicon.rows(name)} == KINDS[name]


@pytest.mark.parametrize("name", FILES)
def test_words_prefer_the_longest(name: str) -> None:
    found = lexicon.words(name)
    assert sorted(found) == sorted(row.word for row in lexicon.rows(name))
    assert all(len(one) >= len(two) for one, two in pairwise(found))


def test_words_of_a_kind() -> None:
    learned = lexicon.words("cues", "learn")
    assert learned
    assert set(learned) < set(lexicon.words("cues"))
    assert all(lexicon.kinds("cues")[word] == "learn" for word in learned)


WORDS = st.lists(st.text("市长会议a.", max_size=4), max_size=12)


SOME_WORDS = st.lists(st.text("市长会议]^-", min_size=1, max_size=4), min_size=1, max_size=6)
SOME_TEXT = st.text("市长会议]^-", max_size=12)


def test_one_of_shares_beginnings() -> None:
    assert lexicon.one_of(["市长", "a.b", "市", "a", "a.b", "市委书记"]) == r"(?:市(?:长|委书记|)|a(?:\.b|))"


@given(WORDS, st.text("市长会议a.", max_size=12))
def test_one_of_finds_the_same_as_the_plain_alternation(words: list[str], text: str) -> None:
    plain = "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))
    assert re.findall(lexicon.one_of(words), text) == re.findall(plain, text)
    # Where what follows forbids the longest word, the next shorter is tried.
    assert re.findall(lexicon.one_of(words) + "(?!长)", text) == re.findall(f"(?:{plain})(?!长)", text)


@given(SOME_WORDS, SOME_TEXT)
def test_head_of_finds_every_place_where_a_word_begins(words: list[str], text: str) -> None:
    heads = {match.start() for match in re.finditer(lexicon.head_of(words), text)}
    assert heads >= {at for at in range(len(text)) if text.startswith(tuple(words), at)}


@given(SOME_WORDS, SOME_TEXT)
def test_headed_finds_every_place_where_the_pattern_matches(words: list[str], text: str) -> None:
    pattern = re.compile(lexicon.one_of(words))
    found = re.finditer(lexicon.headed(f"(?P<word>{pattern.pattern})", words), text)
    expected = [match.span() for at in range(len(text)) if (match := pattern.match(text, at))]
    assert [match.span("word") for match in found] == expected


@given(st.lists(st.text("市长会议", min_size=2, max_size=4), min_size=1, max_size=6), st.text("市长会议", max_size=12))
def test_tail_of_finds_every_place_where_a_word_ends(words: list[str], text: str) -> None:
    tails = {match.end() for match in re.finditer(lexicon.tail_of(words), text)}
    assert {at for at in range(1, len(text) + 1) if text[:at].endswith(tuple(words))} <= tails
    assert all(text[at - 2 : at] in {word[-2:] for word in words} for at in tails)

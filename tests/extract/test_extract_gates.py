"""Quick looks that spare a pattern its search: whatever the pattern finds, the look before it lets through."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from huiyao import lexicon
from huiyao.extract import (
    actions,
    clause_leads,
    descriptions,
    details,
    patients,
    phrases,
    policy,
    report_words,
    subjects,
    times,
    verbs,
)  # fmt: skip

Look = Callable[[str], object]


def look_of_policy(words: str) -> bool:
    return policy.tells_no_policy(words, 0, len(words), ())


def opens_with(characters: str | frozenset[str]) -> Look:
    return lambda words: words[:1] in characters


PATTERNS_OF_DESCRIPTIONS = (
    descriptions._DESCRIBES, descriptions._PRAISE, descriptions._PRAISE_BEHIND, descriptions._NOUN_DESCRIBED,
    descriptions._SUBJECT_OF, descriptions._SUBJECT_WITH_VERB, descriptions._NO_DEED, descriptions._THANKS,
    descriptions._KEEPS, descriptions._STATE, descriptions._ROUTINE,
)  # fmt: skip
FRAMES = (
    phrases._BA, phrases._JIANG, phrases._ON_TOPIC, phrases._ARRANGED, subjects._BA_BEHIND, subjects._ADJUSTED,
    subjects._UNVEILED, subjects._JIANG_BEHIND,
)  # fmt: skip
LOOKS: list[tuple[Look, re.Pattern[str]]] = [
    *((descriptions._CUES.search, pattern) for pattern in PATTERNS_OF_DESCRIPTIONS),
    *((actions._OPENS_FRAME.search, pattern) for pattern in FRAMES),
    (times._TELLS_TIME.search, times._PLANNED_TIME),
    (times._TELLS_TIME.search, times._DONE_TIME),
    (details._NAMES_PROGRAMME.search, details._PROGRAMME),
    (details._NUMBER.search, details._QUANTITY),
    (lambda words: "前" in words or "20" in words, details._DEADLINE),
    (clause_leads._TELLS_UNDIVIDED.search, clause_leads._UNDIVIDED),
    (patients._RATES.search, patients._SET),
    (patients._CHANGES.search, patients._CHANGED),
    (lambda words: "次" in words[-4:], patients._EVERY),
    *((lambda words, mark=mark: mark in words, pattern) for mark, pattern in patients._FRAMES),
    (look_of_policy, policy._ASKS),
    (look_of_policy, policy._ASSESSES),
    (lambda words: words.removesuffix("\n").endswith(subjects._UNVEILS), subjects._UNVEILED),
    (lambda words: words.removesuffix("\n").endswith(actions._OPENED), actions._ISSUED),
]
HEADS: list[tuple[Look, re.Pattern[str]]] = [
    (opens_with(phrases._OPENS_ADVERBIAL), phrases._ADVERBIAL),
    (opens_with(clause_leads._OPENS_MARKER), re.compile(clause_leads._MARKER)),
    (opens_with(phrases._OPENS_PREPOSITION), phrases._PREPOSITION),
    (descriptions._may_open_without, descriptions._OPENS_WITHOUT_DEED),
    (opens_with(verbs._OPENS_EVENT), verbs._IS_EVENT),
]


@pytest.mark.parametrize(("look", "pattern"), LOOKS, ids=[pattern.pattern[:16] for _, pattern in LOOKS])
def test_what_a_pattern_finds_is_looked_at(look: Look, pattern: re.Pattern[str]) -> None:
    @settings(deadline=None, max_examples=200)
    @given(st.from_regex(pattern))
    def holds(words: str) -> None:
        assert look(words.rstrip("\n")) or not pattern.search(words.rstrip("\n"))

    holds()


@pytest.mark.parametrize(("look", "pattern"), HEADS, ids=[pattern.pattern[:16] for _, pattern in HEADS])
def test_what_a_pattern_matches_is_looked_at(look: Look, pattern: re.Pattern[str]) -> None:
    @settings(deadline=None, max_examples=200)
    @given(st.from_regex(pattern, fullmatch=True, alphabet=st.characters(max_codepoint=0xFFFF)))
    def holds(words: str) -> None:
        assert look(words)

    holds()


TOKEN_OF_LEAD = re.compile(
    rf"{clause_leads._TIME}|{clause_leads._MARKER}[，,、]*|{clause_leads._NUMBERED}|{'|'.join(clause_leads._CONNECTIVES.split())}|"
    rf"{lexicon.modals()}|{lexicon.alternation('adverbs')}地?|[，,\s]"
)


@settings(deadline=None, max_examples=300)
@given(st.from_regex(TOKEN_OF_LEAD, alphabet=st.characters(max_codepoint=0xFFFF)))
@example("①")
@example("⑳")
@example("（12）")
def test_leads_are_those_of_one_pattern(words: str) -> None:
    for at in range(len(words)):
        match = clause_leads._token_of[words[at]]
        found, expected = match and match(words, at, len(words)), TOKEN_OF_LEAD.match(words, at)
        assert (found and found.group()) == (expected and expected.group())


@settings(deadline=None, max_examples=200)
@given(st.from_regex(report_words.ADVERBIAL), st.sampled_from(("", "林小田", "云州市政府代表青禾公司")))
@example("汇报", "")
@example("他动情地", "")
@example("再度", "林小田")
@example("作提案", "")
@example("发布公开", "")
@example("上周", "林小田")
@example("通过网络", "林小田")
@example("以视频方式", "林小田")
def test_an_adverbial_is_taken_off_whatever_it_ends_in(words: str, subject: str) -> None:
    phrase = subject + words
    found = report_words.ADVERBIAL.search(phrase)
    assert found
    pronoun = phrase[:1] if found.start() == 0 and phrase.startswith(("他", "她")) else ""
    assert report_words.without_adverbial(phrase) == (pronoun or phrase[: found.start()])


def test_where_no_pattern_is_needed_none_is_tried() -> None:
    assert descriptions._CUES.search("加快港口建设") is None
    assert actions._OPENS_FRAME.search("云州位于江边") is None

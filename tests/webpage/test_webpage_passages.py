"""Passages of articles: whatever a release quotes, put together where it belongs together."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyao.publish.webpage.passages import passages

TEXT = "云州将扩建码头，贯通铁路。甄有才说：“云州将设立基金。”会议结束。"


def statement(text: str, at: int | None = None) -> dict[str, Any]:
    start = TEXT.index(text) if at is None else at
    return {"start": start, "end": start + len(text), "text": text}


def measure(text: str, evidence: str, at: int | None = None) -> dict[str, Any]:
    return statement(text, at) | {"evidence": evidence}


FIRST, SECOND = "云州将扩建码头，贯通铁路。", "甄有才说：“云州将设立基金。”"


@pytest.mark.parametrize(
    ("statements", "measures", "expected"),
    [
        ([], [], []),
        ([], [measure("扩建码头", FIRST)], [(0, FIRST)]),
        ([], [measure("扩建码头", FIRST), measure("贯通铁路", FIRST)], [(0, FIRST)]),
        ([statement("云州将设立基金")], [measure("设立基金", SECOND)], [(13, SECOND)]),  # one lies in the other
        ([statement("会议结束")], [measure("设立基金", SECOND)], [(13, SECOND + "会议结束")]),  # they touch
        ([statement("云州将扩建"), statement("将扩建码头")], [], [(0, "云州将扩建码头")]),  # they overlap
        ([statement("会议结束")], [measure("扩建码头", FIRST)], [(0, FIRST), (28, "会议结束")]),  # they are apart
        ([statement("云州港口", at=0)], [measure("扩建码头", FIRST)], [(0, FIRST), (0, "云州港口")]),  # they contradict
    ],
)
def test_quotations_become_passages(
    statements: list[Any], measures: list[Any], expected: list[tuple[int, str]]
) -> None:
    assert passages(None, statements, measures) == expected


def test_the_whole_text_is_one_passage() -> None:
    assert passages(TEXT, [statement("会议结束")], []) == [(0, TEXT)]


def test_another_measure_of_a_sentence_tells_where_it_starts() -> None:
    sentence = "将修路，也将修路和桥。"
    second = measure("修路", sentence, at=100 + sentence.rindex("修路"))
    third = measure("修路和桥", sentence, at=100 + sentence.index("修路和桥"))
    assert passages(None, [], [second, third]) == [(100, sentence)]


def test_a_sentence_that_stands_twice_is_there_twice() -> None:
    twice = [measure("扩建码头", FIRST, at=3), measure("扩建码头", FIRST, at=203)]
    assert passages(None, [], twice) == [(0, FIRST), (200, FIRST)]


@given(st.text(min_size=1, max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=8))
def test_every_quotation_stands_in_a_passage_at_its_place(text: str, spans: list[tuple[int, int]]) -> None:
    quoted = [(start, text[start : start + size]) for start, size in spans if text[start : start + size]]
    found = passages(None, [{"start": start, "end": start + len(part), "text": part} for start, part in quoted], [])
    for start, part in quoted:
        assert any(whole[start - at :].startswith(part) for at, whole in found if at <= start)
    assert all(text[at : at + len(whole)] == whole for at, whole in found)
    assert len(found) <= len(quoted)

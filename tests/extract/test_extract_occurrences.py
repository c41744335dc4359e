"""Places of a text: those of a span, out of all that are in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from huiyao.extract.occurrences import any_within, finds, within


@given(st.lists(st.integers(0, 30), unique=True).map(sorted), st.integers(0, 30), st.integers(0, 30))
def test_places_within_a_span(places: list[int], start: int, end: int) -> None:
    expected = [place for place in places if start <= place < end]
    assert within(places, start, end) == expected
    assert any_within(places, start, end) == bool(expected)


def test_finds() -> None:
    assert list(finds("会议与会议", "会议", 0, 5)) == [0, 3]
    assert list(finds("会议与会议", "会议", 1, 4)) == []

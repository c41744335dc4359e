from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyao.evaluate.squeezing import SqueezedText, squeezed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云州，\n港口 论坛", "云州,港口论坛"),
        ("（２０３１年）\u3000云州", "(2031年)云州"),
        ("ｶﾞ\u00a0ス", "ガス"),
        (None, ""),
    ],
)
def test_width_and_white_space_do_not_count(text: str | None, expected: str) -> None:
    assert squeezed(text) == expected
    assert SqueezedText.of(text or "").text == expected


def test_what_is_found_leads_back_to_the_original() -> None:
    original = "云州港\n口，㎞很长。"
    text = SqueezedText.of(original)
    (place,) = text.locate(["港口,km"])
    assert place is not None
    start, end = text.original(place)
    assert original[start:end] == "港\n口，㎞"


# Hangul is left out: half-width jamo compose over a distance that no Chinese text needs.
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\u1160"), max_size=12))
def test_bit_by_bit_is_the_same_as_at_once(text: str) -> None:
    if any("HANGUL" in unicodedata.name(char, "") for char in text):
        return
    text = unicodedata.normalize("NFC", text)
    assert SqueezedText.of(text).text == squeezed(text)


def test_a_piece_given_again_is_its_next_occurrence() -> None:
    text = SqueezedText.of("建港。修路。建港。")
    assert text.locate(["建港", "修路", "建港"]) == [(0, 2), (3, 5), (6, 8)]


def test_a_piece_given_more_often_than_it_stands_is_its_first_occurrence() -> None:
    assert SqueezedText.of("先建港。").locate(["建港", "建港"]) == [(1, 3), (1, 3)]


def test_what_stands_nowhere_has_no_place() -> None:
    assert SqueezedText.of("建港。").locate(["修路", " ", ""]) == [None, None, None]


def test_names_are_searched_in_the_body_first_and_then_everywhere() -> None:
    text = SqueezedText.of("港口论坛开幕\n林某在港口论坛上说")
    assert text.first_of(["港口 论坛"], 7) == (10, 14)
    assert text.first_of(["开幕"], 7) == (4, 6)
    assert text.first_of(["云州港口论坛", "港口论坛"], 7) == (10, 14)
    assert text.first_of(["铁路论坛"], 7) is None

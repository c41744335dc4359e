"""Titles that stand alone for the one person who holds them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from huiyao.extract.bare_titles import bare_titles, holders
from huiyao.schema.records import Extraction

Read = Callable[..., Extraction]
MAYOR = "云州市市长林小田"


@pytest.mark.parametrize(
    ("titles_of", "expected"),
    [
        ({"林小田": ["市长"]}, {"市长": "林小田"}),
        ({"林小田": ["党委书记、校长"]}, {"校长": "林小田"}),
        ({"林小田": ["市长"], "周大山": ["副市长"]}, {}),
        ({"林小田": ["市长"], "周大山": ["市长"]}, {}),
        ({"林小田": ["副市长"]}, {}),
        ({"林小田": ["委员"]}, {}),
    ],
)
def test_holders(titles_of: dict[str, list[str]], expected: dict[str, str]) -> None:
    assert holders(titles_of) == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("。市长说，", [(1, 3)]),
        ("会后，市长来到", [(3, 5)]),
        ("。副市长说，", []),
        ("。市长级会议", []),
        ("。市长办公会", []),
        ("。市长的话", []),
        ("市长说", []),
    ],
)
def test_bare_titles(text: str, places: list[tuple[int, int]]) -> None:
    assert [place for _, place in bare_titles(text, 0, len(text), {"市长": "林小田"})] == places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{MAYOR}来到云州港。市长说，云州在变。", [("林小田", "云州在变。")]),
        (f"{MAYOR}来到云州港。在码头考察时，市长强调，要守住底线。", [("林小田", "要守住底线。")]),
        (f"{MAYOR}来到云州港。6月，市长来到公园。他指出，要守住底线。", [("林小田", "要守住底线。")]),
        (f"{MAYOR}会见海州市市长周大山。市长说，云州在变。", []),
        ("云州港已经建成。市长说，云州在变。", []),
    ],
)
def test_the_one_who_holds_the_office(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(s.speaker, s.text) for s in read(text).statements] == expected


@pytest.mark.usefixtures("rules_alone")
def test_a_title_of_state_is_cited(read: Read) -> None:
    text = "云州市市长周大山表示，云州在变。总书记指出，要守住底线。"
    told = [(s.speaker, s.text) for s in read("中共中央总书记林小田来到云州。", text).statements]
    assert told == [("周大山", "云州在变。总书记指出，要守住底线。")]


@pytest.mark.usefixtures("rules_alone")
def test_whom_others_cite_does_not_take_the_word(read: Read) -> None:
    text = f"{MAYOR}表示，云州在变。周大山主席指出，要守住底线。"
    told = [(s.speaker, s.text) for s in read("周大山主席来到云州。", text).statements]
    assert told == [("林小田", "云州在变。周大山主席指出，要守住底线。")]


def test_a_title_within_a_longer_one_is_none() -> None:
    assert list(bare_titles("。总理说，", 0, 5, {"总": "林小田"})) == []

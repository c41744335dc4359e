"""Listed verbs: looked up by their heads, they are those that a pattern of all verbs finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyao import lexicon
from huiyao.extract import listed_verbs
from huiyao.extract.listed_verbs import match_verb, verbs_within

PIECES = [
    *lexicon.words("action_verbs")[:40],
    *"走抓出好了过起来着建设加强通过审议产生的",
    "走出",
    "选举产生",
    "抓好",
    "起来",
]
EVERY = re.compile(rf"(?P<verb>{lexicon.alternation('action_verbs')})(?P<aspect>了|过|好|出|起来|起|着)?")


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.integers(0, 4), st.integers(0, 40))
def test_verbs_are_those_of_the_pattern(text: str, start: int, end: int) -> None:
    expected = [(m["verb"], m["aspect"] or "", m.start(), m.end()) for m in EVERY.finditer(text, start, end)]
    assert list(verbs_within(text, start, end)) == expected
    places = [at for at in range(start, min(end, len(text))) if EVERY.match(text, at, end)]
    assert [at for at in range(start, len(text)) if match_verb(text, at, end)] == places
    assert listed_verbs.holds_verb(text, start, end) or not places


@pytest.mark.parametrize(
    ("text", "end", "found"),
    [
        ("建立了机制", 5, ("建立", "了", 0, 3)),
        ("建设起来", 4, ("建设", "起来", 0, 4)),
        ("建设起来", 3, ("建设", "起", 0, 3)),
        ("走绿色道路", 5, ("走", "", 0, 1)),
        ("建设", 1, None),
        ("形势很好", 4, None),
        ("", 0, None),
    ],
)
def test_match_verb(text: str, end: int, found: tuple[str, str, int, int] | None) -> None:
    assert match_verb(text, 0, end) == found


def test_where_no_verb_begins_none_need_be_tried() -> None:
    assert listed_verbs.holds_verb("云州市扩建港口", 0, 7)
    assert not listed_verbs.holds_verb("云州位于云江之滨", 0, 8)

"""The action verbs of the lexicon in a text, found by their first two characters, which few other words share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from huiyao import lexicon


class Verb(NamedTuple):
    """A verb that stands at `start`, with the aspect right behind it ('' where it has none); `end` is behind both."""

    word: str
    aspect: str
    start: int
    end: int


# One of them opens each aspect.
_ASPECTS = frozenset("了过好出起着")


def match_verb(text: str, at: int, end: int) -> Verb | None:
    """Return the longest verb, with its aspect (了, 好, 起来 …), that begins at this place and ends before `end`."""
    heads = _by_head()
    for word in heads.get(text[at : at + 2]) or heads.get(text[at : at + 1]) or ():
        if text.startswith(word, at, end):
            behind = at + len(word)
            aspect = _aspect(text, behind, end) if text[behind : behind + 1] in _ASPECTS else ""
            return Verb(word, aspect, at, behind + len(aspect))
    return None


def _aspect(text: str, at: int, end: int) -> str:
    return "起来" if text.startswith("起来", at, end) else text[at : min(at + 1, end)]


def verbs_within(text: str, start: int, end: int) -> Iterator[Verb]:
    """Yield the verbs of a span from left to right, none inside another."""
    behind = start
    for place in _places().finditer(text, start, end):
        verb = match_verb(text, place.start(), end) if place.start() >= behind else None
        if verb:
            behind = verb.end
            yield verb


def holds_verb(text: str, start: int, end: int) -> bool:
    """Whether a verb may begin anywhere in the span; where none does, nothing that needs one has to be tried."""
    heads = _by_head()
    for place in _places().finditer(text, start, end):
        at = place.start()
        if text[at : at + 2] in heads or text[at] in heads:
            return True
    return False


@cache
def _by_head() -> dict[str, tuple[str, ...]]:
    """Return the verbs that begin with each two characters, longest first; those of one character also by it alone."""
    words = lexicon.words("action_verbs")
    heads = {word[:2] for word in words}
    return {head: tuple(word for word in words if word.startswith(head) or head.startswith(word)) for head in heads}


@cache
def _places() -> re.Pattern[str]:
    """Return the pattern of a place where a verb may begin, told by its first and second character, each on its own."""
    words = lexicon.words("action_verbs")
    firsts, seconds = ("".join(sorted({word[at] for word in words if len(word) > at > -1})) for at in (0, 1))
    single = lexicon.one_of(word for word in words if len(word) == 1)
    return re.compile(f"[{firsts}](?=[{seconds}])|{single}")

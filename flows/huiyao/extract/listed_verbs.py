"""The action verbs of the lexicon in a text, found by their first two characters, which few other words share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from huiyao import lexicon
from huiyao.extract.occurrences import any_within, within


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
    word = _words(text)[1].get(at)
    return _verb(text, word, at, end) if word else None


def begins_verb(text: str, at: int) -> bool:
    """Whether a verb begins at this place."""
    return at in _words(text)[1]


def _verb(text: str, word: str, at: int, end: int) -> Verb | None:
    """Return the verb at this place of a text that is read no further than `end`; none longer than `word` stands there."""
    behind = at + len(word)
    if behind > end:
        shorter = next((each for each in _by_head()[word[:2]] if text.startswith(each, at, end)), None)
        return _verb(text, shorter, at, end) if shorter else None
    aspect = _aspect(text, behind, end) if text[behind : behind + 1] in _ASPECTS else ""
    return Verb(word, aspect, at, behind + len(aspect))


@lru_cache(maxsize=2)
def _words(text: str) -> tuple[list[int], dict[int, str]]:
    """Return where verbs begin in a text, in order, and the longest at each place: one scan for all who ask for verbs."""
    found: dict[int, str] = {}
    heads = _by_head()
    for place in _places().finditer(text):
        at = place.start()
        for word in heads.get(text[at : at + 2]) or heads.get(text[at]) or ():
            if text.startswith(word, at):
                found[at] = word
                break
    return list(found), found


def _aspect(text: str, at: int, end: int) -> str:
    return "起来" if text.startswith("起来", at, end) else text[at : min(at + 1, end)]


def verb_places(text: str, start: int, end: int) -> list[int]:
    """Return the places of a span where a verb begins, perhaps inside another or reaching out of the span."""
    return within(_words(text)[0], start, end)


def verbs_within(text: str, start: int, end: int) -> Iterator[Verb]:
    """Yield the verbs of a span from left to right, none inside another."""
    behind = start
    words = _words(text)[1]
    for place in verb_places(text, start, end):
        verb = _verb(text, words[place], place, end) if place >= behind else None
        if verb:
            behind = verb.end
            yield verb


def holds_verb(text: str, start: int, end: int) -> bool:
    """Whether a verb may begin anywhere in the span; where none does, nothing that needs one has to be tried."""
    return any_within(_words(text)[0], start, end)


@cache
def _by_head() -> dict[str, tuple[str, ...]]:
    """Return the verbs that begin with each two characters, longest first; those of one character also by it alone."""
    words = lexicon.words("action_verbs")
    heads = {word[:2] for word in words}
    return {head: tuple(word for word in words if word.startswith(head) or head.startswith(word)) for head in heads}


@cache
def _places() -> re.Pattern[str]:
    """Return the pattern of a place where a verb may begin, told by its first and second character, each on its own."""
    return re.compile(lexicon.head_of(lexicon.words("action_verbs")))

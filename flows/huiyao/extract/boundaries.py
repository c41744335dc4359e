"""Word boundaries: whether jieba's words part at a place, mostly told without cutting the words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from huiyao.extract import tokens

_LONGEST_WORD = 16
# What jieba may keep together though its dictionary does not hold it.
_JOINED = re.compile(r"[a-zA-Z0-9]{2}|\r\n")


def is_boundary(text: str, start: int, at: int, end: int) -> bool:
    """Whether jieba, which cuts `text[start:end]` into words, puts a boundary at `at`; that is so where it begins.

    Where no word of the dictionary reaches over the place, the words part there whatever stands around it.
    """
    if at <= start or at >= min(end, len(text)):
        return at == start < min(end, len(text))
    begins_word = _beginnings()
    for left in range(max(start, at - _LONGEST_WORD), at):
        if text[left : at + 1] in begins_word:
            return _cuts(text, start, at, end)
    return _cuts(text, start, at, end) if _JOINED.match(text, at - 1, at + 1) else True


def word_begins(text: str, start: int, at: int) -> bool:
    """Whether a word begins at this place of a text that is read from `start`."""
    return is_boundary(text, start, at, at + 8)


@cache
def _beginnings() -> Mapping[str, int]:
    """Return jieba's dictionary, which holds every beginning of its words besides the words."""
    dictionary: Mapping[str, int] = tokens._tokenizer().FREQ
    return dictionary


def _cuts(text: str, start: int, at: int, end: int) -> bool:
    place = start
    for word in tokens.words(text[start:end]):
        if place >= at:
            break
        place += len(word)
    return place == at

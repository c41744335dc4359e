"""Modals, and what else in front of a verb says that the action is to be done (目标是…)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from huiyao import lexicon
from huiyao.extract.occurrences import any_within

# What the words in front of the verb set as a task.
_AIMS = "当务之急|关键是|重点是|目标"


@cache
def _modals() -> re.Pattern[str]:
    return re.compile(lexicon.modals())


@cache
def _sets_status() -> re.Pattern[str]:
    """Return the pattern of a modal or of what sets a task."""
    return re.compile(lexicon.headed(f"{lexicon.modals()}|{_AIMS}", (*lexicon.words("modals"), *_AIMS.split("|"))))


@lru_cache(maxsize=2)
def _all_places(text: str) -> list[int]:
    return [place.start() for place in _sets_status().finditer(text)]


def sets_status(text: str, start: int, end: int) -> bool:
    """Whether the span holds a modal or what sets a task; few spans hold where one begins."""
    return any_within(_all_places(text), start, end) and _sets_status().search(text, start, end) is not None


def within(text: str, start: int, end: int) -> list[str]:
    """Return the modals of the span, in order."""
    return _modals().findall(text, start, end)


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(lexicon.alternation("modals"))


def stands_in(lead: str) -> bool:
    """Whether a lead holds a modal, even as a part of another word."""
    return _anywhere().search(lead) is not None

"""Titles that stand alone for a person of the article: 总书记在某地考察时强调, 市长说.

Only offices that one person holds at a time; anybody of a group may be a 委员, a 代表 or a 专家.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from huiyao import lexicon
from huiyao.extract.occurrences import finds
from huiyao.extract.sentences import Span

# What goes on from a title makes another word of it, or a name follows: 市长级, 总理府, 院长办公会.
_GOES_ON = r"(?![府级团办处室席国会制令助杯的、])"
_HEADS_CLAUSE = r"(?<=[，,。；;：:！？!?\n])"


@cache
def _at_head() -> re.Pattern[str]:
    return re.compile(rf"{_HEADS_CLAUSE}{lexicon.alternation('offices')}{_GOES_ON}")


_JOINTS = re.compile("[、，,兼]")


@cache
def _offices_at_end(title: str) -> tuple[str, ...]:
    offices = lexicon.kinds("offices")
    return tuple(title[at:] for at in range(len(title)) if title[at:] in offices)


def holders(titles_of: dict[str, list[str]]) -> dict[str, str]:
    """Return office to name for each office that exactly one person of the article holds, from name to titles.

    A deputy or former holder shares the noun and makes it unclear whom the bare title means.
    """
    found: dict[str, set[str]] = {}
    for name, titles in titles_of.items():
        for title in (part for whole in titles for part in _JOINTS.split(whole)):
            for office in _offices_at_end(title):
                found.setdefault(office, set()).add(name if title == office else "")
    return {office: next(iter(names)) for office, names in found.items() if len(names) == 1 and "" not in names}


def bare_titles(text: str, start: int, end: int, held: dict[str, str]) -> Iterator[tuple[str, Span]]:
    """Yield name and place of every title of `held` that stands alone at the head of a clause."""
    for office, name in held.items():
        for at in finds(text, office, start, end):
            match = _at_head().match(text, at, end)
            if match and match.group() == office:
                yield name, match.span()

"""Words and patterns as data: TSV rows, each with an example that it must match.

A file's first column is the word, its last the example, what stands between says what kind of word it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a lexicon file; `kind` is empty where the file has no such column."""

    word: str
    kind: str
    example: str


@cache
def rows(name: str) -> tuple[Row, ...]:
    """Return the rows of `<name>.tsv`, in file order."""
    text = resources.files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(_rows(text.splitlines()[1:]))


def _rows(lines: Iterable[str]) -> Iterator[Row]:
    for line in lines:
        word, *kind, example = line.split("\t")
        yield Row(word, kind[0] if kind else "", example)


def names() -> tuple[str, ...]:
    """Return the names of all lexicon files, sorted."""
    files = (path.name for path in resources.files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".tsv") for name in files if name.endswith(".tsv")))


@cache
def words(name: str, *kinds: str) -> tuple[str, ...]:
    """Return the words of a file (of these kinds, when given), longest first so that alternations prefer them."""
    chosen = (row.word for row in rows(name) if not kinds or row.kind in kinds)
    return tuple(sorted(chosen, key=lambda word: (-len(word), word)))


@cache
def kinds(name: str) -> dict[str, str]:
    """Return word to kind."""
    return {row.word: row.kind for row in rows(name)}


def one_of(options: Iterable[str]) -> str:
    """Return a non-capturing alternation of literal words, the longest of those that fit first.

    Words that begin alike share their beginning, so that the engine tries it once and not once for each of them.
    """
    return "(?:" + "|".join(_branches(sorted(set(options), reverse=True))) + ")"


def _branches(words: list[str]) -> Iterator[str]:
    """Yield one pattern for each first letter of words in descending order, where a word stands behind its longer forms."""
    for first, alike in groupby(words, key=lambda word: word[:1]):
        rests = [word[1:] for word in alike]
        behind = list(_branches(rests)) if len(rests) > 1 else [re.escape(rests[0])]
        yield re.escape(first) + (behind[0] if len(behind) == 1 else "(?:" + "|".join(behind) + ")")


def tail_of(options: Iterable[str]) -> str:
    """Return the pattern of where a word may end, told by its last two characters: that of one which is passed quickly.

    Few characters end words of a kind, so that a search passes most places by at a glance. What is found need not be
    one of the words; `options` have two characters or more.
    """
    before: dict[str, set[str]] = {}
    for word in options:
        before.setdefault(word[-1], set()).add(word[-2])
    tails = (f"{last}(?<=[{''.join(sorted(found))}]{last})" for last, found in sorted(before.items()))
    return f"(?:{'|'.join(tails)})"


def head_of(options: Iterable[str]) -> str:
    """Return the pattern of where a word may begin, told by its first and second character, each on its own.

    A search for a character passes most places at a glance, where one for the words would try each of them.
    """
    words = tuple(options)
    firsts, seconds, single = (
        re.escape("".join(sorted({word[at] for word in chosen})))
        for at, chosen in ((0, words), (1, [w for w in words if len(w) > 1]), (0, [w for w in words if len(w) == 1]))
    )
    behind = [f"(?=[{seconds}])"] * bool(seconds) + [f"(?<=[{single}])"] * bool(single)
    return f"[{firsts}](?:{'|'.join(behind)})"


def headed(pattern: str, options: Iterable[str]) -> str:
    """Return the pattern of the first character of what another one finds, which begins with one of these words.

    Only the place is found: a named group of the other pattern tells how far it reaches from there.
    """
    return f"{head_of(options)}(?<=(?={pattern}).)"


# What follows where a modal begins a longer word: 应对, 应收尽收, 要求, 将军.
_NOT_BEFORE = {
    "应": "[对急用届邀]|.尽",
    "可": "[再持靠视]",
    "要": "[求素闻点]",
    "将": "[军士领]",
    "需": "[求]",
    "拟": "[议]",
    "愿": "[景望]",
    "计划": "[生单]",
}


@cache
def modals(*chosen: str) -> str:
    """Return the alternation of the modals, or of some, none of them the head of a longer word (应 is none in 应对)."""
    options = (
        re.escape(word) + (f"(?!{_NOT_BEFORE[word]})" if word in _NOT_BEFORE else "")
        for word in chosen or words("modals")
    )
    return "(?:" + "|".join(options) + ")"


@cache
def alternation(name: str, *kinds_wanted: str) -> str:
    """Return the alternation of a file's words, of these kinds when given."""
    return one_of(words(name, *kinds_wanted))

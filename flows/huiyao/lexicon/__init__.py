"""Words and patterns as data: TSV rows, each with an example that it must match.

A file's first column is the word, its last the example, what stands between says what kind of word it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources


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
    """Return a non-capturing alternation of literal words, longest first."""
    ordered = sorted(set(options), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in ordered) + ")"


def alternation(name: str, *kinds_wanted: str) -> str:
    """Return the alternation of a file's words, of these kinds when given."""
    return one_of(words(name, *kinds_wanted))

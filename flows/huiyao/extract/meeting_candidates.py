"""Candidates for meetings: the names of one article that may be a meeting, joined where they name the same one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from huiyao.extract import meeting_names as naming
from huiyao.extract.sentences import Span

_YEAR = re.compile(r"(?:19|20)\d\d")
_NOT_LETTERS = re.compile(r"[\s“”·•—\-]")


@dataclass(slots=True)
class Candidate:
    """A meeting in the making; `named` holds every place where it is named, with the sentence of each."""

    name: str
    noun: str
    next_edition: bool = False
    named: list[tuple[naming.Name, Span]] = field(default_factory=list)
    held: list[tuple[naming.Name, Span]] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)
    organizers: list[str] = field(default_factory=list)
    in_headline: bool = False
    reported: bool = False
    parent: str | None = None

    def absorb(self, other: Candidate) -> None:
        """Take over what is known under another name of the same meeting."""
        self.named += other.named
        self.held += other.held
        self.aliases |= other.aliases | {other.name}
        self.organizers += other.organizers
        self.in_headline |= other.in_headline
        self.reported |= other.reported


def merged(candidates: list[Candidate]) -> list[Candidate]:
    """Join the names of one meeting: a short form contained in a fuller name, or a subsequence of it."""
    kept: list[Candidate] = []
    for candidate in sorted(
        candidates, key=lambda each: (each.in_headline and not each.reported, -len(each.name), each.name)
    ):
        whole = next((other for other in kept if _same(candidate, other)), None)
        if whole:
            whole.absorb(candidate)
        else:
            kept.append(candidate)
    for candidate in kept:
        candidate.named.sort(key=lambda named: named[0].start)
    return kept


def _same(one: Candidate, other: Candidate) -> bool:
    if one.next_edition != other.next_edition or bool(naming.press_base(one.name)) != bool(
        naming.press_base(other.name)
    ):
        return False
    if _differ(naming.ordinal(one.name), naming.ordinal(other.name)):
        return False
    if _differ(*(frozenset(_YEAR.findall(each.name)) or None for each in (one, other))):
        return False
    a, b = sorted((_letters(one.name), _letters(other.name)), key=len)
    return a in b or (len(a) >= 5 and a[-2:] == b[-2:] and a[:2] == b[:2] and is_subsequence(a, b))


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _letters(name: str) -> str:
    return _NOT_LETTERS.sub("", name)


def is_subsequence(short: str, full: str) -> bool:
    """Whether all characters of the one stand in the other in the same order."""
    rest = iter(full)
    return all(char in rest for char in short)

"""The persons of an article, and where each is mentioned."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from huiyao.extract.positions import Position
from huiyao.extract.sentences import Span


@dataclass(slots=True)
class Person:
    """A person of one article. `named_at` is the mention that gives the positions (or the first one)."""

    name: str
    named_at: Span
    positions: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a person is named; `start` includes the positions in front, `end` a title or honorific behind."""

    name: str
    start: int
    name_start: int
    name_end: int
    end: int


@dataclass(slots=True)
class People:
    """The persons of an article by name, and their mentions in the order of the text."""

    persons: dict[str, Person] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    located: int = 0  # how many persons the mentions are of
    _starts: list[int] = field(default_factory=list)  # where the names of the mentions begin

    def add(self, name: str, at: Span, positions: tuple[Position, ...]) -> None:
        """Note a person; the first mention with positions, or later the one with more, gives the positions."""
        known = self.persons.get(name)
        if known is None:
            self.persons[name] = Person(name, at, positions)
        elif len(_spelled(positions)) > len(_spelled(known.positions)):
            known.positions, known.named_at = positions, at

    def mention(self, places: Iterable[Mention]) -> None:
        """Take these for the places where the persons are mentioned."""
        self.mentions = sorted(places, key=attrgetter("name_start"))
        self._starts = [mention.name_start for mention in self.mentions]

    def within(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that lie in `[start, end)`."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        if first == last:
            return []
        return [mention for mention in self.mentions[first:last] if mention.name_end <= end]


def _spelled(positions: tuple[Position, ...]) -> str:
    return "".join(position.text for position in positions)

"""Which names may stand for meetings of one series: by the aliases of any article, or by one name shortening another.

Names are compared by their stems. What is learned here only says that two names may be forms of one; date, ordinal and
place decide whether two meetings are one (`huiyao.resolve.cluster`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from huiyao.resolve.mentions import Mention
from huiyao.resolve.naming import Naming, is_part_of, naming, shortens
from huiyao.resolve.unions import Unions

_HEAD, _TAIL = 2, 4  # first and last characters that a shortened name shares with the full one
_SHORTEST = 8  # characters that a shortened name has at least
_MOST_ALIKE = 40  # names of one day that begin and end alike; more are too many to tell apart

_Edition = tuple[tuple[int, ...], str]  # numbers and year


class Forms:
    """Which stems are forms of which: families of stems, and the pairs that stand for each other directly."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        """Learn from the aliases of all mentions, from the names of each day, and of each number in a year."""
        self._families: Unions[str] = Unions()
        self._direct: dict[str, set[str]] = defaultdict(set)
        days: dict[str, dict[str, Naming]] = defaultdict(dict)
        editions: dict[_Edition, dict[str, Naming]] = defaultdict(dict)
        for mention in mentions:
            for alias in _short_forms(mention):
                self._learn(mention.naming.stem, alias.stem)
            stem = mention.naming.stem
            if mention.meeting.date is not None and not mention.nameless:
                days[mention.meeting.date][stem] = naming(stem)
            if mention.edition and not mention.nameless:
                editions[mention.numbers, (mention.date or mention.published or "")[:4]][stem] = naming(stem)
        for names in days.values():
            self._learn_all(_shortened(names))
        for names in [*days.values(), *editions.values()]:
            self._learn_all(_tails(names))

    def family(self, stem: str) -> str:
        """Return the representative of the stem's family."""
        return self._families.find(stem)

    def related(self, a: str, b: str) -> bool:
        """Return whether two stems of one family may stand for one meeting.

        They do where an article uses both for one meeting, where one shortens the other, or where both do so with a
        third name that stands for itself.
        """
        if a == b or b in self._direct[a]:
            return True
        return any(naming(form).telling for form in self._direct[a] & self._direct[b])

    def _learn_all(self, pairs: Iterable[tuple[str, str]]) -> None:
        for a, b in pairs:
            self._learn(a, b)

    def _learn(self, a: str, b: str) -> None:
        self._families.join((a, b))
        self._direct[a].add(b)
        self._direct[b].add(a)


def _short_forms(mention: Mention) -> Iterator[Naming]:
    """Yield the names by which the article calls it that say enough to stand for it in another article.

    Of a name's tail (宪法宣誓仪式 of 云州市人大常委会宪法宣誓仪式) only a long one does; the name of the meeting of
    which it is a part does not.
    """
    name = mention.naming
    for text in (mention.meeting.name, *mention.meeting.aliases):
        alias = naming(text)
        if not alias.bare and not is_part_of(name, alias) and not is_part_of(alias, name) and _is_form(alias, name):
            yield alias


def _is_form(alias: Naming, name: Naming) -> bool:
    short, full = sorted((alias, name), key=lambda each: len(each.stem))
    if full.stem.endswith(short.stem):
        return short.stem == full.stem or short.telling
    return short is alias  # a longer alias that does not end like the name is another meeting's


def _tails(names: Mapping[str, Naming]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names of which the first is a tail of the second that tells enough."""
    for full in names:
        for cut in range(1, len(full) - _SHORTEST + 1):
            tail = names.get(full[cut:])
            if tail is not None and tail.telling:
                yield tail.stem, full


def _shortened(names: Mapping[str, Naming]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names of one day of which the first shortens the second from within."""
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for stem in names:
        if len(stem) >= _SHORTEST:
            alike[stem[:_HEAD], stem[-_TAIL:]].append(stem)
    for group in alike.values():
        if len(group) <= _MOST_ALIKE:
            pairs = combinations(sorted(group, key=lambda stem: (len(stem), stem)), 2)
            yield from ((short, full) for short, full in pairs if _leaves_out(short, full))


def _leaves_out(short: str, full: str) -> bool:
    return shortens(short, full) and not is_part_of(naming(full), naming(short))

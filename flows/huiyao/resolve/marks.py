"""What is compared of a meeting: its stem, numbers, date and place; and when two of them agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from huiyao.resolve.edtf import compatible, is_day, span, years
from huiyao.resolve.episodes import Episodes
from huiyao.resolve.mentions import Mention, place_of, places_agree

_WINDOW = 10  # days between an article and a meeting, or between two articles, where no date is given


class Mark(NamedTuple):
    """What keeps meetings apart.

    `date` is EDTF; `seen` is the day (ordinal) of the article, only of a meeting without date whose name is long
    enough to stand for it; `edition` says that the last number is that of the meeting itself.
    """

    stem: str
    numbers: tuple[int, ...]
    edition: bool
    date: str | None
    place: str | None
    seen: int | None

    @classmethod
    def of(cls, cluster: Sequence[Mention], episodes: Episodes | None = None) -> Mark:
        """Return the mark of mentions of one article, with the days over which its meeting goes on."""
        first = cluster[0]
        date = episodes.date(cluster) if episodes else next((each.date for each in cluster if each.date), None)
        seen = seen_from(first) if date is None and episodes and not episodes.often else None
        edition = any(mention.edition for mention in cluster)
        return cls(first.naming.stem, first.numbers, edition, date, place_of(cluster), seen)


def seen_from(mention: Mention) -> int | None:
    """Return the day of the article (ordinal) where it gives no date and the name is long enough to stand for itself."""
    days = span(mention.published)
    alone = mention.date is None and mention.naming.telling and mention.meeting.kind != "press"
    return days[0] if alone and days and days[0] == days[1] else None


def agree_within_article(a: Mark, b: Mark) -> bool:
    """Return whether two mentions of one name in one article may be one meeting."""
    return places_agree(a.place, b.place) and compatible(a.date, b.date)


def agree(a: Mark, b: Mark) -> bool:
    """Return whether meetings of two articles may be one: numbers, places and dates agree, and something says when."""
    return places_agree(a.place, b.place) and _numbers_agree(a.numbers, b.numbers) and _dates_agree(a, b)


def _numbers_agree(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    """Equal, or one leaves out what the other says: 第三十九次主席会议 is 第十四届…第三十九次主席会议."""
    short, full = sorted((a, b), key=len)
    return full[len(full) - len(short) :] == short


def _dates_agree(a: Mark, b: Mark) -> bool:
    if a.date is not None and b.date is not None:
        return compatible(a.date, b.date)  # days of one meeting have become one stretch before
    if a.edition and b.edition and a.numbers == b.numbers:
        return True
    one, other = _when(a), _when(b)
    # One event of a series that goes from town to town is told by its place.
    return (
        a.place == b.place
        and one is not None
        and other is not None
        and one[0] <= other[1] + _WINDOW
        and other[0] <= one[1] + _WINDOW
    )


def _when(mark: Mark) -> tuple[int, int] | None:
    return span(mark.date) if mark.date is not None else (mark.seen, mark.seen) if mark.seen is not None else None


def comparable(marks: Collection[Mark], within_article: bool = False) -> Iterator[tuple[Mark, Mark]]:
    """Yield all pairs that can agree, some of them twice.

    To stay cheap, days are compared with the same day only, other dates with those of the same years, and what has no
    date with what has the same numbers or was seen in the same years. An article has so few that all are compared.
    """
    if within_article:
        yield from combinations(marks, 2)
        return
    days: dict[str | None, list[Mark]] = defaultdict(list)
    shelves: dict[object, list[Mark]] = defaultdict(list)
    vague = [mark for mark in marks if not is_day(mark.date)]
    for mark in marks:
        if is_day(mark.date):
            days[mark.date].append(mark)
        for shelf in _shelves(mark):
            shelves[shelf].append(mark)
    for same in days.values():
        yield from combinations(same, 2)
    for mark in vague:
        touched = _shelves(mark)
        if None in touched:  # a date of an unknown year
            touched = {shelf for shelf in shelves if not isinstance(shelf, tuple)}
        yield from ((mark, other) for shelf in touched | {None} for other in shelves.get(shelf, ()))


def _shelves(mark: Mark) -> set[object]:
    """Return the years that the mark touches (None for an unknown one), and its numbers."""
    found: set[object] = {("number", mark.numbers)} if mark.edition else set()
    if mark.date is not None:
        return found | years(mark.date)
    if mark.seen is not None:
        found |= {_year(mark.seen - _WINDOW), _year(mark.seen + _WINDOW)}
    return found


def _year(day: int) -> int:
    return date.fromordinal(day).year

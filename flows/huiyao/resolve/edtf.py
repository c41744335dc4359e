"""Partial dates (EDTF level 1) compared: which may be one date, which says more, which is a day.

The rules follow ISO 8601-2 level 1 as far as `huiyao.schema.tables.EDTF_PATTERN` admits it.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

Parts = tuple[int | None, int | None, int | None]
"""Year, month and day; None where unknown."""


@lru_cache(maxsize=2**16)  # a series compares the same dates again and again
def ends(edtf: str) -> tuple[Parts, Parts]:
    """Return the first and the last date of an interval; for a plain date, that date twice."""
    first, _, last = edtf.partition("/")
    return _parts(first), _parts(last or first)


def exactness(edtf: str | None) -> int:
    """Return how many parts (year, month, day, of both ends) are known; 0 for None."""
    if edtf is None:
        return 0
    first, last = ends(edtf)
    return len(_known(first)) + (len(_known(last)) if "/" in edtf else 0)


def is_day(edtf: str | None) -> bool:
    """Return whether it is one day, known in full."""
    return edtf is not None and "/" not in edtf and exactness(edtf) == 3


def years(edtf: str | None) -> set[int | None]:
    """Return every year that the date touches; None among them where a year is unknown."""
    if edtf is None:
        return {None}
    (first, *_), (last, *_) = ends(edtf)
    return {first, last} if first is None or last is None else set(range(first, last + 1))


def compatible(a: str | None, b: str | None) -> bool:
    """Return whether two dates may be those of one event: equal, one less exact, or one within the other's interval.

    Two dates of which neither says all that the other says (2024 and XXXX-05-23) are not: in doubt, apart.
    """
    if a is None or b is None or a == b:
        return True
    (a_first, a_last), (b_first, b_last) = ends(a), ends(b)
    if "/" in a and "/" in b:
        return _within(a_first, b_first, b_first) and _within(a_last, b_last, b_last)
    if "/" in a:
        return _within(b_first, a_first, a_last)
    return _within(a_first, b_first, b_last)


def span(edtf: str | None) -> tuple[int, int] | None:
    """Return the first and last day as proleptic ordinals; None unless both are known and in the calendar."""
    first, last = days(edtf)
    return (first.toordinal(), last.toordinal()) if first and last and first <= last else None


def from_span(first: int, last: int) -> str:
    """Return the EDTF date of these days: one day, or an interval."""
    ends = [date.fromordinal(day).isoformat() for day in (first, last)]
    return ends[0] if first == last else "/".join(ends)


def days(edtf: str | None) -> tuple[date | None, date | None]:
    """Return the first and last day, each None unless it is known and in the calendar."""
    if edtf is None:
        return None, None
    first, last = ends(edtf)
    return _day(first), _day(last)


def _parts(text: str) -> Parts:
    year, month, day = ([int(part) if part.isdecimal() else None for part in text.split("-")] + [None, None])[:3]
    return year, month, day


def _day(parts: Parts) -> date | None:
    year, month, day = parts
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:  # 2023-02-30 fits the pattern
        return None


def _within(one: Parts, first: Parts, last: Parts) -> bool:
    """Compare what both sides know, provided that one of them knows all that the other does."""
    known, bound = _known(one), _known(first) & _known(last)
    if not (known <= bound or bound <= known):
        return False
    shared = sorted(known & bound)
    low, middle, high = ([parts[i] or 0 for i in shared] for parts in (first, one, last))
    return low <= middle <= high


def _known(parts: Parts) -> set[int]:
    return {i for i, part in enumerate(parts) if part is not None}

"""Editions of a series: one string for the series, and the edition before and after each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from huiyao.resolve.cluster import Cluster
from huiyao.resolve.naming import folded, naming, without_edition
from huiyao.resolve.unions import Unions
from huiyao.schema.records import Row

_Rank = tuple[Any, ...]


def with_editions(rows: Iterable[Row], named: Mapping[str, Cluster]) -> list[Row]:
    """Return the rows with one `series` for all editions, and the previous and next edition of each."""
    described = _with_one_series(list(rows), named)
    by_series: dict[str, list[Row]] = defaultdict(list)
    for row in described:
        if row["series"] is not None and not naming(row["series"]).bare:
            by_series[row["series"]].append(row)
    before: dict[str, str] = {}
    for editions in by_series.values():
        for chain in _chains(editions, named):
            before |= {later["meeting_id"]: earlier["meeting_id"] for earlier, later in pairwise(chain)}
    after = {earlier: later for later, earlier in before.items()}
    return [
        row | {"previous_meeting_id": before.get(row["meeting_id"]), "next_meeting_id": after.get(row["meeting_id"])}
        for row in described
    ]


def _with_one_series(rows: list[Row], named: Mapping[str, Cluster]) -> list[Row]:
    """Give all names of one meeting's series, and of the series that it is joined with by them, the same string."""
    same: Unions[str] = Unions()
    spelled: Counter[str] = Counter()
    for row in rows:
        series = _series_of(named[row["meeting_id"]])
        same.join(map(folded, series))
        spelled.update(series)
    best: dict[str, str] = {}
    for name in sorted(spelled, key=lambda name: (-spelled[name], -len(name), name)):
        best.setdefault(same.find(folded(name)), name)
    return [row | {"series": _chosen(_series_of(named[row["meeting_id"]]), same, best)} for row in rows]


def _series_of(cluster: Cluster) -> list[str]:
    """Return the series as the articles spell it, without 十四届 or any other number that is left in it."""
    found = {without_edition(mention.meeting.series) for mention in cluster if mention.meeting.series}
    told = [series for series in found if not naming(series).bare]
    return sorted(told or found)


def _chosen(series: list[str], same: Unions[str], best: Mapping[str, str]) -> str | None:
    return best[same.find(folded(series[0]))] if series else None


def _chains(editions: list[Row], named: Mapping[str, Cluster]) -> list[list[Row]]:
    """Return the editions in order: one row of them by date where all have one and the numbers agree with it.

    Else those with numbers by number, and those with nothing but a date by date.
    """
    dated = sorted((row for row in editions if row["start_date"]), key=_by_date)
    numbers = {row["meeting_id"]: _numbers(named[row["meeting_id"]]) for row in editions}
    known = [numbers[row["meeting_id"]] for row in dated if numbers[row["meeting_id"]]]
    if len(dated) == len(editions) and known == sorted(known):
        return [dated]
    numbered = [row for row in editions if numbers[row["meeting_id"]]]
    only_dated = [row for row in dated if not numbers[row["meeting_id"]]]
    return [sorted(numbered, key=lambda row: (numbers[row["meeting_id"]], *_by_date(row))), only_dated]


def _by_date(row: Row) -> _Rank:
    return str(row["start_date"] or "~"), str(row["end_date"] or "~"), row["meeting_id"]


def _numbers(cluster: Cluster) -> tuple[int, ...]:
    """Return the fullest numbers of an edition; none where its numbers are those of the body that meets."""
    known = [mention.numbers for mention in cluster if mention.edition]
    return max(known, key=lambda numbers: (len(numbers), numbers), default=())

"""Meetings within a meeting, over all articles: press conferences, sub-forums, one of a series of forums."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from huiyao.resolve.cluster import Cluster
from huiyao.resolve.edtf import span
from huiyao.resolve.marks import Mark
from huiyao.resolve.naming import is_part_of, naming
from huiyao.schema.records import Row

_SHORTEST = 4  # characters of a parent's name
_NEAR = 200  # days between a meeting and its press conference or preparation

_ByName = Mapping[str, list[str]]


def with_parents(rows: Iterable[Row], named: Mapping[str, Cluster]) -> list[Row]:
    """Return the rows with `parent_meeting_id` also where another article reports the parent.

    The parent's name is the beginning of the part's name or one of its aliases. Of several editions it is the one
    with the part's number, or else that of the nearest date; in doubt none. What an article says itself goes first.
    """
    known = list(rows)
    by_name: dict[str, list[str]] = defaultdict(list)
    for meeting_id, cluster in named.items():
        for plain in {mention.naming.plain for mention in cluster if not mention.naming.bare}:
            by_name[plain].append(meeting_id)
    return _without_cycles([_with_parent(row, named, by_name) for row in known])


def _with_parent(row: Row, named: Mapping[str, Cluster], by_name: _ByName) -> Row:
    if row["parent_meeting_id"] is not None:
        return row
    cluster = named[row["meeting_id"]]
    for name in sorted(_names_of_wholes(cluster, by_name), key=lambda name: (-len(name), name)):
        found = {each: named[each] for each in by_name[name] if each != row["meeting_id"]}
        if fitting := _fitting(cluster, found):
            return row | {"parent_meeting_id": fitting}
    return row


def _names_of_wholes(cluster: Cluster, by_name: _ByName) -> set[str]:
    """Return the names, folded, of meetings of which this one is a part, as far as there are meetings of that name."""
    found: set[str] = set()
    for mention in cluster:
        name = naming(mention.meeting.name)
        names = {name.plain[:end] for end in range(_SHORTEST, len(name.plain))}
        names |= {naming(alias).plain for alias in mention.meeting.aliases}
        found |= {each for each in names if each in by_name and is_part_of(name, naming(each))}
    return found


def _fitting(part: Cluster, wholes: Mapping[str, Cluster]) -> str | None:
    """Return the id of the one whole that fits best, or None where none or several do."""
    distances = {each: _distance(Mark.of(part), Mark.of(whole)) for each, whole in wholes.items()}
    possible = {each: distance for each, distance in distances.items() if distance is not None}
    nearest = [each for each, distance in possible.items() if distance == min(possible.values())]
    return nearest[0] if len(nearest) == 1 else None


def _distance(part: Mark, whole: Mark) -> int | None:
    """Return the days between the two, 0 where the whole has a number of its own; None where they cannot be one's."""
    if whole.edition:
        return 0  # the name with its number stands in that of the part
    one, other = span(part.date), span(whole.date)
    if one is None or other is None:
        return None
    days = max(one[0] - other[1], other[0] - one[1], 0)
    return days if days <= _NEAR else None


def _without_cycles(rows: list[Row]) -> list[Row]:
    """Return the rows without parents that are parts of their own parts."""
    parents = {row["meeting_id"]: row["parent_meeting_id"] for row in rows}
    return [row | {"parent_meeting_id": None} if row["meeting_id"] in _above(row, parents) else row for row in rows]


def _above(row: Row, parents: Mapping[str, str | None]) -> Iterator[str]:
    seen: set[str] = set()
    above = parents[row["meeting_id"]]
    while above is not None and above not in seen:
        seen.add(above)
        yield above
        above = parents.get(above)

"""Which ids of an earlier release stand for the same records under another id in a later one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from huiyao.schema.records import Row


def replacements(old: Mapping[str, Iterable[Row]], new: Mapping[str, Iterable[Row]]) -> dict[str, str]:
    """Return old id to new id, for each id that is gone because its record turned out to be one with another.

    `old` and `new` are the tables of two releases. A record is recognized by where it stands: meetings and speakers by
    their evidence, persons by that of their speakers, organizations by their names, positions by name, title
    and article. A record that is gone altogether, as its articles are, has no replacement. Where the parts of an old
    record have gone different ways, the most of them tell; of equals the first id.
    """
    found = _matched(_places(old["meetings"], "meeting_id"), _places(new["meetings"], "meeting_id"))
    speakers = _places(old["speakers"], "speaker_id"), _places(new["speakers"], "speaker_id")
    persons = _places(old["speakers"], "person_id"), _places(new["speakers"], "person_id")
    found |= _matched(*speakers) | _matched(*persons)
    found |= _matched(_names(old["organizations"]), _names(new["organizations"]))
    return found | _matched(_held(old["positions"]), _held(new["positions"]))


_Marks = dict[str, set[str]]
"""What each record is recognized by."""


def _places(rows: Iterable[Row], key: str) -> _Marks:
    marks: _Marks = defaultdict(set)
    for row in rows:
        names = [row["name"], *row.get("aliases", [])]
        # Of two mentions in one article that become one, only the first is evidence; the name of each is kept.
        marks[row[key]].update(f"{article_id} {name}" for article_id in row["article_ids"] for name in names)
        marks[row[key]].update(f"{place} {row['name'] if key != 'meeting_id' else ''}" for place in row["evidence"])
    return marks


def _names(rows: Iterable[Row]) -> _Marks:
    return {row["organization_id"]: {row["name"], *row["aliases"]} for row in rows}


def _held(rows: Iterable[Row]) -> _Marks:
    """Return who holds which title in which article, with and without the organization, whose name may change."""
    marks: _Marks = defaultdict(set)
    for row in rows:
        said = [f"{article_id} {row['name']} {row['title']}" for article_id in row["article_ids"]]
        marks[row["position_id"]].update(said, (f"{each} {row['organization']}" for each in said))
    return marks


def _matched(old: _Marks, new: _Marks) -> dict[str, str]:
    """Return for each old id that is gone the new one that shares most of what it is recognized by."""
    owners: dict[str, list[str]] = defaultdict(list)
    for key, marks in new.items():
        for mark in marks:
            owners[mark].append(key)
    found: dict[str, str] = {}
    for key in old.keys() - new.keys():
        shared = Counter(owner for mark in old[key] for owner in owners.get(mark, ()))
        if shared:
            found[key] = min(shared, key=lambda owner: (-shared[owner], owner))
    return found

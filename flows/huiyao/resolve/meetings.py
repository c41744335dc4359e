"""Rows of the table `meetings`, and the meeting that a name stands for in an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from huiyao.resolve.cluster import Cluster, identified
from huiyao.resolve.editions import with_editions
from huiyao.resolve.edtf import days
from huiyao.resolve.episodes import joint_date
from huiyao.resolve.identity import Key, with_ids
from huiyao.resolve.mentions import Mention, age
from huiyao.resolve.naming import folded, naming
from huiyao.resolve.organizations import Organizations
from huiyao.resolve.overrides import Overrides
from huiyao.resolve.parents import with_parents
from huiyao.resolve.reviewed import corrected
from huiyao.schema.records import Meeting, Row, Speaker, stable_id

_FIRST_KNOWN = ("series", "ordinal", "kind", "theme", "place", "venue")


@dataclass(frozen=True, slots=True)
class Names:
    """Which meeting a name stands for in each article."""

    _ids: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    _primary: set[tuple[str, str]] = field(default_factory=set)

    def add(self, mention: Mention, meeting_id: str) -> None:
        """Record that the mention's name and aliases stand for the meeting in its article."""
        for name in (mention.meeting.name, *mention.meeting.aliases):
            self._ids.setdefault((mention.article_id, folded(name)), set()).add(meeting_id)
        if mention.meeting.primary:
            self._primary.add((mention.article_id, meeting_id))

    def lookup(self, article_id: str, name: str | None) -> str | None:
        """Return the meeting's id; None where no name is given or it stands for two meetings, neither the main one.

        A name that stands for no meeting gives an id that is in no table, so that the check of references shows it.
        """
        if name is None:
            return None
        found = self._ids.get((article_id, folded(name)), set())
        if not found:
            return stable_id("m", article_id, "unknown name", name)
        main = {meeting_id for meeting_id in found if (article_id, meeting_id) in self._primary}
        clear = main or found
        return min(clear) if len(clear) == 1 else None

    def parent(self, article_id: str, name: str | None, child: str) -> str | None:
        """Return the id of the parent meeting where the article reports it; a meeting is not its own parent."""
        if name is None or (article_id, folded(name)) not in self._ids:
            return None
        found = self.lookup(article_id, name)
        return None if found == child else found


def meeting_rows(named: Mapping[str, Cluster], known: Organizations, overrides: Overrides) -> tuple[list[Row], Names]:
    """Return one row for each meeting over all articles, and the names by which articles call them."""
    names = Names()
    for meeting_id, cluster in named.items():
        for mention in cluster:
            names.add(mention, meeting_id)
    rows = [_row(meeting_id, cluster, names, known) for meeting_id, cluster in named.items()]
    rows = corrected("meetings", rows, overrides)  # what is corrected counts for the order of the editions
    return with_editions(with_parents(rows, named), named), names


def meetings_by_id(found: Iterable[Cluster]) -> dict[str, Cluster]:
    """Return the clusters by `meeting_id`."""
    return with_ids("m", found, lambda cluster: age(_founder(cluster)), natural_keys)


def natural_keys(cluster: Cluster) -> list[Key]:
    """Return what an id can be made from: name and edition, name and date, with the place; last, where it stands."""
    founder = _founder(cluster)
    meeting = founder.meeting
    name, ordinal, place = folded(meeting.name), meeting.ordinal, meeting.place
    keys: list[Key] = [(name, ordinal)] if ordinal is not None else []
    if meeting.date is not None:
        keys += [(name, ordinal, meeting.date), (name, ordinal, meeting.date, place)]
    own = (name, ordinal, meeting.date, place, founder.evidence)
    return [own] if founder.nameless else [*keys, own]


def _founder(cluster: Cluster) -> Mention:
    """Return the mention of the oldest article; of its mentions one that is told apart by name and date, if any is."""
    oldest = min(cluster, key=age).article_id
    return min(cluster, key=lambda each: (each.article_id != oldest, not identified((each,)), *age(each)))


def _row(meeting_id: str, cluster: Cluster, names: Names, known: Organizations) -> Row:
    meetings = [mention.meeting for mention in cluster]
    name = _fullest([meeting.name for meeting in meetings])
    organizers = _union([meeting.organizers for meeting in meetings])
    date = joint_date(cluster)
    start_date, end_date = days(date)
    parents = (names.parent(mention.article_id, mention.meeting.parent, meeting_id) for mention in cluster)
    return {
        "meeting_id": meeting_id,
        "name": name,
        "aliases": _union([(m.name, *m.aliases) for m in meetings], without=name),
        "date": date,
        "start_date": start_date,
        "end_date": end_date,
        "status": "held" if any(m.status == "held" for m in meetings) else "upcoming",
        "organizers": organizers,
        "organizer_ids": sorted({found for each in organizers if (found := known.lookup(each))}),
        "attendance_min": max((m.attendance_min for m in meetings if m.attendance_min is not None), default=None),
        "parent_meeting_id": next((parent for parent in parents if parent), None),
        "previous_meeting_id": None,
        "next_meeting_id": None,
        "article_ids": sorted({mention.article_id for mention in cluster}),
        "evidence": first_evidence(cluster),
        **surest(meetings),
    } | {column: _first(cluster, column) for column in _FIRST_KNOWN}


def _fullest(names: Sequence[str]) -> str:
    """Return the longest name, number and year not counted, but none that only adds words in front of one that more articles give.

    预祝云州论坛 is what one article makes of a sentence in which 云州论坛 stands.
    """
    counts = Counter(names)
    kept = [n for n in counts if not any(n != m and n.endswith(m) and counts[m] > counts[n] for m in counts)]
    return min(kept, key=lambda name: (-len(naming(name).stem), -len(name), name))


def surest(records: Iterable[Meeting | Speaker]) -> Row:
    """Return rule and confidence of the record, of those that are joined, whose rule is right most often."""
    best = min(records, key=lambda record: (-record.confidence, record.rule))
    return {"rule": best.rule, "confidence": best.confidence}


def first_evidence(cluster: Iterable[Mention]) -> list[str]:
    """Return for each article where the meeting is named first, sorted."""
    found: dict[str, Mention] = {}
    for mention in sorted(cluster, key=lambda mention: (mention.article_id, mention.meeting.start)):
        found.setdefault(mention.article_id, mention)
    return sorted(mention.evidence for mention in found.values())


def _first(cluster: Cluster, attribute: str) -> Any:
    values = (getattr(mention.meeting, attribute) for mention in cluster)
    return next((value for value in values if value is not None), None)


def _union(groups: Iterable[tuple[str, ...]], without: str | None = None) -> list[str]:
    return sorted({member for group in groups for member in group} - {without})

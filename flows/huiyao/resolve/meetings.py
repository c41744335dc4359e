"""Rows of the table `meetings`, and the meeting that a name stands for in an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from huiyao.resolve.cluster import Block, Cluster, Mention, clusters, identified, normalized_name
from huiyao.resolve.edtf import days
from huiyao.schema.records import Article, Extraction, Meeting, Row, Speaker, stable_id

_FIRST_KNOWN = ("series", "kind", "theme", "place", "venue")


@dataclass(frozen=True, slots=True)
class Names:
    """Which meeting a name stands for in each article."""

    _ids: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    _primary: set[tuple[str, str]] = field(default_factory=set)

    def add(self, mention: Mention, meeting_id: str) -> None:
        """Record that the mention's name and aliases stand for the meeting in its article."""
        for name in (mention.meeting.name, *mention.meeting.aliases):
            self._ids.setdefault((mention.article_id, normalized_name(name)), set()).add(meeting_id)
        if mention.meeting.primary:
            self._primary.add((mention.article_id, meeting_id))

    def lookup(self, article_id: str, name: str | None) -> str | None:
        """Return the meeting's id; None where no name is given or it stands for two meetings, neither the main one.

        A name that stands for no meeting gives an id that is in no table, so that the check of references shows it.
        """
        if name is None:
            return None
        found = self._ids.get((article_id, normalized_name(name)), set())
        if not found:
            return stable_id("m", article_id, "unknown name", name)
        main = {meeting_id for meeting_id in found if (article_id, meeting_id) in self._primary}
        clear = main or found
        return min(clear) if len(clear) == 1 else None

    def parent(self, article_id: str, name: str | None, child: str) -> str | None:
        """Return the id of the parent meeting where the article reports it; a meeting is not its own parent."""
        if name is None or (article_id, normalized_name(name)) not in self._ids:
            return None
        found = self.lookup(article_id, name)
        return None if found == child else found


def meeting_rows(articles: Sequence[Article], extractions: Mapping[str, Extraction]) -> tuple[list[Row], Names]:
    """Return one row for each meeting over all articles, and the names by which articles call them."""
    mentions = (Mention(a.article_id, m) for a in articles for m in extractions[a.article_id].meetings)
    named = _with_ids(clusters(mentions))
    names = Names()
    for meeting_id, cluster in named.items():
        for mention in cluster:
            names.add(mention, meeting_id)
    return [_row(meeting_id, cluster, names) for meeting_id, cluster in named.items()], names


def _with_ids(blocks: Mapping[Block, list[Cluster]]) -> dict[str, Cluster]:
    """Give each cluster the id made from the fewest natural parts that single it out within its block."""
    named: dict[str, Cluster] = {}
    for block, found in blocks.items():
        candidates = [_natural_keys(block, cluster) for cluster in found]
        taken = Counter(key for keys in candidates for key in keys)
        for keys, cluster in zip(candidates, found, strict=True):
            key = next((key for key in keys if taken[key] == 1), keys[-1])
            named[stable_id("m", *key)] = cluster
    return named


def _natural_keys(block: Block, cluster: Cluster) -> list[tuple[object, ...]]:
    first = cluster[0]
    name, ordinal = block
    place = _first(cluster, "place")
    date = first.meeting.date
    keys: list[tuple[object, ...]] = [(name, ordinal)] if ordinal is not None else []
    if date is not None:
        keys += [(name, ordinal, date), (name, ordinal, date, place)]
    own = (name, ordinal, date, place, first.evidence)
    return [*keys, own] if identified(cluster) else [own]


def _row(meeting_id: str, cluster: Cluster, names: Names) -> Row:
    first = cluster[0]
    meetings = [mention.meeting for mention in cluster]
    name = min((meeting.name for meeting in meetings), key=lambda name: (-len(name), name))
    start_date, end_date = days(first.meeting.date)
    parents = (names.parent(mention.article_id, mention.meeting.parent, meeting_id) for mention in cluster)
    return {
        "meeting_id": meeting_id,
        "name": name,
        "aliases": _union([(m.name, *m.aliases) for m in meetings], without=name),
        "ordinal": first.meeting.ordinal,
        "date": first.meeting.date,
        "start_date": start_date,
        "end_date": end_date,
        "status": "held" if any(m.status == "held" for m in meetings) else "upcoming",
        "organizers": _union([m.organizers for m in meetings]),
        "attendance_min": max((m.attendance_min for m in meetings if m.attendance_min is not None), default=None),
        "parent_meeting_id": next((parent for parent in parents if parent), None),
        "article_ids": sorted({mention.article_id for mention in cluster}),
        "evidence": first_evidence(cluster),
        **surest(meetings),
    } | {column: _first(cluster, column) for column in _FIRST_KNOWN}


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

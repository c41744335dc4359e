"""Mentions of meetings that are one meeting: joined by name and ordinal, kept apart by date and place.

The rules do not look at the order of the mentions, so that the order of ingest does not matter.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from huiyao.resolve.edtf import compatible, exactness, is_day, years
from huiyao.schema.records import Meeting

_IGNORED = re.compile(r"[\s“”‘’\"'「」『』〝〞]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A meeting as one article reports it."""

    article_id: str
    meeting: Meeting

    @property
    def evidence(self) -> str:
        """Where its name stands."""
        return f"{self.article_id}:{self.meeting.start}-{self.meeting.end}"


Cluster = tuple[Mention, ...]
"""Mentions of one meeting, the most exact date first, then by article and place in the text."""
Block = tuple[str, int | None]
"""What all mentions of one meeting share: normalized name and ordinal."""
_Mark = tuple[str | None, str | None]  # date and place: what keeps meetings of one block apart


def normalized_name(name: str) -> str:
    """Return the name in NFKC without white space and quotation marks, for comparison only."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", name))


def clusters(mentions: Iterable[Mention]) -> dict[Block, list[Cluster]]:
    """Return the clusters of mentions, each one meeting, by block.

    Within an article, mentions of a block join where date and place agree. Across articles they do so only when
    something identifies them: an ordinal, or a date and more of a name than its bare noun (座谈会).
    """
    blocks: dict[Block, dict[str, list[Cluster]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        key = normalized_name(mention.meeting.name), mention.meeting.ordinal
        blocks[key][mention.article_id].append((mention,))
    return {key: _joined(articles.values()) for key, articles in blocks.items()}


def _joined(articles: Iterable[list[Cluster]]) -> list[Cluster]:
    local = [cluster for article in articles for cluster in _join(article)]
    alone = [cluster for cluster in local if not identified(cluster)]
    return alone + _join([cluster for cluster in local if identified(cluster)])


def identified(cluster: Cluster) -> bool:
    """Return whether something tells this meeting from others outside its articles."""
    meeting = cluster[0].meeting
    bare = meeting.kind is not None and normalized_name(meeting.name) == meeting.kind
    return meeting.ordinal is not None or (meeting.date is not None and not bare)


def _join(parts: Sequence[Cluster]) -> list[Cluster]:
    """Join what agrees. What agrees with two that contradict each other is in doubt and stays apart.

    Without the doubtful ones, agreement is transitive: each mark stands with all the marks that agree with it.
    """
    by_mark: dict[_Mark, list[Cluster]] = defaultdict(list)
    for part in parts:
        by_mark[_mark(part)].append(part)
    near = _neighbours(by_mark)
    doubtful = {mark for mark, others in near.items() if any(not _agree(a, b) for a, b in combinations(others, 2))}
    joined = [part for mark in doubtful for part in by_mark[mark]]
    left = by_mark.keys() - doubtful
    while left:
        mark = left.pop()
        together = {mark} | (left & near[mark])
        left -= together
        joined.append(_ordered(mention for m in together for part in by_mark[m] for mention in part))
    return joined


def _neighbours(marks: Collection[_Mark]) -> dict[_Mark, set[_Mark]]:
    """Return for each mark the others that agree with it."""
    near: dict[_Mark, set[_Mark]] = {mark: set() for mark in marks}
    for a, b in _comparable(marks):
        if a != b and _agree(a, b):
            near[a].add(b)
            near[b].add(a)
    return near


def _comparable(marks: Collection[_Mark]) -> Iterator[tuple[_Mark, _Mark]]:
    """Yield all pairs that can agree: days with the same day only, other dates with the same years, to stay cheap."""
    same_day: dict[str | None, list[_Mark]] = defaultdict(list)
    same_year: dict[int | None, list[_Mark]] = defaultdict(list)
    vague = [mark for mark in marks if not is_day(mark[0])]
    for mark in marks:
        same_day[mark[0]].append(mark)
        for year in years(mark[0]):
            same_year[year].append(mark)
    for day in same_day.values():
        yield from combinations(day, 2)
    for mark in vague:
        touched = years(mark[0])
        shelves = same_year.values() if None in touched else [same_year[year] for year in (*touched, None)]
        yield from ((mark, other) for shelf in shelves for other in shelf)


def _agree(a: _Mark, b: _Mark) -> bool:
    return (a[1] is None or b[1] is None or a[1] == b[1]) and compatible(a[0], b[0])


def _mark(cluster: Cluster) -> _Mark:
    place = next((mention.meeting.place for mention in cluster if mention.meeting.place), None)
    return cluster[0].meeting.date, place


def _ordered(mentions: Iterable[Mention]) -> Cluster:
    return tuple(sorted(mentions, key=_precedence))


def _precedence(mention: Mention) -> tuple[object, ...]:
    meeting = mention.meeting
    # The representation makes the order total, whatever else two mentions share.
    return -exactness(meeting.date), mention.article_id, meeting.start, meeting.end, repr(meeting)

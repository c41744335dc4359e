"""Mentions of meetings that are one meeting: joined by name, edition, date and place, kept apart where these conflict.

The rules do not look at the order of the mentions, so that the order of ingest does not matter. Mentions are compared
only within a family of names, there only where their days, years or numbers can agree, and equal ones once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from huiyao.resolve.episodes import Episodes
from huiyao.resolve.marks import Mark, agree, agree_within_article, comparable, seen_from
from huiyao.resolve.mentions import Mention, most_exact_first, place_of
from huiyao.resolve.related import Forms
from huiyao.resolve.unions import Unions

Cluster = tuple[Mention, ...]
"""Mentions of one meeting, the most exact date first, then by article and place in the text."""


def clusters(mentions: Iterable[Mention]) -> list[Cluster]:
    """Return the clusters of mentions, each one meeting.

    Within an article, mentions of one name and number join where date and place agree. Across articles they do so only
    when something identifies them: an edition, or a date and more of a name than any body's 座谈会 or 新闻发布会 has;
    without either, a long name that articles of the same days report. What agrees with two that contradict each other
    is in doubt and stays apart.
    """
    local = _within_articles(mentions)
    forms = Forms(mention for cluster in local for mention in cluster)
    known = [cluster for cluster in local if identified(cluster)]
    families: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in known:
        families[forms.family(cluster[0].naming.stem)].append(cluster)
    joined = [cluster for family in families.values() for cluster in _join_family(family, forms)]
    return joined + _by_voices([cluster for cluster in local if not identified(cluster)])


def identified(cluster: Cluster) -> bool:
    """Return whether something tells this meeting from others outside its articles."""
    named = [mention for mention in cluster if not mention.nameless]
    dated = any(mention.date or mention.edition for mention in cluster)
    return bool(named) and (dated or any(seen_from(mention) for mention in named))


def _within_articles(mentions: Iterable[Mention]) -> list[Cluster]:
    blocks: dict[tuple[object, ...], list[Cluster]] = defaultdict(list)
    for mention in mentions:
        blocks[mention.article_id, mention.naming.stem, mention.numbers].append((mention,))
    found: list[Cluster] = []
    for block in blocks.values():
        found += block if len(block) == 1 else _join([(Mark.of(part), part) for part in block], None)
    return found


def _join_family(family: Sequence[Cluster], forms: Forms) -> list[Cluster]:
    if len(family) == 1:
        return [*family]
    episodes = Episodes(family)
    return _join([(Mark.of(part, episodes), part) for part in family], forms)


def _join(parts: Iterable[tuple[Mark, Cluster]], forms: Forms | None) -> list[Cluster]:
    """Join what agrees; without `forms`, as within one article.

    Without those in doubt, agreement is transitive: each mark stands with all the marks that agree with it.
    """
    by_mark: dict[Mark, list[Cluster]] = defaultdict(list)
    for mark, part in parts:
        by_mark[mark].append(part)
    near = _neighbours(by_mark, forms)
    doubtful = {mark for mark, others in near.items() if _contradict(others, near)}
    joined = [part for mark in doubtful for part in by_mark[mark]]
    left = by_mark.keys() - doubtful
    while left:
        mark = left.pop()
        together = {mark} | (left & near[mark])
        left -= together
        joined.append(most_exact_first(mention for m in together for part in by_mark[m] for mention in part))
    return joined


def _contradict(others: set[Mark], near: Mapping[Mark, set[Mark]]) -> bool:
    """Return whether two of these marks do not agree with each other."""
    return any(len(others - near[mark]) > 1 for mark in others)  # each mark is no neighbour of itself


def _neighbours(marks: Iterable[Mark], forms: Forms | None) -> dict[Mark, set[Mark]]:
    """Return for each mark the others that agree with it."""
    near: dict[Mark, set[Mark]] = {mark: set() for mark in marks}
    pairs = comparable(near, within_article=forms is None)
    for a, b in pairs:
        if a != b and (agree_within_article(a, b) if forms is None else agree(a, b) and forms.related(a.stem, b.stem)):
            near[a].add(b)
            near[b].add(a)
    return near


def _by_voices(parts: Sequence[Cluster]) -> list[Cluster]:
    """Join what no name identifies where the same person speaks: at press conferences of one day."""
    unions: Unions[object] = Unions()
    for part in parts:
        unions.join([id(part), *(key for mention in part for key in _voices(mention))])
    groups: dict[object, list[Cluster]] = defaultdict(list)
    for part in parts:
        groups[unions.find(id(part))].append(part)
    joined: list[Cluster] = []
    for group in groups.values():
        agreeing = len({place for part in group if (place := place_of(part))}) <= 1
        joined += [most_exact_first(m for part in group for m in part)] if agreeing else group
    return joined


def _voices(mention: Mention) -> list[tuple[str, str]]:
    meeting = mention.meeting
    press = meeting.kind == "press" and meeting.date is not None and len(meeting.date) == len("2024-10-13")
    return [(str(meeting.date), voice) for voice in mention.voices] if press else []

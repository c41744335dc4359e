"""Rows of the table `speakers`, and the speaker that a name stands for in an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from huiyao.resolve.meetings import Names, surest
from huiyao.schema.records import Article, Extraction, Row, Speaker, stable_id

_ROLES = ("chair", "speaker", "attendee")


@dataclass(frozen=True, slots=True)
class _Appearance:
    article_id: str
    speaker: Speaker


class Voices:
    """Which speaker a name stands for in each article: first at the meeting in question, else anywhere in it."""

    def __init__(self) -> None:
        """Start with no names."""
        self._ids: dict[tuple[str, str], dict[str | None, str]] = defaultdict(dict)

    def add(self, article_id: str, name: str, meeting_id: str | None, speaker_id: str) -> None:
        """Record that the name stands for the speaker at this meeting of the article."""
        self._ids[article_id, name].setdefault(meeting_id, speaker_id)

    def lookup(self, article_id: str, name: str, meeting_id: str | None) -> str:
        """Return the speaker's id; for an unknown name one that is in no table, which the references' check shows."""
        found = self._ids.get((article_id, name))
        if not found:
            return stable_id("s", article_id, "unknown name", name)
        return found.get(meeting_id) or next(iter(found.values()))


def speaker_rows(
    articles: Sequence[Article], extractions: Mapping[str, Extraction], names: Names
) -> tuple[list[Row], Voices]:
    """Return one row for each person at a meeting (or in an article without one), and the names of the speakers."""
    rows: dict[tuple[str | None, str, str], list[_Appearance]] = defaultdict(list)
    voices = Voices()
    for article in sorted(articles, key=lambda article: article.article_id):
        for speaker in extractions[article.article_id].speakers:
            meeting_id = names.lookup(article.article_id, speaker.meeting)
            scope = meeting_id or article.article_id
            rows[meeting_id, scope, speaker.name].append(_Appearance(article.article_id, speaker))
            voices.add(article.article_id, speaker.name, meeting_id, stable_id("s", scope, speaker.name))
    return [_row(*key, appearances) for key, appearances in rows.items()], voices


def _row(meeting_id: str | None, scope: str, name: str, appearances: list[_Appearance]) -> Row:
    ordered = sorted(appearances, key=_fullest_first)
    fullest = ordered[0].speaker
    article_ids = sorted({appearance.article_id for appearance in ordered})
    known = fullest.organization or next(iter(fullest.positions), None)
    return {
        "speaker_id": stable_id("s", scope, name),
        # Without a position nothing tells namesakes apart: then the person is known in this article only.
        "person_id": stable_id("p", name, known or article_ids[0]),
        "meeting_id": meeting_id,
        "name": name,
        "organization": fullest.organization,
        "title": fullest.title,
        "positions": list(dict.fromkeys(position for a in ordered for position in a.speaker.positions)),
        "role": min((a.speaker.role for a in ordered), key=_ROLES.index),
        "n_statements": 0,
        "n_measures": 0,
        "article_ids": article_ids,
        "evidence": _first_evidence(ordered),
        **surest(appearance.speaker for appearance in ordered),
    }


def _fullest_first(appearance: _Appearance) -> tuple[object, ...]:
    speaker = appearance.speaker
    length = sum(map(len, speaker.positions))
    return -len(speaker.positions), -length, appearance.article_id, speaker.start, repr(speaker)


def _first_evidence(appearances: list[_Appearance]) -> list[str]:
    found: dict[str, Speaker] = {}
    for appearance in sorted(appearances, key=lambda a: (a.article_id, a.speaker.start)):
        found.setdefault(appearance.article_id, appearance.speaker)
    return sorted(f"{article_id}:{speaker.start}-{speaker.end}" for article_id, speaker in found.items())

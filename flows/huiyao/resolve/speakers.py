"""Rows of the table `speakers`, and the speaker that a name stands for in an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from huiyao.resolve.meetings import Names, surest
from huiyao.resolve.organizations import Organizations
from huiyao.resolve.persons import Appearance, Person, appearance, by_appearance
from huiyao.schema.records import Article, Extraction, Row, Speaker, stable_id

_ROLES = ("chair", "speaker", "attendee")


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


def appearances_of(
    articles: Iterable[Article], extractions: Mapping[str, Extraction], names: Names, known: Organizations
) -> Iterator[Appearance]:
    """Yield every speaker of every article with the meeting where they speak."""
    for article in articles:
        for speaker in extractions[article.article_id].speakers:
            yield appearance(article, speaker, names.lookup(article.article_id, speaker.meeting), known)


def speaker_rows(
    appearances: Iterable[Appearance], named: Mapping[str, Person], known: Organizations
) -> tuple[list[Row], Voices]:
    """Return one row for each person at a meeting (or in an article without one), and the names of the speakers."""
    person_ids = by_appearance(named)
    scopes: dict[tuple[str, str], dict[str, list[Appearance]]] = defaultdict(lambda: defaultdict(list))
    for each in sorted(appearances, key=lambda each: each.article.article_id):
        article_id, name = each.article.article_id, each.speaker.name
        scopes[each.meeting_id or article_id, name][person_ids[article_id, name]].append(each)
    rows: list[Row] = []
    voices = Voices()
    for scope, by_person in scopes.items():
        for person_id, group in by_person.items():
            # Only an override tells two people of one name at one meeting.
            speaker_id = stable_id("s", *scope, *([person_id] if len(by_person) > 1 else []))
            rows.append(_row(speaker_id, person_id, group, known))
            for each in group:
                voices.add(each.article.article_id, each.speaker.name, each.meeting_id, speaker_id)
    return rows, voices


def _row(speaker_id: str, person_id: str, appearances: list[Appearance], known: Organizations) -> Row:
    ordered = sorted(appearances, key=_fullest_first)
    fullest = ordered[0].speaker
    return {
        "speaker_id": speaker_id,
        "person_id": person_id,
        "meeting_id": ordered[0].meeting_id,
        "name": fullest.name,
        "organization": fullest.organization,
        "organization_id": known.lookup(fullest.organization),
        "title": fullest.title,
        "positions": list(dict.fromkeys(position for a in ordered for position in a.speaker.positions)),
        "role": min((a.speaker.role for a in ordered), key=_ROLES.index),
        "n_statements": 0,
        "n_measures": 0,
        "article_ids": sorted({a.article.article_id for a in ordered}),
        "evidence": _first_evidence(ordered),
        **surest(a.speaker for a in ordered),
    }


def _fullest_first(each: Appearance) -> tuple[object, ...]:
    speaker = each.speaker
    length = sum(map(len, speaker.positions))
    return -len(speaker.positions), -length, each.article.article_id, speaker.start, repr(speaker)


def _first_evidence(appearances: list[Appearance]) -> list[str]:
    found: dict[str, Speaker] = {}
    for each in sorted(appearances, key=lambda a: (a.article.article_id, a.speaker.start)):
        found.setdefault(each.article.article_id, each.speaker)
    return sorted(f"{article_id}:{speaker.start}-{speaker.end}" for article_id, speaker in found.items())

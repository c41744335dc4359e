"""One article becomes its records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from huiyao import lexicon
from huiyao.extract.measures import Voice, find_measures
from huiyao.extract.meetings import MeetingFinder
from huiyao.extract.persons import People, find_people, locate_mentions
from huiyao.extract.roles import find_speakers
from huiyao.extract.sentences import Span
from huiyao.extract.statements import StatementFinder
from huiyao.schema.records import BODY_SPEAKER, Article, Extraction, Measure, Statement


def extract_article(article: Article) -> Extraction:
    """Return the records of one article: the same for the same text and date of publication, on any machine."""
    body = [(block.start, block.end) for block in article.blocks_of("body")]
    people = find_people(article.text, body)
    statements = list(StatementFinder(article.text, people).find(article))
    locate_mentions(article.text, body, people)
    meetings = MeetingFinder(article, people, [(s.start, s.end) for s in statements]).find()
    primary = next((meeting.name for meeting in meetings if meeting.primary), None)
    speakers = find_speakers(article.text, body, people, {s.speaker for s in statements if s.named})
    measures = _measures(article, body, statements, people, reported=bool(meetings))
    return Extraction(
        meetings=meetings,
        speakers=tuple(replace(speaker, meeting=primary) for speaker in speakers),
        statements=tuple(replace(statement, meeting=primary) for statement in statements),
        measures=tuple(replace(measure, meeting=primary) for measure in measures),
    )


def _measures(
    article: Article, body: list[Span], statements: list[Statement], people: People, reported: bool
) -> list[Measure]:
    """Return the measures inside statements, and, where the article reports a meeting, those of its own prose."""
    found: list[Measure] = []
    for statement in statements:
        voice = _voice(statement, people)
        if reported or voice.named or voice.has_power:
            found.extend(find_measures(article.text, statement.start, statement.end, voice, article.published))
    if reported:
        for start, end in _uncovered(body, [(s.start, s.end) for s in statements]):
            found.extend(find_measures(article.text, start, end, Voice(None), article.published))
    found.sort(key=lambda measure: measure.start)
    return _once(found)


def _once(measures: list[Measure]) -> list[Measure]:
    """Keep the first of equal measures by the same speaker."""
    first: dict[tuple[str, str | None], Measure] = {}
    for measure in measures:
        first.setdefault((measure.text, measure.by), measure)
    return list(first.values())


def _voice(statement: Statement, people: People) -> Voice:
    names = tuple(people.persons)
    if not statement.named:
        return Voice(statement.speaker, has_power=statement.speaker == BODY_SPEAKER, cue=statement.cue, persons=names)
    person = people.persons.get(statement.speaker)
    kinds = lexicon.kinds("titles")
    titles = [position.title for position in person.positions] if person else []
    official = not titles or any(kinds.get(_noun(title)) in ("party", "state") for title in titles)
    return Voice(statement.speaker, named=True, has_power=official, cue=statement.cue, persons=names)


def _noun(title: str) -> str:
    return next((word for word in lexicon.words("titles") if title.endswith(word)), "")


def _uncovered(body: list[Span], covered: list[Span]) -> Iterator[Span]:
    """Yield the runs of the body that lie in no statement."""
    for start, end in body:
        at = start
        for left, right in sorted(covered):
            if left < end and right > at:
                if left > at:
                    yield at, left
                at = max(at, right)
        if at < end:
            yield at, end

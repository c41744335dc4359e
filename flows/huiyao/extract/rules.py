"""The rule that found a meeting, a speaker or a statement, named by the frame in which it stood.

Measures name their rule where they are read; see `huiyao.extract.measures`.
"""

from __future__ import annotations

from dataclasses import replace

from huiyao.extract.confidence import confidence
from huiyao.schema.records import BODY_SPEAKER, Meeting, Speaker, Statement


def with_rule_of_meeting(meeting: Meeting) -> Meeting:
    """Return the meeting with its rule: the one the article is about or another, its day told or not."""
    place = "main" if meeting.primary else "part" if meeting.parent else "further"
    day = "with its day" if meeting.date and len(meeting.date) >= 10 else "without its day"
    rule = f"{place} meeting, {day}"
    return replace(meeting, rule=rule, confidence=confidence("meetings", rule))


def with_rule_of_speaker(speaker: Speaker, quoted: bool, meeting: str | None) -> Speaker:
    """Return the speaker, at this meeting, with their rule: known by a title or not, quoted or seen in a duty."""
    known = "titled" if speaker.positions else "untitled"
    seen = "quoted" if quoted else "presides" if speaker.role == "chair" else "has a duty"
    rule = f"{known}, {'attends' if speaker.role == 'attendee' else seen}"
    return Speaker(
        speaker.name, speaker.start, speaker.end, speaker.organization, speaker.title, speaker.positions,
        speaker.role, meeting, rule, confidence("speakers", rule),
    )  # fmt: skip


def with_rule_of_statement(statement: Statement, meeting: str | None) -> Statement:
    """Return the statement, at this meeting, with its rule: quoted or reported, by whom, with a cue or without."""
    voice = "a person" if statement.named else "the meeting" if statement.speaker == BODY_SPEAKER else "a group"
    cue = "" if statement.cue else ", without a cue"
    rule = f"{statement.mode}, of {voice}{cue}"
    return Statement(
        statement.speaker, statement.named, statement.mode, statement.cue, statement.text, statement.start,
        statement.end, meeting, rule, confidence("statements", rule),
    )  # fmt: skip

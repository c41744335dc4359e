"""A reporting clause in a text."""

from __future__ import annotations

from dataclasses import dataclass

from huiyao.extract.sentences import Quote


@dataclass(frozen=True, slots=True)
class Report:
    """A reporting clause: `start` is where it begins, `content` where what is reported begins.

    `before` is a quotation in front of the clause that belongs to the same speaker.
    """

    speaker: str
    named: bool
    cue: str
    start: int
    content: int
    bare_quote: bool
    before: Quote | None = None


def outermost(reports: list[Report]) -> list[Report]:
    """Return the reports without those that another's words begin with: 与会代表表示，林小田强调，…."""
    speakers = {report.content: report.speaker for report in reports}
    return [r for r in reports if r.before or speakers.get(r.start, r.speaker) == r.speaker]

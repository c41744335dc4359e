"""The sentences in which a span stands."""

from __future__ import annotations

from huiyao.evaluate.entries import Span
from huiyao.extract.sentences import sentences


def passage(text: str, span: Span) -> Span:
    """Return the span from the first sentence that the given one touches to the last, within its paragraphs."""
    start, end = span
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    touched = [s for s in sentences(text, first, len(text) if last < 0 else last) if s[0] < end and start < s[1]]
    return (min(start, touched[0][0]), max(end, touched[-1][1])) if touched else span

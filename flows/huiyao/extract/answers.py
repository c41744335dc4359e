"""Answers printed behind 答：, in an article that tells whom the reporters ask: 市麦田局有关负责人就补贴答记者问."""

from __future__ import annotations

import re

from huiyao.extract.people import People
from huiyao.extract.sentences import Span
from huiyao.extract.transcripts import Label

_ANSWER = re.compile(r"(?:答|[AＡ])\s*[：:]\s*(?=[^\n])")
# Who answers: an office, as the text calls it, or the person named there.
_ASKED = re.compile(
    r"(?P<who>[^，,。：:；、\n“”《》—]{2,24}?)(?:就[^。\n]{2,80}?)?"
    r"(?:(?:回答|答复|解答|接受)了?(?:[^，。：:\n“”]{0,8}?)(?:记者|媒体|网友)[^，。：:\n“”]{0,6}?(?:提问|问题|采访|专访)|答(?:[^，。：:\n“”]{0,6}?)(?:记者|网友)问)"
)
_OFFICE = re.compile(r"[^，。：:；、\n“”的]{1,20}(?:负责人|负责同志|发言人|工作人员)$")


def answers(text: str, passages: list[Span], people: People) -> dict[int, Label]:
    """Return the labels of answers by where their paragraphs begin; none where nothing tells who is asked."""
    found = {start: match for start, end in passages if (match := _ANSWER.match(text, start, end))}
    asked = _asked(text, people) if found else None
    if asked is None:
        return {}
    name, at, named = asked
    return {start: Label(name, at, (), match.end(), named) for start, match in found.items()}


def _asked(text: str, people: People) -> tuple[str, Span, bool] | None:
    """Return who answers, the place, and whether it is a person, where the text tells it first."""
    for match in _ASKED.finditer(text):
        start, end = match.span("who")
        if mentions := people.within(start, end):
            last = mentions[-1]
            return last.name, (last.name_start, last.name_end), True
        if _OFFICE.fullmatch(match["who"]):
            return match["who"], (start, end), False
    return None

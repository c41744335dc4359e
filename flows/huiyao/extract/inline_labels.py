"""Speakers named with a colon within a paragraph (林小田：明天开工。), as broadcasts print what was recorded."""

from __future__ import annotations

from collections.abc import Iterator

from huiyao.extract.people import People
from huiyao.extract.report import Report

_COLONS = ("：", ":")
_QUOTES = "“「"


def inline_labels(text: str, start: int, end: int, people: People) -> Iterator[Report]:
    """Yield the known persons who head a sentence of the paragraph with a colon right behind them."""
    for mention in people.within(start, end):
        heads = mention.start == start or text[mention.start - 1] in "。！？”："
        if heads and text[mention.end : mention.end + 1] in _COLONS and mention.end + 2 < end:
            opened = text[mention.end + 1] in _QUOTES
            yield Report(mention.name, True, "", mention.start, mention.end + 1, opened)

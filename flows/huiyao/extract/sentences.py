"""Sentences, clauses and quotations of a passage, as half-open spans.

A quotation is speech when it holds a sentence (“我们准备好了。”) and a term when it holds a name (“一带一路”). Terms,
titles in 《》 and brackets are opaque: no clause ends inside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import methodcaller

Span = tuple[int, int]

_SENTENCE_END_RE = re.compile(r"[。！？!?\n](?:(?<=\n)|[。！？!?]*[”’」』）)》]*)")
_MARK_RE = re.compile(r"[“”「」]")
_BRACKETS = {"《": "》", "（": "）", "(": ")", "【": "】", "〈": "〉"}
_SENTENCE_INSIDE_RE = re.compile(r"[。！？!?…；;]|[，,]$")
_CLAUSES_INSIDE_RE = re.compile(r"[，,][^，,]{4,}[，,]|^.{14,}[，,]")
# A quotation without a mark of its own is speech where somebody says it and nothing goes on: 某某要求，“努力…”。
_SAID_RE = re.compile(r"(?:说|表示|强调|指出|要求|坦言|感慨|直言|称)[：:，,]$|(?:说|说道|坦言|直言)$")
_ENDS_CLAUSE_RE = re.compile(r"[。！？，,；;\n]|$")
# Where a clause ends, or something opaque begins.
_STOP_RE = re.compile(r"[，,；;：:。！？!?\n“「《（(【〈]")
_OPENER_RE = re.compile(r"[“「《（(【〈]")
_RUN_RE = re.compile(r"[^，,；;：:。！？!?\n]+")
_SPAN = methodcaller("span")
# What may have to be taken off the ends of a clause: white space and quotation marks.
_EDGES = frozenset("“”").union(char for char in map(chr, range(0x10000)) if char.isspace())
_OPENS_TERM = frozenset("“「")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation at the outermost level; `start` and `end` include the marks, `inner` does not."""

    start: int
    end: int
    speech: bool
    inner: Span


def sentences(text: str, start: int, end: int) -> list[Span]:
    """Return the sentences of `text[start:end]`, closing marks included, empty ones left out."""
    spans = []
    left = start
    for closing in _SENTENCE_END_RE.finditer(text, start, end):
        right = closing.end()
        spans.append(trim(text, left, right) if text[left].isspace() or text[right - 1].isspace() else (left, right))
        left = right
    spans.append(trim(text, left, end))
    return [span for span in spans if span[0] < span[1]]


def trim(text: str, start: int, end: int) -> Span:
    """Return the span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def quotes(text: str, start: int, end: int) -> list[Quote]:
    """Return the quotations of the passage, outermost level only; one left open ends with the passage."""
    found, depth, opened = [], 0, start
    for mark in _MARK_RE.finditer(text, start, end):
        at = mark.start()
        if text[at] in _OPENS_TERM:
            if depth == 0:
                opened = at
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                found.append(_quote(text, opened, at + 1, closed=True))
    if depth and end - opened > 1:
        found.append(_quote(text, opened, end, closed=False))
    return found


def _quote(text: str, start: int, end: int, closed: bool) -> Quote:
    inner = (start + 1, end - 1 if closed else end)
    words = text[inner[0] : inner[1]]
    # Clauses alone make speech only where the quotation does not stand inside a sentence, as a modifier does.
    free = start == 0 or text[start - 1] in "：:，,。！？\n”说道称言"
    said = len(words) >= 6 and _ENDS_CLAUSE_RE.match(text, end) and _SAID_RE.search(text, max(0, start - 4), start)
    return Quote(
        start,
        end,
        bool(said or _SENTENCE_INSIDE_RE.search(words) or (free and _CLAUSES_INSIDE_RE.search(words))),
        inner,
    )


def clauses(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the clauses of the passage, without the punctuation that ends them; speech is split, terms are not."""
    opaque = _OPENER_RE.search(text, start, end)
    for left, right in _runs_around_terms(text, start, end) if opaque else _runs(text, start, end):
        if text[left] in _EDGES or text[right - 1] in _EDGES:
            left, right = _without_edges(text, left, right)
        if left < right:
            yield left, right


def _runs(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield what stands between the stops of a passage without terms, titles and brackets."""
    return map(_SPAN, _RUN_RE.finditer(text, start, end))


def _runs_around_terms(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield what stands between the stops, those inside terms, titles and brackets left aside."""
    terms = {quote.start: quote.end for quote in quotes(text, start, end) if not quote.speech}
    at = left = start
    while stop := _STOP_RE.search(text, at, end):
        place = stop.start()
        char = text[place]
        at = place + 1
        if char in _OPENS_TERM:
            at = terms.get(place, at)
        elif char in _BRACKETS:
            at = text.find(_BRACKETS[char], place, min(end, place + 120)) + 1 or at
        else:
            if left < place:
                yield left, place
            left = at
    if left < end:
        yield left, end


def _without_edges(text: str, start: int, end: int) -> Span:
    """Return the span without white space, and without a mark whose partner is in another clause."""
    left, right = trim(text, start, end)
    while left < right and text[left] in "“”" and (text[left] == "”" or "”" not in text[left:right]):
        left += 1
    while right > left and text[right - 1] == "”" and text.count("“", left, right) < text.count("”", left, right):
        right -= 1
    return left, right

"""Text that is wrapped by hard line ends: at which width, and its paragraphs where they show where they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple
from unicodedata import east_asian_width

from huiyao.ingest.lines import Line
from huiyao.ingest.sentences import has_comma, has_stop, is_finished, is_heading, is_title

_LATIN = re.compile("[A-Za-z]{2}")
_NARROWEST = 12
_RAGGED = 2
"""Full lines end up to two characters early: a mark that may not begin a line takes the last character along."""


class Wrap(NamedTuple):
    """How a part of a page is wrapped: the width of its lines, whether something marks its paragraphs, and whether indents do."""

    width: int
    marked: bool
    indents: bool

    def is_full(self, width: int) -> bool:
        """Return whether a line of this width reaches the end of the column."""
        return self.width - _RAGGED <= width <= self.width


def width_of(line: Line) -> int:
    """Return the display width in Chinese characters; Latin letters and digits take half of one, an indent two."""
    return (sum(2 if east_asian_width(char) in "WFA" else 1 for char in line.text) + 1) // 2 + 2 * line.indented


def joined(parts: Sequence[str]) -> str:
    """Return the parts of a paragraph as one text, with a space between Latin words only."""
    spaced = (f" {below}" if _LATIN.match(above[-1:] + below[:1]) else below for above, below in pairwise(parts))
    return "".join([parts[0], *spaced])


def parts_of(lines: Sequence[Line]) -> Iterator[tuple[Sequence[Line], Wrap | None]]:
    """Yield the parts of a page with how each is wrapped, None where its lines are paragraphs.

    Two empty lines set parts apart: the articles of a page may have columns of their own widths.
    """
    whole = _wrap(lines)
    starts = [n for n, line in enumerate(lines) if n == 0 or line.blanks > 1]
    for start, end in pairwise([*starts, len(lines)]):
        part = lines[start:end]
        yield part, _wrap(part) or whole


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with the paragraphs whole that an indent or an empty line begins."""
    return [
        line for part, wrap in parts_of(lines) for line in (_unwrapped(part, wrap) if wrap and wrap.marked else part)
    ]


def _unwrapped(lines: Sequence[Line], wrap: Wrap) -> list[Line]:
    """Return the lines, each that reaches the end of its column with the one below, unless that shows a beginning."""
    paragraphs: list[tuple[Line, list[str]]] = []
    in_paragraph = full = False
    for line in lines:
        starts = line.blanks > 0 or line.indented or line.kind is not None
        if starts:
            in_paragraph = line.indented or not wrap.indents
        own = width_of(line)
        goes_on = paragraphs and in_paragraph and full and not starts
        if goes_on and not (own < wrap.width - _RAGGED and is_title(line.text) and is_finished(paragraphs[-1][1][-1])):
            paragraphs[-1][1].append(line.text)
        else:
            paragraphs.append((line, [line.text]))
        full = wrap.is_full(own)
    return [replace(line, text=joined(parts)) if len(parts) > 1 else line for line, parts in paragraphs]


def _wrap(lines: Sequence[Line]) -> Wrap | None:
    """Return how the text is wrapped, None where lines are paragraphs.

    Most lines of wrapped text reach its width and break inside sentences; only headings are wider.
    """
    if len(lines) < 4 or max(len(line.text) for line in lines) > 80:
        return None
    widths = list(map(width_of, lines))
    enough = max(3, len(lines) // 2)
    common = (w for w in sorted(set(widths), reverse=True) if sum(w - _RAGGED <= own <= w for own in widths) >= enough)
    wrap = Wrap(next(common, 0), _marked(lines, widths), sum(line.indented for line in lines) > 1)
    wider = [line for line, width in zip(lines, widths, strict=True) if width > wrap.width]
    if wrap.width < _NARROWEST or any(_tells(line.text) for line in wider):
        return None
    full = [line for line, width in zip(lines, widths, strict=True) if wrap.is_full(width)]
    broken = sum(not is_finished(line.text) for line in full)
    commas = sum(has_comma(line.text) or has_stop(line.text) for line in full)
    # Headings between sentences of their own width break off as often as not.
    return wrap if broken >= enough and broken * 2 > len(full) and commas * 4 >= len(full) else None


def _tells(text: str) -> bool:
    """Return whether the line holds or ends a sentence, as no heading does."""
    return not is_heading(text) and (is_finished(text) or has_stop(text))


def _marked(lines: Sequence[Line], widths: Sequence[int]) -> bool:
    """Return whether an indent or an empty line follows nearly wherever a line shorter than the others ends a sentence."""
    longest = sorted(widths)[len(widths) * 3 // 4]
    after = [
        below.indented or below.blanks > 0 or below.kind is not None
        for (line, below), width in zip(pairwise(lines), widths, strict=False)
        if width < longest - _RAGGED and is_finished(line.text)
    ]
    return sum(after) >= 0.8 * len(after)

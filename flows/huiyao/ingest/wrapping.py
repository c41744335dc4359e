"""Text that is wrapped by hard line ends: at which width, and its paragraphs where they show where they begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple
from unicodedata import east_asian_width

from huiyao.ingest.lines import Line
from huiyao.ingest.sentences import has_comma, has_stop, is_finished, is_heading, is_title, starts_dateline

_LATIN = re.compile("[A-Za-z]{2}")
_NARROWEST = 12
_WIDEST = 80
_FEWEST = 4
_AROUND = 6
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


def wraps(lines: Sequence[Line]) -> list[Wrap | None]:
    """Return how each line of a page is wrapped, None where lines are paragraphs.

    Two empty lines set parts apart: the articles of a page may have columns of their own widths. Where nothing sets them
    apart the lines around tell the width.
    """
    if len(lines) < _FEWEST:
        return [None] * len(lines)
    whole = _wrap(lines)
    found: list[Wrap | None] = []
    starts = [n for n, line in enumerate(lines) if n == 0 or line.blanks > 1]
    for start, end in pairwise([*starts, len(lines)]):
        wrap = _wrap(lines[start:end]) or whole
        if wrap or end - start < _FEWEST:
            found += [wrap] * (end - start)
            continue
        for at in range(start, end):
            # Where an article begins, only its own lines tell.
            above = 0 if starts_dateline(lines[at].text) else _AROUND
            found.append(_wrap(lines[max(start, at - above) : min(end, at - above + 2 * _AROUND + 1)]))
    return found


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with paragraphs whole: each line that reaches the end of its column with the one below.

    An indent, an empty line or a dateline begins a paragraph, as a short line ends one; a subhead stays apart.
    """
    found = wraps(lines)
    if not any(found):
        return list(lines)
    paragraphs: list[_Lines] = []
    for line, wrap in zip(lines, found, strict=True):
        if not (paragraphs and paragraphs[-1].goes_on_with(line)):
            paragraphs.append(_Lines(line, bool(paragraphs) and paragraphs[-1].ends_told()))
        paragraphs[-1].add(line, wrap)
    return [paragraph.line() for paragraph in paragraphs]


@dataclass(slots=True)
class _Lines:
    """The lines of a paragraph while it is put together, and whether a sentence ends right above them.

    `wrap` is that of the last one; `is_full` says that it reaches the end of its column, `tells` that one of them has a comma or a stop.
    """

    first: Line
    below_body: bool
    parts: list[str] = field(default_factory=list)
    wrap: Wrap | None = None
    is_full: bool = False
    tells: bool = False

    def add(self, line: Line, wrap: Wrap | None) -> None:
        self.parts.append(line.text)
        self.wrap = wrap
        self.is_full = wrap is not None and wrap.is_full(width_of(line))
        self.tells = self.tells or has_comma(line.text) or has_stop(line.text)

    def goes_on_with(self, line: Line) -> bool:
        """Return whether the line belongs to the paragraph."""
        wrap = self.wrap
        if wrap is None or not self.is_full:
            return False
        begins = line.blanks > 0 or line.indented or line.kind is not None or starts_dateline(line.text)
        # A heading ends where its line does: no indent is in front of it, and it tells nothing.
        paragraph = self.tells or self.below_body or starts_dateline(self.first.text)
        paragraph = paragraph or (wrap.marked and self.first.blanks > 0)
        if begins or not (self.first.indented or (paragraph and not wrap.indents)):
            return False
        is_short = width_of(line) < wrap.width - _RAGGED
        return not (is_short and is_title(line.text) and is_finished(self.parts[-1]))

    def ends_told(self) -> bool:
        """Return whether a sentence ends here."""
        return self.tells and is_finished(self.parts[-1])

    def line(self) -> Line:
        return replace(self.first, text=joined(self.parts)) if len(self.parts) > 1 else self.first


def _wrap(lines: Sequence[Line]) -> Wrap | None:
    """Return how the text is wrapped, None where lines are paragraphs.

    Most lines of wrapped text reach its width and break inside sentences; only headings are wider.
    """
    if len(lines) < _FEWEST or max(len(line.text) for line in lines) > _WIDEST:
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

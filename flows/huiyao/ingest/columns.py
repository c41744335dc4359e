"""Sentences broken by a column, a page or a fixed line width, joined again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from unicodedata import east_asian_width

from huiyao.ingest.lines import Line
from huiyao.ingest.sentences import has_comma, has_stop, is_finished, is_title, starts_dateline, unclosed

# Chinese typesetting never begins a line with these, so a line that does goes with the one before.
_NEVER_FIRST = frozenset("，。、；：！？”’）)》」』】,;:%％")
_LONG = 40


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while it is put together; `opened` counts quotation marks and brackets still open."""

    first: Line
    parts: list[str] = field(default_factory=list)
    opened: int = 0

    def add(self, text: str) -> None:
        if self.parts and re.match("[A-Za-z]{2}", self.parts[-1][-1:] + text[:1]):
            text = " " + text
        self.parts.append(text)
        self.opened = max(0, self.opened + unclosed(text))

    def is_body(self) -> bool:
        last = self.parts[-1]
        return len(self.parts) > 1 or has_stop(last) or (has_comma(last) and len(last) > _LONG)

    def line(self) -> Line:
        return self.first if len(self.parts) == 1 else replace(self.first, text="".join(self.parts))


def rejoin(lines: Iterable[Line], *, printed: bool) -> list[Line]:
    """Return the paragraphs: each line whose sentence the line before left open is joined to it, nothing between.

    `printed` text may be set in columns: there a line with a comma and no stop is the beginning of a sentence too.
    Captions between the two halves of a sentence stay, behind the sentence. Lines of a known kind are never joined.
    """
    lines = list(lines)
    width = _wrap_width(lines)
    paragraphs: list[_Paragraph] = []
    open_: _Paragraph | None = None  # the paragraph that a sentence may go on from
    in_body = False
    for line in lines:
        if open_ is not None and line.kind is None and _continues(open_, line, in_body, printed, width):
            open_.add(line.text)
        else:
            paragraphs.append(started := _Paragraph(line))
            started.add(line.text)
            if line.kind is None:
                open_ = started
            elif line.kind != "caption":
                open_, in_body = None, False
        in_body = in_body or (open_ is not None and open_.is_body())
    return [paragraph.line() for paragraph in paragraphs]


def _continues(paragraph: _Paragraph, line: Line, in_body: bool, printed: bool, width: int | None) -> bool:
    """Return whether `line` goes on with the sentence that `paragraph` leaves open."""
    last = paragraph.parts[-1]
    if line.text[0] in _NEVER_FIRST:
        return True
    if is_finished(last) or starts_dateline(line.text):
        return False
    if last[-1] in "，,、" or (width and not (line.blanks or line.indented) and width - 2 <= _width(last)):
        return True
    if paragraph.opened:
        # Two titles in one group may share a pair of quotation marks; they are a couplet.
        return in_body or not is_title(last) or (line.blanks > 0 and not is_title(line.text))
    if is_title(line.text) or line.indented:
        return False
    return paragraph.is_body() or (printed and in_body and has_comma(last) and is_finished(line.text))


def _width(text: str) -> int:
    """Return the display width in Chinese characters; Latin letters and digits take half of one."""
    return (sum(2 if east_asian_width(char) in "WFA" else 1 for char in text) + 1) // 2


def _wrap_width(lines: list[Line]) -> int | None:
    """Return the width at which the text is wrapped by hard line ends, None where lines are paragraphs.

    Wrapped text has no line beyond its width, most lines reach it, and they break inside sentences.
    """
    if len(lines) < 4 or max(len(line.text) for line in lines) > 80:
        return None
    widths = [_width(line.text) for line in lines]
    widest = max(widths)
    full = [line for line, width in zip(lines, widths, strict=True) if width >= widest - 2]
    broken = Counter(is_finished(line.text) for line in full)[False]
    commas = sum(has_comma(line.text) or has_stop(line.text) for line in full)
    enough = max(3, len(lines) // 2)
    # Headings between sentences of their own width break off as often as not.
    most = broken >= enough and broken * 2 > len(full)
    return widest if widest >= 12 and most and commas * 2 >= len(full) else None

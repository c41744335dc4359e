"""Sentences broken by a column, a page or a fixed line width, joined again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from huiyao.ingest.lines import Line
from huiyao.ingest.sentences import has_comma, has_stop, is_finished, is_title, starts_dateline, unclosed, without_calls
from huiyao.ingest.wrapping import Wrap, joined, width_of, wraps

# Chinese typesetting never begins a line with these, so a line that does goes with the one before.
_NEVER_FIRST = frozenset("，。、；：！？”’）)》」』】,;:%％")
_LONG = 40


@dataclass(slots=True)
class _Paragraph:
    """The lines of a paragraph while it is put together; `opened` counts quotation marks and brackets still open."""

    lines: list[Line] = field(default_factory=list)
    opened: int = 0

    def add(self, line: Line) -> None:
        self.lines.append(line)
        self.opened = max(0, self.opened + unclosed(line.text))

    def is_body(self) -> bool:
        last = self.lines[-1].text
        return len(self.lines) > 1 or has_stop(without_calls(last)) or (has_comma(last) and len(last) > _LONG)

    def line(self) -> Line:
        first, *rest = self.lines
        return replace(first, text=joined([line.text for line in self.lines])) if rest else first


def rejoin(lines: Iterable[Line], *, printed: bool) -> list[Line]:
    """Return the paragraphs: each line whose sentence the line before left open is joined to it, nothing between.

    `printed` text may be set in columns: there a line with a comma and no stop is the beginning of a sentence too.
    Captions between the two halves of a sentence stay, behind the sentence. Lines of a known kind are never joined.
    """
    lines = list(lines)
    paragraphs: list[_Paragraph] = []
    open_: _Paragraph | None = None  # the paragraph that a sentence may go on from
    in_body = False
    for line, wrap in zip(lines, wraps(lines), strict=True):
        if open_ is not None and line.kind is None and _continues(open_, line, in_body, printed, wrap):
            open_.add(line)
        else:
            # Below an empty space the headings of another article may stand.
            in_body = in_body and line.blanks < 2
            paragraphs.append(started := _Paragraph())
            started.add(line)
            if line.kind is None:
                open_ = started
            elif line.kind != "caption":
                open_, in_body = None, False
        in_body = in_body or (open_ is not None and open_.is_body())
    return [paragraph.line() for paragraph in paragraphs]


def _continues(paragraph: _Paragraph, line: Line, in_body: bool, printed: bool, wrap: Wrap | None) -> bool:
    """Return whether `line` goes on with the sentence that `paragraph` leaves open."""
    above = paragraph.lines[-1]
    last = above.text
    if line.text[0] in _NEVER_FIRST:
        return True
    if is_finished(last) or starts_dateline(line.text):
        return False
    if last[-1] in "，,、" or (wrap and not (line.blanks or line.indented) and wrap.is_full(width_of(above))):
        return True
    if paragraph.opened:
        # Two titles in one group may share a pair of quotation marks; they are a couplet.
        return in_body or not is_title(last) or (line.blanks > 0 and not is_title(line.text))
    if is_title(line.text) or line.indented:
        return False
    return paragraph.is_body() or (printed and in_body and has_comma(last) and is_finished(line.text))

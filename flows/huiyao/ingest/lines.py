"""Text into lines: characters cleaned once, paragraph marks found, nothing inside a line changed otherwise."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from huiyao.schema.records import BlockKind


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source; after columns are rejoined, one paragraph.

    `blanks` counts the empty lines above it; `indented` says that it began with a paragraph indent; `kind` is set
    where something other than words and position says what the line is (a Markdown mark, an HTML element).
    """

    text: str
    blanks: int = 0
    indented: bool = False
    kind: BlockKind | None = None


_LINE_END = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
# Controls, soft hyphen, zero-width and bidirectional marks, byte-order mark: nothing a reader sees.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
# Combining marks beyond what any text stacks (Unicode's stream-safe format: 30): putting them in order takes
# quadratic time.
_MARK = (
    r"[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u06d6-\u06ed\u0730-\u074a\u07eb-\u07f3"
    r"\u0816-\u082d\u08d3-\u08ff\u0e38-\u0e4b\u0f71-\u0f87\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u302a-\u302f"
    r"\u3099\u309a\ufe20-\ufe2f]"
)
_PILED_MARKS = re.compile(f"({_MARK}{{30}}){_MARK}+")
# A lone surrogate (JSON can hold one) fits in no UTF-8 file.
_SURROGATE = re.compile(r"[\ud800-\udfff]")
# Pages copied as one giant line keep the paragraph indent, two full-width spaces (or their narrow stand-ins).
_INNER_INDENT = re.compile(
    r"(?:(?<=[。！？…])|(?<=[。！？…][”’）)]))[ \u00a0\u2002\u2003\u3000]{2,}(?=\S)|(?<=[）)])\u3000{2,}(?=\S)"
)
_INDENT = re.compile(r"[\u3000\u2003]|[ \u00a0]{2}")
_RULE = re.compile(r"[-=*_~#—―─━·•]{3,}")


def clean(text: str) -> str:
    r"""Return `text` in NFC with `\n` line ends, without control and zero-width characters; a tab becomes a space."""
    text = _LINE_END.sub("\n", text)
    text = _INVISIBLE.sub("", text).replace("\t", " ")
    text = _SURROGATE.sub("\ufffd", text)
    return unicodedata.normalize("NFC", _PILED_MARKS.sub(r"\1", text))


def split_lines(text: str) -> list[Line]:
    """Return the lines of cleaned text that hold something, white space off their ends.

    An indent behind a full stop inside a line starts a new paragraph; a line drawn with dashes or stars sets apart what
    is below it as two empty lines do.
    """
    lines: list[Line] = []
    blanks = 0
    for raw in _INNER_INDENT.sub("\n\n\u3000\u3000", text).split("\n"):
        stripped = raw.strip()
        if not stripped or _RULE.fullmatch(stripped):
            blanks += 2 if stripped else 1
            continue
        lines.append(Line(stripped, blanks, _INDENT.match(raw) is not None))
        blanks = 0
    return lines

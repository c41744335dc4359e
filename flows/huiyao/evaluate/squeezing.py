"""Text as the scores compare it: in Unicode NFKC (UAX 15) and without white space, with a way back to the original.

Annotators copy from whatever they read, so line breaks inside a sentence and the width of a comma must not count.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from huiyao.evaluate.entries import Span


def squeezed(text: str | None) -> str:
    """Return the text for comparison; None is the empty string."""
    return "".join(unicodedata.normalize("NFKC", text or "").split())


@dataclass(frozen=True, slots=True)
class SqueezedText:
    """A squeezed text whose characters know where they come from: `origins[i]` is the span of `text[i]`."""

    text: str
    origins: tuple[Span, ...]

    @classmethod
    def of(cls, original: str) -> SqueezedText:
        """Squeeze a canonical text (NFC), bit by bit, so that each character's origin is known."""
        found = [(char, span) for span in _bits(original) for char in squeezed(original[slice(*span)])]
        return cls("".join(char for char, _ in found), tuple(span for _, span in found))

    def original(self, span: Span) -> Span:
        """Return where a non-empty run of the squeezed text stands in the original."""
        return self.origins[span[0]][0], self.origins[span[1] - 1][1]

    def locate(self, pieces: Sequence[str]) -> list[Span | None]:
        """Return where each piece stands in the squeezed text, None where nowhere.

        A piece given again is taken for its next occurrence; where there is no further one, for the first.
        """
        ends: dict[str, int] = {}
        return [self._next(squeezed(piece), ends) for piece in pieces]

    def _next(self, piece: str, ends: dict[str, int]) -> Span | None:
        if not piece:
            return None
        start = self.text.find(piece, ends.get(piece, 0))
        if start < 0:
            start = self.text.find(piece)
        if start < 0:
            return None
        ends[piece] = start + len(piece)
        return start, ends[piece]

    def first_of(self, names: Sequence[str], start: int = 0) -> Span | None:
        """Return where the first of the names that stands at or behind `start` (an original offset) is, in the original.

        Where none stands behind it, the whole text is searched.
        """
        begin = next((at for at, (_, end) in enumerate(self.origins) if end > start), 0)
        for at in dict.fromkeys((begin, 0)):
            for name in filter(None, map(squeezed, names)):
                if (found := self.text.find(name, at)) >= 0:
                    return self.original((found, found + len(name)))
        return None


def _bits(text: str) -> Iterator[Span]:
    """Yield the runs that are normalized on their own: a character with what combines with it (half-width ｶﾞ)."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(unicodedata.normalize("NFKC", text[at])[0]):
            yield start, at
            start = at

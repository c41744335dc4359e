"""Where a word stands in a text: a search for the literal passes many times as many characters as a pattern does."""

from __future__ import annotations

from collections.abc import Iterator


def finds(text: str, form: str, start: int, end: int) -> Iterator[int]:
    """Yield every place of `text[start:end]` where the form stands."""
    at = text.find(form, start, end)
    while at >= 0:
        yield at
        at = text.find(form, at + 1, end)

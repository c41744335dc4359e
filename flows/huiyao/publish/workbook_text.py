"""Texts as the cells of a workbook can hold them."""

from __future__ import annotations

import unicodedata

CELL_LIMIT = 32_767
"""UTF-16 code units that a cell can hold (Microsoft, Excel specifications and limits)."""


def fitting(text: str, table: str) -> str:
    """Return the text as far as a cell holds it, with a note at its end where that is not all of it."""
    if len(text) <= CELL_LIMIT // 2 or _units(text) <= CELL_LIMIT:
        return text
    note = f" … [cut: {len(text):,} characters in all, in {table}.csv and {table}.parquet · 此处截断，全文见 CSV 与 Parquet]"
    kept = text.encode("utf-16-le")[: 2 * (CELL_LIMIT - _units(note))]
    return kept.decode("utf-16-le", "ignore") + note  # half a character at the end is left out


def width(text: str) -> int:
    """Return how many columns of a fixed-width font the text's widest line takes; a Chinese character takes two."""
    return max(sum(1 + (unicodedata.east_asian_width(c) in "WFA") for c in line) for line in text[:500].split("\n"))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2

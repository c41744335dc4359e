"""Pieces of pages in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_READ_BY_MARKDOWN = r"\`*_[]<>#|&~"


def one_line(value: str | None, longest: int = 60) -> str:
    """Return the value on one line, cut where it is long, with nothing in it that Markdown or HTML would read."""
    if value is None:
        return "∅"
    line = " ".join(value.split())
    line = line if len(line) <= longest else line[: longest - 1] + "…"
    return "".join(f"\\{character}" if character in _READ_BY_MARKDOWN else character for character in line)


def table(heads: Sequence[str], rows: Iterable[Iterable[object]], aligned: str) -> str:
    """Return a table; `aligned` has a letter for each column, r where it holds numbers, else l.

    Cells are Markdown; numbers are written with separators.
    """
    rule = ["---:" if side == "r" else "---" for side in aligned]
    return "".join(f"| {' | '.join(map(_cell, row))} |\n" for row in (heads, rule, *rows))


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)

"""What each paragraph of an article is: headings above, then body, subheads, captions and bylines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from huiyao.ingest.headings import MAX_HEADING_LINES, heading_kinds, heading_run
from huiyao.ingest.lines import Line, clean
from huiyao.ingest.sentences import is_heading, is_title
from huiyao.schema.records import BlockKind

Typed = tuple[BlockKind, str]
"""The kind of a block and its text."""

_SPACE = re.compile(r"\s+")
# A body that begins with its own headline, glued: …调整决定2016年6月14日上午，….
_AFTER_GLUED = re.compile(r"\s*(?:[\d（(【]|近日|日前|昨|今|本报|记者)")


def typed_blocks(part: Sequence[Line], headline: str | None) -> list[Typed]:
    """Return kind and text of every paragraph of one article, in page order.

    `headline` is the headline that metadata gives: the lines that repeat it are its block, else it comes first.
    """
    title = _SPACE.sub(" ", clean(headline)).strip() if headline else ""
    if not title:
        run = heading_run(part) or _first_group(part)
        kinds = [*heading_kinds(part[:run]), *_body_kinds(part[run:])]
    elif (place := _find_title(part, title)) is not None:
        kinds = _kinds_around(part, *place)
    else:
        kinds = ["subhead" if kind == "headline" else kind for kind in _body_kinds(part)]
        return [("headline", title), *zip(kinds, _texts(part), strict=True)]
    return list(_unglued(zip(kinds, _texts(part), strict=True)))


def _texts(part: Sequence[Line]) -> Iterator[str]:
    return (line.text for line in part)


def _first_group(part: Sequence[Line]) -> int:
    """Return the size of the first group where all lines look like headings: they are the headline of the others."""
    if len(part) < 2 or part[0].kind not in (None, "headline") or not is_heading(part[0].text):
        return 0
    size = next((n for n, line in enumerate(part) if n and line.blanks), len(part))
    return size if size <= 2 and size < len(part) else 1


def _find_title(part: Sequence[Line], title: str) -> tuple[int, int] | None:
    """Return (first line, number of lines) where the lines above the body repeat the title, white space aside."""
    wanted = _SPACE.sub("", title)
    for first in range(min(len(part), MAX_HEADING_LINES)):
        joined = ""
        for count, line in enumerate(part[first : first + 3], 1):
            joined += _SPACE.sub("", line.text)
            if joined == wanted:
                return first, count
            if not wanted.startswith(joined):
                break
        if part[first].kind in (None, "body") and not is_heading(part[first].text):
            break
    return None


def _kinds_around(part: Sequence[Line], first: int, count: int) -> list[BlockKind]:
    """Return the kinds where the headline's place is known: above it kickers, below it (set off) subheadlines."""
    below = end = first + count
    run = heading_run(part)
    while below < run and (part[below].blanks or part[below].kind is not None):
        below += 1
    kinds: list[BlockKind] = [line.kind or "kicker" for line in part[:first]]
    kinds += ["headline"] * count
    kinds += [line.kind or "subheadline" for line in part[end:below]]
    return kinds + _body_kinds(part[below:])


def _body_kinds(lines: Sequence[Line]) -> list[BlockKind]:
    """Return the kinds of lines below the headings.

    A subhead is one title line, or two, right above a body; more in a row are a list, which is body. What stands
    unfinished behind the byline, with no body after it, is captions.
    """
    kinds: list[BlockKind] = []
    known = [line.kind or (None if is_title(line.text) else "body") for line in lines]
    signed = False
    last_body = max((n for n, kind in enumerate(known) if kind in ("body", "subhead")), default=-1)
    for kind, group in groupby(range(len(lines)), known.__getitem__):
        run = list(group)
        if kind is None:
            unsaid = signed and run[0] > last_body
            kind = "caption" if unsaid else "subhead" if len(run) <= 2 and run[-1] < last_body else "body"
        signed = signed or kind == "byline"
        kinds.extend([kind] * len(run))
    return kinds


def _unglued(typed: Iterator[Typed]) -> Iterator[Typed]:
    """Yield the blocks, a headline that the first body repeats glued to its first sentence set apart."""
    headline = None
    body_seen = False
    for kind, text in typed:
        if kind == "headline" and headline is None:
            headline = text
        if kind == "body" and not body_seen:
            body_seen = True
            if headline and len(headline) > 8 and text.startswith(headline) and _AFTER_GLUED.match(text, len(headline)):
                yield "headline", headline
                text = text[len(headline) :].lstrip()
        yield kind, text

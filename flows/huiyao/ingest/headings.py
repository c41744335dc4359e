"""The lines above a body: which are the headline, what stands above it (kicker) and below it (subheadline)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from huiyao.ingest.lines import Line
from huiyao.ingest.sentences import is_heading, is_long_title
from huiyao.schema.records import BlockKind

MAX_HEADING_LINES = 8
_MARKED_KICKER = re.compile(r"【[^】]+】")
_MEETING_NAME = re.compile(
    r"(?:会议|大会|全会|年会|论坛|峰会|座谈会|研讨会|发布会|推进会|工作会|博览会|洽谈会|两会|仪式)$"
)


def heading_run(lines: Sequence[Line], start: int = 0) -> int:
    """Return how many lines from `start` can stand above a body; captions and bylines among them count.

    The run ends at the first body line. It is 0 where the run is too long for headings (a list) or nothing follows.
    """
    end, limit = start, min(len(lines), start + MAX_HEADING_LINES + 1)
    while end < limit and (lines[end].kind in _AMONG_HEADINGS or _can_head(lines[end], first=end == start)):
        end += 1
    while end > start and lines[end - 1].kind == "caption":
        end -= 1
    return end - start if end < len(lines) and end - start <= MAX_HEADING_LINES else 0


_AMONG_HEADINGS = frozenset(("headline", "kicker", "subheadline", "byline", "caption"))


def _can_head(line: Line, *, first: bool) -> bool:
    """Return whether the line can be a heading; a question set off below others is more likely the body's beginning."""
    called = line.text[-1] in "！？!?" and line.blanks > 0 and not first
    return line.kind is None and (is_heading(line.text) or (first and is_long_title(line.text))) and not called


def heading_kinds(run: Sequence[Line]) -> list[BlockKind]:
    """Return the kind of each line of a heading run.

    Lines without a blank line between them are one group. One group is the headline; of two the second is the
    subheadline, unless the first is marked 【…】 or is the bare name of a meeting above a couplet; of more the first
    group of several lines, else the second, is the headline. A line marked as headline decides for its group.
    """
    groups = _groups(run)
    chosen = _headline_group(groups)
    kinds: list[BlockKind] = []
    for number, group in enumerate(groups):
        above: BlockKind = "kicker" if number < chosen else "headline" if number == chosen else "subheadline"
        kinds.extend(_kind(line, above, first=line is group[0]) for line in group)
    return kinds


def _kind(line: Line, kind: BlockKind, *, first: bool) -> BlockKind:
    if line.kind is not None:
        return line.kind
    # A dash opens the subheadline: ——某某会议侧记.
    return "subheadline" if kind == "headline" and not first and line.text.startswith("—") else kind


def _groups(run: Sequence[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in run:
        if line.blanks or not groups or line.kind in ("byline", "caption"):
            groups.append([])
        groups[-1].append(line)
    return groups


def _headline_group(groups: list[list[Line]]) -> int:
    """Return the index of the headline's group."""
    titles = [n for n, group in enumerate(groups) if group[0].kind not in ("byline", "caption")]
    for number in titles:
        if any(line.kind == "headline" for line in groups[number]):
            return number
    if len(titles) < 2:
        return titles[0] if titles else 0
    couplets = [n for n in titles if len(groups[n]) > 1]
    first = groups[titles[0]]
    if len(titles) == 2:
        marked = _MARKED_KICKER.fullmatch(first[0].text) or (
            _MEETING_NAME.search(first[-1].text) and len(first) == 1 and couplets == [titles[1]]
        )
        return titles[1 if marked else 0]
    return couplets[0] if couplets else titles[1]

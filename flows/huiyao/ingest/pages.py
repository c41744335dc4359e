"""A page into its articles: marks bylines and captions, joins broken sentences, finds where an article ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median_low

from huiyao.ingest.boilerplate import strip_boilerplate
from huiyao.ingest.columns import rejoin
from huiyao.ingest.credits import is_byline, is_caption, is_credit, shows_scene, split_tail
from huiyao.ingest.headings import heading_run
from huiyao.ingest.lines import Line
from huiyao.ingest.sentences import (
    has_comma,
    has_stop,
    is_finished,
    is_heading,
    is_long_title,
    is_title,
    starts_dateline,
    starts_news,
    unclosed,
)
from huiyao.ingest.wrapping import unwrapped
from huiyao.schema.records import BlockKind

# A box under an article, not an article of its own.
_BOX = frozenset(
    ("相关链接", "新闻链接", "链接", "延伸阅读", "名词解释", "记者手记", "新闻背景", "背景", "背景资料", "编后", "短评")
)
_NUMBERED = re.compile(r"(?:第?[一二三四五六七八九十\d]{1,3}[、.．章节]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳])")
_CAPTION_LIMIT = 60
_LONG_TITLE = 8
# 热烈祝贺…（某某 摄）本报讯（记者某某）…: title, picture and body run together.
_GLUED_LEAD = re.compile(r"[^。！？]{4,200}?(?=本报讯\s*[（(])")


def paragraphs(lines: Sequence[Line], *, printed: bool) -> list[Line]:
    """Return the paragraphs of a page in order: boilerplate off, bylines and captions marked, sentences whole.

    `printed` says that the text may be set in columns, so that any line may be the rest of the one before.
    """
    parts = [part for line in unwrapped(lines) for part in _parts(line)]
    return rejoin(_mark_captions(parts), printed=printed)


def split_articles(page: Sequence[Line]) -> list[list[Line]]:
    """Return the paragraphs of each article of a page.

    An article ends with its byline where headings and a body follow; it also begins at headings with a byline or a
    dateline (本报讯) under them, at headings that more empty lines set apart than paragraphs are, and at each line
    marked as headline.
    """
    apart = _lines_apart(page)
    starts = [0]
    has_body = closed = False
    for index, line in enumerate(page):
        begin = _begin(page, index, closed, apart) if has_body else None
        if begin is not None and begin > starts[-1]:
            starts.append(begin)
            has_body = closed = False
        if line.kind == "byline":
            closed = has_body
        elif line.kind in (None, "body", "subhead") and (line.kind == "body" or not is_heading(line.text)):
            has_body, closed = True, False
    return [list(page[a:b]) for a, b in zip(starts, [*starts[1:], len(page)], strict=True)]


def _lines_apart(page: Sequence[Line]) -> int:
    """Return how many empty lines set an article apart: two, and more than stand between most paragraphs."""
    return max(2, median_low(line.blanks for line in page[1:]) + 1) if len(page) > 1 else 2


def _begin(page: Sequence[Line], index: int, closed: bool, apart: int) -> int | None:
    """Return where the article begins that the line at `index` shows to have begun, or None."""
    line = page[index]
    if line.kind == "headline":
        return index
    if closed and line.kind is None and line.text not in _BOX and (size := heading_run(page, index)):
        # What stands between the byline and an empty space below it still belongs above.
        return None if any(below.blanks >= apart for below in page[index + 1 : index + size]) else index
    if line.kind == "byline" or (line.kind is None and starts_dateline(line.text)):
        return _titles_above(page, index)
    return index if line.kind is None and line.blanks >= apart and _is_set_apart(page, index) else None


def _is_set_apart(page: Sequence[Line], index: int) -> bool:
    """Return whether headings of an article begin here, below an empty space.

    The space is also where a picture stood: its caption is one line, tells a scene, or has as much space below. The
    heads of an article's sections are numbered or short, unless news begins under them.
    """
    first, above = page[index].text, page[index - 1]
    size = heading_run(page, index)
    if not size or first in _BOX or not (above.kind or is_finished(above.text) or is_title(above.text)):
        return False
    below = page[index + size]
    if below.blanks >= page[index].blanks or _NUMBERED.match(first):
        return False
    if starts_news(below.text):
        return True
    return size > 1 or (len(first) >= _LONG_TITLE and not shows_scene(first))


def _titles_above(page: Sequence[Line], index: int) -> int | None:
    """Return where the titles right above a byline at the top, or a dateline, begin; None where there are none."""
    top = index
    while top and index - top < 8 and page[top - 1].kind is None and _is_headline(page[top - 1].text):
        top -= 1
    follows = index + 1 < len(page) and page[index + 1].kind is None and not is_heading(page[index + 1].text)
    is_lead = page[index].kind is None
    return top if top < index and (is_lead or follows) else None


def _is_headline(text: str) -> bool:
    return is_heading(text) or is_long_title(text)


def _parts(line: Line) -> list[Line]:
    """Return the line without boilerplate, its kind told by its words, a byline behind its last sentence apart."""
    text = strip_boilerplate(line.text)
    if not text:
        return []
    if line.kind is not None:
        return [replace(line, text=text)]
    if is_byline(text):
        return [replace(line, text=text, kind="byline")]
    if is_credit(text) or is_caption(text):
        return [replace(line, text=text, kind="caption")]
    parts: list[Line] = []
    if "本报讯" in text[4:210] and (glued := _GLUED_LEAD.match(text)):
        parts.append(Line(glued[0].rstrip(), line.blanks, kind="caption" if is_caption(glued[0]) else None))
        text, line = text[glued.end() :], replace(line, blanks=1)
    return parts + _tail_parts(replace(line, text=text))


def _tail_parts(line: Line) -> list[Line]:
    split = split_tail(line.text)
    if split is None:
        return [line]
    body, byline, rest = split
    kind: BlockKind = "caption" if is_credit(byline) else "byline"
    parts = [replace(line, text=body), Line(byline, 1, kind=kind)]
    return [*parts, Line(rest, 1, kind="caption")] if rest else parts


def _mark_captions(lines: list[Line]) -> list[Line]:
    """Return the lines with those that a photo credit belongs to marked as captions."""
    marked = list(lines)
    for index, line in enumerate(lines):
        if line.kind == "caption" and is_credit(line.text):
            for above in _captions_above(marked, index):
                marked[above] = replace(marked[above], kind="caption")
    return marked


def _captions_above(lines: Sequence[Line], credit: int) -> list[int]:
    """Return the indices of the caption lines right above a credit.

    The credit's own group, or the group above a credit that stands alone, may be any unfinished lines; farther up
    only lines that layout (two blank lines, a picture's place) or words (现场, 在…发言) show to be captions.
    """
    found: list[int] = []
    own_group = True
    for index in range(credit - 1, max(-1, credit - 5), -1):
        line, below = lines[index], lines[index + 1]
        if line.kind is not None or not _may_caption(line.text) or index == 0:
            break
        if found and below.blanks:
            own_group = False
        if not own_group and not (is_title(line.text) and (line.blanks > 1 or shows_scene(line.text))):
            break
        found.append(index)
    return found


def _may_caption(text: str) -> bool:
    if len(text) > _CAPTION_LIMIT or has_stop(text) or unclosed(text) > 0:
        return False
    return not is_finished(text) and (not has_comma(text) or len(text) > 8)

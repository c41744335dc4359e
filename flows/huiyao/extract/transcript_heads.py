"""The head of a transcript: when it was, and who took part with which title (发布人：市教育局局长 林小田)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiyao.extract import foreign_names, names
from huiyao.extract.positions import Position, parse_positions
from huiyao.extract.sentences import Span
from huiyao.schema.records import Article

# A head has no more lines, and they are short.
_MOST_LINES, _LONGEST_LINE = 20, 120
_TIME = re.compile(r"(?:发布|访谈|会议)?时\s{0,4}间[：:]")
# 发布人：, 主持人：, 访谈嘉宾：; the lines below may go on without it.
_LABEL = re.compile(r"[\u4e00-\u9fff]{0,6}(?:发布人|主持人|发言人|主讲人|介绍人|访谈人|嘉宾|出席人员)[：:]")
_MAY_LIST = re.compile(r"[：:](?<=[人宾员][：:])")
_NAME = r"(?P<name>[\u4e00-\u9fff·]{2,12})"
_TITLE = r"(?P<title>[^：:。\n]{2,60}?)"
_ORDERS = (
    re.compile(rf"{_TITLE}[ \u3000]{{1,8}}{_NAME}$"),
    re.compile(rf"{_NAME}[ \u3000]{{1,8}}{_TITLE}$"),
    re.compile(rf"{_NAME}[（(]{_TITLE}[）)]$"),
)


def time_line(article: Article) -> Span | None:
    """Return the line at the top that says when it was (时间：…), None where there is none."""
    return next((span for span in _top(article) if _TIME.match(article.text, *span)), None)


def participants(article: Article) -> Iterator[tuple[int, int, tuple[Position, ...]]]:
    """Yield (start, end, positions) of each name in the list of those who take part."""
    if _MAY_LIST.search(article.text) is None:
        return
    listed = False
    for start, end in _top(article):
        label = _LABEL.match(article.text, start, end)
        listed = listed or label is not None
        found = _named(article.text[label.end() if label else start : end]) if listed else None
        if found:
            name, positions = found
            at = article.text.find(name, label.end() if label else start)
            yield at, at + len(name), positions
        elif not label:
            listed = False


def _top(article: Article) -> Iterator[Span]:
    for block in article.blocks[:_MOST_LINES]:
        if block.end - block.start <= _LONGEST_LINE and block.kind in ("subheadline", "body"):
            yield block.start, block.end


def _named(line: str) -> tuple[str, tuple[Position, ...]] | None:
    """Return the name that a line of the list tells, and its positions; None where it tells no titled name."""
    for order in _ORDERS:
        match = order.match(line.strip())
        if match is None or not (names.looks_like_name(match["name"]) or foreign_names.looks_foreign(match["name"])):
            continue
        kept, positions = parse_positions(match["title"])
        if positions and kept == match["title"]:
            return match["name"], positions
    return None

"""Speakers named with a colon within a paragraph: 林小田：明天开工。, as broadcasts print it, or 林小田算起了账：…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiyao.extract.people import Mention, People
from huiyao.extract.report import Report

_COLONS = ("：", ":")
_QUOTES = "“「"
_HEADS = "。！？”："
# What somebody does with words before a colon: 用一组数据说明工期之紧：, 向顾问们“交账”：.
_PLAIN = r"[^，,。：:；;！？“”、《》\n]"
_RETELLS = re.compile(
    rf"(?!的|等|和|与){_PLAIN}{{0,16}}(?:说明|概括|总结|形容|交账|交底|答复|“(?:交账|交底|算账|支招|表态|报账)”){_PLAIN}{{0,16}}[：:]"
)


def inline_labels(text: str, start: int, end: int, people: People) -> Iterator[Report]:
    """Yield the known persons who head a sentence with a colon behind them, or behind how they speak."""
    for mention in people.within(start, end):
        if mention.start != start and text[mention.start - 1] not in _HEADS:
            continue
        content = _behind_colon(text, mention, end)
        if content is not None and content + 1 < end:
            yield Report(mention.name, True, "", mention.start, content, text[content] in _QUOTES)


def _behind_colon(text: str, mention: Mention, end: int) -> int | None:
    """Return where the words behind the colon begin, None where no colon follows the name or how somebody speaks."""
    if text[mention.end : mention.end + 1] in _COLONS:
        return mention.end + 1
    told = _RETELLS.match(text, mention.end, end)
    return told.end() if told else None

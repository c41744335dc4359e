"""Decrees: papers that order something in the article's own prose, and lists of what is ordered, item by item."""

from __future__ import annotations

import re

from huiyao.extract.narration import ITEM
from huiyao.extract.sentences import Span

_PAPER = "通知|方案|意见|办法|规定|措施|条例|规划|纲要|公告|细则|新政|协议|合同"
# 通知明确，; 《某某办法》规定：; 根据协议，; 按照公司提出的方案，. What follows is what the paper orders.
_SPEAKS = re.compile(
    rf"(?:(?:{_PAPER})[》”]?(?:还|也)?(?:明确|提出|要求|规定|约定)(?:[，,：:]|(?=对|将|要|在))|(?<![\u4e00-\u9fff])(?:根据|按照|依照)[^，,。；：]{{0,16}}(?:{_PAPER}|约定)[》”]?[，,])"
)
# Some part of what it finds.
_MAY_SPEAK = re.compile("明确|提出|要求|规定|约定|根据|按照|依照")
# 报告提出要抓好八个方面：, 会议部署了以下任务：.
_OPENS_LIST = re.compile(
    r"(?:要|将|须|明确|提出|部署|推出|出台|打算|计划|承诺)[^。！？]{0,40}(?:方面|工作|任务|措施|举措|行动|工程|部署|安排|件事|实事|要求|意见|重点)[：:]$"
)
_LONGEST_OPENING = 60


def speaks_from(text: str, start: int, end: int) -> int | None:
    """Return the place of a sentence from which a paper speaks, None where none does."""
    match = _SPEAKS.search(text, start, end) if _MAY_SPEAK.search(text, start, end) else None
    return match.end() if match else None


def opens_list(text: str, start: int, end: int) -> bool:
    """Whether a sentence announces a list of what is to be done, whose items are the paragraphs behind it."""
    return text[end - 1] in "：:" and _OPENS_LIST.search(text, max(start, end - _LONGEST_OPENING), end) is not None


def goes_on_listing(text: str, span: Span, lists: bool) -> bool:
    """Whether a sentence belongs to the list that `lists` says is open: as an item, or in the paragraph of one."""
    heads_paragraph = text[span[0] - 1 : span[0]].isspace()
    return lists and (not heads_paragraph or ITEM.match(text, span[0]) is not None)

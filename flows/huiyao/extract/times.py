"""Times: what the words that tell when say of the actions of a sentence or clause."""

from __future__ import annotations

import re
from typing import Literal

_DONE_TIME = re.compile(
    r"近年来|以来|过去[\d一二三四五六七八九十两]+年|年(?<=[\d一二三四五六七八九十两]年)多?来|去年|截至|目前|日前|近日|此前|20\d\d年，"
)
_PLANNED_TIME = re.compile(
    r"下一步|下步|今后|接下来|未来|明年|下一阶段|下阶段|后续|届时|下半年|(?:根据|按照)(?:该|此|双方)?协议|协议(?:规定|约定|明确)|双方(?:商定|约定)|(?:通知|方案|意见|办法|规定|措施|条例|规划|纲要|公告)[》”]?(?:明确|提出|要求|规定|强调|指出)"
)
# Some part of what each of them finds.
_TELLS_TIME = re.compile(
    "近年来|以来|过去|年来|多来|去年|截至|目前|日前|近日|此前|20|下一步|下步|今后|接下来|未来|明年|下一阶段|下阶段|后续|届时|下半年|协议|双方|明确|提出|要求|规定|强调|指出"
)
# By when, or from when on: 年底前, 三年内, 明年, 下个月起; not 去年底前.
_AHEAD = re.compile(
    r"(?<![去前上])(?:明年|年内|下半年(?!以)|下个?月|下周|(?:[寒暑]假|开学|汛期|春节|国庆|中秋|元旦|高考|入冬|供暖)前|(?<=日)(?:零时)?起$|(?<![\u4e00-\u9fff])(?:未来)?[一二两三四五六七八九十\d]{1,3}(?:年|个?月|周|天|小时|个工作日)之?内"
    r"|(?:年|月|季度|周)[底末]之?前|20\d\d年(?:[底末]|\d{1,2}月)?之?前(?!\d)|\d月(?:上旬|中旬|下旬|[底末]|\d{1,2}日)?之?前(?![\u4e00-\u9fff]?[后来\d]))"
)

_JUST_NOW = re.compile("日前|近日|昨天|今天(?!起)")


def status(head: str) -> Literal["done", "planned"] | None:
    """Return what the time at the head of a sentence says of its actions."""
    if not _TELLS_TIME.search(head):
        return None
    if _PLANNED_TIME.search(head):
        return "planned"
    return "done" if _DONE_TIME.search(head) else None


def of_clause(text: str, start: int, end: int, *, told: bool) -> Literal["done", "planned"] | None:
    """Return what a time between the start of a clause and its action, up to `end`, says of the action.

    Where the article has `told` it, a day just past says nothing: so it tells of everything.
    """
    if end <= start:
        return None
    match = _AHEAD.search(text, start, end)
    if match is not None and text.find("的", match.end(), end) < 0:
        return "planned"
    return "done" if not told and _JUST_NOW.search(text, start, end) else None


def only_time(text: str, start: int, end: int) -> int:
    """Return the end of a clause that tells no more than a time (要求各地在年底前，), else its start."""
    return end if end - start <= 16 and text[end - 1] in "前内起" else start

"""The year of a meeting in an article that tells none: what the text sets for later, or counts so far, fixes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FULL = r"(?P<year>20\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
# 自2024年9月1日起施行, 决定第六次会议于2025年1月14日召开: days that lie ahead of the meeting, and not by years.
_SET = (
    re.compile(rf"自{_FULL}起"),
    re.compile(rf"(?:将于|定于){_FULL}"),
    re.compile(rf"决定[^。；\n]{{0,40}}?于{_FULL}(?:召开|举行)"),
)
# 截至2024年9月底: figures as new as the news.
_SO_FAR = re.compile(r"截至(?P<year>20\d\d)年(?P<month>\d{1,2})月(?:底|末|(?P<day>\d{1,2})日)?")
# 审议通过《麦田治理方案（2024—2027年）》: a plan is passed in its first year, or at the end of the year before.
_PLAN = re.compile(r"通过[^。；\n]{0,30}?《[^》\n]{2,60}[（(](?P<year>20\d\d)年?[—\-–－至~～]{1,2}20\d\d年?度?[）)]")
_UNKNOWN = "XXXX-"
_END_OF_YEAR = 11


def with_year(text: str, date: str | None) -> str | None:
    """Return a date (EDTF) of unknown year with the year that the text fixes; as it is where it fixes none or two."""
    if not date or not date.startswith(_UNKNOWN) or not date[5:7].isdigit():
        return date
    years = set(_years(text, date[5:10]))
    return date.replace("XXXX", str(years.pop())) if len(years) == 1 else date


def _years(text: str, day: str) -> Iterator[int]:
    """Yield the year of a day (MM-DD) by each of the words that fix it."""
    for pattern in _SET:
        for match in pattern.finditer(text):
            yield int(match["year"]) - (day > _day(match))
    for match in _SO_FAR.finditer(text):
        yield int(match["year"]) + (day < _day(match))
    if int(day[:2]) < _END_OF_YEAR:
        for match in _PLAN.finditer(text):
            yield int(match["year"])


def _day(match: re.Match[str]) -> str:
    return f"{int(match['month']):02d}-{int(match['day'] or 1):02d}"

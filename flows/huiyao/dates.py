"""Dates as news writes them: partial dates in EDTF, relative words resolved against an article's own date.

An anchor is the date of publication in EDTF (`2024-10-14`, `2024-10`, `2024`) or None. What neither the words nor the
anchor fix stays open: `XXXX-05-23` for 5月23日 without a year, `XXXX-XX-23` for 23日 alone.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

_YEAR_WORDS = {"前年": -2, "去年": -1, "今年": 0, "明年": 1, "后年": 2}
_MONTH_WORDS = {"上个月": -1, "上月": -1, "本月": 0, "这个月": 0, "下个月": 1, "下月": 1}
_DAY_WORDS = {
    "大前天": -3, "前天": -2, "前日": -2, "昨天": -1, "昨日": -1, "昨晚": -1, "今天": 0, "今日": 0, "今晨": 0,
    "今晚": 0, "今早": 0, "明天": 1, "明日": 1, "后天": 2,
}  # fmt: skip


def _words(table: dict[str, int]) -> str:
    return "|".join(sorted(table, key=len, reverse=True))


_MONTH_DIGITS = r"1[0-2]|0?[1-9]"
_DAY_DIGITS = r"3[01]|[12]\d|0?[1-9]"
_TO = r"\s*(?:至|到|—{1,2}|－|-|–|~|～)\s*"
_DATE_RE = re.compile(
    rf"(?P<day_word>{_words(_DAY_WORDS)})"
    rf"(?:上午|下午|晚上|晚|早上|中午)?(?:[（(](?P<gloss>\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}日)[）)])?"
    rf"|(?P<near>[今昨])[（(](?P<near_day>{_DAY_DIGITS})[日号]?[）)][日天晚]?"
    rf"|(?<![\d.])(?:(?P<year>(?:19|20)\d\d)年|(?P<year_word>{_words(_YEAR_WORDS)}))?"
    rf"(?:(?P<month>{_MONTH_DIGITS})月份?|(?P<month_word>{_words(_MONTH_WORDS)}))?"
    rf"(?:(?P<day>{_DAY_DIGITS})[日号]?"
    rf"(?:{_TO}(?:(?:(?P<end_year>20\d\d)年)?(?P<end_month>{_MONTH_DIGITS})月)?(?P<end_day>{_DAY_DIGITS}))?"
    rf"(?:日(?!均|前|内|间|用)|号(?!线|楼|院|馆|文|令|机|门|桥|车|站|店|厅|井|段|仓|房|公|台|桩|地|决)))?"
)
# What a date begins with; the pattern of dates itself fits nothing as well, at every place.
# Literals all, so that the search passes most characters at a glance.
_FIRST = re.compile(f"{'|'.join('0123456789')}|[今昨](?=[（(])|{_words(_DAY_WORDS | _YEAR_WORDS | _MONTH_WORDS)}")
# A day of the month, a month or a year that is compared or counted is no date: 同比, 1至5月份, 10年来.
_DATELINE_RE = re.compile(r"(?P<date>20\d\d年\d{1,2}月\d{1,2}日)(?:电|讯|消息)")
_NEXT_YEAR_RE = re.compile(r"明年(?:(?!\d{4}年)[^。！？\n]){0,40}?(?P<year>20\d\d)年")
_GLOSSED_YEAR_RE = re.compile(r"(?P<word>前年|去年|今年|明年)(?:[（(]|即)(?P<year>20\d\d)年")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text: `text[start:end]`, and its EDTF value, as exactly as it is known.

    `of_day` says that the words mean one day (昨天), even where only its year is known.
    """

    start: int
    end: int
    edtf: str
    of_day: bool = False

    @property
    def has_day(self) -> bool:
        """Whether the day of the month is known (if perhaps not the year)."""
        return len(self.edtf.split("/")[0]) == 10 and not self.edtf.endswith("XX")


@dataclass(frozen=True, slots=True)
class _Anchor:
    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, edtf: str | None) -> _Anchor:
        parts = [int(part) if part.isdigit() else None for part in (edtf or "").split("/")[0].split("-")]
        return cls(*parts[:3]) if edtf else cls()

    @property
    def date(self) -> datetime.date | None:
        if self.year and self.month and self.day:
            return datetime.date(self.year, self.month, self.day)
        return None


_ANY_YEAR = "2023"  # one without a 29th of February, for days whose year nobody knows


def parse_day(edtf: str | None) -> datetime.date | None:
    """Return the day that an EDTF date names, or None where it names none (`2024-10`, `XXXX-05-23`, a range)."""
    if not edtf or not re.fullmatch(r"\d{4}-\d\d-\d\d", edtf):
        return None
    try:
        return datetime.date.fromisoformat(edtf)
    except ValueError:
        return None


def running(edtf: str | None, days: int) -> str | None:
    """Return the range between a day and the one so many days after it, or before it where negative.

    What is no single day, and a distance of none or of more than a month, leave the date as it is.
    """
    day = parse_day(edtf) or parse_day((edtf or "").replace("XXXX", _ANY_YEAR))
    if day is None or not 0 < abs(days) < 31:
        return edtf
    first, last = sorted((day, day + datetime.timedelta(days=days)))
    if edtf and edtf.startswith("XXXX"):
        return edtf if first.year != last.year else f"XXXX{first.isoformat()[4:]}/XXXX{last.isoformat()[4:]}"
    return f"{first.isoformat()}/{last.isoformat()}"


def date_fixed_by_text(text: str) -> str | None:
    """Return the date of publication, in EDTF, as far as the text itself fixes it, else None.

    Three things fix it: a dateline (`…2024年10月13日电`), a year set beside 今年, 去年 or 明年 (去年（2023年）), and
    a meeting of next year with its year (明年的…将于2025年10月12日举行). Two that disagree fix nothing.
    """
    dateline = _DATELINE_RE.search(text[:200])
    if dateline:
        found = next(find_dates(dateline["date"], None), None)
        return found.edtf if found else None
    years = {int(m["year"]) - 1 for m in _NEXT_YEAR_RE.finditer(text)}
    years |= {int(m["year"]) - _YEAR_WORDS[m["word"]] for m in _GLOSSED_YEAR_RE.finditer(text)}
    return str(years.pop()) if len(years) == 1 else None


def find_dates(text: str, anchor: str | None, start: int = 0, end: int | None = None) -> Iterator[DateMention]:
    """Yield the dates in `text[start:end]` in order, relative ones resolved against `anchor` (EDTF or None).

    A relative word that the anchor does not resolve (昨天 without any date) is left out; with a year alone it
    gives that year.
    """
    base, end = _Anchor.parse(anchor), len(text) if end is None else end
    at = start
    while first := _FIRST.search(text, at, end):
        match = _DATE_RE.match(text, first.start(), end)
        at = max(first.start() + 1, match.end() if match else 0)
        edtf = _resolve(match, base) if match and match.group() else None
        if match and edtf:
            yield DateMention(match.start(), match.end(), edtf, of_day=bool(match["day_word"]))


def _resolve(match: re.Match[str], base: _Anchor) -> str | None:
    if match["day_word"]:
        return _relative_day(match, base)
    if match["near"]:  # 今（23）日
        return _format(None, None, int(match["near_day"]), match, base)
    year = _year(match, base)
    month = int(match["month"]) if match["month"] else None
    if match["month_word"]:
        month = _shifted_month(base, _MONTH_WORDS[match["month_word"]])
    day = int(match["day"]) if match["day"] else None
    if day is None and match["year_word"] and month is None:
        return str(year) if year else None
    return _format(year, month, day, match, base)


def _year(match: re.Match[str], base: _Anchor) -> int | None:
    if match["year"]:
        return int(match["year"])
    if match["year_word"] and base.year:
        return base.year + _YEAR_WORDS[match["year_word"]]
    return None


def _relative_day(match: re.Match[str], base: _Anchor) -> str | None:
    shift = _DAY_WORDS[match["day_word"]]
    if base.date:
        return (base.date + datetime.timedelta(days=shift)).isoformat()
    if match["gloss"]:  # 今天（4月29日）says its own date
        return next((found.edtf for found in find_dates(match["gloss"], _edtf(base))), None)
    return str(base.year) if base.year else None


def _edtf(base: _Anchor) -> str | None:
    return str(base.year) if base.year else None


def _shifted_month(base: _Anchor, shift: int) -> int | None:
    return (base.month - 1 + shift) % 12 + 1 if base.month else None


def _format(year: int | None, month: int | None, day: int | None, match: re.Match[str], base: _Anchor) -> str | None:
    if year is None and month is None and day is None:
        return None
    if month is None and day is not None:
        if year is not None:
            return None  # 2024年5日 is no date
        year, month = _nearest_month(day, base)
    if year is None:
        year = _nearest_year(month, day, base)
    first = _join(year, month, day)
    if first is None or not match["end_day"]:
        return first
    last = _join(*_range_end(year, month, day, match))
    return f"{first}/{last}" if last else None


def _range_end(
    year: int | None, month: int | None, day: int | None, match: re.Match[str]
) -> tuple[int | None, int | None, int]:
    """Return year, month and day of the end of a range; one that runs backwards ends in the next month or year."""
    end_day = int(match["end_day"])
    end_month = int(match["end_month"]) if match["end_month"] else month
    if end_month and month and not match["end_month"] and day and end_day < day:
        end_month = end_month % 12 + 1
    end_year = int(match["end_year"]) if match["end_year"] else year
    if end_year and end_month and month and not match["end_year"] and end_month < month:
        end_year += 1
    return end_year, end_month, end_day


def _join(year: int | None, month: int | None, day: int | None) -> str | None:
    """Return the EDTF date, or None where the calendar has no such day."""
    try:
        datetime.date(year or 2024, month or 1, day or 1)
    except ValueError:
        return None
    parts = [f"{year:04d}" if year else "XXXX"]
    if month or day:
        parts.append(f"{month:02d}" if month else "XX")
    if day:
        parts.append(f"{day:02d}")
    return "-".join(parts)


def _nearest_month(day: int, base: _Anchor) -> tuple[int | None, int | None]:
    """Return year and month of a bare day: the anchor's month, or the month before where the day lies far ahead.

    News of the 1st speaks of 31日 and means yesterday; more than a week ahead is taken for the month before.
    """
    if not (base.month and base.day):
        return None, None
    if base.year is None:  # the dateline tells the month alone
        return None, base.month if day <= base.day + 7 else (base.month - 2) % 12 + 1
    if day > base.day + 7:
        previous = datetime.date(base.year, base.month, 1) - datetime.timedelta(days=1)
        return previous.year, previous.month
    return base.year, base.month


def _nearest_year(month: int | None, day: int | None, base: _Anchor) -> int | None:
    """Return the year that puts month and day nearest to the anchor, as a reader takes 12月30日 in January."""
    if base.year is None or month is None or base.month is None:
        return base.year
    distance = {
        year: abs((year - base.year) * 12 + month - base.month) for year in (base.year - 1, base.year, base.year + 1)
    }
    return min(distance, key=lambda year: (distance[year], year != base.year))

"""What a meeting's name says for comparison: its numbers, its year, what is left of it, and whether that tells anything.

Nothing here is shown to users; names in the tables stay as articles write them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from huiyao import lexicon

_IGNORED = re.compile(r"[\s“”‘’\"'「」『』〝〞《》]")
_DASHES = re.compile(r"[‐‑‒–—―－-]+")
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_NUMBER = r"\d{1,4}|[〇零一二两三四五六七八九十百千]{1,7}"
# 第37次, 第八届; 十四届, 三次会议; 三中全会. 首届 is the first.
_ORDINAL = re.compile(
    rf"第(?P<a>{_NUMBER})(?:次|届|屆|场|轮|期|讲|季)"
    rf"|(?P<b>{_NUMBER})(?:届|屆)"
    rf"|(?P<c>{_NUMBER})次(?=会议|全会|全体会)"
    r"|(?P<d>[一二三四五六七八九])(?=中全会)"
    r"|(?P<first>首[届屆次场轮期])"
)
_EDITION = re.compile(_ORDINAL.pattern.replace("|(?P<d>[一二三四五六七八九])(?=中全会)", ""))  # 三中全会 is a name
_YEAR = re.compile(r"(?:19|20)\d\d(?:年度|年|·)?(?!周年)")
_DAY_IN_BRACKETS = re.compile(r"\(\d{1,2}月\d{1,2}日\)")
# What a name may have before its noun and still be the name of many: 新春招待会, 例行发布会.
_EMPTY = re.compile(
    r"(?:新闻|新春|春节|迎春|国庆|中秋|新年|元旦|记者|中外|媒体|政策|例行|专题|主题|系列|全体|特别|紧急|专场|首场|工作|总结|成果|赛事|"
    r"情况|重要|隆重|盛大|欢迎|庆祝|纪念|国际|高层|扩大|多种|活动|视频|线上|远程|启动|签约|开幕|闭幕|交流|学术|通报|说明|"
    r"年度|本次|本届|这次|此次|会议|大会|论坛|峰会|会|的)*"
)
_SESSION = re.compile(
    r"(?:暨|(?:开幕|闭幕|开班|结业|启动|揭幕)(?:式|会|仪式|大会)?$|(?:主论坛|全体会议?|年会|会议|大会|峰会)$)"
)
# Words that end like a noun and are names: each is one series.
_NAMES = ("广交会", "进博会", "服贸会", "消博会", "高交会", "链博会", "中全会")
_LONG_HEAD = (
    6  # characters before the noun with which a name stands for itself, without a date or without its beginning
)


@dataclass(frozen=True, slots=True)
class Naming:
    """A name for comparison.

    `stem` is the name without its numbers and year, `numbers` its ordinals in order of the text, `year` the year that
    it bears, `head` what stands in the stem before its noun. `plain` is the whole name, folded.
    """

    plain: str
    stem: str
    numbers: tuple[int, ...]
    year: int | None
    head: str

    @property
    def bare(self) -> bool:
        """Whether it is the name of any number of meetings: 座谈会, 新春招待会, 第二次会议."""
        return len(self.head) < 2 or _EMPTY.fullmatch(self.head) is not None

    @property
    def telling(self) -> bool:
        """Whether its head alone tells it from others: 省部级主要领导干部专题 of …研讨班 does, 党外人士 does not."""
        return len(self.head) >= _LONG_HEAD and not self.bare


def folded(name: str) -> str:
    """Return the name in NFKC without white space, quotation marks and the many kinds of dash, for comparison only."""
    return _DASHES.sub("-", _IGNORED.sub("", unicodedata.normalize("NFKC", name)))


@lru_cache(maxsize=2**17)  # the same names come again and again
def naming(name: str) -> Naming:
    """Return what the name says for comparison."""
    plain = _DAY_IN_BRACKETS.sub("", folded(name))
    numbers = tuple(_number(match) for match in _ORDINAL.finditer(plain))
    year = _YEAR.search(plain)
    stem = without_edition(plain)
    return Naming(plain, stem, numbers, int(year.group()[:4]) if year else None, stem.removesuffix(noun_of(stem)))


def without_edition(name: str) -> str:
    """Return the name without what tells one edition from another: its ordinals and its year.

    >>> without_edition("十四届全国人大常委会第二次会议"), without_edition("2024年云州论坛")
    ('全国人大常委会会议', '云州论坛')
    """
    return _YEAR.sub("", _EDITION.sub("", name))


@lru_cache(maxsize=2**17)
def noun_of(name: str) -> str:
    """Return the longest meeting noun of the lexicon that the name ends in, or nothing.

    >>> noun_of("云州新闻发布会"), noun_of("云州")
    ('新闻发布会', '')
    """
    if name.endswith(_NAMES):
        return ""
    nouns = _nouns()
    return next((name[i:] for i in range(max(0, len(name) - _longest()), len(name)) if name[i:] in nouns), "")


def is_session(rest: str) -> bool:
    """Return whether what a name has behind that of a meeting is of that very meeting: 开幕式, 暨…, 年会."""
    return not rest or _SESSION.match(rest) is not None


def is_part_of(name: Naming, whole: Naming) -> bool:
    """Return whether the first is a meeting within the second by its name: that of the whole, more, and a noun.

    第三届云州论坛青年分论坛 is one of 第三届云州论坛; 第三届云州论坛开幕式 and …论坛暨… are that forum itself.
    """
    if not name.plain.startswith(whole.plain) or name.plain == whole.plain:
        return False
    rest = without_edition(name.plain.removeprefix(whole.plain)).removesuffix("之一")
    return not is_session(rest) and noun_of(rest) != ""


def shortens(short: str, full: str) -> bool:
    """Return whether the characters of the first come in this order in the second."""
    rest = iter(full)
    return all(character in rest for character in short)


def best(names: Iterable[str]) -> Naming:
    """Return the first name that is not bare, else the first: an article says 第62次全会 and means that of its alias."""
    known = [naming(name) for name in names]
    return next((name for name in known if not name.bare), known[0])


def _number(match: re.Match[str]) -> int:
    if match["first"]:
        return 1
    digits = match["a"] or match["b"] or match["c"] or match["d"]
    return int(digits) if digits.isdecimal() and digits.isascii() else _chinese(digits)


def _chinese(text: str) -> int:
    """Read a number up to 千; 二〇 and other rows of digits are read digit by digit."""
    if not any(character in _UNITS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    total = digit = 0
    for character in text:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit


@cache
def _nouns() -> frozenset[str]:
    return frozenset(lexicon.words("meeting_nouns"))


@cache
def _longest() -> int:
    return max(map(len, _nouns()))

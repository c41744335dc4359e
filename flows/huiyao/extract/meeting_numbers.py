"""Numbers in the names of meetings: which edition it is (第36次, 七届十六次), and the name that all editions share."""

from __future__ import annotations

import re
from functools import lru_cache

_NUMERALS = "零一二三四五六七八九"
NUMBER = r"(?:\d{1,4}|[一二三四五六七八九十百零]{1,7})"
# 第十四届全国人大…委员会全体会议: the number counts the assembly.
_ASSEMBLY = r"(?:全国|[省市县区])?(?:人大|人民代表|政协|委员会)|中央委员会|理事会|常委"
ORDINAL = re.compile(
    rf"第(?P<a>{NUMBER})(?:次|届(?!{_ASSEMBLY})|场|轮|期|讲)|(?:{NUMBER})届(?P<b>{NUMBER})(?:次|中(?=全会(?:第|$)))|(?P<d>{NUMBER})次(?=会议|全会|全体会议)|(?P<c>{NUMBER})届(?!全国|中央|省|市|县|区|人大|政协|常委|理事)"
)
_COUNTS = re.compile("[第届次]")
_COUNTS_SOMETHING_ELSE = re.compile(r"普查|访华|航班|专列|全会精神")
# 第19届运动会火炬传递启动仪式: the number counts the games.
_EVENT_OF_AN_EVENT = re.compile(
    r"(?:届|次)[^届次]*(?:运动会|亚运会|奥运会|冬奥会|冬运会|博览会|论坛|峰会|电影节|艺术节|大会|会议).+(?:仪式|典礼|晚会|招待会|发布会)$|次会议[^第]*通道”?$"
)
_YEAR = re.compile(r"(?:19|20)\d\d年?(?:度|·)?")


def number(digits: str) -> int:
    """Return the value of a number below 1,000 in Arabic or Chinese figures (36, 三十六, 十)."""
    if digits.isdigit():
        return int(digits)
    total = part = 0
    for char in digits:
        if char in "十百":
            total += (part or 1) * (10 if char == "十" else 100)
            part = 0
        else:
            part = _NUMERALS.index(char)
    return total + part


@lru_cache(maxsize=256)  # each name is compared with all the others of its article
def ordinal(name: str) -> int | None:
    """Return the number of the edition that a name tells (第36次, 七届十六次: 16), None where it counts something else."""
    if not _COUNTS.search(name):
        return None
    found = [match for match in ORDINAL.finditer(name) if not match["c"]] or list(ORDINAL.finditer(name))
    if not found or _COUNTS_SOMETHING_ELSE.search(name) or _EVENT_OF_AN_EVENT.search(name):
        return None
    digits = found[-1]["a"] or found[-1]["b"] or found[-1]["d"] or found[-1]["c"]
    return number(digits)


def series(name: str) -> str | None:
    """Return the name without ordinal and year, what all editions share; None where nothing else is left."""
    rest = _YEAR.sub("", without_ordinal(name)).strip(" ·—-")
    return rest or None


def without_ordinal(name: str) -> str:
    """Return the name without the numbers of its edition."""
    return ORDINAL.sub("", name) if _COUNTS.search(name) else name

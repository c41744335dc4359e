"""Details of a measure: field of policy, named programmes, quantities, deadline."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache

from huiyao import dates, lexicon

_PROGRAMME = re.compile(
    r"《[^》]{2,60}》|“[^”，,。]{2,30}”|[\u4e00-\u9fff]{2,16}?(?:计划|行动|工程|条例)(?![划者员的])"
)
# What every one of them holds.
_NAMES_PROGRAMME = re.compile(r"[《“]|计划|行动|工程|条例")
_NUMBER = re.compile(r"[\d一二三四五六七八九十百千两]")
_QUANTITY = re.compile(
    r"(?:近|约|超过?|逾|共|达)?(?:\d[\d,.]*|[一二三四五六七八九十百千两]{1,6})(?:多|余)?(?:万|亿|千|百){0,2}(?:余|多)?"
    r"(?:元|美元|人次|人|名|位|家|个百分点|个|项|件|起|亩|公里|平方米|平方公里|吨|条|座|所|台|辆|套|户|场|次|倍|批|期|%|％|兆瓦|千瓦|立方米|处|种|张|架|艘)"
)
# 一批, 一起, 一个 count nothing.
_VAGUE = re.compile(r"一[^\d]{1,2}")
_DEADLINE = re.compile(
    r"(?:到|至|在)?(?P<year>20\d\d年|今年|明年|本年)?(?P<month>\d{1,2}月)?(?:年)?(?:底|末)?(?:之前|以前|前)(?![进列所])|(?:到|至)(?P<goal>20\d\d年)"
)
_SENTENCE_END = re.compile(r"[。！？\n]")
_LONGEST_EVIDENCE = 1000  # code points on either side of a measure


@cache
def _topics() -> tuple[tuple[str, str], ...]:
    return tuple((row.word, row.kind) for row in lexicon.rows("topics"))


@cache
def _any_topic() -> re.Pattern[str]:
    return re.compile(lexicon.headed(lexicon.alternation("topics"), lexicon.words("topics")))


def topic(clause: str) -> str | None:
    """Return the field of policy whose words occur most often in the clause, the first of equals; None without any."""
    if _any_topic().search(clause) is None:
        return None
    counts: dict[str, int] = {}
    for word, kind in _topics():
        if word in clause:
            counts[kind] = counts.get(kind, 0) + clause.count(word)
    return max(counts, key=counts.__getitem__, default=None)


def programmes(clause: str) -> tuple[str, ...]:
    """Return what stands in 《》 or “” or ends in 计划, 行动, 工程, 条例, without the quotation marks, in order."""
    if _NAMES_PROGRAMME.search(clause) is None:
        return ()
    found = _PROGRAMME.findall(clause)
    return tuple(dict.fromkeys(name.strip("“”") if name[0] in "“《" else _without_verb(name) for name in found))


def _without_verb(name: str) -> str:
    """Return a programme's name without the verb that takes it as object: 支持国际大洋钻探计划."""
    while word := next((w for w in _before_names(name[0]) if name.startswith(w) and len(name) - len(w) >= 4), None):
        name = name[len(word) :]
    return name


@cache
def _before_names(first: str) -> tuple[str, ...]:
    words = lexicon.words("action_verbs") + lexicon.words("adverbs") + ("和", "与", "及", "或", "了")
    return tuple(word for word in words if word[0] == first)


def quantities(clause: str) -> tuple[str, ...]:
    """Return the amounts in the clause as written, in order."""
    if _NUMBER.search(clause) is None:
        return ()
    return tuple(dict.fromkeys(each for each in _QUANTITY.findall(clause) if not _VAGUE.fullmatch(each)))


def deadline(clause: str, anchor: str | None) -> str | None:
    """Return by when (EDTF) a clause says that it will be done: 2027年底前, 明年6月前, 到2030年."""
    if "前" not in clause and "20" not in clause:
        return None
    for match in _DEADLINE.finditer(clause):
        words = match["goal"] or (match["year"] or "") + (match["month"] or "")
        found = next(dates.find_dates(words, anchor), None) if words else None
        if found:
            return found.edtf
    return None


def whole_sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around `text[start:end]`; what runs on for more than a thousand characters is cut there."""
    ends = _sentence_ends(text)
    left = max(start - _LONGEST_EVIDENCE, ends[bisect_right(ends, start) - 1])
    right = min(end + _LONGEST_EVIDENCE, ends[bisect_right(ends, end)])
    return text[left:right].strip(" \n\u3000”’）)")


@lru_cache(maxsize=2)
def _sentence_ends(text: str) -> list[int]:
    """Return where a text begins, where its sentences end, and a place behind all of it."""
    return [0, *(mark.end() for mark in _SENTENCE_END.finditer(text)), len(text) + 1]

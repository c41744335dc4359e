"""Cues: the words that report, and what may stand within them (提出三点要求：, 提醒广大市民，)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from huiyao import lexicon
from huiyao.extract import report_words
from huiyao.extract.occurrences import within

_LISTS = "提出 介绍 宣读 通报 部署 讲 提 作出 谈 列出 列举 概括 归纳 阐述 给出 布置 回顾 汇报 作了 作如下 公布 亮出 晒出".split()
_RELEASES = "发布 公布".split()
_TELLS = ("提醒", "告诉", "叮嘱", "嘱咐", "告诫", "勉励", "寄语")
_LEARNS = "获悉 了解到".split()


@cache
def _cue_pattern() -> re.Pattern[str]:
    say = lexicon.alternation("cues", "say")
    # 提出三点要求：, 宣读了决定：, 提出三点主张。一是…
    plain = r"[^，,。：:；;“”！？\n]{2,40}(?=[：:]|。(?:$|[一第首其])|(?<=情况|安排|部署)，(?:全|截至|今年|去年|目前|累计|共|[\d一二三四五])|(?<=情况)。(?:全|截至|去年以来|今年以来|近年来|目前|\d))"
    # 介绍了“红色驿站”的做法：
    termed = r"[^，,。：:；;“”！？\n]{0,20}“[^，,。：:；;“”！？\n]{2,16}”[^，,。：:；;“”！？\n]{0,20}(?=[：:])"
    listing = rf"(?!提出{report_words.WANTS.pattern}|提醒){lexicon.one_of(_LISTS)}了?(?:{plain}|{termed})"
    # 国家统计局发布数据显示，
    data = rf"{lexicon.one_of(_RELEASES)}(?:的)?(?:最新|多项)?(?:统计)?(?:数据|数字)(?:显示|表明)?(?=[，,])"
    # 市气象台8时发布大风预警：
    data = rf"{data}|发布[^，,。：:；;“”！？\n]{{2,12}}(?:预警|预警信号|提示|提醒)(?=[：:])"
    # 提醒广大市民，: whom it is said to stands between the cue and what is said.
    told = rf"{lexicon.one_of(_TELLS)}(?!记者|[^，,。：:]{{0,8}}们[^，,：:要])[^，,。：:；;“”、！？\n]{{1,10}}?(?=[，,：:]|(?<![需重主首必紧不])要(?![求点素闻]))"
    return re.compile(
        rf"(?P<listing>{listing})|(?P<data>{data})|(?P<told>{told})|"
        rf"(?P<cue>{say})(?:[说称道](?=[，,：:“。]))?|(?P<learned>{lexicon.one_of(_LEARNS)})|(?P<seen>看来)(?=[，,])"
    )


@cache
def _cue_head() -> re.Pattern[str]:
    words = [*lexicon.words("cues", "say"), *_LISTS, *_RELEASES, *_TELLS, *_LEARNS, "看来"]
    return re.compile(lexicon.headed(lexicon.one_of(words), words))


@lru_cache(maxsize=2)
def _all_heads(text: str) -> list[int]:
    """Return every place of a text where the word of a cue stands: most places begin with none."""
    return [head.start() for head in _cue_head().finditer(text)]


def cue_heads(text: str, start: int, end: int) -> list[int]:
    """Return the places of `text[start:end]` where the word of a cue stands."""
    return within(_all_heads(text), start, end)


def find_cues(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield everything that reports: cues, cues with a hearer, lists announced, data released, things learned."""
    behind = start
    for at in cue_heads(text, start, end):
        cue = _cue_pattern().match(text, at, end) if at >= behind else None
        if cue:
            behind = cue.end()
            yield cue


def word_of(cue: re.Match[str]) -> str:
    """Return the reporting word of a cue, without what is announced, who is told, or what is added (回应说)."""
    return cue["cue"] or (cue.group()[:2] if cue["listing"] or cue["told"] else cue.group())

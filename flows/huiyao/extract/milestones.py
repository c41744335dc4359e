"""Milestones: by when or that something is to be reached (二期工程明年一季度投产)."""

from __future__ import annotations

import re

from huiyao.extract.action import Action

# Verbs that tell by themselves how far a thing has come; the thing stands in front or is known.
_REACHES = (
    "开工 开工建设 动工 动工建设 竣工 完工 投产 投产达效 达产 投用 投运 通车 试运行 试运营 投入使用 投入运行 投入运营 投入生产 投入试运行 "
    "投入试运营 下线 启用 上线运行 开园 开业 开馆 开诊 交付 交付使用 施行 到位 全覆盖 清零 销号 见底 就位"
).split()
_ENDS = tuple(_REACHES)
LAST_OF_MILESTONE = frozenset(verb[-1] for verb in _REACHES)
"""The last character of every milestone: a clause that closes with another one need not be tried."""
# What makes it a thing to come: a modal, or a time that lies ahead.
_DUE = (
    r"(?:将(?!军)|拟|计划|力争|争取|预计|明年|后年|季度|[上下]半年|[年月][底内末]|[本下]周|\d日|(?:\d[月日]|[底末旬期学节旦初])之?前"
    r"|[一二两三四五六七八九十\d](?:年|个?月|周|天|小时|个工作日)之?[内前]|日(?:零时)?起|公布之日起)"
)
_REACHED = re.compile(
    rf"(?:并|还|也|其中|同时|另外|此外)*(?P<clause>[^，,。；：“”]{{0,40}}?{_DUE}[^，,。；：了的]{{0,24}}?(?P<verb>{'|'.join(sorted(_REACHES, key=len, reverse=True))}))$"
)
_PAST = re.compile(r"去年|前年|此前|上年|上月|20\d\d年")
_COMES = re.compile(r"将|拟|计划|力争|争取|预计|[前起]")


def reached(text: str, start: int, end: int) -> Action | None:
    """Return the clause from `start` where it tells by when a thing is to be reached: 二期工程明年一季度投产."""
    if not text.endswith(_ENDS, start, end):
        return None
    match = _REACHED.match(text, start, end)
    if match is None:
        return None
    past = _PAST.search(text, start, match.start("verb"))
    if past and (past.group()[0] != "2" or not _COMES.search(text, start, match.start("verb"))):
        return None
    return Action(match.start("clause"), end, match["verb"], "patient", listed=False)

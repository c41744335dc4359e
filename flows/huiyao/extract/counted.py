"""Verbs of one character that the language makes actions by a number behind them: 铺了42公里滴灌带, 再建12家."""

from __future__ import annotations

import re

from huiyao.extract.action import Action

_VERB = (
    "[建设办铺种修派请签配补打架装盖添购买聘租拆栽植搭投招引发减免降缴出开栽挖订投]|上(?!一?[个届轮次年期季任批场台周])"
)
_NUMBER = r"(?:[一二两三四五六七八九十百几]+|\d[\d.,]*)[百千万亿多余]*"
_MEASURE = "[个座条家名支张台套处批场所间亩株棵辆件份项期堂门部路站户人元块口米吨盏门眼桶杯](?![不没])|公里|公斤|平方米|欧元|美元"
_COUNTED = re.compile(
    rf"(?:新|再|多|先)?(?P<verb>{_VERB})(?:[好起成出够足])?(?P<done>了)?(?:个(?=..)|{_NUMBER}(?:{_MEASURE}))"
)
# 打个比方, 开个会, 出一口气: no deed.
_IDLE = re.compile("比方|招呼|电话|会$|口气|主意|问题|笑话|玩笑|头$|[道步]理?$|台阶|错$|声")


def counted_place(text: str, start: int, end: int) -> int | None:
    """Return the first place of a span where such a verb with its number begins, None where none does."""
    match = _COUNTED.search(text, start, end)
    return match.start() if match else None


def counted(text: str, at: int, end: int) -> Action | None:
    """Read a verb of one character right here, with a counted object behind it."""
    match = _COUNTED.match(text, at, end)
    if match is None or end - at < 4 or _IDLE.search(text, match.end(), end):
        return None
    at -= text[at - 1 : at] in ("再", "新")  # 今年计划再建12家
    return Action(at, end, match["verb"], "result", listed=False, done=bool(match["done"]))

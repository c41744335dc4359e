"""Actions told of the thing that is acted upon: 政策要吃透, 路灯月底前装到位, 祭祀用火一律堵在山下."""

from __future__ import annotations

import re

from huiyao import lexicon
from huiyao.extract import tokens
from huiyao.extract.action import Action
from huiyao.extract.unlisted import RESULT

_ORDERS = r"(?:必须|务必|一律|要(?!求|素|点|闻|害)|须|应当)(?:全部|提前|及时|全面|逐一|一律|抓紧|彻底|尽快)*"
_DUE = r"(?:\d{1,2}月(?:\d{1,2}日|底|末)?|年底|月底|[本下]?周[一二三四五六日末]|本月底|[一二三四五六七八九十\d]+(?:小时|天|个工作日|周|个月|年))(?:之?前|之?内)(?:必须|务必|要|须|一律)?(?:全部|全面|逐一)?"
# What is done to it: a verb with its result, or one that leaves nothing to do.
_DONE_TO = (
    rf"(?:{RESULT}|[\u4e00-\u9fff]{{1,2}}到位|[\u4e00-\u9fff]{{1,2}}在[^，,。]{{1,6}}[前中上下里内]|"
    r"销号|清零|见底|完工|投用|完成|完毕|落实|整改|反馈|公开|公示|关停|停用|拆除|清退)"
)
_ORDERED = re.compile(rf"(?P<what>[^，,。；：、“”的][^，,。；：“”]{{1,24}}?)(?:{_ORDERS}|{_DUE})(?P<verb>{_DONE_TO})$")

# 督导员一律实名上岗: all of them, whoever they are.
_FLATLY = re.compile(r"[^，,。；：、“”的][^，,。；：“”]{1,28}?一律(?!平等|不变)(?P<verb>[^，,的]{2,16})$")
# 不合格的坚决调换: whoever is such, and what is done then.
_WHOEVER = re.compile(
    r"(?:凡是?|能|不|未|没有|违|拒|发现|逾期|屡|符合)[^，,。；：“”]{1,20}的(?:坚决|立即|尽量|一律|当场)(?P<verb>[^，,的]{2,16})$"
)
# 水质检测结果每周公布一次: how often it is to be done.
_EVERY = re.compile(
    r"[^，,。；：“”]{0,20}?每(?:半?年|个?月|半个?月|季度|周|日|天|半?小时|学期|两周|两年)(?P<verb>[^，,的]{1,20}?)[一两三四\d]+次[^，,的]{0,3}$"
)
# 单日票定为180元: the rate that is set.
_SET = re.compile(
    r"[^，,。；：“”的][^，,。；：“”]{1,30}?(?P<verb>(?<![上下])调[至到]|定为|压缩到|压缩至|控制在)[^，,\d]{0,4}\d[^，,]*$"
)
_FRAMES = (("一律", _FLATLY), ("的", _WHOEVER))
_RATES = re.compile("调至|调到|定为|压缩|控制在")


def repeated(text: str, start: int, end: int) -> Action | None:
    """Return the whole clause where it orders how often something is to be done."""
    match = _EVERY.fullmatch(text, start, end) if text.find("次", max(start, end - 4), end) >= 0 else None
    return Action(start, end, match["verb"], "patient", listed=False) if match else None


def _framed(text: str, start: int, end: int) -> Action | None:
    """Return the whole clause where it orders by its frame what holds for all of a kind, or how often, or at what rate."""
    frames = [pattern for mark, pattern in _FRAMES if text.find(mark, start, end) >= 0]
    frames += [_SET] if _RATES.search(text, start, end) else []
    match = next((found for pattern in frames if (found := pattern.fullmatch(text, start, end))), None)
    return Action(start, end, match["verb"], "patient", listed=False) if match else None


def ordered(text: str, start: int, end: int) -> Action | None:
    """Return the whole clause where a thing stands in front of what is to be done to it, None where it is somebody."""
    match = _ORDERED.fullmatch(text, start, end)
    if match is None:
        return _framed(text, start, end)
    return None if _is_somebody(match["what"]) else Action(start, end, match["verb"], "patient", listed=False)


def _is_somebody(words: str) -> bool:
    """Whether what stands in front acts itself: 各部门, 干部, 县里, 我们."""
    *_, last = tokens.words(words)
    acts = words.endswith(
        (*lexicon.words("group_nouns"), *lexicon.words("titles"), "各地", "里", "们", "村", "县", "区")
    )
    return acts or len(last) < 2 or tokens.tag(last)[:2] in ("nr", "ns", "nt", "r", "d", "c")

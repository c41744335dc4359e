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
# 不合格的坚决调换, 能当场办的当场办: whoever is such, and what is done then.
_WHOEVER = re.compile(
    r"(?:(?:凡是?|能|不|未|没有|违|拒|发现|逾期|屡|符合|该)[^，,。；：“”]{1,20}的(?:坚决|立即|尽量|一律|当场|要|必须|就|先|再)"
    r"|能(?P<same>[^，,。；：“”的]{2,10})的(?=(?P=same)$))(?P<verb>[^，,的]{2,16}|把[^，,]{4,20})$"
)
# 水质检测结果每周公布一次: how often it is to be done.
_EVERY = re.compile(
    r"[^，,。；：“”]{0,20}?每(?:半?年|个?月|半个?月|季度|周|日|天|半?小时|学期|两周|两年)(?P<verb>[^，,的]{1,20}?)[一两三四\d]+次[^，,的]{0,3}$"
)
# 单日票定为180元, 有效期延长至两年: the rate that is set.
_NUMBER = "[\\d一二两三四五六七八九十百半]"
_SET = re.compile(
    r"(?![^，,]*预[期测])[^，,。；：“”的][^，,。；：“”]{1,30}?(?P<verb>(?<![上下])调[至到]|定为|控制在|(?:压缩|延长|下调|上调|放宽)[到至为])"
    rf"[^，,\d]{{0,4}}{_NUMBER}[^，,]*$"
)
# 常规检查一年不超过两次: the limit that is set.
_LIMITED = re.compile(
    rf"[^，,。；：“”的][^，,。；：“”]{{3,30}}?(?:原则上)?(?P<verb>不得?(?:超过|少于|低于|高于|短于|多于)){_NUMBER}[^，,的]{{1,8}}$"
)
# 县城公交全部免费, 老人凭证免费乘车: for whom or what nothing is charged.
_FREE = re.compile(r"[^，,。；：“”的][^，,。；：“”]{2,28}?(?P<verb>免费(?!的)|免租)(?:[^，,的]{0,8})$")
_FRAMES = (("一律", _FLATLY), ("的", _WHOEVER), ("免", _FREE), ("不", _LIMITED))
_RATES = re.compile("调[至到]|[定调]为|控制在|[缩长宽][到至为]")


# 督查室每周一通报, 市里每月暗访: what is done each time; what only happens or is, is told so, too.
_EACH = re.compile(
    r"[^，,。；：“”]{0,20}?(?<!不)每(?:半年|年|个?月|季度?|周[一二三四五六日末]?|星期[一二三四五六日]?|日|天)(?:[上下]午)?(?P<verb>[^，,的\d]{2,12})$"
)
_EACH_OR_BY = re.compile("[每由]")
_HAPPENS = ("增长", "增加", "减少", "下降", "递增", "举办", "举行", "召开", "超过", "达到", "产生", "都", "有", "是")


def repeated(text: str, start: int, end: int) -> Action | None:
    """Return the whole clause where it orders how often something is to be done."""
    match = _EVERY.fullmatch(text, start, end) if text.find("次", max(start, end - 4), end) >= 0 else None
    return Action(start, end, match["verb"], "patient", listed=False) if match else None


def each_time_or_by(text: str, start: int, end: int) -> Action | None:
    """Return the whole clause where it tells what is done each time, or by whom a thing is done."""
    if _EACH_OR_BY.search(text, start, end) is None:
        return None
    return _each_time(text, start, end) or _done_by(text, start, end)


def _each_time(text: str, start: int, end: int) -> Action | None:
    """Return the whole clause where a verb tells what is done each day, week, month or year."""
    match = _EACH.fullmatch(text, start, end)
    if match is None or match["verb"].startswith(_HAPPENS):
        return None
    first = tokens.words(match["verb"])[0]
    acts = tokens.tag(first)[:1] == "v" or first in lexicon.words("duties")
    return Action(start, end, match["verb"], "patient", listed=False) if acts else None


# 产品由质检中心抽检: a thing in front of who does it.
_BY = re.compile(r"(?P<what>[^，,。；：“”]{2,24}?)(?:均|都|全部|统一|一律)?由(?=[^，,的向]{4,24}$)")
_CONSISTS = frozenset("组成 构成 造成 引起 导致 决定 产生 来 转为 变为 开始 进入 发展 提高 增加 提升 降低 扩大".split())


def _done_by(text: str, start: int, end: int) -> Action | None:
    """Return the whole clause where it tells by whom a thing is done: a noun behind 由, then a verb."""
    match = _BY.match(text, start, end)
    if match is None or _is_somebody(match["what"]):
        return None
    found = tokens.words(text[match.end() : end])
    verb = next((place for place, word in enumerate(found) if tokens.tag(word)[:1] in ("v", "p", "d")), 0)
    names_body = verb > 0 and tokens.tag(found[verb - 1])[:1] in ("n", "j", "")
    acts = next((word for word in found[verb:] if tokens.tag(word)[:1] == "v"), "")
    if not names_body or len(acts) < 2 or acts in _CONSISTS:
        return None
    return Action(start, end, acts, "patient", listed=False)


def framed(text: str, start: int, end: int) -> Action | None:
    """Return the whole clause where it orders by its frame what holds for all of a kind, or how often, or at what rate."""
    frames = [pattern for mark, pattern in _FRAMES if text.find(mark, start, end) >= 0]
    frames += [_SET] if _RATES.search(text, start, end) else []
    match = next((found for pattern in frames if (found := pattern.fullmatch(text, start, end))), None)
    return Action(start, end, match["verb"], "patient", listed=False) if match else None


def ordered(text: str, start: int, end: int) -> Action | None:
    """Return the whole clause where a thing stands in front of what is to be done to it, None where it is somebody."""
    match = _ORDERED.fullmatch(text, start, end)
    if match is None or _is_somebody(match["what"]):
        return None
    return Action(start, end, match["verb"], "patient", listed=False)


def _is_somebody(words: str) -> bool:
    """Whether what stands in front acts itself: 各部门, 干部, 县里, 我们."""
    *_, last = tokens.words(words)
    acts = words.endswith(
        (*lexicon.words("group_nouns"), *lexicon.words("titles"), "各地", "里", "们", "村", "县", "区")
    )
    return acts or len(last) < 2 or tokens.tag(last)[:2] in ("nr", "ns", "nt", "r", "d", "c")

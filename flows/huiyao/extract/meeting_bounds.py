"""Where the name of a meeting begins: what belongs to it, and what only takes it as its object."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from huiyao import lexicon
from huiyao.extract import tokens
from huiyao.extract.sentences import Quote

# Words behind which a name begins: verbs that take the meeting as object, prepositions, particles.
_BREAKS = frozenset(
    "在 于 对 向 由 为 是 将 了 的 召开 举行 举办 进行 主持 出席 参加 列席 组织 赴 到 从 同 把 与会 昨天 今天 明天 昨日 今日 上午 下午 晚 日 号 月 来自 会上 期间 "
    "致 祝贺 预祝 关于 通过 根据 按照 参与 承办 主办 协办 宣布 介绍 和 与 及 以及 并 还 也 又 有 等 就 经 被 让 本 该 此 此次 本次 这次 上 后 前 时 随后 会后 正式 隆重 盛大 顺利 圆满 成功 "
    "以来 为了 好 做好 建议 认识 领会 热烈祝贺 坚信 期待 围绕 下届 下一届 下次 亲自 专题 召集 应邀 应邀出席 如期 不仅 因为 包括 每年 历届 利用 深入 全程 观看 见证 收看 收听 抵达 迎来 筹备 办好 视频 一 场 次 个 一场 一次 当 如 即 像 至 自 及其 其 各 两 两次 多次 距离 距 提请 提请审议 决定 审议 听取 讨论 研究 隆重举行 参与 转播 直播".split()
) | {word for word in lexicon.words("cues") if len(word) > 1}  # fmt: skip
_MARK = re.compile(r"[，,。；;：:！？!?、\n 　（）()《》【】…“”\-—](?:(?<=[^\-—])|(?<=--)|(?<=——))")
# Verbs whose object a meeting is.
HOLDING = ("召开", "举行", "举办")


@cache
def noun_pattern() -> re.Pattern[str]:
    """Return the pattern of the nouns that end the name of a meeting."""
    return re.compile(lexicon.alternation("meeting_nouns") + r"(?![长员场馆址旗徽歌标厅客籍议]|商[，。；、])")


class Noun(NamedTuple):
    """The noun that ends the name of a meeting, `text[start:end]`."""

    start: int
    end: int
    word: str


# What is 召开 is a meeting, whatever it is called (召开成果评价会), unless it is a body.
_CALLED = re.compile(
    r"召开(?![后前期之以时地])[了的]?[^，,。；;：:！？!?\n]{0,40}?"
    r"(?P<noun>(?!联合|基金|[\u4e00-\u9fff][员学协商工机社国议])[\u4e00-\u9fff]{2}会)(?=[，,。；;、上并\n]|\Z)"
)


# 企业家早餐会在云州举行: so is what 召开 or 举行 is told of, but for games and shows.
_MEETS = re.compile(
    r"会(?=[\d今昨上下晚在隆正顺成召举])(?<=(?P<noun>(?!联合|基金|[\u4e00-\u9fff][员学协商工机社国议委理运展演庙灯舞])[\u4e00-\u9fff]{2}会))"
    r"(?=(?:\d{1,2}日|今天|昨天)?(?:上午|下午|晚)?(?:在[^，,。；：“”\n]{1,20})?(?:隆重|正式|顺利|成功)?(?:召开|举行)(?=[，,。；\n]|\Z))"
)
# “海州行”活动在云州开幕: what bears a name of its own and is held.
_NAMED_EVENT = re.compile(r"”(?P<noun>活动)(?=[^，,。；“”]{0,24}?(?:举行|开幕|启幕)(?![的式]))")


# 第二十五次某国－某洲领导人会晤 is one of a row; what two leaders hold without a number is no meeting.
_ROW_OF_TALKS = re.compile(r"第[\d零一二三四五六七八九十百]+次[^，,。；：“”\n]{2,24}(?P<noun>领导人会晤)")


# What each of them holds; most sentences hold none of it.
_OPEN = (
    (("召开",), _CALLED), (("召开", "举行"), _MEETS), (("”活动",), _NAMED_EVENT), (("领导人会晤",), _ROW_OF_TALKS),
)  # fmt: skip


def _open_nouns(text: str, start: int, end: int) -> Iterator[Noun]:
    """Yield the nouns that no list holds and that the words around them show to be meetings; some of them twice."""
    for signs, pattern in _OPEN:
        if any(text.find(sign, start, end) >= 0 for sign in signs):
            for match in pattern.finditer(text, start, end):
                yield Noun(*match.span("noun"), match["noun"])


def nouns(text: str, start: int, end: int) -> list[Noun]:
    """Return the nouns that end names of meetings in a passage, in order."""
    known = [Noun(*match.span(), match.group()) for match in noun_pattern().finditer(text, start, end)]
    opened = set(_open_nouns(text, start, end))
    if not opened:
        return known
    ends = {noun.end for noun in known}
    return sorted([*known, *(noun for noun in opened if noun.end not in ends)])


@cache
def _noun_tail() -> re.Pattern[str]:
    return re.compile(lexicon.tail_of(lexicon.words("meeting_nouns")))


def noun_ends(text: str) -> list[int]:
    """Return every place behind what may be the end of a meeting's name: most sentences hold none."""
    known = [match.end() for match in _noun_tail().finditer(text)]
    opened = {noun.end for noun in _open_nouns(text, 0, len(text))}
    return sorted(opened.union(known)) if opened else known


def name_start(text: str, start: int, at: int, quoted: list[Quote]) -> int:
    """Return where a name that reaches `at` begins: behind punctuation, a date, or a word that takes it as object.

    A quotation that is part of the name (“推动高质量发展”系列主题发布会) is stepped over as a whole.
    """
    left = at
    while True:
        titled = left < at or _OF_A_TITLE.match(text, at - 1) is not None
        term = _term_start(text, start, left, quoted, titles=titled)
        if term is not None:
            left = term
        window = _window_start(text, start, left)
        cut = _cut(text[window:left])
        widened = window == at and _BEFORE_NOUN.search(text[max(start, at - 6) : at]) is not None
        bracket = _bracket_start(text, start, window) if cut == 0 and (window < left or widened) else None
        # The name goes on only over a bracket, quotation or title in 《》 right in front of it; each turn moves left.
        if bracket is not None:
            left = bracket
        elif cut > 0 or window in (left, start) or text[window - 1] not in "”》":
            return _skip_date(text, window + cut, at)
        else:
            left = window


# A place or an abbreviation inside a name (中国（云州）国际论坛), 省（区、市） or 10+1; no gloss of a time (今天（周五）).
_BRACKET = re.compile(r"(?<![天日晚])[（(](?:[\u4e00-\u9fff]{2,6}|区、市|\d{1,2}[+＋]\d)[）)]$")

# What may stand in brackets right before the noun: 全体（扩大）会议, 甲国－乙盟（10+1）领导人会议, 镇（区、市）动员会.
_BEFORE_NOUN = re.compile(r"[（(](?:扩大|区、市|\d{1,2}[+＋]\d)[）)]$")


# What is named after a document: 《…若干措施》新闻发布会.
_OF_A_TITLE = re.compile(r"》(?:新闻发布会|政策吹风会|吹风会|首发式|首映式|启动仪式|启播活动)")


def _bracket_start(text: str, start: int, at: int) -> int | None:
    """Return where a bracket begins that ends at `at` and belongs to the name, None where none does."""
    match = _BRACKET.search(text, max(start, at - 9), at)
    return match.start() if match and match.start() > start else None


def _term_start(text: str, start: int, at: int, quoted: list[Quote], *, titles: bool) -> int | None:
    """Return where a quoted term (or, with `titles`, a title in 《》) begins that ends at `at`, None where none does."""
    quote = next((q for q in quoted if q.end == at and not q.speech), None)
    if quote:
        return quote.start
    opening = text.rfind("《", start, at) if titles and text[at - 1 : at] == "》" else -1
    return opening if opening >= 0 else None


def _window_start(text: str, start: int, at: int) -> int:
    floor = max(start, at - 40)
    marks = [mark.end() for mark in _MARK.finditer(text, floor, at)]
    return marks[-1] if marks else floor


def _cut(window: str) -> int:
    """Return the length of what does not belong to the name at the left of the window."""
    if not _break().search(window):
        return 0
    cut = len(window)
    found = tokens.words(window)
    for place in range(len(found) - 1, -1, -1):
        word = found[place]
        if (word in _BREAKS or word.endswith(HOLDING)) and not _keeps(found, place, window[:cut], window[cut:]):
            return cut
        cut -= len(word)
    return 0


@cache
def _break() -> re.Pattern[str]:
    return re.compile(lexicon.one_of(_BREAKS))


_COUNTERS = frozenset(("次", "场", "个", "一次", "一场", "两"))
_COUNTED = re.compile(r"(?:第[\d零一二三四五六七八九十百]*|届(?:[^，,。]{0,6}(?:人大|政协|委员会))?)$")
_STUDIES = frozenset(("调查", "科学", "学术", "理论", "战略", "政策"))
_DAY_AT_END = re.compile(r"\d[日号月]$")
_LINE = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:段|铁路|高铁|高速|公路|航线|轻轨)")
_INSIDE_NAMES = frozenset(("专题", "视频", "深入"))


def _keeps(found: tuple[str, ...], place: int, before: str, behind: str) -> bool:
    """Whether a word that usually ends what is before a name is part of the name itself here.

    `before` runs up to and includes the word, `behind` is what follows it.
    """
    word = found[place]
    if word in ("日", "号", "月"):  # 扶贫日系列论坛 keeps its 日, 10月9日 does not
        return not _DAY_AT_END.search(before)
    if word in ("和", "与", "及", "以及"):  # 党委和政府秘书长会议, but 论坛和大会
        joined = before.removesuffix(word).endswith(lexicon.words("meeting_nouns"))
        return not joined and place > 0 and not behind.startswith("其他")
    if word == "的":  # 党的二十大, 学习贯彻党的…精神研讨班
        return place > 0 and found[place - 1] == "党"
    if word == "两":  # 两党理论研讨会
        return behind.startswith(("党", "国", "岸", "地", "校", "院", "会"))
    if word == "研究":  # 调查研究工作座谈会
        return place > 0 and found[place - 1] in _STUDIES
    if word == "利用":  # 资源保护与利用座谈会
        return place > 1 and found[place - 1] in ("和", "与", "及")
    if word == "至":  # 江州至海州段通车仪式
        return _LINE.match(behind) is not None
    if word == "为":  # 整治形式主义为基层减负 goes on
        return len(before) > 4
    if word in _COUNTERS:  # 第一百三十一次, 十四届一次 and 十四届全国人大一次 keep their 一次
        return bool(_COUNTED.search(before.removesuffix(word)))
    return word in _INSIDE_NAMES or (word == "组织" and place > 0) or (word == "好" and place == 0)


_DATE = re.compile(r"(?:(?:19|20)\d\d年)?(?:\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}[日号])|去年|今年|明年")


def _skip_date(text: str, left: int, at: int) -> int:
    match = _DATE.match(text, left, at)
    return match.end() if match else left


# 召开专家、企业家和海员等领域代表座谈会: what a list right behind the verb names belongs to the name.
_LIST = re.compile(r"(?:召开|举行|举办)了?(?P<list>[^，,。；：“”《》的]{2,30}[、和与等])$")
# 弘扬云江精神、推动云州发展座谈会13日召开: so does a list at the head of the clause whose subject the name is.
_HEADS = re.compile(r"[，,。；;：:！？\n 　】]")
_IS_HELD = re.compile(r"[^，,。；、]{0,20}?(?:召开|举行|举办)(?!的)")
_LONGEST_LIST = 3


def list_start(text: str, start: int, left: int, end: int, quoted: list[Quote]) -> int:
    """Return where the list before a name begins that belongs to it, else where the name does."""
    match = _LIST.search(text, max(start, left - 40), left)
    if match and not noun_pattern().search(match["list"]):
        return match.start("list")
    listed = text[left - 1 : left] == "、" and left > start and _IS_HELD.match(text, end)
    return _head_of_list(text, start, left, quoted) if listed else left


def _head_of_list(text: str, start: int, left: int, quoted: list[Quote]) -> int:
    """Return where the list in front of `left` begins, itself where it heads no clause or lists meetings."""
    at = left
    for _ in range(_LONGEST_LIST):
        part = name_start(text, start, at - 1, quoted)
        if text.endswith(lexicon.words("meeting_nouns"), start, at - 1):
            return left
        at = part
        if text[at - 1] != "、":
            break
    return at if at == start or _HEADS.match(text, at - 1) or text[at - 1] == "日" else left

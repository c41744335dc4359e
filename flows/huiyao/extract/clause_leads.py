"""The leads of clauses: what may stand before an action's verb, and where one clause holds several actions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import islice

from huiyao import lexicon
from huiyao.extract import tokens
from huiyao.extract.listed_verbs import begins_verb, match_verb
from huiyao.extract.sentences import Span, quotes

# Words that are as often nouns as verbs (发展面临挑战, 建设分为三期): alone at the head of a clause they need care.
NOUN_VERBS = frozenset(
    "发展 建设 服务 创新 改革 开放 监督 检测 监测 合作 治理 管理 教育 投资 研究 规划 统筹 生产 消费 安排 组织 设计 调整 突破 交流 评估 保障 培训 试点 考察 调研 支持 "
    "消费 审议 销售 供应 种植 推荐 上线 转移 开发 升级 更新 引领 支撑 融合 联合 集中 培养 传承 保护 帮助 学习 参与 检查 招聘 派遣 申请 立法 落实 部署 选举".split()
)  # fmt: skip
_MARKER = r"(?:[一二三四五六七八九十]是(?:要)?|[一二三四五六七八九十]要|(?:另)?一(?:件|个|方面)是|0\d(?=[\u4e00-\u9fff])|[（(][一二三四五六七八九十]{1,2}[）)]|第[一二三四五六七八九]是|第[一二三四五六七八九]件(?:事)?是|首先|其次|再次|最后|第[一二三四五六七八九]|当务之急是|关键是|重点是|目标(?:应该|应当|应)?是|(?:应该|应当|应)是|(?<!也)就是(?:要)?)"
# 1. 2、 (3) ① 04 at the head of an item.
_NUMBERED = r"(?:0\d(?=\s)|\d{1,2}(?:[.．](?!\d)|、(?=[\u4e00-\u9fff]))|[（(]\d{1,2}[）)]|[①-⑳])\s*"
_OPENS_NUMBERED = "（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_OPENS_MARKER = "（(0另一二三四五六七八九十首其再最第当关重目应就"
_CONNECTIVES = (
    "并且 并 且 而且 同时 以及 包括 还 也 又 从而 进而 以便 由此 因此 所以 但 而 让我们 我们 大家 各方 双方 其中 特别是 尤其是 此外 另外 比如 例如 一道 来 多 做到 争取 "
    "一方面 另一方面"
)
# By when or how often: 年底前, 三年内, 每季度.
_TIME = (
    r"(?:到|在|于|自|从(?=[^，,]{1,10}起))?(?:(?:(?:昨天|日前|近日|(?<=[\u4e00-\u9fff])今天|今天(?=（))(?:（[^（）]{2,9}日）)?|20\d\d年|今年|明年|本月|年底|月底|月内|年内|近期|上半年|下半年|[一二三四]季度|下个?月|本周内?|今夜|今晚|即日|明天|暑假|全年|未来[一二三四五六七八九十\d]+年|[一二三四五六七八九十两\d]+(?:年|个月|个?月|周|天|小时)之?内|每(?:年|季度|月|周|天)(?:至少)?|\d{1,2}月(?:\d{1,2}日)?)"
    r"(?:底|末|初|中旬)?(?:之?前|起|以来)?)+"
)
_OPENS_TIME = "昨日从即暑到在于自今明本年月近上下全未一二三四五六七八九十两每"
# One after the other, or at what times: 逐条研究, 逐村逐户排查, 按月公布.
_EACH_IN_TURN = r"(?:逐[\u4e00-\u9fff]、?){1,3}|按[月季周日年旬](?:度)?(?!期)"
# By when in the year: 春节前, 秋季开学前.
_SEASONS = "寒假 暑假 开学 春季开学 秋季开学 汛期 春节 国庆 中秋 元旦 高考 入冬 供暖".split()
# 今天（4月28日）
_DAY = r"(?:（[^（）]{2,9}日）)?"
# Where a clause may part; 并 not inside a word.
_CUT = re.compile(r"、|并(?![购存排联轨举网且])")
_QUOTED = re.compile("[“「]")
_MOST_PARTS = 60
# 优化环境是提振信心、激发活力的抓手 describes; 将学习与部署工作、推动落实结合起来 is one action, and so is
# 坚持党建引领、居民自治有机结合.
_UNDIVIDED = re.compile(
    r"是.*的[^的]{1,8}$|[把将].{4,}(?:结合|贯通|统筹|衔接|联系)起来|坚持.{2,}、.{2,}(?:有机结合|相结合|相统一|并重|并举)$"
)
_TELLS_UNDIVIDED = re.compile("是|起来|结合|统一|并重|并举")
# A list that a noun closes is one object: 围绕优化环境、提振信心等议题. 措施 and 任务 close lists of actions.
_CLOSED_LIST = re.compile(r"等(?!着|(?:具体)?(?:措施|举措|任务)$)[^、，,]{0,10}$")


Match = Callable[[str, int, int], re.Match[str] | None]


class _TokenOf(dict[str, Match | None]):
    """Character to what matches the word or time of a lead that begins with it, None where none does."""

    def __missing__(self, first: str) -> Match | None:
        options = _tokens(first)
        self[first] = re.compile("|".join(options)).match if options else None
        return self[first]


_token_of = _TokenOf()


def _tokens(first: str) -> list[str]:
    """Return the patterns of the words and times of leads that begin with this character, in the order of trust."""
    modals, adverbs = ([word for word in lexicon.words(name) if word[0] == first] for name in ("modals", "adverbs"))
    return [
        *[_TIME] * (first in _OPENS_TIME or first.isdecimal()),
        *[f"{_MARKER}[，,、]*"] * (first in _OPENS_MARKER),
        *[_NUMBERED] * (first in _OPENS_NUMBERED or first.isdecimal()),
        *[word for word in _CONNECTIVES.split() if word[0] == first],
        *[lexicon.modals(*modals)] * bool(modals),
        *[f"{lexicon.one_of(adverbs)}地?"] * bool(adverbs),
        *[f"{season}之?前" for season in _SEASONS if season[0] == first],
        *[_EACH_IN_TURN] * (first in "逐按"),
        *[r"[，,\s]"] * (first in "，," or first.isspace()),
    ]


# Looking at one character first spares a search all alternatives where none can begin.


def _modal() -> str:
    return f"(?=[{_firsts(lexicon.words('modals'))}]){lexicon.modals()}"


def _adverb() -> str:
    return f"(?=[{_firsts(lexicon.words('adverbs'))}]){lexicon.alternation('adverbs')}地?"


def _marker() -> str:
    return f"(?=[{_OPENS_MARKER}]){_MARKER}"


def _firsts(words: Iterable[str]) -> str:
    return "".join(sorted({word[0] for word in words}))


@cache
def subject_lead() -> re.Pattern[str]:
    """Return the pattern of the modals and adverbs between a subject and its verb."""
    times = "每年 每季度 每月 每周 今年 明年 全年 年内 今天 昨天 日前 近日".split()
    opens = lexicon.head_of(
        (*lexicon.words("modals"), *lexicon.words("adverbs"), *times, "逐条", "按月", *_OPENS_MARKER)
    )
    return re.compile(
        rf"(?={opens})(?:{_modal()}|{_adverb()}|{_marker()}|{_EACH_IN_TURN}|(?:{'|'.join(times)}){_DAY})+"
    )


def lead_ends(text: str, start: int, end: int) -> list[int]:
    """Return every place up to which the clause may be its lead, the longest first (加快 is adverb and verb)."""
    ends = [start]
    at = start
    while at < end and (match_token := _token_of[text[at]]):
        match = match_token(text, at, end)
        if match is None or match.end() == at:
            break
        at = match.end()
        ends.append(at)
    return ends[::-1]


# 增强“三个意识”、坚定“三个自信” is one saying.
_SAYINGS = ("“两个", "“三个", "“四个", "“五个")


def _shares_object(text: str, start: int, at: int, end: int) -> bool:
    """Whether what stands before the cut is no complete action: 增强主动公开、主动接受监督的意识."""
    before, whole = tokens.words(text[start:at]), tokens.words(text[at:end])
    verbal = tokens.tag(before[-1])[:1] in ("v", "a", "d") and tokens.tag(before[-1]) != "vn"
    return (verbal and "的" in text[at:end]) or (
        before[-1] == whole[-1] and (whole[-1] != "”" or text.startswith(_SAYINGS, at + 3))
    )


# What is made takes a clause in front of its noun: 出台妥善处置土地、盘活存量的措施, 营造尊重人才、鼓励创新的氛围.
_MAKES = re.compile(
    r"(?:(?:出台|制定|落实|完善|实施|推出|采取|健全)(?=.*(?:政策|措施|举措|办法|机制|制度|方案|体系|意见|条例)$)"
    r"|(?:营造|形成|构建|创造|优化|打造)(?=.*(?:氛围|环境|格局|局面|机制|体系|风气|平台)$)"
    r"|(?:激发|增强|提高|提升|培养|培育|树立|强化|发挥)(?=.*(?:兴趣|意识|能力|热情|信心|本领|观念|理念|自觉|水平|动力|活力|作用)$))了?"
)


def _is_attribute(text: str, start: int, at: int, end: int) -> bool:
    """Whether a list of verbs up to `end` stands in front of the noun that the verb at its head makes."""
    head = lead_ends(text, start, at)[0]
    made = _MAKES.match(text, head, end)
    if made is None or text.rfind("的", at, end) < 0:
        return False
    return any(
        begins_verb(text, place) or tokens.tag(text[place : place + 2]) == "v" for place in range(made.end(), at)
    )


def _may_open_action(text: str, at: int) -> bool:
    """Whether a verb, or the lead of one, may begin here; where none does, no more has to be read."""
    return (
        text[at : at + 1] == "把"
        or begins_verb(text, at)
        or _token_of[text[at : at + 1] or " "] is not None
        or tokens.tag(text[at : at + 2])[:1] == "v"
    )


def _opens_action(text: str, start: int, end: int) -> bool:
    for at in lead_ends(text, start, end):
        verb = match_verb(text, at, end)
        if verb and end - verb.end >= 2 and text[verb.end] not in "的、":
            return verb.word not in NOUN_VERBS or at > start or len(verb.word) > 2 or bool(verb.aspect)
    return False


def _is_verb_with_noun(text: str, start: int, end: int) -> bool:
    """Whether the span is no more than a verb that is often a noun with a noun behind it: 传承友谊."""
    return end - start == 4 and text[start : start + 2] in NOUN_VERBS and tokens.tag(text[start + 2 : end])[:1] == "n"


# A list behind a preposition is one phrase: 为推动发展、促进就业贡献力量.
_OPENS_PHRASE = frozenset("为在对围通以从将把就向与同和由")


def _opens_behind_subject(text: str, start: int, end: int) -> bool:
    """Whether an action stands behind a subject with a modal: 各方就越要加强沟通."""
    if text[start] in _OPENS_PHRASE:
        return False
    leads = subject_lead().finditer(text, start + 1, min(end, start + 40))
    return any(_opens_action(text, lead.start(), end) for lead in leads)


def _may_be_parallel(text: str, behind: int, end: int) -> bool:
    """Whether a verb no list holds begins what stands behind a cut: 接通断点."""
    following = _up_to_next_stop(text, behind, end)
    return (
        4 <= following <= 8
        and tokens.tag(text[behind : behind + 2])[:1] == "v"
        and not tokens.tag(text[behind : behind + 4])
    )


def _is_parallel(text: str, left: int, at: int, behind: int, end: int) -> bool:
    """Whether what follows is as long as the action before: 打通堵点、接通断点."""
    whole = text.find("、", left, at) < 0
    return whole and at - lead_ends(text, left, at)[0] == _up_to_next_stop(text, behind, end)


def _up_to_next_stop(text: str, behind: int, end: int) -> int:
    next_stop = text.find("、", behind, end)
    return (next_stop if next_stop >= 0 else end) - behind


# 把企业请进来、把成果转出去; 把实事办好、把好事办实 is one saying.
_ANOTHER_BA = re.compile("把(?![握关脉控守])[^，,、]{5}")
# 实施项目4.7万个、完成投资1.35万亿元: a figure closes an action.
_FIGURE = re.compile(r"\d(?:[\d.,]*\d)?[多余]?[万亿]*[\u4e00-\u9fff]{1,3}$")


# 改造小区186个、惠及居民3.1万户: whom the same deed reaches.
_REACHED = re.compile(r"惠及[^，,、]{0,6}\d")


def _closes_with_figure(text: str, start: int, end: int) -> bool:
    return bool(_FIGURE.search(text, max(start, end - 12), end)) and any(
        begins_verb(text, at) for at in range(start, end - 4)
    )


def _goes_on_behind(text: str, left: int, start: int, cut: Span, end: int) -> bool:
    """Whether one action ends and another begins at a cut of a clause, whose last part so far begins at `left`."""
    at, behind = cut
    if _ANOTHER_BA.match(text, behind, end) and text.find("把", left, at) >= 0:
        return True
    listed = _opens_action(text, behind, end)
    if not (listed or _may_be_parallel(text, behind, end)) or _CLOSED_LIST.search(text, behind, end):
        return False
    if listed and _closes_with_figure(text, left, at):
        return True
    first = left == start and (_is_verb_with_noun(text, left, at) or _opens_behind_subject(text, left, at))
    if not (first or _opens_action(text, left, at)):
        return False
    if _is_attribute(text, left, at, end):
        return False
    if listed and not _shares_object(text, left, at, end):
        return True
    return _may_be_parallel(text, behind, end) and _is_parallel(text, left, at, behind, end)


def parts(text: str, start: int, end: int) -> list[Span]:
    """Split a clause at 、 or 并 where a verb with its object begins behind it (健全体制机制、堵塞制度漏洞)."""
    if text.find("、", start, end) < 0 and text.find("并", start, end) < 0:
        return [(start, end)]
    if _TELLS_UNDIVIDED.search(text, start, end) and _UNDIVIDED.search(text[start:end]):
        return [(start, end)]
    terms = [(q.start, q.end) for q in quotes(text, start, end)] if _QUOTED.search(text, start, end) else []
    cuts: list[Span] = []
    for match in islice(_CUT.finditer(text, start, end), _MOST_PARTS):
        at, behind = match.span()
        if not _may_open_action(text, behind) or text.find("《", start, at) >= 0 or _REACHED.match(text, behind):
            continue
        if any(left < at < right for left, right in terms):
            continue
        if _goes_on_behind(text, cuts[-1][1] if cuts else start, start, (at, behind), end):
            cuts.append((at, behind))
    edges = [start, *[edge for cut in cuts for edge in cut], end]
    return list(zip(edges[::2], edges[1::2], strict=True))

"""Actions: which clauses have an action verb with its object, and where the action begins.

A clause is read in one of five forms: (lead) verb object; preposition … (lead) verb object; 把/将 object verb;
对 object (lead) verb; subject (lead) verb object. The lead is what may stand before the verb: modals, adverbs, markers.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from huiyao import lexicon
from huiyao.extract import tokens
from huiyao.extract.action import Action
from huiyao.extract.clause_leads import (
    NOUN_VERBS,
    lead_ends,
    match_verb,
    subject_lead,
    verb_pattern,
    word_begins,
    word_starts,
)
from huiyao.extract.descriptions import is_description
from huiyao.extract.sentences import Span, quotes

# Phrases that only set the scene of the clause behind them; with it they make one measure.
_ADVERBIAL = re.compile(
    r"(?:围绕|依托|面向|聚焦|针对|利用|立足|借助|着眼|结合|对照|瞄准(?=[^，,]*(?:方向|目标|需求)$))"
)
# What the object of a scene-setting phrase ends in when the phrase is no adverbial but the topic itself.
_AIMS = ("目标", "任务", "主题", "要求", "主线", "中心", "职责", "部署")
_PREPOSITION = re.compile(
    r"(?:在|对于|对|与|同|以(?![^，,]{2,12}为(?:核心|代表|首|主)的|军|色列|方|媒|上|下|内|外|来|及|往|后|前|总)|通过(?!了|《)|为(?!了)|向|从|就|由|和|给|面向|经过|跨|按(?!时|期|需|劳)|依据|因地制宜|用(?!好|足|活|力|于)|帮)"
)
# Endings of phrases that only set the scene.
_SCENE_ENDS = tuple(
    "时 后 前 会上 坛上 式上 之际 以来 过程中 同时 基础上 背景下 情况下 期间 条件下 框架下 前提下 指引下 领导下 支持下 推动下 而言 来说 来看 看 年来 的原则 要求 为目标 为出发点 为主题 为指导 为主线 "
    "为重点 为抓手 为核心 方式 为契机 为牵引 为引领 为目的 为基础 中心任务 定位 的精神 理念下 根本遵循 引领下 的积极评价 的重大举措 的历史进程 中的作用 的 的报告 的汇报 "
    "的情况 的有关情况 的相关情况 发展成就 建设成就 出发点 落脚点".split()
)
_LAST_OF_SCENE = frozenset(ending[-1] for ending in _SCENE_ENDS)
_NOT_ACTIONS = frozenset(
    "认识 感受 感谢 希望 相信 认为 领悟 牢记 记住 看到 表示 成为 具有 属于 位于 出席 参加 期待 祝愿 意味 需要 可能 能够 感到 觉得 知道 理解 指出 强调 欢聚 来到 前往 抵达 观看 参观 会见 会晤 "
    "感悟 领会 截至 预计 面对 增长 下降 上涨 同比 发生 造成 导致 涉及 包括 面临 受到 得到 呈现 出现 位居 处于 讲述 回忆 介绍 开始 结束 没有 不能 不会 随着 作为 相当于 高于 低于 达到 累计 遭受 遭遇 接到 "
    "秉持 观摩 致力于 致力 在于 用于 位列 预祝 祝贺 纪念 庆祝 缅怀 告诉 获悉 深知 坚信 赞赏 注意 不断 继续 拥有 存在 证明 反映 体现 使得 有所 自动 结合 处在 具备 结束 倍加 展现出 不能 不要 不得 可以 应该 愿意 打算 认真 高度 进行 才能 足以 有望 值得 破坏 损害 削弱 阻碍 影响 引发 威胁 违反 侵犯 伤害 加剧 恶化 干涉 干扰 挑起 炮制 抹黑 占据 丧失 失去 陷入 面对".split()
)  # fmt: skip
_OPENS_PREPOSITION = frozenset("把将在对与同以通为向从就由和给面经跨因用帮按依")
# 把握, 把关 and the like are words of their own.
_BA = re.compile(r"把(?![握关脉控守手门])(?=[^，,]{4})")
_JIANG = re.compile(
    r"将[^，,]{2,40}?(?:提请|提交|提升为|确立为|升级为|定位为|作为|摆在|放在|纳入|结合起来|转化为|打造成|建设成|列入|融入|贯穿|落实到|用于|推向)"
)
_ON_TOPIC = re.compile(r"在[^，,]{2,40}?(?:[上中里内]|方面|领域)")
# 对普及居民健康卡作了部署, 对突出问题进行整治.
_ARRANGED = re.compile(
    r"对[^，,]{2,60}(?P<verb>作(?:了|出了?)|进行(?:了)?|展开|开展(?:了)?|予以|给予)[^，,]{0,8}(?:部署|安排|整治|规范|改造|处置|问责|表彰|奖励|补贴|支持|扶持|督查|检查|排查|审议)"
)
# 以此次签约为新的起点: how, not what.
_TAKEN_AS = re.compile(r"以[^，,]{1,24}为(?:新的?|重要)?[^，,]{1,4}")
_EFFORT = re.compile(
    r"(?:相互支持|相互助力|互学互鉴|用力|发力|下功夫|有所突破|求突破|取得突破|出实招|见实效|持续用力|作表率|走在前列)"
)


def is_adverbial(text: str, at: int, end: int) -> bool:
    """Whether a clause, read from behind its lead, only sets the scene for the next (围绕…, 依托…, 对这类产品，)."""
    if _ADVERBIAL.match(text, at, end):
        return not text.endswith(_AIMS, at, end)
    return (
        text.startswith("对", at) and _about(text, at, end) is None and subject_lead().search(text, at + 1, end) is None
    )


def read(text: str, start: int, end: int, follows: bool, ends: list[int] | None = None) -> Action | None:
    """Return the action of a clause, None where it has none.

    `follows` that an action stands right before it, `ends` are the places where its lead may end, where the caller
    knows them already.
    """
    ends = ends if ends is not None else lead_ends(text, start, end)
    if end - start < 4 or (text[end - 1] in _LAST_OF_SCENE and text.endswith(_SCENE_ENDS, start, end)):
        return None
    for at in ends:
        found = _at(text, at, end)
        if found and not is_description(text, found, start):
            return found
    found = _issued(text, start, end) or _behind_subject(text, start, end) or _accomplished(text, start, end)
    if found is None and (ends[0] > start or follows):
        found = _behind_manner(text, ends[0], end) or _unlisted(text, ends[0], end)
    return found if found and not is_description(text, found, start) else None


def behind_addressee(text: str, start: int, end: int) -> Action | None:
    """Return the action of a clause whose subject is who is asked to act (希望各企业弘扬…, 建议两地互设…)."""
    for match in verb_pattern().finditer(text, start + 2, min(end, start + 24)):
        place = match.start()
        if "的" in text[start:place]:
            return None
        found = _verb_at(text, place, end)
        if found and _stands_alone(text, place, found.verb) and _ends_in_noun(text, start, place):
            return None if is_description(text, found, start) else replace(found, actor=text[start:place])
    return None


def _ends_in_noun(text: str, start: int, at: int) -> bool:
    """Whether a word that can be a subject ends at this place."""
    before = tokens.words(text[start:at])
    return word_begins(text, start, at) and tokens.tag(before[-1])[:1] in ("n", "r", "j", "")


def _at(text: str, at: int, end: int) -> Action | None:
    """Return the action that begins right here, with its verb or with a preposition."""
    return _verb_at(text, at, end) or _with_preposition(text, at, end)


def _verb_at(text: str, at: int, end: int) -> Action | None:
    match = match_verb(text, at, end)
    if not match or end - match.end() < 2:
        return None
    behind = text[match.end()]
    if match["verb"] == "通过" and match["aspect"] != "了" and behind not in "《“":
        return None  # 通过检测发现 is a preposition
    if match["verb"] == "走" and behind in "进过在访向到":
        return None  # 走进企业 goes somewhere, 走绿色发展道路 acts
    if behind in "、与和及" and _is_listed_noun(text, match.end(), end):
        return None
    if not match["aspect"] and (behind in "的力性度化者率式型后前时" or _goes_on(text, match, end)):
        return None
    return Action(at, end, match["verb"], done=match["aspect"] in ("了", "过"))


def joined_verb_end(text: str, at: int, end: int) -> int:
    """Return where a second verb that shares the object ends (加强和改进日常监管), `at` where none is joined.

    与 is left out: as a preposition it stands in front of names that begin like a verb (加强与发展中国家的合作).
    """
    second = match_verb(text, at + 1, end) if text[at : at + 1] in ("和", "或", "并") else None
    return second.end() if second and end - second.end() >= 2 else at


_WITH_OTHERS = re.compile(
    r"与[^，,]*(?:合作|交流|对接|联系|沟通|协作|协同|往来|互动|联动|衔接|配合|协调|融合|互通|关系|互信|友谊|共享|结合)"
)


def _is_listed_noun(text: str, behind: int, end: int) -> bool:
    """Whether a verb with 、, 与, 和 or 及 right behind it is a noun in a list: 资源利用与品质提升, 控制、返回等环节."""
    joined = text[behind : behind + 2]
    return not (
        tokens.tag(joined)  # 和平, 与会
        or _WITH_OTHERS.match(text, behind, end)
        or match_verb(text, behind + 1, end)
        or (text[behind] != "、" and tokens.tag(text[behind + 1 : behind + 3])[:1] == "v")
    )


# 发布会, 推进会; not 支持会员企业.
_MEETING_BEHIND = re.compile(r"会(?![员展计同议商诊])")


def _goes_on(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the verb is only the head of a longer word, or a noun that is the subject of what follows."""
    verb, behind = match["verb"], match.end()
    if text.startswith(("大会", "仪式", "典礼"), behind) or _MEETING_BEHIND.match(text, behind, end):
        return True
    if verb not in NOUN_VERBS or joined_verb_end(text, behind, end) > behind:
        return False
    if _is_longer_noun(text, match.start(), behind, end):
        return True
    found = tokens.words(text[match.start() : min(end, match.start() + 10)])
    return (
        len(found) > 1
        and found[0] == verb
        and tokens.tag(found[1]) in ("v", "d", "c", "vd", "p")
        and found[1] not in ("好", "共建", "开展")
    )


def _is_longer_noun(text: str, start: int, behind: int, end: int) -> bool:
    """Whether the verb with one or two more characters is a noun of the dictionary: 改革开放, 保护区."""
    return any(
        tokens.tag(text[start : behind + more]) in ("n", "nz", "ns", "nt", "l")
        for more in (1, 2)
        if behind + more <= end
    )


def _with_preposition(text: str, at: int, end: int) -> Action | None:
    """Read 把…作为…, 对…加强…, 在…建设…: the phrase stays with the measure."""
    if text[at : at + 1] not in _OPENS_PREPOSITION:
        return None
    if _BA.match(text, at, end):
        return Action(at, end, _last_verb(text, at, end) or "把")
    if _JIANG.match(text, at, end):
        return Action(at, end, _last_verb(text, at, end) or "将")
    topic = _ON_TOPIC.match(text, at, end)
    if topic:
        effort = _EFFORT.search(text, topic.end() - 1, end)
        if effort:
            return Action(at, end, effort.group())
    preposition = _PREPOSITION.match(text, at, end)
    if not preposition or _TAKEN_AS.fullmatch(text, at, end):
        return None
    arranged = _ARRANGED.fullmatch(text, at, end)
    if arranged:
        return Action(at, end, arranged["verb"], done="了" in arranged["verb"])
    if preposition.group() == "对":
        about = _about(text, at, end)
        if about:
            return about
    return _verb_behind(text, at, preposition.end(), end)


def _last_verb(text: str, at: int, end: int) -> str | None:
    match = re.search(
        r"作为|摆在|放在|纳入|结合|转化|打造|建设|列入|融入|贯穿|落实|用于|推向|落到|做|办|抓|变", text[at + 2 : end]
    )
    return match.group() if match else None


def _about(text: str, at: int, end: int) -> Action | None:
    """Read 对 object (lead) verb, the object in front: 对典型经验做法要适时总结推广."""
    for match in subject_lead().finditer(text, at + 2, end):
        found = tokens.words(text[match.end() : end])
        if (
            found
            and len(found[0]) >= 2
            and any(tokens.tag(word).startswith("v") for word in found[:2])
            and word_begins(text, at, match.start())
        ):
            return Action(at, end, found[0])
    return None


def _verb_behind(text: str, at: int, behind: int, end: int) -> Action | None:
    """Return the first verb with an object behind a preposition's phrase, outside quotations, not in front of 的."""
    limit = min(end, behind + 44)
    terms: list[Span] | None = None
    starts: frozenset[int] | None = None
    for match in _led_verb().finditer(text, behind + 1, limit + 8):
        place = match.start()
        if place >= limit or text[place - 1] in "的、":
            continue
        found = _led(text, place, end)
        if found is None:
            continue
        terms = terms if terms is not None else [(q.start, q.end) for q in quotes(text, at, end)]
        starts = starts if starts is not None else frozenset(word_starts(text, behind, limit))
        if place in starts and not any(left < place < right for left, right in terms):
            return replace(found, start=at)
    return None


def _led(text: str, place: int, end: int) -> Action | None:
    """Return the verb with its lead that begins at a place within a clause."""
    for lead in lead_ends(text, place, end)[:2]:
        found = _verb_at(text, lead, end)
        if found and (lead > place or _stands_alone(text, place, found.verb)):
            return found
    return None


@cache
def _led_verb() -> re.Pattern[str]:
    """Return the pattern of a place where a verb or the lead of one begins."""
    options = {*lexicon.words("action_verbs"), *lexicon.words("adverbs"), *lexicon.words("modals")}
    return re.compile(rf"(?={lexicon.one_of(options)})")


def _stands_alone(text: str, at: int, verb: str) -> bool:
    """Whether the verb is a word of its own here that is no noun: not 发展 in 城乡发展规划, nor 建设 in 建设的."""
    behind = text[at + len(verb) : at + len(verb) + 1]
    return (verb not in NOUN_VERBS or behind in "好了" or behind.isdecimal()) and behind not in "的和与、及"


def _behind_subject(text: str, start: int, end: int) -> Action | None:
    """Read subject, then a modal or adverb, then the verb; or an organization or place right before the verb."""
    for match in subject_lead().finditer(text, start + 1, min(end, start + 40)):
        place = match.start()
        if text[place - 1 : place + 1] in ("首要", "重要", "主要", "必要"):
            place += 1  # no modal
        ends = lead_ends(text, place, end)
        for at in ends[:-1]:
            found = _at(text, at, end) or (_behind_manner(text, at, end) if at == ends[0] else None)
            if found and word_begins(text, start, place):
                actor = text[start:place].strip("，,、 ")
                lead = text[place:at]
                modal = any(word in lead for word in lexicon.words("modals"))
                return replace(found, actor=actor or None, plain=not modal)
    return _behind_body(text, start, end) or _bare_frame(text, start, end)


# Frames that need no modal behind the subject: 某厂把…放到这里, 标准由…提高到…, 某某与某某共同为…揭牌.
_BA_BEHIND = re.compile(
    r"把(?![握关脉控守手门])[^，,]{3,40}?(?P<ba>作为|摆在|放|纳入|结合|转化|打造|建设|列|融入|贯穿|落|推|变|做|办|抓|提|带|送|引|布局|降|开放|写)"
)
_ADJUSTED = re.compile(
    r"由[^，,]{1,16}?(?P<adjust>提高|延长|降低|提升|增加|扩大|上浮|下调|下浮|上调|缩短|压缩|减少|调整|放宽)(?:到|至|为)"
)
_UNVEILED = re.compile(r"(?<![因以作])为[^，,]{2,60}?(?P<unveil>揭牌|授牌|授旗|剪彩|颁奖|揭幕)$")


def _bare_frame(text: str, start: int, end: int) -> Action | None:
    match = _BA_BEHIND.search(text, start + 1, end)
    if match:
        return Action(match.start(), end, match["ba"])
    match = _ADJUSTED.search(text, start + 2, end)
    if match:
        return Action(start, end, match["adjust"])
    match = _UNVEILED.search(text, start, end)
    return Action(match.start(), end, match["unveil"], done=True) if match else None


_BODIES = re.compile(
    r"(?:政府|公司|集团|银行|协会|中心|部门|部|局|委|厅|省|市|县|区|院|校|方|会议|会上|大会|仪式上|论坛上|企业|中国|我国|各国|各地|总部)$"
)


_LAST_OF_BODY = frozenset("府司团行会心门部局委厅省市县区院校方议上式业国地")


def _behind_body(text: str, start: int, end: int) -> Action | None:
    """Read an organization or place right before its verb: 中国坚持…, 三县共新建…."""
    for match in verb_pattern().finditer(text, start + 2, min(end, start + 24)):
        body = text[start : match.start()]
        if not (body[-1] in _LAST_OF_BODY or tokens.tag(body) in ("ns", "nt")) or "的" in body:
            continue
        if not (_BODIES.search(body) or tokens.tag(body) in ("ns", "nt")):
            continue
        found = _verb_at(text, match.start(), end)
        if found and not _is_noun_here(found, text) and word_begins(text, start, match.start()):
            return replace(found, actor=body, plain=True)
    return None


_ISSUED = re.compile(
    r"(?P<what>《[^》]+》[^，,]{0,8}?)(?:日前|近日|今天|昨天|当天|当场|也|已|正式|同时|相继|于[^，,]{2,12})*(?P<verb>发布|印发|出台|施行|公布|实施|颁布|问世|通过)(?:实施|施行)?$|(?:系统|平台|中心|项目|工程|设施|基地|线路|服务|窗口|站|馆|园)[^，,]{0,6}?(?P<opened>投入使用|投入运营|上线运行|正式上线|建成投用|开通运营|揭牌成立|竣工|投产|搭建完毕|启用)$"
)


# The last words of every such clause.
_OPENED = tuple(
    "发布 印发 出台 施行 公布 实施 颁布 问世 通过 投入使用 投入运营 上线运行 正式上线 建成投用 开通运营 揭牌成立 竣工 投产 搭建完毕 启用".split()
)


def _issued(text: str, start: int, end: int) -> Action | None:
    """Read a document or facility as the subject of what was done with it: 《…办法》日前发布, 平台投入使用."""
    match = _ISSUED.search(text, start, end) if text.endswith(_OPENED, start, end) else None
    if not match:
        return None
    at = match.start("what") if match["what"] else start
    return Action(at, end, match["verb"] or match["opened"], done=True)


_FORMAL = ("审议通过", "表决通过", "选举产生", "审议批准", "通过")


def _accomplished(text: str, start: int, end: int) -> Action | None:
    """Read subject … verb了 object (双方在无锡签署了协议), and 会议审议通过《…》."""
    if text.find("了", start, end) < 0 and not any(text.find(verb, start, end) >= 0 for verb in _FORMAL[2:]):
        return None
    for match in verb_pattern().finditer(text, start + 1, end):
        formal = match["verb"] in _FORMAL
        if (
            (match["aspect"] == "了" or formal)
            and end - match.end() >= 3
            and "的" not in text[start : match.start()][-12:]
        ) and (formal or word_begins(text, start, match.start())):
            return Action(match.start(), end, match["verb"], done=True, actor=None)
    return None


def _is_noun_here(found: Action, text: str) -> bool:
    return found.verb in NOUN_VERBS - {"坚持", "支持"} and not found.done


# Words that tell of things: what stands before the verb is then a subject, no manner.
_THINGS = ("n", "r", "m", "q", "j")


def _behind_manner(text: str, at: int, end: int) -> Action | None:
    """Read a manner of four characters that no list holds, then the verb: 久久为功做好工作, 一以贯之抓好落实."""
    place = at + 4
    if place + 4 > end or "的" in text[at:place]:
        return None
    found = _verb_at(text, place, end)
    if found is None or not _stands_alone(text, place, found.verb):
        return None
    before = tokens.words(text[at:place])
    whole = tokens.tag(text[at:place])[:1] in ("i", "l", "v", "d", "a")
    manner = whole or not any(len(word) > 1 and tokens.tag(word)[:1] in _THINGS for word in before)
    return found if manner and word_begins(text, at, place) else None


# A verb of one character with its result: 树牢理念, 拧紧链条.
_RESULT = re.compile(
    r"[抓树扣拧盯守管用建办做筑扎压兜织讲打唱擦练补配选育引留摸护治防种收传谋绘干担扛挑立稳保控堵疏学带铺聚答交啃破夯理抢攻贴厘]"
    r"[好牢实紧强优准活足细严稳深透通清住全密]"
)


def _unlisted(text: str, at: int, end: int) -> Action | None:
    """Read a verb that no list holds: one with its result, or what jieba's dictionary calls a verb, a noun behind it."""
    if _RESULT.match(text, at, end) and end - at >= 4 and text[at + 2] not in "的、和与":
        return Action(at, end, text[at : at + 2], listed=False)
    if not any(tokens.tag(text[at : at + length])[:1] == "v" for length in (2, 3, 4, 5) if at + length <= end):
        return None
    found = tokens.words(text[at : min(end, at + 14)])
    if len(found) < 2 or len(found[0]) < 2 or found[0] in _NOT_ACTIONS or not tokens.tag(found[0]).startswith("v"):
        return None
    if found[1] in ("的", "地", "和", "与", "、", "及") or not any(
        tokens.tag(word)[:1] in ("n", "v", "j", "l", "a", "i") for word in found[1:]
    ):
        return None
    if all(tokens.tag(word) == "v" for word in found) or end - at - len(found[0]) < 2:
        return None
    return Action(at, end, found[0], listed=False, done=found[1] in ("了", "过"))

"""Actions: which clauses have an action verb with its object, and where the action begins.

A clause is read in one of five forms: (lead) verb object; preposition … (lead) verb object; 把/将 object verb;
对 object (lead) verb; subject (lead) verb object. The lead is what may stand before the verb: modals, adverbs, markers.
"""

from __future__ import annotations

import re

from huiyao.extract import modals
from huiyao.extract.action import Action
from huiyao.extract.boundaries import word_begins
from huiyao.extract.clause_leads import lead_ends
from huiyao.extract.descriptions import is_description
from huiyao.extract.listed_verbs import holds_verb, match_verb, verbs_within
from huiyao.extract.milestones import LAST_OF_MILESTONE, reached
from huiyao.extract.outcomes import brings_about
from huiyao.extract.patients import at_intervals_or_each, each_time_or_by, framed, ordered, repeated
from huiyao.extract.phrases import action_at
from huiyao.extract.subjects import behind_subject, told
from huiyao.extract.unlisted import RESULT, behind_manner, behind_preposition, complete, stands_whole, unlisted

# Endings of phrases that only set the scene.
_SCENE_ENDS = tuple(
    "时 后 前 会上 坛上 式上 之际 以来 过程中 同时 基础上 背景下 情况下 期间 条件下 框架下 前提下 指引下 领导下 支持下 推动下 而言 来说 来看 看 年来 的原则 要求 为目标 为出发点 为主题 为指导 为主线 "
    "为重点 为抓手 为核心 方式 为契机 为牵引 为引领 为目的 为基础 中心任务 定位 的精神 理念下 根本遵循 引领下 的积极评价 的重大举措 的历史进程 中的作用 的 的报告 的汇报 "
    "的情况 的有关情况 的相关情况 发展成就 建设成就 出发点 落脚点".split()
)
_LIVES_UP_TO = frozenset("落实 明确 细化 贯彻落实 坚持 把握 巩固 对标对表".split())
_LAST_OF_SCENE = frozenset(ending[-1] for ending in (*_SCENE_ENDS, "等"))


# What opens the frames that need no verb of the lexicon: 把…, 将…, 在…上发力, 对…, 由…提高到, 为…揭牌, 给…减税,
# 与…签约, and a verb with its result behind who is told to (各村要算好时间账).
_OPENS_FRAME = re.compile(f"[把将在对由为给用]|签[约字署]|不得|[要须](?:{RESULT})")

# 开展普查工作的同时要做好防护: what goes on beside the action.
_ASIDE = "的同时"


def read(
    text: str, start: int, end: int, follows: bool, ends: list[int] | None = None, *, spoken: bool = True
) -> Action | None:
    """Return the action of a clause, None where it has none.

    `follows` that an action stands right before it, `ends` are the places where its lead may end, where the caller
    knows them already. Where the clause is not `spoken` nobody orders in it, and what only somebody's order makes an
    action (老人凭证免费乘车) is none.
    """
    aside = text.find(_ASIDE, start, end)
    if aside > start:
        start, ends = aside + len(_ASIDE), None
    ends = ends if ends is not None else lead_ends(text, start, end)
    if end - start < 4 or (text[end - 1] in _LAST_OF_SCENE and _sets_scene(text, start, end, ends[0], follows)):
        return None
    if often := repeated(text, start, end):
        return often
    may_act = holds_verb(text, start, end) or _OPENS_FRAME.search(text, start, end) is not None
    due = reached(text, start, end) if text[end - 1] in LAST_OF_MILESTONE else None
    due = due and (ordered(text, start, end) or due)
    found = _led(text, start, end, ends) if may_act else None
    if found and not (due and found.start + len(found.verb) >= end - len(due.verb)):
        return found
    opened = may_act or due or text[end - 1] in _LAST_OF_OPENED
    found = _not_led(text, start, end, may_act, due) if opened else None
    if found and _acts(text, found, start):
        return found
    other = ordered(text, start, end) or (_by_order(text, start, end) if spoken else None)
    if found is None and other is None:
        other = _unlisted(text, start, end, ends, follows, spoken)
    return other if other and _acts(text, other, start) else None


def _not_led(text: str, start: int, end: int, may_act: bool, due: Action | None) -> Action | None:
    """Read a clause whose action stands behind no lead: a thing done, a subject, a milestone that is `due`."""
    found = None if due else _issued(text, start, end)
    if found is None and may_act:
        found = behind_subject(text, start, end) or _accomplished(text, start, end)
    return due if due and (found is None or found.start + len(found.verb) >= end - len(due.verb)) else found


def _unlisted(text: str, start: int, end: int, ends: list[int], follows: bool, spoken: bool) -> Action | None:
    """Read an action whose verb no list holds, from behind the lead of the clause, which may end at one of `ends`."""
    at = ends[0]
    if at > start or follows:
        found = behind_manner(text, at, end) or unlisted(text, at, end) or _aimed_at(text, start, at, end)
        # 先行先试 begins as a manner does.
        found = found or next(filter(None, (complete(text, begin, end) for begin in ends[1:])), None)
        if found:
            return found
    return behind_preposition(text, at, end) if spoken and modals.stands_in(text[start:at]) else None


def _by_order(text: str, start: int, end: int) -> Action | None:
    """Read what is an action where somebody orders it: rates and limits, what is done each time, who is told to act."""
    return (
        framed(text, start, end)
        or at_intervals_or_each(text, start, end)
        or each_time_or_by(text, start, end)
        or told(text, start, end)
        or stands_whole(text, start, end)
    )


def _acts(text: str, found: Action, start: int) -> bool:
    """Whether somebody acts in the clause from `start`: it neither describes nor tells what comes of itself."""
    return not (is_description(text, found, start) or brings_about(text, found, start))


_STRIVES = ("力争", "争取")


def _aimed_at(text: str, start: int, at: int, end: int) -> Action | None:
    """Read what is striven for as a clause of its own: 力争电厂六月底前发电, 争取每个县都有医院."""
    strives = max(text.rfind(word, start, at) for word in _STRIVES)
    if end - at < 4 or end - strives < 7 or strives < 0:
        return None
    return Action(strives, end, text[strives : strives + 2], "effort", listed=False)


def _sets_scene(text: str, start: int, end: int, at: int, follows: bool) -> bool:
    """Whether the clause closes as one that only sets the scene, and nobody is to live up to it (要落实新要求)."""
    if text[end - 1] == "等":
        return text.startswith("对", at)  # 对脱贫县、集中安置区等，: whom the next clause is about
    if (
        not text.endswith(_SCENE_ENDS, start, end)
        or text.endswith("小时", start, end)
        or text.find("通过", start, min(end, start + 6)) >= 0
    ):
        return False
    told_to = at > start or follows
    verb = match_verb(text, at, end) if told_to and text.endswith(("要求", "定位"), at, end) else None
    return verb is None or verb.word not in _LIVES_UP_TO


def _led(text: str, start: int, end: int, ends: list[int]) -> Action | None:
    """Read the action right behind a lead, the longest lead first."""
    for at in ends:
        found = action_at(text, at, end)
        if found and _acts(text, found, start):
            return found
    return None


_ISSUED = re.compile(
    r"(?P<what>《[^》]+》[^，,]{0,8}?)(?:日前|近日|今天|昨天|当天|当场|也|已|正式|同时|相继|于[^，,]{2,12})*(?P<verb>发布|印发|出台|施行|公布|实施|颁布|问世|通过)(?:实施|施行)?$|(?:系统|平台|中心|项目|工程|设施|基地|线路|服务|窗口|站|馆|园)[^，,]{0,6}?(?P<opened>投入使用|投入运营|上线运行|正式上线|建成投用|开通运营|揭牌成立|竣工|投产|搭建完毕|启用)$|(?:实验室|工作站|联合体)[^，,]{0,6}?(?P<named>揭牌|授牌)$"
    r"|(?:项目|工程|工作|任务|改造|普查|商会|协会|联盟|学院|研究院|研究所|专班|基金)(?:均已|都已|已经?|正式|现场)(?:于[^，,]{2,8})?(?:全面|全部|顺利|正式)?(?P<begun>完成|启动|立项|开工|交付使用|签约|揭牌|揭牌成立|成立)$"
)
# The last words of every such clause.
_OPENED = tuple(
    "发布 印发 出台 施行 公布 实施 颁布 问世 通过 投入使用 投入运营 上线运行 正式上线 建成投用 开通运营 揭牌成立 竣工 投产 搭建完毕 启用 "
    "完成 启动 立项 开工 交付使用 签约 揭牌 授牌 成立".split()
)
_LAST_OF_OPENED = frozenset(ending[-1] for ending in _OPENED)


def _issued(text: str, start: int, end: int) -> Action | None:
    """Read a document or facility as the subject of what was done with it: 《…办法》日前发布, 平台投入使用."""
    if text[end - 1] not in _LAST_OF_OPENED or not text.endswith(_OPENED, start, end):
        return None
    match = _ISSUED.search(text, start, end)
    if match is None:
        return None
    at = match.start("what") if match["what"] else start
    verb = match["verb"] or match["opened"] or match["named"] or match["begun"]
    # Work that goes on as planned is told of everywhere; it counts only where somebody reports on it.
    return Action(at, end, verb, "issued", listed=not match["begun"], done=True)


_FORMAL = ("审议通过", "表决通过", "选举产生", "审议批准", "通过")
# What a meeting can pass; 通过网络 and 通过两座廊桥 tell how.
_PASSED = re.compile(r"关于|[^，,]*(?:[》案议定告法划要单程言明书]|办法|方案|规则|条例|意见|守则|弹劾|制裁)$")
_MARKS_ACCOMPLISHED = re.compile("了|通过|选举产生|审议批准")


def _accomplished(text: str, start: int, end: int) -> Action | None:
    """Read subject … verb了 object (双方在无锡签署了协议), and 会议审议通过《…》."""
    if _MARKS_ACCOMPLISHED.search(text, start, end) is None:
        return None
    for verb in verbs_within(text, start + 1, end):
        formal = verb.word in _FORMAL and (verb.word != "通过" or _PASSED.match(text, verb.end, end) is not None)
        if (
            (verb.aspect == "了" or formal)
            and end - verb.end >= 3
            and text.find("的", max(start, verb.start - 12), verb.start) < 0
            and (formal or word_begins(text, start, verb.start))
        ):
            return Action(verb.start, end, verb.word, "accomplished", done=True)
    return None

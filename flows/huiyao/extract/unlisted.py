"""Actions that no list holds whole: an unknown manner before the verb, or an unknown verb."""

from __future__ import annotations

import re
from functools import cache

from huiyao import lexicon
from huiyao.extract import tokens
from huiyao.extract.action import Action
from huiyao.extract.boundaries import word_begins
from huiyao.extract.clause_leads import lead_ends
from huiyao.extract.counted import counted
from huiyao.extract.listed_verbs import verbs_within
from huiyao.extract.phrases import preposition_end
from huiyao.extract.verbs import stands_alone, verb_at

NOT_ACTIONS = frozenset(
    "认识 感受 感谢 希望 相信 认为 领悟 牢记 记住 看到 表示 成为 具有 属于 位于 出席 参加 期待 祝愿 意味 需要 可能 能够 感到 觉得 知道 理解 指出 强调 欢聚 来到 前往 抵达 观看 参观 会见 会晤 "
    "感悟 领会 截至 预计 面对 增长 下降 上涨 同比 发生 造成 导致 涉及 包括 面临 受到 得到 呈现 出现 位居 处于 讲述 回忆 介绍 开始 结束 没有 不能 不会 随着 作为 计算 符合 收到 获评 荣获 达产 相当于 高于 低于 达到 累计 遭受 遭遇 接到 "
    "秉持 观摩 致力于 致力 在于 用于 位列 预祝 祝贺 纪念 庆祝 缅怀 告诉 获悉 深知 坚信 赞赏 注意 不断 继续 拥有 存在 证明 反映 体现 使得 有所 自动 结合 处在 具备 结束 倍加 展现出 不能 不要 不得 可以 应该 愿意 打算 认真 高度 进行 才能 足以 有望 值得 破坏 损害 削弱 享受 享有 获益 受益 阻碍 影响 引发 威胁 违反 侵犯 伤害 加剧 恶化 描绘 说明 阐明 擘画 审查 干涉 干扰 挑起 炮制 抹黑 占据 丧失 失去 陷入 面对".split()
)  # fmt: skip
# Words that tell of things: what stands before the verb is then a subject, no manner.
_THINGS = ("n", "r", "m", "q", "j")


def behind_manner(text: str, at: int, end: int) -> Action | None:
    """Read a manner of four characters that no list holds, then the verb: 久久为功做好工作, 一以贯之抓好落实."""
    place = at + 4
    if place + 4 > end or "的" in text[at:place]:
        return None
    found = verb_at(text, place, end)
    whole = tokens.tag(text[at:place])[:1] in ("i", "l", "v", "d", "a")
    if found is None or not (whole or stands_alone(text, place, found.verb)):
        return None
    before = tokens.words(text[at:place])
    manner = whole or not any(len(word) > 1 and tokens.tag(word)[:1] in _THINGS for word in before)
    return found._replace(form="manner") if manner and word_begins(text, at, place) else None


# A verb of one character with its result: 树牢理念, 拧紧链条.
RESULT = (
    r"[搞抓树扣拧算备盯守管用建办做筑扎压兜织讲打唱擦练补配选育引留摸护治防种收传谋绘干担扛挑立稳保控堵疏学带铺聚答交啃破夯理抢攻贴厘划装吃修开]"
    r"(?!优[秀质势]|实[际践施现力]|全[面市省国力部]|清[洁楚]|深[化入度]|细[化致节]|强[化大]|稳定|活[动力]|严[格重]|准[备确]|密切|通过)"
    r"[好牢实紧强优准活足细严稳深透通清住全密]"
)
_RESULT = re.compile(RESULT)


def with_result(text: str, at: int, end: int) -> Action | None:
    """Read a verb of one character with its result and an object (树牢理念, 算好时间账)."""
    pairs = _RESULT.match(text, at + 2, end) is not None  # 做深做细工作
    if _RESULT.match(text, at, end) and end - at >= 4 and text[at + 2] not in "的、和与" and not pairs:
        return Action(at, end, text[at : at + 2], "result", listed=False)
    return None


# What must not be done is ordered, too: 不得强制入会.
_BANS = ("不得", "禁止", "严禁", "不准", "不允许", "不搞", "不予", "决不搞", "绝不搞")


def unlisted(text: str, at: int, end: int) -> Action | None:
    """Read a verb that no list holds: one with its result, or what jieba's dictionary calls a verb, a noun behind it."""
    if text.startswith(_BANS, at) and end - at >= 5 and not text.startswith("不得不", at):
        return Action(at, end, text[at : at + 2], "ban", listed=False)
    if result := with_result(text, at, end) or counted(text, at, end):
        return result
    if whole := complete(text, at, end):
        return whole
    if not _may_begin_with_verb(text, at, end):
        return None
    found = tokens.words(text[at : min(end, at + 14)])
    if len(found) < 2 or len(found[0]) < 2 or found[0] in NOT_ACTIONS or not tokens.tag(found[0]).startswith("v"):
        return None
    if found[1] in ("的", "地", "和", "与", "、", "及", "率", "率达") or not any(
        tokens.tag(word)[:1] in ("n", "v", "j", "l", "a", "i") for word in found[1:]
    ):
        return None
    if all(tokens.tag(word) == "v" for word in found) or end - at - len(found[0]) < 2:
        return None
    return Action(at, end, found[0], "unlisted", listed=False, done=found[1] in ("了", "过"))


# What a phrase can end in, so that a verb follows: 在锡|追加投资, 跟隔壁两个村|联合申报.
_ENDS_PHRASE = ("n", "j", "f", "s", "t", "r", "m", "q", "")
_JOINS = ("的", "地", "和", "与", "、", "及", "等")
# To whom, with whom or where something is done; 从, 以 and 对 tell as often how.
_BESIDE = ("在", "向", "与", "跟", "给", "同", "会同", "面向")
_IDLE = frozenset(
    "作出 飞往 接待 看待 展开 努力 发现 结合 相结合 迈出 派遣军队 努力 一道努力 共同努力 一道 开展 竞争 比赛 生活 工作 道路".split()
)


def behind_preposition(text: str, at: int, end: int) -> Action | None:
    """Read a preposition's phrase, then a verb that no list holds: 在青田镇追加投资两亿元."""
    behind = preposition_end(text, at, end)
    if behind is None or text[at:behind] not in _BESIDE:
        return None
    found = tokens.words(text[behind : min(end, behind + 30)])
    for place in range(1, len(found) - 1):
        word, before, after = found[place], found[place - 1], found[place + 1]
        if before in _JOINS or after in _JOINS or len(word) < 2 or word in NOT_ACTIONS | _IDLE:
            continue
        if tokens.tag(word) == "v" and tokens.tag(before)[:1] in _ENDS_PHRASE and _is_object(after):
            return Action(at, end, word, "phrase", listed=False)
    return None


def _is_object(word: str) -> bool:
    return tokens.tag(word)[:1] in ("n", "m", "j", "a", "b", "l", "v", "") and word not in ("，", "时", "后", "以来")


# Some of what is not done any longer is ordered by being told: 不再要求家长签字, 不收取任何费用.
_LEAVES_OFF = re.compile(
    r"不(?:再(?:要求|收取|设置?|受理|审批|增加|安排|举办|收费|执行|保留|征收)|收取|设(?![想法身])|推迟|额外)[^，,]{2,}$"
)


def complete(text: str, at: int, end: int) -> Action | None:
    """Read words that hold a verb with its object (包村到户, 建群, 挂图作战), or tell what is not done any longer."""
    match = _whole_actions().match(text, at, end)
    if match and end - match.end() <= 6 and text[match.end() : match.end() + 1] not in _JOINS:
        return Action(at, end, match.group(), "unlisted", listed=False)
    left = _LEAVES_OFF.match(text, at, end)
    return Action(at, end, "不", "ban", listed=False) if left else None


def stands_whole(text: str, start: int, end: int) -> Action | None:
    """Read a clause that is no more than words that hold a verb with its object: 挂图作战."""
    found = complete(text, start, end)
    return found if found and found.form == "unlisted" and end - start <= len(found.verb) + 2 else None


def taken_whole(text: str, start: int, end: int) -> Action:
    """Take a clause for an action as it stands, behind its lead.

    Its verb is the first one of a list, else the first word that the dictionary calls a verb, else the first word.
    """
    leads = (at for at in lead_ends(text, start, end) if end - at >= 4 and word_begins(text, start, at))
    at = next((at for at in leads if text[at] not in _JOINS), start)
    listed = next(verbs_within(text, at, end), None)
    words = tokens.words(text[at:end])
    told = (word for word in words if len(word) > 1 and tokens.tag(word)[:1] == "v")
    return Action(at, end, listed.word if listed else next(told, words[0]), "likely", listed=False)


@cache
def _whole_actions() -> re.Pattern[str]:
    return re.compile(lexicon.alternation("whole_actions"))


def _may_begin_with_verb(text: str, at: int, end: int) -> bool:
    """Whether the dictionary calls what stands here a verb, and one that may be an action."""
    limit = min(end, at + 14)
    if not any(tokens.tag(text[at:stop])[:1] == "v" for stop in range(at + 2, min(limit, at + 5) + 1)):
        return False
    begun = (text[at:stop] for stop in range(at + 2, limit + 1))
    return any(word not in NOT_ACTIONS and tokens.tag(word)[:1] == "v" for word in begun)

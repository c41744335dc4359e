"""Outcomes: what is foreseen, what things bring about by themselves, what is only talked over; nobody acts there."""

from __future__ import annotations

import re

from huiyao.extract import tokens
from huiyao.extract.action import Action
from huiyao.extract.clause_leads import lead_ends
from huiyao.extract.listed_verbs import begins_verb

# Verbs of what comes about, as often as of what somebody does.
_BRINGS = frozenset(
    "带动 拉动 推动 促进 促使 助力 助推 盘活 激活 激发 释放 提升 增强 拓展 拓宽 打破 赋能 畅通 丰富 满足 深化 催生 加快 改善 支撑 引领 造福 惠及 扩大 创造 提供 注入 新增 "
    "营造 奠定 开辟 打开 巩固 壮大 密切".split()
)
# 随着政策见效，; 预计拉动投资…; 此举: what follows comes of itself.
_FORESEES = re.compile(r"预计|有望|预期|料将|据测算")
_COMES_WITH = ("随着", "此举", "得益于")
# 共建平台一定能焕发光彩, 深化合作符合双方期待: the action is the subject of what is told.
_SUBJECT_OF_FAITH = re.compile(
    r"一定[能会]|必[能将]|(?:[符契]合|顺应)[^，,的]{0,12}(?:利益|期待|期盼|愿望|大势|潮流|趋势)$"
)
# 讨论向灾区提供支援等问题, 研究部署推进市场建设的有关举措: an agenda.
_TALKS_OVER = re.compile(r"[讨议]论|研究|审议|听取|磋商|商讨|探讨")
_TALKED_OVER = re.compile(
    r"(?:等[^，,的]{0,4}(?:问题|议题|话题|事项|事宜)|的(?:有关|相关)?(?:举措|措施|问题|议题|情况|报告|事宜|事项))$"
)
# A subject that is no body: 合作将为双方注入动力, 协议将促进贸易.
_THING = re.compile(
    r"^(?!.{0,2}[让使]).*(?:政策|合作|关系|协[议定]|举措|措施|发展|成果|规划|建设|倡议|机制|访问|蓝图|论坛|改革|开放|市场|技术|经济|产业|增长|需求|落实|实施|峰会|会晤|投资|消费|这|此举)$"
)
# 深化改革必须增进共识: the first verb is what the second is demanded for.
_DEMANDS = re.compile(r"必须(?![^，,]*的)(?=[^，,]{4})")
# 可提升控制水平, 可为企业提供服务: what a thing is good for.
_IS_ABLE = re.compile(r"(?:可以?|能够?)(?:[为给][^，,]{1,12})?")
_BINDS = re.compile("要|须|应|务必|必须|愿|希望|计划|致力")


def brings_about(text: str, found: Action, start: int) -> bool:
    """Whether the clause from `start` tells what comes about or is talked over, and not who acts."""
    if _SUBJECT_OF_FAITH.search(text, found.start + 4, found.end):
        return True
    if found.form in ("verb", "body", "subject") and _DEMANDS.search(text, found.start + 4, found.end):
        return True
    before = text[start : found.start]
    if not before:
        return False
    if found.verb in _BRINGS and _IS_ABLE.fullmatch(before):
        return True
    if _TALKS_OVER.search(before) and _TALKED_OVER.search(text[found.start : found.end]):
        return True
    lead = before[len(found.actor) :] if found.actor and before.startswith(found.actor) else ""
    of_thing = bool(lead) and found.verb in _BRINGS and _THING.search(found.actor or "") is not None
    return of_thing and _BINDS.search(lead) is None


def comes_of_itself(text: str, begin: int, start: int, verb: str) -> bool:
    """Whether what the clause at `start` tells is foreseen or follows from a change told before it in the sentence."""
    if verb not in _BRINGS or start <= begin:
        return False
    only = text.find("，", begin, start) == start - 1
    if (only and text.startswith(_COMES_WITH, begin)) or _FORESEES.search(text, begin, start):
        return True
    return text[start - 1] == "，" and _tells_change(text[begin : start - 1])


def _tells_change(clause: str) -> bool:
    """Whether a clause tells how a thing changes: 产业链不断完善, 需求攀升; no action and no phrase that sets the scene."""
    if not 4 <= len(clause) <= 40 or _TWO_CLAUSES.search(clause) or _SETS_SCENE.match(clause):
        return False
    *before, last = tokens.words(clause)
    if not before or len(last) < 2 or not (tokens.tag(last) in ("v", "a", "vi") or last.startswith("不断")):
        return False
    heads = (tokens.tag(word)[:1] for word in before[:2])
    return any(head in ("n", "j") for head in heads) and tokens.tag(before[-1])[:1] in ("n", "d", "a", "v")


_TWO_CLAUSES = re.compile("[，；]")
_SETS_SCENE = re.compile(r"通过|围绕|依托|以|在|为|按|对|从|由|把|将|坚持|加强|推[动进]|要|各")

# 深化改革，意义重大: what is said of the action behind it makes it a topic.
_TOPIC_BEHIND = re.compile(
    r"[，,](?:(?:主体|关键|根本|核心|要害|出路|难点)(?:是|在于|在[^，,、。]{1,6}[，,、。])|[重贵]在|这?(?:是|就是|也是|既是|不仅是|将是)|对于?[^，,]{2,40}具有|具有|有利于|有助于|事关|离不开|取决于|关键在|(?:根本任务|核心|前提|首要)(?:就)?是|意义|十分重要|至关重要|非常重要)"
)
_MUST_BEHIND = re.compile(r"[，,](?:就)?(?:要|必须|需要|应当|应)(?!求)")


# 就抓好落实，林小田要求…; 就用好贷款、防范风险提出意见: what somebody speaks about.
_SPEAKS_ABOUT = re.compile(r"(?:提出|作出|作了|发表|交换|汇报|介绍|讨论|达成[^，,]{0,6}(?:共识|一致$))[^，,]{0,14}$")


def is_spoken_about(text: str, start: int, end: int, begin: int) -> bool:
    """Whether a clause of the sentence from `begin` names with 就 what somebody speaks about, by a verb."""
    at = text.find("就", start, end)
    if at < 0 or not begins_verb(text, lead_ends(text, at + 1, end)[0]):
        return False
    opens = at == start == begin and text[end : end + 1] in ("，", ",")
    return opens or _SPEAKS_ABOUT.search(text, at + 5, end) is not None


def is_topic(text: str, end: int) -> bool:
    """Whether what follows a clause that ends here speaks about it, so that it is a topic and no action."""
    return _TOPIC_BEHIND.match(text, end) is not None


def is_aim_of_demand(text: str, end: int) -> bool:
    """Whether what follows a clause that ends here tells what must be done for it: 深化改革，必须增进共识."""
    return _MUST_BEHIND.match(text, end) is not None

"""Measures: actions of policy or programme, inside statements and in what the article itself reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from huiyao import lexicon
from huiyao.extract import actions, details, modals, phrases, policy, subjects, tokens, verbs
from huiyao.extract.action import Action
from huiyao.extract.clause_leads import lead_ends, parts
from huiyao.extract.confidence import confidence
from huiyao.extract.outcomes import comes_of_itself
from huiyao.extract.purposes import continues_purpose, object_end, opens_purpose
from huiyao.extract.sentences import Span, clauses, sentences
from huiyao.schema.records import Measure

Status = Literal["done", "planned", "proposed"]

# In the article's own prose only these deeds count when carried out.
_DEEDS = frozenset(
    "签署 签订 审议通过 发布 印发 颁布 出台 启动 揭牌 成立 设立 上线 启用 选举产生 建成 新建 完成 推出 实施 组建 开通 达成 确定 推荐 表彰 颁发 授予 捐赠 批准 修订 制定 公布 下达 破获 查处 抓获 "
    "摧毁 追回 挽回 投入 发放 拨付 安置 救治 建立 举办 开展 签约 新签约 开工 新开工 新增 引进 竣工 促成 协调 帮助 解决 承接 吸纳 组织 培训 修建 改造 修复 建设 提供 派出 打造 引进 开设 增设 支持 推动 推进 加快 加大 促进 优化 完善 健全 "
    "深化 强化 加强 扩大 构建 整治 排查 化解 取消 减免 简化 扶持 培育 资助 争取 壮大 坚持".split()
)  # fmt: skip
_DONE_TIME = re.compile(
    r"近年来|以来|过去[\d一二三四五六七八九十两]+年|年(?<=[\d一二三四五六七八九十两]年)多?来|去年|截至|目前|日前|近日|此前|20\d\d年，"
)
_PLANNED_TIME = re.compile(
    r"下一步|下步|今后|接下来|未来|明年|下一阶段|下阶段|后续|届时|下半年|(?:根据|按照)(?:该|此|双方)?协议|协议(?:规定|约定|明确)|双方(?:商定|约定)|(?:通知|方案|意见|办法|规定|措施|条例|规划|纲要|公告)[》”]?(?:明确|提出|要求|规定|强调|指出)"
)
# Some part of what each of them finds.
_TELLS_TIME = re.compile(
    "近年来|以来|过去|年来|多来|去年|截至|目前|日前|近日|此前|20|下一步|下步|今后|接下来|未来|明年|下一阶段|下阶段|后续|届时|下半年|协议|双方|明确|提出|要求|规定|强调|指出"
)
_ORDERS = frozenset(("要", "还要", "也要", "必须", "务必"))
# Verbs whose object is somebody who is to act.
_ADDRESS = ("希望", "要求", "建议", "呼吁", "敦促", "勉励", "号召", "鼓励", "主张", "期待")
_SUGGESTS = frozenset(("建议", "呼吁", "希望", "主张", "提出", "敦促"))
_TOPIC_BEHIND = re.compile(
    r"[，,](?:(?:主体|关键|根本|核心|要害|出路|难点)(?:是|在于|在[^，,、。]{1,6}[，,、。])|[重贵]在|这?(?:是|就是|也是|既是|不仅是|将是)|对于?[^，,]{2,40}具有|具有|有利于|有助于|事关|离不开|取决于|关键在|(?:根本任务|核心|前提|首要)(?:就)?是|意义|十分重要|至关重要|非常重要)"
)
_MUST_BEHIND = re.compile(r"[，,](?:就)?(?:要|必须|需要|应当|应)(?!求)")
# What came of deeds is told in praise of them; as a plan it is an aim.
_OUTCOMES = frozenset(
    "催生 激发 擦亮 点亮 填补 展示 彰显 惠及 造福 焕发 体现 谱写 书写 唱响 拉动 提振 汇聚 弘扬 传承 赋予 激励 振奋 凝聚 汲取 缅怀 开启 延续".split()
)
# How far things have come, where nobody reports on it.
_STATES = frozenset("覆盖 形成 获得 拥有 呈现".split())
# What people do at meetings and on visits is told, but it is no measure.
_AGENDA = frozenset(
    "听取 审议 考察 调研 慰问 欢迎 回应 分享 迎来 保持 突破 关注 参与 检查 巡视 看望 走访 举行 传达 学习 研究 汇集 讨论 宣传 观摩 接受 通报".split()
)
# A clause can be divided where one of these stands.
_DIVIDES = re.compile(r"[、并]")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who announces measures: `by` (None for the article itself), `named` where that is a person.

    `has_power`: an official or a meeting as a body, who can order and not only suggest. `cue` is the reporting verb.
    `at_press`: the article reports a press conference, whose own prose tells what was announced there.
    `formal_only`: no meeting is reported; of the article's own prose only formal acts count (签署, 发布), figures of
    enforcement, and what it tells of public bodies.
    `persons` are the names in the article: what somebody says in praise of one of them is no measure.
    """

    by: str | None
    named: bool = False
    has_power: bool = True
    cue: str | None = None
    at_press: bool = False
    formal_only: bool = False
    persons: tuple[str, ...] = ()

    @property
    def narrative(self) -> bool:
        """Whether the article itself reports."""
        return self.by is None

    @property
    def kind(self) -> str:
        """Whose voice it is, as the name of a rule says it."""
        if self.by is not None:
            return "in a statement of power" if self.has_power else "in a statement"
        return (
            "at a press conference" if self.at_press else "in prose" if self.formal_only else "in a report of a meeting"
        )


def find_measures(
    text: str, start: int, end: int, voice: Voice, anchor: str | None, meeting: str | None = None
) -> Iterator[Measure]:
    """Yield the measures in a passage of one voice, in order of the text.

    `anchor` is the article's date (EDTF), `meeting` the name of the meeting that the article is about.
    """
    default: Status | None = "planned" if voice.has_power and not voice.narrative and not voice.at_press else None
    if voice.cue == "希望":
        default = "proposed"
    suggests = voice.cue == "建议" or (voice.cue in _SUGGESTS and not voice.has_power)
    told_policy = False
    for place, span in enumerate(sentences(text, start, end)):
        goes_on = place == 0 or text.startswith(("同时", "此外", "另外", "还"), span[0])
        status = "proposed" if suggests and goes_on else default
        sentence = _Sentence(text, span, voice, status, begins=start, after_policy=told_policy)
        for action, status, lead in sentence.actions():
            told_policy = True
            yield _measure(text, action, status, voice, anchor, lead, meeting)


class _Sentence:
    """The actions of one sentence: what one clause fixes (将, 已, 建议, the subject) holds for those behind it."""

    __slots__ = (
        "_carried", "_default", "_follows", "_narrative", "_policy", "_span", "_start", "_text", "_voice",
    )  # fmt: skip

    def __init__(
        self, text: str, span: Span, voice: Voice, default: Status | None, *, begins: int, after_policy: bool
    ) -> None:
        """Read the sentence `span` of a passage that begins at `begins`; `after_policy` that policy was told before."""
        self._text, self._span, self._voice, self._default = text, span, voice, default
        self._start, self._narrative = begins, voice.narrative
        self._policy = voice.formal_only and self._is_policy(after_policy)
        self._carried: Status | None = None
        self._follows = False

    def actions(self) -> Iterator[tuple[Action, Status, int]]:
        """Yield each action with its status and where its clause begins."""
        if self._holds_nothing_formal() or policy.tells_no_policy(self._text, *self._span, self._voice.persons):
            return
        self._carried = _time_status(self._text[slice(*self._span)][:30])
        waiting: int | None = None
        serves = False
        for clause in self._clauses():
            ends = lead_ends(self._text, *clause)
            serves = (continues_purpose if serves else opens_purpose)(self._text, clause, ends[0], self._span[1])
            if serves and not self._follows:
                continue
            adverbial = phrases.is_adverbial(self._text, ends[0], clause[1])
            found = self._action(clause, ends, adverbial)
            if found is None:
                waiting = self._scene(clause, ends[0], waiting) if adverbial else None
                continue
            action, status = found
            action = action._replace(end=object_end(self._text, action.end, self._span[1]))
            merges = waiting is not None and action.actor is None
            yield (action._replace(start=waiting) if waiting is not None and merges else action), status, clause[0]
            waiting = None

    def _holds_nothing_formal(self) -> bool:
        """Whether nothing in the sentence can count, so that its clauses need not be read."""
        formal_only = self._narrative and self._voice.formal_only
        return formal_only and not self._policy and not policy.holds_formal(self._text, *self._span)

    def _clauses(self) -> Iterable[Span]:
        whole = clauses(self._text, *self._span)
        if _DIVIDES.search(self._text, *self._span) is None:
            return whole
        return (part for start, end in whole for part in parts(self._text, start, end))

    def _scene(self, clause: Span, at: int, waiting: int | None) -> int | None:
        """Return where a scene-setting phrase begins that goes with the next action."""
        if self._text[clause[1] : clause[1] + 1] not in ("，", ","):
            return None
        if self._text.startswith(("对照", "瞄准", "结合", "立足", "着眼", "通过"), at):
            return None  # what only gives the manner stays outside
        return waiting if waiting is not None else at

    def _action(self, clause: Span, ends: list[int], adverbial: bool) -> tuple[Action, Status] | None:
        text = self._text
        start, end = clause
        if adverbial and (phrases.is_about_whom(text, ends[0], end) or self._is_followed(clause)):
            return None
        found = actions.read(text, start, end, self._follows, ends, spoken=not self._narrative)
        if found is None and self._is_addressed(clause, ends[0]):
            found = subjects.behind_addressee(text, ends[0], end)
        here = self._modal(start, found.start if found else end)
        if (found is None and here is None) or _TOPIC_BEHIND.match(text, end):
            return None
        if here:
            self._carried = here
        if found is None:
            return None
        if not here and found.plain and found.actor and not self._carried and not self._is_addressed(clause, ends[0]):
            self._carried = None if policy.is_stance(text, start, found) else "done"
        if not here and start == self._span[0] and _MUST_BEHIND.match(text, end):
            return None
        if not (here or self._carried) and comes_of_itself(text, self._span[0], start, found.verb):
            return None
        status = self._status(found, here)
        if status is None or not self._counts(found, status):
            return None
        self._follows = True
        return found, status

    def _is_addressed(self, clause: Span, at: int) -> bool:
        """Whether the clause begins with whom the speaker asks to act: behind the cue 希望, or the word itself."""
        if at == clause[0]:
            return at == self._start and self._voice.cue in _ADDRESS
        return self._text.endswith(_ADDRESS, clause[0], at)

    def _status(self, found: Action, here: Status | None) -> Status | None:
        """Return the status of an action; `here` is what the words before its verb give."""
        if found.done or (self._narrative and found.verb in policy.ACCOMPLISHED and not here):
            return "done"
        status = self._carried or self._default
        if status:
            return status
        if found.verb in policy.ENFORCES or (found.listed and (self._voice.at_press or self._policy)):
            return "done"
        counted = self._narrative and found.listed and details.quantities(self._text[found.start : found.end])
        return "done" if counted else None

    def _is_followed(self, clause: Span) -> bool:
        """Whether the next clause has an action that a scene-setting phrase can go with."""
        text = self._text
        if text[clause[1] : clause[1] + 1] not in ("，", ","):
            return False
        following = next(clauses(text, clause[1] + 1, self._span[1]), None)
        return following is not None and actions.read(text, *following, True) is not None

    def _counts(self, found: Action, status: Status) -> bool:
        if status == "done" and (found.verb in _OUTCOMES or (self._narrative and found.verb in _STATES)):
            return False
        if not self._narrative:
            return True
        verb = found.verb
        if verb in _AGENDA and status == "done":
            return False
        if self._voice.formal_only:
            formal = verb in policy.ACCOMPLISHED and status == "done"
            return formal or verb in policy.ENFORCES or (found.listed and self._policy)
        told = status == "planned" or self._follows
        listed = found.listed or (found.form == "effort" and status == "planned")
        return (listed and told) or found.form == "issued" or verb in _DEEDS or verb in policy.ACCOMPLISHED

    def _is_policy(self, after_policy: bool) -> bool:
        """Whether the sentence tells what a government or public body does, and not of war or sport."""
        public = policy.is_public(self._text, *self._span) or (after_policy and self._has_no_subject())
        return public and not policy.is_other_news(self._text, *self._span)

    def _has_no_subject(self) -> bool:
        """Whether the sentence opens with an action: its subject is that of the sentence before."""
        following = next(clauses(self._text, *self._span), None)
        found = following and actions.read(self._text, *following, False)
        return bool(found and following and found.listed and found.actor is None)

    def _modal(self, start: int, end: int) -> Status | None:
        """Return the status that the words before the verb give; 要 orders only where the voice has the power to."""
        if not modals.sets_status(self._text, start, end):
            return None
        status: Status | None = None
        for modal in modals.within(self._text, start, end):
            kind = lexicon.kinds("modals")[modal]
            if modal in _ORDERS and not self._voice.has_power:
                kind = "proposed"
            status = "done" if kind == "done" else "proposed" if kind == "proposed" else "planned"
        return status or ("planned" if self._voice.has_power else "proposed")


def _time_status(head: str) -> Status | None:
    """Return what the time at the head of a sentence says of its actions."""
    if not _TELLS_TIME.search(head):
        return None
    if _PLANNED_TIME.search(head):
        return "planned"
    return "done" if _DONE_TIME.search(head) else None


def _measure(
    text: str, action: Action, status: Status, voice: Voice, anchor: str | None, lead: int, meeting: str | None
) -> Measure:
    clause = text[action.start : action.end]
    rule = f"{action.form}, {voice.kind}"
    behind = text.find(action.verb, action.start, action.end) + len(action.verb)
    behind = verbs.joined_verb_end(text, behind, action.end)
    return Measure(
        text=clause, start=action.start, end=action.end, status=status, by=voice.by, named=voice.named,
        evidence=details.whole_sentence(text, action.start, action.end), action=action.verb, object=text[behind : action.end].lstrip("了过着") or None,
        actor=_acting(action.actor), topic=details.topic(clause), named_programmes=details.programmes(clause),
        quantities=details.quantities(clause), deadline=details.deadline(text[lead : action.end], anchor),
        meeting=meeting, rule=rule, confidence=confidence("measures", rule),
    )  # fmt: skip


def _acting(actor: str | None) -> str | None:
    """Return who acts where the words before the verb end in a noun; 一有险情 and 会同各方 name nobody."""
    if not actor or len(actor) < 2 or actor.startswith(("一", "会同", "可", "只要", "如果", "凡")):
        return None
    return actor if tokens.tag(tokens.words(actor)[-1])[:1] in ("n", "j", "") else None

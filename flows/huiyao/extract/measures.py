"""Measures: clauses with an action verb and its object, inside statements and in what the article itself reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from huiyao import dates, lexicon
from huiyao.extract import tokens
from huiyao.extract.sentences import Span, clauses, sentences
from huiyao.schema.records import Measure

Status = Literal["done", "planned", "proposed"]

_MARKER = r"(?:[一二三四五六七八九十]是|[一二三四五六七八九十](?=要|、)、?|首先|其次|再次|最后|第[一二三四五六七八九]|(?:\d{1,2})[.、])"
_CONNECTIVE = (
    r"(?:并且|并|且|而且|同时|以及|还|也|又|从而|进而|以便|以此|由此|以期|旨在|为此|因此|所以|但|而|让我们|我们|大家|各方|双方|就是|关键是|当务之急是|其中|特别|尤其|"
    r"此外|另外|比如|例如|一方面|另一方面|一道|来)"
)
_PREPOSITION = r"(?:在|对|对于|与|同|以|通过|把|将|为|向|从|围绕|针对|就|由|依托|按照|借助|和|给|面向|于|经过|经|跨)"
# Clauses that only set the scene or describe.
_SCENE = re.compile(r"(?:时|后|前|之际|以来|过程中|同时|基础上|背景下|情况下|期间|方面|领域|条件下|框架下|前提下|指引下|领导下|支持下|推动下|之后|之前|而言|来说|来看|年来|中)$")
_DESCRIBES = re.compile(r"(?<![于但只还就正都总可要凡])是(?!否|非)|具有|有利于|有助于|意味着|离不开|表明|显示|属于|来自|得益于|取决于|标志着|体现了|成为(?!重要目标)|同比|环比|占比|不亚于|超过了")
_MENTAL = frozenset(
    "认识 感受 感谢 希望 相信 认为 领悟 牢记 记住 看到 表示 成为 是 有 来 去 具有 属于 位于 出席 参加 期待 祝愿 意味 需要 可能 能够 到 使 让 令 感到 觉得 知道 理解 指出 强调 "
    "欢聚 来到 前往 抵达 观看 参观 会见 会晤 感悟 领会 截至 预计 面对 愿 可 能 会 应 要 达 占 超 超过 增长 下降 上涨 同比 发生 造成 导致 涉及 包括 面临 受到 得到 呈现 出现 "
    "位居 处于 通报 讲述 回忆 说 称 介绍 听 看 想 做 走 像 叫 开始 结束 继续 没有 不能 不会 围绕 随着 作为 相当于 高于 低于 达到 累计 遭受 遭遇 接到 "
    "秉持 听取 审议 观摩 致力于 致力 在于 用于 位列 预祝 祝贺 欢迎 纪念 庆祝 缅怀".split()
)  # fmt: skip
# In narrative prose only these report a measure of their own when carried out.
_DEEDS = frozenset(
    "签署 签订 审议通过 通过 发布 印发 颁布 出台 启动 揭牌 成立 设立 上线 启用 选举产生 建成 新建 完成 推出 实施 组建 开通 达成 确定 推荐 表彰 颁发 授予 捐赠 批准 修订 制定 公布 下达 "
    "破获 查处 抓获 摧毁 追回 挽回 投入 发放 拨付 安置 转移 救治 建立 举办 开展 促成 协调 帮助 解决 承接 吸纳 组织 培训 修建 改造 修复 建设 新增 累计承接 提供 派出 打造 引进 开设 增设 "
    "支持 推动 推进 加快 加大 促进 优化 完善 健全 深化 提升 强化 加强 扩大 构建 整治 排查 化解 取消 减免 简化 扶持 培育 资助 优先 争取 壮大".split()
)  # fmt: skip
_DONE_TIME = re.compile(r"(?:近年来|以来|过去[\d一二三四五六七八九十两]+年|[\d一二三四五六七八九十两]+年(?:多)?来|去年|截至|目前已|日前|近日|此前|曾|先后|已经?|累计|(?:20\d\d)年，)")
_PLANNED_TIME = re.compile(r"(?:下一步|下步|今后|接下来|未来|明年|下一阶段|下阶段|后续|届时|将)")
_PROGRAMME = re.compile(r"《[^》]{2,60}》|“[^”，。]{2,30}”|[\u4e00-\u9fff]{2,16}(?:计划|行动|工程|条例)(?![划者员的])")
_QUANTITY = re.compile(
    r"(?:近|约|超|超过|逾|共|达)?(?:\d[\d,.]*|[一二三四五六七八九十百千两]+)(?:多|余)?(?:万|亿|千|百)*(?:余|多)?(?:元|美元|人次|人|名|位|家|个|项|件|起|亩|公里|平方米|平方公里|吨|条|座|所|台|辆|套|户|场|次|倍|批|期|%|％|个百分点|兆瓦|千瓦|立方米|处|种|张|架|艘)"
)
_DEADLINE = re.compile(r"(?:到|至|在)?(?P<year>20\d\d|今|明|本)年(?:(?P<month>\d{1,2})月)?(?:底|末)?(?:前|之前|以前|，)|(?:到|至)(?P<goal>20\d\d)年")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who announces measures: `by` (None for the article itself), whether a person, and whether one with the power to
    order them (an official, a meeting as a body) or one who can only suggest.
    """

    by: str | None
    named: bool
    has_power: bool

    @property
    def narrative(self) -> bool:
        """Whether the article itself reports."""
        return self.by is None


@dataclass(frozen=True, slots=True)
class _Clause:
    start: int
    end: int
    verb: str
    status: Status | None
    actor: str | None
    strong: bool


@cache
def _lead() -> re.Pattern[str]:
    modal, adverb = lexicon.alternation("modals"), lexicon.alternation("adverbs")
    return re.compile(rf"(?:{_MARKER}[，、]?|{_CONNECTIVE}|{modal}|{adverb}地?|[，、\s])*")


@cache
def _modal() -> re.Pattern[str]:
    return re.compile(lexicon.alternation("modals"))


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?P<verb>{lexicon.alternation('action_verbs')})(?P<aspect>了|过|好|出|起|着|起来)?")


def find_measures(text: str, start: int, end: int, voice: Voice) -> Iterator[Measure]:
    """Yield the measures in a passage of one voice, in order of the text."""
    carried: Status | None = None
    for left, right in sentences(text, start, end):
        sentence = _sentence_around(text, left, right)
        status = _sentence_status(text[left:right])
        open_clause = False
        for clause in clauses(text, left, right):
            found = _read(text, clause, open_clause or not voice.narrative)
            here = _modal_status(text[clause[0] : found.start if found else clause[1]], voice)
            status = here or status
            if found is None:
                open_clause = open_clause and _SCENE.search(text[clause[0] : clause[1]]) is not None
                continue
            final = found.status or status or (None if voice.narrative else carried or _default(voice))
            if final is None or voice.narrative and not _is_deed(found, final, open_clause):
                continue
            open_clause = True
            yield _measure(text, found, final, voice, sentence)
        carried = status if status in ("done", "proposed") and not voice.has_power else carried


def _default(voice: Voice) -> Status:
    return "planned" if voice.has_power else "proposed"


def _is_deed(found: _Clause, status: Status, follows: bool) -> bool:
    return found.verb in _DEEDS or (status == "planned" and found.strong) or follows


def _sentence_around(text: str, start: int, end: int) -> Span:
    left = max(text.rfind(mark, 0, start) for mark in "。！？\n") + 1
    while left < start and text[left] in "”’）) \u3000":
        left += 1
    return left, end


def _sentence_status(sentence: str) -> Status | None:
    head = sentence[:24]
    if _DONE_TIME.search(head) and not re.search(r"将|要", head):
        return "done"
    return "planned" if _PLANNED_TIME.search(head) else None


def _modal_status(lead: str, voice: Voice) -> Status | None:
    """Return the status that the words before the verb give; 要 orders only where the voice has the power to."""
    status: Status | None = None
    kinds = lexicon.kinds("modals")
    for match in _modal().finditer(lead):
        kind = kinds[match.group()]
        if match.group() in ("要", "必须", "还要", "也要") and not voice.has_power:
            kind = "proposed"
        status = "done" if kind == "done" else "proposed" if kind == "proposed" else "planned"
    return status


def _read(text: str, clause: Span, follows: bool) -> _Clause | None:
    """Read a clause as (lead) verb object, preposition … verb object, or subject (lead) verb object."""
    start, end = clause
    whole = text[start:end]
    if _SCENE.search(whole) or _DESCRIBES.search(whole) or len(whole) < 4:
        return None
    lead_end = _lead().match(text, start, end).end()  # type: ignore[union-attr]
    return (
        _verb_at(text, lead_end, end, lead_end, None)
        or _behind_preposition(text, lead_end, end)
        or _behind_subject(text, start, end)
        or (_unlisted_verb(text, lead_end, end) if lead_end > start or follows else None)
    )


def _verb_at(text: str, at: int, end: int, start: int, actor: str | None) -> _Clause | None:
    match = _verb().match(text, at, end)
    if not match or end - match.end() < 2:
        return None
    if text[match.end()] in "的力性度化者率" and not match["aspect"]:
        return None
    status: Status | None = "done" if match["aspect"] in ("了", "过") else None
    return _Clause(start, end, match["verb"], status, actor, strong=True)


def _behind_preposition(text: str, at: int, end: int) -> _Clause | None:
    """Read 把…作为…, 对…加强…, 在…建设…: the phrase stays with the measure."""
    preposition = re.compile(_PREPOSITION).match(text, at, end)
    if not preposition:
        return None
    for place in range(preposition.end() + 1, min(end - 2, preposition.end() + 40)):
        lead_end = _lead().match(text, place, end).end()  # type: ignore[union-attr]
        found = _verb_at(text, lead_end, end, at, None)
        if found and (lead_end > place or _word_begins(text, at, place)):
            return found
    if text[at] in "把将" and re.search(r"作为|摆在|放在|纳入|落到|抓紧抓|打造成|建设成|结合起来|转化为|变成|列入|做深|办好|贯穿|落实|用在", text[at:end]):
        return _Clause(at, end, "作为" if "作为" in text[at:end] else text[at], None, None, strong=True)
    return None


def _word_begins(text: str, start: int, at: int) -> bool:
    """Whether jieba puts a word boundary at this place."""
    position = start
    for word in tokens.words(text[start : at + 8]):
        if position >= at:
            break
        position += len(word)
    return position == at


def _behind_subject(text: str, start: int, end: int) -> _Clause | None:
    """Read subject, then a modal or adverb, then the verb; or an organization or place right before the verb."""
    for match in _lead_somewhere().finditer(text, start + 1, min(end, start + 32)):
        found = _verb_at(text, match.end(), end, match.end(), text[start : match.start()]) or _behind_preposition(text, match.end(), end)
        if found and _word_begins(text, start, match.start()):
            actor = text[start : match.start()].lstrip("，、 ")
            return _Clause(found.start, end, found.verb, found.status, actor or None, strong=True)
    return None


@cache
def _lead_somewhere() -> re.Pattern[str]:
    modal, adverb = lexicon.alternation("modals"), lexicon.alternation("adverbs")
    return re.compile(rf"(?:{modal}|{adverb}地?)+")


def _unlisted_verb(text: str, at: int, end: int) -> _Clause | None:
    """Read a verb that the lexicon does not list but jieba's dictionary calls a verb."""
    found = tokens.words(text[at : min(end, at + 12)])
    if len(found) < 2 or len(found[0]) < 2 or found[0] in _MENTAL or not tokens.tag(found[0]).startswith("v"):
        return None
    if found[1] in ("的", "地") or end - at - len(found[0]) < 2:
        return None
    done: Status | None = "done" if found[1] in ("了", "过") else None
    return _Clause(at, end, found[0], done, None, strong=False)


def _measure(text: str, found: _Clause, status: Status, voice: Voice, sentence: Span) -> Measure:
    clause = text[found.start : found.end]
    behind = clause.find(found.verb) + len(found.verb)
    return Measure(
        text=clause, start=found.start, end=found.end, status=status, by=voice.by, named=voice.named,
        evidence=text[slice(*sentence)].strip(), action=found.verb, object=clause[behind:].lstrip("了过好出起着") or None,
        actor=found.actor, topic=_topic(clause), named_programmes=_unique(_PROGRAMME, clause),
        quantities=_unique(_QUANTITY, clause), deadline=_deadline(text[slice(*sentence)]),
    )  # fmt: skip


def _unique(pattern: re.Pattern[str], clause: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match.group().strip("“”") for match in pattern.finditer(clause)))


def _topic(clause: str) -> str | None:
    """Return the field of policy whose words occur most in the clause, the first of equals."""
    counts: dict[str, int] = {}
    for row in lexicon.rows("topics"):
        if row.word in clause:
            counts[row.kind] = counts.get(row.kind, 0) + clause.count(row.word)
    return max(counts, key=lambda topic: counts[topic], default=None)


def _deadline(sentence: str) -> str | None:
    match = _DEADLINE.search(sentence)
    if not match:
        return None
    year = match["goal"] or match["year"]
    found = next(dates.find_dates(f"{year}年" + (f"{match['month']}月" if match["month"] else ""), None), None) if year.isdigit() else None
    return found.edtf if found else None

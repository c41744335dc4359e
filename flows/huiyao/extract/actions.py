"""Actions: which clauses have an action verb with its object, and where the action begins.

A clause is read in one of five forms: (lead) verb object; preposition … (lead) verb object; 把/将 object verb;
对 object (lead) verb; subject (lead) verb object. The lead is what may stand before the verb: modals, adverbs, markers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from huiyao import lexicon
from huiyao.extract import tokens
from huiyao.extract.sentences import Span, quotes

_MARKER = r"(?:[一二三四五六七八九十]是(?:要)?|[一二三四五六七八九十]要|首先|其次|再次|最后|第[一二三四五六七八九]|当务之急是|关键是|重点是|目标(?:应该|应当|应)?是|(?:应该|应当|应)是|就是(?:要)?)"
_CONNECTIVE = (
    r"(?:并且|并|且|而且|同时|以及|还|也|又|从而|进而|以便|由此|因此|所以|但|而|让我们|我们|大家|各方|双方|其中|特别是|尤其是|此外|另外|比如|例如|一道|来|多|做到|争取|"
    r"一方面|另一方面)"
)
# By when or how often: 年底前, 三年内, 每季度.
_TIME = (
    r"(?:到|在|于|自)?(?:(?:20\d\d年|今年|明年|本月|年底|月底|月内|年内|近期|上半年|下半年|未来[一二三四五六七八九十\d]+年|[一二三四五六七八九十两\d]+(?:年|个月|个?月|周|天|小时)之?内|每(?:年|季度|月|周|天)(?:至少)?|\d{1,2}月(?:\d{1,2}日)?)"
    r"(?:底|末|初|中旬)?(?:之?前|起|以来)?)+"
)
_PREPOSITION = re.compile(
    r"(?:在|对于|对|与|同|以(?!军|色列|方|媒|上|下|内|外|来|及|往|后|前|总)|通过(?!了|《)|为(?!了)|向|从|就|由|和|给|面向|经过|跨|因地制宜|用(?!好|足|活|力|于)|帮)"
)
# Phrases that only set the scene of the clause behind them; with it they make one measure.
_ADVERBIAL = re.compile(
    r"(?:围绕|依托|面向|聚焦|针对|利用|立足|借助|着眼|结合|对照|瞄准(?=[^，,]*(?:方向|目标|需求)$))"
)
_SCENE_END = re.compile(
    r"(?:时|后|前|[会坛式]上|之际|以来|过程中|同时|基础上|背景下|情况下|期间|条件下|框架下|前提下|指引下|领导下|支持下|推动下|之后|之前|而言|来说|来看|看|年来|的原则|要求|为目标|为出发点|为主题|为指导|为主线|"
    r"为重点|为抓手|为核心|方式|为契机|为牵引|为引领|为目的|为基础|为中心任务|中心任务|定位|的精神|理念下|根本遵循|引领下|中的作用|的|的报告|的汇报|的(?:有关|相关)?情况|(?:发展|建设)成就|出发点|落脚点)$"
)
_DESCRIBES = re.compile(
    r"(?<![于但只还就正都总可要凡别其不而即])是(?!否|非)|有利于|有助于|意味着|离不开|表明|显示|得益于|取决于|标志着|成为|同比|环比|占比|面临|分为|关系到|关系(?=人类|国家|群众|亿万|民生|全局|长远)|关乎|寄托|意义重大|处在|处于|来之不易"
)
# Results and praise: 取得了显著成绩, 作出积极贡献, 注入强劲动力.
_PRAISE = re.compile(
    r"^(?:取得|得到|获得|创出|打响|赢得|迈出|展现|迈上|作出|做出|打下|奠定|注入|形成|收获|迎来|倾注|受到).{0,20}(?:成绩|成效|成就|成果|效果|进展|进步|突破|胜利|贡献|基础|动力|活力|动能|步伐|局面|格局|框架|态势|"
    r"经验|品牌|认可|肯定|好评|条件|优势|心血|评价|作用|力量)[^，,。]{0,4}$|(?:提供|创造).{0,8}(?:支撑|动能|空间|条件)$"
)
# A verb with its object as the subject of another: 实现统一为合作开辟空间, 推进改革取得进展.
_SUBJECT_OF = re.compile(
    r".{4,}(?:为[^，,]{2,20}(?:开辟|提供|创造|奠定|注入)|具备|迈出|迈上|呈现|进入|得到|受到|取得).{2,}"
)
# Verbs whose object may be a clause of its own: 推动关系迈上新台阶.
_CAUSES = frozenset("推动 促进 引导 带动 支持 帮助 助力 鼓励 确保 保障 保证 督促 助推 促使 协助 组织".split())
_DENIES = re.compile(r"没有|尚未|并未|未能|不会|不能|无法|拒绝|不愿|反对")
# Verbs that pair with another verb: 团结奋进, 开拓进取.
_INTRANSITIVE = frozenset("团结 开拓 创新 突破 凝聚 保持 恢复 参与 发展".split())
_THANKS = re.compile(
    r"表示(?:衷心|诚挚|热烈|崇高|亲切)?(?:感谢|祝贺|欢迎|敬意|慰问|歉意)|记者提问|作(?:了)?[^，,]{0,6}(?:介绍|汇报|通报|说明|报告)$|举行(?:了)?[^，,]{0,6}(?:会谈|会见|会晤)|保持[^，,]*(?:增长|态势|势头|地位|走势)$|(?:发布|发表)(?:了)?[^，,]{0,10}(?:数据|消息|讲话|致辞|演讲|公告|声明|视频|谈话|署名文章)$"
)
_RESULT_VERBS = frozenset(
    "形成 实现 取得 创出 打响 发挥 提升 履行 树立 造福 掀开 谱写 珍视 迈出 展现 提高 增强 获得 得到 突破 保持 增进 彰显 凝聚".split()
)
# Words that are as often nouns as verbs (发展面临挑战, 建设分为三期): alone at the head of a clause they need care.
_NOUN_VERBS = frozenset(
    "发展 建设 服务 创新 改革 开放 监督 检测 监测 合作 治理 管理 教育 投资 研究 规划 统筹 生产 消费 安排 组织 设计 调整 突破 交流 评估 保障 培训 试点 考察 调研 支持 "
    "消费 投入 审议 销售 供应 种植 推荐 上线 转移 开发 升级 更新 引领 支撑 融合 联合 集中 培养 传承 保护 帮助 学习 参与 检查 申请 立法 落实 部署".split()
)  # fmt: skip
_NOT_ACTIONS = frozenset(
    "认识 感受 感谢 希望 相信 认为 领悟 牢记 记住 看到 表示 成为 具有 属于 位于 出席 参加 期待 祝愿 意味 需要 可能 能够 感到 觉得 知道 理解 指出 强调 欢聚 来到 前往 抵达 观看 参观 会见 会晤 "
    "感悟 领会 截至 预计 面对 增长 下降 上涨 同比 发生 造成 导致 涉及 包括 面临 受到 得到 呈现 出现 位居 处于 讲述 回忆 介绍 开始 结束 没有 不能 不会 随着 作为 相当于 高于 低于 达到 累计 遭受 遭遇 接到 "
    "秉持 观摩 致力于 致力 在于 用于 位列 预祝 祝贺 纪念 庆祝 缅怀 告诉 获悉 深知 坚信 赞赏 注意 不断 继续 拥有 存在 证明 反映 体现 使得 有所 自动 结合 处在 具备 结束 倍加 展现出 不能 不要 不得 可以 应该 愿意 打算 认真 高度 进行".split()
)  # fmt: skip
_BA = re.compile(r"把(?=[^，,]{4})")
_JIANG = re.compile(
    r"将[^，,]{2,40}?(?:提请|提交|提升为|确立为|升级为|定位为|作为|摆在|放在|纳入|结合起来|转化为|打造成|建设成|列入|融入|贯穿|落实到|用于|推向)"
)
_ON_TOPIC = re.compile(r"在[^，,]{2,40}?(?:[上中里内]|方面|领域)")
# 对普及居民健康卡作了部署, 对突出问题进行整治.
_ARRANGED = re.compile(
    r"对[^，,]{2,60}(?P<verb>作(?:了|出了?)|进行(?:了)?|展开|开展(?:了)?|予以|给予)[^，,]{0,8}(?:部署|安排|整治|规范|改造|处置|问责|表彰|奖励|补贴|支持|扶持|督查|检查|排查|审议)"
)
_EFFORT = re.compile(
    r"(?:相互支持|相互助力|互学互鉴|用力|发力|下功夫|有所突破|求突破|取得突破|出实招|见实效|持续用力|作表率|走在前列)"
)


_MOST_PARTS = 60


@dataclass(frozen=True, slots=True)
class Action:
    """An action in a text: `text[start:end]` is the measure, `lead` is where its clause begins.

    `listed` says that the verb is one of the lexicon; `done` that an aspect marks it as carried out; `actor` is the
    subject in front of it, `plain` says that the subject stands there without any modal.
    """

    lead: int
    start: int
    end: int
    verb: str
    listed: bool = True
    done: bool = False
    actor: str | None = None
    plain: bool = False


@cache
def _lead_token() -> re.Pattern[str]:
    modal, adverb = lexicon.modals(), lexicon.alternation("adverbs")
    return re.compile(rf"{_TIME}|{_MARKER}[，,、]*|{_CONNECTIVE}|{modal}|{adverb}地?|[，,\s]")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?P<verb>{lexicon.alternation('action_verbs')})(?P<aspect>了|过|好|出|起来|起|着)?")


@cache
def _subject_lead() -> re.Pattern[str]:
    modal, adverb = lexicon.modals(), lexicon.alternation("adverbs")
    return re.compile(rf"(?:{modal}|{adverb}地?|{_MARKER})+")


def lead_ends(text: str, start: int, end: int) -> list[int]:
    """Return every place up to which the clause may be its lead, the longest first (加快 is adverb and verb)."""
    ends = [start]
    while match := _lead_token().match(text, ends[-1], end):
        if match.end() == ends[-1]:
            break
        ends.append(match.end())
    return ends[::-1]


def is_adverbial(text: str, start: int, end: int) -> bool:
    """Whether the clause only sets the scene for the next (围绕…, 依托…, 对这类产品，)."""
    at = lead_ends(text, start, end)[0]
    if _ADVERBIAL.match(text, at, end):
        return not re.search(r"(?:目标|任务|主题|要求|主线|中心|职责|部署)$", text[at:end])
    return text.startswith("对", at) and _about(text, at, end) is None and not _verbs_within(text, at + 1, end)


def _verbs_within(text: str, start: int, end: int) -> bool:
    return any(True for _ in _subject_lead().finditer(text, start, end))


def parts(text: str, start: int, end: int) -> list[Span]:
    """Split a clause at 、 or 并 where a verb with its object begins behind it (健全体制机制、堵塞制度漏洞)."""
    if "、" not in text[start:end] and "并" not in text[start:end]:
        return [(start, end)]
    terms = [(q.start, q.end) for q in quotes(text, start, end)]
    cuts: list[tuple[int, int]] = []
    if re.search(r"是.*的[^的]{1,8}$", text[start:end]):
        return [(start, end)]  # 优化环境是提振信心、激发活力的抓手 describes
    for match in islice(re.finditer(r"、|并(?![购存排联轨举网且])", text[start:end]), _MOST_PARTS):
        at, behind = start + match.start(), start + match.end()
        if any(left < at < right for left, right in terms) or "等" in text[behind:end][:40] or "《" in text[start:at]:
            continue
        left = cuts[-1][1] if cuts else start
        if (
            _opens_action(text, behind, end)
            and _opens_action(text, left, at)
            and not _shares_object(text, left, at, end)
        ):
            cuts.append((at, behind))
    edges = [start, *[edge for cut in cuts for edge in cut], end]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _shares_object(text: str, start: int, at: int, end: int) -> bool:
    """Whether what stands before the cut is no complete action: 增强主动公开、主动接受监督的意识."""
    before, whole = tokens.words(text[start:at]), tokens.words(text[at:end])
    verbal = tokens.tag(before[-1])[:1] in ("v", "a", "d") and tokens.tag(before[-1]) != "vn"
    return (verbal and "的" in text[at:end]) or before[-1] == whole[-1]


def _opens_action(text: str, start: int, end: int) -> bool:
    for at in lead_ends(text, start, end):
        match = _verb().match(text, at, end)
        if match and end - match.end() >= 2 and text[match.end()] not in "的、":
            return match["verb"] not in _NOUN_VERBS or at > start or len(match["verb"]) > 2
    return False


def read(text: str, start: int, end: int, follows: bool) -> Action | None:
    """Return the action of a clause, None where it has none; `follows` that an action stands right before it."""
    clause = text[start:end]
    if len(clause) < 4 or _SCENE_END.search(clause):
        return None
    ends = lead_ends(text, start, end)
    for at in ends:
        found = _verb_at(text, at, end) or _with_preposition(text, at, end)
        if found and not _is_description(text, found, start):
            return replace(found, lead=start)
    found = _issued(text, start, end) or _behind_subject(text, start, end) or _accomplished(text, start, end)
    if found is None and (ends[0] > start or follows):
        found = _unlisted(text, ends[0], end)
    return replace(found, lead=start) if found and not _is_description(text, found, start) else None


def _verb_at(text: str, at: int, end: int) -> Action | None:
    match = _verb().match(text, at, end)
    if not match or end - match.end() < 2:
        return None
    behind = text[match.end()]
    if match["verb"] == "通过" and match["aspect"] != "了" and behind not in "《“":
        return None  # 通过检测发现 is a preposition
    if not match["aspect"] and (behind in "的力性度化者率式型后前时" or _goes_on(text, match, end)):
        return None
    return Action(at, at, end, match["verb"], done=match["aspect"] in ("了", "过"))


def _goes_on(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the verb is only the head of a longer word, or a noun that is the subject of what follows."""
    verb, behind = match["verb"], match.end()
    if text.startswith(("大会", "仪式", "典礼"), behind):
        return True
    if verb not in _NOUN_VERBS:
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


def _is_description(text: str, found: Action, start: int) -> bool:
    clause = text[found.start : found.end]
    described = _DESCRIBES.search(_without_quotes(clause))
    if described and ("是" in described.group() or "的" not in clause[described.end() :]):
        return True
    if (found.done and found.verb in _RESULT_VERBS) or _THANKS.search(clause):
        return True
    if _DENIES.search(text, start, found.start):
        return True
    if (
        found.start == start
        and clause.startswith(found.verb)
        and found.verb not in _CAUSES
        and _SUBJECT_OF.match(clause)
    ):
        return True
    if found.start == start and found.verb in _NOUN_VERBS and _ends_in_verb(clause):
        return True
    return _has_no_object(clause, found) or bool(_PRAISE.search(clause[clause.find(found.verb) :]))


def _ends_in_verb(clause: str) -> bool:
    """Whether the clause closes with a verb: 创新成果接连涌现 is no action, its first word a noun."""
    *before, last = tokens.words(clause)
    return (
        len(last) > 1
        and tokens.tag(last) in ("v", "vi")
        and bool(before)
        and tokens.tag(before[-1]) in ("d", "a", "ad")
    )


def _has_no_object(clause: str, found: Action) -> bool:
    """Whether nothing stands behind the verb but a pronoun, a verb or a set phrase (团结奋进, 吸引他们)."""
    rest = clause[clause.find(found.verb) + len(found.verb) :].lstrip("了过好出起着")
    if not clause.startswith(found.verb) or not 0 < len(rest) <= 6:
        return False
    behind = tokens.words(rest)
    if len(behind) == 1:
        kind = tokens.tag(behind[0])
        return kind == "r" or (kind == "i" and found.verb == "坚持") or (found.verb in _INTRANSITIVE and len(rest) <= 3)
    return False


def _without_quotes(clause: str) -> str:
    return re.sub(r"“[^”]*”|《[^》]*》", lambda m: "“" + "x" * (len(m.group()) - 2) + "”", clause)


def _with_preposition(text: str, at: int, end: int) -> Action | None:
    """Read 把…作为…, 对…加强…, 在…建设…: the phrase stays with the measure."""
    if _BA.match(text, at, end):
        return Action(at, at, end, _last_verb(text, at, end) or "把")
    if _JIANG.match(text, at, end):
        return Action(at, at, end, _last_verb(text, at, end) or "将")
    topic = _ON_TOPIC.match(text, at, end)
    if topic:
        effort = _EFFORT.search(text, topic.end() - 1, end)
        if effort:
            return Action(at, at, end, effort.group())
    preposition = _PREPOSITION.match(text, at, end)
    if not preposition:
        return None
    arranged = _ARRANGED.fullmatch(text, at, end)
    if arranged:
        return Action(at, at, end, arranged["verb"], done="了" in arranged["verb"])
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
    for match in _subject_lead().finditer(text, at + 2, end):
        found = tokens.words(text[match.end() : end])
        if (
            found
            and len(found[0]) >= 2
            and any(tokens.tag(word).startswith("v") for word in found[:2])
            and _word_begins(text, at, match.start())
        ):
            return Action(at, at, end, found[0])
    return None


def _verb_behind(text: str, at: int, behind: int, end: int) -> Action | None:
    """Return the first verb with an object behind a preposition's phrase, outside quotations, not in front of 的."""
    terms = [(q.start, q.end) for q in quotes(text, at, end)]
    limit = min(end, behind + 44)
    starts: frozenset[int] | None = None
    for match in _led_verb().finditer(text, behind + 1, limit + 8):
        place = match.start()
        if place >= limit or text[place - 1] in "的、" or any(left < place < right for left, right in terms):
            continue
        starts = starts if starts is not None else frozenset(_word_starts(text, behind, limit))
        if place not in starts:
            continue
        for lead in lead_ends(text, place, end)[:2]:
            found = _verb_at(text, lead, end)
            if found and (lead > place or _stands_alone(text, place, found.verb)):
                return replace(found, start=at)
    return None


@cache
def _led_verb() -> re.Pattern[str]:
    """Return the pattern of a place where a verb or the lead of one begins."""
    options = {*lexicon.words("action_verbs"), *lexicon.words("adverbs"), *lexicon.words("modals")}
    return re.compile(rf"(?={lexicon.one_of(options)})")


def _stands_alone(text: str, at: int, verb: str) -> bool:
    """Whether the verb is a word of its own here that is no noun: not 发展 in 城乡发展规划, nor 建设 in 建设的."""
    behind = text[at + len(verb) : at + len(verb) + 1]
    return verb not in _NOUN_VERBS and behind not in "的和与、及"


def _word_starts(text: str, start: int, end: int) -> Iterator[int]:
    at = start
    for word in tokens.words(text[start:end]):
        yield at
        at += len(word)


def _word_begins(text: str, start: int, at: int) -> bool:
    """Whether jieba puts a word boundary at this place."""
    return any(place == at for place in _word_starts(text, start, at + 8))


def _behind_subject(text: str, start: int, end: int) -> Action | None:
    """Read subject, then a modal or adverb, then the verb; or an organization or place right before the verb."""
    for match in _subject_lead().finditer(text, start + 1, min(end, start + 40)):
        for at in lead_ends(text, match.start(), end):
            if at <= match.start():
                continue
            found = _verb_at(text, at, end) or _with_preposition(text, at, end)
            if found and _word_begins(text, start, match.start()):
                actor = text[start : match.start()].strip("，,、 ")
                modal = any(word in text[match.start() : at] for word in lexicon.words("modals"))
                return replace(found, actor=actor or None, plain=not modal)
    return _behind_body(text, start, end)


_BODIES = re.compile(
    r"(?:政府|公司|集团|银行|协会|中心|部门|部|局|委|厅|省|市|县|区|院|校|方|会议|会上|大会|仪式上|论坛上|企业|中国|我国|各国|各地|总部)$"
)


def _behind_body(text: str, start: int, end: int) -> Action | None:
    """Read an organization or place right before its verb: 中国坚持…, 三县共新建…."""
    for match in _verb().finditer(text, start + 2, min(end, start + 24)):
        body = text[start : match.start()]
        if "的" in body or not (_BODIES.search(body) or tokens.tag(body) in ("ns", "nt")):
            continue
        found = _verb_at(text, match.start(), end)
        if found and not _is_noun_here(found, text) and _word_begins(text, start, match.start()):
            return replace(found, actor=body, plain=True)
    return None


_ISSUED = re.compile(
    r"(?P<what>《[^》]+》[^，,]{0,8}?)(?:日前|近日|今天|昨天|当天|当场|也|已|正式|同时|相继|于[^，,]{2,12})*(?P<verb>发布|印发|出台|施行|公布|实施|颁布|问世|通过)(?:实施|施行)?$|(?:系统|平台|中心|项目|工程|设施|基地|线路|服务|窗口|站|馆|园)[^，,]{0,6}?(?P<opened>投入使用|投入运营|上线运行|正式上线|建成投用|开通运营|揭牌成立|竣工|投产|搭建完毕|启用)$"
)


def _issued(text: str, start: int, end: int) -> Action | None:
    """Read a document or facility as the subject of what was done with it: 《…办法》日前发布, 平台投入使用."""
    match = _ISSUED.search(text, start, end)
    if not match:
        return None
    at = match.start("what") if match["what"] else start
    return Action(at, at, end, match["verb"] or match["opened"], done=True)


def _accomplished(text: str, start: int, end: int) -> Action | None:
    """Read subject … verb了 object (双方在无锡签署了协议), and 会议审议通过《…》."""
    for match in _verb().finditer(text, start + 1, end):
        formal = match["verb"] in ("审议通过", "表决通过", "选举产生", "审议批准", "通过")
        if (
            (match["aspect"] == "了" or formal)
            and end - match.end() >= 3
            and "的" not in text[start : match.start()][-12:]
        ) and (formal or _word_begins(text, start, match.start())):
            return Action(match.start(), match.start(), end, match["verb"], done=True, actor=None)
    return None


def _is_noun_here(found: Action, text: str) -> bool:
    return found.verb in _NOUN_VERBS - {"坚持", "支持"} and not found.done


def _unlisted(text: str, at: int, end: int) -> Action | None:
    """Read a verb that the lexicon does not list but jieba's dictionary calls a verb, with a noun behind it."""
    found = tokens.words(text[at : min(end, at + 14)])
    if len(found) < 2 or len(found[0]) < 2 or found[0] in _NOT_ACTIONS or not tokens.tag(found[0]).startswith("v"):
        return None
    if found[1] in ("的", "地", "和", "与") or not any(
        tokens.tag(word)[:1] in ("n", "v", "j", "l", "a", "i") for word in found[1:]
    ):
        return None
    if all(tokens.tag(word) == "v" for word in found) or end - at - len(found[0]) < 2:
        return None
    return Action(at, at, end, found[0], listed=False, done=found[1] in ("了", "过"))

"""Actions that begin with a preposition (把…作为…, 对…加强…, 在…建设…), and phrases that only set the scene."""

from __future__ import annotations

import re
from functools import cache

from huiyao import lexicon
from huiyao.extract import tokens
from huiyao.extract.action import Action
from huiyao.extract.boundaries import is_boundary, word_begins
from huiyao.extract.clause_leads import lead_ends, subject_lead
from huiyao.extract.counted import counted, counted_place
from huiyao.extract.listed_verbs import holds_verb
from huiyao.extract.sentences import Span, quotes
from huiyao.extract.verbs import stands_alone, verb_at

# Phrases that only set the scene of the clause behind them; with it they make one measure.
_ADVERBIAL = re.compile(r"(?:围绕|依托|面向|针对|利用|立足|借助|着眼|结合|对照|瞄准(?=[^，,]*(?:方向|目标|需求)$))")
_OPENS_ADVERBIAL = frozenset("围依面聚针利立借着结对瞄通")
# What the object of a scene-setting phrase ends in when the phrase is no adverbial but the topic itself.
_AIMS = ("目标", "任务", "主题", "要求", "主线", "中心", "职责", "部署")
_PREPOSITION = re.compile(
    r"(?:在|对于|对|与|同|以(?![^，,]{2,12}为(?:核心|代表|首|主)的|军|色列|方|媒|上|下|内|外|来|及|往|后|前|总)|通过(?!了|《)|会同|为(?!了)|向|从|就|由|和|给|面向|依托|围绕|经过|跨|按(?!时|期|需|劳)|依据|因地制宜|(?:根据(?!地)|按照)(?![^，,]*(?:部署|数据|要求|精神|规定|安排|计划|协议|方案|通知|消息|报告|统计)$)|沿着|跟(?!踪|进|随|上|着|班|党|投|拍|风)|用(?!好|足|活|力|于)|帮)"
)
_OPENS_PREPOSITION = frozenset("根沿把将在对与同以通会为向从就由和给面经跨因用帮按依围跟")
# 把握, 把关 and the like are words of their own.
_BA = re.compile(r"把(?![握关脉控守手门])(?=[^，,]{4})")
# 对没有按期完工的单位，: whom the next clause is about, whatever they did.
_ABOUT_WHOM = re.compile(
    r"对[^，,的]{2,30}的[^，,的]{0,4}(?:单位|企业|人员|个人|机构|干部|地区|行为|项目|家庭|用户|商户|车队|车辆|部门|情形|学校|群众|党员|渔船|平台|商家)"
)
_JIANG = re.compile(
    r"将关于[^，,]{2,160}?(?:提请|提交)|将[^，,]{2,40}?(?:提请|提交|提升为|提升至|降至|上调至|延长至|确立为|升级为|定位为|作为|摆在|放在|纳入|结合起来|转化为|打造成|建设成|办成|建成|变成|做成|列入|融入|贯穿|落实到|用于|推向)"
)
_ON_TOPIC = re.compile(r"在[^，,]{2,40}?(?:[上中里内]|方面|领域)")
# 为帮助企业拓展市场，: what is caused belongs to the purpose, what is given for it does not.
_CAUSES = ("帮助", "推动", "促进", "支持", "引导", "鼓励", "保障", "确保", "督促", "助力")
_GIVES = frozenset(
    "提供 创造 注入 奠定 打下 贡献 作出 做出 发挥 增添 营造 树立 凝聚 搭建 带来 开辟 争取 筹集 募集 汇聚 积累 探索 保驾护航".split()
)
# 通过拓展合作和推进一体化，: two means, and no second step.
_JOINS_MEANS = re.compile(r"[和与、](?=[^，,和与、]{4,}$)")
# The means to the next action (通过减税降费，减轻负担), not what a meeting passed.
_MEANS = re.compile(r"通过(?!了|第|一项|[^，,]*(?:决议|决定|议案|草案|报告|方案|宣言|名单|章程|办法)$)(?=[^，,]{3,}$)")
# 为加强管理，: what for, where nothing else is done in the clause.
_PURPOSE = re.compile(r"为了?(?!了|民|主|期|首)(?=[^，,]{3,}$)")
# 为编制规划建言献策, 给企业减税: an action, though no listed verb with its object stands in it.
_SERVES = re.compile(
    r"(?:(?P<idiom>建言献策|建言资政|凝心聚力|添砖加瓦|献计出力|献计献策|保驾护航|出谋划策|维权解忧|排忧解难|伸张正义|培根铸魂|铸魂育人)|奔走|服务|减税|减负|松绑)$"
)
# 对普及居民健康卡作了部署, 对突出问题进行整治.
_ARRANGED = re.compile(
    r"对[^，,]{2,60}(?P<verb>作(?:了|出了?)|进行(?:了)?|展开|开展(?:了)?|予以|给予)[^，,]{0,8}(?:部署|安排|整治|规范|改造|处置|问责|表彰|奖励|补贴|支持|扶持|督查|检查|排查|审议)"
)
# 以此次签约为新的起点: how, not what.
_TAKEN_AS = re.compile(r"以[^，,]{1,24}为(?:新的?|重要)?[^，,]{1,4}")
_EFFORT = re.compile(
    r"(?:相互支持|相互助力|互学互鉴|用力|发力|下功夫|有所突破|求突破|取得突破|出实招|见实效|持续用力|作表率|走在前列|积极作为|精准定位|迈出[^，,]{0,8}步伐?)"
)


def is_adverbial(text: str, at: int, end: int) -> bool:
    """Whether a clause, read from behind its lead, only sets the scene for the next (围绕…, 依托…, 对这类产品，)."""
    if text[at : at + 1] not in _OPENS_ADVERBIAL:
        return False
    if _ADVERBIAL.match(text, at, end):
        return not text.endswith(_AIMS, at, end)
    if text.startswith("通过", at):
        return _only_opens(_MEANS, text, at, end)
    if is_about_whom(text, at, end):
        return True
    return (
        text.startswith("对", at)
        and tokens.words(text[at : min(end, at + 6)])[0] == "对"
        and verb_at(text, at, end) is None  # 对接体系
        and _about(text, at, end) is None
        and _ARRANGED.fullmatch(text, at, end) is None
        and subject_lead().search(text, at + 1, end) is None
    )


def is_about_whom(text: str, at: int, end: int) -> bool:
    """Whether a clause only tells whom the next is about: 对没有按期完工的单位，."""
    return text.startswith("对", at) and _ABOUT_WHOM.fullmatch(text, at, end) is not None


# 没有按期完工的，; 购买绿色建筑的，; 发现违规的，: whoever is such, where no verdict is given on a thing (是…的).
_SUCH = re.compile(
    r"(?![^，,]*(?:(?<!凡)是|像|有点|挺|会|说|应该|可以|必须|一样的|似的))(?:对于?|凡是?|如果?|若)?[^，,。；：]{0,30}?(?:不|未|没|无|逾|拒|违|乱|超|符合|满足|具备|属于|购买|租赁|生育|取得|造成|发现|存在|发生|出现|达到|低于|高于|屡|连续|考[上取]|提供|参加|完成|入选|获得|齐全|确需|确有|凡|对)[^，,。；：]{1,30}的$"
)


def is_such(text: str, start: int, end: int) -> bool:
    """Whether a clause names whoever or whatever is such and leaves it to the next what is done then: 未按期完工的，."""
    return (
        text[end - 1] == "的" and text[end : end + 1] in ("，", ",") and _SUCH.fullmatch(text, start, end) is not None
    )


def scene_start(text: str, clause: Span, at: int, waiting: int | None) -> int | None:
    """Return where a scene-setting phrase begins that goes with the next action, `waiting` where one waits already."""
    if text[clause[1] : clause[1] + 1] not in ("，", ","):
        return None
    if text.startswith(("对照", "瞄准", "结合", "立足", "着眼", "通过"), at):
        return None  # what only gives the manner stays outside
    return waiting if waiting is not None else at


def is_purpose(text: str, at: int, end: int) -> bool:
    """Whether a clause, read from behind its lead, only tells what for: 为进一步加强管理，."""
    if not text.startswith("为", at) or not _only_opens(_PURPOSE, text, at, end):
        return False
    return _SERVES.search(text, at, end) is None


def _only_opens(pattern: re.Pattern[str], text: str, at: int, end: int) -> bool:
    """Whether nothing but one verb with its object stands behind the preposition, no second verb behind that."""
    preposition = pattern.match(text, at, end)
    if preposition is None:
        return False
    behind = next((lead for lead in lead_ends(text, preposition.end(), end) if verb_at(text, lead, end)), None)
    second = _verb_behind(text, at, behind + 1, end) if behind is not None else None
    causes = behind is not None and text.startswith(_CAUSES, behind)
    joined = second is not None and _JOINS_MEANS.search(text, behind or at, end) is not None
    return behind is not None and (second is None or joined or (causes and second.verb not in _GIVES))


def action_at(text: str, at: int, end: int) -> Action | None:
    """Return the action that begins right here, with its verb or with a preposition."""
    return verb_at(text, at, end) or with_preposition(text, at, end)


def with_preposition(text: str, at: int, end: int) -> Action | None:
    """Read 把…作为…, 对…加强…, 在…建设…: the phrase stays with the measure."""
    if text[at : at + 1] not in _OPENS_PREPOSITION:
        return None
    if _BA.match(text, at, end) or _JIANG.match(text, at, end):
        return Action(at, end, _last_verb(text, at, end) or text[at], "ba")
    topic = _ON_TOPIC.match(text, at, end)
    if topic:
        effort = _EFFORT.search(text, topic.end() - 1, end)
        if effort:
            return Action(at, end, effort.group(), "effort")
    preposition = _PREPOSITION.match(text, at, end)
    if not preposition or _TAKEN_AS.fullmatch(text, at, end) or _only_opens(_MEANS, text, at, end):
        return None
    if preposition.group() in _FOR_WHOM and (serves := _serves(text, at, preposition.end(), end)):
        return serves
    arranged = _ARRANGED.fullmatch(text, at, end)
    if arranged:
        return Action(at, end, arranged["verb"], "arranged", done="了" in arranged["verb"])
    if preposition.group() == "对":
        about = _about(text, at, end)
        if about:
            return about
    behind = preposition.end()
    return (
        _with_state(text, at, preposition, end)
        or _verb_behind(text, at, behind, end)
        or _count_behind(text, at, behind, end)
    )


def _count_behind(text: str, at: int, behind: int, end: int) -> Action | None:
    """Read 给卫生院配了一台仪器, 在村口设两个站点: a verb of one character with its counted object behind the phrase."""
    place = counted_place(text, behind + 2, end)
    found = counted(text, place, end) if place is not None and text[place - 1] not in "的、" else None
    if found is None or not word_begins(text, behind, found.start):
        return None
    return found._replace(start=at, form="phrase")


def preposition_end(text: str, at: int, end: int) -> int | None:
    """Return where the preposition that stands right here ends, None where none does."""
    match = _PREPOSITION.match(text, at, end) if text[at : at + 1] in _OPENS_PREPOSITION else None
    return match.end() if match else None


def _with_state(text: str, at: int, preposition: re.Match[str], end: int) -> Action | None:
    """Read 同青山国落实共识: right behind the name of a place even a verb that is often a noun is one."""
    if preposition.group() not in ("同", "与", "和"):
        return None
    behind = preposition.end()
    places = (stop for stop in range(behind + 2, min(behind + 7, end)) if tokens.tag(text[behind:stop]) == "ns")
    found = next((found for place in places if (found := verb_at(text, place, end))), None)
    return found._replace(start=at, form="phrase") if found and found.verb in ("落实", "发展") else None


_FOR_WHOM = ("为", "给", "用")


def _serves(text: str, at: int, behind: int, end: int) -> Action | None:
    """Read 为基层减负, 用文化育人: for whom or with what, and a verb that takes no object; else a verb is looked for."""
    serves = _SERVES.search(text, behind + 1, end)
    if serves is None or not (serves["idiom"] or _verb_behind(text, at, behind, end) is None):
        return None
    return Action(at, end, serves.group(), "effort", listed=False)


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
            return Action(at, end, found[0], "about")
    return None


def _verb_behind(text: str, at: int, behind: int, end: int) -> Action | None:
    """Return the first verb with an object behind a preposition's phrase, outside quotations, not in front of 的."""
    if not holds_verb(text, behind + 1, end):
        return None
    limit = min(end, behind + 44)
    terms: list[Span] | None = None
    closing: Action | None = None  # a verb that is often a noun, where no other follows
    for match in _led_verb().finditer(text, behind + 1, limit + 8):
        place = match.start()
        if place >= limit or text[place - 1] in "的、":
            continue
        found = _led(text, place, end)
        if found is None:
            continue
        terms = terms if terms is not None else [(q.start, q.end) for q in quotes(text, at, end)]
        if not any(left < place < right for left, right in terms) and is_boundary(text, behind, place, limit):
            found = found._replace(start=at, form="phrase")
            if not _may_be_noun(text, place, found):
                return found
            closing = closing or found
    return closing


def _may_be_noun(text: str, place: int, found: Action) -> bool:
    """Whether the verb is taken for one only because the phrase ends right before it: 为企业|参与投资."""
    return text.startswith(found.verb, place) and not stands_alone(text, place, found.verb)


def _led(text: str, place: int, end: int) -> Action | None:
    """Return the verb with its lead that begins at a place within a clause."""
    for lead in lead_ends(text, place, end)[:2]:
        found = verb_at(text, lead, end)
        if found and (lead > place or stands_alone(text, place, found.verb) or _closes_phrase(text, found)):
            return found
    return None


# 在实训中心里|培训学员, 为企业|培养人才.
_LOCATIVES = tuple("上 中 里 内 边 旁 间 外 周边 附近 一带 沿线".split())


def _closes_phrase(text: str, found: Action) -> bool:
    """Whether the phrase of the preposition ends right before the verb, which has no second verb as its object."""
    place, behind = found.start, found.start + len(found.verb)
    if text[behind] in "的和与、及" or tokens.tag(text[behind : behind + 2])[:1] == "v":
        return False
    if text.endswith(_LOCATIVES, 0, place):
        return tokens.words(text[max(0, place - 8) : place])[-1] in _LOCATIVES and text[place - 2 : place] not in (
            "线上",
            "网上",
        )
    return text.endswith(_whom(), 0, place) and not text.endswith("方面", place, found.end)


@cache
def _whom() -> tuple[str, ...]:
    """Return whom something is done for, as a tuple of endings."""
    return (
        *lexicon.words("group_nouns"),
        "企业",
        "群众",
        "学生",
        "居民",
        "农户",
        "人员",
        "家庭",
        "单位",
        "青年",
        "老人",
        "儿童",
    )


@cache
def _led_verb() -> re.Pattern[str]:
    """Return the pattern of a place where a verb or the lead of one begins."""
    options = {*lexicon.words("action_verbs"), *lexicon.words("adverbs"), *lexicon.words("modals")}
    return re.compile(lexicon.headed(lexicon.one_of(options), options))

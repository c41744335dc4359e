"""Actions behind their subject: with a modal between, a body right before the verb, whom a speaker asks to act."""

from __future__ import annotations

import re

from huiyao import lexicon
from huiyao.extract import modals, tokens
from huiyao.extract.action import Action
from huiyao.extract.boundaries import word_begins
from huiyao.extract.clause_leads import NOUN_VERBS, lead_ends, subject_lead
from huiyao.extract.counted import counted
from huiyao.extract.descriptions import is_description
from huiyao.extract.listed_verbs import begins_verb, verb_places, verbs_within
from huiyao.extract.phrases import action_at, with_preposition
from huiyao.extract.unlisted import behind_manner, behind_preposition, unlisted, with_result
from huiyao.extract.verbs import stands_alone, verb_at

# Whoever stands in front of one of these is told what to do, by whatever verb.
_BINDS = re.compile("[要须应]|务必")


def behind_addressee(text: str, start: int, end: int) -> Action | None:
    """Return the action of a clause whose subject is who is asked to act (希望各企业弘扬…, 建议两地互设…)."""
    for verb in verbs_within(text, start + 2, min(end, start + 24)):
        place = verb.start
        if "的" in text[start:place]:
            return None
        found = verb_at(text, place, end)
        may = _MAY.search(text, start + 2, place)
        noun_ends = may.start() if may else place
        alone = found and (may or stands_alone(text, place, found.verb))
        if found and alone and _ends_in_noun(text, start, noun_ends):
            return (
                None
                if is_description(text, found, start)
                else found._replace(actor=text[start:place], form="addressee")
            )
    return None


def _ends_in_noun(text: str, start: int, at: int) -> bool:
    """Whether a word that can be a subject ends at this place."""
    before = tokens.words(text[start:at])
    return word_begins(text, start, at) and tokens.tag(before[-1])[:1] in ("n", "r", "j", "s", "")


# 能够 in front of what somebody is asked to do.
_MAY = re.compile("(?:能够?|可以|应该?|应当|要|都|共同|一起|尽快|多)+$")


def behind_subject(text: str, start: int, end: int) -> Action | None:
    """Read subject, then a modal or adverb, then the verb; or an organization or place right before the verb."""
    if adjusted := _adjusted(text, start, end):
        return adjusted
    for match in subject_lead().finditer(text, start + 1, min(end, start + 40)):
        place = match.start()
        if text[place - 1] == "了":
            break  # 签订了联合攻关合同: the object has begun
        if text[place - 1 : place + 1] in ("首要", "重要", "主要", "必要"):
            place += 1  # no modal
        ends = lead_ends(text, place, end)
        for at in ends[:-1]:
            found = action_at(text, at, end)
            if found is None and at == ends[0]:
                found = behind_manner(text, at, end) or with_result(text, at, end)
            if found and word_begins(text, start, place):
                actor = text[start:place].strip("，,、 ")
                lead = text[place:at]
                if (
                    actor
                    and "比" not in actor
                    and _ONLY_COUNTS.fullmatch(text, at, end)
                    and not _may_end_body(text, start, place)
                ):
                    return Action(start, end, found.verb, "patient", found.listed, found.done)  # 接待费再压减8%
                return found._replace(actor=actor or None, plain=not modals.stands_in(lead), form="subject")
    signed = _SIGNED_WITH.search(text, start, end) if text.endswith(_SIGNED, start, end) else None
    if signed:
        return Action(signed.start(), end, signed["signs"], "unveiled", done=True)
    return _behind_body(text, start, end) or _phrase_behind_body(text, start, end) or _bare_frame(text, start, end)


# What is set for a thing, and nothing else: 压减8%, 放宽到40周岁.
_ONLY_COUNTS = re.compile(
    r"(?:压减|压缩|削减|减少|缩减|增加|提高|降低|放宽|延长|缩短|控制|办结|安排|下调|上调|补助|补贴)[到至在]?(?:约|近|不低于|不少于)?[\d一二两三四五六七八九十百半][\d.,，万亿千百多余几]*[^，,的]{1,4}"
)


def _adjusted(text: str, start: int, end: int) -> Action | None:
    """Read what is set anew, whatever it is: 额度由每月800元提高到1200元."""
    match = _ADJUSTED.search(text, start + 2, end) if text.find("由", start, end) >= 0 else None
    return Action(start, end, match["adjust"], "adjusted") if match else None


def told(text: str, start: int, end: int) -> Action | None:
    """Read a subject that is told to act by a verb no list holds (各镇要认领任务), or whose act is told without a modal."""
    limit = min(end, start + 24)
    if begins_verb(text, start):
        return None
    return _told_by_modal(text, start, limit, end) or _staff_acts(text, start, limit, end)


def _told_by_modal(text: str, start: int, limit: int, end: int) -> Action | None:
    for match in subject_lead().finditer(text, start + 2, limit) if modals.sets_status(text, start, limit) else ():
        at = lead_ends(text, match.start(), end)[0]
        lead = text[match.start() : at]
        found = unlisted(text, at, end) if _BINDS.search(lead) else counted(text, at, end)
        found = found or (behind_preposition(text, at, end) if modals.stands_in(lead) else None)
        only_knows = found is not None and (found.verb in lexicon.words("cues") or found.verb.endswith(("懂", "清")))
        if found and not only_knows and _ends_in_noun(text, start, match.start()):
            return found._replace(actor=text[start : match.start()], form="subject")
    return None


# Who is told what to do by its being told: 县领导包抓片区, 干部每户结对.
_STAFF = re.compile(r"(?:干部|领导|党员|专班|单位|部门|乡镇|[各乡]镇|各村|民警|网格员|志愿者|社区|街道)$")


# The last character of each.
_NAMES_STAFF = re.compile("[部导员班位门镇村警者区道]")


def _staff_acts(text: str, start: int, limit: int, end: int) -> Action | None:
    """Read who is on duty right before a listed verb: 县级领导包抓重点片区."""
    if _NAMES_STAFF.search(text, start, limit) is None:
        return None
    for verb in verbs_within(text, start + 2, limit):
        before = text[start : verb.start]
        if "的" in before:
            return None
        found = verb_at(text, verb.start, end) if _STAFF.search(before) else None
        if found and not _is_noun_here(found, text) and word_begins(text, start, verb.start):
            return found._replace(actor=before, form="body")
    return None


_BODIES = re.compile(
    r"(?:政府|公司|集团|银行|协会|中心|部门|部|局|委|厅|省|市|县|区|院|校|方|会议|会上|大会|仪式上|论坛上|企业|中国|我国|各国|各地|总部|财政|[省市县区州镇乡村院厂校]里|该[行司会馆所院局校村县市区])$"
)
_LAST_OF_BODY = frozenset("政里村府司团行会心门部局委厅省市县区院校方议上式业国地馆所")


_PLACES = ("ns", "nt")


def _may_end_body(text: str, start: int, at: int) -> bool:
    return text[at - 1] in _LAST_OF_BODY or tokens.tag(text[start:at]) in _PLACES


def _behind_body(text: str, start: int, end: int) -> Action | None:
    """Read an organization or place right before its verb: 中国坚持…, 三县共新建…."""
    limit = min(end, start + 24)
    if not any(_may_end_body(text, start, at) for at in verb_places(text, start + 2, limit)):
        return None
    for verb in verbs_within(text, start + 2, limit):
        body = text[start : verb.start]
        if "的" in body:
            return None
        if not (_may_end_body(text, start, verb.start) and (tokens.tag(body) in _PLACES or _BODIES.search(body))):
            continue
        found = verb_at(text, verb.start, end)
        if found and not _is_noun_here(found, text) and word_begins(text, start, verb.start):
            return found._replace(actor=body, plain=True, form="body")
    return None


# A body, then a preposition that is no 的 phrase: 云州市政府对…发放, 青禾公司与海州学院签订.
_BODY_AND_PREPOSITION = re.compile(
    r"^[^的，,]{2,20}?(?:政府|公司|集团|银行|协会|联盟|商会|中心|部|局|委|厅|院|校|大学|医院|组委会|法院|检察院|财政|[省市县区州镇乡村院]里)(?:也|还|已)?(?=[对向与同为在给])"
)


def _phrase_behind_body(text: str, start: int, end: int) -> Action | None:
    """Read an organization right before a preposition's phrase with its verb: 公安局对三人发布通缉令."""
    body = _BODY_AND_PREPOSITION.match(text[start:end])
    found = with_preposition(text, start + body.end(), end) if body else None
    return found._replace(actor=body.group(), plain=True, form="body") if found and body else None


# A number behind these counts nothing that is done: 会议部署2030年工作, 企业突破200家.
_UNCOUNTED = frozenset("部署 审议 研究 突破 消费 销售 生产 参与".split())


# 财政部安排救灾资金11.5亿元: a sum closes what these provide.
_PROVIDES = frozenset("安排 投资 培训 改造 转移".split())
_SUM = re.compile(r"\d[\d.]*[多余]?[万亿]*(?:元|美元|人次?|名|户|家|个|套|处)$")


def _is_noun_here(found: Action, text: str) -> bool:
    behind = text.find(found.verb, found.start) + len(found.verb)
    counted_behind = text[behind].isdecimal() or (found.verb in _PROVIDES and _SUM.search(text, behind, found.end))
    return (
        found.verb in NOUN_VERBS - {"坚持", "支持"}
        and not found.done
        and not (counted_behind and found.verb not in _UNCOUNTED)
    )


# Frames that need no modal behind the subject: 某厂把…放到这里, 标准由…提高到…, 某某与某某共同为…揭牌.
_BA_BEHIND = re.compile(
    r"把(?![握关脉控守手门])[^，,]{3,40}?(?P<ba>作为|摆在|放|纳入|结合|转化|打造|建设|列|融入|贯穿|落|推|变|做|办|抓|提|带|送|引|布局|降|开放|写|压缩|缩短|延长|控制在|保持在|(?:管|投|串|建|种|装|扩|减|交|留|调|配|拉|引|改|搬|拆|铺|运|派|请)(?:好|到|成|进|入|给|起来|下来|“))"
)
# 指挥部将应急响应提升至二级: 将 as 把, behind who does it.
_JIANG_BEHIND = re.compile(
    r"将(?![^，,]{2,30}预期)(?=[^，,]{3,40}?(?P<jiang>提升至|提升到|提高至|提高到|降至|下调至|上调至|延长至|升级为|列为(?!合法)|移交|调整为|压缩至|压缩到))"
)
_ADJUSTED = re.compile(
    r"由[^，,]{1,16}?(?P<adjust>提高|延长|降低|提升|增加|扩大|上浮|下调|下浮|上调|缩短|压缩|减少|调整|放宽)(?:到|至|为)"
)
_UNVEILED = re.compile(
    r"(?:(?<![因以作])为[^，,]{2,60}?(?P<unveil>揭牌|授牌|授旗|剪彩|颁奖|揭幕)|代表[^，,]{1,12}?(?P<sign>签约|签字|签署协议|在协议上签字)"
    r"|(?<!参)[与同和][^，,]{2,60}?(?:正式|现场|成功|分别|签订|达成)?(?P<contract>签约))$"
)
# 麦田集团与云州学院签署共建协议: a paper signed, whoever the two are.
_SIGNED = ("协议", "合同", "备忘录", "协定", "意向书", "协议书")
_SIGNED_WITH = re.compile(
    rf"(?<=..)[与同](?!意)[^，,]{{2,40}}?(?P<signs>签署|签订|签下)(?!的)[^，,]{{0,30}}(?:{'|'.join(_SIGNED)})$"
)
_UNVEILS = ("揭牌", "授牌", "授旗", "剪彩", "颁奖", "揭幕", "签约", "签字", "签署协议")


# What cannot be helped, and what sets a limit.
_NO_BAN = ("不得不", "不得少于", "不得低于", "不得超过", "不得高于", "不得短于", "不得多于")


def _bare_frame(text: str, start: int, end: int) -> Action | None:
    match = _BA_BEHIND.search(text, start + 1, end) if text.find("把", start, end) >= 0 else None
    if match:
        return Action(match.start(), end, match["ba"], "ba")
    match = _JIANG_BEHIND.search(text, start + 2, end) if text.find("将", start, end) >= 0 else None
    if match:
        done = text.endswith("已", start, match.start())
        return Action(match.start(), end, match["jiang"], "ba", done=done)
    banned = text.find("不得", start + 2, end)
    if banned >= 0 and end - banned >= 5 and not text.startswith(_NO_BAN, banned):
        about = text.startswith("对", start) and "的" in text[start:banned]  # 对达标的企业不得停产
        return Action(start if about else banned, end, "不得", "ban")
    match = _UNVEILED.search(text, start, end) if text.endswith(_UNVEILS, start, end) else None
    if match is None:
        return None
    return Action(match.start(), end, match["unveil"] or match["sign"] or match["contract"], "unveiled", done=True)


def acting(actor: str | None) -> str | None:
    """Return who acts where the words before the verb end in a noun; 一有险情 and 会同各方 name nobody."""
    if not actor or len(actor) < 2 or actor.startswith(("一", "会同", "可", "只要", "如果", "凡")):
        return None
    return actor if tokens.tag(tokens.words(actor)[-1])[:1] in ("n", "j", "") else None

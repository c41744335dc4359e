"""The words around the name of a meeting that report it: that it is held, attended, or spoken at."""

from __future__ import annotations

import re
from dataclasses import dataclass

from huiyao.extract import meeting_facts as facts

_HOLD = r"(?:召开|移师|开场|举行|举办|开幕|闭幕|开班|结业|结束|落幕|收官|启幕|揭幕|开启|拉开帷幕|落下帷幕|拉开序幕|开讲|在进行|开(?=[，,。；])|进入[^，,。；]{2,10}(?:阶段|议程))(?![式会辞词地])"
_MANNER = r"(?:如期|正式|隆重|圆满|胜利|顺利|成功|盛大|再次|继续|拟|定)"
# Two meetings on one day: A在某市开幕，B同时举行.
_ALONGSIDE = r"(?:同时|同期|同日|同步|相继|先后|分别)"
# 举行以“麦田与未来”为主题的发布会.
ON_THEME = r"(?:以“[^”]{2,40}”为主题的)?"
# 大会，在完成各项议程后，13日在京闭幕.
_AFTER_ALL = r"(?:，在[^。；]{4,50}后，|，?(?:圆满|顺利|胜利)?完成[^。；，]{2,16}，)?"
# 大会各项筹备工作已全部就绪，将于16日开幕.
_READY = r"(?:各项)?(?:筹备|准备|筹办)?工作[^，,。；]{0,8}(?:就绪|完成)，"
# A、B进入分组审议阶段: two of them share the verb.
_AND_ANOTHER = r"(?:[、和与及][^，,。；、等]{4,40}?(?:会|会议|论坛|仪式))?"
_HELD_BEHIND = re.compile(
    rf"[”]?{_AND_ANOTHER}(?:等(?:系列|配套)?活动)?(?:[（(][^（）()]{{1,24}}[）)])?(?:{_READY})?{_AFTER_ALL}{facts.TIME}?(?:即将|将|也|已|又|正|就|在此间|一)?{_MANNER}?{_ALONGSIDE}?(?:围绕[^，,。；]{{2,30}}(?:主题|议题))?"
    rf"(?:于{facts.TIME}?)?(?:在[^，,。；]{{1,24}}?|于[^，,。；]{{1,14}}?)?{facts.TIME}?(?:以[^，,。；]{{2,14}}(?:形式|方式))?{_MANNER}?{_HOLD}"
)
_OBJECT_OF_HOLDING = re.compile(
    rf"(?:(?:召开|举行|举办|进行)(?P<of>的)?了?(?:今年)?(?:隆重|盛大)?(?:一场|首场|首次|首届|第一场|年度)?{ON_THEME}(?:[^，,。；]{{0,50}}(?:之一|论坛)(?:--|——|—))?"
    r"|(?:举行|举办|召开)了?[^，,。；的]{2,40}(?:会|论坛|沙龙|仪式|典礼)(?:和|与|及|以及)|(?:闭幕|开幕|结束)(?P<over>的))$"
)
# What a numbered sitting does on a day: 第三届云州大会16日通过决议.
_NUMBERED = re.compile(r"第|届")
_ACTS = re.compile(
    r"(?:\d{1,2}日|今天|昨天)(?:[（(][^（）()]{1,10}[）)])?(?:上午|下午|晚)?(?:在[^，,。；]{1,16})?(?:一致|表决|审议|投票)?(?:通过|呼吁|发表|[做作]出|决定|选举|批准)"
)
# Events listed as parts of a programme: 举办云州论坛、对接会等8场活动.
_IN_A_LIST = re.compile(r"[”]?(?:[、和][^，,。；]{1,60})?等")
# What will be done when it is held some day: 待召开代表大会时予以确认.
_SOME_DAY = re.compile(
    r"(?:待|等到?)[^，,。；]{0,6}(?:召开|举行|举办)$|(?:前不久|不久前)[^，,。；]{0,8}(?:召开|举行|闭幕)的$"
    r"|(?:19|20)\d\d年起[^，,。；]{0,12}(?:召开|举行|举办)的$"
)
# What a guest recalls: 祝贺云州成功举办第三届论坛.
_CONGRATULATED = re.compile(r"祝贺[^，,。；]{1,20}(?:召开|举行|举办)(?:了)?$")
# What goes on while the news is told, whoever tells it.
_NOW = re.compile(
    r"(?:正在|刚刚|刚|(?:今天|昨天|\d日)(?:[（(][^（）()]{1,10}[）)])?(?:上午|下午|晚)?)(?:举行|召开|举办|闭幕|开幕|结束)的$"
)
# 在昨天下午的云州麦田研讨会上，
_OF_A_DAY = re.compile(r"(?:\d[日号]|今天|昨天|今日|昨日)(?:上午|下午|晚上?)?的$")
_THERE = re.compile(r"[”]?(?:开幕式|闭幕式)?上[，,]")
# What a sitting does on its day: 12日，市人大常委会第二十次会议表决通过….
_DECIDES = re.compile(r"(?:表决|审议|投票|一致)*(?:通过|任命)(?!的)")
_ON_A_DAY = re.compile(r"\d日[，,]?(?:上午|下午|晚)?(?:举行的|召开的|闭幕的)?$")
# A law says by which sitting it was passed, and when: 由…第三次会议于12月25日通过.
_PASSED = re.compile(rf"于{facts.TIME}(?:审议|表决|修订|修正)*通过")
_OBJECT = re.compile(
    r"(?:召集|组织|参加|出席|列席|主持|见证|赴|致信祝贺|致电祝贺|祝贺|亮相|承办|主办)(?:了|的)?(?:在[^，,。；]{2,12})?(?:[^，,。；]{2,40}(?:和|与|及|暨))?(?:一场|首场|首次|首届|年度)?在?$"
)
_SPOKEN_AT = re.compile(
    r"[”]?(?:开幕式|闭幕式|主论坛)?(?:上(?!的(?:重要|主旨)?(?:讲话|演讲|报告)|所)|期间|并|致贺信|致贺电|致信|发表|作出|活动|[，,][^。]{0,12}(?:致辞|讲话|演讲|致词))"
)
# 当天下午，来宾还参加了云州麦田座谈会: what else was done that day.
_THAT_DAY_TOO = re.compile(
    r"(?:当天|当日|同日|会前|会后|其间|期间)(?:[^。！？；]{0,30}(?:还|又|一同|共同)(?:出席|参加|参与)了|[^。！？；]{4,40}，(?:并)?(?:出席|参加)了?)$"
)
_OF_A_PERSON = re.compile(
    r"[”]?(?:开幕式|闭幕式|活动)?(?:并[^，,。]{2,16})?的[^，,。]{0,30}(?:客商|企业家|总统|总理|首相|国王|主席|部长|外长|代表|领导人|秘书长|嘉宾|大臣|议长|王储|特使|团|院长|副总统)"
)


# Who sits in an assembly speaks at its sitting: 参加云州市政协三次会议的委员们.
_SITTING = re.compile(r"届.*次会议$")
_MEMBERS = re.compile(r"的(?:全国|[省市县区])?(?:人大代表|政协委员|代表委员|委员们?|代表们)")
_CHAIRED = re.compile(r"(?:主持|共同见证)(?:了)?$")
# 推介会由县长林小田主持.
_CHAIRED_BY = re.compile(r"由[^，,。；]{2,40}主持")
_ATTENDED_AND = re.compile(r"(?:出席|参加)(?:了)?$")
_SPOKE = re.compile(r"[”]?(?:开幕式|闭幕式)?(?:并|，)(?:发表|作|致)[^，,。；]{0,12}(?:致辞|讲话|演讲|致词|辞)")
_BEFORE_THAT = re.compile(r"(?:曾经?|先后|此前|当年|前年)[^，,。；]{0,16}$")
_LONG_AGO = re.compile(r"(?:19|20)\d\d年|去年|前年|当年|此前|曾")


@dataclass(frozen=True, slots=True)
class Holding:
    """That a sentence tells of the holding: so many characters `behind` the name, or as what `modifies` the name."""

    behind: int
    modifies: bool


def holding(before: str, behind: str, name: str) -> Holding | None:
    """Return the frame in which the name is the subject or the object of a verb of holding, None where it is neither."""
    subject = _HELD_BEHIND.match(behind) or (_ACTS.match(behind) if _NUMBERED.search(name) else None)
    if subject:
        return Holding(subject.end(), False)
    decides = _DECIDES.match(behind) if _ON_A_DAY.search(before) and _NUMBERED.search(name) else None
    if decides:
        return Holding(decides.end(), False)
    passed = _PASSED.match(behind) if before.endswith("由") or (not before and _NUMBERED.search(name)) else None
    if passed:
        return Holding(passed.end(), True)
    if _OF_A_DAY.search(before) and _THERE.match(behind):
        return Holding(0, False)
    passing = _IN_A_LIST.match(behind) or _CONGRATULATED.search(before) or _SOME_DAY.search(before)
    found = None if passing else _OBJECT_OF_HOLDING.search(before)
    return Holding(0, bool(found["of"] or found["over"])) if found else None


def is_under_way(before: str, behind: str) -> bool:
    """Whether the words themselves fix the meeting in the present, or with its day in a law."""
    return bool(_NOW.search(before)) or (before.endswith("由") and bool(_PASSED.match(behind)))


def is_attended(before: str, behind: str, name: str) -> bool:
    """Whether somebody attends the meeting or speaks at it; not 来华出席峰会的某国总统."""
    if _SITTING.search(name) and _MEMBERS.match(behind):
        return bool(_OBJECT.search(before))
    if is_of_a_person(behind) or _BEFORE_THAT.search(before):
        return False
    spoken = before.endswith(("在", "向", "为", "给", "对")) and _SPOKEN_AT.match(behind)
    return bool(_OBJECT.search(before) or spoken)


def is_of_a_person(behind: str) -> bool:
    """Whether the words behind a meeting's name tell of a guest there: …峰会的某国总统."""
    return _OF_A_PERSON.match(behind) is not None


def is_addressed(text: str, start: int, end: int) -> bool:
    """Whether somebody writes or speaks to the meeting that stands at `text[start:end]` (向…论坛致贺信)."""
    return text.startswith("向", start - 1) and text.startswith(("致", "发表"), end)


def is_served(before: str, behind: str) -> bool:
    """Whether somebody presides, attends and speaks, or attends too: a report wherever it is told but long ago."""
    spoke = _ATTENDED_AND.search(before) and _SPOKE.match(behind)
    served = _CHAIRED.search(before) or _CHAIRED_BY.match(behind) or _THAT_DAY_TOO.search(before) or spoke
    return bool(served) and not _LONG_AGO.search(before)

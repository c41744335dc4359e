"""Speakers: which of the persons speak or preside, and which only attend."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter

from huiyao import lexicon
from huiyao.extract.people import Mention, People, Person
from huiyao.extract.sentences import Span, sentences
from huiyao.schema.records import Speaker, Statement

_JOINT = re.compile(r"^(?:[、，,；;和与及\s]|以及|博士|女士|先生|同志)*$")
# 、某党主席某某、: one of a list whose name is not read; ，在校生代表、: what of a position was not read.
_UNREAD = re.compile(r"、[^、，,。；：“”了是]{4,30}、")
_LEFT_OF_TITLE = re.compile(r"[，,][^，,。；：“”了是]{2,24}(?:代表|[、与和及])")
_ATTENDS = re.compile(r"出席|参加|列席|陪同|参会|与会")
_OF_WORK = re.compile(
    r"(?:受[^，,。]{2,12}委托)?所?作的|(?:(?:关于|就)[^，,。]{2,70}|[^，,。]{0,20})的?(?:通报|汇报|报告|介绍|说明)"
)
_HEARD = re.compile(r"听取(?:了)?[^。]*$")
# 向会议作了…报告, 作…汇报: what stands between may be long.
_REPORTS = re.compile(
    r"[^，,。]{0,12}作(?:了|的)?[^。]{0,70}?(?:报告|汇报|说明|介绍|推介|发言|讲话|讲座)(?=[，。、；]|$)"
)
# 就…的议案作了说明, 分别就…进行了说明: what is spoken about may be long, and hold commas of a list.
_EXPLAINS = re.compile(
    r"[^，,。]{0,4}(?:就|围绕|代表|对)[^，,。；]{2,70}?(?:作|进行|提出)(?:了)?[^，,。]{0,10}(?:报告|汇报|说明|介绍|推介|发言|讲话|解读|讲解|点评|部署|安排|要求|意见|建议)(?=[，,。、；;]|$)|(?:分别|先后|现场|重点|集中)?(?:作了?)?推介(?=了|“|$)"
)
# 、副行长某某分别推介: a list goes on with somebody whose name is not read; what all do follows.
_LISTED_ON = re.compile(
    r"^[、，](?:[^、，,。；：“”]{2,40}[、，]){0,3}[^、，,。；：“”在了]{2,40}(?=(?:先后|分别|依次|相继)(?!是))"
)
_SENTENCE_END, _CLAUSE_END = re.compile(r"[。！？]"), re.compile(r"[，,；;]")
# 接受多家媒体采访, 就某某等话题回答记者提问: the topic may be long and hold commas of a list.
# 围绕数字贸易展开讨论, 就投资者关心的问题进行了交流: whoever does so on a stage speaks.
_DISCUSSES = re.compile(
    r"等?(?:嘉宾|专家|代表)?(?:共同|一起|分别)?(?:就|围绕)[^，,。；]{2,60}?(?:展开|进行|开展)(?:了)?[^，,。；共深同]{0,6}(?:讨论|对话|交流|探讨|研讨|分享)(?=[，,。；]|$)"
)
_ANSWERS = re.compile(
    r"接受[^，,。]{0,12}(?:采访|专访)|^[^，,。]{0,4}(?:就|围绕)[^，,。；]{2,60}(?:回答|答)(?:了)?[^，,。]{0,8}(?:提问|问题|问)|"
    r"回答(?:了)?[^，,。]{0,8}(?:提问|问题)"
)
# 某某在会上发表的重要讲话, 某某在会上的讲话: the speech is a thing that others study.
_SPEECH_AS_THING = re.compile(
    r"[^，,。]{0,40}(?:(?:所作|发表|作出|致)的|[上中时]的[^，,。]{0,6}(?:讲话|致辞|演讲|发言|指示))"
    r"|(?:系列)?重要(?:讲话|指示|论述)|(?:讲话|致辞|演讲|发言)精神"
)
# 包括林某某在内的官员宣布辞职: what a group does that somebody is counted with.
_COUNTED_IN = re.compile(r"等?[^，,。]{0,6}在内的")
# 到会听取发言, 撤回发言, 出席汇报会: what is spoken is the thing that the verb takes.
_HEARS = re.compile(
    r"(?:听取(?![他她其])|聆听|收听|撤回|收回|讨论|观看|收看)[^，,并]*|(?:汇报|介绍|通报|宣讲|讲解|演讲|报告|推介)(?:会(?!议)|稿|材料|片)"
)
# With whom, to whom or by whom something is done: 与林某某会谈，并宣布…, 向林某某汇报, 以林某某的…为指导.
_LEADS_ANOTHER = ("与", "同", "跟", "会见", "会晤", "访问")
_LEADS_ADDRESSEE = ("向", "以", "对", "给")
_SPEAKING = ("speaker", "chair")
_PRESIDES = re.compile(r"主持(?!人)")


@cache
def _duty() -> re.Pattern[str]:
    return re.compile(lexicon.alternation("duties", "speaker"))


def find_speakers(
    text: str, body: list[Span], people: People, quoted: set[str], said: Sequence[Statement] = ()
) -> tuple[Speaker, ...]:
    """Return chairs, speakers and attendees in the order of their first mention.

    `quoted` are the names of those with a statement: they speak, whatever else the text says of them. What is
    told in words that somebody has `said` is no duty at this meeting.
    """
    roles: dict[str, str] = dict.fromkeys(quoted, "speaker")
    told = sorted(said, key=_START)
    for start, end in body:
        for sentence in sentences(text, start, end) if people.within(start, end) else ():
            for mention, predicate, before in _predicates(text, sentence, people):
                if _is_in_statement(mention, told):
                    continue
                if roles.get(mention.name) in _SPEAKING and "主持" not in predicate:
                    continue  # only a chair is more
                role = _role(predicate, before)
                if role and _rank(role) > _rank(roles.get(mention.name)):
                    roles[mention.name] = role
    chosen = [(people.persons[name], role) for name, role in roles.items() if name in people.persons]
    first: dict[str, int] = {}
    for mention in people.mentions:
        first.setdefault(mention.name, mention.name_start)
    chosen.sort(key=lambda pair: first.get(pair[0].name, pair[0].named_at[0]))
    return tuple(_speaker(people, person, role) for person, role in chosen)


_START = attrgetter("start")


def _is_in_statement(mention: Mention, told: Sequence[Statement]) -> bool:
    """Whether a mention stands in what somebody says; `told` is in the order of the text."""
    place = bisect_right(told, mention.start, key=_START) - 1
    return place >= 0 and mention.start < told[place].end


def _rank(role: str | None) -> int:
    return ("attendee", "speaker", "chair").index(role) + 1 if role else 0


def _predicates(text: str, sentence: Span, people: People) -> Iterator[tuple[Mention, str, str]]:
    """Yield each mention with what is said of it: a list of names shares the words behind its last one."""
    mentions = people.within(*sentence)
    for place, mention in enumerate(mentions):
        first = last = place
        while last + 1 < len(mentions) and _are_joint(text, mentions[last], mentions[last + 1]):
            last += 1
        while first > 0 and _are_joint(text, mentions[first - 1], mentions[first]):
            first -= 1
        end = mentions[last + 1].start if last + 1 < len(mentions) else sentence[1]
        yield mention, text[mentions[last].end : end], text[sentence[0] : mentions[first].start]


def _are_joint(text: str, one: Mention, other: Mention) -> bool:
    between = text[one.end : other.start]
    titled = other.start < other.name_start
    return bool(_JOINT.match(between) or _UNREAD.fullmatch(between) or (titled and _LEFT_OF_TITLE.fullmatch(between)))


def _role(predicate: str, before: str) -> str | None:
    head = _LISTED_ON.sub("", _SENTENCE_END.split(predicate, 1)[0])[:80]
    if "听取" in before and _HEARD.search(before) and _OF_WORK.match(head):
        return "speaker"
    if head.startswith("的") or _SPEECH_AS_THING.match(head) or _COUNTED_IN.match(head):
        return None
    if before.endswith(_LEADS_ADDRESSEE):
        return None
    if _PRESIDES.match(head):  # 主持会议并作讲话
        return "chair"
    if _REPORTS.match(head) or _EXPLAINS.match(head) or _DISCUSSES.match(head):
        return "speaker"
    if before.endswith(("由", "在")) and head.startswith("主持"):
        return "chair"
    own = "，".join(_CLAUSE_END.split(head, 2)[: 1 if before.endswith(_LEADS_ANOTHER) else 2])
    own = _HEARS.sub("", own)
    if _PRESIDES.search(own):
        return "chair"
    if (("接受" in own or "答" in own) and _ANSWERS.search(own)) or _duty().search(own):
        return "speaker"
    return "attendee" if _ATTENDS.search(own) else None


def _speaker(people: People, person: Person, role: str) -> Speaker:
    first = person.positions[0] if person.positions else None
    organization = next((p.organization for p in person.positions[:1] if p.organization), None)
    start, end = person.named_at
    return Speaker(
        name=person.name, start=start, end=end, organization=organization, title=first.title if first else None,
        positions=tuple(position.text for position in person.positions),
        role="chair" if role == "chair" else "speaker" if role == "speaker" else "attendee",
    )  # fmt: skip

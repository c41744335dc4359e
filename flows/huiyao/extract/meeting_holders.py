"""Meetings without a name of their own: the body, the people or the purpose that stands for one.

云州市教育局召开干部大会 is told by who holds it, 举行升旗仪式，庆祝建市50周年 by what it is for.
"""

from __future__ import annotations

import re

from huiyao.extract import meeting_facts as facts
from huiyao.extract import meeting_names as naming
from huiyao.extract import meeting_numbers as numbers
from huiyao.extract.meeting_frames import ON_THEME
from huiyao.extract.people import People
from huiyao.extract.sentences import Span

_VERB_BEFORE = re.compile(
    rf"(?:主持|组织|联合|共同)?(?:召开|举行|举办|召集)(?P<modifies>的)?了?(?:一场|首场|首次|第一场)?(?:隆重的?|盛大的?)?{ON_THEME}$"
)
_STUDIES = re.compile(r"(?:进行|举行|开展)了?$")
_CLAUSE_HEAD = re.compile(r"[，,。；：:\s讯]|在(?=今天|昨天|\d)")
_HEARD = re.compile(r"^(?:记者[^从]{0,14}从|[在从])")
_SUBJECT_TAIL = re.compile(
    rf"(?:定于|拟于|将于|计划于|将|于)?{facts.TIME}?(?:（[^（）]{{2,10}}）)?(?:就[^，,。；]{{2,40}}?)?(?:为[^，,。；]{{2,12}})?(?:在[^，,。；]{{1,20}})?(?:隆重|正式|主持|组织|共同|联合|首次|还|又|再次)*$"
)
_LEADING_TIME = re.compile(rf"^{facts.TIME}(?:上午|下午|晚)?")
# People who meet as the heads or deputies of their bodies: 三国外长举行会议.
_PEERS = re.compile(r"(?:领导人|外长|防长|财长|部长|首脑|议长|元首|代表)$")
# What a ceremony begins, ends or opens.
_WORKS = re.compile(r"(?:项目|工程|铁路|公路|高速|大桥|隧道|机场|园区|基地|水库)(?:[一二三四五]期)?$")
_CEREMONY = re.compile(r"(?:仪式|典礼|晚宴|宴会|招待会)$")
_CHANNEL = re.compile(r"通道”?$")
_PURPOSE = re.compile(r"，(?:以)?(?P<purpose>(?:庆祝|纪念|悼念)[^，,。；]{4,30})")
_WELCOME = re.compile(r"，欢迎[^，,。；]{2,40}(?:访问|访华|来访)")
_EVERYWHERE = re.compile(r"(?:各地|多地|各国|各省|各级|各部门)[^，,。；]{0,12}$")
# A talk is told apart by its kind where its chair is (林小田主持召开座谈会), a 会议 is not.
_TALKS = ("座谈会", "研讨会", "推进会", "现场会", "调度会", "专题会议", "视频会议")


def holder(text: str, sentence: Span, name: naming.Name, people: People) -> str | None:
    """Return the body that is the subject of 召开 or 举行 right before the name."""
    before = text[sentence[0] : name.start]
    verb = _VERB_BEFORE.search(before) or (_STUDIES.search(before) if name.noun == "集体学习" else None)
    if not verb:
        return None
    before = before[: verb.start()]
    clause = _CLAUSE_HEAD.split(before)[-1] or before.rstrip("，,").split("，")[-1]
    start = sentence[0] + len(before) - len(clause)
    if people.within(start, name.start):
        return None
    clause = clause.removeprefix("到")
    if verb.re is _VERB_BEFORE and verb["modifies"]:  # 在云州市教育局昨天举行的发布会上
        clause = _HEARD.sub("", clause)
    clause = _LEADING_TIME.sub("", _SUBJECT_TAIL.sub("", clause)).strip("，, ")
    clause = clause.rpartition("举行的")[2]
    if _WORKS.search(clause):  # 由麦田集团承建的云江大桥项目
        clause = clause.rpartition("的")[2]
    return clause if 2 <= len(clause) <= 32 and _can_hold(clause, name) else None


def _can_hold(subject: str, name: naming.Name) -> bool:
    if facts.is_body(subject):
        return True
    if _CEREMONY.search(name.name):
        return bool(_WORKS.search(subject))
    return name.noun.endswith("会议") and bool(_PEERS.search(subject))


def told_by_itself(text: str, sentence: Span, name: naming.Name) -> str | None:
    """Return the name of a meeting that no body stands for, None where the words single it out from no other."""
    before, behind = text[sentence[0] : name.start], text[name.end : sentence[1]]
    if numbers.ordinal(name.name) or _CHANNEL.search(name.name):
        return name.name
    if _CEREMONY.search(name.name):
        return _ceremony(before, behind, name)
    return name.name if name.name in _TALKS and before.endswith("主持召开") else None


def _ceremony(before: str, behind: str, name: naming.Name) -> str | None:
    held = _VERB_BEFORE.search(before)
    purpose = _PURPOSE.match(behind) if held and not _EVERYWHERE.search(before[: held.start()]) else None
    if purpose:
        return purpose["purpose"] + name.name
    if held and (name.name == "欢迎仪式" or (name.name == "仪式" and _WELCOME.match(behind))):
        return "欢迎仪式"
    return name.name if len(name.modifier) >= 2 else None

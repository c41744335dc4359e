"""Meetings without a name of their own: the body, the people or the purpose that stands for one.

云州市教育局召开干部大会 is told by who holds it, 举行升旗仪式，庆祝建市50周年 by what it is for.
"""

from __future__ import annotations

import re

from huiyao.extract import meeting_facts as facts
from huiyao.extract import meeting_names as naming
from huiyao.extract import meeting_numbers as numbers
from huiyao.extract.meeting_frames import ON_THEME, holding
from huiyao.extract.people import People
from huiyao.extract.sentences import Span

_VERB_BEFORE = re.compile(
    rf"(?:主持|组织|联合|共同)?(?:召开|举行|举办|召集)(?P<modifies>的)?了?(?:今年)?(?:一场|首场|首次|第一场)?(?:隆重的?|盛大的?)?{ON_THEME}$"
)
_STUDIES = re.compile(r"(?:进行|举行|开展)了?$")
_CLAUSE_HEAD = re.compile(r"[，,。；：:\s讯]|在(?=今天|昨天|\d)")
_HEARD = re.compile(r"^(?:记者[^从]{0,14}从|[在从])")
# 欢迎出席市政府新闻办召开的发布会: whoever attends does not hold it.
_ATTENDS = re.compile(r"(?:出席|参加|列席|参与|走进|收看|收听)了?")
# 我县, 该院, 公司 single out no body.
_PRONOUN = re.compile(r"[我该本].{1,2}|公司")
_SUBJECT_TAIL = re.compile(
    rf"(?:定于|拟于|将于|计划于|将|于)?{facts.TIME}?(?:（[^（）]{{2,10}}）)?(?:就[^，,。；]{{2,40}}?)?(?:为[^，,。；]{{2,12}})?(?:在[^，,。；]{{1,20}})?(?:隆重|正式|主持|组织|共同|联合|首次|还|又|再次|随即|随后|立即|紧急|及时)*$"
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
# A talk is told apart by its kind where its chair is (林小田主持召开座谈会), a 会议 is not; so is what a visit goes on to
# (到某镇调研并召开座谈会。), but no way of doing it (通过召开座谈会、走访).
_TALKS = frozenset(
    "座谈会 研讨会 推进会 现场会 调度会 专题会议 视频会议 办公会 恳谈会 汇报会 反馈会 协调会 约谈会".split()
)
_GOES_ON_TO = re.compile(r"(?:[并还]|随后|随即|现场|组织|，)召开了?$")
_BY_WAY_OF = re.compile(r"(?:通过|采取|每|[多几两二三四五六七八九十\d]次)[^，。；]{0,10}$")
# The officers of a company show that its name is one: 青禾汽车举行新车发布会, 青禾汽车董事长.
_OFFICERS = r"(?:有限公司|集团|公司)?(?:党委书记|创始人|联合创始人|副?董事长|副?总经理|副?总裁|首席)"
_AT_ITS_MEETING = re.compile(rf"上，(?P<who>[\u4e00-\u9fff]{{2,14}}?){_OFFICERS}")
_LISTED_FIRM = re.compile(r"[\u4e00-\u9fff]{2}(?:股份|科技|药业|证券|控股|实业)$")
_LONGEST_COMPANY = 14
_OF_COMPANIES = ("说明会", "股东大会", "业绩说明会", "发布会", "恳谈会")
# What an opening is of, as it is declared (“青禾大桥正式通车”) or told as a line or clause of its own.
_OPENED = re.compile(rf"(?:{_WORKS.pattern.removesuffix('$')}|线|路|桥|港|码头|中心|医院|学校|馆|厂|站)$")
_FULLY = r"(?:正式|全线|顺利|建成|竣工|全面){0,3}"
_TELLS = re.compile("出席|参加|举行|宣布|仪式|今天|昨天")
_OPENS = re.compile(r"^(?P<verb>通车|开工|开业|开馆|开园|投产|竣工|奠基|首航|开通|揭牌|下线|启用)仪式$")


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
        clause = _HEARD.sub("", _LEADING_TIME.sub("", _ATTENDS.split(clause)[-1]))
    clause = _LEADING_TIME.sub("", _SUBJECT_TAIL.sub("", clause)).strip("，, ")
    clause = clause.rpartition("举行的")[2]
    if _WORKS.search(clause):  # 由麦田集团承建的云江大桥项目
        clause = clause.rpartition("的")[2]
    if not 2 <= len(clause) <= 32 or _PRONOUN.fullmatch(clause):
        return None
    return clause if _can_hold(text, clause, name) else None


def _can_hold(text: str, subject: str, name: naming.Name) -> bool:
    if facts.is_body(subject) or _is_company(text, subject):
        return True
    if _CEREMONY.search(name.name):
        return bool(_WORKS.search(subject))
    return name.noun.endswith("会议") and bool(_PEERS.search(subject))


def _is_company(text: str, name: str) -> bool:
    """Whether a name ends like that of a firm, or the text names officers of what it calls so."""
    if _LISTED_FIRM.search(name):
        return True
    return len(name) <= _LONGEST_COMPANY and re.search(re.escape(name) + _OFFICERS, text) is not None


def told_by_itself(text: str, sentence: Span, name: naming.Name) -> str | None:
    """Return the name of a meeting that no body stands for, None where the words single it out from no other."""
    before, behind = text[sentence[0] : name.start], text[name.end : sentence[1]]
    if numbers.ordinal(name.name) or _CHANNEL.search(name.name):
        return name.name
    if _CEREMONY.search(name.name):
        return _ceremony(text, before, behind, name)
    company = _AT_ITS_MEETING.match(behind) if name.noun.endswith(_OF_COMPANIES) else None
    if company:
        return company["who"] + name.name
    if len(name.modifier) >= 2 and before.endswith("的") and holding("", behind, name.name):
        return name.name  # 一场别开生面的民情恳谈会在石桥村举行
    return name.name if name.noun in _TALKS and _goes_on_to(before, behind) else None


def _goes_on_to(before: str, behind: str) -> bool:
    """Whether somebody presides over a talk, or goes on to it and it is not one of several ways."""
    if _BY_WAY_OF.search(before):
        return False
    return before.endswith(("主持召开", "主持")) or (bool(_GOES_ON_TO.search(before)) and behind[:1] in "，。；")


def _ceremony(text: str, before: str, behind: str, name: naming.Name) -> str | None:
    held = _VERB_BEFORE.search(before)
    purpose = _PURPOSE.match(behind) if held and not _EVERYWHERE.search(before[: held.start()]) else None
    if purpose:
        return purpose["purpose"] + name.name
    if held and (name.name == "欢迎仪式" or (name.name == "仪式" and _WELCOME.match(behind))):
        return "欢迎仪式"
    opened = _what_opens(text, name.name)
    if opened:
        return opened + name.name
    return name.name if len(name.modifier) >= 2 else None


def _what_opens(text: str, name: str) -> str | None:
    """Return the work that a ceremony (通车仪式) is for, where the text says what opens (“青禾大桥正式通车”)."""
    kind = _OPENS.match(name)
    opens = kind and re.compile(
        rf"(?P<work>[\u4e00-\u9fff]{{3,24}}?)(?:{_FULLY}{kind['verb']}[”\n]|正式{kind['verb']}[，。])"
    )
    works = (match["work"] for match in opens.finditer(text) if _is_work(match["work"])) if opens else ()
    return max(works, key=text.rfind, default=None)


def _is_work(words: str) -> bool:
    return bool(_OPENED.search(words)) and not _TELLS.search(words)

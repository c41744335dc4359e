"""Names of meetings: from a meeting noun back to where its name begins, and what the name itself says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from huiyao.extract.meeting_bounds import HOLDING, Noun, list_start, name_start, nouns
from huiyao.extract.meeting_numbers import NUMBER, without_ordinal
from huiyao.extract.sentences import Quote, quotes

_SESSIONS = (
    "开幕式",
    "闭幕式",
    "开幕会",
    "闭幕会",
    "全体会议",
    "全体会",
    "开幕大会",
    "闭幕大会",
    "开幕晚会",
    "开幕论坛",
    "主论坛",
    "闭幕会议",
    "开班式",
    "结业式",
)
_SESSION = re.compile(
    rf"(?P<base>.+?)(?!议)(?:暨[^暨]{{2,20}}|第{NUMBER}次|(?:举行|召开)?|[^会论坛]{{2,14}}代表团)(?P<session>{'|'.join(_SESSIONS)})$"
)
_BODY_OF_PEOPLE = re.compile(r"(?:委员会|协会|学会|联合会|商会|理事会|常委会|工会|基金会|人大|政协)$")
_MEETS_PRESS = ("发布会", "记者会", "新闻通气会", "记者招待会")
_PRESS = re.compile(
    r"(?P<base>.{4,}(?:会议|论坛|大会|博览会|峰会|年会))(?:首场|专场)?(?P<press>(?:新闻)?发布会|记者会|新闻通气会|记者招待会)$"
)
# Assemblies that are called like meetings.
_BODIES = ("联邦会议", "人民代表大会")
_BACKGROUND_BEHIND = re.compile(
    r"(?:的)?(?:重要)?(?:情况|有关情况|成果|精神|部署|要求|决定|决策|公报|以来|确定|提出|通过的|作出|明确|所|上的重要|关于|文件|议程|决议|工作报告|审议通过的|(?:代表|委员)(?![们在])|主席|秘书长|组委会|秘书处|成员|举办地|主席国|框架|机制|宗旨|工作|制度|服务|中心|办公室|厅|室|网|经济|项目|模式)"
)
_BACKGROUND_BEFORE = re.compile(
    r"(?:贯彻|落实|学习|学习贯彻|按照|根据|传达|传达学习|领会|宣讲|遵循|依据|响应|历届|每届|往届|筹备)(?:好|了)?(?:党的|中央)?$"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a meeting where it stands: `text[start:end]` with quotation marks, `name` without outer ones."""

    name: str
    start: int
    end: int
    noun: str

    @property
    def modifier(self) -> str:
        """What stands before the noun, ordinals left out."""
        return without_ordinal(self.name.removesuffix(self.noun))


def find_names(text: str, start: int, end: int) -> Iterator[Name]:
    """Yield the names of meetings in a passage, in order; none in speech, in 《》, or only invoked as background."""
    found = list(_all_names(text, start, end))
    # 云州论坛北京峰会 is one meeting: what begins it is none of its own.
    yield from (
        name for name, following in zip_longest(found, found[1:]) if following is None or following.start != name.start
    )


def _all_names(text: str, start: int, end: int) -> Iterator[Name]:
    found = nouns(text, start, end)
    quoted = quotes(text, start, end) if found else []
    for noun in found:
        if text.rfind("《", start, noun.start) > text.rfind("》", start, noun.start):
            continue
        holding = next((q for q in quoted if q.start < noun.start < q.end), None)
        if holding and holding.speech:
            continue
        name = _quoted_name(text, start, holding, noun, quoted) if holding else _plain_name(text, start, noun, quoted)
        if name and not _is_background(text, name, start) and not name.name.endswith(_BODIES):
            yield name


def _quoted_name(text: str, start: int, quote: Quote, noun: Noun, quoted: list[Quote]) -> Name | None:
    if noun.end != quote.inner[1]:
        return None
    if noun.start == quote.inner[0]:  # 三次会议“代表通道”: the quotation holds the noun, the name begins before it
        left = name_start(text, start, quote.start, quoted)
        return Name(text[left : quote.end] if left < quote.start else noun.word, left, quote.end, noun.word)
    return Name(text[slice(*quote.inner)], quote.start, quote.end, noun.word)


def _plain_name(text: str, start: int, noun: Noun, quoted: list[Quote]) -> Name | None:
    counted = _NUMBER_BEHIND.match(text, noun.end)
    end = counted.end() if counted else noun.end
    if _is_invoked(text, end) and not _GOES_ON.match(text, end):
        return None  # background wherever the name begins
    bracket = text[noun.start - 1 : noun.start] in ("）", ")")
    gloss = _GLOSS.search(text[max(start, noun.start - _LONGEST_GLOSS) : noun.start]) if bracket else None
    if gloss:
        return _glossed_name(text, start, noun, len(gloss.group()))
    left = list_start(text, start, name_start(text, start, noun.start, quoted), end, quoted)
    return Name(text[left:end], left, end, noun.word)


# 《若干措施》（以下简称《措施》）新闻发布会
_GLOSS = re.compile(r"[（(](?:以下|下文)?(?:简称|下称|统称)[^（）()]{2,24}[）)]$")
_LONGEST_GLOSS = 34


def _glossed_name(text: str, start: int, noun: Noun, gloss: int) -> Name:
    """Return the name without the gloss of so many characters in front of its noun."""
    before = text[start : noun.start - gloss]
    plain = before + noun.word
    left = name_start(plain, 0, len(before), quotes(plain, 0, len(plain)))
    return Name(plain[left:], start + left, noun.end, noun.word)


# 系列发布会第九场: the number may stand behind the noun.
_NUMBER_BEHIND = re.compile(rf"第{NUMBER}(?:场|期|讲)(?![^，,。]{{0,6}}(?:会|论坛|式|讲座))")


def _is_background(text: str, name: Name, start: int) -> bool:
    before = text[max(start, name.start - 8) : name.start]
    if _BACKGROUND_BEFORE.search(before):
        return True
    return _is_invoked(text, name.end) and not (before.endswith(HOLDING) and _GOES_ON.match(text, name.end))


def _is_invoked(text: str, end: int) -> bool:
    """Whether what follows the name makes it the background of something else: 会议精神, 大会秘书处."""
    return bool(_BACKGROUND_BEHIND.match(text, end, end + 12))


# Behind a verb of holding the name is its object, whatever follows: 举行会议决定….
_GOES_ON = re.compile(r"(?:决定|要求|部署|提出)(?!了?草案)")


def without_session(name: str) -> tuple[str, str | None]:
    """Split a session from its meeting: 2025年夏季达沃斯论坛开幕式 → (2025年夏季达沃斯论坛, the whole)."""
    match = _SESSION.match(name) if name.endswith(_SESSIONS) else None
    if not match or not _has_meeting_noun(match["base"]):
        return name, None
    whole = name[: match.start("session")]
    return whole if _has_meeting_noun(whole) else match["base"].rstrip("暨"), name  # 云州大会暨港口会议开幕式


def _has_meeting_noun(base: str) -> bool:
    ends = ("会", "论坛", "会议", "节", "展", "仪式", "研讨班", "培训班")
    return not _BODY_OF_PEOPLE.search(base) and base.endswith(ends)


def press_base(name: str) -> str | None:
    """Return the meeting whose press conference this is, if the name says so."""
    match = _PRESS.match(name) if name.endswith(_MEETS_PRESS) else None
    return match["base"] if match else None


_SEVERAL = re.compile(
    r"(?:各类|各种|多种|系列|一系列|有关|相关|上述)|[两二三四五六七八九十\d]+[个场次期]|.{0,20}(?:[多数几]|近千|上百|近百)[个场次]"
)


_EDITIONS = re.compile(rf"{NUMBER}届")


def is_several(name: Name) -> bool:
    """Whether the name counts or sorts meetings (多场对接会, 各类论坛, 五届园博会) and so names none."""
    counted = name.name != name.name.removesuffix(name.noun) or not _NUMBER_BEHIND.search(name.name)
    return bool((counted and _SEVERAL.match(name.modifier)) or _EDITIONS.fullmatch(name.name.removesuffix(name.noun)))


_SAYS_NOTHING = re.compile(r"^(?:首场|首次|首届|一场|例行|年度|有关|相关|专题|战略合作)")
_PROPER = re.compile(
    r"全[国省市县区州旗镇乡局系]|国务院|中央|中共|国家|世界|国际|亚太|联合国|欧盟|北约|东盟|非盟|阿盟|金砖|上合|.*[“”A-Za-z\d]"
)


# 县委常委会会议 names the body that meets.
_BODY_MEETS = re.compile(r".{0,2}(?:[省市县区州旗镇乡]委|政府|人大|政协|集团|公司|大学|学院|医院)$")
# 2024年第四次全体会议, 第28次重点工作例会: one of a row of a body.
_ONE_OF_A_ROW = re.compile(rf"(?:(?:19|20)\d\d年度?)?(?:第{NUMBER}次|年度)?")


def is_generic(name: Name) -> bool:
    """Whether the name says too little to tell the meeting from others: 会议, 干部大会, 七届十六次常委会议."""
    modifier = _SAYS_NOTHING.sub("", name.modifier)
    return len(modifier) < 4 and not _PROPER.match(modifier) and not _BODY_MEETS.match(modifier)


def is_one_of_a_row(name: Name) -> bool:
    """Whether the name counts the meetings of a body, by number or year, and hardly says more."""
    row = _ONE_OF_A_ROW.match(name.name)
    if row is None or not row.group() or name.noun.endswith(_OF_THEMSELVES):
        return False
    said = name.name[row.end() : len(name.name) - len(name.noun)]
    return len(said) <= 4 and not _PROPER.match(said) and not _BODY_MEETS.match(said)


# What is counted as itself, whoever holds it.
_OF_THEMSELVES = ("论坛", "峰会", "年会", "博览会", "节", "典礼", "仪式", "晚会", "招待会", "发布会", "招聘会")

"""Positions as organization and title, and what of them is compared when two may be one person's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from huiyao import lexicon
from huiyao.extract.positions import split_title
from huiyao.resolve.naming import folded
from huiyao.schema.records import Speaker


class Office(NamedTuple):
    """One title in one organization; `organization` is None where the article gives the title alone."""

    organization: str | None
    title: str


# What says when a title is held, not which: 前总统, 候任总统, 代理总统.
_TIME = re.compile(r"^(?:前|原|时任|候任|当选|新任|现任|继任|代理|代|临时|看守)(?=..)")
_MINISTERS = {"外交部": "外长", "国防部": "防长", "财政部": "财长"}
_PARTS = re.compile(r"、|，|兼任?")
# Titles of which a country has one at a time: whoever bears the name and the title alone is that person.
SOLE = frozenset(
    "总书记 国家主席 国家副主席 委员长 总理 副总理 国务委员 首相 副首相 总统 副总统 国王 女王 天皇 王储 国务卿 埃米尔".split()
)
# Titles that make the organization a country, where the same name need not be the same person: 美国总统, 美国专家.
_OF_COUNTRIES = frozenset("总统 副总统 首相 副首相 国王 女王 天皇 王储 国务卿 埃米尔 外长 防长 财长 驻华大使".split())
# Offices known all over the country: in national news the name alone means their holder.
_NATIONAL = re.compile(r"^(?:中共中央|中央军委|国务院|全国人大常委会|全国政协)")
# What many organizations are called for short: it does not tell one from another.
_ANY = frozenset("党 政府 国会 议会 大会 会议 外交 国防 公司 集团 学校 大学 医院 企业 部门 全国 职工 师生 当地".split())

# What only the reader of the article knows the place of: 市政府, 省委, 县人社局. 市场监管总局 is none of them.
_RELATIVE = re.compile(r"^[全本]?[省市区县州旗镇乡村](?![场域立镇振际]|部级)")


def offices(speaker: Speaker) -> Iterator[Office]:
    """Yield the offices of the speaker's positions; 主席、党组书记 are two of one organization."""
    seen: set[Office] = set()
    first = Office(speaker.organization, speaker.title) if speaker.title else None
    for position in speaker.positions:
        for office in split_position(position):
            seen.add(office)
            yield office
    if not seen and first:
        yield first


@lru_cache(maxsize=2**16)
def split_position(position: str) -> tuple[Office, ...]:
    """Return the offices of one position, or none where it ends in no title.

    >>> split_position("云州市市长、党组书记")
    (Office(organization='云州市', title='市长'), Office(organization='云州市', title='党组书记'))
    """
    parts = _PARTS.split(position)
    found: list[Office] = []
    for part, joint in zip(parts, ["", *_PARTS.findall(position)], strict=True):
        split = split_title(part)
        if split is None:
            continue
        organization, title = split
        if found and joint != "兼":
            # Behind a comma what stands before the title describes it: 分管日常工作的副院长.
            organization, title = found[0].organization, part
        found.append(Office(organization or (found[0].organization if found else None), title))
    return tuple(found)


def compared(office: Office) -> Office:
    """Return the office as it is compared: without 前 and 代理; a 外交部部长 is an 外长."""
    title = _TIME.sub("", folded(office.title))
    organization = None if office.organization is None else folded(office.organization)
    if organization and title in ("部长", "大臣"):
        for ministry, minister in _MINISTERS.items():
            if organization.endswith(ministry) and organization != ministry:
                return Office(organization.removesuffix(ministry), minister)
    return Office(organization, title)


def tells(organization: str | None) -> bool:
    """Return whether the name is that of one organization, wherever it is read: 大会, 政府 and 市委 are not."""
    return organization is not None and organization not in _ANY and not _RELATIVE.match(organization)


def is_country(office: Office) -> bool:
    """Return whether the title says that the organization is a country."""
    return office.title in _OF_COUNTRIES


def is_known_by_name(office: Office) -> bool:
    """Return whether the name alone means the holder of this office: a head of state, a member of the leadership."""
    return office.title in SOLE or (
        office.organization is not None and _NATIONAL.match(office.organization) is not None
    )


@cache
def _kinds() -> dict[str, str]:
    return lexicon.kinds("titles")


def leads(office: Office) -> bool:
    """Return whether it is an office of state or party, of which an organization has one: 市长, 书记, 部长."""
    kinds = _kinds()
    noun = next((office.title[i:] for i in range(len(office.title)) if office.title[i:] in kinds), "")
    return kinds.get(noun) in ("state", "party")

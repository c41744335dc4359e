"""Candidates for meetings: the names of one article that may be a meeting, joined where they name the same one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from huiyao.extract import meeting_names as naming
from huiyao.extract import meeting_numbers as numbers
from huiyao.extract.sentences import Span

_YEAR = re.compile(r"(?:19|20)\d\d")
_NOT_LETTERS = re.compile(r"[\s“”·•—\-]")
# 2026年全市教育工作会议 is 云州市教育工作会议.
_OF_THE_WHOLE = re.compile(r"^(?:(?:19|20)\d\d年?)?全(?=[省市县区州旗])")
_FAIR = re.compile(r".[博园]会$")
# 青山国－海州峰会 is of two sides; what stands between the dash and the noun is the other.
_SIDES = re.compile(r".{2,14}?－(?P<right>[\u4e00-\u9fff]{2,16}?)(?:领导人|首脑)?(?:峰会|论坛|会议)")
# Characters of a name that only tells the kind: 委员通道, 欢迎仪式.
_SAYS_LITTLE = 4


@dataclass(slots=True)
class Candidate:
    """A meeting in the making.

    `named` holds every place where it is named and `held` those where it is held, with the sentence of each; `told`
    the spans that say that it is, was or will be held.
    """

    name: str
    noun: str
    next_edition: bool = False
    named: list[tuple[naming.Name, Span]] = field(default_factory=list)
    held: list[tuple[naming.Name, Span]] = field(default_factory=list)
    told: list[Span] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)
    organizers: list[str] = field(default_factory=list)
    in_headline: bool = False
    reported: bool = False
    announced: bool = False
    parent: str | None = None

    def is_verbatim_end(self, noun: str) -> bool:
        """Whether the meeting is named in the text itself, more fully, by a name that ends so."""
        return self.name != noun and self.name.endswith(noun) and self.named[0][0].name == self.name

    def note_held(self, name: naming.Name, span: Span, told: Span) -> None:
        """Take the sentence, as far as it is about the meeting, for one that reports its holding."""
        self.reported = True
        self.held.append((name, span))
        self.told.append(told)
        self.named[-1] = (name, span)

    def absorb(self, other: Candidate) -> None:
        """Take over what is known under another name of the same meeting; one that says little gives way to it."""
        if len(self.name) <= _SAYS_LITTLE and len(other.name) > len(self.name):
            self.name, other.name = other.name, self.name
        self.named += other.named
        self.held += other.held
        self.told += other.told
        self.aliases |= other.aliases | {other.name}
        self.organizers += other.organizers
        self.in_headline |= other.in_headline
        self.reported |= other.reported


def merged(candidates: list[Candidate]) -> list[Candidate]:
    """Join the names of one meeting: a short form contained in a fuller name, or a subsequence of it."""
    kept: list[Candidate] = []
    for candidate in sorted(
        candidates, key=lambda each: (each.in_headline and not each.reported, -len(each.name), each.name)
    ):
        whole = next((other for other in kept if _same(candidate, other)), None)
        if whole:
            whole.absorb(candidate)
        else:
            kept.append(candidate)
    for candidate in kept:
        candidate.named.sort(key=lambda named: named[0].start)
    return kept


def _same(one: Candidate, other: Candidate) -> bool:
    if one.next_edition != other.next_edition or _meets_the_press(one) != _meets_the_press(other):
        return False
    if _differ(numbers.ordinal(one.name), numbers.ordinal(other.name)):
        return False
    if _differ(*(frozenset(_YEAR.findall(each.name)) or None for each in (one, other))):
        return False
    a, b = sorted((_letters(one.name), _letters(other.name)), key=len)
    # 中央政治局集体学习 is 中共中央政治局第十六次集体学习.
    alike = len(a) >= 5 and a[-2:] == b[-2:] and 0 <= b.find(a[:2]) < 3
    # 晋衔仪式 is 云州军区晋升军衔仪式: a short form that keeps the noun.
    short = len(a) == len(min(one.noun, other.noun, key=len)) + 2 and one.noun == other.noun
    return (a in b or ((alike or short or _is_fair(a, b)) and is_subsequence(a, b))) and not _of_others(a, b)


def _is_fair(short: str, full: str) -> bool:
    """Whether the one is called like a fair for short (云州园博会) and the other in full (云州国际园林博览会)."""
    return full.endswith("博览会") and _FAIR.search(short) is not None


def _of_others(short: str, full: str) -> bool:
    """Whether two names join one side with two others: 青山国－海州峰会, 青山国－海湾海州合作委员会峰会."""
    one, other = _SIDES.fullmatch(short), _SIDES.fullmatch(full)
    return one is not None and other is not None and not other["right"].startswith(one["right"])


def _meets_the_press(candidate: Candidate) -> bool:
    """Whether it is a press conference of a meeting (三次会议“代表通道”), which is no name of that meeting."""
    return naming.press_base(candidate.name) is not None or candidate.noun.endswith("通道")


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


@lru_cache(maxsize=256)  # each name is compared with all the others of its article
def _letters(name: str) -> str:
    return _OF_THE_WHOLE.sub("", _NOT_LETTERS.sub("", name))


def is_subsequence(short: str, full: str) -> bool:
    """Whether all characters of the one stand in the other in the same order."""
    at = 0
    for char in short:
        at = full.find(char, at) + 1
        if not at:
            return False
    return True

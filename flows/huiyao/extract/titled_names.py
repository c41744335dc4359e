"""Names with their title behind (云州大学林小田教授), and lists of names without any (林小田、周大山等8位委员先后发言)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from huiyao import lexicon
from huiyao.extract import foreign_names, names
from huiyao.extract.name_frames import HONORIFIC, right
from huiyao.extract.positions import Position, left_boundary, parse_positions, title_at_end
from huiyao.extract.sentences import Span

Introduced = tuple[int, int, tuple[Position, ...]]

# 住在三号楼的林小田女士: who is called so, whatever stands before.
_CALLED = re.compile("女士|先生")
_LONGEST = 12  # code points of a name with a title behind it
# 84岁的林小田: how old somebody is; 林小田，女，1986年生: what a profile begins with.
_AGED = re.compile("岁的|[05]后”")
_DESCRIBES = ("岁", "后”", "男", "女", "今年")  # what each of them holds; most sentences hold none
_PROFILED = re.compile(r"[，,（(][男女][，,]|今年[\d零一二三四五六七八九十]{1,3}岁?[，,。]")
# Titles that stand behind names; nobody is called 林小田代表, 林小田居民.
_FOLLOWS_NAMES = re.compile(r"(?:长|主任|书记|主席|教授|院士|研究员|委员|总裁|经理|总监)(?![们级])")
# Whoever bears these is spoken of and cited everywhere: 习某某总书记的重要讲话.
_OF_STATE = frozenset(("总书记", "主席", "国家主席", "委员长"))
# What a name begins behind: a pause, a word that joins, or the last character of a body.
_BOUNDARIES = frozenset("，,。；;：:！？”）)、 \n和与由请的")
_ENDS_BODY = frozenset("院部司局会所室系处委团学心校厂办队组社协联盟府市县区省州镇乡村厅科署站行馆")


def titled_behind(text: str, start: int, end: int) -> Iterator[Introduced]:
    """Yield (start, end, positions) of each name right before a title.

    A body stands before the name (云州大学林小田教授), or it heads its clause and speaks (林小田教授认为).
    """
    last = start
    for place in (match.end() for match in _FOLLOWS_NAMES.finditer(text, start, end)):
        before, last = last, place
        found = (
            title_at_end().search(text[max(start, place - _LONGEST) : place]) if right().match(text, place) else None
        )
        title = found["title"] if found else None
        if title is None or title in _OF_STATE:
            continue
        at = place - len(title)
        name_start = _name_before(text, start, at)
        if name_start is None or names.name_at(text, place) is not None:
            continue
        positions = _positions(text, before, name_start, title)
        if any(each.organization for each in positions) or _speaks_behind(text, place):
            yield name_start, at, positions


def called(text: str, start: int, end: int) -> Iterator[Introduced]:
    """Yield each full name in front of an honorific, behind a pause or a description (住在城东的林小田女士)."""
    for match in _CALLED.finditer(text, start, end):
        for at in (match.start() - 3, match.start() - 2):
            if at > start and text[at - 1] in "，。的" and names.looks_like_name(text[at : match.start()]):
                yield at, match.start(), ()
                break


def described(text: str, start: int, end: int) -> Iterator[Introduced]:
    """Yield each name behind an age (84岁的林小田), and in front of what a profile begins with (林小田，女，…)."""
    if not any(text.find(sign, start, end) >= 0 for sign in _DESCRIBES):
        return
    for match in _AGED.finditer(text, start, end):
        until = names.name_at(text, match.end())
        if until and until <= end and names.has_name_form(text[match.end() : until]):
            yield match.end(), until, ()
    for match in _PROFILED.finditer(text, start, end):
        at = _name_before(text, start, match.start())
        if at is not None:
            yield at, match.start(), ()


def _name_before(text: str, start: int, end: int) -> int | None:
    """Return where the name begins that ends here, the longer first; None where none does."""
    for at in (end - 3, end - 2):
        if at < start or not (at == start or text[at - 1] in _BOUNDARIES or text[at - 1] in _ENDS_BODY):
            continue
        if text[end - 1] not in _ENDS_BODY and names.looks_like_name(text[at:end]):
            return at
    return None


def _positions(text: str, start: int, name_start: int, title: str) -> tuple[Position, ...]:
    """Return the position that the body before a name and the title behind it make; the title alone without a body."""
    if name_start == start or text[name_start - 1] not in _ENDS_BODY:
        return (Position(title, None, title),)
    body = text[left_boundary(text, max(start, name_start - 60), name_start) : name_start]
    _, positions = parse_positions(f"{body}{title}")
    return positions if positions and positions[-1].organization else ()


@cache
def _says() -> re.Pattern[str]:
    return re.compile(rf"(?:在[^，,。]{{1,12}}中)?(?:{lexicon.alternation('cues', 'say')}|{HONORIFIC}?致辞)")


def _speaks_behind(text: str, at: int) -> bool:
    return bool(_says().match(text, at))


# 等8位委员先后发言: what a list of names does one after the other.
_IN_TURN = re.compile(
    r"(?:先后|分别|依次|相继|踊跃|积极)(?=[^，,。]{0,12}(?:发言|致辞|汇报|介绍|演讲|建言|述职))|作(?=(?:交流|典型|表态|书面|大会)发言)|围绕(?=[^，,。；]{2,40}(?:展开|进行|开展)[^，,。；]{0,6}(?:讨论|对话|交流|探讨|研讨|分享))"
)
_AND_OTHERS = re.compile(r"等[\d一二三四五六七八九十余多]{0,3}[位名]?[^，,。、]{0,8}$")
_MOST = 120  # code points of a list that are read


def listed_in_turn(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the names of a list without titles that heads its clause and speaks in turn."""
    for match in _IN_TURN.finditer(text, start, end):
        left = max(start, match.start() - _MOST)
        left = max(left, *(text.rfind(mark, left, match.start()) + 1 for mark in "，,。；;：:\n"))
        parts = _AND_OTHERS.sub("", text[left : match.start()]).split("、")
        if len(parts) > 1 and _are_names(parts):
            for part in parts:
                yield left, left + len(part)
                left += len(part) + 1


def _are_names(parts: list[str]) -> bool:
    """Whether all parts have the form of names, and most of them hold no word (欧长安 among others)."""
    return all(names.has_name_form(part) or _is_name(part) for part in parts) and 2 * sum(map(_is_name, parts)) > len(
        parts
    )


def _is_name(part: str) -> bool:
    return names.looks_like_name(part) or foreign_names.looks_foreign(part)

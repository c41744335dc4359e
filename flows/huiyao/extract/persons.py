"""Persons of an article: who is named, with which positions, and every place where they are mentioned again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from huiyao import lexicon
from huiyao.extract import foreign_names, names, tokens
from huiyao.extract.cues import cue_heads
from huiyao.extract.mentions import locate_mentions
from huiyao.extract.occurrences import finds
from huiyao.extract.people import People
from huiyao.extract.positions import (
    Position,
    behind_byline,
    ends_title,
    left_boundary,
    parse_positions,
    title_ends,
    title_pattern,
    title_tails,
)
from huiyao.extract.sentences import Span
from huiyao.extract.titled_names import called, described, listed_in_turn, titled_behind

_NEXT_IN_LIST = re.compile(r"\s*[、]\s*|\s+和\s*|(?:和|与|及|以及)")


def find_people(text: str, passages: list[Span]) -> People:
    """Return the persons whom a title introduces in the passages, with all mentions of their names there."""
    people = People()
    tails = [title_tails(text, start, end) for start, end in passages]
    for (start, end), places in zip(passages, tails, strict=True):
        for name_start, name_end, positions in chain(
            _introduced(text, start, end, places),
            _appointed(text, start, end),
            titled_behind(text, start, end),
            called(text, start, end),
            described(text, start, end),
        ):
            people.add(text[name_start:name_end], (name_start, name_end), positions)
        for name_start, name_end in listed_in_turn(text, start, end):
            people.add(text[name_start:name_end], (name_start, name_end), ())
    for (start, end), places in zip(passages, tails, strict=True):
        for name_start, name_end, positions in _on_stage(text, start, end, people, places):
            people.add(text[name_start:name_end], (name_start, name_end), positions)
    for start, end in passages:
        for name, name_start, positions in _sure_elsewhere(text, start, end, people):
            people.add(name, (name_start, name_start + len(name)), positions)
    locate_mentions(text, passages, people)
    return people


_ACTS = re.compile(r"主持(?!人)|致辞|致词|宣读|出席|讲话|发言|陪同|作(?:总结|动员|工作|交流|主旨|专题)")
# What shows a name with its title behind to act: 林某某市长来到…
_SAYS = re.compile(rf"{_ACTS.pattern}|发表|指出|强调|要求|希望|提出|表示|说，|来到|在")
_SAYS_FIRST = frozenset(option[0] for option in _SAYS.pattern.split("|"))
_STAGE_MARKS = frozenset("。，；\n：）")
# The mark before a name with the longest of the titles behind it.
_STAGE_HEAD = re.compile(rf"[{''.join(sorted(_STAGE_MARKS))}](?=[\u4e00-\u9fff]{{4,19}}$)")


@cache
def _stage() -> re.Pattern[str]:
    """Return the pattern of a name that presides, speaks or attends, perhaps with its title behind (林某某委员长主持)."""
    title = lexicon.alternation("titles", "party", "state")
    return re.compile(
        rf"(?<=[{''.join(sorted(_STAGE_MARKS))}])(?P<name>[\u4e00-\u9fff]{{2,3}}?)(?:(?={_ACTS.pattern})|(?P<title>{title})(?={_SAYS.pattern}))"
    )


def _stage_places(text: str, start: int, end: int, tails: list[int]) -> list[int]:
    """Return where such a name may begin, in order: so far before what it does, or before where its title ends."""
    heads: set[int] = set()
    for match in _ACTS.finditer(text, start, end):
        at = match.start()
        heads.update(place for place in (at - 3, at - 2) if text[place - 1 : place] in _STAGE_MARKS)
    for at in tails:
        if text[at] in _SAYS_FIRST and _SAYS.match(text, at, end):
            mark = _STAGE_HEAD.search(text, max(0, start - 1, at - 20), at)
            heads.update((mark.end(),) if mark else ())
    return sorted(place for place in heads if place >= start) if heads else []


def _on_stage(
    text: str, start: int, end: int, people: People, tails: list[int]
) -> Iterator[tuple[int, int, tuple[Position, ...]]]:
    """Yield (start, end, positions) of each name without a title in front that opens a clause and acts at a meeting."""
    for at in _stage_places(text, start, end, tails):
        match = _stage().match(text, at, end)
        if match is None:
            continue
        name = match["name"]
        if name in people.persons or names.name_at(text, at) != match.end("name"):
            continue
        if (match["title"] and names.has_name_form(name)) or names.looks_like_name(name):
            positions = parse_positions(match["title"])[1] if match["title"] else ()
            yield match.start("name"), match.end("name"), positions


_OPENS_SENTENCE = re.compile(r"[。！？；;\n”](?=[\u4e00-\u9fff]{2,}$)")
_LONGEST_SPEAKER = 8  # code points of a name in no familiar form, and of 还, 也 or 进一步 behind it


@cache
def _speaks() -> re.Pattern[str]:
    """Return the pattern of what opens a sentence and speaks."""
    say = lexicon.alternation("cues", "say")
    return re.compile(rf"(?P<name>[\u4e00-\u9fff]{{2,5}}?)(?:还|也|进一步)?{say}(?=[，,：:。])")


@cache
def _says() -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternation('cues', 'say')}(?=[，,：:。])")


def _openers(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what opens a sentence and speaks: few cues have a mark right before such a short subject."""
    behind = start
    for at in cue_heads(text, start, end):
        if not _says().match(text, at, end):
            continue
        mark = _OPENS_SENTENCE.search(text, max(behind - 1, 0, at - _LONGEST_SPEAKER - 1), at)
        found = _speaks().match(text, mark.end(), end) if mark else None
        if found:
            behind = found.end() + 1
            yield found


def _sure_elsewhere(text: str, start: int, end: int, people: People) -> Iterator[tuple[str, int, tuple[Position, ...]]]:
    """Yield names in no familiar form that speak in one place and stand behind a title in another (博思帆)."""
    seen: set[str] = set()
    for match in _openers(text, start, end):
        name = match["name"]
        if name in seen or name in people.persons or tokens.is_common_word(name):
            continue
        seen.add(name)
        if any(foreign_names.japanese_surname(known) == name for known in people.persons):
            continue  # the surname of one who is known
        for place in finds(text, name, 0, end):
            if text[place - 1 : place] not in title_ends():
                continue
            kept, positions = parse_positions(text[left_boundary(text, max(0, place - 60), place) : place])
            if positions and kept:
                yield name, place, positions
                break


def _introduced(text: str, start: int, end: int, tails: list[int]) -> Iterator[tuple[int, int, tuple[Position, ...]]]:
    """Yield (start, end, positions) of each name behind a title, and of the names listed with it."""
    last_end = start
    for place in tails:
        at = foreign_names.behind_original(text, place)
        if at < last_end or text[at] == "兼" or behind_byline(text, place):
            continue
        name_end = names.name_at(text, at)
        if (
            name_end is None
            or name_end > end
            or _is_place(text, place, name_end)
            or not ends_title(text, start, place, end)
        ):
            continue
        left = left_boundary(text, max(start, last_end), place)
        _, positions = parse_positions(text[left:place])
        if not positions or _is_titled_name(positions):
            continue
        yield at, name_end, positions
        last_end = name_end
        for more_start, more_end in _listed(text, name_end, end):
            yield more_start, more_end, positions
            last_end = more_end


def positions_before(text: str, at: int) -> tuple[Position, ...]:
    """Return the positions that stand right before a name."""
    kept, positions = parse_positions(text[left_boundary(text, max(0, at - 100), at) : at])
    return positions if kept else ()


def _is_titled_name(positions: tuple[Position, ...]) -> bool:
    """Whether the title goes with the name before it (习近平主席在上海…), and not with what follows."""
    organization = positions[0].organization
    if len(positions) > 1 or organization is None or _IS_BODY.search(organization):
        return False
    return names.looks_like_name(organization) and not foreign_names.is_transliterated(organization)


# 钱库镇镇长 and 安监局局长 begin with surnames and are no names.
_IS_BODY = re.compile("[省市县区州镇乡村局委部厅院办处科所]$")
_TOWN = re.compile(r"[省市区县州镇乡村]长")


def _is_place(text: str, at: int, name_end: int) -> bool:
    """Whether 市长, 区长 … with what follows is no office with a name but 市 + 长春…: no surname follows."""
    if name_end - at > 2 or not _TOWN.match(text, at - 2) or names.surname_length(text, at):
        return False
    return not foreign_names.is_transliterated(text[at:name_end])


_TAKES_OFFICE = re.compile(
    r"[。：:；;，,\n\s](?P<name>[\u4e00-\u9fff]{2,4}?)(?:同志)?(?:任|担任|出任|当选为?)(?=[^务何])"
)
_OFFICE = re.compile(r"(?:[^，,。；;：:！？\n（）]|（[^（）]*）)+")


def _appointed(text: str, start: int, end: int) -> Iterator[tuple[int, int, tuple[Position, ...]]]:
    """Yield (start, end, positions) of each name in the frame 某某任某职."""
    if text.find("任", start, end) < 0 and text.find("当选", start, end) < 0:
        return
    for match in _TAKES_OFFICE.finditer(text, max(0, start - 1), end):
        office = _OFFICE.match(text, match.end(), end)
        if office and names.looks_like_name(match["name"]):
            kept, positions = parse_positions(office.group())
            if positions and kept == office.group():
                yield match.start("name"), match.end("name"), positions


def _listed(text: str, at: int, end: int) -> Iterator[Span]:
    """Yield the further names of a list that shares one title: 副主席甲、乙、丙."""
    while True:
        joint = _NEXT_IN_LIST.match(text, at, end)
        if not joint:
            return
        name_end = names.name_at(text, joint.end())
        if name_end is None or not _ends_in_list(text, joint.end(), name_end):
            return
        yield joint.end(), name_end
        at = name_end


def _ends_in_list(text: str, start: int, end: int) -> bool:
    surname = names.surname_length(text, start)
    return bool(surname) and end - start <= surname + 2 and not title_pattern().match(text, start)

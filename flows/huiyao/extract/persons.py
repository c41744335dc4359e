"""Persons of an article: who is named, with which positions, and every place where they are mentioned again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from operator import attrgetter, itemgetter

from huiyao import lexicon
from huiyao.extract import names, tokens
from huiyao.extract.positions import (
    Position,
    ends_title,
    left_boundary,
    parse_positions,
    title_ends,
    title_pattern,
    title_tails,
)
from huiyao.extract.sentences import Span

_NEXT_IN_LIST = re.compile(r"\s*[、]\s*|\s+和\s*|(?:和|与|及|以及)")


@dataclass(slots=True)
class Person:
    """A person of one article. `named_at` is the mention that gives the positions (or the first one)."""

    name: str
    named_at: Span
    positions: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a person is named; `start` includes the positions in front, `end` a title or honorific behind."""

    name: str
    start: int
    name_start: int
    name_end: int
    end: int


_NAME_START = attrgetter("name_start")


@dataclass(slots=True)
class People:
    """The persons of an article by name, and their mentions in the order of the text."""

    persons: dict[str, Person] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    located: int = 0  # how many persons the mentions are of

    def add(self, name: str, at: Span, positions: tuple[Position, ...]) -> None:
        """Note a person; the first mention with positions, or later the one with more, gives the positions."""
        known = self.persons.get(name)
        if known is None:
            self.persons[name] = Person(name, at, positions)
        elif len(_spelled(positions)) > len(_spelled(known.positions)):
            known.positions, known.named_at = positions, at

    def within(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that lie in `[start, end)`."""
        first = bisect_left(self.mentions, start, key=_NAME_START)
        last = bisect_left(self.mentions, end, first, key=_NAME_START)
        return [mention for mention in self.mentions[first:last] if mention.name_end <= end]


def _spelled(positions: tuple[Position, ...]) -> str:
    return "".join(position.text for position in positions)


def find_people(text: str, passages: list[Span]) -> People:
    """Return the persons whom a title introduces in the passages, with all mentions of their names there."""
    people = People()
    for start, end in passages:
        for name_start, name_end, positions in chain(_introduced(text, start, end), _appointed(text, start, end)):
            people.add(text[name_start:name_end], (name_start, name_end), positions)
    for start, end in passages:
        for name_start, name_end, positions in _on_stage(text, start, end, people):
            people.add(text[name_start:name_end], (name_start, name_end), positions)
    for start, end in passages:
        for name, name_start, positions in _sure_elsewhere(text, start, end, people):
            people.add(name, (name_start, name_start + len(name)), positions)
    locate_mentions(text, passages, people)
    return people


_ACTS = re.compile(r"主持(?!人)|致辞|致词|宣读|出席|讲话|发言|陪同|作(?:总结|动员|工作|交流|主旨|专题)")


@cache
def _stage() -> re.Pattern[str]:
    """Return the pattern of a name that presides, speaks or attends, perhaps with its title behind (林某某委员长主持)."""
    return re.compile(
        rf"(?<=[。，；\n：）])(?P<name>[\u4e00-\u9fff]{{2,3}}?)(?P<title>{lexicon.alternation('titles', 'party', 'state')})?(?={_ACTS.pattern})"
    )


def _on_stage(text: str, start: int, end: int, people: People) -> Iterator[tuple[int, int, tuple[Position, ...]]]:
    """Yield (start, end, positions) of each name without a title in front that opens a clause and acts at a meeting."""
    if not _ACTS.search(text, start, end):
        return
    for match in _stage().finditer(text, start, end):
        name = match["name"]
        if name in people.persons or names.name_at(text, match.start()) != match.end("name"):
            continue
        if (match["title"] and names.has_name_form(name)) or names.looks_like_name(name):
            positions = parse_positions(match["title"])[1] if match["title"] else ()
            yield match.start("name"), match.end("name"), positions


@cache
def _speaks() -> re.Pattern[str]:
    """Return the pattern of what opens a sentence and speaks; the search begins at the mark before the sentence."""
    say = lexicon.alternation("cues", "say")
    return re.compile(rf"[。！？；;\n”](?P<name>[\u4e00-\u9fff]{{2,5}}?)(?:还|也|进一步)?{say}(?=[，,：:。])")


def _sure_elsewhere(text: str, start: int, end: int, people: People) -> Iterator[tuple[str, int, tuple[Position, ...]]]:
    """Yield names in no familiar form that speak in one place and stand behind a title in another (博思帆)."""
    seen: set[str] = set()
    for match in _speaks().finditer(text, max(0, start - 1), end):
        name = match["name"]
        if name in seen or name in people.persons or tokens.is_common_word(name):
            continue
        seen.add(name)
        for place in _finds(text, name, 0, end):
            kept, positions = parse_positions(text[left_boundary(text, max(0, place - 60), place) : place])
            if positions and kept:
                yield name, place, positions
                break


def _introduced(text: str, start: int, end: int) -> Iterator[tuple[int, int, tuple[Position, ...]]]:
    """Yield (start, end, positions) of each name behind a title, and of the names listed with it."""
    last_end = start
    for at in title_tails(text, start, end):
        if at < last_end:
            continue
        name_end = names.name_at(text, at)
        if name_end is None or name_end > end or _is_place(text, at, name_end) or not ends_title(text, start, at, end):
            continue
        left = left_boundary(text, max(start, last_end), at)
        _, positions = parse_positions(text[left:at])
        if not positions or _is_titled_name(positions):
            continue
        yield at, name_end, positions
        last_end = name_end
        for more_start, more_end in _listed(text, name_end, end):
            yield more_start, more_end, positions
            last_end = more_end


def _is_titled_name(positions: tuple[Position, ...]) -> bool:
    """Whether the title goes with the name before it (习近平主席在上海…), and not with what follows."""
    organization = positions[0].organization
    return len(positions) == 1 and organization is not None and names.looks_like_name(organization)


_TOWN = re.compile(r"[省市区县州镇乡村]长")


def _is_place(text: str, at: int, name_end: int) -> bool:
    """Whether 市长, 区长 … with what follows is no office with a name but 市 + 长春…: no surname follows."""
    return name_end - at < 3 and bool(_TOWN.match(text, at - 2)) and not names.surname_length(text, at)


_TAKES_OFFICE = re.compile(
    r"(?<=[。：:；;，,\n\s])(?P<name>[\u4e00-\u9fff]{2,4}?)(?:同志)?(?:任|担任|出任|当选为?)(?=[^务何])"
)
_APPOINTS = re.compile("任|当选")
_OFFICE = re.compile(r"(?:[^，,。；;：:！？\n（）]|（[^（）]*）)+")


def _appointed(text: str, start: int, end: int) -> Iterator[tuple[int, int, tuple[Position, ...]]]:
    """Yield (start, end, positions) of each name in the frame 某某任某职."""
    if not _APPOINTS.search(text, start, end):
        return
    for match in _TAKES_OFFICE.finditer(text, start, end):
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


def locate_mentions(text: str, passages: list[Span], people: People) -> None:
    """Fill `people.mentions` with every place in the passages where a known person is named, in full or for short."""
    if people.located == len(people.persons):
        return  # nobody has joined since
    people.located = len(people.persons)
    people.mentions.clear()
    forms = {name: name for name in people.persons} | _short_forms(people)
    for form, at, passage in _places_of(forms, text, passages):
        people.mentions.append(_mention(text, forms[form], at, at + len(form), passage))
    people.mentions.extend(_by_surname(text, passages, people))
    people.mentions.sort(key=_NAME_START)


def _places_of(forms: Iterable[str], text: str, passages: list[Span]) -> Iterator[tuple[str, int, Span]]:
    """Yield form, place and passage of each occurrence of a form, the longest of those that overlap."""
    places = sorted((at, -len(form), form) for form in forms for at in _finds(text, form, 0, len(text)))
    for start, end in passages:
        free = start
        first, last = (bisect_left(places, edge, key=itemgetter(0)) for edge in (start, end))
        for at, _, form in places[first:last]:
            if free <= at <= end - len(form):
                yield form, at, (start, end)
                free = at + len(form)


def _finds(text: str, form: str, start: int, end: int) -> Iterator[int]:
    at = text.find(form, start, end)
    while at >= 0:
        yield at
        at = text.find(form, at + 1, end)


def _short_forms(people: People) -> dict[str, str]:
    """Return the last part of each dotted name (霍夫曼 for 莉娜·霍夫曼) that belongs to one person only."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for name in people.persons:
        last = re.split("[·•・]", name)[-1]
        if last != name and len(last) > 1:
            shared |= {last} & found.keys()
            found[last] = name
    return {short: name for short, name in found.items() if short not in shared and short not in people.persons}


_CLAUSE_HEAD = frozenset("，,。；;：:！？”\n“过")


@cache
def _deputy_or_title() -> re.Pattern[str]:
    return re.compile(f"副?{lexicon.alternation('titles')}")


def _by_surname(text: str, passages: list[Span], people: People) -> Iterator[Mention]:
    """Yield the mentions by surname and title at the head of a clause (鲁警官, 韦局长), where one person bears the surname."""
    for surname, name in _only_bearers(people):
        for start, end in passages:
            for at in _finds(text, surname, start, end):
                if text[at - 1 : at] not in _CLAUSE_HEAD or text.startswith(name, at):
                    continue
                title = _deputy_or_title().match(text, at + len(surname), end)
                if title:
                    yield Mention(name, at, at, at + len(surname), title.end())


def _only_bearers(people: People) -> Iterator[tuple[str, str]]:
    """Yield each surname that one person alone bears, with the name of that person."""
    for surname in sorted({name[: names.surname_length(name, 0)] for name in people.persons} - {""}):
        bearers = [name for name in people.persons if name.startswith(surname) and len(name) <= len(surname) + 2]
        if len(bearers) == 1:
            yield surname, bearers[0]


_SUFFIX = re.compile(names.HONORIFIC)


def _mention(text: str, name: str, at: int, until: int, passage: Span) -> Mention:
    """Return the mention of a name at `text[at:until]`, with the positions in front and the title behind it."""
    start, end = passage
    kept = ""
    if at > start and text[at - 1] in title_ends():
        kept, _ = parse_positions(text[left_boundary(text, start, at) : at])
    behind = _SUFFIX.match(text, until, end) or title_pattern().match(text, until, end)
    return Mention(name, at - len(kept), at, until, behind.end() if behind else until)

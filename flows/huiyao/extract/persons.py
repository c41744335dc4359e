"""Persons of an article: who is named, with which positions, and every place where they are mentioned again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

from huiyao import lexicon
from huiyao.extract import names, tokens
from huiyao.extract.positions import Position, parse_positions, title_pattern
from huiyao.extract.sentences import Span

_BOUNDARY = re.compile(r"[。！？；;：:\s，,“”]")
_BYLINE = re.compile(r"(?:记者|通讯员|实习生|摄影|(?<!总)编辑|作者|文/|图/)\s*$")
_NEXT_IN_LIST = re.compile(r"\s*[、]\s*|\s+和\s*|(?:和|与|及|以及)")


@dataclass(slots=True)
class Person:
    """A person of one article. `named_at` is the mention that gives the positions (or the first one)."""

    name: str
    named_at: Span
    positions: list[Position] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a person is named; `start` includes the positions in front, `end` a title or honorific behind."""

    name: str
    start: int
    name_start: int
    name_end: int
    end: int


@dataclass(slots=True)
class People:
    """The persons of an article by name, and their mentions in the order of the text."""

    persons: dict[str, Person] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)

    def add(self, name: str, at: Span, positions: list[Position]) -> None:
        """Note a person; the first mention with positions, or later the one with more, gives the positions."""
        known = self.persons.get(name)
        if known is None:
            self.persons[name] = Person(name, at, positions)
        elif len(_spelled(positions)) > len(_spelled(known.positions)):
            known.positions, known.named_at = positions, at

    def within(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that lie in `[start, end)`."""
        first = bisect_left(self.mentions, start, key=lambda mention: mention.name_start)
        last = bisect_left(self.mentions, end, key=lambda mention: mention.name_start)
        return [mention for mention in self.mentions[first:last] if mention.name_end <= end]


def _spelled(positions: list[Position]) -> str:
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


@cache
def _stage() -> re.Pattern[str]:
    """Return the pattern of a name that presides, speaks or attends, perhaps with its title behind (林某某委员长主持)."""
    acts = r"主持(?!人)|致辞|致词|宣读|出席|讲话|发言|陪同|作(?:总结|动员|工作|交流|主旨|专题)"
    return re.compile(
        rf"(?<=[。，；\n：）])(?P<name>[\u4e00-\u9fff]{{2,3}}?)(?P<title>{lexicon.alternation('titles', 'party', 'state')})?(?={acts})"
    )


def _on_stage(text: str, start: int, end: int, people: People) -> Iterator[tuple[int, int, list[Position]]]:
    """Yield (start, end, positions) of each name without a title in front that opens a clause and acts at a meeting."""
    for match in _stage().finditer(text, start, end):
        name = match["name"]
        if name in people.persons or names.name_at(text, match.start()) != match.end("name"):
            continue
        if (match["title"] and names.has_name_form(name)) or names.looks_like_name(name):
            positions = parse_positions(match["title"])[1] if match["title"] else []
            yield match.start("name"), match.end("name"), positions


@cache
def _speaks() -> re.Pattern[str]:
    return re.compile(
        rf"(?<=[。！？；;\n”])(?P<name>[\u4e00-\u9fff]{{2,5}}?)(?:还|也|进一步)?{lexicon.alternation('cues', 'say')}[，,：:。]"
    )


def _sure_elsewhere(text: str, start: int, end: int, people: People) -> Iterator[tuple[str, int, list[Position]]]:
    """Yield names in no familiar form that speak in one place and stand behind a title in another (博思帆)."""
    seen: set[str] = set()
    for match in _speaks().finditer(text, start, end):
        name = match["name"]
        if name in seen or name in people.persons or tokens.is_common_word(name):
            continue
        seen.add(name)
        for place in re.finditer(re.escape(name), text[:end]):
            left = _left_boundary(text, max(0, place.start() - 60), place.start())
            kept, positions = parse_positions(text[left : place.start()])
            if positions and kept:
                yield name, place.start(), positions
                break


def _introduced(text: str, start: int, end: int) -> Iterator[tuple[int, int, list[Position]]]:
    """Yield (start, end, positions) of each name behind a title, and of the names listed with it."""
    last_end = start
    for title in title_pattern().finditer(text, start, end):
        at = title.end()
        if at < last_end:
            continue
        name_end = names.name_at(text, at)
        if (
            name_end is None
            or name_end > end
            or _is_place(text, title, name_end)
            or _BYLINE.search(text, max(start, title.start() - 4), at)
        ):
            continue
        left = _left_boundary(text, max(start, last_end), at)
        _, positions = parse_positions(text[left:at])
        if not positions or _is_titled_name(positions):
            continue
        yield at, name_end, positions
        last_end = name_end
        for more_start, more_end in _listed(text, name_end, end):
            yield more_start, more_end, positions
            last_end = more_end


def _is_titled_name(positions: list[Position]) -> bool:
    """Whether the title goes with the name before it (习近平主席在上海…), and not with what follows."""
    organization = positions[0].organization
    return len(positions) == 1 and organization is not None and names.looks_like_name(organization)


_TOWN = re.compile(r"[省市区县州镇乡村]长$")


def _is_place(text: str, title: re.Match[str], name_end: int) -> bool:
    """Whether 市长, 区长 … with what follows is no office with a name but 市 + 长春…: no surname follows."""
    return (
        bool(_TOWN.search(title.group())) and not names.surname_length(text, title.end()) and name_end - title.end() < 3
    )


_TAKES_OFFICE = re.compile(
    r"(?<=[。：:；;，,\n\s])(?P<name>[\u4e00-\u9fff]{2,4}?)(?:同志)?(?:任|担任|出任|当选为?)(?=[^务何])"
)
_OFFICE = re.compile(r"(?:[^，,。；;：:！？\n（）]|（[^（）]*）)+")


def _appointed(text: str, start: int, end: int) -> Iterator[tuple[int, int, list[Position]]]:
    """Yield (start, end, positions) of each name in the frame 某某任某职."""
    for match in _TAKES_OFFICE.finditer(text, start, end):
        office = _OFFICE.match(text, match.end(), end)
        if office and names.looks_like_name(match["name"]):
            kept, positions = parse_positions(office.group())
            if positions and kept == office.group():
                yield match.start("name"), match.end("name"), positions


def _left_boundary(text: str, start: int, at: int) -> int:
    """Return where the words before a name begin: behind the last punctuation outside brackets."""
    left, joined = start, []
    for match in _BOUNDARY.finditer(text, start, at):
        if text.rfind("（", start, match.start()) > text.rfind("）", start, match.start()):
            continue
        joined.append((left, match))
        left = match.end()
    left = max(left, at - 100)  # no run of positions is longer
    while joined and _lists_positions(text, *joined[-1]):
        left, _ = joined.pop()
    return left


def _lists_positions(text: str, left: int, match: re.Match[str]) -> bool:
    """Whether a comma stands between two positions of one person: 市委常委、秘书长，高新区党工委书记某某."""
    if match.group() not in "，," or text[match.start() - 1] not in _title_ends():
        return False
    kept, positions = parse_positions(text[left : match.start()])
    return bool(positions) and kept == text[left : match.start()] and positions[0].organization is not None


@cache
def _title_ends() -> frozenset[str]:
    """Return the characters that titles end in; what ends in none of them holds no position."""
    return frozenset(word[-1] for word in lexicon.words("titles")) | {"理"}


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
    people.mentions.clear()
    forms = {name: name for name in people.persons} | _short_forms(people)
    if not forms:
        return
    pattern = re.compile("|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))))
    titled = _surname_and_title(people)
    for start, end in passages:
        for match in pattern.finditer(text, start, end):
            people.mentions.append(_mention(text, match, forms[match.group()], start, end))
        for match in titled.finditer(text, start, end) if titled else ():
            name = _by_surname(people, match["surname"])
            if name and not text.startswith(name, match.start()):
                people.mentions.append(Mention(name, match.start(), match.start(), match.end("surname"), match.end()))
    people.mentions.sort(key=lambda mention: mention.name_start)


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


def _surname_and_title(people: People) -> re.Pattern[str] | None:
    """Return the pattern of a known surname with a title at the head of a clause: 鲁警官, 韦局长."""
    surnames = {name[: names.surname_length(name, 0)] for name in people.persons if names.surname_length(name, 0)}
    if not surnames:
        return None
    return re.compile(
        rf"(?<=[，,。；;：:！？”\n“过])(?P<surname>{lexicon.one_of(surnames)})(?:副)?{lexicon.alternation('titles')}"
    )


def _by_surname(people: People, surname: str) -> str | None:
    bearers = [name for name in people.persons if name.startswith(surname) and len(name) <= len(surname) + 2]
    return bearers[0] if len(bearers) == 1 else None


_SUFFIX = re.compile(names.HONORIFIC)


def _mention(text: str, match: re.Match[str], name: str, start: int, end: int) -> Mention:
    kept = ""
    if match.start() > start and text[match.start() - 1] in _title_ends():
        kept, _ = parse_positions(text[_left_boundary(text, start, match.start()) : match.start()])
    behind = _SUFFIX.match(text, match.end(), end) or title_pattern().match(text, match.end(), end)
    return Mention(name, match.start() - len(kept), match.start(), match.end(), behind.end() if behind else match.end())

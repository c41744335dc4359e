"""Every place where a person of the article is mentioned: by name, in short, by surname and title, by title alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from operator import attrgetter, itemgetter

from huiyao import lexicon
from huiyao.extract import foreign_names, names
from huiyao.extract.bare_titles import bare_titles, holders
from huiyao.extract.name_frames import HONORIFIC
from huiyao.extract.occurrences import finds
from huiyao.extract.people import Mention, People
from huiyao.extract.positions import left_boundary, parse_positions, title_ends, title_pattern
from huiyao.extract.sentences import Span


def locate_mentions(text: str, passages: list[Span], people: People) -> None:
    """Fill `people.mentions` with every place in the passages where a known person is named, in full or for short."""
    if people.located == len(people.persons):
        return  # nobody has joined since
    people.located = len(people.persons)
    forms = {name: name for name in people.persons} | _short_forms(people)
    found = [
        _mention(text, forms[form], at, at + len(form), passage)
        for form, at, passage in _places_of(forms, text, passages)
    ]
    found += _by_surname(text, passages, people)
    found += _by_bare_title(text, passages, people, {mention.name_start for mention in found})
    people.mention(_apart(text, found))


_JOINT = re.compile("[和与及、]|以及")


def _apart(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """Yield the mentions in order, each behind the one it is joined to: 主席甲和秘书长乙 are two, each with a title."""
    last = 0
    for mention in sorted(mentions, key=attrgetter("name_start")):
        if mention.start < last and (joint := _JOINT.match(text, last, mention.name_start)):
            mention = replace(mention, start=joint.end())
        yield mention
        last = mention.name_end


def _places_of(forms: Iterable[str], text: str, passages: list[Span]) -> Iterator[tuple[str, int, Span]]:
    """Yield form, place and passage of each occurrence of a form, the longest of those that overlap."""
    places = sorted((at, -len(form), form) for form in forms for at in finds(text, form, 0, len(text)))
    for start, end in passages:
        free = start
        first, last = (bisect_left(places, edge, key=itemgetter(0)) for edge in (start, end))
        for at, _, form in places[first:last]:
            if free <= at <= end - len(form):
                yield form, at, (start, end)
                free = at + len(form)


def _by_bare_title(text: str, passages: list[Span], people: People, named: set[int]) -> Iterator[Mention]:
    """Yield the mentions by a title alone that means the one person who holds it; `named` is where names begin."""
    held = holders({person.name: [each.title for each in person.positions] for person in people.persons.values()})
    for start, end in passages if held else ():
        for name, (at, until) in bare_titles(text, start, end, held):
            if until not in named and names.name_at(text, until) is None:
                yield Mention(name, at, at, until, until)


def _short_forms(people: People) -> dict[str, str]:
    """Return what is short for one person only: the last part of a dotted name (霍夫曼), the surname of a Japanese one."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for name in people.persons:
        last = foreign_names.japanese_surname(name) or re.split("[·•・]", name)[-1]
        if last != name and len(last) > 1:
            shared |= {last} & found.keys()
            found[last] = name
    return {short: name for short, name in found.items() if short not in shared and short not in people.persons}


_CLAUSE_HEAD = frozenset("，,。；;：:！？”\n“过")


@cache
def _deputy_or_title() -> re.Pattern[str]:
    return re.compile(f"副?{lexicon.alternation('titles')}|先生|女士|师傅|阿婆|阿姨|大爷|大妈|大叔")


def _by_surname(text: str, passages: list[Span], people: People) -> Iterator[Mention]:
    """Yield the mentions by surname and title at the head of a clause (鲁警官, 韦局长), where one person bears the surname."""
    first, last = (passages[0][0], passages[-1][1]) if passages else (0, 0)
    for surname, name in _only_bearers(people):
        for at in finds(text, surname, first, last):
            if text[at - 1 : at] not in _CLAUSE_HEAD or text.startswith(name, at):
                continue
            _, end = passages[bisect_right(passages, at, key=itemgetter(0)) - 1]
            title = _deputy_or_title().match(text, at + len(surname), end)
            if title:
                yield Mention(name, at, at, at + len(surname), title.end())


def _only_bearers(people: People) -> Iterator[tuple[str, str]]:
    """Yield each surname that one person alone bears, with the name of that person."""
    for surname in sorted({name[: names.surname_length(name, 0)] for name in people.persons} - {""}):
        bearers = [name for name in people.persons if name.startswith(surname) and len(name) <= len(surname) + 2]
        if len(bearers) == 1:
            yield surname, bearers[0]


@cache
def _suffix() -> re.Pattern[str]:
    return re.compile(f"{HONORIFIC}|{title_pattern().pattern}")


def _mention(text: str, name: str, at: int, until: int, passage: Span) -> Mention:
    """Return the mention of a name at `text[at:until]`, with the positions in front and the title behind it."""
    start, end = passage
    kept = ""
    if at > start and text[at - 1] in title_ends():
        kept, _ = parse_positions(text[left_boundary(text, start, at) : at])
    behind = _suffix().match(text, until, end)
    return Mention(name, at - len(kept), at, until, behind.end() if behind else until)

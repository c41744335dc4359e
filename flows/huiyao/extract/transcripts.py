"""Words printed under or behind the name of their speaker: 林某某（某市市长）, then what he said; or 林某某： before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from huiyao.extract import foreign_names, names, report_words
from huiyao.extract.people import People
from huiyao.extract.positions import Position, parse_positions
from huiyao.extract.sentences import Span

_NAME = r"(?P<name>[\u4e00-\u9fff][\u4e00-\u9fff·•・\-－—]{1,18})"
# What both of the following begin with; most paragraphs do not.
_MAY_BE_LABEL = re.compile(rf"{_NAME}\s*[（(：:]")
_IN_BRACKETS = r"[（(](?P<title>[^（）()：:\n]{2,60})[）)]"
# A paragraph of its own: 林某某（某市市长）
_HEADING = re.compile(rf"{_NAME}{_IN_BRACKETS}\s*$")
# 林某某：……, 林某某（某市市长）：……
_LABEL = re.compile(rf"{_NAME}(?:{_IN_BRACKETS})?\s*[：:](?=[^\n])")
# 某市市长 林某某：……, with the words behind or below.
_TITLED = re.compile(
    r"(?P<title>[^，。：:；！？“”（）\s]{2,60})[ \u3000](?P<name>[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff·•・]{4,19})\s?[：:]"
)
# Who asks or leads through; what they say is left out.
_ASKS = re.compile(r"(?:[^，。：:\n]{0,16}(?:记者|主持人|提问|网友)|问|[QＱ])\s*[：:]")
# What is no speech: brackets, and the reporter's own account.
_ENDS = re.compile(
    r"[【\[（(]|据悉|据了解|记者|本次|此次|会上|会后|当天|当日|随后|责编|编辑|来源|[^，。]{0,10}\d{1,2}日[，,]"
)


# How somebody known is reported again: 林某某在回答提问时介绍，
_REPORTED = re.compile(r"[^，。：:“”\n]{0,30}(?:介绍|表示|指出|认为|透露|强调|说|称|提醒[^，。：“”\n]{0,8})[，,]")
# What may lead in the paragraph of somebody else: 采访间隙，老支书林某某插话.
_LED_IN = re.compile(r"(?:[^，。：“”\n]{2,10}[间隙中时后上]，)?")
# What leads over to who speaks last: 最后，林某某表示，
_LEADS_OVER = re.compile(r"(?:最后|随后|接着|会上|此外)[，,]?|在?[^，,。：“”\n]{2,16}[后时中上][，,]")
_INTRODUCTION = 80  # code points in which somebody is introduced


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker's name at the head of a paragraph; `content` is where the words begin, None where they follow below.

    `named` says that it is a person, and no office.
    """

    name: str
    at: Span
    positions: tuple[Position, ...]
    content: int | None
    named: bool = True


def label_at(text: str, start: int, end: int, people: People) -> Label | None:
    """Return the label with which the paragraph begins, None where it has none."""
    if titled := _TITLED.match(text, start, end):
        return _titled_label(titled, end)
    if not _MAY_BE_LABEL.match(text, start, end):
        return None
    match = _HEADING.match(text, start, end) or _LABEL.match(text, start, end)
    if match is None:
        return None
    positions = _whole(match["title"]) if match["title"] else ()
    name = _without_title(match["name"])
    sure = bool(positions) or name in people.persons
    if not (sure or not match["title"]) or not (name in people.persons or _is_name(name)):
        return None
    content = match.end() if match.re is _LABEL else None
    return Label(name, (match.start("name"), match.start("name") + len(name)), positions, content)


def _without_title(name: str) -> str:
    """Return the name without a title behind it: 林小田代表：."""
    titled = report_words.name_and_title().match(name)
    return titled["name"] if titled and names.looks_like_name(titled["name"]) else name


def _titled_label(match: re.Match[str], end: int) -> Label | None:
    """Return the label of a name behind its title and a space; the words follow below where the paragraph ends."""
    positions = _whole(match["title"])
    name = match["name"]
    if not positions or not (names.has_name_form(name) or foreign_names.looks_foreign(name)):
        return None
    return Label(name, match.span("name"), positions, match.end() if match.end() < end else None)


def _is_name(name: str) -> bool:
    return names.looks_like_name(name) or foreign_names.looks_foreign(name)


def _whole(title: str) -> tuple[Position, ...]:
    """Return the positions that fill the brackets, none where something else stands there."""
    kept, positions = parse_positions(title)
    return positions if kept == title else ()


def asks(text: str, start: int, end: int) -> bool:
    """Whether a reporter or host has the word in this paragraph."""
    return bool(_ASKS.match(text, start, end))


def labels(text: str, passages: list[Span], people: People) -> dict[int, Label]:
    """Return the labels by where their paragraphs begin; names without title or fame count where two or more stand so."""
    found = {start: label for start, end in passages if (label := label_at(text, start, end, people))}
    sure = any(label.positions or label.name in people.persons for label in found.values())
    return found if sure or len(found) > 1 else {}


def begun_by_others(text: str, passages: list[Span], people: People) -> set[int]:
    """Return where the paragraphs begin that introduce or report somebody: the reporter has the word again."""
    return {
        start for start, end in passages
        for mention in people.within(start, min(end, start + _INTRODUCTION))
        if (mention.start < mention.name_start and _LED_IN.fullmatch(text, start, mention.start))
        or (_heads(text, start, mention.start) and _REPORTED.match(text, mention.end, end))
    }  # fmt: skip


def _heads(text: str, start: int, at: int) -> bool:
    """Whether who is named at `at` is the first of the paragraph, but for a word that leads over."""
    return at == start or _LEADS_OVER.fullmatch(text, start, at) is not None


def turns(
    text: str, passages: list[Span], found: dict[int, Label], others: set[int]
) -> Iterator[tuple[Label, int, Span]]:
    """Yield label, paragraph and words of every run that belongs to a label: to the next label, question or bracket.

    `others` are the paragraphs that tell of somebody else.
    Behind a label in the same paragraph the next paragraphs go on only in a transcript, where several have the word.
    """
    if not found:
        return
    several = len(found) > 1
    speaking: Label | None = None
    for start, end in passages:
        own = found.get(start)
        goes_on = several or (speaking is not None and speaking.content is None)
        if own is None and (not goes_on or asks(text, start, end) or _ENDS.match(text, start) or start in others):
            speaking = None
        speaking = own or speaking
        begins = own.content if own else start
        if speaking is not None and begins is not None and begins < end:
            yield speaking, start, (begins, end)

"""Organizations over all articles: one record for the names of one, found in the data itself."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from huiyao.resolve.identity import with_ids
from huiyao.resolve.naming import folded, naming, shortens
from huiyao.resolve.offices import offices, tells
from huiyao.resolve.unions import Unions
from huiyao.schema.records import Article, Extraction, Row

_MOST = 40  # names of one article, or of one name and title, that are compared with each other
# What a full name has behind the short one where nothing is left out within: 西门子 (股份公司), 国务院新闻办 (公室).
_ENDINGS = re.compile(
    r"^(?:公室|员会|[省市县区州]|自治区|特别行政区|(?:股份|集团|控股|科技)*(?:有限)?(?:责任)?公司|集团|王国|共和国|(?:民主|社会主义)+共和国)$"
)
_LEAD = re.compile(r"^(?:记者)?(?:今天|昨天)?(?:\([^)]*\))?从?(?:今天|昨天)?(?:\([^)]*\))?")
_NATIONAL = re.compile(r"^(?:中国|国家|全国|中共)(?=..)")


@dataclass(frozen=True, slots=True)
class Named:
    """An organization as an article names it."""

    name: str
    article_id: str
    published: str | None


@dataclass(frozen=True, slots=True)
class Organizations:
    """The organizations by id, each the set of its folded names, and what the articles call them."""

    by_id: Mapping[str, frozenset[str]]
    _spelled: Mapping[str, Counter[str]] = field(repr=False)
    _articles: Mapping[str, set[str]] = field(repr=False)
    _ids: Mapping[str, str] = field(repr=False)

    def lookup(self, name: str | None) -> str | None:
        """Return the id of the organization of this name, None where there is none."""
        return None if name is None else self._ids.get(plain(name))

    def articles(self, name: str) -> set[str]:
        """Return the ids of the articles that use this folded name."""
        return self._articles[name]

    def rows(self) -> list[Row]:
        """Return the rows of the table `organizations`."""
        return [self._row(organization_id, names) for organization_id, names in self.by_id.items()]

    def _row(self, organization_id: str, names: frozenset[str]) -> Row:
        # 中国 before a national body is how others call it.
        counts = {name: self._spelled[name].total() for name in names}
        full = min(names, key=lambda name: (-len(name.removeprefix("中国")), -counts[name], name))
        spellings = sorted(spelling for name in names for spelling in self._spelled[name])
        canonical = min(self._spelled[full], key=lambda spelling: (-self._spelled[full][spelling], spelling))
        return {
            "organization_id": organization_id,
            "name": canonical,
            "aliases": [spelling for spelling in spellings if spelling != canonical],
            "article_ids": sorted({article_id for name in names for article_id in self._articles[name]}),
        }


def plain(name: str) -> str:
    """Return the name of an organization for comparison, without what a sentence about the press leaves before it."""
    return _LEAD.sub("", folded(name))


def namings_of(articles: Iterable[Article], extractions: Mapping[str, Extraction]) -> list[Named]:
    """Return every organization that a speaker belongs to or that organizes a meeting, once for each article.

    What is not the name of one organization (市政府, 大会) is left out.
    """
    return [
        Named(name, article.article_id, article.published)
        for article in articles
        for name in sorted(set(_named(extractions[article.article_id])))
        if tells(plain(name))
    ]


def _named(extraction: Extraction) -> Iterator[str]:
    for meeting in extraction.meetings:
        yield from meeting.organizers
    for speaker in extraction.speakers:
        yield from (office.organization for office in offices(speaker) if office.organization)
        if speaker.organization:
            yield speaker.organization


def alike(namings: Iterable[Named], extractions: Mapping[str, Extraction]) -> list[frozenset[str]]:
    """Return the sets of folded names that are one organization's.

    A short name and the full one are joined where one article has both, or both organize meetings of one series, or
    have an officer of the same name and title. A short name of two organizations is in doubt and joins neither.
    """
    names = sorted({plain(each.name) for each in namings}, key=lambda name: (-len(name), name))
    fulls: dict[str, set[str]] = defaultdict(set)
    for group in _groups(extractions):
        for short, full in _abbreviations(group):
            fulls[short].add(full)
    unions: Unions[str] = Unions()
    for short in names:  # the longest first: what their own full names are is known by then
        if len({unions.find(full) for full in fulls.get(short, ())}) == 1:
            unions.join([*fulls[short], short])
    return [frozenset(group) for group in unions.groups(names)]


def organizations(namings: Sequence[Named], groups: Iterable[frozenset[str]]) -> Organizations:
    """Return the organizations with their ids, each made from the name that its oldest article gives."""
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    articles: dict[str, set[str]] = defaultdict(set)
    oldest: dict[str, tuple[str, str]] = {}
    for each in namings:
        name = plain(each.name)
        spelled[name][each.name] += 1
        articles[name].add(each.article_id)
        seen = (each.published or "~", each.article_id)
        oldest[name] = min(seen, oldest.get(name, seen))
    by_id = with_ids(
        "o", groups, lambda names: min((oldest[n], n) for n in names), lambda names: [(_first(names, oldest),)]
    )
    ids = {name: organization_id for organization_id, names in by_id.items() for name in names}
    return Organizations(by_id, spelled, articles, ids)


def _first(names: frozenset[str], oldest: Mapping[str, tuple[str, str]]) -> str:
    return min(names, key=lambda name: (oldest[name], name))


def _groups(extractions: Mapping[str, Extraction]) -> Iterator[set[str]]:
    """Yield the names that may be one organization's: of an article, a series, and officers of one name and title."""
    held: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for extraction in extractions.values():
        yield {name for name in map(plain, _named(extraction)) if tells(name)}
        for meeting in extraction.meetings:
            if meeting.series and naming(meeting.series).telling:
                held[(folded(meeting.series),)] |= set(filter(tells, map(plain, meeting.organizers)))
        for speaker in extraction.speakers:
            for office in offices(speaker):
                if office.organization and tells(plain(office.organization)):
                    held[speaker.name, office.title].add(plain(office.organization))
    yield from held.values()


def _abbreviations(names: set[str]) -> Iterator[tuple[str, str]]:
    if 1 < len(names) <= _MOST:
        for a, b in combinations(sorted(names), 2):
            short, full = sorted((a, b), key=len)
            if is_abbreviation(short, full):
                yield short, full


def is_abbreviation(short: str, full: str) -> bool:
    """Return whether the first is a short form of the second: its characters in order, from the same beginning on.

    >>> is_abbreviation("国新办", "国务院新闻办公室"), is_abbreviation("西门子", "西门子股份公司")
    (True, True)
    >>> is_abbreviation("中国银行", "中国人民银行"), is_abbreviation("云州", "云州外交部")
    (False, False)
    """
    if not 2 <= len(short) < len(full):
        return False
    if full.startswith(short):
        return _ENDINGS.match(full.removeprefix(short)) is not None
    bare = _NATIONAL.sub("", full)
    if short == bare:
        return True
    wholes = (whole for whole in (full, bare) if whole[0] == short[0] and not whole.startswith(short))
    return any(_contracts(short, whole) for whole in wholes)


def _contracts(short: str, full: str) -> bool:
    """Return whether words are left out or cut within: not only some of them, as 北京大学 is not 北京交通大学."""
    shared = next((n for n in range(len(short), 0, -1) if full.endswith(short[-n:])), 0)
    head = short[: len(short) - shared]
    cut = full[: len(full) - shared]
    if shared >= 2 and (len(head) >= 2 and cut.startswith(head)):
        return False
    return shortens(short, full) and short[-1] in full[-3:]

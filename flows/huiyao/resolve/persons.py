"""Persons over all articles: who of one name is one person, told by what they hold and where they appear.

Only people of one name are compared. What nothing joins stays apart: namesakes are many.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from huiyao.resolve.identity import Key, with_ids
from huiyao.resolve.naming import folded
from huiyao.resolve.offices import SOLE, Office, compared, is_country, is_known_by_name, leads, offices, tells
from huiyao.resolve.organizations import Organizations
from huiyao.resolve.unions import Unions
from huiyao.schema.records import Article, Speaker

_AREA = re.compile(r"[省市区县州]$")
_SHARED = 2  # last characters that titles of one career in a country share: 副总统, 代总统


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person as one article shows them; `meeting_id` is the meeting where they speak, `held` what they hold there.

    In `held` organizations stand by their ids where they have one.
    """

    article: Article
    speaker: Speaker
    meeting_id: str | None
    held: tuple[Office, ...]

    @property
    def age(self) -> tuple[object, ...]:
        """Sort key: the oldest article first, those with a position before those without."""
        speaker = self.speaker
        return self.article.published or "~", self.article.article_id, not self.held, speaker.start, repr(speaker)


Person = tuple[Appearance, ...]
"""Appearances of one person, the oldest first."""


def appearance(article: Article, speaker: Speaker, meeting_id: str | None, known: Organizations) -> Appearance:
    """Return the appearance with its offices as they are compared."""
    held = [compared(office) for office in offices(speaker)]
    if not held and speaker.organization:
        held = [Office(speaker.organization, "")]
    by_id = (Office(known.lookup(office.organization) or office.organization, office.title) for office in held)
    return Appearance(article, speaker, meeting_id, tuple(dict.fromkeys(by_id)))


def persons(appearances: Iterable[Appearance], known: Organizations) -> list[Person]:
    """Return the appearances of each person."""
    by_name: dict[str, list[Appearance]] = defaultdict(list)
    countries: set[str] = set()
    for each in appearances:
        by_name[folded(each.speaker.name)].append(each)
        countries.update(office.organization for office in each.held if office.organization and is_country(office))
    found: list[Person] = []
    for namesakes in by_name.values():
        found += _Namesakes(namesakes, countries, known).persons()
    return found


def persons_by_id(found: Iterable[Person]) -> dict[str, Person]:
    """Return the persons by `person_id`."""
    return with_ids("p", found, lambda person: _founder(person).age, person_keys)


def person_keys(person: Person) -> list[Key]:
    """Return what an id can be made from: name and organization, name and first position; last, name and article."""
    founder = _founder(person)
    speaker = founder.speaker
    known = [each for each in (speaker.organization, *speaker.positions[:1]) if each]
    return [*((speaker.name, each) for each in known), (speaker.name, founder.article.article_id)]


def _founder(person: Person) -> Appearance:
    """Return the oldest appearance with a position: a name alone may prove to be another's, and leave."""
    return min(person, key=lambda each: (not each.held, *each.age))


class _Namesakes:
    """People of one name: appearances that are joined by what they share."""

    def __init__(self, appearances: list[Appearance], countries: set[str], known: Organizations) -> None:
        self._all = sorted(appearances, key=lambda each: each.age)
        self._countries = countries
        self._known = known
        self._unions: Unions[Any] = Unions()

    def persons(self) -> list[Person]:
        for place, each in enumerate(self._all):
            self._unions.join([place, *self._keys(each)])
        self._join_parts()
        self._join_titles()
        self._join_bare()
        return [tuple(self._all[place] for place in group) for group in self._unions.groups(range(len(self._all)))]

    def _keys(self, each: Appearance) -> Iterator[object]:
        """Yield what makes two appearances one person's: the same article, meeting, organization or lone high title."""
        yield "article", each.article.article_id
        if each.meeting_id is not None:
            yield "meeting", each.meeting_id
        for organization, title in each.held:
            if organization is None:
                yield ("title", title) if title in SOLE else ("title", title, each.article.article_id)
                continue
            if not tells(self._name(organization)):
                continue
            yield "office", organization, title
            if organization in self._countries:
                yield "country", organization, title[-_SHARED:]
            else:
                yield "organization", organization

    def _name(self, organization: str) -> str:
        """Return the fullest name of an organization that stands by its id."""
        names = self._known.by_id.get(organization)
        return max(names, key=lambda name: (len(name), name)) if names else organization

    def _names(self, organization: str) -> frozenset[str]:
        return self._known.by_id.get(organization) or frozenset({organization})

    def _offices(self) -> set[Office]:
        return {office for each in self._all for office in each.held}

    def _join_parts(self) -> None:
        """Join where one organization's name is the beginning or end of the other's and the title the same.

        俄外长 and 俄罗斯外长; 宪法和法律委员会副主任委员 and 全国人大宪法和法律委员会副主任委员.
        """
        by_name = {
            (name, title): organization
            for organization, title in self._offices()
            if organization is not None and tells(self._name(organization))
            for name in self._names(organization)
        }
        for (name, title), organization in by_name.items():
            parts = [name[:end] for end in range(1, len(name))] + [name[start:] for start in range(1, len(name) - 1)]
            for part in parts:
                other = by_name.get((part, title))
                if other is not None:
                    self._unions.join([("office", organization, title), ("office", other, title)])

    def _join_titles(self) -> None:
        """Join a title without organization (龚正市长) with the one person of the name who holds it somewhere."""
        holders: dict[str, set[object]] = defaultdict(set)
        for organization, title in self._offices():
            if organization is not None and tells(self._name(organization)):
                holders[title].add(self._unions.find(("office", organization, title)))
        for each in self._all:
            for office in each.held:
                roots = {self._unions.find(root) for root in holders.get(office.title, ())}
                if office.organization is None and leads(office) and len(roots) == 1:
                    self._unions.join([*roots, ("article", each.article.article_id)])

    def _join_bare(self) -> None:
        """Join a name without position with the one person of the name, if everybody knows whom it means there.

        That is a head of state or member of the leadership, or an officer of state whose place the article names.
        """
        groups = self._unions.groups(range(len(self._all)))
        held = [{office for place in group for office in self._all[place].held} for group in groups]
        holders = [n for n, known in enumerate(held) if known]
        if len(holders) != 1:
            return
        (only,) = holders
        for n, group in enumerate(groups):
            if n != only and all(self._means(self._all[place].article, held[only]) for place in group):
                self._unions.join([groups[only][0], group[0]])

    def _means(self, article: Article, held: set[Office]) -> bool:
        spelled = [Office(self._name(o) if o else None, title) for o, title in held]
        if any(is_known_by_name(office) for office in spelled):
            return True
        towns = (_AREA.sub("", name) for o, title in held if o and leads(Office(o, title)) for name in self._names(o))
        return any(len(town) > 1 and town in article.text for town in towns)


def by_appearance(named: Mapping[str, Person]) -> dict[tuple[str, str], str]:
    """Return the id of each person by article and name."""
    return {
        (each.article.article_id, each.speaker.name): person_id
        for person_id, person in named.items()
        for each in person
    }

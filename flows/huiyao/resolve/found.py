"""Meetings, persons and organizations by id: what the rules find, put together and apart as the overrides say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from huiyao.resolve.cluster import Cluster, clusters
from huiyao.resolve.meetings import meetings_by_id, natural_keys
from huiyao.resolve.mentions import mentions_of, most_exact_first
from huiyao.resolve.organizations import Organizations, alike, namings_of, organizations
from huiyao.resolve.overrides import Overrides
from huiyao.resolve.persons import Appearance, Person, person_keys, persons, persons_by_id
from huiyao.resolve.reviewed import Regrouping
from huiyao.schema.records import Article, Extraction, stable_id


def find_meetings(
    articles: Sequence[Article], extractions: Mapping[str, Extraction], overrides: Overrides
) -> dict[str, Cluster]:
    """Return the mentions of each meeting by `meeting_id`."""
    named = meetings_by_id(clusters(mentions_of(articles, extractions)))
    groups = Regrouping(overrides, "m-").groups(
        named, lambda mention: stable_id("m", *natural_keys((mention,))[0]), lambda mention: {mention.article_id}
    )
    return named if groups is None else meetings_by_id(most_exact_first(group) for group in groups)


def find_persons(appearances: Sequence[Appearance], known: Organizations, overrides: Overrides) -> dict[str, Person]:
    """Return the appearances of each person by `person_id`."""
    named = persons_by_id(persons(appearances, known))
    groups = Regrouping(overrides, "p-").groups(
        named, lambda each: stable_id("p", *person_keys((each,))[0]), lambda each: {each.article.article_id}
    )
    return named if groups is None else persons_by_id(tuple(sorted(group, key=lambda e: e.age)) for group in groups)


def find_organizations(
    articles: Sequence[Article], extractions: Mapping[str, Extraction], overrides: Overrides
) -> Organizations:
    """Return the organizations by `organization_id`."""
    namings = namings_of(articles, extractions)
    known = organizations(namings, alike(namings, extractions))
    groups = Regrouping(overrides, "o-").groups(
        known.by_id, lambda name: stable_id("o", name), lambda name: known.articles(name)
    )
    return known if groups is None else organizations(namings, map(frozenset, groups))

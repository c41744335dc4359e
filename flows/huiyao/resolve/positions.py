"""Rows of the table `positions`: what each person held, and when it was seen first and last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from huiyao.resolve.edtf import days
from huiyao.resolve.offices import Office, offices
from huiyao.resolve.organizations import Organizations
from huiyao.resolve.persons import Appearance, Person
from huiyao.schema.records import Article, Row, stable_id


def position_rows(named: Mapping[str, Person], known: Organizations) -> Iterator[Row]:
    """Yield one row for each title that a person holds in an organization, whatever the organization is called."""
    names = {row["organization_id"]: row["name"] for row in known.rows()}
    for person_id, person in named.items():
        held: dict[tuple[str, str], list[tuple[Appearance, Office]]] = defaultdict(list)
        for each in person:
            for office in offices(each.speaker):
                held[known.lookup(office.organization) or office.organization or "", office.title].append(
                    (each, office)
                )
        for (organization, title), seen in held.items():
            yield _row(person_id, organization, title, seen, names)


def _row(
    person_id: str, organization: str, title: str, seen: list[tuple[Appearance, Office]], names: Mapping[str, str]
) -> Row:
    published = sorted(day for each, _ in seen if (day := _published_on(each.article)))
    written = min((office.organization for _, office in seen if office.organization), default=None)
    return {
        "position_id": stable_id("h", person_id, organization, title),
        "person_id": person_id,
        "name": seen[0][0].speaker.name,
        "organization": names.get(organization, written),
        "organization_id": organization if organization in names else None,
        "title": title,
        "first_seen": published[0] if published else None,
        "last_seen": published[-1] if published else None,
        "article_ids": sorted({each.article.article_id for each, _ in seen}),
    }


def _published_on(article: Article) -> date | None:
    first, last = days(article.published)
    return first if first == last else None

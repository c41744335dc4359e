"""The order of ingest does not matter, and ids change only where records turn out to be one; everything is made up."""

from __future__ import annotations

import random
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from huiyao.resolve import replacements, resolve
from huiyao.schema.records import Article, Extraction, Measure, Meeting, Speaker, Tables, stable_id

DATES = [None, "2024", "2024-10", "2024-10-13", "2024-10-14", "2024-10-13/2024-10-15", "XXXX-10-13", "2025-10-13"]
NAMES = [
    "松江论坛",
    "“松江”论坛",
    "第3届松江论坛",
    "2024松江论坛",
    "松江产业发展企业家论坛",
    "松江产业发展企业家论坛新闻发布会",
    "座谈会",
    "松坛",
]
MEETINGS = st.builds(
    Meeting,
    name=st.sampled_from(NAMES),
    start=st.integers(0, 2),
    end=st.just(4),
    aliases=st.sampled_from([(), (), ("松坛",), ("松江论坛",)]),
    series=st.sampled_from([None, "松江论坛", "松坛"]),
    ordinal=st.sampled_from([None, None, 3]),
    date=st.sampled_from(DATES),
    place=st.sampled_from([None, "松江", "青浦"]),
    kind=st.sampled_from([None, "forum", "press"]),
    organizers=st.sampled_from([(), ("松江区新闻办公室",), ("松新办",), ("松新办", "松江区新闻办公室")]),
)
HELD = st.sampled_from(
    [
        (None, None, ()), (None, "市长", ("市长",)), ("松江市", "市长", ("松江市市长",)), ("松江", "市长", ("松江市长",)),
        ("青浦市", "市长", ("青浦市市长",)), ("松江大学", "教授", ("松江大学教授", "松江市市长")),
        ("松新办", "主任", ("松新办主任",)), ("松江区新闻办公室", "主任", ("松江区新闻办公室主任",)),
    ]
)  # fmt: skip
ARTICLES = st.lists(
    st.tuples(st.lists(MEETINGS, max_size=2), st.lists(HELD, max_size=2), st.integers(10, 28)), max_size=7
)
KNOWN = st.lists(
    st.tuples(st.lists(MEETINGS, max_size=2), st.lists(HELD.filter(lambda held: held[2]), max_size=2), st.just(10)),
    max_size=7,
)
Told = Sequence[tuple[list[Meeting], list[tuple[str | None, str | None, tuple[str, ...]]], int]]


def built(told: Told) -> tuple[list[Article], dict[str, Extraction]]:
    articles, records = [], {}
    for place, (meetings, held, day) in enumerate(told):
        article = Article(stable_id("a", place), "x.txt", "0" * 64, 0, f"松江{place}", (), published=f"2024-10-{day}")
        at = meetings[0].name if meetings else None
        speakers = tuple(Speaker("林知远", n, n + 3, *known, meeting=at) for n, known in enumerate(held))
        acts = (Measure("第", 0, 1, "planned", None, False, "第", actor="松新办"),)
        articles.append(article)
        records[article.article_id] = Extraction(tuple(meetings), speakers, (), acts)
    return articles, records


@settings(max_examples=150, deadline=None)
@given(told=ARTICLES, seed=st.integers(0, 99))
def test_every_table_has_the_same_rows_in_every_order(told: Told, seed: int) -> None:
    articles, records = built(told)
    shuffled = random.Random(seed).sample(articles, len(articles))
    backwards = dict(reversed(records.items()))
    expected = resolve(articles, records)
    assert resolve(shuffled, backwards) == expected
    for table, rows in expected.items():
        keys = [next(iter(row.values())) for row in rows]
        assert len(set(keys)) == len(keys), table


def keys(tables: Tables) -> set[str]:
    found = {row["person_id"] for row in tables["speakers"]}
    for table in ("meetings", "organizations", "positions", "speakers"):
        found |= {next(iter(row.values())) for row in tables[table]}
    return found


@settings(max_examples=150, deadline=None)
@given(told=ARTICLES, cut=st.integers(0, 7))
def test_after_two_runs_every_id_is_there_or_replaced(told: Told, cut: int) -> None:
    """A first release of some articles and a second of all: whatever goes is said to be another record now."""
    articles, records = built(told)
    first = resolve(articles[:cut], records)
    second = resolve(articles, records)
    gone = keys(first) - keys(second)
    replaced = replacements(first, second)
    assert set(replaced) == gone
    assert set(replaced.values()) <= keys(second)


@settings(max_examples=100, deadline=None)
@given(told=KNOWN, cut=st.integers(0, 7))
def test_later_articles_leave_the_ids_of_meetings_and_persons(told: Told, cut: int) -> None:
    """Where articles come in the order of the news, an id goes only where two become one, and the older id stays.

    A name alone has an id of its own until an article says what the person holds; so here everybody holds something.
    """
    told = [(meetings, held, 10 + day) for day, (meetings, held, _) in enumerate(told)]
    articles, records = built(told)
    first, second = resolve(articles[:cut], records), resolve(articles, records)
    replaced = replacements(first, second)
    for table, key in (("meetings", "meeting_id"), ("speakers", "person_id")):
        gone = {row[key] for row in first[table]} - {row[key] for row in second[table]}
        kept = {row[key] for row in first[table]} - gone
        assert all(replaced[each] in kept for each in gone)

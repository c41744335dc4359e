"""Who of one name is one person, and what each person held; everybody is made up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from huiyao.extract.positions import split_title
from huiyao.resolve import resolve
from huiyao.resolve.offices import Office, split_position
from huiyao.schema.records import Article, Extraction, Meeting, Speaker, Tables, stable_id

Resolve = Callable[..., Tables]


def holder(*positions: str, name: str = "林知远", meeting: str | None = None) -> Speaker:
    organization, title = (split_title(positions[0]) or (None, None)) if positions else (None, None)
    return Speaker(name, 0, len(name), organization, title, positions, meeting=meeting)


def count(tables: Tables) -> int:
    return len({row["person_id"] for row in tables["speakers"]})


SAME = [
    # (what each of several articles says the person holds; how many persons they are)
    ([("松江市市长",), ("松江市市长",)], 1),
    ([("松江市市长",), ("松江市副市长",)], 1),
    ([("松江市市长",), ("松江市委书记",)], 2),
    ([("松江市市长",), ("青浦市市长",)], 2),
    ([("松江市市长",), ("松江大学教授",)], 2),
    # one organization is the other's part, the title the same
    ([("松江市市长",), ("松江市长",)], 1),
    ([("松江市前市长",), ("松江市长",)], 1),
    ([("俄候任总统",), ("俄罗斯总统",)], 1),
    ([("俄外长",), ("俄罗斯外交部长",)], 1),
    ([("乌总统",), ("乌克兰总统",)], 1),
    ([("宪法和法律委员会主任委员",), ("全国人大宪法和法律委员会主任委员",)], 1),
    ([("松江市市长",), ("松江市规划局局长",)], 2),
    # in a country a name alone is not enough: titles must be of one career
    ([("委内瑞拉副总统",), ("委内瑞拉代理总统",)], 1),
    ([("委内瑞拉总统",), ("委内瑞拉专家",)], 2),
    ([("委内瑞拉副总统",), ("委内瑞拉全国代表大会主席",)], 2),
    ([("美国前总统",), ("美国候任总统",), ("美国总统",)], 1),
    # what one article gives together links the others
    ([("松江市委书记",), ("松江市委书记", "松江市人大常委会主任"), ("松江市人大常委会主任",)], 1),
    # a title alone
    ([("松江市市长",), ("市长",)], 1),
    ([("松江市市长",), ("青浦市市长",), ("市长",)], 3),
    ([("市长",), ("市长",)], 2),
    ([("市政府副市长",), ("副市长",), ("副市长",)], 3),
    ([("总理",), ("总理",)], 1),
    ([("国家主席",), ("国家主席", "中央军委主席"), ("中央军委主席",)], 1),
    ([("松江大学教授",), ("教授",)], 2),
    # what any organization is called tells nothing apart
    ([("大会主席",), ("大会秘书长",)], 2),
    ([("政府总理",), ("松江政府总理",), ("青浦政府总理",)], 3),
    ([("大会主席",), ("大会主席",)], 2),
    ([("市人社局局长",), ("市人社局局长",)], 2),
    ([("市人社局局长",), ("松江市人社局局长",)], 2),
    ([("市场监管总局局长",), ("市场监管总局副局长",)], 1),
    ([("政府总理",), ("松江政府总理",)], 2),
    # a name alone
    ([(), ()], 2),
    ([("松江市市长",), ()], 2),
    ([("国务院总理",), ()], 1),
    ([("国务院总理",), ("松江大学教授",), ()], 3),
]


@pytest.mark.parametrize(("held", "expected"), SAME)
def test_one_person_where_organization_and_office_agree(
    resolved: Resolve, held: list[tuple[str, ...]], expected: int
) -> None:
    assert count(resolved(*[Extraction(speakers=(holder(*positions),)) for positions in held])) == expected


def test_names_must_be_the_same(resolved: Resolve) -> None:
    both = [Extraction(speakers=(holder("松江市市长", name=name),)) for name in ("林知远", "林知行")]
    assert count(resolved(*both)) == 2


def test_at_one_meeting_and_in_one_article_a_name_is_one_person(resolved: Resolve) -> None:
    forum = Meeting("第3次松江论坛", 0, 2, ordinal=3)
    there = [Extraction((forum,), (holder(*held, meeting=forum.name),)) for held in (("松江市市长",), ())]
    assert count(resolved(*there)) == 1
    twice = Extraction((forum,), (holder("松江市市长", meeting=forum.name), holder("青浦大学教授")))
    assert count(resolved(twice)) == 1


@pytest.mark.parametrize(("text", "expected"), [("松江的新港口", 1), ("青浦的新港口", 2)])
def test_a_name_alone_is_the_officer_of_the_place_that_the_article_names(text: str, expected: int) -> None:
    texts = ["松江市市长林知远", f"林知远看了{text}"]
    articles = [Article(stable_id("a", each), "x.txt", "0" * 64, 0, each, ()) for each in texts]
    records = [Extraction(speakers=(holder(*held),)) for held in (("松江市市长",), ())]
    by_id = {a.article_id: e for a, e in zip(articles, records, strict=True)}
    assert count(resolve(articles, by_id)) == expected


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        ("松江市市长、党组书记", [("松江市", "市长"), ("松江市", "党组书记")]),
        ("国务委员兼松江局局长", [(None, "国务委员"), ("松江局", "局长")]),
        ("松江市市长兼书记", [("松江市", "市长"), ("松江市", "书记")]),
        ("松江法院副院长、分管日常工作的副院长", [("松江法院", "副院长"), ("松江法院", "分管日常工作的副院长")]),
        ("松江", []),
    ],
)
def test_a_position_may_hold_several_offices(position: str, expected: list[tuple[str | None, str]]) -> None:
    assert split_position(position) == tuple(Office(*office) for office in expected)


def test_positions_have_first_and_last_day_and_articles() -> None:
    told = [
        ("2024-03-01", "松江市市长"),
        ("2021-01-01/2021-01-03", "松江市市长"),
        ("2023-05-06", "松江市市长"),
        ("2024-06-01", "松江市副市长"),
    ]
    articles = [
        Article(stable_id("a", day), "x.txt", "0" * 64, 0, day, (), published=day) for day, _ in told
    ]  # fmt: skip
    by_id = {a.article_id: Extraction(speakers=(holder(held),)) for a, (_, held) in zip(articles, told, strict=True)}
    tables = resolve(articles, by_id)
    (organization,) = tables["organizations"]
    rows = {row["title"]: row for row in tables["positions"]}
    assert {row["person_id"] for row in rows.values()} == {row["person_id"] for row in tables["speakers"]}
    mayor = rows["市长"]
    assert (mayor["organization"], mayor["organization_id"]) == ("松江市", organization["organization_id"])
    assert (mayor["first_seen"], mayor["last_seen"]) == (date(2023, 5, 6), date(2024, 3, 1))
    assert mayor["article_ids"] == sorted(a.article_id for a in articles[:3])
    assert rows["副市长"]["first_seen"] == rows["副市长"]["last_seen"] == date(2024, 6, 1)


def test_id_of_a_person_stays_when_later_articles_say_more() -> None:
    def person_ids(n: int) -> set[str]:
        told = ["松江市副市长", "松江市市长", "松江市市长、党组书记"][:n]
        articles = [Article(stable_id("a", n), "x.txt", "0" * 64, 0, "x", (), published=f"202{n}") for n in range(n)]
        by_id = {a.article_id: Extraction(speakers=(holder(held),)) for a, held in zip(articles, told, strict=True)}
        return {row["person_id"] for row in resolve(articles, by_id)["speakers"]}

    assert person_ids(1) == person_ids(2) == person_ids(3)

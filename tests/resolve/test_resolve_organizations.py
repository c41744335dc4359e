"""Organizations and their short forms, from the data itself; all are made up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from huiyao.resolve.organizations import is_abbreviation
from huiyao.schema.records import Extraction, Measure, Meeting, Speaker, Tables

Resolve = Callable[..., Tables]


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("松新办", "松江区新闻办公室", True),
        ("松江新闻办", "松江新闻办公室", True),
        ("松江电气", "松江电气股份公司", True),
        ("松江", "松江市", True),
        ("松江国王", "松江国王国", False),
        ("卫健委", "国家卫生健康委员会", True),
        ("松江外交部", "松江罗斯外交部", False),
        ("松外交部", "松江罗斯外交部", True),
        ("松合组织", "松江合作组织", True),
        # some of the words are not a short form
        ("松江大学", "松江交通大学", False),
        ("松江银行", "松江人民银行", False),
        ("松江", "松江外交部", False),
        ("松江政协", "松江政协党组", False),
        ("青新办", "松江区新闻办公室", False),
        ("办新松", "松江区新闻办公室", False),
        ("松", "松江市", False),
        ("松闻新办", "松江区新闻办公室", False),
        ("松新", "松江区新闻办公室", False),
        ("松江政协", "中共松江政协党组", False),
    ],
)
def test_abbreviations(short: str, full: str, expected: bool) -> None:
    assert is_abbreviation(short, full) is expected


def organized_by(*bodies: str, name: str = "松江发展论坛", series: str | None = None) -> Extraction:
    return Extraction((Meeting(name, 0, 2, organizers=bodies, series=series),))


def officer(organization: str, title: str = "主任", name: str = "林知远") -> Extraction:
    return Extraction(speakers=(Speaker(name, 0, 3, organization, title, (f"{organization}{title}",)),))


FULL, SHORT = "松江区新闻办公室", "松新办"
LONG = "“松江这十年”系列主题新闻发布会"


@pytest.mark.parametrize(
    ("extractions", "expected"),
    [
        ([organized_by(FULL, SHORT)], 1),
        ([organized_by(FULL), organized_by(SHORT)], 2),
        ([organized_by(FULL, series=LONG), organized_by(SHORT, series=LONG)], 1),
        ([organized_by(FULL, series="发布会"), organized_by(SHORT, series="发布会")], 2),
        ([officer(FULL), officer(SHORT)], 1),
        ([officer(FULL), officer(SHORT, "主席")], 2),
        ([officer(FULL), officer(SHORT, name="何清越")], 2),
        # a short form of two organizations is in doubt
        ([organized_by(FULL, SHORT), organized_by("松山县新闻办公室", SHORT)], 3),
        ([organized_by(FULL, SHORT), organized_by(FULL, "松江新闻办"), organized_by("松江新闻办", SHORT)], 1),
    ],
)
def test_short_and_full_name_are_one_organization(
    resolved: Resolve, extractions: list[Extraction], expected: int
) -> None:
    assert len(resolved(*extractions)["organizations"]) == expected


def test_a_record_has_the_fullest_name_all_others_and_all_articles(
    resolved: Resolve, article_id: Callable[[int], str]
) -> None:
    tables = resolved(
        organized_by(FULL, SHORT), organized_by(SHORT), organized_by("松江区 新闻办公室"), organized_by(FULL)
    )
    (row,) = tables["organizations"]
    assert (row["name"], row["aliases"]) == (FULL, ["松新办", "松江区 新闻办公室"])
    assert row["article_ids"] == sorted(article_id(place) for place in range(4))
    assert {tuple(meeting["organizer_ids"]) for meeting in tables["meetings"]} == {(row["organization_id"],)}


def test_others_call_a_national_body_by_its_country(resolved: Resolve) -> None:
    tables = resolved(organized_by("中国松江协会", "松江协会"), organized_by("松江协会"))
    assert [row["name"] for row in tables["organizations"]] == ["松江协会"]


def test_speakers_positions_and_actors_name_organizations(resolved: Resolve) -> None:
    acts = Measure("第", 0, 1, "planned", None, False, "第", actor=SHORT)
    other = Measure("第", 0, 2, "planned", None, False, "第", actor="各地")
    tables = resolved(officer(FULL), officer(SHORT), Extraction(measures=(acts, other)))
    (row,) = tables["organizations"]
    assert {speaker["organization_id"] for speaker in tables["speakers"]} == {row["organization_id"]}
    assert [(p["organization"], p["organization_id"]) for p in tables["positions"]] == [(FULL, row["organization_id"])]
    assert {m["actor"]: m["actor_id"] for m in tables["measures"]} == {SHORT: row["organization_id"], "各地": None}


def test_what_a_sentence_leaves_before_the_name_does_not_count(resolved: Resolve) -> None:
    tables = resolved(organized_by(FULL), organized_by(f"（1月13日）{FULL}"), organized_by(f"记者从{FULL}"))
    assert len(tables["organizations"]) == 1


def test_names_of_many_are_no_organization(resolved: Resolve) -> None:
    tables = resolved(organized_by("市政府", "大会"), organized_by("市场监管总局"), officer("县委", "书记"))
    assert [row["name"] for row in tables["organizations"]] == ["市场监管总局"]
    assert [(row["organization"], row["organization_id"]) for row in tables["positions"]] == [("县委", None)]


def test_ids_are_pinned(resolved: Resolve) -> None:
    (row,) = resolved(organized_by(FULL))["organizations"]
    assert row["organization_id"] == "o-add39870a8729e1c"

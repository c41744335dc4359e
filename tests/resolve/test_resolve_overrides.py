"""Decisions of readers: what is one, what is not, and which values are wrong; everybody is made up."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from huiyao.resolve import OverrideError, parse_overrides, resolve
from huiyao.schema.records import Article, Extraction, Meeting, Row, Speaker, Tables, stable_id

PLACES = range(4)
ARTICLES = [
    Article(stable_id("a", n), f"{n}.txt", "0" * 64, 0, str(n), (), published=f"2024-10-{20 + n}") for n in PLACES
]
IDS = [article.article_id for article in ARTICLES]
# Two reports that the rules join, one of another day, and one without a date.
FORUMS = ["2024-10-13", "2024-10-13", "2024-10-15", None]
HELD = ["松江市市长", "松江市市长", "松江大学教授", "青浦市市长"]
RECORDS = {
    key: Extraction(
        (Meeting("松江论坛", 0, 1, date=date, place="松江" if date else None),),
        (Speaker("林知远", 0, 1, held[:-2], held[-2:], (held,), meeting="松江论坛"),),
    )
    for key, date, held in zip(IDS, FORUMS, HELD, strict=True)
}


def resolved(**overrides: list[dict[str, Any]]) -> Tables:
    return resolve(ARTICLES, RECORDS, overrides=parse_overrides(yaml.safe_dump(overrides, allow_unicode=True)))


def key_of(table: str, key: str, place: int) -> str:
    (found,) = {str(row[key]) for row in resolved()[table] if IDS[place] in row["article_ids"]}
    return found


def partition(rows: list[Row], key: str) -> set[frozenset[int]]:
    """Return which articles' records are one."""
    found: dict[str, set[int]] = {}
    for row in rows:
        found.setdefault(row[key], set()).update(IDS.index(article_id) for article_id in row["article_ids"])
    return {frozenset(places) for places in found.values()}


def test_without_overrides_the_rules_decide() -> None:
    assert resolve(ARTICLES, RECORDS) == resolved()
    assert partition(resolved()["meetings"], "meeting_id") == {frozenset({0, 1}), frozenset({2}), frozenset({3})}
    assert partition(resolved()["speakers"], "person_id") == {frozenset({0, 1}), frozenset({2}), frozenset({3})}


@pytest.mark.parametrize(("table", "key"), [("meetings", "meeting_id"), ("speakers", "person_id")])
def test_same_as_puts_records_together_under_the_oldest_id(table: str, key: str) -> None:
    ids = [key_of(table, key, place) for place in (2, 0)]
    tables = resolved(same_as=[{"ids": ids, "reason": "读过"}])
    assert partition(tables[table], key) == {frozenset({0, 1, 2}), frozenset({3})}
    assert ids[1] in {row[key] for row in tables[table]}
    assert ids[0] not in {row[key] for row in tables[table]}


@pytest.mark.parametrize(("table", "key"), [("meetings", "meeting_id"), ("speakers", "person_id")])
def test_not_same_as_takes_an_article_out(table: str, key: str) -> None:
    entry = {"ids": [key_of(table, key, 0), IDS[1]], "reason": "读过"}
    tables = resolved(not_same_as=[entry])
    assert partition(tables[table], key) == {frozenset({place}) for place in PLACES}
    assert key_of(table, key, 0) in {row[key] for row in tables[table]}
    assert len({row["speaker_id"] for row in tables["speakers"]}) == len(tables["speakers"])


def test_organizations_are_put_together_and_kept_apart() -> None:
    ids = sorted(row["organization_id"] for row in resolved()["organizations"])
    same = resolved(same_as=[{"ids": ids, "reason": "读过"}])["organizations"]
    assert [len(row["aliases"]) for row in same] == [len(ids) - 1]
    assert len(resolved(not_same_as=[{"ids": ids, "reason": "读过"}])["organizations"]) == len(ids)


def test_ids_still_hold_where_the_rules_have_come_to_join_them() -> None:
    """The mayor's two articles differ in title: each alone would be another person to the rules."""
    alone = {
        place: resolve([ARTICLES[place]], {IDS[place]: RECORDS[IDS[place]]})["meetings"][0]["meeting_id"]
        for place in PLACES
    }
    assert partition(resolved(same_as=[{"ids": [alone[0], alone[2]], "reason": "读过"}])["meetings"], "meeting_id") == {
        frozenset({0, 1, 2}),
        frozenset({3}),
    }


def test_ids_made_from_longer_keys_are_known_too() -> None:
    """Of two meetings of one name and day the younger has its place in its id."""
    told = [Extraction((Meeting("松江论坛", 0, 1, date="2024-10-13", place=place),)) for place in ("松江", "青浦")]
    records = dict(zip(IDS, told, strict=False))
    ids = [row["meeting_id"] for row in resolve(ARTICLES[:2], records)["meetings"]]
    same = parse_overrides(yaml.safe_dump({"same_as": [{"ids": ids, **REASON}]}))
    assert (len(ids), len(resolve(ARTICLES[:2], records, overrides=same)["meetings"])) == (2, 1)


def test_records_kept_apart_before_the_rules_would_join_them() -> None:
    records = RECORDS | {IDS[1]: Extraction((Meeting("松江论坛", 0, 1, date="2024-10", place="松江"),))}
    alone = [resolve([ARTICLES[n]], {IDS[n]: records[IDS[n]]})["meetings"][0]["meeting_id"] for n in (0, 1)]
    articles = ARTICLES[:2]
    assert len(resolve(articles, records)["meetings"]) == 1
    apart = parse_overrides(yaml.safe_dump({"not_same_as": [{"ids": alone, "reason": "读过"}]}))
    assert len(resolve(articles, records, overrides=apart)["meetings"]) == 2
    other_way = parse_overrides(yaml.safe_dump({"not_same_as": [{"ids": alone[::-1], "reason": "读过"}]}))
    assert len(resolve(articles, records, overrides=other_way)["meetings"]) == 2


def test_corrections_change_values_and_what_follows_from_them() -> None:
    meeting_id = key_of("meetings", "meeting_id", 0)
    speaker_id = key_of("speakers", "speaker_id", 2)
    tables = resolved(
        corrections=[
            {"id": meeting_id, "column": "date", "value": "2024-10-12/2024-10-13", "reason": "读过"},
            {"id": meeting_id, "column": "place", "value": None, "reason": "读过"},
            {"id": speaker_id, "column": "positions", "value": ["校长"], "reason": "读过"},
        ]
    )
    (row,) = (row for row in tables["meetings"] if row["meeting_id"] == meeting_id)
    assert (row["date"], str(row["start_date"]), row["place"]) == ("2024-10-12/2024-10-13", "2024-10-12", None)
    (speaker,) = (row for row in tables["speakers"] if row["speaker_id"] == speaker_id)
    assert speaker["positions"] == ["校长"]


NOWHERE = "0" * 16
M, OTHER, REASON = f"m-{NOWHERE}", f"m-{'1' * 16}", {"reason": "读过"}
WRONG = [
    ({"same_as": [{"ids": [M, OTHER]}]}, "Entry 1 under same_as in overrides.yml gives no reason."),
    ({"same_as": [{"ids": [M, OTHER], "reason": " "}]}, "Entry 1 under same_as in overrides.yml gives no reason."),
    ({"same_as": [{"ids": [M], **REASON}]}, "needs a list of at least two different ids."),
    ({"same_as": [{"ids": [M, M], **REASON}]}, "needs a list of at least two different ids."),
    ({"same_as": [{"ids": [M, "云州"], **REASON}]}, "names '云州', which is no id."),
    ({"same_as": [{"ids": [M, f"p-{NOWHERE}"], **REASON}]}, "only one of these kinds."),
    ({"same_as": [{"ids": [M, f"a-{NOWHERE}"], **REASON}]}, "only one of these kinds."),
    ({"same_as": [{"ids": [f"t-{NOWHERE}", f"t-{'1' * 16}"], **REASON}]}, "only one of these kinds."),
    ({"same_as": [{"idss": [M, OTHER], **REASON}]}, "needs ids, reason, and nothing else."),
    ({"same_as": M}, "In overrides.yml same_as is no list."),
    ({"sameas": []}, "overrides.yml holds lists under same_as, not_same_as, corrections, and nothing else."),
    ({"same_as": [{"ids": [M, OTHER], **REASON}]}, f"Entry 1 under same_as in overrides.yml names {M}, which is the id of no record."),
    ({"corrections": [{"id": M, "column": "place", "value": "云州", **REASON}]}, f"Entry 1 under corrections in overrides.yml names {M}, which is no row of meetings."),
    ({"corrections": [{"id": M, "column": "place", "value": "云州"}]}, "gives no reason."),
    ({"corrections": [{"id": M, "column": "place", **REASON}]}, "gives no value; null stands for unknown."),
    ({"corrections": [{"id": "云州", "column": "place", "value": "云州", **REASON}]}, "names '云州', which is no id."),
    ({"corrections": [{"id": M, "column": "article_ids", "value": [], **REASON}]}, "corrects the column article_ids, but of meetings only aliases,"),
    ({"corrections": [{"id": f"a-{NOWHERE}", "column": "url", "value": "x", **REASON}]}, f"corrects a-{NOWHERE}, but only meetings, speakers"),
    ({"corrections": [{"id": M, "column": "ordinal", "value": "3", **REASON}]}, "gives ordinal the value '3', which is no int32."),
    ({"corrections": [{"id": M, "column": "ordinal", "value": True, **REASON}]}, "which is no int32."),
    ({"corrections": [{"id": M, "column": "ordinal", "value": 0, **REASON}]}, "which is not allowed there."),
    ({"corrections": [{"id": M, "column": "status", "value": "cancelled", **REASON}]}, "which is not allowed there."),
    ({"corrections": [{"id": M, "column": "date", "value": "13日", **REASON}]}, "which is not allowed there."),
    ({"corrections": [{"id": M, "column": "aliases", "value": [3], **REASON}]}, "which is no list."),
    ({"corrections": [{"id": M, "column": "name", "value": None, **REASON}]}, "leaves name without a value, which it needs."),
    ({"corrections": [{"id": M, "column": "place", "value": "云州", **REASON}] * 2}, "Entry 2 under corrections in overrides.yml corrects place of"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "sentence"), WRONG)
def test_mistakes_are_told_in_one_sentence(content: dict[str, Any], sentence: str) -> None:
    with pytest.raises(OverrideError) as error:
        resolved(**content)
    assert sentence in str(error.value)
    assert str(error.value).count("\n") == 0


def test_contradictions_are_told() -> None:
    ids = [key_of("meetings", "meeting_id", place) for place in (0, 2, 3)]
    same = [{"ids": ids[:2], **REASON}, {"ids": ids[1:], **REASON}]
    with pytest.raises(OverrideError, match=r"Entry 1 under not_same_as in overrides\.yml keeps apart what another"):
        resolved(same_as=same, not_same_as=[{"ids": [ids[0], ids[2]], **REASON}])


def test_an_article_that_does_not_report_the_record_is_told() -> None:
    with pytest.raises(OverrideError, match="cannot be told from"):
        resolved(not_same_as=[{"ids": [key_of("meetings", "meeting_id", 0), IDS[2]], **REASON}])


@pytest.mark.parametrize("text", [None, "", "# nothing\n", "same_as: []\nnot_same_as:\n"])
def test_nothing_is_no_override(text: str | None) -> None:
    assert parse_overrides(text) == parse_overrides(None)


def test_what_is_no_yaml_is_told_with_its_line() -> None:
    with pytest.raises(OverrideError, match=r"overrides.yml is no YAML, line 2\."):
        parse_overrides("same_as:\n  - {ids: [")


def test_a_corrected_date_counts_for_the_order_of_the_editions() -> None:
    told = [Extraction((Meeting("松江论坛", 0, 1, series="松江论坛", date=f"202{n}-05-01"),)) for n in (4, 5)]
    records = dict(zip(IDS, told, strict=False))
    first, second = sorted(resolve(ARTICLES[:2], records)["meetings"], key=lambda row: str(row["date"]))
    entry = {"id": first["meeting_id"], "column": "date", "value": "2026-05-01", **REASON}
    turned = resolve(ARTICLES[:2], records, overrides=parse_overrides(yaml.safe_dump({"corrections": [entry]})))
    links = {row["meeting_id"]: row["next_meeting_id"] for row in turned["meetings"]}
    assert links == {second["meeting_id"]: first["meeting_id"], first["meeting_id"]: None}

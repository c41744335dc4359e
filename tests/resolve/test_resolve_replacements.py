"""Which ids stand for the same records under another id; everything is made up."""

from __future__ import annotations

from typing import Any

from huiyao.resolve import replacements

EMPTY: dict[str, list[dict[str, Any]]] = {"meetings": [], "speakers": [], "organizations": [], "positions": []}


def meeting(key: str, *places: str, name: str = "松江论坛", aliases: tuple[str, ...] = ()) -> dict[str, Any]:
    articles = sorted({place.partition(":")[0] for place in places})
    return {"meeting_id": key, "name": name, "aliases": [*aliases], "evidence": [*places], "article_ids": articles}


def test_records_that_turn_out_to_be_one() -> None:
    old = EMPTY | {"meetings": [meeting("m-1", "a-1:0-2"), meeting("m-2", "a-2:0-2")]}
    new = EMPTY | {"meetings": [meeting("m-1", "a-1:0-2", "a-2:0-2", "a-3:0-2")]}
    assert replacements(old, new) == {"m-2": "m-1"}


def test_of_two_mentions_in_one_article_the_second_is_found_by_its_name() -> None:
    old = EMPTY | {"meetings": [meeting("m-2", "a-1:3-7", name="松坛")]}
    new = EMPTY | {"meetings": [meeting("m-1", "a-1:0-2", aliases=("松坛",))]}
    assert replacements(old, new) == {"m-2": "m-1"}


def test_what_has_gone_different_ways_is_where_most_of_it_is() -> None:
    old = EMPTY | {"meetings": [meeting("m-1", "a-1:0-2", "a-2:0-2", "a-3:0-2")]}
    new = EMPTY | {"meetings": [meeting("m-2", "a-1:0-2"), meeting("m-3", "a-2:0-2", "a-3:0-2")]}
    assert replacements(old, new) == {"m-1": "m-3"}


def test_what_is_gone_with_its_articles_has_no_replacement() -> None:
    old = EMPTY | {"meetings": [meeting("m-1", "a-1:0-2")]}
    new = EMPTY | {"meetings": [meeting("m-2", "a-2:0-2", name="青浦论坛")]}
    assert replacements(old, new) == {}


def test_what_stays_is_not_replaced() -> None:
    tables = EMPTY | {"meetings": [meeting("m-1", "a-1:0-2")]}
    assert replacements(tables, tables) == {}

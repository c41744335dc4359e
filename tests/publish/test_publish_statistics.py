"""The figures of `statistics.json`, on a release whose figures are known."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from huiyao.publish import publish_release
from huiyao.publish.arrow import arrow_tables
from huiyao.publish.changes import changes
from huiyao.publish.content import Content
from huiyao.publish.statistics import statistics
from huiyao.schema.records import Tables
from huiyao.schema.tables import RELEASED, TABLES


def content(tables: Tables) -> Content:
    arrow = arrow_tables(tables)
    return Content("1.0.0", None, date(2024, 10, 16), arrow, changes(None, arrow), {})


@pytest.fixture(scope="module")
def figures(rows: Tables) -> dict[str, Any]:
    return statistics(content(rows))


def test_every_column_of_every_table_is_told(figures: dict[str, Any], rows: Tables) -> None:
    assert list(figures["tables"]) == list(RELEASED)
    for name, table in TABLES.items():
        assert figures["tables"][name]["rows"] == len(rows[name])
        assert list(figures["tables"][name]["columns"]) == list(table.column_names)


@pytest.mark.parametrize(
    ("table", "column", "expected"),
    [
        ("articles", "headline", {"filled": 2, "fill_rate": 1.0, "longest": 7, "distinct": 2}),
        ("articles", "bylines", {"filled": 1, "fill_rate": 0.5, "members": 3, "distinct": 3, "longest": 3}),
        ("articles", "text", {"filled": 0, "fill_rate": 0.0}),
        ("articles", "published_on", {"filled": 2, "fill_rate": 1.0, "min": "2024-10-16", "max": "2024-10-16"}),
        ("articles", "n_chars", {"filled": 2, "fill_rate": 1.0, "min": 50, "max": 50}),
        ("meetings", "ordinal", {"filled": 1, "fill_rate": 1.0, "min": 3, "max": 3}),
        ("meetings", "status", {"filled": 1, "fill_rate": 1.0, "longest": 4, "distinct": 1,
                                "values": {"held": 1, "upcoming": 0}}),
        ("meetings", "organizers", {"filled": 1, "fill_rate": 1.0, "members": 3, "distinct": 3, "longest": 3}),
        ("meetings", "confidence", {"filled": 1, "fill_rate": 1.0, "min": 1.0, "max": 1.0}),
        ("rejects", "rule", {"filled": 3, "fill_rate": 1.0, "longest": 5, "distinct": 1, "values": {"empty": 3}}),
        ("rejects", "reason", {"filled": 3, "fill_rate": 1.0, "longest": 18}),
        ("changes", "old", {"filled": 0, "fill_rate": None}),
    ],
)  # fmt: skip
def test_figures_of_a_column(figures: dict[str, Any], table: str, column: str, expected: dict[str, Any]) -> None:
    assert figures["tables"][table]["columns"][column] == expected


def test_rejects_are_counted_by_rule(figures: dict[str, Any]) -> None:
    assert figures["rejects"] == {"empty": 3}


def test_frequent_values_come_first_and_are_not_too_many(rows: Tables) -> None:
    reject = rows["rejects"][0]
    many = [reject | {"reject_id": f"r-{n:016x}", "rule": f"rule {min(n, 40):02d}"} for n in range(43)]
    counted = statistics(content(rows | {"rejects": many}))["rejects"]
    assert list(counted.items())[:3] == [("rule 40", 3), ("rule 00", 1), ("rule 01", 1)]
    assert len(counted) == 20


def test_fractions_are_rounded(rows: Tables) -> None:
    thirds = [
        row | {"reject_id": f"r-{n:016x}", "record": "{}" if n else None} for n, row in enumerate(rows["rejects"])
    ]
    assert (
        statistics(content(rows | {"rejects": thirds}))["tables"]["rejects"]["columns"]["record"]["fill_rate"] == 0.6667
    )


def test_it_is_a_file_of_the_release(rows: Tables, figures: dict[str, Any], tmp_path: Path) -> None:
    made = publish_release(rows, tmp_path)
    assert json.loads((Path(made.location) / "statistics.json").read_text(encoding="utf-8")) == figures

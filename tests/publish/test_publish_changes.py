"""What a release says of the one before; everybody in the records is made up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from huiyao.publish import ReleaseError, load_table, publish_release
from huiyao.publish.arrow import arrow_tables
from huiyao.publish.changes import changes
from huiyao.publish.changes_page import change_counts, changes_page
from huiyao.publish.comparison import difference_page
from huiyao.schema.records import Row, Tables
from huiyao.schema.tables import CHANGES


def differences(old: Tables, new: Tables) -> list[tuple[Any, ...]]:
    rows = changes(arrow_tables(old), arrow_tables(new)).to_pylist()
    return sorted(tuple(row[name] for name in ("table", "change", "id", "column", "old", "new")) for row in rows)


def edited(rows: Tables, table: str, **values: Any) -> Tables:
    edit = [row | values if n == 0 else row for n, row in enumerate(rows[table])]
    return rows | {table: edit}


def test_nothing_differs(rows: Tables) -> None:
    assert differences(rows, rows) == []


def test_a_corrected_value_has_both_values(rows: Tables) -> None:
    key = rows["meetings"][0]["meeting_id"]
    assert differences(rows, edited(rows, "meetings", place="松江", status="upcoming")) == [
        ("meetings", "changed", key, "place", None, "松江"),
        ("meetings", "changed", key, "status", "held", "upcoming"),
    ]


@pytest.mark.parametrize(
    ("table", "column", "value", "told"),
    [
        ("meetings", "ordinal", 4, ("3", "4")),
        ("meetings", "start_date", None, ("2024-10-15", None)),
        ("meetings", "aliases", ["论坛", "a|b"], (None, "论坛|a\\u007cb")),
        ("meetings", "organizers", [], ("\\u005c\\u007c|\\u007c|松江区", None)),
        ("measures", "confidence", 0.25, ("1.0", "0.25")),
    ],
)
def test_values_are_written_as_in_csv(
    rows: Tables, table: str, column: str, value: Any, told: tuple[str | None, str | None]
) -> None:
    rows = edited(rows, "measures", confidence=1.0)
    ((_, change, _, name, *values),) = differences(rows, edited(rows, table, **{column: value}))
    assert (change, name, tuple(values)) == ("changed", column, told)


def test_records_that_come_and_go_are_named(rows: Tables) -> None:
    gone, *others = rows["rejects"]
    fewer = rows | {"rejects": others}
    assert differences(rows, fewer) == [("rejects", "removed", gone["reject_id"], None, gone["reason"], None)]
    assert differences(fewer, rows) == [("rejects", "added", gone["reject_id"], None, None, gone["reason"])]


def test_a_record_that_is_now_another_is_replaced(rows: Tables) -> None:
    old = rows["organizations"][0]
    renamed = {"松江新区": "o-" + "f" * 16}
    new: Row = old | {"organization_id": renamed["松江新区"], "aliases": [old["name"]], "name": "松江新区"}
    after = rows | {"organizations": [new, *rows["organizations"][1:]]}
    told = [row for row in differences(rows, after) if row[0] == "organizations"]
    assert told == [
        ("organizations", "added", new["organization_id"], None, None, "松江新区"),
        ("organizations", "replaced_by", old["organization_id"], None, old["name"], new["organization_id"]),
    ]


def test_columns_and_tables_that_come_and_go() -> None:
    old = {"articles": pa.table({"article_id": ["a-1"], "headline": ["甲"]})}
    new = {"articles": pa.table({"article_id": ["a-1"], "n_chars": [3]}), "meetings": pa.table({"meeting_id": ["m-1"]})}
    rows = changes(old, new).to_pylist()
    assert sorted((row["table"], row["change"], row["column"], row["old"], row["new"]) for row in rows) == [
        ("articles", "added", "n_chars", None, "int64"),
        ("articles", "removed", "headline", "string", None),
        ("meetings", "added", "meeting_id", None, "string"),
    ]
    assert {row["id"] for row in rows} == {None}
    assert "- removed: `articles.headline` `string`" in changes_page(changes(old, new), "1.0.0", "2.0.0")


def test_the_first_release_has_no_changes(rows: Tables, tmp_path: Path) -> None:
    made = publish_release(rows, tmp_path)
    assert len(load_table(tmp_path, "changes")) == 0
    assert "first release" in (Path(made.location) / "CHANGES.md").read_text(encoding="utf-8")


def test_a_release_carries_its_changes(rows: Tables, tmp_path: Path) -> None:
    publish_release(rows, tmp_path)
    made = publish_release(edited(rows, "meetings", place="松江"), tmp_path)
    released = load_table(tmp_path, "changes")
    assert list(released.columns) == list(CHANGES.column_names)
    assert released[["table", "change", "column", "new"]].to_numpy().tolist() == [
        ["meetings", "changed", "place", "松江"]
    ]
    page = (Path(made.location) / "CHANGES.md").read_text(encoding="utf-8")
    assert page == difference_page(tmp_path, "1.0.0", "1.0.1") == difference_page(tmp_path, "1.0.0")
    assert "| `meetings` | 0 | 0 | 0 | 1 |" in page
    assert "`place`: ∅ → 松江" in page


def test_the_page_shows_some_and_counts_all(rows: Tables) -> None:
    many = [
        row | {"reject_id": f"r-{n:016x}", "reason": f"<b>*{n}*</b>\n| x"} for n, row in enumerate(rows["rejects"] * 9)
    ]
    table = changes(arrow_tables(rows | {"rejects": []}), arrow_tables(rows | {"rejects": many}))
    page = changes_page(table, "1.0.0", "1.1.0")
    assert "| `rejects` | 27 | 0 | 0 | 0 |" in page
    assert "### `rejects` added, 10 of 27" in page
    assert page.count("- `r-") == 10
    assert "\\<b\\>\\*0\\*\\</b\\> \\| x" in page
    assert change_counts(table) == {"added": 27}


def test_a_record_with_two_new_values_counts_once(rows: Tables) -> None:
    table = changes(arrow_tables(rows), arrow_tables(edited(rows, "meetings", place="松江", status="upcoming")))
    assert (table.num_rows, change_counts(table)) == (2, {"changed": 1})


def test_versions_that_are_not_there_are_said_plainly(rows: Tables, tmp_path: Path) -> None:
    publish_release(rows, tmp_path)
    assert "No record and no value differs" in difference_page(tmp_path, "1.0.0", "1.0.0")
    with pytest.raises(ReleaseError, match=r"The release 0\.9\.0 is not in"):
        difference_page(tmp_path, "0.9.0")

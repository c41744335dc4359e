"""What a release says of itself (card, data package, Croissant) where its values are awkward or its sources many."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from huiyao.publish import load_table, publish_release
from huiyao.publish.about import citation
from huiyao.publish.arrow import arrow_tables
from huiyao.publish.card import card, front_matter
from huiyao.publish.changes import changes
from huiyao.publish.content import Content, table_hash
from huiyao.schema.records import Tables, stable_id
from huiyao.schema.recordset import record_set
from huiyao.schema.tables import RELEASED, TABLES, Column, Table

EVERY_COLUMN = [(table, column) for table in RELEASED.values() for column in table.columns]


def content(tables: Tables, released: date | None = date(2024, 10, 16)) -> Content:
    arrow = arrow_tables(tables)
    hashes = {name: table_hash(table) for name, table in arrow.items()}
    return Content("1.0.0", None, released, arrow, changes(None, arrow), hashes)


@pytest.fixture(scope="module")
def published(rows: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(publish_release(rows, tmp_path_factory.mktemp("datasets")).location)


def read(folder: Path, name: str) -> dict[str, Any]:
    described: dict[str, Any] = json.loads((folder / name).read_text(encoding="utf-8"))
    return described


@pytest.mark.parametrize(("table", "column"), EVERY_COLUMN, ids=lambda value: value.name)
def test_every_column_is_a_field_of_croissant(table: Table, column: Column) -> None:
    fields = {field["name"]: field for field in record_set(table, f"{table.name}.parquet")["field"]}
    field = fields[column.name]
    assert list(fields) == list(table.column_names)
    assert field["source"] == {"fileObject": {"@id": f"{table.name}.parquet"}, "extract": {"column": column.name}}
    assert field["description"]["en"].startswith(column.en)
    assert field["description"]["zh"].startswith(column.zh)
    assert field.get("isArray", False) == (column.type == "list")
    if column.references:
        assert column.references in field["description"]["en"]


def test_croissant_refers_to_keys_of_other_tables() -> None:
    fields = {field["name"]: field for field in record_set(TABLES["speakers"], "speakers.parquet")["field"]}
    assert fields["meeting_id"]["references"] == {"field": {"@id": "meetings/meeting_id"}}
    assert [name for name, field in fields.items() if "references" in field] == ["meeting_id", "organization_id"]
    assert record_set(TABLES["speakers"], "speakers.parquet")["key"] == {"@id": "speakers/speaker_id"}


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib", "ignore:The inplace keyword")
def test_croissant_gives_back_awkward_values(rows: Tables, published: Path) -> None:
    import mlcroissant

    dataset = mlcroissant.Dataset(str(published / "croissant.json"))
    for name in ("articles", "meetings"):
        found = [
            {key.split("/")[1]: _plain(value) for key, value in record.items()} for record in dataset.records(name)
        ]
        assert found == rows[name]


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(member) for member in value]
    return value.decode() if isinstance(value, bytes) else value.date() if hasattr(value, "date") else value


def test_without_a_day_none_is_told(rows: Tables, tmp_path: Path) -> None:
    undated = [row | {"published": None, "published_on": None} for row in rows["articles"]]
    folder = Path(publish_release(rows | {"articles": undated}, tmp_path).location)
    assert "datePublished" not in read(folder, "croissant.json")
    assert "created" not in read(folder, "datapackage.json")
    assert read(folder, "statistics.json")["released"] is None
    assert "| day 日期 | unknown 未知 |" in (folder / "README.md").read_text(encoding="utf-8")
    assert "year" not in citation(content(rows, None))
    assert "year = {2024}" in citation(content(rows))


def test_of_very_many_publishers_the_most_frequent_are_told(rows: Tables, tmp_path: Path) -> None:
    first = rows["articles"][0]
    many = [
        first | {"article_id": stable_id("a", n), "sequence": n, "publisher": f"报{min(n, 249):03d}"}
        for n in range(252)
    ]
    sources = read(Path(publish_release({**_empty(), "articles": many}, tmp_path).location), "datapackage.json")[
        "sources"
    ]
    assert len(sources) == 101
    assert sources[0] == {"title": "报000"}
    assert sources[-2:] == [{"title": "报249"}, {"title": "150 other publishers, in articles.publisher"}]


def _empty() -> Tables:
    return {name: [] for name in TABLES}


def test_the_front_matter_of_a_card_names_tables_with_rows(rows: Tables) -> None:
    page = card(content(rows | {"rejects": []}))
    front = yaml.safe_load(page.split("---\n")[1])
    assert front == front_matter(content(rows | {"rejects": []}))
    names = [name for name in TABLES if name != "rejects"]
    assert [config["config_name"] for config in front["configs"]] == names
    assert [info["config_name"] for info in front["dataset_info"]] == names


@pytest.mark.parametrize(
    ("n", "size"), [(1, "n<1K"), (999, "n<1K"), (1_000, "1K<n<10K"), (1_000_000, "1M<n<10M"), (10**9, "n>100M")]
)
def test_size_categories(n: int, size: str) -> None:
    from huiyao.publish.card import _size

    assert _size(n) == size


def test_a_card_says_whether_the_text_is_in(rows: Tables) -> None:
    with_text = [row | {"text": "=全文"} for row in rows["articles"]]
    assert "| not in this release: `articles.text` is empty" in card(content(rows))
    assert "| in this release, in `articles.text`" in card(content(rows | {"articles": with_text}))


def test_a_card_names_the_workbook_where_there_is_one(rows: Tables) -> None:
    assert "huiyao.xlsx" not in card(content(rows))
    assert "`huiyao.xlsx` has a sheet for each table" in card(content(rows), has_workbook=True)


def test_awkward_values_stay_within_their_cell(published: Path) -> None:
    page = (published / "README.md").read_text(encoding="utf-8")
    (line,) = (line for line in page.splitlines() if line.startswith("| `articles` |"))
    assert "\\|" in line
    assert line.replace("\\|", "").count("|") == 5


def test_the_pages_say_what_an_apostrophe_means(published: Path) -> None:
    for name in ("README.md", "DICTIONARY.md", "datapackage.json"):
        page = (published / name).read_text(encoding="utf-8")
        assert "one apostrophe stands before a text" in page
        assert "之前加一个撇号" in page


def test_the_tables_of_a_release_load_by_name_beside_its_pages(published: Path) -> None:
    assert len(load_table(published.parent, "changes")) == 0

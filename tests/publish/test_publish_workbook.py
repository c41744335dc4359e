from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from huiyao.publish import join_list, publish_release, workbook
from huiyao.publish.arrow import arrow_tables
from huiyao.publish.content import Content, table_hash
from huiyao.publish.workbook import write_workbook
from huiyao.publish.workbook_text import CELL_LIMIT, fitting, width
from huiyao.schema.arrow import arrow_schema
from huiyao.schema.records import Tables
from huiyao.schema.tables import CHANGES, RELEASED, TABLES, Column, Table

TablesOf = Callable[[Table], st.SearchStrategy[pa.Table]]
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # a workbook is too dear to shrink a failure


def content_of(tables: Tables) -> Content:
    arrow = arrow_tables(tables)
    hashes = {name: table_hash(table) for name, table in arrow.items()}
    return Content("1.0.0", None, date(2024, 10, 16), arrow, arrow_schema(CHANGES).empty_table(), hashes)


@pytest.fixture(scope="module")
def content(rows: Tables) -> Content:
    return content_of(rows)


@pytest.fixture(scope="module")
def book(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("book")
    write_workbook(folder, content)
    assert [path.name for path in folder.iterdir()] == ["huiyao.xlsx"]
    return openpyxl.load_workbook(folder / "huiyao.xlsx")


def expected(column: Column, value: Any) -> Any:
    if isinstance(value, list):
        return join_list(value) or None
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    if isinstance(value, int) and abs(value) > 2**53:
        return str(value)
    return pytest.approx(value, rel=1e-15) if column.type == "float64" and value is not None else value


def value_of(cell: Any) -> Any:
    """Return the cell's value as Excel shows it; openpyxl leaves the escapes of ECMA-376 (ST_Xstring) as they are."""
    if not isinstance(cell.value, str):
        return cell.value
    return re.sub("_x([0-9A-F]{4})_", lambda match: chr(int(match[1], 16)), cell.value)


def check(sheet: Any, table: pa.Table, declared: Table) -> None:
    """Check that the sheet holds the table's values, and texts as texts."""
    assert [cell.value for cell in sheet[1]] == table.column_names
    for cells, row in zip(list(sheet.iter_rows(min_row=2)), table.to_pylist(), strict=True):
        for column, cell in zip(declared.columns, cells, strict=False):
            want = expected(column, row[column.name])
            assert value_of(cell) == want, repr((column.name, cell.value, want))
            assert cell.data_type == (
                "s" if isinstance(want, str) else "d" if column.type == "date32" and want else "n"
            )
            assert cell.hyperlink is None
            if cell.data_type == "d":
                assert cell.number_format == "yyyy-mm-dd"


@pytest.mark.parametrize("name", RELEASED)
def test_every_table_is_a_sheet(book: Any, content: Content, name: str) -> None:
    sheet, declared = book[name], RELEASED[name]
    check(sheet, content.files[name], declared)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref is not None
    for cell, column in zip(sheet[1], declared.columns, strict=True):
        assert cell.font.bold
        assert column.en in cell.comment.text
        assert column.zh in cell.comment.text
        assert 8 <= sheet.column_dimensions[cell.column_letter].width <= 52 or len(column.name) < 8


def test_the_first_sheets_tell_of_the_release_and_the_columns(book: Any, content: Content) -> None:
    assert book.sheetnames == ["about", "columns", *RELEASED]
    about = {row[0]: row[1:] for row in book["about"].iter_rows(values_only=True)}
    assert about["version 版本"][0] == "1.0.0"
    assert about["date 日期"][0] == "2024-10-16"
    assert about["licence 许可"][0].startswith("CC0 1.0")
    assert {name: about[name][1] for name in RELEASED} == {name: t.num_rows for name, t in content.files.items()}
    assert about["cells that were cut 截断的单元格"][1] == 0
    header, *columns = book["columns"].iter_rows(values_only=True)
    assert len(header) == 9
    assert [row[:2] for row in columns] == [(t.name, c.name) for t in RELEASED.values() for c in t.columns]


@pytest.mark.parametrize("name", ["articles", "meetings", "measures"])
def test_any_values_are_in_the_sheet(name: str, content: Content, tables_of: TablesOf, tmp_path: Path) -> None:
    @settings(max_examples=10, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
    @given(tables_of(RELEASED[name]))
    def test(table: pa.Table) -> None:
        write_workbook(tmp_path, replace(content, tables=content.tables | {name: table}))
        check(openpyxl.load_workbook(tmp_path / "huiyao.xlsx")[name], table, RELEASED[name])

    test()


@pytest.mark.parametrize(
    "text",
    [
        *(
            "=1+2",
            "@SUM(A1)",
            "+1",
            "-1",
            "{=1}",
            "'=1",
            "http://a.example/x",
            "mailto:a@b.example",
            "internal:Sheet1!A1",
        ),
        *("2024", "1e5", "007", "TRUE", "#N/A", "甲\n乙", "甲\t乙", " 甲 ", "\n甲\n", "_x0041_", "<r>甲</r>"),
        *("<r><t>甲</t></r>", "<r></r>", "&amp;<b>", "]]>", "😀مرحبا\u200f", "\ufeff甲", "\uffff\ufffe"),
    ],
)
def test_text_stays_text(content: Content, tmp_path: Path, text: str) -> None:
    row: dict[str, Any] = dict.fromkeys(TABLES["rejects"].column_names, text)
    table = pa.Table.from_pylist([row], schema=arrow_schema(TABLES["rejects"]))
    write_workbook(tmp_path, replace(content, tables=content.tables | {"rejects": table}))
    cells = openpyxl.load_workbook(tmp_path / "huiyao.xlsx")["rejects"][2]
    assert [(value_of(cell), cell.data_type) for cell in cells] == [(text, "s")] * len(row)


def test_what_a_cell_cannot_hold_is_cut_and_said(rows: Tables, tmp_path: Path) -> None:
    first, second = rows["articles"]
    long = [first | {"text": "甲" * 40_000, "kicker": "甲" * CELL_LIMIT}, second | {"text": "😀" * 20_000}]
    write_workbook(tmp_path, content_of(rows | {"articles": long}))
    book = openpyxl.load_workbook(tmp_path / "huiyao.xlsx")
    header = [cell.value for cell in book["articles"][1]]
    texts = sorted(book["articles"].cell(row, header.index("text") + 1).value for row in (2, 3))
    assert [len(text.encode("utf-16-le")) // 2 for text in texts] in ([CELL_LIMIT] * 2, [CELL_LIMIT, CELL_LIMIT - 1])
    assert "[cut: 40,000 characters in all, in articles.csv and articles.parquet" in texts[0]
    assert texts[1].startswith("😀😀")
    assert "甲" * CELL_LIMIT in {book["articles"].cell(row, header.index("kicker") + 1).value for row in (2, 3)}
    about = [row for row in book["about"].iter_rows(values_only=True) if row[1]]
    assert about[-1][1:3] == ("articles.text", 2)


@given(st.text(max_size=10), st.integers(0, 3))
def test_cutting_keeps_whole_characters(text: str, more: int) -> None:
    whole = text + "甲" * (CELL_LIMIT - len(text.encode("utf-16-le", "surrogatepass")) // 2) + "😀" * more
    cut = fitting(whole, "articles")
    assert (cut == whole) == (more == 0)
    assert len(cut.encode("utf-16-le")) // 2 <= CELL_LIMIT


def test_the_same_content_gives_the_same_bytes(content: Content, tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        write_workbook(tmp_path / name, content)
    assert (tmp_path / "one/huiyao.xlsx").read_bytes() == (tmp_path / "other/huiyao.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "one/huiyao.xlsx") as file:
        assert {entry.date_time[0] for entry in file.infolist()} == {1980}
        core = file.read("docProps/core.xml").decode()
    assert core.count("2024-10-16T00:00:00Z") == 2
    assert "<dc:creator></dc:creator>" in core


@pytest.mark.parametrize(("name", "most"), [("MOST_ROWS", 2), ("MOST_BYTES", 100)])
def test_no_workbook_of_what_is_too_large(
    rows: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, most: int
) -> None:
    monkeypatch.setattr(workbook, name, most)
    made = publish_release(rows, tmp_path)
    assert not (Path(made.location) / "huiyao.xlsx").exists()
    assert "huiyao.xlsx" not in (Path(made.location) / "SHA256SUMS").read_text(encoding="utf-8")


def test_its_hash_is_among_the_checksums_only(rows: Tables, tmp_path: Path) -> None:
    made = Path(publish_release(rows, tmp_path).location)
    assert "  huiyao.xlsx\n" in (made / "SHA256SUMS").read_text(encoding="utf-8")
    assert "huiyao.xlsx" not in (made / "datapackage.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("abc", 3), ("会议", 4), ("a\n会议", 4), ("e\u0301", 3)])
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns

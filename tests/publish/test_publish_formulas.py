"""Cells that a spreadsheet would run, through a whole release: harmless in CSV and workbook, exact everywhere else."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

import huiyao
from huiyao.publish import publish_release
from huiyao.schema.records import Tables

FORMULAS = ["=cmd|' /C calc'!A0", "+1", "-2", "@x", "\tx", "＝1+2", "'=1", '=HYPERLINK("http://a.example/")']
CELLS = [("articles", "headline"), ("articles", "source"), ("meetings", "name"), ("meetings", "place")]


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize(("table", "column"), CELLS)
def test_a_formula_is_never_run_and_never_lost(
    rows: Tables, tmp_path: Path, table: str, column: str, formula: str
) -> None:
    first, *others = rows[table]
    folder = Path(publish_release(rows | {table: [first | {column: formula}, *others]}, tmp_path).location)

    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [row[column] for row in csv.DictReader(file)]
    assert f"'{formula}" in cells
    sheet = openpyxl.load_workbook(folder / "huiyao.xlsx")[table]
    place = [cell.value for cell in sheet[1]].index(column)
    assert (formula, "s") in [(row[place].value, row[place].data_type) for row in sheet.iter_rows(min_row=2)]
    exact = [formula, *(row[column] for row in others)]
    for read in (
        pq.read_table(folder / f"{table}.parquet")[column].to_pylist(),
        huiyao.load(table, tmp_path)[column].tolist(),
        huiyao.read_csv(folder / f"{table}.csv")[column].tolist(),
    ):
        assert [value for value in read if isinstance(value, str)] == [value for value in exact if value is not None]

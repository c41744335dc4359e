"""The workbook of the committed release has a sheet for each table, as openpyxl reads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .conftest import Facts


@pytest.fixture(scope="session")
def workbook(release: Path) -> Iterator[Any]:
    import openpyxl

    book = openpyxl.load_workbook(release / "huiyao.xlsx", read_only=True)
    yield book
    book.close()


def test_a_sheet_holds_every_row(workbook: Any, name: str, facts: Facts) -> None:
    header, *rows = workbook[name].iter_rows(values_only=True)
    assert list(header) == facts.columns
    assert [row[0] for row in rows] == facts.keys
    label = facts.columns.index(facts.label)
    assert [row[label] for row in rows] == facts.labels

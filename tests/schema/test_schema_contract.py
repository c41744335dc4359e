"""What version 1 of the data promised stands: each column's name, type and meaning. Columns may be added."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from huiyao.schema.tables import DATA_MAJOR, TABLES

CONTRACT = json.loads(Path(__file__).with_name("contract.json").read_text(encoding="utf-8"))
"""Table to column to type and English description, as they were when version 1 was first published."""


def test_the_contract_is_that_of_this_major_version() -> None:
    assert DATA_MAJOR == 1, "a new major version has a contract of its own"


@pytest.mark.parametrize("table", CONTRACT)
def test_columns_keep_name_type_and_meaning(table: str) -> None:
    now = {column.name: [column.type, column.en] for column in TABLES[table].columns}
    assert {name: now.get(name) for name in CONTRACT[table]} == CONTRACT[table]
    assert TABLES[table].key == next(iter(CONTRACT[table]))

"""CSV files of a release, and the cells of their list columns."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Any

from huiyao.publish.content import Content
from huiyao.schema.tables import LIST_DELIMITER

if TYPE_CHECKING:
    import pyarrow as pa

_BATCH = 10_000  # rows turned into Python values at a time, to bound memory
# The delimiter in a member, and the backslash that escapes it, are written as JSON writes them, so that a reader who
# only splits gets the right number of members.
_ESCAPES = {"\\": "\\u005c", LIST_DELIMITER: f"\\u{ord(LIST_DELIMITER):04x}"}


def write_csv_files(folder: Path, content: Content) -> None:
    """Write every table."""
    for name, table in content.files.items():
        _write(table, folder / f"{name}.csv")


def _write(table: pa.Table, path: Path) -> None:
    """Write the table as CSV: UTF-8 with byte order mark, CRLF, quoted as RFC 4180 says, null as an empty cell.

    Excel needs the mark to read UTF-8. Members of lists are joined by `schema.tables.LIST_DELIMITER`; see `join_list`.
    Text is written exactly as it is, line feeds included.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(table.column_names)
        for batch in table.to_batches(max_chunksize=_BATCH):
            columns = [map(plain_cell, column.to_pylist()) for column in batch.columns]
            writer.writerows(zip(*columns, strict=True))


def plain_cell(value: Any) -> Any:
    """Return what stands for the value in a cell: of a list its members joined, of all else the value itself."""
    return join_list(value) if isinstance(value, list) else value


def join_list(members: list[str]) -> str:
    r"""Return the cell of a list column: members joined by `|`; in a member `|` is `\u007c` and a backslash `\u005c`."""
    return LIST_DELIMITER.join(_escaped(member) for member in members)


def split_list(cell: str) -> list[str]:
    """Return the members of a list column's cell: the reverse of `join_list`."""
    return [_unescaped(member) for member in cell.split(LIST_DELIMITER)] if cell else []


def _escaped(member: str) -> str:
    for character, escape in _ESCAPES.items():  # the backslash first
        member = member.replace(character, escape)
    return member


def _unescaped(member: str) -> str:
    for character, escape in reversed(_ESCAPES.items()):  # the backslash last
        member = member.replace(escape, character)
    return member

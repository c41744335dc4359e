"""Tables of a release, read back from its CSV files."""

from __future__ import annotations

import csv
import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from huiyao.publish.csvcells import split_lists, unguard
from huiyao.schema.tables import RELEASED, Column, Table
from huiyao.validate import ReleaseError

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

_BLOCK = 64 * 1024 * 1024  # bytes read at a time; no row may be longer
_KINDS = {"int32": "whole number", "int64": "whole number", "float64": "number", "date32": "day such as 2024-10-13"}
_WHOLE = {"int32": 2**31, "int64": 2**63}


def read_csv(path: str | Path, table: str | None = None) -> pd.DataFrame:
    """Return a released CSV file (or .csv.gz) as `load_table` gives its table: a pandas frame with Arrow types.

    `table` names the table where the file's name does not. Lists are lists again, apostrophes that kept formulas from
    running are gone. The columns may stand in any order.

    Raises:
        ReleaseError: the file is not there or not readable as such a table; says in which line and column where it can.
    """
    from huiyao.publish.arrow import frame

    path = Path(path)
    declared = _declared(path, table)
    try:
        _check_header(path, declared)
        return frame(_read(path, declared))
    except FileNotFoundError:
        raise ReleaseError(f"There is no file {path}.") from None
    except UnicodeDecodeError:
        raise ReleaseError(f"{path.name} is not in UTF-8.") from None
    except (OSError, EOFError, zlib.error, csv.Error) as error:
        raise ReleaseError(f"{path.name} cannot be read: {error}.") from None


def _declared(path: Path, table: str | None) -> Table:
    name = table or path.name.removesuffix(".gz").removesuffix(".csv")
    if name not in RELEASED:
        hint = "" if table else " (give table= where the file has another name)"
        raise ReleaseError(f"There is no table {name}{hint}; there are {', '.join(RELEASED)}.")
    return RELEASED[name]


def _check_header(path: Path, table: Table) -> None:
    with _text(path) as file:
        header = next(csv.reader(file), [])
    lacking = [name for name in table.column_names if name not in header]
    if lacking:
        raise ReleaseError(f"{path.name} is no table {table.name}: it lacks the columns {', '.join(lacking)}.")
    if len(header) > len(table.columns):
        unknown = sorted(set(header) - set(table.column_names)) or ["one of them twice"]
        raise ReleaseError(f"{path.name} has columns that the table {table.name} has not: {', '.join(unknown)}.")


@contextmanager
def _bytes(path: Path) -> Iterator[IO[bytes]]:
    with path.open("rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"  # by its content: browsers unpack what they download, and keep the name
        raw.seek(0)
        yield gzip.GzipFile(fileobj=raw) if packed else raw  # type: ignore[misc]


@contextmanager
def _text(path: Path) -> Iterator[IO[str]]:
    with _bytes(path) as file:
        yield io.TextIOWrapper(file, encoding="utf-8-sig", newline="")


def _read(path: Path, table: Table) -> pa.Table:
    import pyarrow as pa

    from huiyao.schema.arrow import arrow_schema

    schema = arrow_schema(table)
    try:
        cells = _cells(path, schema)
    except pa.ArrowInvalid as error:
        raise ReleaseError(_fault(path, table) or f"{path.name} cannot be read: {error}.") from None
    if any(cells[column.name].null_count for column in table.columns if _must_be_filled(column)):
        raise ReleaseError(_fault(path, table) or f"{path.name} lacks values.")
    return pa.Table.from_arrays([_values(cells[field.name], field.type) for field in schema], schema=schema)


def _cells(path: Path, schema: pa.Schema) -> pa.Table:
    """Return the file with numbers and days read, and texts and lists as they stand in their cells."""
    import pyarrow as pa
    import pyarrow.csv as pacsv

    types = {field.name: pa.string() if pa.types.is_list(field.type) else field.type for field in schema}
    with _bytes(path) as file:
        return pacsv.read_csv(
            file,
            read_options=pacsv.ReadOptions(block_size=_BLOCK),
            parse_options=pacsv.ParseOptions(newlines_in_values=True),
            convert_options=pacsv.ConvertOptions(column_types=types, null_values=[""], strings_can_be_null=True),
        )


def _values(cells: Any, type_: Any) -> Any:
    import pyarrow as pa

    texts, lists = pa.types.is_string(type_), pa.types.is_list(type_)
    if not (texts or lists):
        return cells
    plain: Any = [unguard(chunk) for chunk in cells.chunks]
    return pa.chunked_array([split_lists(chunk) for chunk in plain] if lists else plain, type_)


def _must_be_filled(column: Column) -> bool:
    return column.required and column.type != "list"


def _fault(path: Path, table: Table) -> str | None:
    """Return in one sentence what is wrong with the first cell or line that cannot be read; None where nothing is."""
    columns = {column.name: column for column in table.columns}
    with _long_cells(), _text(path) as file:
        reader = csv.reader(file)
        header = next(reader)
        line = reader.line_num + 1
        for cells in reader:
            if cells and len(cells) != len(header):
                return f"{path.name}, line {line}: there are {len(cells)} cells instead of {len(header)}."
            for name, cell in zip(header, cells, strict=False):
                if fault := _cell_fault(columns[name], cell):
                    return f"{path.name}, line {line}, column {name}: {fault}."
            line = reader.line_num + 1
    return None


@contextmanager
def _long_cells() -> Iterator[None]:
    """Let Python's reader take cells of any length, as Arrow's does."""
    limit = csv.field_size_limit(sys.maxsize)
    try:
        yield
    finally:
        csv.field_size_limit(limit)


def _cell_fault(column: Column, cell: str) -> str | None:
    if not cell:
        return "there is no value" if _must_be_filled(column) else None
    if column.type in _KINDS and not _readable(column, cell):
        return f"{cell!r} is no {_KINDS[column.type]}"
    return None


def _readable(column: Column, cell: str) -> bool:
    try:
        if column.type == "date32":
            date.fromisoformat(cell)
        elif column.type == "float64":
            float(cell)
        else:
            return -_WHOLE[column.type] <= int(cell) < _WHOLE[column.type]
    except ValueError:
        return False
    return True

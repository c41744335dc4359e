"""CSV files of a release."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from huiyao.publish.content import Content
from huiyao.publish.csvcells import guard, holding, join_lists, layout, where

if TYPE_CHECKING:
    import pyarrow as pa

GZIP_FROM = 10_000_000
"""Size in bytes from which a CSV file is there in a compressed form, too."""

_BATCH = 16 * 1024  # rows rendered at a time, to bound memory
_EOL = "\r\n"


def write_csv_files(folder: Path, content: Content) -> None:
    """Write every table as `<name>.csv`, and as `<name>.csv.gz` where the file is large (`GZIP_FROM`).

    The bytes of the compressed form follow from the text and from zlib, of which a few systems have another make (zlib-ng)
    that packs differently. So its hash is in `SHA256SUMS` only: that line and that file may differ where the same release
    is made on another system; what is in the file may not.
    """
    for name, table in content.files.items():
        path = folder / f"{name}.csv"
        write_csv(table, path)
        if path.stat().st_size >= GZIP_FROM:
            _compress(path, folder / f"{name}.csv.gz")


def write_csv(table: pa.Table, path: Path) -> None:
    """Write the table as CSV: UTF-8 with byte order mark, CRLF, quoted as RFC 4180 says, null as an empty cell.

    Excel needs the mark to read UTF-8. Lists are joined and formulas kept from running as `csvcells` says; line feeds in
    texts stay. Written column by column by Arrow, several times as fast as row by row in Python; Arrow's own writer would
    quote every text, and has line ends to choose from in its newest version only.
    """
    with path.open("wb") as file:
        file.write(b"\xef\xbb\xbf" + (",".join(table.column_names) + _EOL).encode())
        for batch in table.to_batches(max_chunksize=_BATCH):
            _write_rows([_cells(column) for column in batch.columns], file)


def _write_rows(columns: list[Any], file: BinaryIO) -> None:
    import pyarrow as pa
    import pyarrow.compute as pc

    # Large: the texts of one batch may have more bytes than 32 bits count.
    large = pa.large_string()
    nothing, comma, eol = (pa.scalar(text, large) for text in ("", ",", _EOL))
    *others, last = (pc.fill_null(column.cast(large), nothing) for column in columns)
    lines: Any = pc.binary_join_element_wise(*others, pc.binary_join_element_wise(last, eol, nothing), comma)
    bounds, data = layout(lines)
    file.write(data[bounds[0] : bounds[-1]])  # the lines stand in memory one after another


def _cells(column: Any) -> Any:
    """Return the column's values as they stand in the file, null for an empty cell."""
    import pyarrow as pa

    if pa.types.is_list(column.type):
        return _quoted(guard(join_lists(column)))
    if pa.types.is_string(column.type):
        return _quoted(guard(column))
    return _decimals(column) if pa.types.is_floating(column.type) else column.cast(pa.string())


def _quoted(texts: Any) -> Any:
    import pyarrow.compute as pc

    def quote(some: Any) -> Any:
        return pc.binary_join_element_wise('"', pc.replace_substring(some, '"', '""'), '"', "")

    return where(texts, holding(texts, b'",\r\n'), quote)


def _decimals(column: Any) -> Any:
    """Return floats as Python writes them, the fewest digits that give the number back; 1.0, not 1 as Arrow has it."""
    import pyarrow as pa

    numbers = column.dictionary_encode()
    return pa.array([repr(number) for number in numbers.dictionary.to_pylist()], pa.string()).take(numbers.indices)


def _compress(path: Path, packed: Path) -> None:
    """Write the file with gzip; neither its name nor the time is in it."""
    with (
        path.open("rb") as plain,
        packed.open("wb") as file,
        gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=file, mtime=0) as out,
    ):
        shutil.copyfileobj(plain, out, 1 << 20)

"""What a release holds, before it is written: the tables, what changed in them, and hashes that tell them apart."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

Arrow = dict[str, "pa.Table"]
"""Tables in Arrow by name, each as declared and sorted by key."""


@dataclass(frozen=True, slots=True)
class Content:
    """All that the files of one release are written from.

    `tables` are the records and `changes` the differences to `previous`, the release before (None: there is none).
    `released` is the day of the newest article unless given; None where no article has a day. `hashes` are those of
    `table_hash` by table, `hash` is that of all tables.
    """

    version: str
    previous: str | None
    released: date | None
    tables: Arrow
    changes: pa.Table
    hashes: dict[str, str]

    @property
    def hash(self) -> str:
        """Hash of the content of all tables, without what names the version."""
        return content_hash(self.hashes)

    @property
    def files(self) -> Arrow:
        """Every table that has files, the changes among them."""
        return self.tables | {"changes": self.changes}

    def hash_of(self, table: str) -> str:
        """Hash of one table's content, `changes` included."""
        return self.hashes.get(table) or table_hash(self.files[table])

    @property
    def has_text(self) -> bool:
        """Whether the articles carry their text."""
        return bool(self.tables["articles"]["text"].null_count < self.tables["articles"].num_rows)


def content_hash(hashes: dict[str, str]) -> str:
    """Return one hash for the hashes of all tables."""
    return hashlib.sha256("".join(f"{name} {hashes[name]}\n" for name in sorted(hashes)).encode()).hexdigest()


def table_hash(table: pa.Table) -> str:
    """Return a hash of the table's logical content, the same for every version of Arrow and every layout of its buffers.

    SHA-256 over, column by column: name and type, then the values. Numbers and days are 8-byte little-endian integers or
    floats behind a byte for each row that tells whether the value is known; texts are their lengths in UTF-8 bytes
    (8-byte little-endian, -1 for unknown) and then their bytes; lists their lengths, and then their members as texts.
    """
    digest = hashlib.sha256()
    for name, column in zip(table.column_names, table.columns, strict=True):
        digest.update(f"{name}\x1f{type_name(column.type)}\x1e".encode())
        for chunk in _parts(column):
            digest.update(chunk)
    return digest.hexdigest()


def type_name(type_: pa.DataType) -> str:
    """Return the type as it is written in hashes and changes; what a reader calls the members of a list is left out."""
    import pyarrow as pa

    return f"list<{type_.value_type}>" if pa.types.is_list(type_) else str(type_)


def _parts(column: Any) -> list[bytes]:
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_list(column.type):
        return [_lengths(pc.list_value_length(column)), *_parts(pc.list_flatten(column))]
    if pa.types.is_string(column.type):
        # A null may have bytes beneath it; filled, it has none.
        texts = pc.fill_null(column, "").cast(pa.large_binary()).chunks
        return [_lengths(pc.binary_length(column)), *(_bytes(chunk) for chunk in texts)]
    known = pc.is_valid(column).cast(pa.int8())
    plain = column.cast(pa.int32()) if pa.types.is_date(column.type) else column
    wide = plain.cast(pa.float64() if pa.types.is_floating(plain.type) else pa.int64())
    return [
        _little_endian(known, "i1"),
        _little_endian(pc.fill_null(wide, 0), "f8" if wide.type == pa.float64() else "i8"),
    ]


def _lengths(lengths: Any) -> bytes:
    import pyarrow as pa
    import pyarrow.compute as pc

    return _little_endian(pc.fill_null(lengths.cast(pa.int64()), -1), "i8")


def _little_endian(numbers: Any, form: str) -> bytes:
    packed: bytes = numbers.to_numpy().astype(f"<{form}").tobytes()
    return packed


def _bytes(chunk: Any) -> bytes:
    """Return the bytes of all values one after another."""
    import numpy as np

    _, offsets, data = chunk.buffers()
    if data is None or not len(chunk):
        return b""
    ends = np.frombuffer(offsets, dtype=np.int64)[chunk.offset : chunk.offset + len(chunk) + 1]
    packed: bytes = data[int(ends[0]) : int(ends[-1])].to_pybytes()
    return packed

"""Parquet files of a release."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from huiyao.publish.content import Content
from huiyao.schema.tables import RELEASED

if TYPE_CHECKING:
    import pyarrow as pa

_ROW_GROUP = 64 * 1024  # rows; some 10 MB of statements, so that a reader can skip and a small machine can hold one


def write_parquet_files(folder: Path, content: Content) -> None:
    """Write every table; what the file tells of itself is its version and the hash of its content."""
    for name, table in content.files.items():
        declared = RELEASED[name]
        told = {
            "huiyao.version": content.version,
            "huiyao.table": name,
            "huiyao.content_hash": content.hash_of(name),
            "description": declared.en,
            "description_zh": declared.zh,
        }
        write_parquet(table.replace_schema_metadata(told), folder / f"{name}.parquet")


def write_parquet(table: pa.Table, path: Path) -> None:
    """Write the table, sorted by its first column, with zstd, statistics and an index of pages.

    What could change the bytes (level, group size, how the table lies in memory) is fixed here, not by a default. With
    the index a reader that looks for some keys reads single pages of a group.
    """
    import pyarrow.parquet as pq

    with pq.ParquetWriter(
        path,
        table.schema,
        compression="zstd",
        compression_level=3,
        sorting_columns=[pq.SortingColumn(0)],
        write_statistics=True,
        write_page_index=True,
    ) as writer:
        for start in range(0, max(table.num_rows, 1), _ROW_GROUP):  # one group, if an empty one, at least
            writer.write_table(table.slice(start, _ROW_GROUP).combine_chunks(), row_group_size=_ROW_GROUP)

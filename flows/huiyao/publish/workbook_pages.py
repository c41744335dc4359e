"""What the first two sheets of the workbook say: about the release, and about every column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from huiyao.publish.about import LICENCE_TITLE, LICENCE_URL, TITLE_EN, TITLE_ZH
from huiyao.publish.content import Content
from huiyao.schema.tables import LIST_DELIMITER, RELEASED, Column
from huiyao.version import __version__

_TYPES = {"edtf": "text (EDTF)", "string": "text", "list": f"texts, separated by {LIST_DELIMITER}", "date32": "day"}


def about_rows(content: Content, cut: Mapping[tuple[str, str], int]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows about the release: what it is, how many rows each table has, which cells were cut."""
    yield "huiyao 会要", f"{TITLE_EN} {TITLE_ZH}"
    yield "version 版本", content.version
    yield "date 日期", content.released and content.released.isoformat()
    yield "previous version 上一版本", content.previous or "none 无"
    yield "licence 许可", f"{LICENCE_TITLE} ({LICENCE_URL})"
    yield "content hash 内容哈希", content.hash
    yield "made by 生成程序", f"huiyao {__version__}"
    yield (
        "the same data 同一数据",
        "Each sheet is also a CSV and a Parquet file of this release. 每个工作表另有 CSV 与 Parquet 文件。",
    )
    yield ()
    yield "table 表", "what one row is 每行内容", "rows 行数"
    for name, table in content.files.items():
        declared = RELEASED[name]
        yield name, f"{declared.title_zh} · {declared.en} {declared.zh}", table.num_rows
    yield ()
    yield (
        "cells that were cut 截断的单元格",
        "A cell holds 32,767 characters. 单元格至多 32,767 字符。",
        sum(cut.values()),
    )
    for (table_name, column), cells in sorted(cut.items()):
        yield "", f"{table_name}.{column}", cells


def column_rows() -> Iterator[tuple[str, ...]]:
    """Yield the rows of the data dictionary, its header first."""
    yield (
        "table 表",
        "column 列",
        "type 类型",
        "unit 单位",
        "required 必填",
        "description",
        "说明",
        "values 取值",
        "refers to 引用",
    )
    for table in RELEASED.values():
        for column in table.columns:
            yield (
                table.name, column.name, _TYPES.get(column.type, "number"), column.unit or "", "yes 是" if column.required else "",
                column.en, column.zh, ", ".join(column.enum), column.references or "",
            )  # fmt: skip


def column_note(column: Column) -> str:
    """Return the note at the head of a column, in both languages."""
    unit = f" ({column.unit})" if column.unit else ""
    return f"{column.en}{unit}\n{column.zh}"

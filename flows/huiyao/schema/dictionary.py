"""The data dictionary page rendered from the declared columns."""

from __future__ import annotations

from pathlib import Path

from huiyao.schema.tables import LIST_DELIMITER, RELEASED, Column, Table

_INTRODUCTION = f"""# Data dictionary · 数据字典

Rendered from `flows/huiyao/schema/tables.py`; `make dictionary` renders it again. 本页由程序生成。

- Every `id` stays the same from release to release while the record is the same. 同一记录的标识在各版本间不变。
- `start` and `end` are half-open code-point offsets into the canonical article text. 位置为规范文本的半开区间（码位）。
- `edtf` is ISO 8601-2 level 1: `2024-10-13`, `2024-10`, `2024`, `XXXX-05-23`, `2018-05-18/2018-05-19`. 可为不完整日期。
- Unknown is null (an empty cell in CSV). 未知为空。
- `list` is `list<string>` in Parquet, empty where nothing is known, and separated by `{LIST_DELIMITER}` in CSV, where
  a `{LIST_DELIMITER}` within a member is written `\\u007c` and a backslash `\\u005c`.
  列表在 CSV 中以 `{LIST_DELIMITER}` 分隔；成员内的 `{LIST_DELIMITER}` 写作 `\\u007c`，反斜杠写作 `\\u005c`。
- A text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or a
  line break, blanks and apostrophes in front aside) has one more `'` in front in CSV; `huiyao.read_csv` takes it off.
  CSV 中以公式符号开头的文本前加一个 `'`，`huiyao.read_csv` 读取时去除。
"""


def dictionary_page() -> str:
    """Return the data dictionary of all tables as a Markdown page."""
    return _INTRODUCTION + "".join(_section(table) for table in RELEASED.values())


def _section(table: Table) -> str:
    head = f"\n## `{table.name}` · {table.title_zh}\n\n{table.en} {table.zh} Key 主键: `{table.key}`.\n\n"
    head += "| column | type | description | 说明 | constraints 约束 |\n|---|---|---|---|---|\n"
    return head + "".join(_line(column) for column in table.columns)


def _line(column: Column) -> str:
    unit = f" ({column.unit})" if column.unit else ""
    cells = (f"`{column.name}`", f"{column.type}{unit}", column.en, column.zh, _constraints(column))
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |\n"


def _constraints(column: Column) -> str:
    parts = ["required 必填"] if column.required else []
    if column.enum:
        parts.append(" / ".join(f"`{value}`" for value in column.enum))
    if column.minimum is not None:
        parts.append(f"≥ {column.minimum}")
    if column.maximum is not None:
        parts.append(f"≤ {column.maximum}")
    if column.references:
        parts.append(f"→ `{column.references}`")
    return "; ".join(parts)


def main() -> None:
    """Render the page to `datasets/DICTIONARY.md` below the working folder."""
    page = Path("datasets", "DICTIONARY.md")
    page.parent.mkdir(exist_ok=True)
    page.write_text(dictionary_page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

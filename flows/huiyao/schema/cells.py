"""How values stand in cells, told in words for those who read them."""

from __future__ import annotations

from huiyao.schema.tables import LIST_DELIMITER

_CODE = f"\\u{ord(LIST_DELIMITER):04x}"

LISTS_EN = (
    f"In CSV the members of a list are separated by `{LIST_DELIMITER}`; a `{LIST_DELIMITER}` within a member is written "
    f"`{_CODE}` and a backslash `\\u005c`."
)
LISTS_ZH = (
    f"列表在 CSV 中以 `{LIST_DELIMITER}` 分隔；成员内的 `{LIST_DELIMITER}` 写作 `{_CODE}`，反斜杠写作 `\\u005c`。"
)
FORMULAS_EN = (
    "In CSV one apostrophe stands before a text that a spreadsheet would take for a formula: one that begins with `=`, `+`, "
    "`-` or `@` (full-width too, and behind blanks), a tab or a line break. `huiyao.read_csv` takes it away again."
)
FORMULAS_ZH = (
    "CSV 中，以 `=`、`+`、`-`、`@`（含全角及其前有空格者）、制表符或换行开头的文本之前加一个撇号，以免电子表格将其当作公式；"
    "`huiyao.read_csv` 读取时会去掉。"
)

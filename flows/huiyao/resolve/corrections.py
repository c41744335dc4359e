"""Which columns a correction may change, and to what."""

from __future__ import annotations

import re
from typing import Any

from huiyao.schema.tables import TABLES, Column, Table

FREE: dict[str, frozenset[str]] = {
    "meetings": frozenset(
        "name aliases series ordinal kind theme date place venue status organizers attendance_min".split()
    ),
    "speakers": frozenset("organization title positions role".split()),
    "organizations": frozenset("name aliases".split()),
    "measures": frozenset("status action object actor topic named_programmes quantities deadline".split()),
    "statements": frozenset("mode cue".split()),
}
"""The columns that may be corrected. Keys, references, places in the text and what is counted follow from the records."""

_TYPES: dict[str, type] = {"string": str, "edtf": str, "int32": int, "int64": int, "list": list}


def table_of(key: str) -> Table | None:
    """Return the table whose keys have this form."""
    found = (table for table in TABLES.values() if re.match(str(table.columns[0].pattern), key))
    return next(found, None)


def fault_of(key: str, column: str, value: Any) -> str | None:
    """Return what is wrong with a correction, as the end of a sentence, or None."""
    table = table_of(key)
    if table is None or table.name not in FREE:
        return f"corrects {key}, but only {', '.join(FREE)} can be corrected"
    if column not in FREE[table.name]:
        return f"corrects the column {column}, but of {table.name} only {', '.join(sorted(FREE[table.name]))} can be"
    declared = next(each for each in table.columns if each.name == column)
    return _value_fault(declared, value)


def _value_fault(column: Column, value: Any) -> str | None:
    if value is None:
        return f"leaves {column.name} without a value, which it needs" if column.required else None
    typed = isinstance(value, _TYPES[column.type]) and not isinstance(value, bool)
    if not typed or (column.type == "list" and not all(isinstance(member, str) for member in value)):
        return f"gives {column.name} the value {value!r}, which is no {column.type}"
    wrong = (column.enum and value not in column.enum) or (column.pattern and not re.search(column.pattern, str(value)))
    if wrong or (column.minimum is not None and value < column.minimum) or value == "":
        return f"gives {column.name} the value {value!r}, which is not allowed there"
    return None

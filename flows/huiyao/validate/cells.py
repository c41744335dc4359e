"""Gates for single values: what each column declares, and what holds for all text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from huiyao.schema.records import Row
from huiyao.schema.tables import Column, Table

YEARS = range(1900, 2101)
"""Years in which news about meetings can have a date."""

_NUMBER_LIMIT = {"int32": 2**31, "int64": 2**63, "float64": 2**53}
_PATHS = {"source", "sources"}  # file names are kept as the file system spells them, composed or not
# Control characters but tab and line feed; a carriage return would not come back from every CSV reader as it was.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class Fault(NamedTuple):
    """Why a row is not published: the name of the rule and one plain sentence."""

    rule: str
    reason: str


def cell_faults(table: Table, row: Row) -> Iterator[Fault]:
    """Yield what is wrong with single values of the row, column by column."""
    for column in table.columns:
        value = row[column.name]
        if value is None or value == []:
            if column.required:
                yield Fault("required", f"{column.name} has no value")
        else:
            yield from _value_faults(column, value)


def _value_faults(column: Column, value: Any) -> Iterator[Fault]:
    if column.type == "list":
        for member in value:
            yield from _text_faults(column, member)
    elif column.type == "date32":
        yield from _year_faults(column, [value.year])
    elif column.type in _NUMBER_LIMIT:
        yield from _number_faults(column, value)
    else:
        yield from _text_faults(column, value)
        yield from _declared_faults(column, value)


def _text_faults(column: Column, text: str) -> Iterator[Fault]:
    if not text.strip():
        yield Fault("empty", f"{column.name} is an empty string instead of null")
    if found := UNPRINTABLE.search(text):
        yield Fault("characters", f"{column.name} contains U+{ord(found.group()):04X}, which is no text")
    elif column.name not in _PATHS and not unicodedata.is_normalized("NFC", text):
        yield Fault("normalization", f"{column.name} is not in Unicode NFC")


def _declared_faults(column: Column, text: str) -> Iterator[Fault]:
    if column.enum and text not in column.enum:
        yield Fault("enum", f"{column.name} is {text!r}, which is none of {', '.join(column.enum)}")
    if column.pattern and not re.search(column.pattern, text):
        yield Fault("pattern", f"{column.name} is {text!r}, which has not the form declared for it")
    elif column.type == "edtf":
        yield from _edtf_faults(column, text)


def _edtf_faults(column: Column, text: str) -> Iterator[Fault]:
    ends = text.split("/")
    yield from _year_faults(column, [int(end[:4]) for end in ends if end[:4].isdecimal()])
    for end in ends:
        if len(end) == 10 and "X" not in end and not _in_calendar(end):
            yield Fault("plausibility", f"{column.name} is {text}, a day that is in no calendar")
    # Dates of one precision without unknown parts compare as strings.
    if len(ends) == 2 and "X" not in text and len(ends[0]) == len(ends[1]) and ends[0] > ends[1]:
        yield Fault("plausibility", f"{column.name} is {text}, which ends before it starts")


def _in_calendar(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _year_faults(column: Column, years: list[int]) -> Iterator[Fault]:
    for year in years:
        if year not in YEARS:
            yield Fault("plausibility", f"{column.name} is in the year {year}, outside {YEARS[0]} to {YEARS[-1]}")


def _number_faults(column: Column, number: float) -> Iterator[Fault]:
    if column.minimum is not None and number < column.minimum:
        yield Fault("minimum", f"{column.name} is {number}, less than {column.minimum}")
    if column.maximum is not None and number > column.maximum:
        yield Fault("maximum", f"{column.name} is {number}, more than {column.maximum}")
    if number >= _NUMBER_LIMIT[column.type]:
        yield Fault("plausibility", f"{column.name} is {number}, more than any count can be")

"""Gates for plausibility: values that are well formed but cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiyao.schema.records import Row
from huiyao.validate.cells import Fault

_HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_LATIN = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
# Words of letters, joined by the dot or the hyphen of transcribed names (让-吕克·马罗尚) or, as Latin names are written, by ' - . and spaces.
_NAME = re.compile(
    rf"^[{_HAN}{_LATIN}]+(?:(?:[·•・‧]|(?<=[{_HAN}])[-－]|(?<=[{_LATIN}])(?:[-'’ ]|\. ?))[{_HAN}{_LATIN}]+)*\.?$"
)


def plausibility_faults(table: str, row: Row) -> Iterator[Fault]:
    """Yield what cannot be: a meeting that ends before it starts or is a part of itself, a position last seen before it
    was first seen, a person's name that does not look like one.

    A name has 2 to 20 characters, Han or Latin letters with the dot or hyphen of transcribed names, no digits or other
    punctuation; a name in Latin letters only may have 40.
    """
    if table == "meetings":
        yield from _meeting_faults(row)
    if table == "positions" and row["first_seen"] and row["last_seen"] and row["first_seen"] > row["last_seen"]:
        yield Fault("plausibility", "the position is last seen before it is first seen")
    if table in ("speakers", "positions") and not looks_like_name(row["name"]):
        yield Fault("plausibility", f"{row['name']!r} does not look like a person's name")


def _meeting_faults(row: Row) -> Iterator[Fault]:
    if row["start_date"] and row["end_date"] and row["start_date"] > row["end_date"]:
        yield Fault("plausibility", "the meeting ends before it starts")
    for column in ("parent_meeting_id", "previous_meeting_id", "next_meeting_id"):
        if row[column] == row["meeting_id"]:
            yield Fault("plausibility", f"the meeting's {column} is its own")


def looks_like_name(name: str) -> bool:
    """Return whether the string can be the name of a person."""
    longest = 40 if name.isascii() else 20
    shortest = 4 if "-" in name or "－" in name else 2
    return shortest <= len(name) <= longest and _NAME.match(name) is not None

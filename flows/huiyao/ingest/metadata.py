"""What stands beside the text in front matter, JSON or a page's head, read strictly."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from huiyao.schema.records import Reject
from huiyao.schema.tables import EDTF_PATTERN

_EDTF = re.compile(EDTF_PATTERN)
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}\S*(?: ?[+-]\d{2}:?\d{2})?")
_FULL_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
_NULLS = frozenset(("", "null", "~", "None"))


@dataclass(frozen=True, slots=True)
class Metadata:
    """What stands beside an article's text in its source; `published` is EDTF."""

    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    headline: str | None = None


def edtf(value: str) -> str | None:
    """Return an ISO 8601 date, a date with a time, or an EDTF date as EDTF; None where it is none or no such day is."""
    value = value.strip()
    if match := _TIME.fullmatch(value):
        value = match[1]
    if not _EDTF.match(value):
        return None
    try:
        for day in _FULL_DAY.findall(value):
            datetime.date.fromisoformat(day)
    except ValueError:
        return None
    return value


def day_in(text: str) -> str | None:
    """Return the first full date in a line of metadata (2024-05-17 09:30, 2024年5月7日) as EDTF, None without one."""
    if match := _DAY.search(text):
        year, month, day = match.groups()
        return edtf(f"{year}-{month:0>2}-{day:0>2}")
    return None


def read_metadata(fields: Mapping[str, object], source: str, place: str = "") -> tuple[Metadata, tuple[Reject, ...]]:
    """Return the known fields and a reject for each that cannot be interpreted; the article is kept without it.

    Other keys are ignored. `place` tells where in the source, for the reason.
    """
    values: dict[str, str | None] = {}
    rejects: list[Reject] = []
    for name in ("published", "publisher", "url", "headline"):
        given = fields.get(name)
        text = given.strip() if isinstance(given, str) else None
        if given is None or text in _NULLS:
            continue
        values[name] = edtf(text) if text and name == "published" else text
        if values[name] is None:
            rejects.append(_reject(name, given, source, place))
    return Metadata(**values), tuple(rejects)


def _reject(name: str, given: object, source: str, place: str) -> Reject:
    wanted = "a date in ISO 8601 or EDTF" if name == "published" else "text"
    # Not a list or a mapping: a few bytes of YAML aliases can stand for gigabytes.
    simple = isinstance(given, str | int | float)
    shown = json.dumps({name: given[:200] if isinstance(given, str) else given}, ensure_ascii=False) if simple else None
    return Reject(
        source, "articles", name, f"The field `{name}`{place} is not {wanted}; it was left empty.", record=shown
    )

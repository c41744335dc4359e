"""Reviewed decisions that go before the rules: which records are one, which are not, and values that are wrong.

They come from `overrides.yml` in the folder of the articles; `seeds/README.md` says how it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from huiyao.resolve.corrections import fault_of

_ID = re.compile(r"^[a-z]-[0-9a-f]{16}$")
_JOINED = ("m-", "p-", "o-")  # ids of what resolution joins: meetings, persons, organizations
_KEYS = {
    "same_as": {"ids", "reason"},
    "not_same_as": {"ids", "reason"},
    "corrections": {"id", "column", "value", "reason"},
}


class OverrideError(ValueError):
    """An override that cannot be followed; the message is one plain sentence."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Ids that stand for one record, or for several; `where` says in which entry, for error messages."""

    ids: tuple[str, ...]
    where: str


@dataclass(frozen=True, slots=True)
class Correction:
    """The value that a column of a record has."""

    id: str
    column: str
    value: Any
    where: str


@dataclass(frozen=True, slots=True)
class Overrides:
    """All decisions, in the order of the file."""

    same_as: tuple[Decision, ...] = ()
    not_same_as: tuple[Decision, ...] = ()
    corrections: tuple[Correction, ...] = ()


NO_OVERRIDES = Overrides()


def parse_overrides(text: str | None) -> Overrides:
    """Return the overrides that the YAML text holds; none for None or an empty text.

    Raises:
        OverrideError: the text is no such YAML, an entry lacks its reason, names no ids, or contradicts another.
    """
    import yaml

    try:
        content = yaml.safe_load(text or "") or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise OverrideError(f"overrides.yml is no YAML{f', line {mark.line + 1}' if mark else ''}.") from None
    if not isinstance(content, dict) or content.keys() - _KEYS.keys():
        raise OverrideError(f"overrides.yml holds lists under {', '.join(_KEYS)}, and nothing else.")
    overrides = Overrides(
        tuple(_decision(entry, where, "same_as") for entry, where in _entries(content, "same_as")),
        tuple(_decision(entry, where, "not_same_as") for entry, where in _entries(content, "not_same_as")),
        tuple(_correction(entry, where) for entry, where in _entries(content, "corrections")),
    )
    _check_corrections(overrides.corrections)
    return overrides


def _entries(content: Mapping[str, Any], key: str) -> Iterator[tuple[Mapping[str, Any], str]]:
    entries = content.get(key) or []
    if not isinstance(entries, list):
        raise OverrideError(f"In overrides.yml {key} is no list.")
    for number, entry in enumerate(entries, 1):
        where = f"Entry {number} under {key} in overrides.yml"
        if (
            not isinstance(entry, dict)
            or entry.keys() - _KEYS[key]
            or not _KEYS[key] - {"value", "reason"} <= entry.keys()
        ):
            raise OverrideError(f"{where} needs {', '.join(sorted(_KEYS[key]))}, and nothing else.")
        if not isinstance(entry.get("reason"), str) or not entry["reason"].strip():
            raise OverrideError(f"{where} gives no reason.")
        yield entry, where


def _decision(entry: Mapping[str, Any], where: str, key: str) -> Decision:
    ids = entry["ids"]
    if not isinstance(ids, list) or len(set(map(str, ids))) < 2 or len(ids) != len(set(map(str, ids))):
        raise OverrideError(f"{where} needs a list of at least two different ids.")
    for each in ids:
        if not isinstance(each, str) or not _ID.match(each):
            raise OverrideError(f"{where} names {each!r}, which is no id.")
    kinds = {each[:2] for each in ids[1:]} - ({"a-"} if key == "not_same_as" else set())
    if ids[0][:2] not in _JOINED or kinds - {ids[0][:2]}:
        raise OverrideError(f"{where} must name meetings, persons or organizations, and only one of these kinds.")
    return Decision(tuple(ids), where)


def _correction(entry: Mapping[str, Any], where: str) -> Correction:
    if not isinstance(entry["id"], str) or not _ID.match(entry["id"]):
        raise OverrideError(f"{where} names {entry['id']!r}, which is no id.")
    if "value" not in entry:
        raise OverrideError(f"{where} gives no value; null stands for unknown.")
    fault = fault_of(entry["id"], entry["column"], entry["value"])
    if fault:
        raise OverrideError(f"{where} {fault}.")
    return Correction(entry["id"], entry["column"], entry["value"], where)


def _check_corrections(corrections: tuple[Correction, ...]) -> None:
    seen: dict[tuple[str, str], str] = {}
    for each in corrections:
        if (each.id, each.column) in seen:
            raise OverrideError(f"{each.where} corrects {each.column} of {each.id}, as an entry before it does.")
        seen[each.id, each.column] = each.where

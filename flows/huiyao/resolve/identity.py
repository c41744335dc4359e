"""Stable ids: made from natural parts of the oldest mention of a record, equal on every machine.

Articles come in the order of the news, so a record keeps the id that its oldest article gave it. Where two records turn
out to be one, the id of the older one stays; where two have the same natural parts, the older one has the shorter key.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from huiyao.schema.records import stable_id

Key = tuple[object, ...]
_T = TypeVar("_T", bound=Hashable)


def with_ids(
    prefix: str, records: Iterable[_T], age: Callable[[_T], tuple[object, ...]], keys: Callable[[_T], list[Key]]
) -> dict[str, _T]:
    """Return the records by id, the oldest first; each takes the first of its keys that no older record has.

    `age` must order the records totally, and the last key of each be its own.
    """
    named: dict[str, _T] = {}
    for record in sorted(records, key=age):
        candidates = [stable_id(prefix, *key) for key in keys(record)]
        named[next((each for each in candidates if each not in named), candidates[-1])] = record
    return named

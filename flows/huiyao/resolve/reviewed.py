"""Overrides carried out: records put together or apart, and values corrected."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from itertools import combinations
from typing import TypeVar

from huiyao.resolve.corrections import table_of
from huiyao.resolve.edtf import days
from huiyao.resolve.overrides import Decision, OverrideError, Overrides
from huiyao.resolve.unions import Unions
from huiyao.schema.records import Row

_T = TypeVar("_T", bound=Hashable)


class Regrouping:
    """Records of one kind, by id, as the rules make them, to be put together and apart as the overrides say.

    A record is known by its id and by the id that each of its mentions would have alone, so that an override still
    holds when the rules come to join what it names.
    """

    def __init__(self, overrides: Overrides, prefix: str) -> None:
        """Take the decisions about ids of this prefix."""
        self._same = [each for each in overrides.same_as if each.ids[0].startswith(prefix)]
        self._apart = [each for each in overrides.not_same_as if each.ids[0].startswith(prefix)]

    def groups(
        self, named: Mapping[str, Iterable[_T]], own_id: Callable[[_T], str], articles: Callable[[_T], Collection[str]]
    ) -> list[tuple[_T, ...]] | None:
        """Return the members of each record after all decisions; None where there is nothing to decide.

        Raises:
            OverrideError: an id is unknown, or two decisions contradict each other.
        """
        if not self._same and not self._apart:
            return None
        parts = {key: [*members] for key, members in named.items()}
        where = {own_id(member): key for key, members in parts.items() for member in members}
        where |= {key: key for key in parts}
        for decision in (*self._same, *self._apart):
            _check_known(decision, where)
        pairs = [(d, *_split(d, other, parts, where, own_id, articles)) for d in self._apart for other in d.ids[1:]]
        pairs += [(d, where[a], where[b]) for d in self._apart for a, b in combinations(_records(d), 2)]
        unions: Unions[str] = Unions()
        for decision in self._same:
            unions.join([where[each] for each in decision.ids])
        for decision, one, other in pairs:
            if unions.joined(one, other):
                raise OverrideError(f"{decision.where} keeps apart what another entry says is one.")
        return [
            tuple(member for key in group for member in parts[key])
            for group in unions.groups(parts)
            if any(parts[key] for key in group)
        ]


def _records(decision: Decision) -> list[str]:
    return [each for each in decision.ids if not each.startswith("a-")]


def _check_known(decision: Decision, where: Mapping[str, str]) -> None:
    for each in _records(decision):
        if each not in where:
            raise OverrideError(f"{decision.where} names {each}, which is the id of no record.")


def _split(
    decision: Decision,
    other: str,
    parts: dict[str, list[_T]],
    where: dict[str, str],
    own_id: Callable[[_T], str],
    articles: Callable[[_T], Collection[str]],
) -> tuple[str, str]:
    """Move the members that `other` names out of the first record of the decision; return the two parts."""
    home = where[decision.ids[0]]
    if other in where and where[other] != home:
        return home, where[other]
    moved = [m for m in parts[home] if other == own_id(m) or other in articles(m)]
    if not moved or len(moved) == len(parts[home]):
        raise OverrideError(f"{decision.where} names {other}, which cannot be told from {decision.ids[0]}.")
    key = f"{home} without {other}"
    parts[home] = [m for m in parts[home] if m not in moved]
    parts[key] = moved
    where[other] = key
    return home, key


def corrected(table: str, rows: Iterable[Row], overrides: Overrides) -> list[Row]:
    """Return the rows with what the overrides say of them; a meeting's first and last day follow its date."""
    changes: dict[str, Row] = {}
    for each in overrides.corrections:
        changes.setdefault(each.id, {})[each.column] = each.value
    key = f"{table.removesuffix('s')}_id"
    return [_with_days(row | changes[row[key]]) if row[key] in changes else row for row in rows]


def _with_days(row: Row) -> Row:
    if "start_date" not in row:
        return row
    start_date, end_date = days(row["date"])
    return row | {"start_date": start_date, "end_date": end_date}


def check_corrections(tables: Mapping[str, Iterable[Row]], overrides: Overrides) -> None:
    """Raise OverrideError where a correction is about a record that is not there."""
    keys = {str(next(iter(row.values()))) for rows in tables.values() for row in rows}
    for each in overrides.corrections:
        if each.id not in keys:
            table = table_of(each.id)
            raise OverrideError(
                f"{each.where} names {each.id}, which is no row of {table.name if table else 'a table'}."
            )

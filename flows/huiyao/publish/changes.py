"""What changed from one release to the next, record by record and value by value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from huiyao.publish.content import Arrow, type_name
from huiyao.publish.csvcells import plain_cell
from huiyao.resolve.replacements import replacements
from huiyao.schema.records import Row, stable_id
from huiyao.schema.tables import CHANGES, TABLES

if TYPE_CHECKING:
    import pyarrow as pa

_RESOLVED = ("meetings", "speakers", "organizations", "positions")
"""Tables whose records can turn out to be one."""
_NAMED_BY = {
    "m": ("meetings", "meeting_id"),
    "s": ("speakers", "speaker_id"),
    "p": ("speakers", "person_id"),
    "o": ("organizations", "organization_id"),
    "h": ("positions", "position_id"),
}
"""Where the record stands that an id names, by the id's first letter."""
PERSONS = "persons"
"""The `table` of a person's changes; no table has persons as its key."""

_Difference = tuple[str, "str | None", str, "str | None", "str | None", "str | None"]
"""table, id, change, column, old, new."""


def changes(old: Arrow | None, new: Arrow) -> pa.Table:
    """Return the differences between the tables of two releases as rows of the table `changes`.

    A record is the same where its key is. A key that is gone because its record is now one with another is
    `replaced_by` that one, not `removed`. A column that comes, goes or changes its type is one row without id; so are all
    columns of a table that comes or goes. Where there is no old release, nothing has changed.
    """
    import pyarrow as pa

    from huiyao.schema.arrow import arrow_schema

    rows = [] if old is None else [_row(*difference) for difference in _differences(old, new)]
    rows.sort(key=lambda row: str(row["change_id"]))
    return pa.Table.from_pylist(rows, schema=arrow_schema(CHANGES))


def _row(table: str, id_: str | None, change: str, column: str | None, old: str | None, new: str | None) -> Row:
    key = stable_id("c", table, id_, change, column)
    return {"change_id": key, "table": table, "id": id_, "change": change, "column": column, "old": old, "new": new}


def _differences(old: Arrow, new: Arrow) -> Iterator[_Difference]:
    replaced = _replaced(old, new)
    yield from _replacements(old, replaced)
    for name in old.keys() | new.keys():
        yield from _columns(name, old.get(name), new.get(name))
        if _comparable(name, old, new):
            yield from _records(name, old[name], new[name], replaced)


def _replaced(old: Arrow, new: Arrow) -> dict[str, str]:
    if not all(name in old and name in new for name in _RESOLVED):
        return {}
    return replacements(_resolved(old), _resolved(new))


def _resolved(tables: Arrow) -> dict[str, Iterable[Row]]:
    return {name: tables[name].to_pylist() for name in _RESOLVED}


def _replacements(old: Arrow, replaced: Mapping[str, str]) -> Iterator[_Difference]:
    labels = {kind: _labels(old[name], key, TABLES[name].label) for kind, (name, key) in _NAMED_BY.items() if replaced}
    for id_, successor in replaced.items():
        table = PERSONS if id_[0] == "p" else _NAMED_BY[id_[0]][0]
        yield table, id_, "replaced_by", None, labels[id_[0]][id_], successor


def _labels(table: pa.Table, key: str, label: str) -> dict[str, str | None]:
    names: list[Any] = table[label].to_pylist() if label in table.column_names else [None] * table.num_rows
    keys: list[Any] = table[key].to_pylist()
    return dict(zip(keys, names, strict=True))


def _columns(name: str, old: pa.Table | None, new: pa.Table | None) -> Iterator[_Difference]:
    before, now = _types(old), _types(new)
    for column in before.keys() | now.keys():
        was, is_ = before.get(column), now.get(column)
        if was != is_:
            yield name, None, "added" if was is None else "removed" if is_ is None else "changed", column, was, is_


def _types(table: pa.Table | None) -> dict[str, str]:
    return {} if table is None else {field.name: type_name(field.type) for field in table.schema}


def _comparable(name: str, old: Arrow, new: Arrow) -> bool:
    return name in TABLES and all(
        name in tables and TABLES[name].key in tables[name].column_names for tables in (new, old)
    )


def _records(name: str, old: pa.Table, new: pa.Table, replaced: Mapping[str, str]) -> Iterator[_Difference]:
    key, label = TABLES[name].key, TABLES[name].label
    for id_, text in _only_in(new, old, key, label):
        yield name, id_, "added", None, None, text
    for id_, text in _only_in(old, new, key, label):
        if id_ not in replaced:
            yield name, id_, "removed", None, text, None
    yield from _values(name, key, old, new)


def _only_in(one: pa.Table, other: pa.Table, key: str, label: str) -> Iterable[tuple[str, str | None]]:
    import pyarrow.compute as pc

    alone = one.filter(pc.invert(pc.is_in(one[key], value_set=other[key])))
    return _labels(alone, key, label).items()


def _values(name: str, key: str, old: pa.Table, new: pa.Table) -> Iterator[_Difference]:
    """Yield the changed values of the records that both have; both tables are sorted by key."""
    import pyarrow.compute as pc

    before = old.filter(pc.is_in(old[key], value_set=new[key]))
    now = new.filter(pc.is_in(new[key], value_set=old[key]))
    for column in new.column_names:
        if column in old.column_names and type_name(old[column].type) == type_name(new[column].type):
            differ = _unequal(before[column], now[column])
            cells = (part.filter(differ).to_pylist() for part in (now[key], before[column], now[column]))
            for id_, was, is_ in zip(*cells, strict=True):
                yield name, id_, "changed", column, _text(was), _text(is_)


def _unequal(old: Any, new: Any) -> Any:
    """Return for each row whether the values differ; unknown equals unknown."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_list(old.type):  # Arrow compares no lists; no member holds a control character
        old, new = (pc.binary_join(column, "\x1f") for column in (old, new))
    both_null = pc.and_(pc.is_null(old), pc.is_null(new))
    return pc.and_not(pc.fill_null(pc.not_equal(old, new), True), both_null)


def _text(value: Any) -> str | None:
    return None if value is None or value == [] else str(plain_cell(value))

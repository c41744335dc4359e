"""Frictionless table schemas (Data Package v2) rendered from the declared columns."""

from __future__ import annotations

from typing import Any

from huiyao.schema.tables import LIST_DELIMITER, Column, Table

_TYPES = {
    "string": "string",
    "edtf": "string",
    "date32": "date",
    "int32": "integer",
    "int64": "integer",
    "float64": "number",
    "list": "list",
}


def table_schema(table: Table) -> dict[str, Any]:
    """Return the Table Schema of the table's CSV file, as a JSON-ready dictionary.

    List columns are declared as `list` with their delimiter; foreign keys are declared for plain columns only,
    since Table Schema has none for the members of a list.
    """
    keys = [
        {"fields": [column.name], "reference": _reference(table, column.references)}
        for column in table.columns
        if column.references and column.type != "list"
    ]
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": [table.key],
        "missingValues": [""],
    }
    return schema | ({"foreignKeys": keys} if keys else {})


def _reference(table: Table, target: str) -> dict[str, Any]:
    """Return where the reference leads; a table that refers to itself does so by no name."""
    resource, column = target.split(".")
    return {"fields": [column]} if resource == table.name else {"resource": resource, "fields": [column]}


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": f"{column.en} {column.zh}",
    }
    if column.type == "list":
        field |= {"delimiter": LIST_DELIMITER, "itemType": "string"}
    if column.unit:
        field["unit"] = column.unit
    constraints = _constraints(column)
    return field | ({"constraints": constraints} if constraints else {})


def _constraints(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.enum:
        constraints["enum"] = list(column.enum)
    if column.pattern:
        constraints["pattern"] = column.pattern
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.maximum is not None:
        constraints["maximum"] = column.maximum
    return constraints

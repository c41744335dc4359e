"""Arrow schemas rendered from the declared columns."""

from __future__ import annotations

import pyarrow as pa

from huiyao.schema.tables import Column, Table

_ARROW_TYPES: dict[str, pa.DataType] = {
    "string": pa.string(),
    "edtf": pa.string(),
    "date32": pa.date32(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "list": pa.list_(pa.string()),
}


def arrow_schema(table: Table) -> pa.Schema:
    """Return the table's Arrow schema; each field carries its descriptions and unit as metadata."""
    return pa.schema([_field(column) for column in table.columns])


def _field(column: Column) -> pa.Field[pa.DataType]:
    metadata = {"description": column.en, "description_zh": column.zh}
    if column.unit:
        metadata["unit"] = column.unit
    return pa.field(column.name, _ARROW_TYPES[column.type], nullable=not column.required, metadata=metadata)

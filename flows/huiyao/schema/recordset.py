"""Record sets of Croissant 1.1 (http://mlcommons.org/croissant/1.1) rendered from the declared columns."""

from __future__ import annotations

from typing import Any

from huiyao.schema.tables import Column, Table

_TYPES = {
    "string": "sc:Text",
    "edtf": "sc:Text",
    "date32": "sc:Date",
    "int32": "sc:Integer",
    "int64": "sc:Integer",
    "float64": "sc:Float",
    "list": "sc:Text",
}


def record_set(table: Table, file: str) -> dict[str, Any]:
    """Return the table's RecordSet, whose fields are columns of the FileObject `file`, as a JSON-ready dictionary.

    Lists are arrays of one dimension. `references` stands for the plain references to other tables: Croissant has none
    within one record set, and its library cannot follow the members of a list; those stand in the description.
    """
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": {"en": f"{table.title_en}. {table.en}", "zh": f"{table.title_zh}。{table.zh}"},
        "key": {"@id": f"{table.name}/{table.key}"},
        "field": [_field(table, column, file) for column in table.columns],
    }


def _field(table: Table, column: Column, file: str) -> dict[str, Any]:
    field: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": _description(column),
        "dataType": _TYPES[column.type],
        "source": {"fileObject": {"@id": file}, "extract": {"column": column.name}},
    }
    if column.type == "list":
        field |= {"isArray": True, "arrayShape": "-1"}
    elif column.references and column.references.split(".")[0] != table.name:
        field["references"] = {"field": {"@id": column.references.replace(".", "/")}}
    return field


def _description(column: Column) -> dict[str, str]:
    """Return what the column means, with all else that a Field has no property for."""
    en, zh = [column.en], [column.zh]
    if column.type == "edtf":
        en.append("EDTF level 1.")
        zh.append("EDTF 一级格式。")
    if column.unit:
        en.append(f"Unit: {column.unit}.")
        zh.append(f"单位：{column.unit}。")
    if column.enum:
        en.append(f"One of: {', '.join(column.enum)}.")
        zh.append(f"取值：{'、'.join(column.enum)}。")
    if column.references:
        en.append(f"Refers to {column.references}.")
        zh.append(f"指向 {column.references}。")
    return {"en": " ".join(en), "zh": "".join(zh)}

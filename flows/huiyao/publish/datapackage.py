"""The description of a release as a Data Package, version 2 (https://datapackage.org)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from huiyao.publish.checksums import sha256
from huiyao.schema.tables import LIST_DELIMITER, TABLES, Table
from huiyao.schema.tableschema import table_schema

_DESCRIPTION = (
    "Who met, when and where, who said what, and which measures were taken, planned or proposed, "
    "each with its place in the text. "
    f"In list columns of CSV files a {LIST_DELIMITER} within a member is written \\u{ord(LIST_DELIMITER):04x}, "
    "and a backslash \\u005c."
)


def write_datapackage(folder: Path, version: str) -> None:
    """Write `datapackage.json` for the CSV and Parquet files in the folder, with their sizes and hashes."""
    resources = [_csv_resource(folder, table) for table in TABLES.values()]
    resources += [_parquet_resource(folder, table) for table in TABLES.values()]
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "huiyao",
        "title": "Meetings in Chinese news: meetings, speakers, statements and measures",
        "description": _DESCRIPTION,
        "version": version,
        "licenses": [
            {
                "name": "CC0-1.0",
                "path": "https://creativecommons.org/publicdomain/zero/1.0/",
                "title": "CC0 1.0 Universal",
            }
        ],
        "resources": resources,
    }
    text = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8", newline="\n")


def _csv_resource(folder: Path, table: Table) -> dict[str, Any]:
    path = folder / f"{table.name}.csv"
    described = {"name": table.name, "type": "table"} | _file(path, "csv", "text/csv", table)
    return described | {
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": table_schema(table),
    }


def _parquet_resource(folder: Path, table: Table) -> dict[str, Any]:
    # A plain file. Under the format `parquet` frictionless 5 would read it as a table, and stumble over the lists;
    # `type` cannot say so, since the standard allows `table` only.
    path = folder / f"{table.name}.parquet"
    described = _file(path, "apache-parquet", "application/vnd.apache.parquet", table)
    return {"name": f"{table.name}-parquet"} | described


def _file(path: Path, form: str, mediatype: str, table: Table) -> dict[str, Any]:
    return {
        "path": path.name,
        "title": f"{table.title_en} {table.title_zh}",
        "description": f"{table.en} {table.zh}",
        "format": form,
        "mediatype": mediatype,
        "bytes": path.stat().st_size,
        "hash": f"sha256:{sha256(path)}",
    }

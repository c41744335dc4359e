"""The description of a release as a Data Package, version 2 (https://datapackage.org)."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from huiyao.publish.about import (
    ABOUT_EN,
    ABOUT_ZH,
    AUTHORS,
    KEYWORDS,
    LICENCE_ID,
    LICENCE_TITLE,
    LICENCE_URL,
    NAME,
    TITLE_EN,
    citation,
)
from huiyao.publish.changes_page import change_counts
from huiyao.publish.checksums import sha256
from huiyao.publish.content import Content
from huiyao.schema.cells import FORMULAS_EN, FORMULAS_ZH, LISTS_EN, LISTS_ZH
from huiyao.schema.tables import RELEASED, Table
from huiyao.schema.tableschema import table_schema
from huiyao.version import __version__

_LICENCE = {"name": LICENCE_ID, "path": LICENCE_URL, "title": LICENCE_TITLE}
_MOST_SOURCES = 100
_FORMATS = (".csv", ".parquet")


def write_datapackage(folder: Path, content: Content) -> None:
    """Write `datapackage.json` for the tables' files in the folder, with their sizes and hashes.

    Beside what the standard names it carries `citation`, `contentHash` and `rows`, which tell of content rather than
    bytes, `codeVersion`, and in `changes` how many records differ from the release before, `previousVersion`.
    """
    files = [folder / f"{name}{suffix}" for suffix in _FORMATS for name in RELEASED]
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "title": TITLE_EN,
        "description": f"{ABOUT_EN}\n\n{LISTS_EN} {FORMULAS_EN}\n\n{ABOUT_ZH}{LISTS_ZH}{FORMULAS_ZH}",
        "version": content.version,
        "created": content.released and f"{content.released}T00:00:00Z",
        "keywords": KEYWORDS,
        "licenses": [_LICENCE],
        "contributors": [{"title": AUTHORS, "roles": ["creator"]}],
        "sources": _sources(content),
        "citation": citation(content),
        "codeVersion": __version__,
        "contentHash": content.hash,
        "previousVersion": content.previous,
        "changes": change_counts(content.changes),
        "resources": [_resource(path, content) for path in files],
    }
    known = {name: value for name, value in package.items() if value not in (None, [])}
    text = json.dumps(known, ensure_ascii=False, indent=1) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8", newline="\n")


def _sources(content: Content) -> list[dict[str, str]]:
    """Return the publishers of the articles; of very many those with most articles, and how many others there are."""
    counted = Counter(filter(None, content.tables["articles"]["publisher"].to_pylist()))
    publishers = sorted(counted, key=lambda publisher: (-counted[publisher], publisher))
    kept, others = sorted(publishers[:_MOST_SOURCES]), publishers[_MOST_SOURCES:]
    rest = [{"title": f"{len(others)} other publishers, in articles.publisher"}] if others else []
    return [{"title": publisher} for publisher in kept] + rest


def _resource(path: Path, content: Content) -> dict[str, Any]:
    table = RELEASED[path.stem]
    n_rows = content.files[table.name].num_rows
    described = _csv(table) | {"rows": n_rows} if path.suffix == ".csv" else _parquet(table)
    return described | {
        "path": path.name,
        "title": f"{table.title_en} {table.title_zh}",
        "description": f"{table.en} {table.zh}",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{sha256(path)}",
        "contentHash": content.hash_of(table.name),
    }


def _csv(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": table_schema(table),
    }


def _parquet(table: Table) -> dict[str, Any]:
    # A plain file. Under the format `parquet` frictionless 5 would read it as a table, and stumble over the lists;
    # `type` cannot say so, since the standard allows `table` only.
    return {
        "name": f"{table.name}-parquet",
        "format": "apache-parquet",
        "mediatype": "application/vnd.apache.parquet",
    }

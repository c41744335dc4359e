"""Records with markup, script and other hostile text in every column: the page shows them as text, and nothing runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from tests.webpage.conftest import Open, show
from tests.webpage.release import rows, write_page

from huiyao.schema.tables import TABLES, Column

HOSTILE = [
    "<script>fail()</script>",
    '"><img src=x onerror=fail()>',
    "</script><script>fail()</script>",
    "javascript:fail()",
    "<!-- <script>",
    "'\"&amp;{{ 7*7 }}{% raw %}",
    "__proto__",
    "会\u2028议\U00020000<b>",
]


def hostile_tables(text: str) -> dict[str, list[dict[str, Any]]]:
    """Return one row of each table with the text in every column of text, dates in EDTF among them, and in every list."""
    article = next(row for row in rows("articles") if row["article_id"] == rows("measures")[0]["article_id"])
    tables: dict[str, list[dict[str, Any]]] = {"articles": [article]}
    for table in ("meetings", "speakers", "statements", "measures"):
        row = next(
            row for row in rows(table) if article["article_id"] in (row.get("article_ids") or [row.get("article_id")])
        )
        tables[table] = [row]
    tables["positions"] = [rows("positions")[0] | {"person_id": tables["speakers"][0]["person_id"]}]
    for name, found in tables.items():
        columns = TABLES[name].columns
        found[:] = [{column.name: _hostile(column, row[column.name], text) for column in columns} for row in found]
    for table in ("statements", "measures"):
        tables[table][0] |= {"start": 0, "end": len(text)}
    tables["articles"][0] |= {"url": "javascript:fail()", "text": text + "。", "n_chars": len(text) + 1}
    return tables


def _hostile(column: Column, value: Any, text: str) -> Any:
    """Return the text where a column holds texts of any kind; keys, references, numbers and days stay."""
    refers = bool(column.references) or column.name.endswith("_id")
    if refers or column.type not in ("string", "edtf", "list") or (column.type == "list" and column.name == "evidence"):
        return value
    return [text] if column.type == "list" else text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text_and_does_nothing(open_page: Open, tmp_path: Path, text: str) -> None:
    tables = hostile_tables(text)
    file = write_page(tmp_path, tables)
    page = open_page(file)
    page.evaluate("() => { window.fail = () => console.error('ran') }")
    shown = page.evaluate(
        "Object.fromEntries(['articles', 'meetings', 'speakers', 'statements', 'measures'].map(name => [name, DATA[name][0]]).map(([name, row]) => [name, [row.headline, row.name, row.text, row.topic].filter(Boolean)]))"
    )
    assert all(value == text for values in shown.values() for value in values), shown
    ids = {
        view: tables[table][0][key]
        for view, table, key in (
            ("meeting", "meetings", "meeting_id"),
            ("person", "speakers", "person_id"),
            ("article", "articles", "article_id"),
        )
    }
    lists = [f"#/{view}" for view in ("meetings", "speakers", "measures", "statements", "articles")]
    records = [
        f"#/?record={tables[table][0][f'{table[:-1]}_id']}"
        for table in ("meetings", "speakers", "statements", "measures")
    ]
    for address in [
        *(f"#/{view}/{id_}" for view, id_ in ids.items()),
        *lists,
        *records,
        f"#/search?q={quote(text)}",
    ]:
        show(page, address)
        visible = page.locator("dialog" if "record" in address else "#view").inner_text()
        assert " ".join(text.split()) in " ".join(visible.split()), address
        assert page.locator("main img, main b, main script, dialog img, dialog b").count() == 0
        assert page.locator("a[href^='javascript:' i]").count() == 0

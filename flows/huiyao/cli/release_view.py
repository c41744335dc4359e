"""`huiyao show`: the latest release and its tables, for reading in a terminal of 80 columns."""

from __future__ import annotations

import os
import sys
import webbrowser
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from huiyao.cli.errors import UsageError, unknown_table
from huiyao.schema.tables import TABLES

if TYPE_CHECKING:
    from huiyao.publish.store import Store

UNKNOWN = "–"


@dataclass(frozen=True, slots=True)
class Grid:
    """Short cells side by side: the columns worth reading."""

    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blocks:
    """A record a block: a line of short columns, then the long text indented below it, then what else is known of it."""

    heading: tuple[str, ...]
    body: str
    details: tuple[str, ...] = ()


VIEWS: dict[str, Grid | Blocks] = {
    "articles": Grid(("published", "headline", "source")),
    "meetings": Grid(("date", "name", "place", "status")),
    "speakers": Grid(("name", "role", "positions", "n_statements", "n_measures")),
    "statements": Blocks(("speaker", "cue", "mode"), "text"),
    "measures": Blocks(("status", "by", "topic"), "text", ("actor", "quantities", "named_programmes", "deadline")),
    "organizations": Grid(("name", "aliases")),
    "positions": Grid(("name", "organization", "title", "first_seen", "last_seen")),
    "rejects": Grid(("table", "rule", "reason", "source")),
}
"""How each table reads best. Where its text stands is shown for every table that has a span."""


def show_overview(datasets: str) -> None:
    """Print the version of the latest release and its tables: rows, and what a row is."""
    from huiyao.publish.index import described

    store, version = _latest(datasets)
    rows = described(store, version).rows
    grid = Table("table", Column("rows", justify="right"), "one row is", box=box.SIMPLE_HEAD)
    for name, table in TABLES.items():
        grid.add_row(name, f"{rows[name]:,}", table.en)
    console = Console(highlight=False)
    console.print(f"Release [bold]{version}[/] in {store.url(version)}")
    console.print(grid)


def show_table(datasets: str, name: str, rows: int) -> None:
    """Print the first rows of a table; raises UsageError for a table that there is none of."""
    from huiyao.publish.tables import read_table

    if name not in TABLES:
        raise UsageError(unknown_table(name, TABLES))
    if rows < 1:
        raise UsageError("--rows takes a number from 1.")
    table = read_table(*_latest(datasets), name)
    view = VIEWS[name]
    console = Console(highlight=False)
    records = table.slice(0, rows).to_pylist()
    if isinstance(view, Grid):
        console.print(_grid(name, view, records))
    else:
        _print_blocks(console, view, records)
    more = "; --rows shows more" if table.num_rows > rows else ""
    console.print(f"{len(records):,} of {table.num_rows:,} {name}{more}.", style="dim")


def open_page(datasets: str, view: str | None) -> None:
    """Open the page of the latest release, at the list of a table if one is named, and print where it is.

    Nothing is opened where there is no display, or where the page is in a store that browsers do not read. A release made
    before there were pages has none, which is said in a UsageError.
    """
    from huiyao.publish.webpage import PAGE, VIEWS

    if view is not None and view not in VIEWS:
        raise UsageError(f"The page has no list of {view}; it has {', '.join(VIEWS[1:])}.")
    store, version = _latest(datasets)
    try:
        store.open(version, PAGE).close()
    except FileNotFoundError:
        raise UsageError(
            f"Release {version} has no page; the next one that `huiyao publish` makes will have one."
        ) from None
    place = f"{store.url(version)}/{PAGE}"
    address = Path(place).resolve().as_uri() if "://" not in place else place
    print(place)
    if address.startswith(("file:", "http:", "https:")) and _has_display():
        webbrowser.open(address + (f"#/{view}" if view else ""))


def _has_display() -> bool:
    """Tell whether a browser would have a screen; without one `webbrowser` may start one that takes over the terminal."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _latest(datasets: str) -> tuple[Store, str]:
    from huiyao.publish.index import latest_version
    from huiyao.publish.store import open_store

    store = open_store(datasets)
    version = latest_version(store)
    if version is None:
        raise UsageError(f"There is no release in {datasets} yet; `huiyao publish` makes one.")
    return store, version


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "、".join(value) or UNKNOWN
    return UNKNOWN if value is None else f"{value:,}" if isinstance(value, int) else str(value)


def _grid(name: str, view: Grid, records: list[dict[str, Any]]) -> Table:
    numbers = {column.name for column in TABLES[name].columns if column.type in ("int32", "int64", "float64")}
    grid = Table(box=box.SIMPLE_HEAD)
    for column in view.columns:
        grid.add_column(column, justify="right" if column in numbers else "left", overflow="fold")
    for record in records:
        grid.add_row(*(Text(_cell(record[column])) for column in view.columns))
    return grid


def _print_blocks(console: Console, view: Blocks, records: list[dict[str, Any]]) -> None:
    for record in records:
        known = " · ".join(_cell(record[column]) for column in view.heading if record[column])
        heading = Text(known, style="bold")
        heading.append(f"  {record['article_id']} {record['start']}–{record['end']}", style="not bold dim")
        console.print(heading)
        console.print(Padding(Text(record[view.body]), (0, 0, 0, 4)))
        if details := [f"{column}: {_cell(record[column])}" for column in view.details if record[column]]:
            console.print(Padding(Text("; ".join(details), style="dim"), (0, 0, 0, 4)))
        console.print()

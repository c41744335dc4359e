"""`huiyao fetch`: what came of each source, and of every address that gave nothing."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from pathlib import Path

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from huiyao.cli.progress import progress_bar
from huiyao.fetch import KINDS, Fetched, fetch


def fetch_and_report(seeds: Path, store: str) -> None:
    """Fetch and print a line for each source, then the reason for each address that was refused or failed."""
    with progress_bar() as report:
        fetched = fetch(seeds, store, progress=report)
    console = Console(highlight=False)
    console.print(_table(fetched))
    for source, rejects in groupby(fetched.rejects, key=lambda outcome: outcome.source):
        console.print(Text(source, style="bold"))
        for reject in rejects:
            line = Text(f"{reject.kind} {reject.url}  ", style="yellow" if reject.kind == "refused" else "red")
            console.print(Padding(line + Text(_printable(reject.reason or "")), (0, 0, 0, 2)), soft_wrap=True)


def _printable(text: str) -> str:
    """Return the text without control characters: parts of it come from servers."""
    return "".join(char if char.isprintable() else "�" for char in text)


def _table(fetched: Fetched) -> Table:
    grid = Table("source", *(Column(kind, justify="right") for kind in KINDS), box=box.SIMPLE_HEAD)
    for source, outcomes in groupby(fetched.outcomes, key=lambda outcome: outcome.source):
        counted = Counter(outcome.kind for outcome in outcomes)
        grid.add_row(source, *(f"{counted[kind]:,}" for kind in KINDS))
    grid.add_section()
    grid.add_row("all", *(f"{count:,}" for count in fetched.counts.values()), style="bold")
    return grid

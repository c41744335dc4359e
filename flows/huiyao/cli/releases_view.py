"""`huiyao releases`, `diff`, `verify`, `pin` and `prune`: what is done with releases that are there."""

from __future__ import annotations

from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from huiyao.cli.errors import UsageError
from huiyao.cli.progress import progress_bar

_COUNTED = ("articles", "meetings", "measures")
_SIGNS = {"added": "+", "removed": "−", "replaced_by": "→", "changed": "±"}


def print_releases(datasets: str) -> None:
    """Print a line for each release, the newest first, with what is said of it."""
    from huiyao.publish.index import Entry
    from huiyao.publish.keeping import list_releases

    index, latest = list_releases(datasets)
    if not index:
        raise UsageError(f"There is no release in {datasets} yet; `huiyao publish` makes one.")

    def note(entry: Entry) -> str:
        pinned = f"pinned: {entry.pinned}" if entry.pinned else ""
        return ", ".join(filter(None, ["latest" * (entry.version == latest), "retired" * entry.retired, pinned]))

    counted = [Column(name, justify="right") for name in _COUNTED]
    grid = Table("version", "date", *counted, "records changed", Column("", overflow="fold"), box=box.SIMPLE_HEAD)
    for entry in reversed(index.values()):
        changes = " ".join(f"{_SIGNS[kind]}{count:,}" for kind, count in entry.changes.items())
        rows = (f"{entry.rows.get(name, 0):,}" for name in _COUNTED)
        grid.add_row(entry.version, entry.date or "–", *rows, changes or "–", Text(note(entry)))
    console = Console(highlight=False)
    console.print(grid)
    console.print("+ added, − removed, → now one with another, ± changed since the version before", style="dim")


def print_difference(datasets: str, old: str, new: str) -> None:
    """Print what differs between two releases as Markdown."""
    from huiyao.publish.comparison import difference_page

    print(difference_page(datasets, old, new), end="")


def verify_and_report(datasets: str, version: str, sources: Path | None, rebuild: bool) -> bool:
    """Print each check and what is wrong; return whether all of them hold."""
    from huiyao.verification import verify

    if rebuild and sources is None:
        raise UsageError("--rebuild needs the folder of the articles: --sources DIR.")
    console = Console(highlight=False)
    whole = True
    with progress_bar() as report:
        for check in verify(datasets, version, sources=sources, rebuild=rebuild, progress=report):
            console.print(Text("✗ " if check.faults else "✓ ", style="red" if check.faults else "green") + check.name)
            for fault in check.faults:
                console.print(Text(f"    {fault}"), soft_wrap=True)
            whole = whole and not check.faults
    return whole


def pin_and_report(datasets: str, version: str, why: str | None, off: bool) -> None:
    """Pin a release, or with `off` let it go."""
    from huiyao.publish.keeping import pin

    if off == bool(why):
        raise UsageError("Say why the release must stay: --why TEXT, or --off where it may go.")
    version = pin(datasets, version, why)
    print(f"Release {version} may go." if off else f"Release {version} stays: {why}.")


def prune_and_report(datasets: str, keep: int, dry_run: bool) -> None:
    """Retire old releases and name them."""
    from huiyao.publish.keeping import prune

    retired = prune(datasets, keep, dry_run=dry_run)
    verb = "Would retire" if dry_run else "Retired"
    print(f"{verb} {', '.join(retired)}." if retired else "Nothing to retire.")

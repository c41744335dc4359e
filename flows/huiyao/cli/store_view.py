"""`huiyao status` and `huiyao store prune`: what is new since the last run, and what is kept from run to run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Column, Table

from huiyao.cli.progress import progress_bar

_SHOWN = 5


def print_status(seeds: Path, datasets: str, store: str) -> None:
    """Print which sources are new, changed, gone or as they were, how many results are kept, and the last release."""
    from huiyao.increment import Results, last_run, read_inputs, source_changes

    inputs = read_inputs(seeds)
    changes = source_changes(inputs, last_run(store, seeds, datasets))
    grid = Table(
        Column(""), Column("", justify="right"), Column("", overflow="fold"), box=box.SIMPLE_HEAD, show_header=False
    )
    for name in ("new", "changed", "gone", "unchanged"):
        paths: Sequence[str] = getattr(changes, name)
        grid.add_row(name, f"{len(paths):,}", _some(paths) if name != "unchanged" else "")
    grid.add_row("results kept", f"{Results(store).count():,}", f"articles, in {store}")
    console = Console(highlight=False)
    console.print(grid)
    console.print(_last_release(datasets), soft_wrap=True)


def _some(paths: Sequence[str]) -> str:
    more = f" and {len(paths) - _SHOWN:,} more" if len(paths) > _SHOWN else ""
    return ", ".join(paths[:_SHOWN]) + more


def _last_release(datasets: str) -> str:
    from huiyao.publish.keeping import list_releases

    index, latest = list_releases(datasets)
    if latest is None:
        return f"There is no release in {datasets} yet."
    return f"The last release is {latest} of {index[latest].date or 'an unknown day'}, in {datasets}."


def prune_and_report(seeds: Path, store: str) -> None:
    """Remove results that no run over these sources will ask for, and say how many."""
    from huiyao.increment import Results
    from huiyao.ingest import list_sources
    from huiyao.pipeline import read_all

    with progress_bar() as report:
        articles, _ = read_all(seeds, list_sources(seeds), progress=report)
        pruned = Results(store).prune(articles)
    print(f"Removed {pruned.n_files:,} files and {pruned.n_results:,} results; {pruned.kept:,} results are kept.")

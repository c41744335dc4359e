"""`huiyao publish`: in this process or as a Prefect flow, with a progress bar and a closing table."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Column, Table

from huiyao.cli.progress import progress_bar

if TYPE_CHECKING:
    from huiyao.pipeline import Summary


def publish_and_report(seeds: Path, datasets: Path, full_text: bool, prefect: bool | None) -> None:
    """Publish and print what came out; `prefect` None leaves it to the user's Prefect settings how it runs."""
    as_flow = prefect if prefect is not None else api_configured(os.environ)
    run = _run_as_flow if as_flow else _run_here
    _report(run(seeds, datasets, full_text))


def api_configured(environ: Mapping[str, str]) -> bool:
    """Whether PREFECT_API_URL or the active Prefect profile names an API.

    Reads the profiles file as Prefect does (PREFECT_PROFILES_PATH, else profiles.toml in PREFECT_HOME, else in
    ~/.prefect; PREFECT_PROFILE before its `active`), because importing Prefect to ask takes seconds.
    """
    if "PREFECT_API_URL" in environ:
        return bool(environ["PREFECT_API_URL"])
    home = Path(environ.get("PREFECT_HOME") or "~/.prefect").expanduser()
    path = Path(environ.get("PREFECT_PROFILES_PATH") or home / "profiles.toml")
    try:
        profiles = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return False  # no profile, or one that Prefect cannot read either
    active = environ.get("PREFECT_PROFILE") or profiles.get("active")
    match profiles:
        case {"profiles": {**named}} if isinstance(active, str):
            profile = named.get(active)
            return isinstance(profile, dict) and bool(profile.get("PREFECT_API_URL"))
    return False


def _run_as_flow(seeds: Path, datasets: Path, full_text: bool) -> Summary:
    from huiyao.flow import check_api, publish_flow

    check_api()
    return publish_flow(str(seeds), str(datasets), full_text)


def _run_here(seeds: Path, datasets: Path, full_text: bool) -> Summary:
    from huiyao import pipeline

    with progress_bar() as report:
        return pipeline.publish(seeds, datasets, full_text=full_text, progress=report)


def _report(summary: Summary) -> None:
    from huiyao.closing import closing_rows, outcome

    table = Table(Column(""), Column("", justify="right"), box=box.SIMPLE_HEAD, show_header=False)
    for name, count in closing_rows(summary):
        table.add_row(name, count)
    console = Console(highlight=False)
    console.print(table)
    console.print(outcome(summary), soft_wrap=True)

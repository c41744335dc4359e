"""`huiyao publish`: in this process or as a Prefect flow, with a progress bar and a closing table."""

from __future__ import annotations

import logging
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Console
from rich.table import Column, Table

from huiyao.cli.errors import UsageError
from huiyao.cli.progress import progress_bar

if TYPE_CHECKING:
    from huiyao.pipeline import Summary


@dataclass(frozen=True, slots=True)
class Run:
    """What to publish, where and how; `day` is the day of the release as the user wrote it."""

    seeds: Path
    datasets: str
    full_text: bool
    day: str | None
    accept_drift: bool
    store: str
    workers: int | None
    dask: str | None
    wait: bool = True
    verbose: bool = False
    fetch: bool = False

    @property
    def released(self) -> date | None:
        """The day of the release; raises UsageError where it is none."""
        try:
            return None if self.day is None else date.fromisoformat(self.day)
        except ValueError:
            raise UsageError(f"--date takes a day such as 2024-10-13, not {self.day}.") from None


def publish_and_report(run: Run, prefect: bool | None) -> None:
    """Publish and print what came out; `prefect` None leaves it to the user's Prefect settings how it runs."""
    if run.workers is not None and run.workers < 1:
        raise UsageError("--workers takes a number from 1.")
    if run.verbose:
        _show_log()
    as_flow = prefect if prefect is not None else api_configured(os.environ)
    _report(_run_as_flow(run) if as_flow else run_here(run))


def _show_log() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%H:%M:%S"))
    log = logging.getLogger("huiyao")
    log.setLevel(logging.INFO)
    log.addHandler(handler)
    log.propagate = False


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


def _run_as_flow(run: Run) -> Summary:
    released = run.released
    from huiyao.flow import check_api, publish_flow

    check_api()
    summary: Summary | None = publish_flow(**parameters(run, released))
    if summary is None:
        raise UsageError(f"Another run is publishing to {run.datasets}, and this one was told not to wait.")
    return summary


def parameters(run: Run, released: date | None) -> dict[str, Any]:
    """Return the parameters of the flow."""
    return {
        "seeds": str(run.seeds),
        "datasets": run.datasets,
        "full_text": run.full_text,
        "released": released,
        "accept_drift": run.accept_drift,
        "store": run.store,
        "workers": run.workers,
        "dask": run.dask,
        "wait": run.wait,
        "fetch_first": run.fetch,
    }


def run_here(run: Run) -> Summary:
    """Publish in this process."""
    from huiyao import pipeline
    from huiyao.workers import Workers

    with progress_bar(shown=not run.verbose) as report:
        return pipeline.publish(
            run.seeds,
            run.datasets,
            full_text=run.full_text,
            released=run.released,
            accept_drift=run.accept_drift,
            work=pipeline.Work(Workers(run.workers, run.dask), run.store, run.wait, run.fetch),
            progress=report,
        )


def _report(summary: Summary) -> None:
    from huiyao.closing import closing_rows, outcome

    table = Table(Column(""), Column("", justify="right"), box=box.SIMPLE_HEAD, show_header=False)
    for name, count in closing_rows(summary):
        table.add_row(name, count)
    console = Console(highlight=False)
    console.print(table)
    console.print(outcome(summary), soft_wrap=True)

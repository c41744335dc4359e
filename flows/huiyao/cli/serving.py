"""`huiyao serve` and `huiyao alerts`: by Prefect where there is a server, else watching in this process."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from huiyao.cli.errors import UsageError
from huiyao.cli.publishing import Run, api_configured, parameters

if TYPE_CHECKING:
    from huiyao.watching import Watch

_NO_SERVER = (
    "needs a Prefect server: start one with `prefect server start`, and name it with "
    "`export PREFECT_API_URL=http://127.0.0.1:4200/api`; flows/README.md tells it step by step."
)


@dataclass(frozen=True, slots=True)
class Serving:
    """When to run, and under which name."""

    cron: str | None
    timezone: str
    watch: bool
    settled: float
    name: str


def serve_and_report(serving: Serving, run: Run) -> None:
    """Serve until told to end, and say what is done and where to see it."""
    _check(serving, run)
    placed = replace(run, seeds=run.seeds.resolve(), datasets=_placed(run.datasets), store=_placed(run.store))
    if api_configured(os.environ):
        _serve_by_prefect(serving, placed)
    else:
        _watch_here(serving, placed)


def set_alerts_and_report(url: str | None) -> None:
    """Set the alerts, or remove them without a URL."""
    if not api_configured(os.environ):
        raise UsageError(f"An alert {_NO_SERVER}")
    if url is not None and not (urlsplit(url).scheme in ("http", "https") and urlsplit(url).hostname):
        raise UsageError(f"{url} is no address of a webhook; one begins with https://.")
    from huiyao.flow import check_api
    from huiyao.serving.alerts import remove_alerts, set_alerts

    check_api()
    if url is None:
        print("The alerts are off." if remove_alerts() else "There were no alerts.")
    else:
        set_alerts(url)
        print(f"{urlsplit(url).hostname} is told when a run fails and when a release drifts.")


def _check(serving: Serving, run: Run) -> None:
    if serving.cron is None and not serving.watch:
        raise UsageError("Say when to run: --cron '0 6 * * *', --watch, or both.")
    if serving.settled < 0:
        raise UsageError("--settled takes a number of seconds.")
    if run.workers is not None and run.workers < 1:
        raise UsageError("--workers takes a number from 1.")
    if "/" in serving.name or "%" in serving.name or not serving.name.strip():
        raise UsageError("--name takes a name without / and %.")
    if not run.seeds.is_dir():
        raise UsageError(f"There is no folder {run.seeds} to read articles from.")
    if serving.cron is not None:
        from huiyao.schedules import check_schedule

        check_schedule(serving.cron, serving.timezone)
        if not api_configured(os.environ):
            raise UsageError(f"A schedule {_NO_SERVER}")


def _placed(location: str) -> str:
    """Return the folder as an absolute path: the runs start elsewhere. A URL stays."""
    return location if "://" in location else str(Path(location).resolve())


def _serve_by_prefect(serving: Serving, run: Run) -> None:
    from huiyao.flow import check_api
    from huiyao.serving.schedule import Plan, Served

    check_api()
    served = Served(Plan(serving.name, serving.cron, serving.timezone, parameters(run, None)))
    stop = Event()
    watcher = None
    if serving.watch:
        watch = _watch(serving, run, served.run_once, stop)
        watcher = Thread(target=watch.run, name="watch", daemon=True)
    _say(_told(serving, run))
    _say(f"It is huiyao/{serving.name} at {served.page}")
    _say(f"To run it at once: prefect deployment run huiyao/{serving.name}")
    _say("Ctrl-C ends it after the run that has begun; twice, at once.")
    served.serve(watcher, stop)
    _say("Ended. The schedule rests until it is served again.")


def _watch_here(serving: Serving, run: Run) -> None:
    """Watch without Prefect: the first signal ends the watch after the run that has begun, the second one at once."""
    stop = Event()

    def end(number: int, _frame: object) -> None:
        stop.set()
        signal.signal(number, signal.SIG_DFL)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    _say(_told(serving, run))
    _say("No Prefect server is named, so it runs in this process. Ctrl-C ends it.")
    _watch(serving, run, lambda: _publish(run), stop).run()
    _say("Ended.")


def _watch(serving: Serving, run: Run, publish: Callable[[], None], stop: Event) -> Watch:
    from huiyao.watching import Watch

    return Watch(run.seeds, publish, _say, stop, serving.settled)


def _publish(run: Run) -> None:
    from huiyao.cli.publishing import run_here
    from huiyao.closing import outcome
    from huiyao.watching import PassingError

    try:
        _say(outcome(run_here(run)))
    except OSError as error:
        raise PassingError(f"{error}.") from error


def _told(serving: Serving, run: Run) -> str:
    when = []
    if serving.cron is not None:
        from huiyao.schedules import next_run

        first = next_run(serving.cron, serving.timezone)
        when.append(f"at {serving.cron} ({serving.timezone}), next on {first:%Y-%m-%d %H:%M %Z}")
    if serving.watch:
        when.append(f"when articles there have changed and rested for {serving.settled:g} s")
    return f"Publishes {run.seeds} to {run.datasets} {', and '.join(when)}."


def _say(line: str) -> None:
    """Print a line with the time, at once also into a file."""
    print(f"{datetime.now():%H:%M:%S} {line}", flush=True)

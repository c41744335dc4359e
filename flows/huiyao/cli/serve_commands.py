"""The commands `huiyao serve` and `huiyao alerts`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from huiyao.cli.errors import UsageError, plain_errors
from huiyao.cli.options import AcceptDrift, Dask, Datasets, Fetch, FullText, Processes, Seeds, Store, Wait


def serve(
    *,
    cron: Annotated[
        str | None, Parameter(help="When to run, as a line of cron: '0 6 * * *' is six each day.", show_default=False)
    ] = None,
    timezone: Annotated[str, Parameter(help="Time zone of the schedule.")] = "Asia/Shanghai",
    watch: Annotated[
        bool, Parameter(negative="", show_default=False, help="Run when articles arrive, change or go.")
    ] = False,
    settled: Annotated[
        float, Parameter(help="With --watch: for how many seconds no file may change before a run begins.")
    ] = 10.0,
    name: Annotated[str, Parameter(help="Name of the deployment in Prefect.")] = "daily",
    seeds: Seeds = Path("seeds"),
    datasets: Datasets = "datasets",
    full_text: FullText = False,
    accept_drift: AcceptDrift = False,
    store: Store = ".huiyao",
    workers: Processes = None,
    dask: Dask = None,
    wait: Wait = True,
    fetch_first: Fetch = False,
) -> None:
    """Publish on a schedule, when articles arrive, or both, until told to end."""
    from huiyao.cli.publishing import Run
    from huiyao.cli.serving import Serving, serve_and_report

    with plain_errors():
        run = Run(seeds, datasets, full_text, None, accept_drift, store, workers, dask, wait, fetch=fetch_first)
        serve_and_report(Serving(cron, timezone, watch, settled, name), run)


def alerts(
    url: Annotated[
        str | None, Parameter(help="Webhook that is sent JSON with `text`, such as Slack's.", show_default=False)
    ] = None,
    /,
    *,
    off: Annotated[bool, Parameter(negative="", show_default=False, help="Remove the alerts.")] = False,
) -> None:
    """Have Prefect tell a webhook when a run fails, and when too much is lost to publish."""
    from huiyao.cli.serving import set_alerts_and_report

    with plain_errors():
        if off == (url is not None):
            raise UsageError("Say which webhook to tell: huiyao alerts URL, or --off to tell none.")
        set_alerts_and_report(url)

"""The command `huiyao`.

Only what the help page needs is imported here; each command imports its work when it runs, so that `--help` stays quick.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from huiyao import __version__
from huiyao.cli.errors import plain_errors
from huiyao.cli.options import AcceptDrift, Dask, Datasets, Fetch, FullText, Processes, Seeds, Store, Wait
from huiyao.cli.serve_commands import alerts, serve

app = App(
    name="huiyao",
    help="Chinese news about meetings becomes tables: who met, who said what, which measures were decided.",
    version=f"huiyao {__version__}",
    help_format="plaintext",
)


@app.command
def publish(
    *,
    seeds: Seeds = Path("seeds"),
    datasets: Datasets = "datasets",
    full_text: FullText = False,
    date: Annotated[
        str | None,
        Parameter(
            help="Day of the release, such as 2024-10-13. Unless told: that of its newest article.", show_default=False
        ),
    ] = None,
    accept_drift: AcceptDrift = False,
    store: Store = ".huiyao",
    workers: Processes = None,
    dask: Dask = None,
    wait: Wait = True,
    fetch_first: Fetch = False,
    verbose: Annotated[
        bool, Parameter(negative="", show_default=False, help="Say what is done, batch by batch.")
    ] = False,
    prefect: Annotated[
        bool | None,
        Parameter(
            help="Run as a Prefect flow, or not. Unless told: where a Prefect API is configured.", show_default=False
        ),
    ] = None,
) -> None:
    """Turn a folder of articles into a release."""
    from huiyao.cli.publishing import Run, publish_and_report

    with plain_errors():
        run = Run(seeds, datasets, full_text, date, accept_drift, store, workers, dask, wait, verbose, fetch_first)
        publish_and_report(run, prefect)


app.command(serve)
app.command(alerts)


@app.command
def fetch(*, seeds: Seeds = Path("seeds"), store: Store = ".huiyao") -> None:
    """Fetch the feeds and pages that sources.yml lists into the folder of the articles."""
    from huiyao.cli.fetching import fetch_and_report

    with plain_errors():
        fetch_and_report(seeds, store)


@app.command
def status(*, seeds: Seeds = Path("seeds"), datasets: Datasets = "datasets", store: Store = ".huiyao") -> None:
    """Say what is new, changed or gone since the last run, and when the last release was."""
    from huiyao.cli.store_view import print_status

    with plain_errors():
        print_status(seeds, datasets, store)


kept = App(name="store", help="Look after the results that are kept from run to run.", help_format="plaintext")
app.command(kept)


@kept.command(name="prune")
def prune_store(*, seeds: Seeds = Path("seeds"), store: Store = ".huiyao") -> None:
    """Remove kept results that no run over these articles will ask for."""
    from huiyao.cli.store_view import prune_and_report

    with plain_errors():
        prune_and_report(seeds, store)


@app.command
def show(
    table: Annotated[
        str | None,
        Parameter(help="articles, meetings, speakers, statements, measures, organizations, positions or rejects."),
    ] = None,
    /,
    *,
    datasets: Datasets = "datasets",
    rows: Annotated[int, Parameter(help="How many rows of the table.")] = 10,
    web: Annotated[
        bool, Parameter(negative="", show_default=False, help="Open its page in a browser, or say where it is.")
    ] = False,
) -> None:
    """Show the latest release, or rows of one of its tables, or its page in a browser."""
    from huiyao.cli.release_view import open_page, show_overview, show_table

    with plain_errors():
        if web:
            open_page(datasets, table)
        elif table is None:
            show_overview(datasets)
        else:
            show_table(datasets, table, rows)


@app.command
def releases(*, datasets: Datasets = "datasets") -> None:
    """List all releases: date, rows, what changed, which are pinned or retired."""
    from huiyao.cli.releases_view import print_releases

    with plain_errors():
        print_releases(datasets)


@app.command
def diff(
    old: Annotated[str, Parameter(help="Version to start from, such as 1.0.0.")],
    new: Annotated[str, Parameter(help="Version to compare it with.")] = "latest",
    /,
    *,
    datasets: Datasets = "datasets",
) -> None:
    """Print what differs between two releases, as Markdown."""
    from huiyao.cli.releases_view import print_difference

    with plain_errors():
        print_difference(datasets, old, new)


@app.command
def verify(
    version: Annotated[str, Parameter(help="Version to check.")] = "latest",
    /,
    *,
    datasets: Datasets = "datasets",
    sources: Annotated[
        Path | None,
        Parameter(help="Folder of the articles, to check every record against its text.", show_default=False),
    ] = None,
    rebuild: Annotated[
        bool, Parameter(negative="", show_default=False, help="Extract the articles again and compare.")
    ] = False,
) -> None:
    """Check a release: files, content, declarations, references, and its sources."""
    from huiyao.cli.releases_view import verify_and_report

    with plain_errors():
        if not verify_and_report(datasets, version, sources, rebuild):
            raise SystemExit(1)


@app.command
def pin(
    version: Annotated[str, Parameter(help="Version that must stay.")],
    /,
    *,
    why: Annotated[str | None, Parameter(help="Why, such as where it is cited.", show_default=False)] = None,
    off: Annotated[bool, Parameter(negative="", show_default=False, help="Let it go again.")] = False,
    datasets: Datasets = "datasets",
) -> None:
    """Keep a release from being pruned."""
    from huiyao.cli.releases_view import pin_and_report

    with plain_errors():
        pin_and_report(datasets, version, why, off)


@app.command
def prune(
    *,
    keep: Annotated[int, Parameter(help="How many of the newest releases stay.")],
    dry_run: Annotated[
        bool, Parameter(negative="", show_default=False, help="Only say which releases would go.")
    ] = False,
    datasets: Datasets = "datasets",
) -> None:
    """Retire old releases, never the latest or a pinned one."""
    from huiyao.cli.releases_view import prune_and_report

    with plain_errors():
        prune_and_report(datasets, keep, dry_run)


def _no_option(_type: object, file: str) -> None:
    if file.startswith("-") and file != "-":
        raise ValueError(f"There is no option {file}.")


@app.command
def extract(
    file: Annotated[
        str,
        Parameter(
            help="File with one article or several; - reads standard input.",
            allow_leading_hyphen=True,  # for the -
            validator=_no_option,
        ),
    ],
    /,
    *,
    json: Annotated[
        bool, Parameter(negative="", show_default=False, help="Print JSON: a list with one object for each article.")
    ] = False,
    published: Annotated[
        str | None, Parameter(help="Date of publication, such as 2024-10-13, 2024-10 or 2024.", show_default=False)
    ] = None,
) -> None:
    """Show the records of the articles in a file."""
    from huiyao.cli.extraction_view import print_json, print_records, read_articles

    with plain_errors():
        articles = read_articles(file, published)
        (print_json if json else print_records)(articles)


@app.command
def evaluate(
    *,
    gold: Annotated[Path, Parameter(help="Folder of the annotations, a JSON file for each article.")],
    texts: Annotated[
        Path | None,
        Parameter(
            help="Folder of the articles. Unless told: texts beside the annotations, else in their folder, else it.",
            show_default=False,
        ),
    ] = None,
    table: Annotated[
        str | None,
        Parameter(help="Show the mistakes in meetings, speakers, statements or measures only.", show_default=False),
    ] = None,
    json: Annotated[
        bool, Parameter(negative="", show_default=False, help="Print JSON: an object with figures and mistakes.")
    ] = False,
) -> None:
    """Compare what is extracted from annotated articles with the annotations."""
    from huiyao.cli.evaluation import evaluate_and_report

    with plain_errors():
        evaluate_and_report(gold, texts, table, json)


def main() -> None:
    """Run the command line; exit code 1 for what the user can mend, 2 for wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a character shows a question mark for it rather than a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    app()

"""The pipeline as a Prefect flow: the same stages, the same functions, a task for each stage.

It wires; what happens to the data is decided in `pipeline` and the rooms below it, what Prefect shows of it in `reporting`.
"""

# No `from __future__ import annotations`: a process that is handed the flow could not make types of their names.

import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any, ParamSpec, TypeVar, cast

from pydantic import Field

from huiyao.reporting import prepare_prefect

prepare_prefect()

from prefect import Task, flow
from prefect.cache_policies import NO_CACHE
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import State, TaskRun
from prefect.settings import PREFECT_API_URL
from prefect.states import Completed, Failed
from prefect.tasks import exponential_backoff
from prefect.utilities.annotations import quote

from huiyao import pipeline
from huiyao.closing import outcome
from huiyao.fetch import SourcesFileError
from huiyao.increment import Inputs, read_inputs
from huiyao.ingest import SourceError
from huiyao.publish import BusyError, DriftError, ReleaseError, publish_release
from huiyao.reporting.artifacts import RELEASE as ARTIFACT
from huiyao.reporting.logs import show_log
from huiyao.reporting.progress import ShownProgress
from huiyao.reporting.runs import report_drift, report_run
from huiyao.resolve import OverrideError
from huiyao.workers import WorkerError, Workers

__all__ = ["ARTIFACT", "check_api", "publish_flow"]

_P = ParamSpec("_P")
_R = TypeVar("_R")
_LOG = logging.getLogger("huiyao")
_MENDABLE = (SourceError, SourcesFileError, OverrideError, ReleaseError, WorkerError)

_RETRIES = 3
_FIRST_RETRY = 5  # seconds, then twice as long each time


def _task(function: Callable[_P, _R], name: str) -> Task[_P, _R]:
    """Return the function as a task; nothing is cached or stored, records pass from task to task in memory."""
    return Task(function, name=name, cache_policy=NO_CACHE, persist_result=False)


fetch = _task(pipeline.fetch_articles, "fetch")
compare = _task(pipeline.known_summary, "compare")
read = _task(pipeline.read_all, "read")
extract = _task(pipeline.extract_all, "extract")
assemble = _task(pipeline.assemble, "resolve and validate")
publish = _task(publish_release, "publish")


def _patient(task: Task[_P, _R], location: str | None) -> Task[_P, _R]:
    """Return the task so that it is tried again where an object store at a URL does not answer; a disk only fails for good."""
    if location is None or "://" not in location:
        return task
    delays = exponential_backoff(_FIRST_RETRY)
    return task.with_options(
        retries=_RETRIES, retry_delay_seconds=delays, retry_jitter_factor=0.5, retry_condition_fn=_may_pass
    )


def _may_pass(_task: object, _run: TaskRun, state: State[Any]) -> bool:
    """Whether what went wrong is input or output, which may go right the next time."""
    error = state.result(raise_on_failure=False)
    while isinstance(error, Exception) and not isinstance(error, OSError):
        error = error.__cause__
    return isinstance(error, OSError)


# quote(...) keeps Prefect from walking through every record in search of futures; return_state=False says nothing new, but
# only that form of a call is typed to take what is quoted.
@flow(name="huiyao", flow_run_name="{seeds} to {datasets}", persist_result=False)
def publish_flow(
    seeds: str = "seeds",
    datasets: str = "datasets",
    full_text: bool = False,
    released: date | None = None,
    accept_drift: bool = False,
    store: str | None = ".huiyao",
    workers: Annotated[int, Field(ge=1)] | None = None,
    dask: str | None = None,
    wait: bool = True,
    fetch_first: bool = False,
) -> pipeline.Summary | None:
    """Read every source under `seeds`, extract its records and publish them in `datasets`.

    Gives the `huiyao.pipeline.Summary` and the bytes that `huiyao.pipeline.publish` gives. What it did is shown as the name,
    tags, artifacts and assets of the run. Where another run has the place and this one does not `wait`, it gives None.

    Args:
        seeds: Folder of the articles.
        datasets: Folder of the releases, or a URL such as s3://bucket/folder.
        full_text: Put the articles' text into the release.
        released: Day of the release; that of its newest article unless given.
        accept_drift: Publish although tables shrank or columns emptied since the last release.
        store: Folder or URL where results are kept from run to run; without one all is extracted again.
        workers: How many processes extract; one for each processor unless given.
        dask: Address of a Dask scheduler whose workers extract instead, such as tcp://host:8786.
        wait: Wait for another run that is publishing to the same place; else leave it alone and do nothing.
        fetch_first: Fetch the feeds and pages that sources.yml in the folder of the articles lists, before reading it.

    Raises:
        SourceError: `seeds` cannot be read.
        SourcesFileError: `sources.yml` is missing or cannot be followed.
        OverrideError: an override in `seeds` is wrong or names what is not there.
        ReleaseError: nothing can be published.
        WorkerError: the workers cannot do the work.
    """
    work = pipeline.Work(Workers(workers, dask), store, wait, fetch_first)
    try:
        summary = _run(Path(seeds), datasets, full_text, released, accept_drift, work)
    except BusyError as busy:
        return _ended(Failed(message=str(busy), data=busy) if wait else Completed(name="Skipped", message=str(busy)))
    except _MENDABLE as error:
        if isinstance(error, DriftError):
            report_drift(error, datasets)
        return _ended(Failed(message=str(error), data=error))
    _LOG.info("%s", outcome(summary))
    report_run(summary, seeds, datasets)
    return _ended(Completed(message=outcome(summary), data=summary))


def _ended(state: State[Any]) -> pipeline.Summary | None:
    """Return the state that a flow ends in. Prefect keeps its message and gives the caller its data, or raises it."""
    return cast("pipeline.Summary | None", state)


def _run(
    seeds: Path, datasets: str, full_text: bool, released: date | None, accept_drift: bool, work: pipeline.Work
) -> pipeline.Summary:
    with pipeline.own_turn(seeds, datasets, work):
        if work.fetch:
            fetch(seeds, work)
        inputs = read_inputs(seeds, full_text=full_text, released=released)
        known = _patient(compare, datasets)(seeds, datasets, work, quote(inputs), return_state=False)
        if known is not None:
            return known
        tables = _tables(seeds, full_text, inputs, work)
        release = _patient(publish, datasets)(
            quote(tables), datasets, released=released, accept_drift=accept_drift, return_state=False
        )
        summary = pipeline.summary(release, len(inputs.sources), tables)
        pipeline.remember_run(seeds, datasets, work, inputs, summary)
        return summary


def _tables(seeds: Path, full_text: bool, inputs: Inputs, work: pipeline.Work) -> Any:
    progress = ShownProgress()
    articles, rejects = read(seeds, list(inputs.sources), work, progress)
    overrides = pipeline.read_overrides(seeds)
    extractions = _patient(extract, work.store)(quote(articles), work, progress, return_state=False)
    return assemble(
        quote(articles), quote(extractions), quote(rejects), full_text, quote(overrides), return_state=False
    )


def check_api() -> None:
    """Raise ConnectionError where a Prefect API is configured that does not answer; without one Prefect starts its own."""
    url = PREFECT_API_URL.value()
    if url is None:
        return
    with get_client(sync_client=True) as client:
        if client.api_healthcheck() is not None:
            raise ConnectionError(f"The Prefect API at {url} does not answer; --no-prefect runs without it")


class _PlainErrors(logging.Filter):
    """Logs what the user can mend as its sentence alone: a traceback would only hide it."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and isinstance(record.exc_info[1], _MENDABLE):
            record.exc_info = None
        return True


show_log()
for _logger in ("prefect.flow_runs", "prefect.task_runs"):
    logging.getLogger(_logger).addFilter(_PlainErrors())

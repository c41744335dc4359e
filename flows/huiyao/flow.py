"""The pipeline as a Prefect flow: the same stages, the same functions, a task for each stage.

The only file that imports Prefect. It wires; what happens to the data is decided in `pipeline` and the rooms below it.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import ParamSpec, TypeVar

# Prefect reads these when it is imported; what the user has set stays. No telemetry unless asked for; time enough for a
# slow machine to start the embedded server; a thread for each core, as extraction does nothing but compute.
_SETTINGS = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_TASKS_RUNNER_THREAD_POOL_MAX_WORKERS": str(os.cpu_count() or 1),
}
for _name, _value in _SETTINGS.items():
    os.environ.setdefault(_name, _value)

from prefect import Task, flow
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.orchestration import get_client
from prefect.settings import PREFECT_API_URL
from prefect.utilities.annotations import quote

from huiyao import pipeline
from huiyao.closing import markdown
from huiyao.increment import read_inputs
from huiyao.ingest import SourceError
from huiyao.publish import ReleaseError, publish_release
from huiyao.resolve import OverrideError
from huiyao.workers import WorkerError, Workers

_P = ParamSpec("_P")
_R = TypeVar("_R")

ARTIFACT = "huiyao-release"
"""Key of the artifact that shows the closing table."""


def _task(function: Callable[_P, _R], name: str) -> Task[_P, _R]:
    """Return the function as a task; nothing is cached or stored, records pass from task to task in memory."""
    return Task(function, name=name, cache_policy=NO_CACHE, persist_result=False)


read = _task(pipeline.read_all, "read")
extract = _task(pipeline.extract_all, "extract")
assemble = _task(pipeline.assemble, "resolve and validate")
publish = _task(publish_release, "publish")


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
    workers: int | None = None,
    dask: str | None = None,
) -> pipeline.Summary:
    """Read every source under `seeds`, extract its records and publish them in `datasets`.

    `datasets` is a folder or a URL such as s3://bucket/folder, `released` the day of the release (that of its newest
    article unless given); `accept_drift` publishes although tables shrank or columns emptied. `store` keeps results from run
    to run. `workers` are the processes that extract (one for each processor unless given), `dask` the address of a
    Dask scheduler whose workers do it instead.
    Gives the bytes that `huiyao.pipeline.publish` gives; its closing table becomes the artifact `huiyao-release`.

    Raises:
        SourceError: `seeds` cannot be read.
        OverrideError: an override in `seeds` is wrong or names what is not there.
        ReleaseError: nothing can be published.
        WorkerError: the workers cannot do the work.
    """
    root, work = Path(seeds), pipeline.Work(Workers(workers, dask), store)
    inputs = read_inputs(root, full_text=full_text, released=released)
    summary = pipeline.known_summary(root, datasets, work, inputs)
    if summary is None:
        articles, rejects = read(root, list(inputs.sources), work)
        overrides = pipeline.read_overrides(root)
        extractions = extract(quote(articles), work, return_state=False)
        tables = assemble(
            quote(articles), quote(extractions), quote(rejects), full_text, quote(overrides), return_state=False
        )
        release = publish(quote(tables), datasets, released=released, accept_drift=accept_drift, return_state=False)
        summary = pipeline.summary(release, len(inputs.sources), tables)
        pipeline.remember_run(root, datasets, work, inputs, summary)
    create_markdown_artifact(markdown(summary), key=ARTIFACT, description="What the latest run published")
    return summary


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
        if record.exc_info and isinstance(record.exc_info[1], (SourceError, OverrideError, ReleaseError, WorkerError)):
            record.exc_info = None
        return True


for _logger in ("prefect.flow_runs", "prefect.task_runs"):
    logging.getLogger(_logger).addFilter(_PlainErrors())

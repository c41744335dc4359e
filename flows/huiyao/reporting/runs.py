"""What is told of a run as a whole: a name and tags that say what it did, artifacts, assets, and an event for drift."""

from __future__ import annotations

import logging

import httpx
from prefect.client.orchestration import get_client
from prefect.context import FlowRunContext
from prefect.events import emit_event

from huiyao.closing import short
from huiyao.pipeline import Summary
from huiyao.publish.index import read_index
from huiyao.publish.store import open_store
from huiyao.reporting.artifacts import show_artifacts
from huiyao.reporting.assets import asset_key, materialize_tables
from huiyao.validate import DriftError

DRIFT = "huiyao.release.drift"
"""The event of a release that was not published because too much is lost; its payload says what, as `reason`."""

_LOG = logging.getLogger("huiyao")


def report_run(summary: Summary, seeds: str, datasets: str) -> None:
    """Show in Prefect what the run did. What is published stays published where Prefect cannot show it."""
    releases = open_store(datasets)
    try:
        show_artifacts(summary, releases)
        if summary.release.published:
            materialize_tables(summary, seeds, datasets)
        index = read_index(releases)
        versions = [*index]
        place = versions.index(summary.release.version)
        _rename(short(summary, index[versions[place - 1]].rows if place else {}), _tags(summary))
    except httpx.HTTPError as error:
        _LOG.warning("Prefect could not be told all of what the run did: %s.", error)


def report_drift(error: DriftError, datasets: str) -> None:
    """Emit the event that automations wait for."""
    emit_event(
        DRIFT,
        resource={"prefect.resource.id": asset_key(datasets), "prefect.resource.name": datasets},
        payload={"reason": str(error)},
    )


def _tags(summary: Summary) -> list[str]:
    tags = ["huiyao", "published" if summary.release.published else "nothing new"]
    return [*tags, "rejects"] if summary.rejects else tags


def _rename(name: str, tags: list[str]) -> None:
    context = FlowRunContext.get()
    if context is None or context.flow_run is None:
        return
    run = context.flow_run
    with get_client(sync_client=True) as client:
        client.update_flow_run(run.id, name=name, tags=sorted({*run.tags, *tags})).raise_for_status()

"""Our log lines are shown with those of the run that they belong to."""

from __future__ import annotations

import logging

from prefect.context import FlowRunContext, TaskRunContext
from prefect.logging.handlers import APILogHandler


def show_log() -> None:
    """Send what our logger says during a run to Prefect, also where Prefect was imported before us."""
    log = logging.getLogger("huiyao")
    if not any(isinstance(handler, APILogHandler) for handler in log.handlers):
        handler = APILogHandler()
        handler.addFilter(lambda _: bool(FlowRunContext.get() or TaskRunContext.get()))
        log.addHandler(handler)

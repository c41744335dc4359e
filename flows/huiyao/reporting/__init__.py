"""What Prefect shows of a run: its name, tags, artifacts, assets and events.

Prefect reads environment variables when it is imported. This room sets the house's own before that; what the user has set
stays: no telemetry unless asked for; time enough for a slow machine to start the embedded server; a thread for each core,
as extraction does nothing but compute.
"""

from __future__ import annotations

import logging
import os

_SETTINGS = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_TASKS_RUNNER_THREAD_POOL_MAX_WORKERS": str(os.cpu_count() or 1),
}


def prepare_prefect() -> None:
    """Set what Prefect reads when it is imported; call it before."""
    for name, value in _SETTINGS.items():
        os.environ.setdefault(name, value)
    logging.getLogger("huiyao").setLevel(logging.INFO)


prepare_prefect()

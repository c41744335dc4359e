"""The stages of a run as progress artifacts."""

from __future__ import annotations

import time
from uuid import UUID

from prefect.artifacts import create_progress_artifact, update_progress_artifact

_EVERY = 2.0  # seconds between two updates of a stage


class ShownProgress:
    """Takes progress (`huiyao.pipeline.Progress`) and shows each stage as the artifact `huiyao-<stage>`, from 0 to 100."""

    def __init__(self) -> None:
        """Start with nothing shown."""
        self._shown: dict[str, tuple[UUID, float]] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show how far the stage is; not more often than every two seconds, but for its end."""
        percent = 100 * done / total if total else 100.0
        if stage not in self._shown:
            artifact = create_progress_artifact(
                percent, key=f"huiyao-{stage}", description=f"{stage}: {total:,} in all"
            )
            self._shown[stage] = (UUID(str(artifact)), time.monotonic())
            return
        artifact, updated = self._shown[stage]
        if done >= total or time.monotonic() - updated >= _EVERY:
            update_progress_artifact(artifact, percent, description=f"{stage}: {done:,} of {total:,}")
            self._shown[stage] = (artifact, time.monotonic())

"""Work for workers: processes of their own import this file."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from pathlib import Path


def total(batch: Sequence[int]) -> int:
    return sum(batch)


def shifted(by: int, batch: Sequence[int]) -> int:
    return by + sum(batch)


def dies_once(folder: Path, batch: Sequence[int]) -> int:
    """End the worker hard at the first sight of the batch that starts with 6."""
    seen = folder / str(batch[0])
    if batch[0] == 6 and not seen.exists():
        seen.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return sum(batch)


def dies(_: Sequence[int]) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def fails(batch: Sequence[int]) -> int:
    raise ValueError(f"batch {batch[0]}")

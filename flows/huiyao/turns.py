"""One run at a time: a lock of the operating system, which lets go by itself when a run dies."""

from __future__ import annotations

import hashlib
import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from huiyao.validate import BusyError, ReleaseError

if TYPE_CHECKING:
    from filelock import FileLock

_PATIENCE = 3600  # seconds; a run that takes longer has most likely come to a standstill
_LOG = logging.getLogger("huiyao")


@contextmanager
def turn(datasets: str | Path, *, wait: bool = True) -> Iterator[None]:
    """Hold the only place for a run that publishes in `datasets`, from reading its sources to the end.

    Without it, a run that read fewer articles than another could publish after it and take records away again. For releases
    at a URL the place is that of this machine; the store's own lock keeps publishers of other machines apart.

    Raises:
        BusyError: another run has the place; at once without `wait`, else when it keeps it for more than an hour.
        ReleaseError: the folder cannot be written to.
    """
    from filelock import FileLock, Timeout

    file = _lock_file(datasets)
    lock = FileLock(file)
    try:
        _take(lock, datasets, wait)
    except Timeout:
        raise BusyError(f"Another run is publishing to {datasets} and has not finished.") from None
    except OSError as error:
        raise ReleaseError(f"The release could not be written to {datasets}: {error.strerror or error}.") from error
    try:
        yield
    finally:
        _leave_nothing(file)
        lock.release()


def _take(lock: FileLock, datasets: str | Path, wait: bool) -> None:
    from filelock import Timeout

    try:
        _acquire(lock, 0)
    except Timeout:
        if not wait:
            raise
        _LOG.info("Another run is publishing to %s; waiting for it to finish.", datasets)
        _acquire(lock, _PATIENCE)


def _acquire(lock: FileLock, seconds: float) -> None:
    while not lock.is_locked:
        Path(lock.lock_file).parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):  # the run before has just left no folder behind
            lock.acquire(timeout=seconds)


def _leave_nothing(file: Path) -> None:
    """Remove the lock and its folder where the run has published nothing there; the store's own lock guards what is."""
    if [path.name for path in file.parent.iterdir()] == [file.name]:
        with suppress(OSError):
            file.unlink()
            file.parent.rmdir()


def _lock_file(datasets: str | Path) -> Path:
    if isinstance(datasets, str) and "://" in datasets:
        name = hashlib.sha256(datasets.rstrip("/").encode()).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / "huiyao" / f"{name}.turn"
    return Path(datasets) / ".turn"

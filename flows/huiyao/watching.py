"""A folder is watched, and published whenever files in it have changed and settled."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from huiyao.ingest import OVERRIDES, SourceError, list_sources

SETTLED = 10.0
"""Seconds for which no file may change before a folder counts as settled."""

_LOOK = 0.5  # seconds between two looks at a folder that is settling, at most
_SAFETY = 30_000  # milliseconds after which to look although nothing was heard: folders on a network tell little

Snapshot = dict[str, tuple[int, int]]
"""Size in bytes and time of change in nanoseconds, by path below the folder."""


class PassingError(Exception):
    """What went wrong may go right a little later; the message is one plain sentence."""


@dataclass(slots=True)
class Watch:
    """Publishes a folder when it is first seen and after each change, one run at a time.

    `publish` is called from the thread that runs the watch. Where it raises PassingError it is called again after half a
    minute; after any other error only once the folder changes again. `say` is given one plain line for each error.
    """

    folder: Path
    publish: Callable[[], None]
    say: Callable[[str], None]
    stop: Event
    settled: float = SETTLED
    _fault: str = field(default="", init=False)

    def run(self) -> None:
        """Watch until `stop` is set; a run that has begun is brought to its end."""
        done: Snapshot | None = None
        for _ in self._wakes():
            seen = self._snapshot()
            if seen is not None and seen != done:
                seen = self._settle(seen)
                if self.stop.is_set():
                    return
                done = seen if self._published() else None

    def _wakes(self) -> Iterator[None]:
        """Yield at once, then whenever something changed since, and now and then although nothing did."""
        from watchfiles import watch

        yield
        changes = watch(
            self.folder,
            watch_filter=None,
            stop_event=self.stop,
            rust_timeout=_SAFETY,
            yield_on_timeout=True,
            raise_interrupt=False,
            ignore_permission_denied=True,
        )
        for _ in changes:
            yield

    def _snapshot(self) -> Snapshot | None:
        """Return what is there; None where the folder cannot be read."""
        try:
            paths = [self.folder / name for name in (*list_sources(self.folder), OVERRIDES)]
        except SourceError as error:
            if str(error) != self._fault:  # said once, not every half minute
                self._fault = str(error)
                self.say(self._fault)
            return None
        self._fault = ""
        return {str(path): state for path in paths if (state := _state(path))}

    def _settle(self, seen: Snapshot) -> Snapshot:
        """Return what is there once it has not changed for long enough."""
        since = time.monotonic()
        while time.monotonic() - since < self.settled and not self.stop.wait(min(_LOOK, self.settled)):
            now = self._snapshot()
            if now is not None and now != seen:
                seen, since = now, time.monotonic()
        return seen

    def _published(self) -> bool:
        """Publish; return whether that is done with, well or not."""
        try:
            self.publish()
        except PassingError as error:
            self.say(f"{error} Trying again soon.")
            return False
        except Exception as error:
            told = str(error)  # our own errors are sentences; of any other, its kind tells more than its text
            self.say(told if told.endswith(".") else f"{type(error).__name__}: {told}")
        return True


def _state(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns

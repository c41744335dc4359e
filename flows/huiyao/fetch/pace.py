"""Requests to one host come one after another, with time between them."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock


class Pace:
    """When each host may be asked again; shared by all threads."""

    def __init__(self, now: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep) -> None:
        """Take the clock and the wait, in seconds."""
        self._now, self._sleep = now, sleep
        self._free: dict[str, float] = {}
        self._lock = Lock()

    def wait(self, host: str, delay: float) -> None:
        """Wait until `delay` seconds have passed since the turn before at this host, then take the next turn."""
        with self._lock:
            turn = max(self._now(), self._free.get(host, 0.0))
            self._free[host] = turn + delay
        self._sleep(max(0.0, turn - self._now()))

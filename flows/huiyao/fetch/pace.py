"""Requests to one host come one after another, with time between them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock


@dataclass(slots=True)
class _Host:
    lock: Lock = field(default_factory=Lock)
    last: float = float("-inf")


class Pace:
    """When each host was asked last; shared by all threads."""

    def __init__(self, now: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep) -> None:
        """Take the clock and the wait, in seconds."""
        self._now, self._sleep = now, sleep
        self._hosts: dict[str, _Host] = {}
        self._lock = Lock()

    @contextmanager
    def turn(self, host: str, delay: float) -> Iterator[None]:
        """Hold the host alone, from `delay` seconds after the request before it was over."""
        with self._lock:
            asked = self._hosts.setdefault(host, _Host())
        with asked.lock:
            self._sleep(max(0.0, asked.last + delay - self._now()))
            try:
                yield
            finally:
                asked.last = self._now()

"""How much, how long and how often is fetched."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that no server can move: sizes in bytes, times in seconds."""

    max_bytes: int = 5_000_000
    """Of one answer, unpacked; reading stops there."""
    max_entries: int = 2_000
    """Of one feed, from its beginning."""
    connect_seconds: float = 10
    read_seconds: float = 20
    """Between two pieces of an answer."""
    total_seconds: float = 60
    """From asking to the end of the answer, however many pieces it comes in."""
    max_redirects: int = 5
    attempts: int = 3
    """How often one address is asked while its failures look passing."""
    first_wait: float = 2
    """Before the second attempt; it doubles before each further one."""
    longest_wait: float = 60
    """No wait that a server asks for is longer: `Retry-After`, `Crawl-delay`."""
    threads: int = 8
    """How many sources are fetched at a time; requests to one host stay one after another."""

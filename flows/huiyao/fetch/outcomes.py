"""What became of each address, and of the whole run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["new", "changed", "unchanged", "refused", "failed"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class FetchError(Exception):
    """An address that gives nothing; the message is the reason, one plain sentence."""


class PassingError(FetchError):
    """A failure that may be gone in a moment; `after` is how many seconds the server asks to wait, 0 where it does not."""

    def __init__(self, reason: str, after: float = 0) -> None:
        """Keep the wait beside the reason."""
        super().__init__(reason)
        self.after = after


class PrivateError(FetchError):
    """An address in a private network that the user does not name."""


class RefusedError(FetchError):
    """An address that robots.txt keeps us from."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one address of a source.

    `path` is the file below the folder of the articles, None where there is none; `reason` is None unless the address
    was refused or failed.
    """

    source: str
    url: str
    kind: Kind
    path: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a run fetched: one outcome for each page, and one for each feed that was refused, failed or is damaged."""

    outcomes: tuple[Outcome, ...]

    @property
    def counts(self) -> dict[Kind, int]:
        """How many outcomes there are of each kind."""
        counted = Counter(outcome.kind for outcome in self.outcomes)
        return {kind: counted[kind] for kind in KINDS}

    @property
    def rejects(self) -> tuple[Outcome, ...]:
        """What was refused or failed."""
        return tuple(outcome for outcome in self.outcomes if outcome.reason is not None)


def rejected(source: str, url: str, error: FetchError, path: str | None = None) -> Outcome:
    """Return the outcome of an address that gave nothing."""
    return Outcome(source, url, "refused" if isinstance(error, RefusedError) else "failed", path, str(error))

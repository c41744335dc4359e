"""The lock of an object store: a lease that its holder keeps renewing, and the decisions made under it.

The object `.lock` tells who holds the lease and until when. It is only ever written by one who knows its last state, so a
publisher that was overtaken (it hung for longer than its lease, say) cannot write it again. What a publisher decides - how
`index.json` and `latest.json` will be - is therefore written into `.lock` first, and that one write is what makes a version
exist: afterwards the files follow from it, and when the publisher dies between, the next one carries them out. The states
that those files had before are decided with them, so that nobody carries them out twice.
"""

from __future__ import annotations

import json
import threading
from contextlib import suppress
from time import monotonic, sleep, time
from typing import Any
from uuid import uuid4

from huiyao.publish.bucket import Bucket, OvertakenError, Tag
from huiyao.publish.store import PATIENCE_SECONDS, waited_too_long
from huiyao.validate import ReleaseError

LOCK = ".lock"
LEASE_SECONDS = 60.0
_RENEW_SECONDS = 20.0
_POLL_SECONDS = 1.0

Decision = dict[str, tuple[Tag | None, str]]
"""Objects by name: the tag that each had (None: it was not there), and the text that it gets."""


class Lease:
    """The right to publish to a bucket; for one run."""

    def __init__(self, bucket: Bucket) -> None:
        """Take the bucket; nothing is asked of it yet."""
        self.decision: Decision = {}
        self._bucket = bucket
        self._holder = uuid4().hex
        self._tag: Tag | None = None
        self._ends = (
            0.0,
            0.0,
        )  # by the monotonic clock, which nobody sets, and the other, which goes on while we sleep
        self._one_writer = threading.Lock()
        self._over = threading.Event()

    def acquire(self) -> None:
        """Wait until nobody holds the lease, then hold and renew it; `decision` is what remains to be carried out.

        Raises:
            ReleaseError: another run holds it for too long.
        """
        deadline = monotonic() + PATIENCE_SECONDS
        while not self._take():
            if monotonic() > deadline:
                raise waited_too_long(self._bucket.url)
            sleep(_POLL_SECONDS)
        threading.Thread(target=self._renew, daemon=True).start()

    def check(self) -> None:
        """Raise ReleaseError where the lease has run out, so that somebody else may hold it."""
        if monotonic() > self._ends[0] or time() > self._ends[1]:
            raise self._lost()

    def decide(self, decision: Decision) -> None:
        """Make the decision stand, whatever happens to this run.

        Raises:
            ReleaseError: the lease has run out, or somebody else holds it; nothing is decided.
        """
        with self._one_writer:
            self.check()
            if not self._write(decision):
                raise self._lost()

    def release(self) -> None:
        """Let others publish; where that fails, they can once the lease has run out."""
        self._over.set()
        with self._one_writer, suppress(OSError):
            self._write(self.decision, held=False)

    def _take(self) -> bool:
        content, self._tag = self._bucket.read(LOCK) or (b"{}", None)
        told = _told(content)
        if told.get("until", 0) > time():
            return False
        try:
            return self._write(told.get("decision", {}))
        except BaseException:
            self.release()  # it may have been written all the same
            raise

    def _renew(self) -> None:
        while not self._over.wait(_RENEW_SECONDS):
            with self._one_writer, suppress(OSError):  # `check` tells when it was too often
                if not self._over.is_set() and not self._write(self.decision):
                    self._ends = (0.0, 0.0)
                    return

    def _write(self, decision: Decision, held: bool = True) -> bool:
        """Write `.lock` if nobody else has, and tell whether."""
        began, until = monotonic(), time() + LEASE_SECONDS if held else 0
        told = {"holder": self._holder, "until": until, "decision": decision}
        content = json.dumps(told, ensure_ascii=False).encode()
        try:
            self._tag = self._bucket.write(LOCK, content, self._tag)
        except OvertakenError:
            found = self._bucket.read(LOCK)
            if found is None or _told(found[0]).get("holder") != self._holder:
                return False
            # This run's own writing, of which only the answer got lost: of this very call, or of one before.
            self._tag = found[1] if found[0] == content else self._bucket.write(LOCK, content, found[1])
        self._ends = began + LEASE_SECONDS, until
        self.decision = decision
        return True

    def _lost(self) -> ReleaseError:
        return ReleaseError(
            f"This run was cut off from {self._bucket.url} for so long that another one took its place."
        )


def _told(content: bytes) -> dict[str, Any]:
    """Return what the lock says; nothing where somebody else's writing is no longer readable."""
    try:
        told = json.loads(content)
        return told if isinstance(told, dict) and isinstance(told.get("until", 0), int | float) else {}
    except ValueError:
        return {}

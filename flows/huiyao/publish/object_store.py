"""Releases in a bucket of an object store.

The files of a version are written below its name, each of them once; the version exists from the moment when `index.json`
is decided to list it (see `lease`). What no index lists is the rest of an upload that died, and no reader looks at it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from huiyao.publish.bucket import Bucket, OvertakenError
from huiyao.publish.index import INDEX, LATEST, read_index
from huiyao.publish.lease import Lease
from huiyao.publish.versions import Version, parse_version, version_name
from huiyao.validate import ReleaseError


class ObjectStore:
    """Releases below a URL: `1.0.0/`, `1.1.0/`, …, `index.json` and `latest.json`."""

    def __init__(self, url: str) -> None:
        """Take the URL; see `Bucket` for what it raises."""
        self.location = url.rstrip("/")
        self._bucket = Bucket(self.location)
        self._lease = Lease(self._bucket)
        self._added: set[Version] = set()

    @contextmanager
    def publishing(self) -> Iterator[None]:
        """Hold the lease; carry out what a run that died has decided, and remove what it has not."""
        self._lease = Lease(self._bucket)
        self._lease.acquire()
        try:
            self._carry_out()
            self._remove_leftovers()
            yield
        finally:
            self._added.clear()
            self._lease.release()

    def _remove_leftovers(self) -> None:
        if self.read(INDEX) is None and self.read(LATEST) is not None:
            raise ReleaseError(f"{self.location}/{INDEX} is gone; without it nobody knows which releases there are.")
        known = {version_name(version) for version in self.versions()}
        for folder in self._bucket.folders():
            if parse_version(folder) and folder not in known:
                self.remove(folder)

    @contextmanager
    def working_folder(self) -> Iterator[Path]:
        """Give a temporary folder of the system."""
        with TemporaryDirectory(prefix="huiyao-") as folder:
            yield Path(folder)

    def versions(self) -> list[Version]:
        """Return the versions that the index lists and that are not retired, and what this run has added."""
        listed = (parse_version(name) for name, entry in read_index(self).items() if not entry.retired)
        return sorted({version for version in listed if version} | self._added)

    def files(self, version: str) -> dict[str, int]:
        """Return the names and sizes of all objects of the version."""
        return self._bucket.sizes(version)

    def open(self, version: str, name: str) -> BinaryIO:
        """Fetch a file of a version into memory."""
        return BytesIO(self._bucket.fetch(f"{version}/{name}"))

    def read(self, name: str) -> bytes | None:
        """Return an object beside the versions; None where it is not there."""
        found = self._bucket.read(name)
        return None if found is None else found[0]

    def replace(self, files: Mapping[str, bytes]) -> None:
        """Decide how the objects will be, then write them."""
        known = {name: self._bucket.read(name) for name in files}
        tags = {name: found[1] if found else None for name, found in known.items()}
        self._lease.decide({name: (tags[name], content.decode()) for name, content in files.items()})
        self._carry_out()

    def _carry_out(self) -> None:
        for name, (tag, text) in self._lease.decision.items():
            try:
                self._bucket.write(name, text.encode(), tag)
            except OvertakenError:
                continue  # somebody has carried it out before
        self._lease.decision = {}

    def add(self, folder: Path, version: str) -> None:
        """Write every file of the folder below the version's name; it stays hidden until the index lists it."""
        for path in sorted(folder.iterdir()):
            self._lease.check()
            self._bucket.write(f"{version}/{path.name}", path, None)
        self._added.add(parse_version(version) or (0, 0, 0))

    def remove(self, version: str) -> None:
        """Delete the objects of a version that the index does not list, or not any longer."""
        keys = [f"{version}/{name}" for name in self.files(version)]
        self._lease.check()
        self._bucket.delete(keys)

    def link(self, version: str) -> None:
        """Do nothing: there are no links, and `latest.json` says it all."""

    def url(self, version: str) -> str:
        """Return the URL of the version."""
        return f"{self.location}/{version}"

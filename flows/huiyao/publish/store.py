"""Where releases are kept: a local folder, or a bucket of an object store.

A store holds one folder for each version, which is there whole or not at all and never changes, and beside them the small
files `index.json` and `latest.json`, which are replaced atomically.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO, Protocol

from huiyao.publish.versions import Version
from huiyao.validate import ReleaseError

PATIENCE_SECONDS = 600  # how long a publisher waits for another one

_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


class Store(Protocol):
    """What the rooms that publish and read ask of a place for releases.

    Every method may raise OSError: the place cannot be read or written.
    """

    location: str
    """The folder or URL as the user names it."""

    def publishing(self) -> AbstractContextManager[None]:
        """Keep all other publishers out, and clear away what one that died has left behind.

        Raises:
            ReleaseError: another one has not finished after a long wait.
        """

    def working_folder(self) -> AbstractContextManager[Path]:
        """Give an empty local folder to write a release in, and remove what is left of it in the end."""

    def versions(self) -> list[Version]:
        """Return the versions that are whole, oldest first."""

    def files(self, version: str) -> dict[str, int]:
        """Return the names of all files of the version and their sizes in bytes."""

    def open(self, version: str, name: str) -> BinaryIO:
        """Open a file of a version to be read; raises FileNotFoundError where it is not there."""

    def read(self, name: str) -> bytes | None:
        """Return a file beside the versions; None where it is not there."""

    def replace(self, files: Mapping[str, bytes]) -> None:
        """Write files beside the versions, in their order, each as a whole."""

    def add(self, folder: Path, version: str) -> None:
        """Make the local folder the version; readers see all of it, or nothing before `replace` names it."""

    def remove(self, version: str) -> None:
        """Remove a version; no reader sees a part of it."""

    def link(self, version: str) -> None:
        """Have the name `latest` stand for the version, where the place knows links."""

    def url(self, version: str) -> str:
        """Return where the version is, for people."""


def open_store(datasets: str | Path) -> Store:
    """Return the store at a path or at a URL such as s3://bucket/folder.

    Raises:
        ReleaseError: there is no store for such a URL, or what it needs is not installed.
    """
    if isinstance(datasets, str) and _URL.match(datasets):
        from huiyao.publish.object_store import ObjectStore

        return ObjectStore(datasets)
    from huiyao.publish.local_store import LocalStore

    return LocalStore(Path(datasets))


def waited_too_long(location: str) -> ReleaseError:
    """Return what a publisher raises that has waited in vain."""
    return ReleaseError(f"Another run is publishing to {location} and has not finished.")

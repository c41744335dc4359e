"""Releases in a local folder."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from huiyao.publish.index import read_index
from huiyao.publish.store import PATIENCE_SECONDS, waited_too_long
from huiyao.publish.versions import Version, parse_version, version_name

_INCOMING = ".incoming"  # where a release is written before it has its name
_OUTGOING = ".outgoing"  # where a version goes before it is removed


class LocalStore:
    """Releases below a folder: `1.0.0`, `1.1.0`, …, and the link `latest` where the file system has links."""

    def __init__(self, root: Path) -> None:
        """Take the folder; it need not be there yet."""
        self.root = root
        self.location = str(root)

    @contextmanager
    def publishing(self) -> Iterator[None]:
        """Hold the folder's lock, which the operating system takes from a process that dies."""
        from filelock import FileLock, Timeout

        self.root.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.root / ".lock", timeout=PATIENCE_SECONDS):
                self._remove_leftovers()
                yield
        except Timeout:
            raise waited_too_long(self.location) from None

    def _remove_leftovers(self) -> None:
        for leftover in (_INCOMING, _OUTGOING):
            if (self.root / leftover).exists():
                shutil.rmtree(self.root / leftover)
        index = read_index(self)
        for name in map(version_name, self.versions()):
            if name in index and index[name].retired:
                self.remove(name)

    @contextmanager
    def working_folder(self) -> Iterator[Path]:
        """Give a hidden folder beside the versions, so that renaming it makes it one of them."""
        incoming = self.root / _INCOMING
        incoming.mkdir()
        try:
            yield incoming
        finally:
            shutil.rmtree(incoming, ignore_errors=True)

    def versions(self) -> list[Version]:
        """Return the versions whose folders are there, oldest first."""
        if not self.root.is_dir():
            return []
        folders = (path.name for path in self.root.iterdir() if path.is_dir() and not path.is_symlink())
        return sorted(version for name in folders if (version := parse_version(name)))

    def files(self, version: str) -> dict[str, int]:
        """Return the names and sizes of all files in the version's folder."""
        return {path.name: path.stat().st_size for path in sorted((self.root / version).iterdir())}

    def open(self, version: str, name: str) -> BinaryIO:
        """Open a file of a version."""
        return (self.root / version / name).open("rb")

    def read(self, name: str) -> bytes | None:
        """Return a file beside the versions; None where it is not there."""
        try:
            return (self.root / name).read_bytes()
        except FileNotFoundError:
            return None

    def replace(self, files: Mapping[str, bytes]) -> None:
        """Write each file under another name, then rename it."""
        for name, content in files.items():
            temporary = self.root / f".{name}"
            temporary.write_bytes(content)
            _sync(temporary)
            os.replace(temporary, self.root / name)
        _sync(self.root)

    def add(self, folder: Path, version: str) -> None:
        """Have all files on the disk, then rename the folder."""
        for path in [*folder.iterdir(), folder]:
            _sync(path)
        os.rename(folder, self.root / version)
        _sync(self.root)

    def remove(self, version: str) -> None:
        """Rename the version's folder out of sight, then remove it."""
        os.rename(self.root / version, self.root / _OUTGOING)
        shutil.rmtree(self.root / _OUTGOING)

    def link(self, version: str) -> None:
        """Replace the link `latest`; where the file system has none, `latest.json` says it all."""
        latest, temporary = self.root / "latest", self.root / ".latest"
        temporary.unlink(missing_ok=True)
        try:
            temporary.symlink_to(version, target_is_directory=True)
        except (OSError, NotImplementedError) as error:
            if latest.is_symlink() or getattr(error, "errno", None) == errno.ENOSPC:
                raise  # the file system does have links, and an old one must not stay
            return
        os.replace(temporary, latest)

    def url(self, version: str) -> str:
        """Return the path of the version's folder."""
        return str(self.root / version)


def _sync(path: Path) -> None:
    """Have the operating system write the file or folder to disk."""
    if path.is_dir() and os.name == "nt":  # Windows opens no folders
        return
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

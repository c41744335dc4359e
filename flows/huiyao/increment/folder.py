"""A folder of small immutable files: local, or below any URL that fsspec knows."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol
from uuid import uuid4


class Folder(Protocol):
    """What is asked of a place for files; names are relative, with slashes."""

    def names(self, below: str) -> Iterator[str]:
        """Yield the names of all files below a folder, sorted; none where it is not there."""

    def read(self, name: str) -> bytes:
        """Return a file; raises FileNotFoundError where it is not there."""

    def write(self, name: str, content: bytes) -> None:
        """Write a file whole or not at all; one that is there is replaced."""

    def remove(self, name: str) -> None:
        """Remove a file, unless it is gone already."""


def open_folder(location: str) -> Folder:
    """Return the folder at a path or URL."""
    return RemoteFolder(location) if "://" in location else LocalFolder(Path(location))


class LocalFolder:
    """Files below a local folder."""

    def __init__(self, root: Path) -> None:
        """Take the folder; it need not be there yet."""
        self._root = root

    def names(self, below: str) -> Iterator[str]:
        """Yield the names of all files below the folder, sorted."""
        paths = (path for path in (self._root / below).rglob("*") if path.is_file() and path.name[0] != ".")
        yield from sorted(path.relative_to(self._root).as_posix() for path in paths)

    def read(self, name: str) -> bytes:
        """Return a file."""
        return (self._root / name).read_bytes()

    def write(self, name: str, content: bytes) -> None:
        """Write a file under a name of its own, then rename it."""
        path = self._root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        incoming = path.with_name(f".{path.name}.{uuid4().hex}")
        try:
            incoming.write_bytes(content)
            os.replace(incoming, path)
        finally:
            incoming.unlink(missing_ok=True)

    def remove(self, name: str) -> None:
        """Remove a file."""
        (self._root / name).unlink(missing_ok=True)


class RemoteFolder:
    """Files below a URL; object stores write a file whole or not at all by themselves."""

    def __init__(self, url: str) -> None:
        """Take the URL, such as s3://bucket/folder."""
        from fsspec.core import url_to_fs

        self._fs: Any
        self._fs, self._root = url_to_fs(url)

    def names(self, below: str) -> Iterator[str]:
        """Yield the names of all files below the folder, sorted."""
        try:
            found = self._fs.find(f"{self._root}/{below}")
        except FileNotFoundError:
            return
        yield from sorted(path.removeprefix(f"{self._root}/") for path in found)

    def read(self, name: str) -> bytes:
        """Return a file."""
        content: bytes = self._fs.cat_file(f"{self._root}/{name}")
        return content

    def write(self, name: str, content: bytes) -> None:
        """Write a file."""
        self._fs.pipe_file(f"{self._root}/{name}", content)

    def remove(self, name: str) -> None:
        """Remove a file."""
        if self._fs.exists(f"{self._root}/{name}"):
            self._fs.rm_file(f"{self._root}/{name}")

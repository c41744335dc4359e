"""A folder of small immutable files: local, or below any URL that fsspec knows."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit
from uuid import uuid4

_BUCKETS = ("s3", "gs", "az")


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
        """Take the URL, such as s3://bucket/folder; for buckets obstore stands in for fsspec's own clients.

        Raises:
            OSError: nothing is installed for such a URL.
        """
        self._url = url
        with self._plain():
            self._fs, self._root = _file_system(url)

    def names(self, below: str) -> Iterator[str]:
        """Yield the names of all files below the folder, sorted."""
        try:
            with self._plain():
                found = self._fs.find(f"{self._root}/{below}")
        except FileNotFoundError:
            return
        yield from sorted(path.removeprefix(f"{self._root}/") for path in found)

    def read(self, name: str) -> bytes:
        """Return a file."""
        with self._plain():
            content: bytes = self._fs.cat_file(f"{self._root}/{name}")
        return content

    def write(self, name: str, content: bytes) -> None:
        """Write a file."""
        with self._plain():
            self._fs.pipe_file(f"{self._root}/{name}", content)

    def remove(self, name: str) -> None:
        """Remove a file."""
        with self._plain():
            if self._fs.exists(f"{self._root}/{name}"):
                self._fs.rm_file(f"{self._root}/{name}")

    @contextmanager
    def _plain(self) -> Iterator[None]:
        """Turn what each library raises in its own way into an OSError with one line of reason."""
        try:
            yield
        except FileNotFoundError:
            raise FileNotFoundError(errno.ENOENT, "there is no such file or bucket", self._url) from None
        except OSError:
            raise
        except Exception as error:
            reason = (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
            raise OSError(errno.EIO, reason, self._url) from error


def _file_system(url: str) -> tuple[Any, str]:
    """Return the file system for the URL, and the path of the folder there."""
    scheme, _, place = url.partition("://")
    if scheme not in _BUCKETS:
        from fsspec.core import url_to_fs

        found: tuple[Any, str] = url_to_fs(url)
        return found
    try:
        from obstore.fsspec import FsspecStore
    except ImportError:
        raise OSError(errno.ENOPKG, "such a store needs obstore: pip install 'huiyao[s3]'", url) from None
    client: Any = FsspecStore
    # Cached clients would keep the credentials of the first one.
    store = client(scheme, client_options={"allow_http": _may_be_plain()}, skip_instance_cache=True)
    return store, place.rstrip("/")


def _may_be_plain() -> bool:
    """Whether HTTP without encryption is taken: on this machine, elsewhere where AWS_ALLOW_HTTP says so."""
    address = os.environ.get("AWS_ENDPOINT_URL", "")
    here = urlsplit(address).hostname in ("127.0.0.1", "localhost", "::1")
    return here or os.environ.get("AWS_ALLOW_HTTP", "").lower() == "true"

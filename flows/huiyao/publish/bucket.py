"""Objects below a URL, read and written with obstore; what goes wrong is an OSError with a plain reason.

Writes may ask that the object is still as the writer knows it (in S3: If-Match and If-None-Match), of which the rooms that
publish make all that a folder's renames and locks give them.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any

from huiyao.validate import ReleaseError

if TYPE_CHECKING:
    from obstore import PutMode
    from obstore.store import ObjectStore as Client

Tag = dict[str, str]
"""What tells one state of an object from another, as the store gives it."""

_SCHEMES = ("s3", "gs", "az", "https", "http")
_ENDPOINTS = ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_ENDPOINT")
_CONNECT_SECONDS = 5
_ANSWER_SECONDS = 15  # for small objects and lists; a run asks for these first, so a dead server is soon found out
_FILE_SECONDS = 900  # for the files of a release
_RETRIES = 2

_REASONS = (
    ("NoSuchBucket", "there is no such bucket"),
    (r"169\.254\.169\.254|metadata\.google", "there are no credentials in the environment, such as AWS_ACCESS_KEY_ID"),
    (r"InvalidAccessKeyId|SignatureDoesNotMatch|InvalidToken|ExpiredToken", "the credentials are not accepted"),
    (r"AccessDenied|403 Forbidden|401 Unauthorized|lacked the required privileges", "access is denied"),
    (r"error sending request|timed out|dns error", "the server cannot be reached"),
    (r"not (yet )?(supported|implemented)", "such a store can only be read"),
)
"""Patterns in the many lines that obstore says, and what they mean."""


class OvertakenError(OSError):
    """The object is not as the writer knew it; nothing was written."""


class Bucket:
    """The objects below a URL such as s3://bucket/folder; keys are relative to it."""

    def __init__(self, url: str) -> None:
        """Take the URL; credentials and endpoint come from the environment, as the URL's service has them (AWS_…).

        Raises:
            ReleaseError: there is no store for the URL, obstore is not installed, or AWS_ENDPOINT_URL cannot be used.
        """
        self.url = url
        self._small = connect(url, _ANSWER_SECONDS)
        self._large = connect(url, _FILE_SECONDS)

    def read(self, key: str) -> tuple[bytes, Tag] | None:
        """Return an object's bytes and its tag; None where it is not there."""
        try:
            with _plain(self.url):
                found = self._small.get(key)
                return bytes(found.bytes()), _tag(found.meta)
        except FileNotFoundError:
            return None

    def fetch(self, key: str) -> bytes:
        """Return the bytes of an object that may be large; raises FileNotFoundError where it is not there."""
        with _plain(self.url):
            return bytes(self._large.get(key).bytes())

    def write(self, key: str, content: bytes | Path, known: Tag | None) -> Tag:
        """Write the object whole and return its new tag.

        Raises:
            OvertakenError: it is there though `known` is None, or it is no longer as its tag `known` says.
        """
        client = self._large if isinstance(content, Path) else self._small
        mode: PutMode = "create" if known is None else known  # type: ignore[assignment]
        with _plain(self.url):
            return _tag(client.put(key, content, mode=mode))

    def delete(self, keys: list[str]) -> None:
        """Delete objects."""
        with _plain(self.url):
            self._small.delete(keys)

    def sizes(self, folder: str) -> dict[str, int]:
        """Return the names of all objects right below a folder, in order, and their sizes in bytes."""
        with _plain(self.url):
            listed = self._small.list_with_delimiter(folder)["objects"]
        return {item["path"].rpartition("/")[2]: item["size"] for item in sorted(listed, key=lambda item: item["path"])}

    def folders(self) -> list[str]:
        """Return the names of all folders right below the URL."""
        with _plain(self.url):
            return [prefix.rstrip("/") for prefix in self._small.list_with_delimiter()["common_prefixes"]]


def connect(url: str, seconds: int) -> Client:
    """Return obstore's client for the URL, which waits so long for an answer."""
    scheme, _, place = url.partition("://")
    if scheme.lower() not in _SCHEMES or re.search("[?#@]", place):
        raise ReleaseError(f"{url} is no place for releases; such a URL reads s3://bucket/folder, or so with gs or az.")
    try:
        from obstore.exceptions import BaseError
        from obstore.store import from_url
    except ImportError:
        raise ReleaseError(f"{url} needs the package obstore: pip install 'huiyao[s3]' brings it.") from None
    options: Any = {
        "connect_timeout": f"{_CONNECT_SECONDS}s",
        "timeout": f"{seconds}s",
        "allow_http": _http_allowed(scheme),
    }
    retries: Any = {"max_retries": _RETRIES, "retry_timeout": timedelta(seconds=_ANSWER_SECONDS)}
    try:
        return from_url(url, client_options=options, retry_config=retries)
    except (BaseError, ValueError) as error:
        raise ReleaseError(f"{url} cannot be used: {_reason(error)}.") from None


def _http_allowed(scheme: str) -> bool:
    """Whether what is sent may go unencrypted: for S3 it may where all endpoints that are named can be used."""
    if scheme.lower() == "s3":
        for name in _ENDPOINTS:
            _check_endpoint(name, os.environ.get(name, "https://unset"))
        return True
    return scheme.lower() == "http"


def _check_endpoint(name: str, address: str) -> None:
    """Raise ReleaseError where the address is none, or leads elsewhere unencrypted and the user did not allow it."""
    found = re.fullmatch(r"(https?)://(\[[0-9a-fA-F:.]+\]|[\w.-]+)(:\d{1,5})?(/[\w./-]*)?", address)
    if not found:
        raise ReleaseError(f"{name} is {address}, which is no address such as https://s3.example.org.")
    allowed = os.environ.get("AWS_ALLOW_HTTP", "").lower() in ("1", "true") or _is_this_machine(found[2].strip("[]"))
    if found[1] == "http" and not allowed:
        raise ReleaseError(f"{name} is {address}, which is not encrypted; AWS_ALLOW_HTTP=true allows that.")


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _tag(known: Any) -> Tag:
    """Return of what obstore tells what a later write needs."""
    return {name: known[name] for name in ("e_tag", "version") if known[name] is not None}


@contextmanager
def _plain(url: str) -> Iterator[None]:
    """Turn obstore's errors into those of files."""
    from obstore.exceptions import AlreadyExistsError, BaseError, PreconditionError

    try:
        yield
    except (AlreadyExistsError, PreconditionError) as error:
        raise OvertakenError(errno.EEXIST, "another run has written there in the meantime", url) from error
    except (BaseError, ValueError, FileNotFoundError, NotImplementedError) as error:
        missing = isinstance(error, FileNotFoundError) and "NoSuchBucket" not in str(error)
        raise OSError(errno.ENOENT if missing else errno.EIO, _reason(error), url) from error


def _reason(error: Exception) -> str:
    """Return what the error means; of what is unknown, its first line."""
    text = str(error)
    known = (reason for pattern, reason in _REASONS if re.search(pattern, text))
    return next(known, text.partition("\n")[0].rstrip("."))

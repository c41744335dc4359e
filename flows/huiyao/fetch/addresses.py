"""Addresses on the web: absolute, in ASCII, in one spelling; and the file that each one's page is kept in."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from huiyao.fetch.outcomes import FetchError

_PORTS = {"http": 80, "https": 443}
_KEPT = "/%:@!$&'()*+,;=~-._?"
_TRACKING = re.compile(r"utm_[a-z]+=[^&]*(?:&|\Z)", re.IGNORECASE)
_LONGEST = 2_000
_LONGEST_SLUG = 40

Origin = tuple[str, int]
"""The host, in lower case, and the port of an address."""


def absolute(url: str, base: str = "") -> str:
    """Return an address, relative to `base`, without fragment and `utm_…` parameters.

    Raises:
        FetchError: it is no address of http or https, names a user or a port that cannot be, or is too long.
    """
    try:
        parts = urlsplit(urljoin(base, url.strip()))
        netloc = _netloc(parts)
        path = quote(parts.path, safe=_KEPT) or "/"
        query = quote(_TRACKING.sub("", parts.query).rstrip("&"), safe=_KEPT)
    except (ValueError, UnicodeError):
        raise FetchError(f"{_shown(url)} is no address.") from None
    if parts.scheme not in _PORTS or not netloc:
        raise FetchError(f"{_shown(url)} is no address of http or https.")
    if parts.username is not None:
        raise FetchError("An address with a user name in it is not fetched.")
    joined = f"{parts.scheme}://{netloc}{path}{f'?{query}' if query else ''}"
    if len(joined) > _LONGEST:
        raise FetchError(f"{_shown(joined)} is too long for an address.")
    return joined


def _netloc(parts: SplitResult) -> str:
    """Return host and port, the host in ASCII, the port only where it is not that of the scheme."""
    host = (parts.hostname or "").rstrip(".").encode("idna").decode("ascii")
    if not re.fullmatch(r"[0-9a-z._:-]*", host):
        raise ValueError(host)
    port = f":{parts.port}" if parts.port not in (None, _PORTS.get(parts.scheme)) else ""
    return f"[{host}]{port}" if ":" in host else f"{host}{port}"


def _shown(url: str) -> str:
    return url[:100] + "…" * (len(url) > 100)


def origin(url: str) -> Origin:
    """Return host and port of an address that `absolute` gave."""
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or _PORTS[parts.scheme]


def root(url: str) -> str:
    """Return scheme, host and port of an address that `absolute` gave, without a slash at the end."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def file_name(url: str) -> str:
    """Return the path of the page's file in the folder of its source: two hex digits, what it is called, 16 hex digits.

    It follows from the address alone and is safe on any file system: lower-case ASCII letters, digits and hyphens.
    """
    digest = hashlib.sha256(url.encode("ascii")).hexdigest()[:16]
    last = unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2].lower()
    stem = re.sub(r"\.(?:s?html?|php|aspx?|jsp)\Z", "", last)
    slug = re.sub(r"[^a-z0-9]+", "-", stem)[:_LONGEST_SLUG].strip("-")
    return f"{digest[:2]}/{slug}-{digest}.html" if slug else f"{digest[:2]}/{digest}.html"

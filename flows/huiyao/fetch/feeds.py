"""A feed (RSS, Atom) into the addresses of its articles and the days they were published on."""

from __future__ import annotations

import io
import re
from calendar import timegm
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.utils import parsedate
from typing import Any
from xml.sax import SAXException, SAXParseException

from huiyao.fetch.addresses import absolute
from huiyao.fetch.outcomes import FetchError
from huiyao.ingest.encoding import UnreadableError, decode
from huiyao.ingest.metadata import day_in, edtf

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_NAMED = re.compile(rb"<\?xml[^>]{0,100}?encoding=[\"']([\w-]{1,40})")
_ZONE = re.compile(r"(?:Z|GMT|UTC?|[+-]\d{2}:?\d{2})\Z")
_CHINA = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Entry:
    """The address of an article, and the day it was published on as EDTF where the feed gives one."""

    url: str
    published: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    """The entries in the order of the feed, each address once, and what is wrong with it, each in one sentence."""

    entries: tuple[Entry, ...]
    faults: tuple[str, ...] = ()


def read_feed(data: bytes, url: str, max_entries: int = 2_000) -> Feed:
    """Return what stands in a feed that was fetched from `url`, of more than `max_entries` the first.

    Raises:
        FetchError: it is no feed.
    """
    parsed = _parsed(data, url)
    damage, total = _damage(parsed), len(parsed.entries)
    if not total and (damage or not parsed.version):
        raise FetchError(f"It is no RSS or Atom feed{f': {damage}' if damage else ''}.")
    faults = [f"The feed is damaged ({damage}); entries that could be read: {total:,}."] if damage else []
    if total > max_entries:
        faults.append(f"The feed has {total:,} entries; all but the first {max_entries:,} were left out.")
    entries, strange = _entries(parsed.entries[:max_entries], url, parsed.version)
    if strange:
        faults.append(f"Entries without an address that can be fetched: {len(strange):,}; the first: {strange[0]}")
    return Feed(entries, tuple(faults))


def _entries(parsed: Iterable[Any], url: str, version: str) -> tuple[tuple[Entry, ...], list[str]]:
    """Return the entries, each address once, and why the others have none."""
    found: dict[str, Entry] = {}
    strange: list[str] = []
    for entry in parsed:
        try:
            address = _address(entry, url)
            found.setdefault(address, Entry(address, _day(entry, version)))
        except FetchError as error:
            strange.append(str(error))
    return tuple(found.values()), strange


def _parsed(data: bytes, url: str) -> Any:
    import feedparser

    named = _NAMED.search(data[:200])
    try:
        text = decode(data, named[1].decode("ascii") if named else None)
    except UnreadableError as error:
        raise FetchError(f"The feed cannot be read: {error}") from None
    headers = {"content-location": url, "content-type": "application/xml; charset=utf-8"}
    # As a stream: what is passed as text or bytes could be taken for an address or a file's name, and opened.
    stream = io.BytesIO(_DECLARATION.sub("", text).encode("utf-8", "replace"))
    return feedparser.parse(stream, response_headers=headers, sanitize_html=False)


def _damage(parsed: Any) -> str | None:
    """Return where the XML is not well-formed, None where it is."""
    error = parsed.get("bozo_exception")
    if isinstance(error, SAXParseException):
        return f"{error.getMessage()}, line {error.getLineNumber()}"
    return str(error) if isinstance(error, SAXException) else None


def _address(entry: Any, base: str) -> str:
    link = entry.get("link")
    if not link:
        raise FetchError("It has no link.")
    return absolute(link, base)


def _day(entry: Any, version: str) -> str | None:
    """Return the day of publication: in China where the feed gives a time with its zone, else as it is written.

    Atom tells apart when an entry was published and when it was updated; only the first counts. RSS knows one date.
    """
    name = "published" if "published" in entry or version.startswith("atom") else "updated"
    written = str(entry.get(name) or "").strip() if name in entry else ""
    moment = entry.get(f"{name}_parsed") if name in entry else None
    if moment is not None and _ZONE.search(written):
        return datetime.fromtimestamp(timegm(moment), _CHINA).date().isoformat()
    as_mail = parsedate(written)
    return edtf(written) or day_in(written) or (edtf("{:04}-{:02}-{:02}".format(*as_mail)) if as_mail else None)

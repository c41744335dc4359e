"""`sources.yml`: which feeds and pages are fetched; `seeds/README.md` says how it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from huiyao.fetch.addresses import Origin, absolute, origin
from huiyao.fetch.outcomes import FetchError

FILE = "sources.yml"
DEFAULT_DELAY = 2.0
_LONGEST_DELAY = 3_600
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_CONTACT = re.compile(r"https?://[^\s()<>]+\.[^\s()<>]+|[^\s()<>@]+@[^\s()<>@]+\.[^\s()<>@]+", re.ASCII)
_KEYS = ("name", "publisher", "feed", "pages", "include", "exclude", "delay")


class SourcesFileError(ValueError):
    """A `sources.yml` that cannot be followed; the message is one plain sentence."""


@dataclass(frozen=True, slots=True)
class Source:
    """One entry: a feed, pages or both, and what of them is wanted.

    `include` and `exclude` are patterns of addresses (`*` any characters, `?` one); `delay` is in seconds, between two
    requests to one host.
    """

    name: str
    publisher: str | None = None
    feed: str | None = None
    pages: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    delay: float = DEFAULT_DELAY


@dataclass(frozen=True, slots=True)
class Listing:
    """All sources, and under which address of the web or of mail whoever fetches can be reached."""

    contact: str
    sources: tuple[Source, ...]

    @property
    def origins(self) -> frozenset[Origin]:
        """Host and port of every address that the file itself names."""
        return frozenset(origin(url) for one in self.sources for url in (*one.pages, one.feed) if url)


def read_listing(seeds: Path) -> Listing:
    """Return what `sources.yml` in the folder of the articles lists.

    Raises:
        SourcesFileError: there is no such file, it cannot be read, or an entry is wrong.
    """
    try:
        return parse_listing((seeds / FILE).read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise SourcesFileError(f"There is no {seeds / FILE} that lists what to fetch.") from None
    except UnicodeDecodeError:
        raise SourcesFileError(f"The file {seeds / FILE} is not in UTF-8.") from None
    except OSError as error:
        raise SourcesFileError(f"The file {seeds / FILE} cannot be read: {error.strerror}.") from None


def parse_listing(text: str) -> Listing:
    """Return the listing that the YAML text holds.

    Raises:
        SourcesFileError: the text is no such YAML, or an entry is wrong.
    """
    content = _content(text)
    contact = content.get("contact")
    if not isinstance(contact, str) or not _CONTACT.fullmatch(contact):
        raise SourcesFileError(f"{FILE} needs a contact: a web or mail address, such as https://example.org/about.")
    entries = content.get("sources")
    if not isinstance(entries, list) or not entries:
        raise SourcesFileError(f"{FILE} needs a list under sources.")
    sources = tuple(_source(entry, number) for number, entry in enumerate(entries, 1))
    names = [source.name for source in sources]
    if double := next((name for name in names if names.count(name) > 1), None):
        raise SourcesFileError(f"{FILE} has two sources of the name {double}.")
    return Listing(contact, sources)


def _content(text: str) -> Mapping[str, Any]:
    import yaml

    try:
        content = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        raise SourcesFileError(f"{FILE} is no YAML{f', line {mark.line + 1}' if mark else ''}.") from None
    if not isinstance(content, dict) or content.keys() - {"contact", "sources"}:
        raise SourcesFileError(f"{FILE} holds contact and sources, and nothing else.")
    return content


def _source(entry: object, number: int) -> Source:
    where = f"Source {number} in {FILE}"
    if not isinstance(entry, dict) or not isinstance(name := entry.get("name"), str) or not _NAME.fullmatch(name):
        raise SourcesFileError(f"{where} needs a name of a-z, 0-9 and hyphens: its folder is called so.")
    where = f"The source {name} in {FILE}"
    if unknown := [key for key in entry if key not in _KEYS]:
        raise SourcesFileError(f"{where} has {unknown[0]}, which is none of {', '.join(_KEYS)}.")
    feed, pages = _texts(entry, "feed", where), _texts(entry, "pages", where)
    if len(feed) > 1 or not feed + pages:
        raise SourcesFileError(f"{where} needs one feed, or pages, or both.")
    publisher = _texts(entry, "publisher", where)
    if len(publisher) > 1:
        raise SourcesFileError(f"{where} has more than one publisher.")
    return Source(
        name,
        publisher=publisher[0] if publisher else None,
        feed=_address(feed[0], where) if feed else None,
        pages=tuple(dict.fromkeys(_address(page, where) for page in pages)),
        include=_texts(entry, "include", where),
        exclude=_texts(entry, "exclude", where),
        delay=_delay(entry.get("delay", DEFAULT_DELAY), where),
    )


def _texts(entry: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """Return the text or the texts under a key, none where it is not there."""
    given = entry.get(key)
    texts = given if isinstance(given, list) else [] if given is None else [given]
    if not all(isinstance(text, str) and text.strip() for text in texts):
        raise SourcesFileError(f"{where} has something under {key} that is no text.")
    return tuple(texts)


def _address(url: str, where: str) -> str:
    try:
        return absolute(url)
    except FetchError as error:
        raise SourcesFileError(f"{where} has a wrong address: {error}") from None


def _delay(given: object, where: str) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float) or not 0 <= given <= _LONGEST_DELAY:
        raise SourcesFileError(f"{where} has a delay that is no number of seconds from 0 to {_LONGEST_DELAY}.")
    return float(given)

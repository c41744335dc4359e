"""What servers said about the pages of the last run, so that the next one asks only for what changed.

It lies in the store, not among the articles: a release does not depend on it, and without it all is fetched again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from huiyao.fetch.addresses import absolute
from huiyao.fetch.feeds import Entry
from huiyao.fetch.outcomes import FetchError, Outcome
from huiyao.increment.folder import open_folder


@dataclass(slots=True)
class Memory:
    """Of one source: the entries of its feed, and by address what shows whether a page changed (ETag, Last-Modified)."""

    entries: list[Entry] = field(default_factory=list)
    seen: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)

    def conditions(self, url: str) -> dict[str, str]:
        """Return the headers that ask for an address only if it changed."""
        etag, modified = self.seen.get(url, (None, None))
        given = {"If-None-Match": etag, "If-Modified-Since": modified}
        return {name: value for name, value in given.items() if value}

    def note(self, url: str, headers: Mapping[str, str]) -> None:
        """Keep what the answer says about its age; what cannot be sent back as it came is not kept."""
        etag, modified = (
            value if value and value.isascii() and value.isprintable() else None
            for value in (headers.get("etag"), headers.get("last-modified"))
        )
        self.seen[url] = etag, modified

    def copy(self) -> Memory:
        """Return the same memory, to be changed on its own."""
        return Memory(list(self.entries), dict(self.seen))

    def keep_only(self, urls: Iterable[str]) -> None:
        """Forget all addresses but these."""
        self.seen = {url: self.seen[url] for url in urls if url in self.seen}


class Memories:
    """The memory of every source below one folder of articles, in a store: a folder or a URL of fsspec."""

    def __init__(self, store: str, seeds: Path) -> None:
        """Take the store and the folder of the articles."""
        self._folder = open_folder(store)
        self._below = f"fetch/{hashlib.sha256(str(seeds).encode('utf-8', 'surrogateescape')).hexdigest()[:16]}"

    def load(self, source: str) -> Memory:
        """Return what is known of a source; nothing where there is nothing, or nothing that can be read."""
        try:
            content = json.loads(self._folder.read(f"{self._below}/{source}.json"))
            entries = [Entry(absolute(entry["url"]), entry["published"]) for entry in content["entries"]]
            return Memory(entries, {url: (etag, modified) for url, (etag, modified) in content["seen"].items()})
        except (OSError, ValueError, TypeError, KeyError, AttributeError, FetchError):
            return Memory()

    def save(self, source: str, memory: Memory) -> None:
        """Keep what is known of a source."""
        self._write(f"{source}.json", json.dumps(asdict(memory)))

    def save_rejects(self, rejects: Iterable[Outcome]) -> None:
        """Keep what the run did not get and why, a line of JSON each, in place of what was kept before."""
        self._write("rejects.jsonl", "".join(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in rejects))

    def _write(self, name: str, text: str) -> None:
        self._folder.write(f"{self._below}/{name}", text.encode("utf-8", "backslashreplace"))

"""One source: its feed, then each page that the feed or the listing names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path

from huiyao.fetch.addresses import file_name, origin
from huiyao.fetch.feeds import Entry, Feed, read_feed
from huiyao.fetch.listing import Source
from huiyao.fetch.memory import Memory
from huiyao.fetch.outcomes import FetchError, Outcome, PassingError, rejected
from huiyao.fetch.pace import Pace
from huiyao.fetch.pages import Provenance, check_type, content
from huiyao.fetch.robots import Robots
from huiyao.fetch.web import Answer, Web
from huiyao.increment.folder import LocalFolder

_PATIENCE = 3
"""How many addresses of a host may fail one after another, each after all its attempts."""


class SourceRun:
    """The fetching of one source; `memory` is what the last run knew, `next` what is known by now."""

    def __init__(self, source: Source, seeds: Path, web: Web, pace: Pace, memory: Memory) -> None:
        """Take the folder of the articles; the files of the source lie in the folder of its name there."""
        self.next = memory.copy()
        self._failures: Counter[str] = Counter()
        self._source, self._memory, self._web, self._pace = source, memory, web, pace
        self._folder = LocalFolder(seeds)
        self._robots = Robots(web, self._turn)

    def outcomes(self) -> Iterator[Outcome]:
        """Fetch, and yield what became of each address as soon as it is known.

        Raises:
            OSError: a file cannot be written.
        """
        feed, outcomes = self._feed()
        yield from outcomes
        entries = (*(Entry(url, None) for url in self._source.pages), *(feed.entries if feed else ()))
        # A page of which both know: the feed gives its day.
        listed = {entry.url: entry for entry in entries if self._wanted(entry.url)}
        for entry in listed.values():
            yield self._page(entry)
        if feed or not self._source.feed:
            self.next.keep_only((*listed, self._source.feed or ""))

    @contextmanager
    def _turn(self, url: str) -> Iterator[None]:
        """Hold the host, after what the listing or robots.txt asks to wait, whichever is longer."""
        asked = min(self._robots.delay(url), self._web.limits.longest_wait)
        with self._pace.turn(origin(url)[0], max(self._source.delay, asked)):
            yield

    @contextmanager
    def _visit(self, url: str) -> Iterator[None]:
        self._robots.check(url)
        with self._turn(url):
            yield

    def _wanted(self, url: str) -> bool:
        """Whether the patterns let an address through; pages that the listing itself names need no pattern."""
        if url in self._source.pages:
            return True
        include, exclude = self._source.include, self._source.exclude
        wanted = not include or any(fnmatchcase(url, pattern) for pattern in include)
        return wanted and not any(fnmatchcase(url, pattern) for pattern in exclude)

    def _ask(self, url: str, conditional: bool) -> Answer:
        """Return the answer: a page, or that it did not change where that was asked."""
        conditions = self._memory.conditions(url) if conditional else {}
        host = origin(url)[0]
        if self._failures[host] >= _PATIENCE:
            raise FetchError(
                f"The host {host} failed {_PATIENCE} times in a row, and is left alone until the next run."
            )
        try:
            answer = self._web.get(url, self._visit, conditions)
        except PassingError:
            self._failures[host] += 1
            raise
        self._failures[host] = 0
        if answer.status != 200 and not (answer.status == 304 and conditions):
            raise FetchError(f"The server answers {answer.status}.")
        return answer

    def _feed(self) -> tuple[Feed | None, list[Outcome]]:
        """Return the feed, that of the last run where it did not change, and what is wrong with it."""
        url = self._source.feed
        if url is None:
            return None, []
        try:
            answer = self._ask(url, conditional=bool(self._memory.entries))
            feed = self._read(answer)
        except FetchError as error:
            return None, [rejected(self._source.name, url, error)]
        self.next.entries = list(feed.entries)
        self._note(url, answer)
        if feed.faults:
            self.next.seen.pop(url, None)  # the next run looks whether it was mended
        return feed, [Outcome(self._source.name, url, "failed", None, fault) for fault in feed.faults]

    def _read(self, answer: Answer) -> Feed:
        if answer.status == 304:
            return Feed(tuple(self._memory.entries))
        return read_feed(answer.body, answer.url, self._web.limits.max_entries)

    def _page(self, entry: Entry) -> Outcome:
        """Fetch one page and write its file where what it holds changed."""
        name = f"{self._source.name}/{file_name(entry.url)}"
        old = self._kept(name)
        try:
            answer = self._ask(entry.url, conditional=old is not None)
            if answer.status == 200:
                check_type(answer.headers.get("content-type", ""))
            provenance = Provenance(entry.url, self._source.publisher, entry.published)
            new = content(old, answer.body if answer.status == 200 else None, provenance)
        except FetchError as error:
            return rejected(self._source.name, entry.url, error, name if old is not None else None)
        if new != old:
            self._folder.write(name, new)
        self._note(entry.url, answer)
        return Outcome(
            self._source.name, entry.url, "new" if old is None else "unchanged" if new == old else "changed", name
        )

    def _note(self, url: str, answer: Answer) -> None:
        if answer.status != 304:
            self.next.note(url, answer.headers)

    def _kept(self, name: str) -> bytes | None:
        try:
            return self._folder.read(name)
        except FileNotFoundError:
            return None

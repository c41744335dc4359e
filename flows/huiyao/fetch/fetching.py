"""All sources of a listing, several at a time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from huiyao.fetch.limits import Limits
from huiyao.fetch.listing import Listing, Source, read_listing
from huiyao.fetch.memory import Memories
from huiyao.fetch.outcomes import Fetched, Outcome
from huiyao.fetch.pace import Pace
from huiyao.fetch.robots import TOKEN
from huiyao.version import __version__

DEFAULT_LIMITS = Limits()
Progress = Callable[[str, int, int], None]
"""Called with the stage (`fetch`), how many sources are done and how many there are."""


def _silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


def fetch(
    seeds: Path = Path("seeds"),
    store: str = ".huiyao",
    *,
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress = _silent,
) -> Fetched:
    """Fetch what `sources.yml` in `seeds` lists into files below `seeds`, and return what became of each address.

    A page becomes `<source>/<two hex digits>/….html`; one that changed replaces its file, one that is gone leaves it.
    What a release is made from is these files alone. The store (a folder, or a URL of fsspec) remembers what servers say
    about the age of a page, and in `rejects.jsonl` what the run did not get. Outcomes are in the order of the listing.

    Raises:
        SourcesFileError: there is no `sources.yml`, or it cannot be followed.
        OSError: a file cannot be written.
    """
    listing = read_listing(seeds)
    memories, pace, stop = Memories(store, seeds), Pace(), Event()

    def one(source: Source) -> list[Outcome]:
        return _fetch_source(source, listing, seeds, memories, pace, limits, stop)

    outcomes: list[Outcome] = []
    progress("fetch", 0, len(listing.sources))
    with ThreadPoolExecutor(limits.threads) as threads:
        try:
            for done, found in enumerate(threads.map(one, listing.sources), 1):
                outcomes += found
                progress("fetch", done, len(listing.sources))
        finally:
            stop.set()  # after an error or Ctrl-C no thread begins with another page
    fetched = Fetched(tuple(outcomes))
    memories.save_rejects(fetched.rejects)
    return fetched


def _fetch_source(
    source: Source, listing: Listing, seeds: Path, memories: Memories, pace: Pace, limits: Limits, stop: Event
) -> list[Outcome]:
    from huiyao.fetch.source import SourceRun
    from huiyao.fetch.web import Web

    if stop.is_set():
        return []
    web = Web(f"{TOKEN}/{__version__} (+{listing.contact})", listing.origins, limits)
    run = SourceRun(source, seeds, web, pace, memories.load(source.name))
    outcomes: list[Outcome] = []
    try:
        for outcome in run.outcomes():
            outcomes.append(outcome)
            if stop.is_set():
                break
    finally:
        web.close()
        memories.save(source.name, run.next)
    return outcomes

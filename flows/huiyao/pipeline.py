"""The whole way from a folder of sources to a release, in one process: wiring only."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from huiyao.increment import Inputs, Results, read_inputs
from huiyao.publish import Release
from huiyao.schema.records import Article, Extraction, Reject, Tables
from huiyao.workers import HERE, Workers

if TYPE_CHECKING:
    from huiyao.ingest import Ingested
    from huiyao.resolve import Overrides

SOURCES_PER_BATCH = 100
ARTICLES_PER_BATCH = 200

Progress = Callable[[str, int, int], None]
"""Called with the stage (`read`, `extract`, `resolve`, `publish`), how many units are done and how many there are."""
_T = TypeVar("_T")
_LOG = logging.getLogger("huiyao")


def silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did: the release, how many sources it read, rows by table, rejects by rule."""

    release: Release
    n_sources: int
    counts: dict[str, int]
    rejects: dict[str, int]


@dataclass(frozen=True, slots=True)
class Work:
    """How a run does its work: who works, and where results are kept from run to run (None: nowhere).

    `store` is a folder or a URL of fsspec. Neither changes a byte of what is published. Where another run is publishing to
    the same place this one waits for its turn; without `wait` it ends at once. With `fetch` it first brings in what
    `sources.yml` lists.
    """

    workers: Workers = HERE
    store: str | None = None
    wait: bool = True
    fetch: bool = False


ALONE = Work()


def publish(
    seeds: Path = Path("seeds"),
    datasets: str | Path = "datasets",
    *,
    full_text: bool = False,
    released: date | None = None,
    accept_drift: bool = False,
    work: Work = ALONE,
    progress: Progress = silent,
) -> Summary:
    """Read every source under `seeds`, extract its records and publish them in `datasets`.

    The release does not depend on the order of the sources or on how they are batched. `datasets`, `released` and
    `accept_drift` are those of `huiyao.publish.publish_release`. With a store only new articles are extracted, and a run
    over the sources and the program of the last one ends at once.

    Raises:
        SourceError: the sources or their `overrides.yml` cannot be read.
        OverrideError: an override is wrong or names what is not there.
        ReleaseError: nothing can be published; says why in one sentence. The latest release stays as it was.
        WorkerError: the workers cannot do the work.
        SourcesFileError: `work.fetch`, and `sources.yml` is missing or cannot be followed.
    """
    from huiyao.publish import publish_release

    with own_turn(seeds, datasets, work):
        if work.fetch:
            fetch_articles(seeds, work, progress)
        inputs = read_inputs(seeds, full_text=full_text, released=released) if work.store else None
        if inputs and (known := known_summary(seeds, datasets, work, inputs)):
            return known
        tables, n_sources = build(seeds, full_text=full_text, work=work, progress=progress)
        progress("publish", 0, 1)
        release = publish_release(tables, datasets, released=released, accept_drift=accept_drift)
        progress("publish", 1, 1)
        done = summary(release, n_sources, tables)
        if inputs:
            remember_run(seeds, datasets, work, inputs, done)
    _LOG.info(
        "Release %s is %s, in %s.", release.version, "new" if release.published else "as it was", release.location
    )
    return done


def own_turn(seeds: Path, datasets: str | Path, work: Work) -> AbstractContextManager[None]:
    """Return what holds the only place for a run that publishes in `datasets`; nothing is made there for want of sources.

    Raises:
        SourceError: the sources cannot be listed.
    """
    from huiyao.ingest import list_sources
    from huiyao.turns import turn

    list_sources(seeds)
    return turn(datasets, wait=work.wait)


def fetch_articles(seeds: Path, work: Work, progress: Progress = silent) -> None:
    """Bring in what `sources.yml` lists; what cannot be fetched is logged with its reason, and the run goes on.

    What servers say of their pages is kept in the store, without one in `.huiyao` in the folder of the articles.

    Raises:
        SourcesFileError: `sources.yml` is missing or cannot be followed.
    """
    from huiyao.fetch import fetch

    fetched = fetch(seeds, work.store or str(seeds / ".huiyao"), progress=progress)
    _LOG.info("Fetched: %s.", ", ".join(f"{count:,} {kind}" for kind, count in fetched.counts.items()))
    for outcome in fetched.rejects:
        _LOG.warning("Not fetched: %s: %s", outcome.url, outcome.reason)


def known_summary(seeds: Path, datasets: str | Path, work: Work, inputs: Inputs) -> Summary | None:
    """Return what the last run found where this one would find the same, else None."""
    from huiyao.increment import last_run
    from huiyao.publish.index import latest_version, read_index
    from huiyao.publish.store import open_store

    run = last_run(work.store, seeds, str(datasets)) if work.store else None
    if run is None or run.inputs != inputs.hash:
        return None
    releases = open_store(datasets)
    entry = read_index(releases).get(run.version)
    if entry is None or entry.hash != run.content_hash or latest_version(releases) != run.version:
        return None
    return Summary(
        Release(run.version, releases.url(run.version), False, run.counts), len(run.sources), run.counts, run.rejects
    )


def remember_run(seeds: Path, datasets: str | Path, work: Work, inputs: Inputs, done: Summary) -> None:
    """Keep what this run found, for the next one; changes nothing without a store."""
    from huiyao.increment import Run, remember
    from huiyao.publish.index import read_index
    from huiyao.publish.store import open_store

    entry = read_index(open_store(datasets)).get(done.release.version)
    if work.store and entry and entry.hash:
        run = Run(inputs.hash, inputs.sources, entry.version, entry.hash, done.counts, done.rejects)
        remember(work.store, seeds, str(datasets), run)


def build(
    seeds: Path, *, full_text: bool = False, work: Work = ALONE, progress: Progress = silent
) -> tuple[Tables, int]:
    """Read every source under `seeds` and extract its records; return the tables, and how many sources there are.

    Raises:
        SourceError: the sources or their `overrides.yml` cannot be read.
        OverrideError: an override is wrong or names what is not there.
        WorkerError: the workers cannot do the work.
    """
    from huiyao.ingest import list_sources

    sources = list_sources(seeds)
    overrides = read_overrides(seeds)
    articles, rejects = read_all(seeds, sources, work, progress)
    extractions = extract_all(articles, work, progress)
    progress("resolve", 0, 1)
    tables = assemble(articles, extractions, rejects, full_text, overrides)
    progress("resolve", 1, 1)
    return tables, len(sources)


def batches(items: Sequence[_T], size: int) -> Iterator[Sequence[_T]]:
    """Yield the items in order, `size` at a time."""
    return (items[start : start + size] for start in range(0, len(items), size))


def read_all(
    root: Path, sources: Sequence[str], work: Work = ALONE, progress: Progress = silent
) -> tuple[list[Article], list[Reject]]:
    """Read all sources, batch by batch; return the articles, each text once, and the rejects."""
    progress("read", 0, len(sources))
    read: list[Ingested] = []
    for one in work.workers.map(read_batch, list(batches(sources, SOURCES_PER_BATCH)), root):
        read.append(one)
        _LOG.info(
            "Read %s of %s sources.", f"{min(len(read) * SOURCES_PER_BATCH, len(sources)):,}", f"{len(sources):,}"
        )
        progress("read", min(len(read) * SOURCES_PER_BATCH, len(sources)), len(sources))
    return merged(read)


def read_overrides(root: Path) -> Overrides:
    """Return what `overrides.yml` in the folder of the sources decides; nothing where there is none.

    Raises:
        SourceError, OverrideError: the file cannot be read or followed.
    """
    from huiyao.ingest import overrides_text
    from huiyao.resolve import parse_overrides

    return parse_overrides(overrides_text(root))


def read_batch(root: Path, sources: Sequence[str]) -> Ingested:
    """Return the articles and rejects of these sources."""
    from huiyao.ingest import Ingested, read_source

    read = [read_source(root, source) for source in sources]
    return Ingested(
        tuple(article for one in read for article in one.articles),
        tuple(reject for one in read for reject in one.rejects),
    )


def merged(read: Sequence[Ingested]) -> tuple[list[Article], list[Reject]]:
    """Return the articles of all batches, each text once, and the rejects."""
    from huiyao.ingest import merge_duplicates

    articles = merge_duplicates([article for one in read for article in one.articles])
    return articles, [reject for one in read for reject in one.rejects]


def extract_all(articles: Sequence[Article], work: Work = ALONE, progress: Progress = silent) -> dict[str, Extraction]:
    """Extract from all articles that the store does not know, batch by batch; return the records by `article_id`."""
    results = Results(work.store) if work.store else None
    extractions = results.find(articles) if results else {}
    missing = [article for article in articles if article.article_id not in extractions]
    _LOG.info("Of %s articles %s were extracted before.", f"{len(articles):,}", f"{len(extractions):,}")
    progress("extract", len(extractions), len(articles))
    todo = list(batches(missing, ARTICLES_PER_BATCH))
    for batch, extracted in zip(todo, work.workers.map(extract_batch, todo), strict=True):
        if results:
            results.keep(batch, extracted)
        extractions |= extracted
        _LOG.info("Extracted %s of %s articles.", f"{len(extractions):,}", f"{len(articles):,}")
        progress("extract", len(extractions), len(articles))
    return extractions


def extract_batch(articles: Sequence[Article]) -> dict[str, Extraction]:
    """Return the records of these articles by `article_id`."""
    from huiyao.extract.article import extract_article

    return {article.article_id: extract_article(article) for article in articles}


def assemble(
    articles: Sequence[Article],
    extractions: Mapping[str, Extraction],
    rejects: Sequence[Reject],
    full_text: bool,
    overrides: Overrides | None = None,
) -> Tables:
    """Return the rows of all tables: resolved, through all gates, with the rejects of every stage."""
    from huiyao.resolve import NO_OVERRIDES, resolve
    from huiyao.validate import reject_rows, validate

    texts = {article.article_id: article.text for article in articles}
    tables, failed = validate(resolve(articles, extractions, full_text, overrides or NO_OVERRIDES), texts)
    return tables | {"rejects": reject_rows([*rejects, *failed])}


def summary(release: Release, n_sources: int, tables: Tables) -> Summary:
    """Return what the run did."""
    rules = Counter(row["rule"] for row in tables["rejects"])
    return Summary(release, n_sources, {name: len(rows) for name, rows in tables.items()}, dict(sorted(rules.items())))

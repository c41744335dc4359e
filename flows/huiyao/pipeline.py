"""The whole way from a folder of sources to a release, in one process: wiring only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from huiyao.schema.records import Article, Extraction, Reject, Tables

if TYPE_CHECKING:
    from huiyao.ingest import Ingested
    from huiyao.publish import Release
    from huiyao.resolve import Overrides

SOURCES_PER_BATCH = 100
ARTICLES_PER_BATCH = 200

Progress = Callable[[str, int, int], None]
"""Called with the stage (`read`, `extract`, `resolve`, `publish`), how many units are done and how many there are."""
_T = TypeVar("_T")


def silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did: the release, how many sources it read, rows by table, rejects by rule."""

    release: Release
    n_sources: int
    counts: dict[str, int]
    rejects: dict[str, int]


def publish(
    seeds: Path = Path("seeds"),
    datasets: str | Path = "datasets",
    *,
    full_text: bool = False,
    released: date | None = None,
    accept_drift: bool = False,
    progress: Progress = silent,
) -> Summary:
    """Read every source under `seeds`, extract its records and publish them in `datasets`.

    The release does not depend on the order of the sources or on how they are batched. `datasets`, `released` and
    `accept_drift` are those of `huiyao.publish.publish_release`.

    Raises:
        SourceError: the sources or their `overrides.yml` cannot be read.
        OverrideError: an override is wrong or names what is not there.
        ReleaseError: nothing can be published; says why in one sentence. The latest release stays as it was.
    """
    from huiyao.publish import publish_release

    tables, n_sources = build(seeds, full_text=full_text, progress=progress)
    progress("publish", 0, 1)
    release = publish_release(tables, datasets, released=released, accept_drift=accept_drift)
    progress("publish", 1, 1)
    return summary(release, n_sources, tables)


def build(seeds: Path, *, full_text: bool = False, progress: Progress = silent) -> tuple[Tables, int]:
    """Read every source under `seeds` and extract its records; return the tables, and how many sources there are.

    Raises:
        SourceError: the sources or their `overrides.yml` cannot be read.
        OverrideError: an override is wrong or names what is not there.
    """
    from huiyao.ingest import list_sources

    sources = list_sources(seeds)
    overrides = read_overrides(seeds)
    articles, rejects = read_all(seeds, sources, progress)
    extractions = extract_all(articles, progress)
    progress("resolve", 0, 1)
    tables = assemble(articles, extractions, rejects, full_text, overrides)
    progress("resolve", 1, 1)
    return tables, len(sources)


def batches(items: Sequence[_T], size: int) -> Iterator[Sequence[_T]]:
    """Yield the items in order, `size` at a time."""
    return (items[start : start + size] for start in range(0, len(items), size))


def read_all(root: Path, sources: Sequence[str], report: Progress) -> tuple[list[Article], list[Reject]]:
    """Read all sources, batch by batch; return the articles, each text once, and the rejects."""
    report("read", 0, len(sources))
    read: list[Ingested] = []
    for batch in batches(sources, SOURCES_PER_BATCH):
        read.append(read_batch(root, batch))
        report("read", min(len(read) * SOURCES_PER_BATCH, len(sources)), len(sources))
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


def extract_all(articles: Sequence[Article], report: Progress) -> dict[str, Extraction]:
    """Extract from all articles, batch by batch; return the records by `article_id`."""
    report("extract", 0, len(articles))
    extractions: dict[str, Extraction] = {}
    for batch in batches(articles, ARTICLES_PER_BATCH):
        extractions |= extract_batch(batch)
        report("extract", len(extractions), len(articles))
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

"""A release: from tables to a version that readers see whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from huiyao.publish.arrow import arrow_tables, frames
from huiyao.publish.changes import changes
from huiyao.publish.content import Arrow, Content, content_hash, table_hash
from huiyao.publish.files import write_files
from huiyao.publish.index import announce, available, latest_version, read_index, read_package, releases
from huiyao.publish.store import Store, open_store
from huiyao.publish.tables import read_tables
from huiyao.publish.versions import Version, level, next_version, parse_version, version_name
from huiyao.schema.records import Tables
from huiyao.validate import ReleaseError, check_drift, check_frames

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Release:
    """What a run published, or the latest release where it found nothing new (`published` is False).

    `location` is the folder or URL of the release; `counts` are rows by table.
    """

    version: str
    location: str
    published: bool
    counts: dict[str, int]


def publish_release(
    tables: Tables, datasets: str | Path, *, released: date | None = None, accept_drift: bool = False
) -> Release:
    """Publish the tables as the next version in `datasets`, unless the newest release holds just the same.

    `datasets` is a folder or a URL such as s3://bucket/folder. A release is written in a working folder and added to the
    others as a whole; a published version never changes. One publisher works at a time; what a run that died left behind
    goes away with the next run. `released` is the day of the release, that of its newest article unless given.

    Raises:
        ReleaseError: there are no articles, a table breaks its declaration or has lost so much that something must be
            wrong (unless `accept_drift`), or the files cannot be written. The latest release then stays as it was.
    """
    if not tables["articles"]:
        raise ReleaseError("No article was found, so nothing is published and the latest release stays as it is.")
    content = arrow_tables(tables)
    check_frames(frames(content))
    store = open_store(datasets)
    try:
        with store.publishing():
            return _publish(content, store, released, accept_drift)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReleaseError(f"The release could not be written to {store.location}: {reason}.") from error


def _publish(tables: Arrow, store: Store, released: date | None, accept_drift: bool) -> Release:
    newest = max(_versions(store), default=None)
    hashes = {name: table_hash(table) for name, table in tables.items()}
    counts = {name: table.num_rows for name, table in tables.items()}
    if newest and newest == max(available(store), default=None) and _holds(store, version_name(newest), hashes):
        name = version_name(newest)
        # A run that died before the pointer was set has left a whole release that nobody was pointed to.
        published = latest_version(store) != name or read_index(store) != releases(store)
    else:
        content = _content(tables, store, newest, hashes, released, accept_drift)
        name, published = content.version, True
        with store.working_folder() as folder:
            write_files(folder, content)
            store.add(folder, name)
    if published:
        announce(store, name)
    return Release(name, store.url(name), published, counts)


def _versions(store: Store) -> list[Version]:
    """Return all versions that were ever given, also those that are retired."""
    return [version for name in releases(store) if (version := parse_version(name))]


def _holds(store: Store, version: str, hashes: dict[str, str]) -> bool:
    return read_package(store, version).get("contentHash") == content_hash(hashes)


def _content(
    tables: Arrow,
    store: Store,
    newest: Version | None,
    hashes: dict[str, str],
    released: date | None,
    accept_drift: bool,
) -> Content:
    there = max(available(store), default=None)
    old = read_tables(store, version_name(there)) if there else None
    if old is not None and not accept_drift:
        check_drift(old, tables)
    changed = changes(old, tables)
    return Content(
        version=version_name(next_version(newest, level(changed))),
        previous=version_name(there) if there else None,
        released=released or _newest_day(tables["articles"]),
        tables=tables,
        changes=changed,
        hashes=hashes,
    )


def _newest_day(articles: pa.Table) -> date | None:
    import pyarrow.compute as pc

    day: date | None = pc.max(articles["published_on"]).as_py()
    return day

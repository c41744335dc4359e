"""A release: all its files, written whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from huiyao.publish.arrow import arrow_tables, frames, read_parquet, write_parquet
from huiyao.publish.checksums import write_checksums
from huiyao.publish.csvfile import write_csv
from huiyao.publish.datapackage import write_datapackage
from huiyao.publish.versions import latest_release, next_version, point_to, version_name, versions
from huiyao.schema.records import Tables
from huiyao.validate import ReleaseError, check_frames

if TYPE_CHECKING:
    import pyarrow as pa

_INCOMING = ".incoming"  # where a release is written before it has its name
_LOCK_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Release:
    """What a run published, or the latest release where it found nothing new (`published` is False).

    `path` is the folder of the release; `counts` are rows by table.
    """

    version: str
    path: Path
    published: bool
    counts: dict[str, int]


def publish_release(tables: Tables, datasets: Path) -> Release:
    """Publish the tables as the next version in `datasets`, unless the latest release holds just the same.

    A release is written into a hidden folder, then renamed: readers see all of it or nothing, and a published folder
    never changes. One publisher works at a time; what a run that died left behind goes away with the next run.

    Raises:
        ReleaseError: there are no articles, a table breaks its declaration, or the files cannot be written. The
            latest release then stays as it was.
    """
    if not tables["articles"]:
        raise ReleaseError("No article was found, so nothing is published and the latest release stays as it is.")
    content = arrow_tables(tables)
    check_frames(frames(content))
    try:
        datasets.mkdir(parents=True, exist_ok=True)
        with _only_publisher(datasets):
            return _publish(content, datasets)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReleaseError(f"The release could not be written to {datasets}: {reason}.") from error


@contextmanager
def _only_publisher(datasets: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout

    try:
        with FileLock(datasets / ".lock", timeout=_LOCK_SECONDS):
            yield
    except Timeout:
        raise ReleaseError(f"Another run is publishing to {datasets} and has not finished.") from None


def _publish(content: dict[str, pa.Table], datasets: Path) -> Release:
    _remove_leftovers(datasets)
    newest = max(versions(datasets), default=None)
    counts = {name: table.num_rows for name, table in content.items()}
    if newest and _holds(datasets / version_name(newest), content):
        name = version_name(newest)
        # A run that died between rename and pointer has left a whole release that nobody was pointed to.
        published = latest_release(datasets) != datasets / name
    else:
        name = version_name(next_version(newest))
        _write(content, datasets, name)
        published = True
    if published:
        point_to(datasets, name)
    return Release(name, datasets / name, published, counts)


def _remove_leftovers(datasets: Path) -> None:
    """Remove what runs that died left behind; only the holder of the lock may."""
    if (datasets / _INCOMING).exists():
        shutil.rmtree(datasets / _INCOMING)


def _holds(folder: Path, content: dict[str, pa.Table]) -> bool:
    return all(
        table.schema.equals((old := read_parquet(folder / f"{name}.parquet")).schema) and table.equals(old)
        for name, table in content.items()
    )


def _write(content: dict[str, pa.Table], datasets: Path, name: str) -> None:
    incoming = datasets / _INCOMING
    incoming.mkdir()
    for table_name, table in content.items():
        write_parquet(table, incoming / f"{table_name}.parquet")
        write_csv(table, incoming / f"{table_name}.csv")
    write_datapackage(incoming, name)
    write_checksums(incoming)
    for path in [*incoming.iterdir(), incoming]:
        _sync(path)
    os.rename(incoming, datasets / name)
    _sync(datasets)


def _sync(path: Path) -> None:
    """Have the operating system write the file or folder to disk."""
    if path.is_dir() and os.name == "nt":  # Windows opens no folders
        return
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

"""Which releases are kept: old ones are retired, cited ones are pinned and stay."""

from __future__ import annotations

from pathlib import Path

from huiyao.publish.index import Index, find_version, latest_version, mark, releases
from huiyao.publish.store import Store, open_store
from huiyao.publish.versions import version_name
from huiyao.validate import ReleaseError


def list_releases(datasets: str | Path) -> tuple[Index, str | None]:
    """Return what the index tells of every release, also of those that are retired, and which version is the latest.

    Raises:
        ReleaseError: the index or a data package cannot be read.
    """
    store = open_store(datasets)
    return releases(store), latest_version(store)


def pin(datasets: str | Path, version: str, why: str | None) -> str:
    """Say why a release must be kept, such as where it is cited, or with None that it may go; return its version.

    Raises:
        ReleaseError: there is no such release.
    """
    store = open_store(datasets)
    with store.publishing():
        version = find_version(store, version)
        mark(store, version, pinned=why)
    return version


def prune(datasets: str | Path, keep: int, *, dry_run: bool = False) -> list[str]:
    """Retire all releases but the newest `keep`, the latest and the pinned; return their versions, oldest first.

    Of a retired release the entry in the index stays, and its number is not given again. A dry run changes nothing.

    Raises:
        ReleaseError: `keep` is less than 1.
    """
    if keep < 1:
        raise ReleaseError("At least one release is kept.")
    store = open_store(datasets)
    if dry_run:
        return _superfluous(store, keep)
    with store.publishing():
        superfluous = _superfluous(store, keep)
        for version in superfluous:
            mark(store, version, retired=True)
        _remove_retired(store)
    return superfluous


def _superfluous(store: Store, keep: int) -> list[str]:
    there = [entry for entry in releases(store).values() if not entry.retired]
    latest = latest_version(store)
    return [entry.version for entry in there[:-keep] if entry.pinned is None and entry.version != latest]


def _remove_retired(store: Store) -> None:
    """Remove the files of all retired releases, also of those that an earlier run did not come to remove."""
    index = releases(store)
    for version in map(version_name, store.versions()):
        if index[version].retired:
            store.remove(version)

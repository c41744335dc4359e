"""What differs between any two releases."""

from __future__ import annotations

from pathlib import Path

from huiyao.publish.changes import changes
from huiyao.publish.changes_page import changes_page
from huiyao.publish.index import find_version
from huiyao.publish.store import open_store
from huiyao.publish.tables import read_tables


def difference_page(datasets: str | Path, old: str, new: str = "latest") -> str:
    """Return what differs from the release `old` to the release `new` as a page in Markdown.

    Raises:
        ReleaseError: one of them is not there, or its files are damaged.
    """
    store = open_store(datasets)
    old, new = find_version(store, old), find_version(store, new)
    return changes_page(changes(read_tables(store, old), read_tables(store, new)), old, new)

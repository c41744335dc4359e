"""The tables of a release, for those who read it from Python."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from huiyao.publish.index import find_version
from huiyao.publish.store import open_store
from huiyao.schema.tables import RELEASED
from huiyao.validate import ReleaseError

if TYPE_CHECKING:
    import pandas as pd


def load_table(datasets: str | Path, table: str, version: str = "latest") -> pd.DataFrame:
    """Return one table of a release as a pandas frame with Arrow types: lists as lists, days as dates.

    Raises:
        ReleaseError: there is no such table or release, or its file is damaged.
    """
    from huiyao.publish.arrow import frame
    from huiyao.publish.tables import read_table

    if table not in RELEASED:
        raise ReleaseError(f"There is no table {table}; there are {', '.join(RELEASED)}.")
    store = open_store(datasets)
    return frame(read_table(store, find_version(store, version), table))

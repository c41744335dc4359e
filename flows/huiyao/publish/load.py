"""The tables of a release, read back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from huiyao.publish.versions import release_folder
from huiyao.schema.tables import TABLES
from huiyao.validate import ReleaseError

if TYPE_CHECKING:
    import pandas as pd


def load_table(datasets: Path, table: str, version: str = "latest") -> pd.DataFrame:
    """Return one table of a release as a pandas frame with Arrow types: lists as lists, days as dates.

    Raises:
        ReleaseError: there is no such table or release, or its file is damaged.
    """
    from huiyao.publish.arrow import frame, read_parquet

    if table not in TABLES:
        raise ReleaseError(f"There is no table {table}; there are {', '.join(TABLES)}.")
    return frame(read_parquet(release_folder(datasets, version) / f"{table}.parquet"))

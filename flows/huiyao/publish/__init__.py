"""Versioned releases: Parquet, CSV and metadata, written whole or not at all."""

from __future__ import annotations

from huiyao.publish.csvfile import join_list, split_list
from huiyao.publish.load import load_table
from huiyao.publish.release import Release, publish_release
from huiyao.validate import BusyError, DriftError, ReleaseError

__all__ = [
    "BusyError", "DriftError", "Release", "ReleaseError", "join_list", "load_table", "publish_release", "split_list",
]  # fmt: skip

"""Versioned releases: Parquet, CSV and metadata, written whole or not at all."""

from __future__ import annotations

from huiyao.publish.csvcells import guard_text, join_list, split_list, unguard_text
from huiyao.publish.csvreader import read_csv
from huiyao.publish.load import load_table
from huiyao.publish.release import Release, publish_release
from huiyao.validate import BusyError, DriftError, ReleaseError

__all__ = [
    "BusyError", "DriftError", "Release", "ReleaseError", "guard_text", "join_list", "load_table", "publish_release",
    "read_csv", "split_list", "unguard_text",
]  # fmt: skip

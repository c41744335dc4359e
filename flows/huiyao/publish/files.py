"""The files of a release, each written by its own room from the same content."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from huiyao.publish.card import write_card
from huiyao.publish.changes_page import write_changes_page
from huiyao.publish.checksums import write_checksums
from huiyao.publish.content import Content
from huiyao.publish.croissant import write_croissant
from huiyao.publish.csvfile import write_csv_files
from huiyao.publish.datapackage import write_datapackage
from huiyao.publish.dictionary_page import write_dictionary
from huiyao.publish.parquetfile import write_parquet_files
from huiyao.publish.statistics import write_statistics
from huiyao.publish.webpage import write_webpage
from huiyao.publish.workbook import write_workbook

Writer = Callable[[Path, Content], None]

WRITERS: tuple[Writer, ...] = (
    write_parquet_files,
    write_csv_files,
    write_workbook,
    write_changes_page,
    write_dictionary,
    write_statistics,
    write_datapackage,  # describes the tables' files that are there
    write_croissant,  # their Parquet files
    write_card,  # names the workbook where there is one
    write_webpage,  # names all of them, with their sizes and hashes
    write_checksums,  # over all others
)
"""In this order; each writes into the folder that it is given, and reads there only what an earlier one wrote."""


def write_files(folder: Path, content: Content) -> None:
    """Write every file of the release into the folder."""
    for write in WRITERS:
        write(folder, content)


def write_text(path: Path, text: str) -> None:
    """Write a text file, the same on every system."""
    path.write_text(text, encoding="utf-8", newline="\n")

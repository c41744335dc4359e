"""What the page says of the release as a whole: counts, changes, files with their sizes and hashes, how to cite."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from huiyao.publish.about import citation
from huiyao.publish.changes_page import CHANGE_KINDS, changed_records
from huiyao.publish.checksums import sha256
from huiyao.publish.content import Content
from huiyao.publish.workbook import WORKBOOK
from huiyao.schema.tables import RELEASED

_FORMS = {"Parquet": ".parquet", "CSV": ".csv", "CSV, gzip": ".csv.gz"}
_OTHERS = (
    WORKBOOK,
    "datapackage.json",
    "croissant.json",
    "README.md",
    "DICTIONARY.md",
    "CHANGES.md",
    "statistics.json",
)


@dataclass(frozen=True, slots=True)
class File:
    """A file of the release; `size` is written for people, `sha256` in hexadecimal."""

    name: str
    size: str
    sha256: str


@dataclass(frozen=True, slots=True)
class TableFiles:
    """A table with its rows and its file of each form, None where it has none of that form."""

    name: str
    rows: int
    files: tuple[File | None, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """How many records of a table were changed in each of the ways of `CHANGE_KINDS`."""

    table: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the first view shows. `forms` are the forms in which at least one table has a file, `others` further files."""

    version: str
    previous: str | None
    released: str | None
    has_text: bool
    has_workbook: bool
    citation: str
    tables: tuple[TableFiles, ...]
    forms: tuple[str, ...]
    others: tuple[File, ...]
    files: tuple[File, ...]
    changes: tuple[Changed, ...]
    change_kinds: tuple[str, ...] = CHANGE_KINDS


def overview(folder: Path, content: Content) -> Overview:
    """Return what the first view shows of the release whose other files are in the folder."""
    files = {path.name: _file(path) for path in sorted(folder.iterdir())}
    forms = [form for form, suffix in _FORMS.items() if any(name.endswith(suffix) for name in files)]
    return Overview(
        version=content.version,
        previous=content.previous,
        released=content.released.isoformat() if content.released else None,
        has_text=content.has_text,
        has_workbook=WORKBOOK in files,
        citation=citation(content),
        tables=tuple(
            TableFiles(name, content.files[name].num_rows, tuple(files.get(name + _FORMS[form]) for form in forms))
            for name in RELEASED
        ),
        forms=tuple(forms),
        others=tuple(files[name] for name in _OTHERS if name in files),
        files=tuple(files.values()),
        changes=_changes(content),
    )


def _file(path: Path) -> File:
    return File(path.name, _size(path.stat().st_size), sha256(path))


def _size(n_bytes: int) -> str:
    size, units = float(n_bytes), ["bytes", "kB", "MB", "GB"]
    while size >= 1000 and len(units) > 1:
        size /= 1000
        units.pop(0)
    return f"{n_bytes} bytes" if units[0] == "bytes" else f"{size:.1f} {units[0]}"


def _changes(content: Content) -> tuple[Changed, ...]:
    counts = Counter((table, kind) for kind, table, id_ in changed_records(content.changes) if id_)
    tables = dict.fromkeys(table for name in (*RELEASED, "persons") for table, _ in counts if table == name)
    return tuple(Changed(table, tuple(counts[table, kind] for kind in CHANGE_KINDS)) for table in tables)

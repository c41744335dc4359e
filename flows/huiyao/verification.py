"""Whether a release is what it says: its files, its declarations, and the sources that it was made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from huiyao.pipeline import Progress, silent
from huiyao.schema.tables import TABLES

if TYPE_CHECKING:
    from huiyao.publish.content import Arrow
    from huiyao.publish.store import Store

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was checked; `faults` are sentences, none where it holds."""

    name: str
    faults: tuple[str, ...]


def verify(
    datasets: str | Path,
    version: str = "latest",
    *,
    sources: Path | None = None,
    rebuild: bool = False,
    progress: Progress = silent,
) -> Iterator[Check]:
    """Yield what was checked of a release, one check after the other.

    Always: `files` (checksums), `content` (the hash of each table), `schema` (types, required values, keys) and
    `references`. With the folder of the sources also `evidence`: every record stands in its article as it says. With
    `rebuild` the sources are extracted again, and `rebuild` tells which tables come out otherwise.

    Raises:
        ReleaseError: there is no such release, or a table cannot be read.
        SourceError, OverrideError: the sources or their overrides cannot be read.
    """
    from huiyao.publish.index import find_version
    from huiyao.publish.store import open_store
    from huiyao.publish.tables import read_tables

    store = open_store(datasets)
    version = find_version(store, version)
    yield Check("files", tuple(_file_faults(store, version)))
    tables = read_tables(store, version)
    yield Check("content", tuple(_content_faults(store, version, tables)))
    yield Check("schema", tuple(_schema_faults(tables)))
    yield Check("references", tuple(_reference_faults(tables)))
    if sources:
        yield Check("evidence", tuple(_evidence_faults(tables, _texts(sources, progress))))
    if sources and rebuild:
        yield Check("rebuild", tuple(_rebuild_faults(tables, sources, progress)))


def _file_faults(store: Store, version: str) -> Iterator[str]:
    from huiyao.publish.checksums import CHECKSUMS, parse_checksums, sha256_of

    with store.open(version, CHECKSUMS) as file:
        said = parse_checksums(file.read())
    there = store.files(version)
    yield from (f"{name} is missing" for name in said.keys() - there.keys())
    yield from (f"{name} is not in {CHECKSUMS}" for name in sorted(there.keys() - said.keys() - {CHECKSUMS}))
    for name in sorted(said.keys() & there.keys()):
        with store.open(version, name) as file:
            if sha256_of(file) != said[name]:
                yield f"{name} is not the file that was published"


def _content_faults(store: Store, version: str, tables: Arrow) -> Iterator[str]:
    from huiyao.publish.content import content_hash, table_hash
    from huiyao.publish.index import read_package

    package = read_package(store, version)
    said = {part["name"]: part.get("contentHash") for part in package["resources"]}
    hashes = {name: table_hash(table) for name, table in tables.items()}
    yield from (f"{name} has not the content that was published" for name in hashes if hashes[name] != said[name])
    if content_hash(hashes) != package.get("contentHash"):
        yield "the tables together have not the content that was published"


def _schema_faults(tables: Arrow) -> Iterator[str]:
    from huiyao.publish.arrow import frames
    from huiyao.validate import frame_faults

    return frame_faults(frames(tables))


def _reference_faults(tables: Arrow) -> Iterator[str]:
    for name in tables.keys() & TABLES.keys():
        for column in TABLES[name].columns:
            target, _, key = (column.references or "").partition(".")
            if target in tables and column.name in tables[name].column_names:
                lost = _lost(tables[name][column.name], tables[target][key])
                yield from _some([f"{name}.{column.name} names {value}, which {target} has not" for value in lost])


def _lost(values: Any, keys: Any) -> list[str]:
    """Return the values, or members of lists, that are none of the keys."""
    import pyarrow as pa
    import pyarrow.compute as pc

    flat = pc.list_flatten(values) if pa.types.is_list(values.type) else pc.drop_null(values)
    lost: list[str] = flat.filter(pc.invert(pc.is_in(flat, value_set=keys))).to_pylist()
    return lost


def _texts(sources: Path, progress: Progress) -> dict[str, str]:
    from huiyao.ingest import list_sources
    from huiyao.pipeline import read_all

    articles, _ = read_all(sources, list_sources(sources), progress=progress)
    return {article.article_id: article.text for article in articles}


def _evidence_faults(tables: Arrow, texts: Mapping[str, str]) -> Iterator[str]:
    from huiyao.validate import evidence_faults

    absent = [key for key in tables["articles"]["article_id"].to_pylist() if key not in texts]
    yield from _some([f"the article {key} is not among the sources" for key in absent])
    for name in tables.keys() & TABLES.keys():
        rows = (row for row in tables[name].to_pylist() if row.get("article_id") not in absent)
        yield from _some(
            [f"{row[TABLES[name].key]}: {f.reason}" for row in rows for f in evidence_faults(name, row, texts)]
        )


def _rebuild_faults(tables: Arrow, sources: Path, progress: Progress) -> Iterator[str]:
    from huiyao.pipeline import build
    from huiyao.publish.arrow import arrow_tables
    from huiyao.publish.changes import changes

    has_text = tables["articles"]["text"].null_count < tables["articles"].num_rows
    built, _ = build(sources, full_text=has_text, progress=progress)
    differences = Counter(changes(tables, arrow_tables(built))["table"].to_pylist())
    yield from (f"{name} comes out with {count:,} differences" for name, count in sorted(differences.items()))


def _some(faults: list[str]) -> list[str]:
    """Return the first faults, and how many more there are."""
    more = [f"and {len(faults) - _SHOWN:,} more of that kind"] if len(faults) > _SHOWN else []
    return faults[:_SHOWN] + more

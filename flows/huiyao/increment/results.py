"""The records of articles that were extracted before, kept by content in immutable Parquet files."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from huiyao.increment.codec import article_key, decode, encode
from huiyao.increment.fingerprint import extraction_fingerprint
from huiyao.increment.folder import Folder, open_folder
from huiyao.schema.records import Article, Extraction

if TYPE_CHECKING:
    import pyarrow as pa

_PARTS = "parts"
_PART_ROWS = 5_000  # articles in a part that pruning puts together
_LOG = logging.getLogger("huiyao")


@dataclass(frozen=True, slots=True)
class Pruned:
    """What pruning removed: files, and how many results of articles that are gone; `kept` results are left."""

    n_files: int
    n_results: int
    kept: int


class Results:
    """Records by article, for the code and lexicon that are installed.

    Below `location`, a folder or a URL of fsspec, stands one Parquet file for each batch, in a folder for each state of code
    and lexicon. A file has two columns, `key` (`codec.article_key`) and `records` (JSON), and the hash of its content
    as its name; it is written whole or not at all and never changes.
    """

    def __init__(self, location: str) -> None:
        """Take the folder or URL; it need not be there yet."""
        self._folder: Folder = open_folder(location)
        self._own = f"{_PARTS}/{extraction_fingerprint()}"

    def find(self, articles: Iterable[Article]) -> dict[str, Extraction]:
        """Return the records that are kept of these articles, by `article_id`."""
        wanted = {article_key(article): article.article_id for article in articles}
        found: dict[str, Extraction] = {}
        for _, table in self._tables() if wanted else ():
            found |= {wanted[key]: decode(records) for key, records in _pairs(table) if key in wanted}
        return found

    def keep(self, articles: Iterable[Article], extractions: Mapping[str, Extraction]) -> None:
        """Keep the records of these articles as one part."""
        self._write({article_key(article): encode(extractions[article.article_id]) for article in articles})

    def count(self) -> int:
        """Return how many results are kept for the installed code and lexicon."""
        return sum(table.num_rows for _, table in self._tables(["key"]))

    def prune(self, articles: Iterable[Article]) -> Pruned:
        """Remove what no run over these articles will ask for, and put what is left into few files."""
        wanted = {article_key(article) for article in articles}
        old, kept, n_rows = list(self._folder.names(_PARTS)), dict[str, str](), 0
        for _, table in self._tables():
            n_rows += table.num_rows
            kept |= {key: records for key, records in _pairs(table) if key in wanted}
        rows = sorted(kept.items())
        new = {self._write(dict(rows[start : start + _PART_ROWS])) for start in range(0, len(rows), _PART_ROWS)}
        stale = [name for name in old if name not in new]
        for name in stale:
            self._folder.remove(name)
        return Pruned(len(stale), n_rows - len(kept), len(kept))

    def _tables(self, columns: list[str] | None = None) -> Iterator[tuple[str, pa.Table]]:
        """Yield each part that can be read; one that cannot is removed, and its articles are extracted again."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        for name in self._folder.names(self._own):
            try:
                yield name, pq.read_table(pa.BufferReader(self._folder.read(name)), columns=columns)
            except (pa.ArrowException, FileNotFoundError):
                _LOG.warning("The part %s of the store cannot be read; its articles are extracted again.", name)
                self._folder.remove(name)

    def _write(self, rows: Mapping[str, str]) -> str:
        import pyarrow as pa
        import pyarrow.parquet as pq

        ordered: list[Any] = sorted(rows.items())
        digest = hashlib.sha256(
            "".join(f"{key}{records}\n" for key, records in ordered).encode("utf-8", "surrogatepass")
        )
        name = f"{self._own}/{digest.hexdigest()}.parquet"
        table = pa.table({"key": [key for key, _ in ordered], "records": [records for _, records in ordered]})
        sink = pa.BufferOutputStream()
        pq.write_table(table, sink, compression="zstd")
        self._folder.write(name, sink.getvalue().to_pybytes())
        return name


def _pairs(table: pa.Table) -> Iterator[tuple[str, str]]:
    keys: list[Any] = table["key"].to_pylist()
    records: list[Any] = table["records"].to_pylist()
    return zip(keys, records, strict=True)

"""Sources (files of many formats and encodings) become canonical articles."""

from __future__ import annotations

from huiyao.ingest.articles import articles_from_text
from huiyao.ingest.duplicates import merge_duplicates
from huiyao.ingest.sources import OVERRIDES, Ingested, SourceError, list_sources, overrides_text, read_source

__all__ = [
    "OVERRIDES",
    "Ingested",
    "SourceError",
    "articles_from_text",
    "list_sources",
    "merge_duplicates",
    "overrides_text",
    "read_source",
]

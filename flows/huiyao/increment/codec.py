"""An article's key, and its records as text that Parquet files keep."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple, fields
from functools import cache
from typing import Any

from huiyao.schema.records import Article, Extraction, Measure, Meeting, Speaker, Statement

_KINDS: tuple[type, ...] = (Meeting, Speaker, Statement, Measure)  # in the order of the fields of `Extraction`
# Where the same text was found changes nothing in its records.
_PROVENANCE = {"source", "source_sha256", "sequence", "sources"}


def article_key(article: Article) -> str:
    """Return 64 hex digits, the same for articles whose text, blocks and metadata are the same."""
    known = [getattr(article, name) for name in _told()]
    blocks = [astuple(block) for block in article.blocks]
    told = json.dumps([*known, blocks], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(told.encode("ascii")).hexdigest()


@cache
def _told() -> tuple[str, ...]:
    return tuple(field.name for field in fields(Article) if field.name not in {*_PROVENANCE, "blocks"})


def encode(extraction: Extraction) -> str:
    """Return the records as JSON: a list for each kind, a record as the list of its fields."""
    kinds = [[astuple(record) for record in getattr(extraction, kind.name)] for kind in fields(extraction)]
    return json.dumps(kinds, ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> Extraction:
    """Return the records; the reverse of `encode`."""
    kinds = zip(_KINDS, json.loads(text), strict=True)
    return Extraction(*(tuple(kind(*map(_value, record)) for record in records) for kind, records in kinds))


def _value(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value

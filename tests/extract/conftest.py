"""Articles for the tests of extract, built without ingest; every person, company and small town in them is made up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from huiyao.extract.article import extract_article
from huiyao.schema.records import Article, Block, BlockKind, Extraction

Write = Callable[..., Article]
Read = Callable[..., Extraction]
_KINDS: dict[str, BlockKind] = {"#": "headline", "=": "subhead"}


def write(*paragraphs: str, published: str | None = None) -> Article:
    """Return an article of these paragraphs: `#` marks the headline, `=` a subhead."""
    blocks, lines, at = [], [], 0
    for paragraph in paragraphs:
        kind = _KINDS.get(paragraph[:1], "body")
        line = paragraph if kind == "body" else paragraph[1:]
        blocks.append(Block(kind, at, at + len(line)))
        lines.append(line)
        at += len(line) + 1
    return Article("a", "a.txt", "0" * 64, 0, "\n".join(lines), tuple(blocks), published=published)


@pytest.fixture(scope="session")
def article() -> Write:
    return write


@pytest.fixture(scope="session")
def read() -> Read:
    """Extract the records of an article of these paragraphs."""
    return lambda *paragraphs, published=None: extract_article(write(*paragraphs, published=published))

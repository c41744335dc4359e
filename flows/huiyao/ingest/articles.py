"""Lines into articles: the kind of every block, the canonical text, who wrote it and from when it is."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from huiyao.dates import date_fixed_by_text
from huiyao.ingest.blocks import Typed, typed_blocks
from huiyao.ingest.credits import is_source_line, names_in, names_in_lead
from huiyao.ingest.lines import Line, clean, split_lines
from huiyao.ingest.metadata import Metadata, day_in, edtf
from huiyao.ingest.pages import paragraphs, split_articles
from huiyao.schema.records import Article, Block, BlockKind, stable_id

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


def articles_from_text(
    text: str,
    *,
    source: str = "text",
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    headline: str | None = None,
) -> tuple[Article, ...]:
    """Return the articles in plain text: none where it holds no Chinese, several where it is a newspaper page.

    `published` is EDTF, or an ISO 8601 date with a time. `source_sha256` is of the text in UTF-8.

    Raises:
        ValueError: `published` is no such date.
    """
    if published is not None and (published := edtf(given := published)) is None:
        raise ValueError(f"The date of publication {given!r} is not a date in ISO 8601 or EDTF.")
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    metadata = Metadata(published, publisher, url, headline)
    return articles_of_page(split_lines(clean(text)), source, sha256, metadata)


def articles_of_page(lines: Sequence[Line], source: str, sha256: str, metadata: Metadata) -> tuple[Article, ...]:
    """Return the articles of a page in order. A date that the articles which fix one agree on holds for the others.

    A headline in the metadata is that of the first article.
    """
    found: list[Article] = []
    for part in split_articles(paragraphs(lines, printed=True)):
        if any(_HAN.search(line.text) for line in part):
            own = metadata if not found else replace(metadata, headline=None)
            found.append(_article(part, source, sha256, len(found), own))
    return _dated_by_text(found) if metadata.published is None else tuple(found)


def single_article(
    lines: Sequence[Line], source: str, sha256: str, sequence: int, metadata: Metadata
) -> Article | None:
    """Return the lines as one article, None where they hold no Chinese."""
    part = paragraphs(lines, printed=False)
    if not any(_HAN.search(line.text) for line in part):
        return None
    article = _article(part, source, sha256, sequence, metadata)
    return article if metadata.published else _dated_by_text([article])[0]


def _dated_by_text(articles: Sequence[Article]) -> tuple[Article, ...]:
    dates = [_printed_day(article) or date_fixed_by_text(article.text) for article in articles]
    known = {date for date in dates if date}
    common = known.pop() if len(known) == 1 else None
    return tuple(
        replace(article, published=fixed, published_basis="text") if (fixed := date or common) else article
        for article, date in zip(articles, dates, strict=True)
    )


def _printed_day(article: Article) -> str | None:
    """Return the day in a line that says when the article was first published (发布时间：2024-05-17 09:30)."""
    lines = (article.text[block.start : block.end] for block in article.blocks_of("byline"))
    return next((day for line in lines if is_source_line(line) and (day := day_in(line))), None)


def _article(part: Sequence[Line], source: str, sha256: str, sequence: int, metadata: Metadata) -> Article:
    typed = typed_blocks(part, metadata.headline)
    text, blocks = _tile(typed)
    return Article(
        article_id=stable_id("a", text),
        source=source,
        source_sha256=sha256,
        sequence=sequence,
        text=text,
        blocks=blocks,
        headline=_joined(typed, "headline"),
        kicker=_joined(typed, "kicker"),
        subheadline=_joined(typed, "subheadline"),
        bylines=_bylines(typed),
        publisher=metadata.publisher,
        url=metadata.url,
        published=metadata.published,
        published_basis="metadata" if metadata.published else None,
        sources=(f"{source}#{sequence}",),
    )


def _tile(typed: Sequence[Typed]) -> tuple[str, tuple[Block, ...]]:
    """Return the canonical text and the blocks that tile it, one line feed between two."""
    blocks: list[Block] = []
    start = 0
    for kind, text in typed:
        blocks.append(Block(kind, start, start + len(text)))
        start += len(text) + 1
    return "\n".join(text for _, text in typed), tuple(blocks)


def _joined(typed: Sequence[Typed], kind: BlockKind) -> str | None:
    """Return the lines of one kind joined by a space, each once, None where there are none."""
    return " ".join(dict.fromkeys(text for own, text in typed if own == kind)) or None


def _bylines(typed: Sequence[Typed]) -> tuple[str, ...]:
    """Return the authors, each once: from the byline blocks and from the brackets in the first paragraph."""
    lead = next((text for kind, text in typed if kind == "body"), "")
    signed = (name for kind, text in typed if kind == "byline" for name in names_in(text))
    return tuple(dict.fromkeys((*names_in_lead(lead), *signed)))

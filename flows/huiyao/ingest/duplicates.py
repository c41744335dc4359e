"""Exact duplicates: articles with the same canonical text are one article with all its sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from huiyao.schema.records import Article

_BASIS_RANK = {"metadata": 0, "text": 1, None: 2}


def merge_duplicates(articles: Iterable[Article]) -> list[Article]:
    """Return one article for each `article_id`, sorted by it, with every `source#sequence` in `sources`.

    Place and hash are those of the first source; the rest comes from the article whose date is known best, then from
    the first. The order of the input makes no difference, and merging twice changes nothing.
    """
    same: dict[str, list[Article]] = {}
    for article in articles:
        same.setdefault(article.article_id, []).append(article)
    return [_merged(same[article_id]) for article_id in sorted(same)]


def _merged(articles: list[Article]) -> Article:
    if len(articles) == 1:
        return articles[0]
    first = min(articles, key=lambda a: (a.source, a.sequence))
    best = min(articles, key=lambda a: (_BASIS_RANK[a.published_basis], a.source, a.sequence))
    sources = sorted({place for article in articles for place in article.sources}, key=_place)
    return replace(
        best,
        source=first.source,
        source_sha256=first.source_sha256,
        sequence=first.sequence,
        sources=tuple(sources),
    )


def _place(place: str) -> tuple[str, int]:
    source, _, sequence = place.rpartition("#")
    return source, int(sequence)

"""Articles and records for the tests of resolve; every person and meeting is made up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from huiyao.resolve import resolve
from huiyao.schema.records import Article, Extraction, Tables, stable_id

Resolve = Callable[..., Tables]


@pytest.fixture(scope="session")
def resolved() -> Resolve:
    """Resolve extractions, each of an article of its own, named by `article_id` of its place."""

    def run(*extractions: Extraction, full_text: bool = False) -> Tables:
        articles = [article(place) for place in range(len(extractions))]
        by_id = {a.article_id: e for a, e in zip(articles, extractions, strict=True)}
        return resolve(articles, by_id, full_text)

    return run


@pytest.fixture(scope="session")
def article_id() -> Callable[[int], str]:
    return lambda place: article(place).article_id


def article(place: int) -> Article:
    text = f"第{place}篇"
    return Article(stable_id("a", text), f"{place}.txt", "0" * 64, 0, text, (), published="2024-10-14")

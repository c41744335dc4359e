"""Rows of a small release with awkward values; everybody in it is made up."""

from __future__ import annotations

from typing import Any

import pytest

from huiyao.resolve import resolve
from huiyao.schema.records import Article, Extraction, Measure, Meeting, Reject, Speaker, Statement, Tables, stable_id
from huiyao.validate import reject_rows

TEXT = "第3次松江论坛15日在松江举行。\n松江区区长林知远表示，将扩大“开放，\n合作”。\n何清越说：好。"


@pytest.fixture(scope="session")
def rows() -> Tables:
    """The rows of two articles with commas, quotes, line feeds, delimiters and formulas in their values."""
    articles = [article(0, headline="=1+2"), article(1, headline='"，,|\\\n@', bylines=("何|清", "a\\b", "c\\u007cd"))]
    tables = resolve(articles, {a.article_id: records(a.article_id) for a in articles})
    rejects = [Reject(f"{n}.txt", "sources", "empty", "The file is empty.") for n in range(3)]
    return tables | {"rejects": reject_rows(rejects)}


def article(place: int, **known: Any) -> Article:
    text = f"{TEXT}\n{place}"
    key = stable_id("a", text)
    return Article(key, f"{place}.txt", "0" * 64, 0, text, (), published="2024-10-16", **known)


def records(article_id: str) -> Extraction:
    forum = "第3次松江论坛"
    what, said = TEXT.index("将扩大"), TEXT.index("好")
    end = TEXT.index("。\n何")
    return Extraction(
        (Meeting(forum, 0, len(forum), ordinal=3, date="2024-10-15/2024-10-16", organizers=("|", "\\|", "松江区")),),
        (
            Speaker("林知远", 22, 25, "松江区", "区长", ("松江区区长",), meeting=forum),
            Speaker("何清越", said - 5, said - 2, meeting=forum),
        ),
        (
            Statement("林知远", True, "indirect", "表示", TEXT[what:end], what, end, forum),
            Statement("何清越", True, "direct", "说", "好", said, said + 1, forum),
        ),
        (Measure(TEXT[what:end], what, end, "planned", "林知远", True, TEXT[what:end], quantities=("3|4",)),),
    )

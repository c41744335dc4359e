"""A small release's rows that pass every gate, to be broken one value at a time; everybody in it is made up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from huiyao.resolve import resolve
from huiyao.schema.records import Article, Extraction, Measure, Meeting, Reject, Speaker, Statement, Tables, stable_id
from huiyao.validate import validate

TEXT = "第3次松江论坛15日在松江举行。\n松江区区长林知远表示，将扩大开放。"
SENTENCE = "松江区区长林知远表示，将扩大开放。"


@dataclass(frozen=True, slots=True)
class Sample:
    """Rows and texts, with the ways to break them and to look at what the gates make of it."""

    tables: Tables
    texts: dict[str, str]

    def broken(self, table: str, **changes: Any) -> tuple[Tables, list[Reject]]:
        """Validate after changing columns of the table's first row."""
        first, *others = self.tables[table]
        return validate(self.tables | {table: [first | changes, *others]}, self.texts)


@pytest.fixture(scope="session")
def sample() -> Sample:
    forum, name = "第3次松江论坛", "林知远"
    where, what = TEXT.index(name), TEXT.index("将扩大开放")
    records = Extraction(
        (Meeting(forum, 0, len(forum), ordinal=3, date="2024-10-15", kind="论坛"),),
        (Speaker(name, where, where + 3, "松江区", "区长", ("松江区区长",), meeting=forum),),
        (Statement(name, True, "indirect", "表示", "将扩大开放", what, what + 5, forum),),
        (Measure("扩大开放", what + 1, what + 5, "planned", name, True, SENTENCE, meeting=forum),),
    )
    articles = [Article(stable_id("a", TEXT), "x.txt", "0" * 64, 0, TEXT, (), published="2024-10-16")]
    ids = [article.article_id for article in articles]
    return Sample(resolve(articles, dict.fromkeys(ids, records)), dict.fromkeys(ids, TEXT))

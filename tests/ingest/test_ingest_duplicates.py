"""The same text twice is one article, whatever the order."""

from __future__ import annotations

import itertools
from dataclasses import replace

from huiyao.ingest import articles_from_text, merge_duplicates
from huiyao.schema.records import Article, stable_id

TEXT = "江海市昨天召开会议，市长林某某主持会议。"


def article(source: str, sequence: int = 0, **known: str) -> Article:
    (made,) = articles_from_text(TEXT, source=source, **known)
    return replace(made, sequence=sequence, source_sha256=f"{source}-bytes", sources=(f"{source}#{sequence}",))


COPIES = [
    article("b.txt"),
    article("c.jsonl", 10, published="2024-05-02", publisher="后报"),
    article("c.jsonl", 2, published="2024-05-01", publisher="先报"),
    replace(article("a.txt"), published="2024", published_basis="text"),
]


def test_one_article_with_all_its_sources_whatever_the_order() -> None:
    for copies in itertools.permutations(COPIES):
        (merged,) = merge_duplicates(copies)
        assert merged.article_id == stable_id("a", TEXT)
        assert merged.sources == ("a.txt#0", "b.txt#0", "c.jsonl#2", "c.jsonl#10")
        assert (merged.source, merged.sequence, merged.source_sha256) == ("a.txt", 0, "a.txt-bytes")
        assert (merged.published, merged.published_basis, merged.publisher) == ("2024-05-01", "metadata", "先报")


def test_merging_again_changes_nothing() -> None:
    once = merge_duplicates(COPIES)
    assert merge_duplicates(once) == once
    assert merge_duplicates([*once, *COPIES]) == once


def test_other_texts_stay_and_are_sorted() -> None:
    others = [articles_from_text(f"第{n}次会议召开。", source=f"{n}.txt")[0] for n in range(9)]
    merged = merge_duplicates([*others, *COPIES])
    assert len(merged) == 10
    assert [one.article_id for one in merged] == sorted(one.article_id for one in merged)

"""How fast extraction is, as a ratio to jieba's tagger over the same text; how its time grows on hostile text."""

from __future__ import annotations

from collections.abc import Callable

from huiyao.extract import tokens
from huiyao.extract.article import extract_article
from huiyao.ingest import articles_from_text
from huiyao.schema.records import Article

Measure = Callable[[Callable[[], object]], float]

_HOSTILE = {
    "cues": "张某表示，“表示，“",
    "open quotes": "“他说，",
    "digits": "1234567890",
    "one surname": "王",
    "brackets": "（（《",
    "enumeration": "推进、建设、",
    "titles": "部长局长",
    "meetings": "会议大会论坛",
}


def test_against_the_tagger(corpus: tuple[Article, ...], cpu_seconds: Measure) -> None:
    import jieba.posseg

    sample = corpus[::4]
    characters = sum(len(article.text) for article in sample)
    list(jieba.posseg.cut("预热"))
    extract_article(sample[0])

    def extract() -> None:
        tokens.words.cache_clear()
        for article in sample:
            extract_article(article)

    def tag() -> None:
        for article in sample:
            list(jieba.posseg.cut(article.text))

    ours, theirs = cpu_seconds(extract), cpu_seconds(tag)
    print(
        f"\n{characters:,} characters: extraction {ours:.2f} s, jieba.posseg.cut {theirs:.2f} s, ratio {theirs / ours:.1f}"
    )
    assert ours > 0


def test_share_of_text_that_reaches_jieba(corpus: tuple[Article, ...]) -> None:
    sample = corpus[::4]
    seen = 0
    original = tokens.words

    def counting(window: str) -> tuple[str, ...]:
        nonlocal seen
        seen += len(window)
        return original.__wrapped__(window)

    tokens.words = counting  # type: ignore[assignment]
    try:
        for article in sample:
            extract_article(article)
    finally:
        tokens.words = original
    total = sum(len(article.text) for article in sample)
    print(
        f"\nwindows given to jieba: {seen:,} of {total:,} characters ({seen / total:.0%}; overlapping windows count twice)"
    )
    assert seen


def test_time_on_hostile_text_is_linear(cpu_seconds: Measure) -> None:
    print("\nseconds at 0.25, 0.5 and 1 MB of UTF-8, and the ratio of the last two (2 is linear)")
    for name, unit in _HOSTILE.items():
        times = [_seconds(unit, size, cpu_seconds) for size in (250_000, 500_000, 1_000_000)]
        print(f"{name:14s} {times[0]:7.2f} {times[1]:7.2f} {times[2]:7.2f}   {times[2] / times[1]:5.2f}")


def _seconds(unit: str, size: int, cpu_seconds: Measure) -> float:
    text = unit * (size // len(unit.encode()))
    articles = articles_from_text("标题\n\n" + text + "。")
    return cpu_seconds(lambda: [extract_article(article) for article in articles])

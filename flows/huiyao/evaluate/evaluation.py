"""Annotated articles, read and extracted as for a release, and compared with their annotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from huiyao.evaluate.annotations import Annotation, read_annotations, texts_folder
from huiyao.evaluate.comparison import Comparison, Mistake, total
from huiyao.evaluate.entries import TABLE_NAMES, Entries
from huiyao.evaluate.fields import AnnotationError
from huiyao.evaluate.measures import compare_measures
from huiyao.evaluate.meetings import compare_meetings
from huiyao.evaluate.released import entries_by_article
from huiyao.evaluate.reliability import Bucket, counted, reliability
from huiyao.evaluate.speakers import compare_speakers
from huiyao.evaluate.squeezing import SqueezedText
from huiyao.evaluate.statements import compare_statements
from huiyao.ingest import Ingested, merge_duplicates, read_source
from huiyao.pipeline import Progress, assemble, extract_all
from huiyao.schema.records import Article


@dataclass(frozen=True, slots=True)
class EvaluatedArticle:
    """One annotated article in its canonical text, and how what was found in it compares with the annotation."""

    id: str
    article: Article = field(repr=False)
    comparison: Comparison = field(repr=False)

    def mistakes(self, table: str | None = None) -> list[Mistake]:
        """Return the mistakes, in one table where one is named, table by table and each in the order of the text."""
        wanted = [mistake for mistake in self.comparison.mistakes if table in (None, mistake.table)]
        return sorted(wanted, key=_reading_order)


def _reading_order(mistake: Mistake) -> tuple[int, bool, tuple[int, int]]:
    """What stands nowhere comes last."""
    return TABLE_NAMES.index(mistake.table), mistake.span is None, mistake.span or (0, 0)


@dataclass(frozen=True)
class Evaluation:
    """All annotated articles, in the order of their files."""

    articles: tuple[EvaluatedArticle, ...]

    @cached_property
    def total(self) -> Comparison:
        """The figures of all articles together (micro averages), all mistakes, all outcomes."""
        return total(article.comparison for article in self.articles)

    @property
    def mean_f1(self) -> float:
        """The mean of the F1 of meetings, speakers, statements and measures."""
        return sum(self.total.tallies[table].f1 for table in TABLE_NAMES) / len(TABLE_NAMES)

    @property
    def reliability(self) -> list[Bucket]:
        """The reliability table of all records that count; empty where records do not tell their confidence."""
        return reliability(counted(self.total.outcomes))


def evaluate(gold: Path, texts: Path | None, report: Progress) -> Evaluation:
    """Compare the annotations in `gold` with what a release of the annotated articles would hold.

    Nothing is written. `texts` None looks for the texts where `texts_folder` says.

    Raises:
        AnnotationError: the annotations or their texts cannot be read; says why in one sentence.
    """
    annotations = read_annotations(gold)
    articles = annotated_articles(annotations, texts_folder(gold, texts), report)
    merged = merge_duplicates(articles)
    extractions = extract_all(merged, progress=report)
    found = entries_by_article(assemble(merged, extractions, [], full_text=False), extractions)
    return Evaluation(
        tuple(
            EvaluatedArticle(annotation.id, article, compare(article, annotation.entries, found[article.article_id]))
            for annotation, article in zip(annotations, articles, strict=True)
        )
    )


def compare(article: Article, gold: Entries, found: Entries) -> Comparison:
    """Compare two readers of one article."""
    text = SqueezedText.of(article.text)
    body = next((block.start for block in article.blocks_of("body")), 0)
    return total(
        (
            compare_meetings(text, gold.meetings, found.meetings, body),
            compare_speakers(text, gold.speakers, found.speakers, body),
            compare_statements(text, gold.statements, found.statements),
            compare_measures(text, gold.measures, found.measures),
        )
    )


def annotated_articles(annotations: Sequence[Annotation], texts: Path, report: Progress) -> list[Article]:
    """Return the article of each annotation; a source with many articles is read once."""
    read: dict[str, Ingested] = {}
    articles: list[Article] = []
    report("read", 0, len(annotations))
    for annotation in annotations:
        source = annotation.source_in(texts)
        if source not in read:
            read[source] = read_source(texts, source)
        articles.append(_article(annotation, source, read[source]))
        report("read", len(articles), len(annotations))
    return articles


def _article(annotation: Annotation, source: str, ingested: Ingested) -> Article:
    for article in ingested.articles:
        if article.sequence == annotation.sequence:
            return article
    if not ingested.articles:
        reasons = " ".join(reject.reason for reject in ingested.rejects)
        raise AnnotationError(f"{annotation.file}: {source} holds no article: {reasons}")
    places = ", ".join(str(article.sequence) for article in ingested.articles[:10])
    raise AnnotationError(
        f"{annotation.file}: {source} has no article with the sequence {annotation.sequence}; it has {places}."
    )

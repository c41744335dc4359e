"""An evaluation as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from huiyao.evaluate.comparison import Mistake
from huiyao.evaluate.evaluation import EvaluatedArticle, Evaluation
from huiyao.evaluate.figures import Tally
from huiyao.evaluate.passages import passage


def document(evaluation: Evaluation, table: str | None = None) -> dict[str, Any]:
    """Return all figures and the mistakes, in one table where one is named, as values that JSON has.

    Offsets are half-open code points into the canonical text; `sentence` is the passage of it that a mistake stands in.
    """
    figures = evaluation.total
    return {
        "articles": len(evaluation.articles),
        "mean_f1": evaluation.mean_f1,
        "scores": {name: _scores(tally) for name, tally in figures.tallies.items()},
        "attributes": {
            name: {"share": share.value, "right": share.right, "records": share.total}
            for name, share in figures.shares.items()
        },
        "mistakes": [
            _mistake(article, mistake) for article in evaluation.articles for mistake in article.mistakes(table)
        ],
        "reliability": [asdict(bucket) for bucket in evaluation.reliability],
    }


def _scores(tally: Tally) -> dict[str, float | int]:
    return {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1} | asdict(tally)


def _mistake(article: EvaluatedArticle, mistake: Mistake) -> dict[str, Any]:
    values = asdict(mistake)
    span = values.pop("span")
    start, end = span or (None, None)
    text = article.article.text
    sentence = text[slice(*passage(text, span))] if span else None
    source = {"source": article.article.source, "sequence": article.article.sequence}
    return {"id": article.id} | source | values | {"start": start, "end": end, "sentence": sentence}

"""Learns from annotated articles what measures are made of: the data of `huiyao.extract.clause_model`.

Run as `python -m huiyao.evaluate.training GOLD [GOLD ...] > flows/huiyao/extract/clause_weights.tsv`; each folder is
read as `huiyao evaluate --gold` reads it. Articles on which the program is to be measured must not be among them.
Needs scikit-learn, which comes with `pip install 'huiyao[training]'`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from huiyao.evaluate.annotations import read_annotations, texts_folder
from huiyao.evaluate.entries import MeasureEntry
from huiyao.evaluate.evaluation import annotated_articles
from huiyao.evaluate.squeezing import SqueezedText
from huiyao.extract import clause_model
from huiyao.extract.sentences import sentences
from huiyao.schema.records import Article

Feature = tuple[str, str]
"""A slot of the model and the value in it."""

_LEAST_SEEN = 4
"""Number of clauses from which a feature counts."""
_LEAST_WEIGHT = 10
"""Hundredths of a logit below which a weight decides nothing."""
_INVERSE_PENALTY = 0.5
"""scikit-learn's C: chosen by cross-validation over sets of articles."""


class Example(NamedTuple):
    """A clause as the model sees it, and whether more than half of it stands in a measure of the annotation."""

    features: Counter[Feature]
    is_measure: bool


def examples(article: Article, measures: Sequence[MeasureEntry]) -> Iterator[Example]:
    """Yield the clauses of one annotated article; what careful readers dispute is left out."""
    sure = _covered(article.text, [measure.text for measure in measures if not measure.optional])
    disputed = _covered(article.text, [measure.text for measure in measures if measure.optional])
    for block in article.blocks_of("body"):
        for sentence in sentences(article.text, block.start, block.end):
            for (start, end), found in clause_model.features(article.text, sentence):
                clause, half = set(range(start, end)), (end - start) / 2
                if len(clause & disputed) <= half:
                    yield Example(Counter(found), len(clause & sure) > half)


def _covered(text: str, pieces: list[str]) -> set[int]:
    """Return the places in the text that one of the pieces covers."""
    squeezed = SqueezedText.of(text)
    return {at for span in squeezed.locate(pieces) if span for at in range(*squeezed.original(span))}


def learn(clauses: Sequence[Example]) -> dict[Feature, int]:
    """Return feature to weight in hundredths of a logit, those that decide nothing left out."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen = Counter(feature for clause in clauses for feature in clause.features)
    kept = {feature for feature, times in seen.items() if times >= _LEAST_SEEN and _tells(feature)}
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform(
        [{feature: times for feature, times in clause.features.items() if feature in kept} for clause in clauses]
    )
    model = LogisticRegression(C=_INVERSE_PENALTY, max_iter=1000, fit_intercept=False)
    model.fit(table, [clause.is_measure for clause in clauses])
    weights = zip(vectorizer.feature_names_, model.coef_[0], strict=True)
    return {feature: rounded for feature, weight in weights if abs(rounded := round(100 * weight)) >= _LEAST_WEIGHT}


def _tells(feature: Feature) -> bool:
    """Whether a feature can be learned: it has a value, and none with white space, which depends on the layout."""
    slot, value = feature
    return slot == "bias" or (value != "" and not any(map(str.isspace, value)))


def as_tsv(weights: dict[Feature, int]) -> str:
    """Return the weights as the text of `clause_weights.tsv`."""
    lines = (f"{slot}\t{value}\t{weight}\n" for (slot, value), weight in sorted(weights.items()))
    return "slot\tvalue\tweight\n" + "".join(lines)


def examples_in(folder: Path) -> list[Example]:
    """Return the clauses of all annotated articles of a folder."""
    annotations = read_annotations(folder)
    articles = annotated_articles(annotations, texts_folder(folder, None), lambda *_: None)
    return [
        example
        for annotation, article in zip(annotations, articles, strict=True)
        for example in examples(article, annotation.entries.measures)
    ]


def main(folders: list[str]) -> None:
    """Write the weights learned from all folders of annotations to standard output."""
    sys.stdout.write(as_tsv(learn([example for folder in folders for example in examples_in(Path(folder))])))


if __name__ == "__main__":
    main(sys.argv[1:])

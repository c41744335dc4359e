"""Learns the weights of the models of extraction from annotated articles.

Run as `python -m huiyao.evaluate.training MODEL GOLD [GOLD ...] > flows/huiyao/extract/MODEL_weights.tsv`, where MODEL is
`clause` (which clauses are measures) or `sentence` (where a statement ends); each folder is read as
`huiyao evaluate --gold` reads it. Articles on which the program is to be measured must not be among them. Needs
scikit-learn, which comes with `pip install 'huiyao[training]'`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

from huiyao.evaluate.annotations import read_annotations, texts_folder
from huiyao.evaluate.entries import Entries, MeasureEntry, StatementEntry
from huiyao.evaluate.evaluation import annotated_articles
from huiyao.evaluate.fields import AnnotationError
from huiyao.evaluate.followers import followers
from huiyao.evaluate.squeezing import SqueezedText, squeezed
from huiyao.extract import clause_model, sentence_model
from huiyao.extract.sentences import sentences
from huiyao.extract.weights import BIAS, Feature, Weights
from huiyao.schema.records import Article


class Example(NamedTuple):
    """What a model looks at, and whether it is what the model looks for."""

    features: Counter[Feature]
    found: bool


@dataclass(frozen=True, slots=True)
class Model:
    """How one model is learned; the numbers were chosen by cross-validation over sets of articles.

    A feature counts from `least_seen` examples on, a weight from `least_weight` hundredths of a logit;
    `inverse_penalty` is scikit-learn's C.
    """

    weights: Weights
    examples: Callable[[Article, Entries], Iterator[Example]]
    least_seen: int
    least_weight: int
    inverse_penalty: float


def clause_examples(article: Article, entries: Entries) -> Iterator[Example]:
    """Yield the clauses of an article: more than half of a measure's clause stands in a measure of the annotation.

    What careful readers dispute is left out.
    """
    sure, disputed = (
        set(_located(article.text, [measure for measure in entries.measures if measure.optional == optional]))
        for optional in (False, True)
    )
    for block in article.blocks_of("body"):
        for sentence in sentences(article.text, block.start, block.end):
            for (start, end), found in clause_model.features(article.text, sentence):
                clause, half = set(range(start, end)), (end - start) / 2
                if len(clause & disputed) <= half:
                    yield Example(Counter(found), len(clause & sure) > half)


def sentence_examples(article: Article, entries: Entries) -> Iterator[Example]:
    """Yield the sentences behind what a speaker is annotated to have said: the reporter's have half of it at the most."""
    voices = {at: squeezed(entry.speaker) for at, entry in _located(article.text, entries.statements).items()}
    for report, (start, end), found in followers(article):
        said = [at for at in range(start, end) if voices.get(at) == squeezed(report.speaker)]
        if _voice_before(article.text, voices, start) == squeezed(report.speaker):
            yield Example(Counter(found), len(said) <= (end - start) / 2)


_LONGEST_GAP = 40


def _voice_before(text: str, voices: dict[int, str], at: int) -> str | None:
    """Return whose the last words before a place are, the marks that end a sentence left out."""
    places = (each for each in range(at - 1, max(0, at - _LONGEST_GAP), -1) if text[each] not in "”。！？；")
    return next((voices.get(each) for each in places if not text[each].isspace()), None)


_Entry = TypeVar("_Entry", MeasureEntry, StatementEntry)


def _located(text: str, entries: Sequence[_Entry]) -> dict[int, _Entry]:
    """Return the places in the text that annotated records cover, each with its record."""
    located = SqueezedText.of(text)
    spans = located.locate([entry.text for entry in entries])
    return {
        at: entry for entry, span in zip(entries, spans, strict=True) if span for at in range(*located.original(span))
    }


MODELS = {
    "clause": Model(clause_model.WEIGHTS, clause_examples, least_seen=4, least_weight=10, inverse_penalty=0.5),
    "sentence": Model(sentence_model.WEIGHTS, sentence_examples, least_seen=3, least_weight=5, inverse_penalty=1.0),
}


def learn(model: Model, examples: Sequence[Example]) -> dict[Feature, int]:
    """Return feature to weight in hundredths of a logit, those that decide nothing left out."""
    try:
        from sklearn.feature_extraction import DictVectorizer
        from sklearn.linear_model import LogisticRegression
    except ImportError:
        sys.exit("Learning needs scikit-learn: pip install 'huiyao[training]'.")

    seen = Counter(feature for example in examples for feature in example.features)
    kept = {feature for feature, times in seen.items() if times >= model.least_seen and _tells(feature)}
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform(
        [{feature: times for feature, times in example.features.items() if feature in kept} for example in examples]
    )
    regression = LogisticRegression(C=model.inverse_penalty, max_iter=1000, fit_intercept=False)
    regression.fit(table, [example.found for example in examples])
    weights = zip(vectorizer.feature_names_, regression.coef_[0], strict=True)
    return {feature: whole for feature, weight in weights if abs(whole := round(100 * weight)) >= model.least_weight}


def _tells(feature: Feature) -> bool:
    """Whether a feature can be learned: it has a value, and none with white space, which depends on the layout."""
    slot, value = feature
    return slot == BIAS or (value != "" and not any(map(str.isspace, value)))


def as_tsv(weights: dict[Feature, int]) -> str:
    """Return the weights as the text of their file."""
    lines = (f"{slot}\t{value}\t{weight}\n" for (slot, value), weight in sorted(weights.items()))
    return "slot\tvalue\tweight\n" + "".join(lines)


def examples_in(model: Model, folder: Path) -> list[Example]:
    """Return what all annotated articles of a folder teach a model; one that cannot be read ends the run with its reason."""
    try:
        annotations = read_annotations(folder)
        articles = annotated_articles(annotations, texts_folder(folder, None), lambda *_: None)
    except AnnotationError as error:
        sys.exit(str(error))
    return [
        example
        for annotation, article in zip(annotations, articles, strict=True)
        for example in model.examples(article, annotation.entries)
    ]


def main(arguments: list[str]) -> None:
    """Write the weights of a model, learned from all folders of annotations, to standard output."""
    name, *folders = arguments or [""]
    if name not in MODELS or not folders:
        sys.exit(f"Name a model ({' or '.join(MODELS)}) and folders of annotations to learn from.")
    model = MODELS[name]
    sys.stdout.write(as_tsv(learn(model, [each for folder in folders for each in examples_in(model, Path(folder))])))


if __name__ == "__main__":
    main(sys.argv[1:])

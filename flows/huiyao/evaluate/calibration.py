"""Counts, over annotated articles, how often each rule of extraction is right: the data of `confidence`.

Run as `python -m huiyao.evaluate.calibration GOLD [GOLD ...] > flows/huiyao/extract/confidence.tsv`; each folder is
read as `huiyao evaluate --gold` reads it. Disputed records are counted neither for nor against. The models are
learned anew for each folder from all the others, so that they are judged by articles that they never saw.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from huiyao.evaluate import training
from huiyao.evaluate.comparison import Outcome
from huiyao.evaluate.evaluation import evaluate

Counts = dict[tuple[str, str], tuple[int, int]]
"""(table, rule) to (right, judged)."""


def counts(outcomes: Iterable[Outcome]) -> Counts:
    """Return for each table and rule how many of its records are right and how many were judged, sorted by name."""
    right: Counter[tuple[str, str]] = Counter()
    judged: Counter[tuple[str, str]] = Counter()
    for outcome in outcomes:
        if outcome.verdict == "uncounted":
            continue
        key = outcome.table, outcome.record.rule
        judged[key] += 1
        right[key] += outcome.verdict == "right"
    return {key: (right[key], judged[key]) for key in sorted(judged)}


def as_tsv(counted: Counts) -> str:
    """Return the counts as the text of `confidence.tsv`."""
    lines = (f"{table}\t{rule}\t{right}\t{judged}\n" for (table, rule), (right, judged) in counted.items())
    return "table\trule\tright\tjudged\n" + "".join(lines)


def main(folders: list[str]) -> None:
    """Write the counts over all folders of annotations to standard output."""
    if len(folders) < 2:
        sys.exit("Calibration needs at least two folders of annotations: each is judged by a model of the others.")
    taught = {
        (name, folder): training.examples_in(model, Path(folder))
        for name, model in training.MODELS.items()
        for folder in folders
    }
    outcomes: list[Outcome] = []
    for folder in folders:
        with ExitStack() as never_saw:
            for name, model in training.MODELS.items():
                others = [each for other in folders if other != folder for each in taught[name, other]]
                tsv = training.as_tsv(training.learn(model, others))
                never_saw.enter_context(model.weights.replaced(tsv))
            outcomes += evaluate(Path(folder), None, lambda *_: None).total.outcomes
    sys.stdout.write(as_tsv(counts(outcomes)))


if __name__ == "__main__":
    main(sys.argv[1:])

"""Weights of linear models, learned from annotated articles: for each slot of a model and each value in it, a number.

A file of weights has the columns slot, value and weight. Weights are hundredths of a logit, whole numbers, so that sums
are exact on any machine; `python -m huiyao.evaluate.training` writes the files.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources

Feature = tuple[str, str]
"""A slot of a model and the value in it."""
BIAS = "bias"
"""The slot of the feature that is always there."""
Table = dict[str, int]
"""Value to weight."""


@dataclass(slots=True)  # one for each clause: a frozen one takes three times as long to make
class Features:
    """What a model looks at: one value in each of its `slots`, and in others as `many` as there are."""

    slots: tuple[str, ...]
    values: tuple[str, ...]
    many: dict[str, Collection[str]]

    def __iter__(self) -> Iterator[Feature]:
        """Yield each feature, the bias first; one may come twice."""
        yield BIAS, ""
        for slot, values in self.many.items():
            yield from ((slot, value) for value in values)
        yield from zip(self.slots, self.values, strict=True)


class Weights:
    """The weights of one model, read from its file when they are first asked for."""

    def __init__(self, file: str) -> None:
        """Take the weights from this file of `huiyao.extract`."""
        self.file = file
        self._read: dict[str, Table] | None = None
        self._ordered: dict[tuple[str, ...], list[Table]] = {}

    def table(self, slot: str) -> Table:
        """Return the weights of one slot."""
        if self._read is None:
            self._read = _tables(resources.files("huiyao.extract").joinpath(self.file).read_text(encoding="utf-8"))
        return self._read.setdefault(slot, {})

    def logit(self, features: Features) -> int:
        """Return the sum of the weights of these features, in hundredths of a logit."""
        tables = self._ordered.get(features.slots) or self._in_order(features.slots)
        total = self.table(BIAS).get("", 0) + sum(filter(None, map(dict.get, tables, features.values)))
        for slot, values in features.many.items():
            total += sum(filter(None, map(self.table(slot).get, values)))
        return total

    def _in_order(self, slots: tuple[str, ...]) -> list[Table]:
        self._ordered[slots] = [self.table(slot) for slot in slots]
        return self._ordered[slots]

    @contextmanager
    def replaced(self, tsv: str) -> Iterator[None]:
        """Take other weights for a while, given as the text of a file: to judge a model by what it never saw."""
        before, ordered = self._read, self._ordered
        self._read, self._ordered = _tables(tsv), {}
        try:
            yield
        finally:
            self._read, self._ordered = before, ordered


def _tables(tsv: str) -> dict[str, Table]:
    tables: dict[str, Table] = {}
    for slot, value, weight in (line.split("\t") for line in tsv.splitlines()[1:]):
        tables.setdefault(slot, {})[value] = int(weight)
    return tables

"""How likely a clause is an action of policy or programme: a logistic regression over its characters.

Rules know frames, and say nothing of a verb or a turn that they never saw. The model knows which characters and pairs
of characters measures are made of, and where in a sentence and in whose mouth they stand. `clause_weights.tsv` holds
what it learned from annotated articles (`python -m huiyao.evaluate.training` writes it): for each slot and each value
in it a weight in hundredths of a logit, whole numbers so that sums are exact on any machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import resources
from itertools import chain
from operator import add

from huiyao.extract.sentences import Span, clauses

_DIGITS = str.maketrans("123456789", "000000000")
# What is said in a sentence before a clause, and holds for it.
_HOLDS_ON = re.compile("[要将已了应会]|建议|希望|必须|呼吁|推动")
_FARTHEST = 5
_LONGEST = 24

# Every character and every pair of characters of a clause counts; each other slot holds one value.
_CHARACTER, _PAIR, _BIAS = "character", "pair", "bias"
_SLOTS = (
    "first", "first two", "first three", "first four", "last", "last two", "last three", "length",
    "place", "holds on", "before: first", "before: first two", "before: last two", "before: stop", "behind: first",
    "behind: first two", "stop",
)  # fmt: skip

Values = tuple[str, ...]
Table = dict[str, int]


def logits(text: str, sentence: Span) -> dict[Span, int]:
    """Return each clause of a sentence with the logit, in hundredths, of its being a measure."""
    characters, pairs = _table(_CHARACTER).get, _table(_PAIR).get
    bias, tables = _table(_BIAS)[""], _tables()
    return {
        span: bias
        + sum(
            filter(
                None,
                chain(map(characters, clause), map(pairs, map(add, clause, clause[1:])), map(dict.get, tables, values)),
            )
        )
        for span, clause, values in _read(text, sentence)
    }


def features(text: str, sentence: Span) -> Iterator[tuple[Span, list[tuple[str, str]]]]:
    """Yield each clause of a sentence with its features, each a slot and the value in it; one may be there twice."""
    for span, clause, values in _read(text, sentence):
        characters = [(_CHARACTER, character) for character in clause]
        pairs = [(_PAIR, pair) for pair in map(add, clause, clause[1:])]
        yield span, [(_BIAS, ""), *characters, *pairs, *zip(_SLOTS, values, strict=True)]


def _read(text: str, sentence: Span) -> Iterator[tuple[Span, str, Values]]:
    """Yield each clause of a sentence, its characters with every digit as 0, and the values in the slots."""
    spans = list(clauses(text, *sentence))
    words = [text[start:end].translate(_DIGITS) for start, end in spans]
    words.append(text[spans[-1][1] + 1 : spans[-1][1] + 3] if spans else "")
    before, ending, holds = "", text[max(0, sentence[0] - 3) : max(0, sentence[0] - 1)], ""
    for place, (start, end) in enumerate(spans):
        clause, behind, stop = words[place], words[place + 1], _stop(text, end)
        first, two = clause[:1], clause[:2]
        yield (start, end), clause, (
            first, two, clause[:3], clause[:4], clause[-1:], clause[-2:], clause[-3:],
            _LENGTHS[min(len(clause), _LONGEST)], _PLACES[min(place, _FARTHEST)], holds, before[:1], before[:2], ending,
            _stop(text, start - 1), behind[:1], behind[:2], stop,
        )  # fmt: skip
        before, ending = clause, clause[-2:]
        if found := _HOLDS_ON.findall(clause):
            holds = found[-1]


_LENGTHS = [str(length // 3) for length in range(_LONGEST + 1)]
_PLACES = [str(place) for place in range(_FARTHEST + 1)]


def _stop(text: str, at: int) -> str:
    """Return the mark at a place; the end of a line or of the text ends a sentence as 。 does."""
    return text[at] if 0 <= at < len(text) and not text[at].isspace() else "。"


@cache
def _tables() -> tuple[Table, ...]:
    """Return the weights of the values of each slot, in the order of the slots."""
    return tuple(map(_table, _SLOTS))


def _table(slot: str) -> Table:
    return _weights().get(slot, {})


@cache
def _weights() -> dict[str, Table]:
    """Return slot to value to weight."""
    tsv = (
        _instead[-1]
        if _instead
        else resources.files("huiyao.extract").joinpath("clause_weights.tsv").read_text("utf-8")
    )
    tables: dict[str, Table] = {}
    for slot, value, weight in (line.split("\t") for line in tsv.splitlines()[1:]):
        tables.setdefault(slot, {})[value] = int(weight)
    return tables


_instead: list[str] = []


@contextmanager
def reading_by(tsv: str) -> Iterator[None]:
    """Read clauses by other weights for a while, given as the text of their file: to judge a model by what it never saw."""
    _instead.append(tsv)
    _forget()
    try:
        yield
    finally:
        _instead.pop()
        _forget()


def _forget() -> None:
    _weights.cache_clear()
    _tables.cache_clear()

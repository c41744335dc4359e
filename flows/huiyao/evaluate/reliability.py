"""Whether records are right as often as their confidence says: a reliability table.

The method is that of reliability diagrams (DeGroot and Fienberg 1983, The comparison and evaluation of forecasters).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum

from huiyao.evaluate.comparison import Outcome

N_BUCKETS = 20


@dataclass(frozen=True, slots=True)
class Bucket:
    """Records with a confidence from `low` on and below `high` (the last bucket holds 1 too).

    `confidence` is their mean, `right` the share of them that is right; where the two agree, confidence can be trusted.
    """

    low: float
    high: float
    n: int
    confidence: float
    right: float


def reliability(outcomes: Iterable[tuple[float, bool]], n_buckets: int = N_BUCKETS) -> list[Bucket]:
    """Return the buckets that hold records, by rising confidence, from pairs (confidence in 0..1, right).

    Raises:
        ValueError: a confidence lies outside 0..1.
    """
    held: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in outcomes:
        if not 0 <= confidence <= 1:
            raise ValueError(f"A confidence lies between 0 and 1; {confidence} does not.")
        held[_bucket_of(confidence, n_buckets)].append((confidence, right))
    return [_bucket(at, held[at], n_buckets) for at in sorted(held)]


def _bucket_of(confidence: float, n_buckets: int) -> int:
    # A bound begins a bucket even where arithmetic falls short of it: 1 - 0.9 is a tenth, too.
    return min(int(round(confidence * n_buckets, 9)), n_buckets - 1)


def _bucket(at: int, held: list[tuple[float, bool]], n_buckets: int) -> Bucket:
    return Bucket(
        low=at / n_buckets,
        high=(at + 1) / n_buckets,
        n=len(held),
        confidence=fsum(confidence for confidence, _ in held) / len(held),
        right=sum(right for _, right in held) / len(held),
    )


def counted(outcomes: Iterable[Outcome]) -> list[tuple[float, bool]]:
    """Return (confidence, right) of the records that count."""
    return [
        (outcome.record.confidence, outcome.verdict == "right")
        for outcome in outcomes
        if outcome.verdict != "uncounted"
    ]

from __future__ import annotations

import pytest

from huiyao.evaluate.comparison import Outcome, Verdict
from huiyao.evaluate.reliability import Bucket, counted, reliability
from huiyao.schema.records import Speaker


def test_each_bucket_tells_number_mean_confidence_and_share_right() -> None:
    pairs = [(0.95, True), (0.41, False), (0.43, True), (0.9, True), (0.45, False), (0.99, False)]
    low, high = reliability(pairs, n_buckets=10)
    assert (low.low, low.high, low.n) == (0.4, 0.5, 3)
    assert (low.confidence, low.right) == pytest.approx((0.43, 1 / 3))
    assert (high.low, high.high, high.n) == (0.9, 1.0, 3)
    assert (high.confidence, high.right) == pytest.approx((2.84 / 3, 2 / 3))


def test_bounds_begin_a_bucket_and_one_is_in_the_last() -> None:
    bounds = [at / 10 for at in range(11)]
    assert [bucket.n for bucket in reliability([(bound, True) for bound in bounds], n_buckets=10)] == [1] * 9 + [2]
    inexact = [0.1 + 0.2, 1 - 0.9, 0.29999]
    assert [(b.low, b.n) for b in reliability([(c, True) for c in inexact], n_buckets=10)] == [
        (0.1, 1),
        (0.2, 1),
        (0.3, 1),
    ]


def test_buckets_without_records_are_left_out() -> None:
    assert reliability([]) == []
    assert reliability([(0.2, True)], n_buckets=2) == [Bucket(0.0, 0.5, 1, 0.2, 1.0)]


@pytest.mark.parametrize("confidence", [-0.01, 1.01, float("nan")])
def test_a_confidence_lies_between_0_and_1(confidence: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        reliability([(confidence, True)])


@pytest.mark.parametrize(
    ("verdict", "pairs"), [("right", [(0.75, True)]), ("wrong", [(0.75, False)]), ("uncounted", [])]
)
def test_disputed_records_are_left_out(verdict: Verdict, pairs: list[tuple[float, bool]]) -> None:
    assert counted([Outcome("speakers", Speaker("甄有才", 0, 3, confidence=0.75), verdict)]) == pairs

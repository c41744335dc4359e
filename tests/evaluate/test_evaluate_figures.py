from __future__ import annotations

import pytest

from huiyao.evaluate.comparison import Comparison, total
from huiyao.evaluate.figures import Share, Tally


@pytest.mark.parametrize(
    ("tally", "precision", "recall", "f1"),
    [
        (Tally(3, 4, 6), 0.75, 0.5, 0.6),
        (Tally(0, 0, 0), 1, 1, 1),  # neither reader took any
        (Tally(0, 0, 2), 0, 0, 0),
        (Tally(0, 2, 0), 0, 0, 0),
        (Tally(0, 2, 2), 0, 0, 0),
    ],
)
def test_precision_recall_f1(tally: Tally, precision: float, recall: float, f1: float) -> None:
    assert (tally.precision, tally.recall, tally.f1) == pytest.approx((precision, recall, f1))


def test_a_share_of_nothing_is_whole() -> None:
    assert Share(0, 0).value == 1
    assert Share(1, 4).value == 0.25


def test_articles_are_added_up_before_dividing() -> None:
    parts = [
        Comparison({"meetings": Tally(1, 1, 1, 1)}, {"meeting date": Share(1, 1)}),
        Comparison({"meetings": Tally(0, 3, 1, 1)}, {"meeting date": Share(0, 3)}),
    ]
    together = total(parts)
    assert together.tallies == {"meetings": Tally(1, 4, 2, 2)}
    assert together.shares == {"meeting date": Share(1, 4)}

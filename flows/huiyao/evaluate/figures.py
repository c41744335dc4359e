"""The figures: precision, recall and F1 from counts, and shares of right values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many units were found, how many annotated, how many both; `records` is the number of annotated records.

    A unit is a record, or a character of one. Where neither reader took any, both measures are 1; where one of them
    did, what divides by nothing is 0.
    """

    right: int = 0
    found: int = 0
    annotated: int = 0
    records: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Return the tally of both together, as micro averages need it."""
        return Tally(
            self.right + other.right,
            self.found + other.found,
            self.annotated + other.annotated,
            self.records + other.records,
        )

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / self.found if self.found else float(not self.annotated)

    @property
    def recall(self) -> float:
        """Share of what was annotated that was found."""
        return self.right / self.annotated if self.annotated else float(not self.found)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of `total` values are right."""

    right: int = 0
    total: int = 0

    def __add__(self, other: Share) -> Share:
        """Return the share of both together."""
        return Share(self.right + other.right, self.total + other.total)

    @property
    def value(self) -> float:
        """The share; 1 where there was nothing to get wrong."""
        return self.right / self.total if self.total else 1.0

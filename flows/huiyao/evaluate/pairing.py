"""Annotated records paired one to one with found ones, and what a disputed record does to the count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from huiyao.evaluate.comparison import Verdict
from huiyao.evaluate.entries import MeasureEntry, MeetingEntry
from huiyao.evaluate.figures import Tally


@dataclass(frozen=True, slots=True)
class Pairing:
    """`partners[i]` is the index of the found record that the annotated record with index i is paired with.

    A disputed record (`optional`) that is missed counts nothing; one that is found takes its partner out of the count.
    """

    gold: Sequence[MeetingEntry | MeasureEntry]
    n_found: int
    partners: Mapping[int, int]

    @property
    def sure(self) -> dict[int, int]:
        """The pairs that count, in the order of the annotation."""
        return {i: self.partners[i] for i in sorted(self.partners) if not self.gold[i].optional}

    @property
    def tally(self) -> Tally:
        """The tally of records."""
        expected = sum(not record.optional for record in self.gold)
        disputed = len(self.partners) - len(self.sure)
        return Tally(len(self.sure), self.n_found - disputed, expected, expected)

    @property
    def missed(self) -> list[int]:
        """Indexes of undisputed annotated records without a partner."""
        return [i for i, record in enumerate(self.gold) if i not in self.partners and not record.optional]

    @property
    def extra(self) -> list[int]:
        """Indexes of found records without a partner."""
        taken = set(self.partners.values())
        return [j for j in range(self.n_found) if j not in taken]

    @property
    def verdicts(self) -> list[Verdict]:
        """What became of each found record."""
        verdicts: list[Verdict] = ["wrong"] * self.n_found
        for i, j in self.partners.items():
            verdicts[j] = "uncounted" if self.gold[i].optional else "right"
        return verdicts

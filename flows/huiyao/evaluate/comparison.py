"""What comparing two readers of an article gives: figures, mistakes, and a verdict on each extracted record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from huiyao.evaluate.entries import Entry, Record, Span
from huiyao.evaluate.figures import Share, Tally

Verdict = Literal["right", "wrong", "uncounted"]
"""`uncounted`: matched a record that annotators dispute, or is of a kind that is not scored (attendees)."""
_F = TypeVar("_F", Tally, Share)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One miss, one extra or one wrong attribute.

    `text` is the record's name or text, or, of a statement, the run of characters that is wrong. `details` tell more
    of the record (status, speaker). `span` is where it stands in the canonical text, None where it does not stand
    there. `attribute`, `expected` and `found` are filled for a wrong attribute; unknown values are None.
    """

    table: str
    kind: Literal["missed", "extra", "wrong"]
    text: str
    span: Span | None
    details: tuple[str, ...] = ()
    attribute: str | None = None
    expected: str | None = None
    found: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """An extracted record and what became of it."""

    table: str
    record: Record
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Comparison:
    """Tallies and shares by name, mistakes in the order of the text, outcomes in that of the records."""

    tallies: Mapping[str, Tally] = field(default_factory=dict)
    shares: Mapping[str, Share] = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


def total(parts: Iterable[Comparison]) -> Comparison:
    """Return the comparisons as one: figures added up by name, mistakes and outcomes one behind the other."""
    parts = tuple(parts)
    return Comparison(
        tallies=_added((part.tallies for part in parts), Tally()),
        shares=_added((part.shares for part in parts), Share()),
        mistakes=tuple(mistake for part in parts for mistake in part.mistakes),
        outcomes=tuple(outcome for part in parts for outcome in part.outcomes),
    )


def _added(figures: Iterable[Mapping[str, _F]], nothing: _F) -> dict[str, _F]:
    sums: dict[str, _F] = {}
    for named in figures:
        for name, figure in named.items():
            sums[name] = sums.get(name, nothing) + figure
    return sums


def outcomes(table: str, found: Sequence[Entry], verdicts: Iterable[Verdict]) -> tuple[Outcome, ...]:
    """Return the outcome of each found entry that was extracted from a record."""
    judged = zip(found, verdicts, strict=True)
    return tuple(Outcome(table, entry.record, verdict) for entry, verdict in judged if entry.record is not None)


def differing(
    table: str, text: str, span: Span | None, values: Mapping[str, tuple[str | None, str | None]]
) -> list[Mistake]:
    """Return a mistake for each attribute, given with what was expected and what was found."""
    return [
        Mistake(table, "wrong", text, span, attribute=name, expected=expected, found=found)
        for name, (expected, found) in values.items()
    ]

"""Measures of the annotation paired with those found, by their overlap in the text; then status and who announces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from huiyao.evaluate.comparison import Comparison, Mistake, differing, outcomes
from huiyao.evaluate.entries import MeasureEntry, Span, place_of
from huiyao.evaluate.figures import Share, Tally
from huiyao.evaluate.pairing import Pairing
from huiyao.evaluate.squeezing import SqueezedText, squeezed

_LEAST_OVERLAP = 0.5
"""Intersection over union from which two spans are one measure."""
_Places = Sequence[Span | None]


def compare_measures(text: SqueezedText, gold: Sequence[MeasureEntry], found: Sequence[MeasureEntry]) -> Comparison:
    """Compare the measures of one article."""
    places, shown = text.locate([m.text for m in gold]), text.locate([m.text for m in found])
    pairing = Pairing(gold, len(found), _partners(places, shown))
    matched = [(gold[i], found[j]) for i, j in pairing.sure.items()]
    return Comparison(
        tallies={"measures": pairing.tally, "measure characters": _characters(gold, places, shown)},
        shares={
            "measure status": Share(sum(a.status == b.status for a, b in matched), len(matched)),
            "measure by": Share(sum(squeezed(a.by) == squeezed(b.by) for a, b in matched), len(matched)),
        },
        mistakes=(
            *(_missed(text, gold[i], places[i]) for i in pairing.missed),
            *(mistake for a, b in matched for mistake in _wrong(a, b)),
            *(_extra(found[j]) for j in pairing.extra),
        ),
        outcomes=outcomes("measures", found, pairing.verdicts),
    )


def _partners(gold: _Places, found: _Places) -> dict[int, int]:
    """Return index in `gold` to index in `found`, one to one, the best overlaps first."""
    overlaps = [
        (share, i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(found)
        if a and b and (share := _overlap(a, b)) >= _LEAST_OVERLAP
    ]
    partners: dict[int, int] = {}
    for _, i, j in sorted(overlaps, reverse=True):
        if i not in partners and j not in partners.values():
            partners[i] = j
    return partners


def _overlap(a: Span, b: Span) -> float:
    """Return intersection over union of two non-empty spans."""
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return shared / (a[1] - a[0] + b[1] - b[0] - shared)


def _characters(gold: Sequence[MeasureEntry], places: _Places, shown: _Places) -> Tally:
    """Return the tally of characters in measures, whichever they are in; disputed ones count for neither reader.

    Annotated text that the canonical text has lost counts as missed, as with statements.
    """
    sure = [(measure, place) for measure, place in zip(gold, places, strict=True) if not measure.optional]
    expected = _covered(place for _, place in sure)
    disputed = _covered(place for measure, place in zip(gold, places, strict=True) if measure.optional)
    found = _covered(shown) - (disputed - expected)
    lost = sum(len(squeezed(measure.text)) for measure, place in sure if place is None)
    return Tally(len(expected & found), len(found), len(expected) + lost, len(sure))


def _covered(places: Iterable[Span | None]) -> set[int]:
    return {at for place in places if place for at in range(*place)}


def _missed(text: SqueezedText, measure: MeasureEntry, place: Span | None) -> Mistake:
    span = text.original(place) if place else None
    return Mistake("measures", "missed", measure.text, span, _details(measure))


def _extra(measure: MeasureEntry) -> Mistake:
    return Mistake("measures", "extra", measure.text, place_of(measure), _details(measure))


def _wrong(gold: MeasureEntry, found: MeasureEntry) -> list[Mistake]:
    values: dict[str, tuple[str | None, str | None]] = {}
    if gold.status != found.status:
        values["status"] = (gold.status, found.status)
    if squeezed(gold.by) != squeezed(found.by):
        values["by"] = (gold.by, found.by)
    return differing("measures", found.text, place_of(found), values)


def _details(measure: MeasureEntry) -> tuple[str, ...]:
    return tuple(value for value in (measure.status, measure.by) if value)

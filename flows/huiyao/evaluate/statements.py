"""Statements, character by character: to whom each reader attributes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from huiyao.evaluate.comparison import Comparison, Mistake, Verdict, outcomes
from huiyao.evaluate.entries import Span, StatementEntry
from huiyao.evaluate.figures import Share, Tally
from huiyao.evaluate.squeezing import SqueezedText, squeezed

_Owners = dict[int, int]
"""Offset in the squeezed text to the index of the statement that the character belongs to."""
_Pair = tuple[int | None, int | None]
"""Index of the annotated and of the found statement that a character belongs to."""


def compare_statements(
    text: SqueezedText, gold: Sequence[StatementEntry], found: Sequence[StatementEntry]
) -> Comparison:
    """Compare the statements of one article; a unit is a character together with its speaker.

    Annotated text that the canonical text has lost counts as missed, all of it: it stands in what the annotator read.
    """
    places, shown = text.locate([s.text for s in gold]), text.locate([s.text for s in found])
    expected, covered = _owners(places), _owners(shown)
    lost = [statement for statement, place in zip(gold, places, strict=True) if place is None]
    right = {at for at in expected.keys() & covered.keys() if _same(gold[expected[at]], found[covered[at]])}
    n_expected = len(expected) + sum(len(squeezed(statement.text)) for statement in lost)
    return Comparison(
        tallies={"statements": Tally(len(right), len(covered), n_expected, len(gold))},
        shares={"statement speaker": Share(len(right), len(expected.keys() & covered.keys()))},
        mistakes=(
            *(Mistake("statements", "missed", s.text, None, (s.speaker,)) for s in lost),
            *_mistakes(text, gold, found, expected, covered),
        ),
        outcomes=outcomes("statements", found, (_verdict(place, right) for place in shown)),
    )


def _owners(places: Sequence[Span | None]) -> _Owners:
    """Return the statement of each character; where two overlap, the later in the list has it."""
    return {at: index for index, place in enumerate(places) if place for at in range(*place)}


def _same(gold: StatementEntry, found: StatementEntry) -> bool:
    return squeezed(gold.speaker) == squeezed(found.speaker)


def _verdict(place: Span | None, right: set[int]) -> Verdict:
    """Return `right` for a found statement of which more than half is right."""
    mostly = place is not None and 2 * len(right.intersection(range(*place))) > place[1] - place[0]
    return "right" if mostly else "wrong"


def _mistakes(
    text: SqueezedText,
    gold: Sequence[StatementEntry],
    found: Sequence[StatementEntry],
    expected: Mapping[int, int],
    covered: Mapping[int, int],
) -> Iterator[Mistake]:
    """Yield a mistake for each longest run of wrong characters of the same statements."""
    for (i, j), run in _runs(expected, covered):
        if i is not None and j is not None and _same(gold[i], found[j]):
            continue
        words, span = text.text[slice(*run)], text.original(run)
        if i is None and j is not None:
            yield Mistake("statements", "extra", words, span, (found[j].speaker,))
        elif i is not None and j is None:
            yield Mistake("statements", "missed", words, span, (gold[i].speaker,))
        elif i is not None and j is not None:
            yield Mistake(
                "statements", "wrong", words, span,
                attribute="speaker", expected=gold[i].speaker, found=found[j].speaker,
            )  # fmt: skip


def _runs(expected: Mapping[int, int], covered: Mapping[int, int]) -> Iterator[tuple[_Pair, Span]]:
    """Yield the runs of characters that belong to the same statements, in order; each statement is one run by itself."""
    places = sorted(expected.keys() | covered.keys())
    for pair, group in groupby(places, key=lambda at: (expected.get(at), covered.get(at))):
        run = [*group]
        yield pair, (run[0], run[-1] + 1)

"""Meetings of the annotation paired with those found, by name; then their attributes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from huiyao.evaluate.comparison import Comparison, Mistake, differing, outcomes
from huiyao.evaluate.entries import MeetingEntry, place_of
from huiyao.evaluate.figures import Share
from huiyao.evaluate.pairing import Pairing
from huiyao.evaluate.squeezing import SqueezedText, squeezed

ATTRIBUTES = ("name", "date", "place", "theme", "ordinal", "status")
_LEAST_PART = 0.6
"""A name that is part of the other counts as the same from this share of the other's length on."""
_Values = Mapping[str, tuple[str | None, str | None]]
"""Attributes that differ, each with what was expected and what was found."""


def compare_meetings(
    text: SqueezedText, gold: Sequence[MeetingEntry], found: Sequence[MeetingEntry], body: int = 0
) -> Comparison:
    """Compare the meetings of one article; `body` is the offset at which its body begins."""
    pairing = Pairing(gold, len(found), _partners(gold, found))
    wrong = {i: _differences(gold[i], found[j]) for i, j in pairing.sure.items()}
    return Comparison(
        tallies={"meetings": pairing.tally},
        shares={f"meeting {name}": _share(name, wrong.values()) for name in ATTRIBUTES},
        mistakes=(
            *(_missed(text, gold[i], body) for i in pairing.missed),
            *(m for i, values in wrong.items() for m in _wrong(gold[i], found[pairing.partners[i]], values)),
            *(_extra(found[j]) for j in pairing.extra),
        ),
        outcomes=outcomes("meetings", found, pairing.verdicts),
    )


def _share(attribute: str, wrong: Collection[_Values]) -> Share:
    return Share(sum(attribute not in values for values in wrong), len(wrong))


def same_meeting(found: MeetingEntry, gold: MeetingEntry) -> bool:
    """Whether the names may be those of one meeting: equal, an alias of the annotation, or one most of the other."""
    name, other = squeezed(found.name), squeezed(gold.name)
    if name == other or name in map(squeezed, gold.aliases):
        return True
    short, long = sorted((name, other), key=len)
    return short in long and len(short) >= _LEAST_PART * len(long)


def _partners(gold: Sequence[MeetingEntry], found: Sequence[MeetingEntry]) -> dict[int, int]:
    """Return index in `gold` to index in `found`, one to one.

    Undisputed meetings choose first, and long names before short ones, since a short name is part of many.
    """
    pairs: dict[int, int] = {}
    for i in sorted(range(len(gold)), key=lambda i: (gold[i].optional, -len(gold[i].name))):
        free = [j for j in range(len(found)) if j not in pairs.values()]
        equal = [j for j in free if squeezed(found[j].name) == squeezed(gold[i].name)]
        similar = equal or [j for j in free if same_meeting(found[j], gold[i])]
        if similar:
            # Of several editions with like names it is the one on the same day.
            pairs[i] = min(
                similar, key=lambda j: (squeezed(found[j].date) != squeezed(gold[i].date), -len(found[j].name))
            )
    return pairs


def _differences(gold: MeetingEntry, found: MeetingEntry) -> _Values:
    values = {name: (_written(gold, name), _written(found, name)) for name in ATTRIBUTES}
    return {name: (a, b) for name, (a, b) in values.items() if squeezed(a) != squeezed(b)}


def _written(meeting: MeetingEntry, attribute: str) -> str | None:
    value = getattr(meeting, attribute)
    return None if value is None else str(value)


def _missed(text: SqueezedText, meeting: MeetingEntry, body: int) -> Mistake:
    span = text.first_of((meeting.name, *meeting.aliases), body)
    return Mistake("meetings", "missed", meeting.name, span, _details(meeting))


def _extra(meeting: MeetingEntry) -> Mistake:
    return Mistake("meetings", "extra", meeting.name, place_of(meeting), _details(meeting))


def _wrong(gold: MeetingEntry, found: MeetingEntry, values: _Values) -> list[Mistake]:
    return differing("meetings", gold.name, place_of(found), values)


def _details(meeting: MeetingEntry) -> tuple[str, ...]:
    return tuple(value for value in (meeting.status, meeting.date, meeting.place) if value)

"""Speakers of the annotation and those found, by name; then positions, organization and role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from huiyao.evaluate.comparison import Comparison, Mistake, Verdict, differing, outcomes
from huiyao.evaluate.entries import SpeakerEntry, place_of
from huiyao.evaluate.figures import Share, Tally
from huiyao.evaluate.squeezing import SqueezedText, squeezed

_UNSCORED = "attendee"
"""The role of those who are only present: annotations leave them out."""
_Named = Mapping[str, SpeakerEntry]


def compare_speakers(
    text: SqueezedText, gold: Sequence[SpeakerEntry], found: Sequence[SpeakerEntry], body: int = 0
) -> Comparison:
    """Compare the speakers of one article; `body` is the offset at which its body begins.

    Who bears one name counts as one person, with the attributes of the last record. Positions are compared as sets, over
    all persons whom both readers have.
    """
    expected, shown = _by_name(gold), _by_name(found)
    both = [name for name in expected if name in shown]
    pairs = [(expected[name], shown[name]) for name in both]
    return Comparison(
        tallies={
            "speakers": Tally(len(both), len(shown), len(expected), len(expected)),
            "positions": sum((_position_tally(a, b) for a, b in pairs), Tally()),
        },
        shares={
            "speaker organization": Share(sum(_same_organization(a, b) for a, b in pairs), len(pairs)),
            "speaker role": Share(sum(a.role == b.role for a, b in pairs), len(pairs)),
        },
        mistakes=(
            *_missed(text, expected, shown, body),
            *(mistake for a, b in pairs for mistake in _wrong(a, b)),
            *(_extra(speaker) for name, speaker in shown.items() if name not in expected),
        ),
        outcomes=outcomes("speakers", found, (_verdict(speaker, expected) for speaker in found)),
    )


def _by_name(speakers: Sequence[SpeakerEntry]) -> dict[str, SpeakerEntry]:
    return {squeezed(speaker.name): speaker for speaker in speakers if speaker.role != _UNSCORED}


def _positions(speaker: SpeakerEntry) -> set[str]:
    """Return the positions for comparison: 德迅集团的首席执行官 is 德迅集团首席执行官."""
    return {squeezed(position).replace("的", "") for position in speaker.positions}


def _position_tally(gold: SpeakerEntry, found: SpeakerEntry) -> Tally:
    expected, shown = _positions(gold), _positions(found)
    return Tally(len(expected & shown), len(shown), len(expected), len(expected))


def _same_organization(gold: SpeakerEntry, found: SpeakerEntry) -> bool:
    return squeezed(gold.organization) == squeezed(found.organization)


def _missed(text: SqueezedText, expected: _Named, shown: _Named, body: int) -> Iterator[Mistake]:
    for name, speaker in expected.items():
        if name not in shown:
            span = text.first_of((speaker.name,), body)
            yield Mistake("speakers", "missed", speaker.name, span, speaker.positions)


def _extra(speaker: SpeakerEntry) -> Mistake:
    return Mistake("speakers", "extra", speaker.name, place_of(speaker), speaker.positions)


def _wrong(gold: SpeakerEntry, found: SpeakerEntry) -> list[Mistake]:
    values: dict[str, tuple[str | None, str | None]] = {}
    if _positions(gold) != _positions(found):
        values["positions"] = (_listed(gold.positions), _listed(found.positions))
    if not _same_organization(gold, found):
        values["organization"] = (gold.organization, found.organization)
    if gold.role != found.role:
        values["role"] = (gold.role, found.role)
    return differing("speakers", gold.name, place_of(found), values)


def _listed(positions: Sequence[str]) -> str | None:
    return " | ".join(positions) or None  # 、 stands inside positions


def _verdict(speaker: SpeakerEntry, expected: _Named) -> Verdict:
    if speaker.role == _UNSCORED:
        return "uncounted"
    return "right" if squeezed(speaker.name) in expected else "wrong"

"""Speakers: made-up persons and offices."""

from __future__ import annotations

from dataclasses import replace

import pytest

from huiyao.evaluate.comparison import Comparison
from huiyao.evaluate.entries import SpeakerEntry
from huiyao.evaluate.figures import Share, Tally
from huiyao.evaluate.speakers import compare_speakers
from huiyao.evaluate.squeezing import SqueezedText
from huiyao.schema.records import Speaker

TEXT = SqueezedText.of("甄有才出席\n云州市委书记、市长甄有才主持会议，云州港务集团的董事长林某某发言。")
MAYOR = SpeakerEntry("甄有才", ("云州市委书记", "云州市市长"), "云州市委", "chair")
PORT = SpeakerEntry("林某某", ("云州港务集团的董事长",), "云州港务集团", "speaker")


def found(entry: SpeakerEntry, start: int = 15) -> SpeakerEntry:
    return replace(entry, record=Speaker(entry.name, start, start + len(entry.name)))


def compared(gold: list[SpeakerEntry], shown: list[SpeakerEntry]) -> Comparison:
    return compare_speakers(TEXT, gold, shown, body=6)


def test_missed_and_extra() -> None:
    both = compared([MAYOR, PORT], [found(MAYOR), found(SpeakerEntry("云州港"), 21)])
    assert both.tallies["speakers"] == Tally(1, 2, 2, 2)
    missed, extra = both.mistakes
    assert (missed.kind, missed.text, missed.details) == ("missed", "林某某", PORT.positions)
    assert missed.span == (33, 36)
    assert (extra.kind, extra.text, extra.span) == ("extra", "云州港", (21, 24))
    assert [outcome.verdict for outcome in both.outcomes] == ["right", "wrong"]


def test_a_missed_speaker_is_shown_in_the_body() -> None:
    (missed,) = compared([MAYOR], []).mistakes
    assert missed.span == (15, 18)


def test_the_width_of_a_name_does_not_count() -> None:
    assert compared([replace(MAYOR, name="甄 有才")], [found(MAYOR)]).tallies["speakers"] == Tally(1, 1, 1, 1)


def test_who_is_only_present_does_not_count() -> None:
    attendee = replace(found(PORT), role="attendee")
    both = compared([MAYOR], [found(MAYOR), attendee])
    assert both.tallies["speakers"] == Tally(1, 1, 1, 1)
    assert both.mistakes == ()
    assert [outcome.verdict for outcome in both.outcomes] == ["right", "uncounted"]
    assert compared([PORT], [attendee]).tallies["speakers"] == Tally(0, 0, 1, 1)


def test_one_name_is_one_person_with_the_last_attributes() -> None:
    both = compared([MAYOR, MAYOR], [found(replace(MAYOR, role="speaker")), found(MAYOR)])
    assert both.tallies["speakers"] == Tally(1, 1, 1, 1)
    assert both.shares["speaker role"] == Share(1, 1)
    assert [outcome.verdict for outcome in both.outcomes] == ["right", "right"]


def test_positions_are_sets_without_de() -> None:
    assert compared([PORT], [found(replace(PORT, positions=("云州港务集团董事长",)))]).mistakes == ()
    swapped = found(replace(MAYOR, positions=MAYOR.positions[::-1]))
    assert compared([MAYOR], [swapped]).tallies["positions"] == Tally(2, 2, 2, 2)


def test_positions_of_a_speaker_whom_only_one_reader_has_do_not_count() -> None:
    both = compared([MAYOR, PORT], [found(MAYOR), found(replace(PORT, name="林某"))])
    assert both.tallies["positions"] == Tally(2, 2, 2, 2)


def test_wrong_positions() -> None:
    both = compared([MAYOR], [found(replace(MAYOR, positions=("云州市市长", "市长", "书记")))])
    assert both.tallies["positions"] == Tally(1, 3, 2, 2)
    (mistake,) = both.mistakes
    assert (mistake.attribute, mistake.span) == ("positions", (15, 18))
    assert (mistake.expected, mistake.found) == ("云州市委书记 | 云州市市长", "云州市市长 | 市长 | 书记")


@pytest.mark.parametrize(("attribute", "value"), [("organization", None), ("role", "speaker")])
def test_wrong_attributes(attribute: str, value: str | None) -> None:
    wrong = found(MAYOR)
    object.__setattr__(wrong, attribute, value)
    both = compared([MAYOR, PORT], [wrong, found(PORT)])
    assert {name for name, share in both.shares.items() if share == Share(1, 2)} == {f"speaker {attribute}"}
    (mistake,) = both.mistakes
    assert (mistake.attribute, mistake.expected, mistake.found) == (attribute, getattr(MAYOR, attribute), value)
    assert [outcome.verdict for outcome in both.outcomes] == ["right", "right"]

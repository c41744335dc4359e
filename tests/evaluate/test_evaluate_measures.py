"""Measures: made-up plans of a made-up town."""

from __future__ import annotations

import pytest

from huiyao.evaluate.comparison import Comparison
from huiyao.evaluate.entries import MeasureEntry
from huiyao.evaluate.figures import Share, Tally
from huiyao.evaluate.measures import compare_measures
from huiyao.evaluate.squeezing import SqueezedText
from huiyao.schema.records import Measure

ORIGINAL = "云州将扩建三号码头，贯通沿江铁路，\n设立十亿元港口基金。"
TEXT = SqueezedText.of(ORIGINAL)
DOCK, RAIL, FUND = "扩建三号码头", "贯通沿江铁路", "设立十亿元港口基金"


def gold(text: str, optional: bool = False, status: str = "planned", by: str | None = None) -> MeasureEntry:
    return MeasureEntry(text, status, by, optional)


def found(text: str, status: str = "planned", by: str | None = None) -> MeasureEntry:
    start = ORIGINAL.find(text)
    record = Measure(text, start, start + len(text), "planned", by, False, ORIGINAL)
    return MeasureEntry(text, status, by, record=record)


def compared(annotated: list[MeasureEntry], shown: list[MeasureEntry]) -> Comparison:
    return compare_measures(TEXT, annotated, shown)


def verdicts(comparison: Comparison) -> list[str]:
    return [outcome.verdict for outcome in comparison.outcomes]


def test_missed_and_extra() -> None:
    both = compared([gold(DOCK), gold(RAIL, by="甄有才")], [found(DOCK), found(FUND)])
    assert both.tallies["measures"] == Tally(1, 2, 2, 2)
    assert both.tallies["measure characters"] == Tally(6, 15, 12, 2)
    missed, extra = both.mistakes
    assert (missed.kind, missed.text, missed.span) == ("missed", RAIL, (10, 16))
    assert missed.details == ("planned", "甄有才")
    assert (extra.kind, extra.text, extra.span) == ("extra", FUND, (18, 27))
    assert verdicts(both) == ["right", "wrong"]


@pytest.mark.parametrize(
    ("text", "paired"),
    [
        ("将扩建三号码头", True),  # 6 of 7
        ("三号码头", True),  # 4 of 6
        ("三号码", True),  # 3 of 6: half is enough
        ("码头", False),
        ("云州将扩建三号码头，贯通", True),  # 6 of 12
        ("云州将扩建三号码头，贯通沿", False),
        ("扩建四号码头", False),  # stands nowhere
    ],
)
def test_half_of_both_together_must_be_shared(text: str, paired: bool) -> None:
    assert compared([gold(DOCK)], [found(text)]).tallies["measures"].right == paired


def test_pairs_are_one_to_one_and_the_best_overlap_goes_first() -> None:
    both = compared([gold(DOCK)], [found("将扩建三号码头"), found(DOCK)])
    assert verdicts(both) == ["wrong", "right"]
    both = compared([gold("扩建三号"), gold(DOCK)], [found("扩建三号码")])
    (missed,) = both.mistakes
    assert missed.text == "扩建三号"  # 4 of 5 are less than 5 of 6
    assert both.tallies["measures"] == Tally(1, 1, 2, 2)


def test_a_disputed_measure_counts_nothing() -> None:
    missed = compared([gold(DOCK), gold(RAIL, optional=True)], [found(DOCK)])
    assert missed.tallies["measures"] == Tally(1, 1, 1, 1)
    assert missed.mistakes == ()
    taken = compared([gold(DOCK), gold(RAIL, optional=True)], [found(DOCK), found(RAIL, status="done")])
    assert taken.tallies["measures"] == Tally(1, 1, 1, 1)
    assert taken.shares["measure status"] == Share(1, 1)
    assert taken.mistakes == ()
    assert verdicts(taken) == ["right", "uncounted"]


def test_characters_of_disputed_measures_count_for_neither_unless_an_undisputed_one_has_them() -> None:
    apart = compared([gold(DOCK), gold(RAIL, optional=True)], [found(DOCK), found(RAIL)])
    assert apart.tallies["measure characters"] == Tally(6, 6, 6, 1)
    within = compared([gold(DOCK), gold("三号码头", optional=True)], [found("三号码头")])
    assert within.tallies["measure characters"] == Tally(4, 4, 6, 1)


def test_characters_count_where_measures_do_not_pair() -> None:
    assert compared([gold(DOCK)], [found("码头")]).tallies["measure characters"] == Tally(2, 2, 6, 1)


@pytest.mark.parametrize(("attribute", "value"), [("status", "done"), ("by", "会议")])
def test_wrong_attributes(attribute: str, value: str) -> None:
    wrong = found(DOCK)
    object.__setattr__(wrong, attribute, value)
    both = compared([gold(DOCK), gold(RAIL)], [wrong, found(RAIL)])
    assert {name for name, share in both.shares.items() if share == Share(1, 2)} == {f"measure {attribute}"}
    (mistake,) = both.mistakes
    expected = {"status": "planned", "by": None}[attribute]
    assert (mistake.attribute, mistake.expected, mistake.found) == (attribute, expected, value)
    assert (mistake.text, mistake.span) == (DOCK, (3, 9))
    assert verdicts(both) == ["right", "right"]


def test_line_breaks_and_width_do_not_count() -> None:
    both = compared([gold("贯通沿江铁路,设立十亿元 港口基金")], [found("贯通沿江铁路，\n设立十亿元港口基金")])
    assert both.tallies["measures"] == Tally(1, 1, 1, 1)
    assert both.tallies["measure characters"].annotated == 16


def test_an_annotated_measure_that_stands_nowhere_is_missed() -> None:
    both = compared([gold("扩建四号码头")], [])
    assert both.tallies["measure characters"] == Tally(0, 0, 6, 1)
    (missed,) = both.mistakes
    assert (missed.kind, missed.span) == ("missed", None)

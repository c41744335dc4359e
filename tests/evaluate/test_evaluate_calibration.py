"""Calibration: how many records of each rule were judged and how many were right."""

from __future__ import annotations

from huiyao.evaluate.calibration import as_tsv, counts
from huiyao.evaluate.comparison import Outcome
from huiyao.schema.records import Speaker

TITLED, STAGED = Speaker("甄有才", 0, 3, rule="title"), Speaker("贾博闻", 0, 3, rule="stage")


def test_records_are_counted_by_rule_disputed_ones_are_not() -> None:
    outcomes = [
        Outcome("speakers", TITLED, "right"),
        Outcome("speakers", TITLED, "wrong"),
        Outcome("speakers", TITLED, "uncounted"),
        Outcome("speakers", STAGED, "wrong"),
    ]
    counted = counts(outcomes)
    assert counted == {("speakers", "stage"): (0, 1), ("speakers", "title"): (1, 2)}
    assert as_tsv(counted) == "table\trule\tright\tjudged\nspeakers\tstage\t0\t1\nspeakers\ttitle\t1\t2\n"

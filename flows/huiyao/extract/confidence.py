"""How sure a rule is: how many of the records that it finds annotators confirm.

`confidence.tsv` holds, for each rule, how many of its records were judged and how many were right, counted over
annotated articles (`python -m huiyao.evaluate.calibration` writes it). A rule with few judged records is drawn towards
the share of its table (Laplace's rule of succession with the table's share as prior, weight `PRIOR`).
"""

from __future__ import annotations

from functools import cache
from importlib import resources

PRIOR = 5
"""Number of judged records that the prior share of the table stands for."""


@cache
def _counts() -> dict[tuple[str, str], tuple[int, int]]:
    """Return (table, rule) to (right, judged)."""
    lines = resources.files("huiyao.extract").joinpath("confidence.tsv").read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines[1:])
    return {(table, rule): (int(right), int(judged)) for table, rule, right, judged in cells}


@cache
def confidence(table: str, rule: str) -> float:
    """Return the share (0 to 1, two decimals) of a rule's records that are right; for an unknown rule the table's."""
    counts = [count for (name, _), count in _counts().items() if name == table]
    right, judged = sum(count[0] for count in counts), sum(count[1] for count in counts)
    prior = right / judged if judged else 0.5
    own_right, own_judged = _counts().get((table, rule), (0, 0))
    return round((own_right + PRIOR * prior) / (own_judged + PRIOR), 2)

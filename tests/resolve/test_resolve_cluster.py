"""The short cuts of clustering against comparing everything with everything."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from huiyao.resolve.cluster import _agree, _comparable

DATES = st.sampled_from(
    [
        None, "2018", "2019", "2018-12", "2018-12-30", "2018-12-31", "2019-01-01", "XXXX-12-31", "XXXX-XX-31",
        "2018-12-30/2019-01-02", "XXXX-12-30/XXXX-12-31", "2017-12-31/2019-01-01",
    ]
)  # fmt: skip
MARKS = st.sets(st.tuples(DATES, st.sampled_from([None, "松江", "青浦"])), max_size=12)


@given(MARKS)
def test_no_pair_that_agrees_goes_uncompared(marks: set[tuple[str | None, str | None]]) -> None:
    compared = {frozenset(pair) for pair in _comparable(marks)}
    assert all(frozenset((a, b)) in compared for a, b in combinations(marks, 2) if _agree(a, b))

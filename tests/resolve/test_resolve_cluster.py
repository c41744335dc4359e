"""The short cuts of clustering against comparing everything with everything."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from huiyao.resolve.marks import Mark, agree, comparable

DATES = st.sampled_from(
    [
        None, "2018", "2019", "2018-12", "2018-12-30", "2018-12-31", "2019-01-01", "XXXX-12-31", "XXXX-XX-31",
        "2018-12-30/2019-01-02", "XXXX-12-30/XXXX-12-31", "2017-12-31/2019-01-01",
    ]
)  # fmt: skip
SEEN = st.sampled_from([None, 737058, 737060, 737070, 737420])  # around 2019-01-01, and a year later


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    date = draw(DATES)
    number = draw(st.sampled_from([None, 3, 4]))
    numbers = () if number is None else draw(st.sampled_from([(number,), (14, number)]))
    edition = number is not None and draw(st.booleans())
    place = draw(st.sampled_from([None, "松江", "青浦", "松江新城"]))
    return Mark("松江论坛", numbers, edition, date, place, draw(SEEN) if date is None else None)


@given(st.sets(marks(), max_size=12))
def test_no_pair_that_agrees_goes_uncompared(found: set[Mark]) -> None:
    compared = {frozenset(pair) for pair in comparable(found)}
    assert all(frozenset((a, b)) in compared for a, b in combinations(found, 2) if agree(a, b))


@given(marks(), marks())
def test_agreement_has_no_direction(a: Mark, b: Mark) -> None:
    assert agree(a, b) is agree(b, a)


def test_undated_editions_are_not_compared_with_one_another() -> None:
    editions = [Mark("松江论坛", (number,), True, None, None, None) for number in range(200)]
    assert sum(a != b for a, b in comparable(editions)) == 0

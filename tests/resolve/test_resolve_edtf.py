from __future__ import annotations

from datetime import date

import pytest

from huiyao.resolve.edtf import compatible, days, exactness, from_span, is_day, span

COMPATIBLE = [
    ("2024-10-13", "2024-10-13", True),
    ("2024", "2024-10", True),
    ("2024", "2024-10-13", True),
    ("2024-10", "2024-10-13", True),
    ("XXXX-05-23", "2018-05-23", True),
    ("XXXX-XX-23", "2018-05-23", True),
    ("XXXX-XX-23", "XXXX-05-23", True),
    ("2018-05-18", "2018-05-18/2018-05-19", True),
    ("2018-05-19", "2018-05-17/2018-05-20", True),
    ("XXXX-05-19", "2018-05-18/2018-05-20", True),
    ("2018-05", "2018-05-18/2018-05-20", True),
    ("2018", "2018-05-18/2018-05-20", True),
    ("2018-05-30", "2018-05-18/2018-06-02", True),
    ("XXXX-05-18/XXXX-05-19", "2018-05-18/2018-05-19", True),
    (None, "2018-05-18", True),
    (None, None, True),
    ("XXXX", "2018-05-18", True),
    ("2024-10-13", "2024-10-14", False),
    ("2024", "2025-10-13", False),
    ("2024-10", "2024-11", False),
    ("2024-10", "2024-11-13", False),
    ("XXXX-05-23", "2018-05-24", False),
    ("2018-05-20", "2018-05-18/2018-05-19", False),
    ("2018-06", "2018-05-18/2018-05-19", False),
    ("2018-05-18/2018-05-19", "2018-05-18/2018-05-20", False),
    # Neither says all that the other says: in doubt, apart.
    ("2024", "XXXX-05-23", False),
    ("2024-05", "XXXX-05-23", False),
]


@pytest.mark.parametrize(("a", "b", "expected"), COMPATIBLE)
def test_compatible_in_both_directions(a: str | None, b: str | None, expected: bool) -> None:
    assert compatible(a, b) is expected
    assert compatible(b, a) is expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [(None, 0), ("2024", 1), ("XXXX-05-23", 2), ("2024-10", 2), ("2024-10-13", 3), ("2018-05-18/2018-05-19", 6)],
)
def test_exactness(edtf: str | None, expected: int) -> None:
    assert exactness(edtf) == expected


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        (None, None, None),
        ("2024", None, None),
        ("2024-10", None, None),
        ("XXXX-10-13", None, None),
        ("2024-10-13", date(2024, 10, 13), date(2024, 10, 13)),
        ("2018-05-18/2018-05-19", date(2018, 5, 18), date(2018, 5, 19)),
        ("2018-05-18/2018-05", date(2018, 5, 18), None),
        ("2023-02-30", None, None),
    ],
)
def test_days(edtf: str | None, first: date | None, last: date | None) -> None:
    assert days(edtf) == (first, last)


@pytest.mark.parametrize(
    ("edtf", "expected"), [(None, False), ("2024-10", False), ("2024-10-13", True), ("2018-05-18/2018-05-19", False)]
)
def test_is_day(edtf: str | None, expected: bool) -> None:
    assert is_day(edtf) is expected


@pytest.mark.parametrize("edtf", ["2024-10-13", "2018-05-18/2018-05-19"])
def test_a_span_of_days_and_back(edtf: str) -> None:
    known = span(edtf)
    assert known is not None
    assert from_span(*known) == edtf


@pytest.mark.parametrize(
    "edtf", [None, "2024-10", "XXXX-10-13", "2024-10-13/2024", "2024-10-13/2024-10-12", "2023-02-30"]
)
def test_what_is_not_known_to_the_day_has_no_span(edtf: str | None) -> None:
    assert span(edtf) is None

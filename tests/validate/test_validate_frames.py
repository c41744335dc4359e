from __future__ import annotations

from typing import Any

import pytest

from huiyao.publish.arrow import arrow_tables, frames
from huiyao.validate import ReleaseError, check_frames


def checked(sample: Any, table: str | None = None, **changes: Any) -> None:
    tables = sample.tables
    if table:
        tables = tables | {table: [row | changes for row in tables[table]]}
    check_frames(frames(arrow_tables(tables)))


def test_right_frames_pass(sample: Any) -> None:
    checked(sample)


@pytest.mark.parametrize(
    ("table", "changes", "sentence"),
    [
        ("meetings", {"status": "cancelled"}, "Nothing is published: the table meetings breaks its declaration: column status fails"),
        ("articles", {"source": None}, "column source fails the check not_nullable in 1 row."),
        ("statements", {"start": -1}, "column start fails"),
        ("speakers", {"person_id": "p-1"}, "column person_id fails"),
    ],
)  # fmt: skip
def test_wrong_frames_stop_the_release_with_one_sentence(
    sample: Any, table: str, changes: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ReleaseError) as caught:
        checked(sample, table, **changes)
    assert sentence in str(caught.value)
    assert str(caught.value).endswith(" in 1 row.")


def test_rows_with_one_key_stop_the_release(sample: Any) -> None:
    tables = sample.tables | {"meetings": sample.tables["meetings"] * 2}
    with pytest.raises(ReleaseError, match="column meeting_id fails the check field_uniqueness in 2 rows"):
        check_frames(frames(arrow_tables(tables)))


def test_a_missing_table_or_column_stops_the_release(sample: Any) -> None:
    whole = frames(arrow_tables(sample.tables))
    with pytest.raises(ReleaseError, match="the table rejects is missing"):
        check_frames({name: frame for name, frame in whole.items() if name != "rejects"})
    with pytest.raises(ReleaseError, match=r"the table meetings has not the columns .* see name"):
        check_frames(whole | {"meetings": whole["meetings"].drop(columns="name")})
    with pytest.raises(ReleaseError, match="see extra"):
        check_frames(whole | {"meetings": whole["meetings"].assign(extra=1)})


def test_a_column_of_another_type_stops_the_release(sample: Any) -> None:
    whole = frames(arrow_tables(sample.tables))
    other = whole["meetings"].astype({"ordinal": "int64[pyarrow]"})
    with pytest.raises(ReleaseError, match=r"column ordinal fails the check dtype\('int32\[pyarrow\]'\)\.$"):
        check_frames(whole | {"meetings": other})

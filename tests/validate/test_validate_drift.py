from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest

from huiyao.validate import ReleaseError, check_drift, fill_rate


def table(n_rows: int, filled: int) -> dict[str, Any]:
    names = [f"m-{n}" for n in range(n_rows)]
    themes = ["主题" if n < filled else None for n in range(n_rows)]
    members = pa.array([["甲"] if n < filled else [] for n in range(n_rows)], pa.list_(pa.string()))
    return {"meetings": pa.table({"meeting_id": names, "theme": pa.array(themes, pa.string()), "aliases": members})}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((100, 80), (80, 64)),  # a fifth of the rows may go
        ((100, 80), (1000, 501)),
        ((19, 19), (1, 0)),  # too few to tell
        ((100, 80), (100, 50)),
        ((100, 0), (100, 100)),
    ],
)
def test_news_is_no_drift(old: tuple[int, int], new: tuple[int, int]) -> None:
    check_drift(table(*old), table(*new))


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ((100, 80), (79, 64), "meetings shrinks from 100 rows to 79"),
        ((1200, 0), (0, 0), "meetings shrinks from 1,200 rows to 0"),
        ((100, 80), (100, 49), "theme of meetings has a value in 49% of its rows instead of 80%"),
        ((100, 80), (100, 49), "aliases of meetings has a value in 49% of its rows instead of 80%"),
    ],
)
def test_drift_stops_the_release_and_says_how_to_go_on(
    old: tuple[int, int], new: tuple[int, int], sentence: str
) -> None:
    with pytest.raises(ReleaseError, match=sentence) as caught:
        check_drift(table(*old), table(*new))
    assert "--accept-drift" in str(caught.value)


def test_fewer_rejects_and_new_tables_are_welcome() -> None:
    before = {"rejects": table(100, 100)["meetings"], "meetings": table(100, 100)["meetings"]}
    check_drift(before, {"meetings": before["meetings"], "rejects": table(0, 0)["meetings"]})
    check_drift(before, {"speakers": before["meetings"]})


@pytest.mark.parametrize(
    ("column", "rate"),
    [
        (pa.chunked_array([["a", None], ["b", "c"]]), 0.75),
        (pa.chunked_array([pa.array([["a"], [], ["b", "c"]])]), 2 / 3),
        (pa.chunked_array([[None]], pa.int32()), 0.0),
        (pa.chunked_array([], pa.string()), 1.0),
    ],
)
def test_fill_rate(column: Any, rate: float) -> None:
    assert fill_rate(column) == rate

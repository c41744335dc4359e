"""Lines of cron and time zones: when they are due, and what is wrong with them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from huiyao.schedules import ScheduleError, next_run


@pytest.mark.parametrize(
    ("cron", "timezone", "expected"),
    [
        ("0 6 * * *", "Asia/Shanghai", "2024-05-09T06:00:00+08:00"),
        ("0 6 * * *", "UTC", "2024-05-08T06:00:00+00:00"),
        ("*/15 * * * *", "UTC", "2024-05-07T22:15:00+00:00"),
        ("30 5 * * mon-fri", "Europe/Berlin", "2024-05-08T05:30:00+02:00"),
    ],
)
def test_next_run(cron: str, timezone: str, expected: str) -> None:
    assert next_run(cron, timezone, datetime(2024, 5, 7, 22, 0, 1, tzinfo=UTC)).isoformat() == expected


@pytest.mark.parametrize("cron", ["", "daily", "0 6 * *", "0 25 * * *", "0 6 * * * *", "61 * * * *", "@daily"])
def test_lines_that_are_none_of_cron(cron: str) -> None:
    with pytest.raises(ScheduleError, match="is no line of cron"):
        next_run(cron, "UTC")


def test_a_day_that_never_comes() -> None:
    with pytest.raises(ScheduleError):
        next_run("0 0 30 2 *", "UTC")


@pytest.mark.parametrize("timezone", ["", "Shanghai", "Asia/Nowhere", "../etc/passwd", "Asia"])
def test_time_zones_that_there_are_none_of(timezone: str) -> None:
    with pytest.raises(ScheduleError, match="There is no time zone"):
        next_run("0 6 * * *", timezone)

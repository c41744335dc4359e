"""Lines of cron: whether one can be kept, and when it is due."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo


class ScheduleError(ValueError):
    """A schedule that cannot be kept; the message is one plain sentence."""


def check_schedule(cron: str, timezone: str) -> None:
    """See that there is such a time zone, and that cron would understand the line.

    Raises:
        ScheduleError: it is not so.
    """
    next_run(cron, timezone)


def next_run(cron: str, timezone: str, after: datetime | None = None) -> datetime:
    """Return the first time after a moment (now unless given) when the schedule is due, in its time zone.

    Raises:
        ScheduleError: there is no such time zone, the line is none of cron, or its day never comes.
    """
    from cronsim import CronSim, CronSimError

    zone = _zone(timezone)
    start = (after or datetime.now(zone)).astimezone(zone)
    try:
        if len(cron.split()) != 5:  # a sixth field would be seconds
            raise CronSimError("five fields")
        return next(CronSim(cron, start))
    except StopIteration:
        raise ScheduleError(f"The day of {cron!r} never comes.") from None
    except CronSimError:
        raise ScheduleError(
            f"{cron!r} is no line of cron; it has minute, hour, day, month and weekday: '0 6 * * *' is six each day."
        ) from None


def _zone(timezone: str) -> ZoneInfo:
    try:
        return ZoneInfo(timezone)
    except (ValueError, OSError, KeyError):
        raise ScheduleError(f"There is no time zone {timezone}; one is named such as Asia/Shanghai or UTC.") from None

"""Days on which one meeting goes on: sessions of several days, told day by day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from huiyao.resolve.edtf import from_span, span
from huiyao.resolve.mentions import Mention

_GAP = 3  # days between two reports of a forum, fair or festival that goes on

_OFTEN = 100  # days between two meetings of a name that has several a year
_Numbers = tuple[int, ...]
_Days = tuple[int, int]  # the first and the last
_Told = tuple[int, int, bool]  # and whether such a meeting goes on for days


class Episodes:
    """The stretches of days of each number, within one family of names.

    Days join where one lies within an interval that an article gives, or intervals overlap; days of forums, fairs,
    festivals and congresses also where they follow one another.
    """

    def __init__(self, clusters: Sequence[Sequence[Mention]]) -> None:
        """Find the stretches over all clusters."""
        spans: dict[_Numbers, list[_Told]] = defaultdict(list)
        for cluster in clusters:
            for mention in cluster:
                if days := span(mention.meeting.date):
                    spans[mention.numbers].append((*days, mention.several_days))
        self._stretches = {key: _stretches(found) for key, found in spans.items()}
        self._widen(spans)
        # With several stretches within some months, a name without date says little.
        self.often = any(_close(sorted(set(found.values()))) for found in self._stretches.values())

    def _widen(self, spans: Mapping[_Numbers, list[_Told]]) -> None:
        """Let the days told without a number be those of the one number that they lie among."""
        together = _stretches([told for found in spans.values() for told in found])
        among: dict[_Days, set[_Numbers]] = defaultdict(set)
        for numbers, found in self._stretches.items():
            for days in found:
                among[together[days]] |= {numbers} - {()}
        for found in self._stretches.values():
            found |= {days: together[days] for days in found if len(among[together[days]]) <= 1}

    def date(self, cluster: Sequence[Mention]) -> str | None:
        """Return the stretch of days that the cluster's date lies in, else its date."""
        mention = cluster[0]
        days = span(mention.meeting.date)
        if days is None:
            return next((each.date for each in cluster if each.date), None)
        return from_span(*self._stretches[mention.numbers][days])


def _close(stretches: list[_Days]) -> bool:
    return any(later[0] - earlier[1] < _OFTEN for earlier, later in pairwise(stretches))


def _stretches(spans: list[_Told]) -> dict[_Days, _Days]:
    """Return for each span of days the stretch that it belongs to."""
    found: dict[_Days, _Days] = {}
    group: list[_Days] = []
    end, gap = 0, 0
    for first, last, several in sorted(set(spans)):
        if group and first > end + min(gap, _GAP if several else 0):
            found |= dict.fromkeys(group, (group[0][0], end))
            group = []
        end = max(end, last) if group else last
        gap = _GAP if several else 0
        group.append((first, last))
    return found | dict.fromkeys(group, (group[0][0], end) if group else (0, 0))


def joint_date(mentions: Sequence[Mention]) -> str | None:
    """Return the date of a meeting: the days from the first to the last that articles give, else the most exact date.

    `mentions` begin with the most exact date.
    """
    spans = [days for mention in mentions if (days := span(mention.meeting.date))]
    if len(set(spans)) < 2:
        return mentions[0].meeting.date
    return from_span(min(first for first, _ in spans), max(last for _, last in spans))

"""The charts of a release: what is counted, as SVG that Vega-Lite draws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from huiyao.schema.tables import TABLES

if TYPE_CHECKING:
    import pyarrow as pa

Word = Callable[[str, str], str]
"""What a value of a column is called in the language of the chart; the value itself where it has no word."""

STATUSES = next(column.enum for column in TABLES["measures"].columns if column.name == "status")
_MOST_TOPICS, _MOST_ORGANIZATIONS, _MOST_MONTHS, _MOST_YEARS = 16, 12, 36, 15
_WIDTH, _LABELS, _STEP = 270, 162, 22  # in pixels: the bars, the names beside them, from bar to bar
COLOURS = {"done": "#2e8b74", "planned": "#4377c4", "proposed": "#c98a1b"}
"""Of the pieces of bars, by status."""
_BAR = "#4377c4"


@dataclass(frozen=True, slots=True)
class Count:
    """One bar, or a piece of one: `n` records of `name`, of the kind `part` where bars have parts."""

    name: str
    n: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart shows: its key among the words, counts, the view and filter that a name leads to."""

    key: str
    counts: tuple[Count, ...]
    view: str
    filter: str

    @property
    def names(self) -> list[str]:
        """Every name once, in order."""
        return list(dict.fromkeys(count.name for count in self.counts))

    @property
    def parts(self) -> list[str]:
        """The kinds of pieces; none where bars have no parts."""
        return [part for part in STATUSES if any(count.part == part for count in self.counts)]

    def n(self, name: str, part: str | None = None) -> int:
        """Return the records of a name, of all kinds or of one."""
        return sum(count.n for count in self.counts if count.name == name and part in (None, count.part))


def charts(tables: dict[str, pa.Table]) -> list[Chart]:
    """Return the charts of a release that have something to show."""
    made = (_topics(tables["measures"]), _meetings(tables["meetings"]), _organizations(tables["speakers"]))
    return [chart for chart in made if chart.counts]


def _topics(measures: pa.Table) -> Chart:
    pairs = zip(measures["topic"].to_pylist(), measures["status"].to_pylist(), strict=True)
    counted = Counter((topic, status) for topic, status in pairs if topic)
    topics = _largest(Counter(topic for topic, _ in counted.elements()), _MOST_TOPICS)
    counts = (Count(topic, n, status) for topic in topics for status in STATUSES if (n := counted[topic, status]))
    return Chart("chart_topics", tuple(counts), "measures", "topic")


def _meetings(meetings: pa.Table) -> Chart:
    """Count meetings by month, or by year, the latest ones, where there are too many months.

    Those without a known month are left out.
    """
    months = [date[:7] for date in meetings["date"].to_pylist() if date and date[:4].isdigit() and date[5:7].isdigit()]
    first, last = min(months, default="0000-01"), max(months, default="0000-01")
    if _number(last) - _number(first) < _MOST_MONTHS:
        counted = Counter(months)
        names = [_month(number) for number in range(_number(first), _number(last) + 1)] if months else []
        return Chart("chart_months", tuple(Count(name, counted[name]) for name in names), "meetings", "month")
    counted = Counter(month[:4] for month in months)
    years = [str(year) for year in range(int(first[:4]), int(last[:4]) + 1)][-_MOST_YEARS:]
    return Chart("chart_years", tuple(Count(year, counted[year]) for year in years), "meetings", "year")


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _month(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"


def _organizations(speakers: pa.Table) -> Chart:
    counted = Counter(filter(None, speakers["organization"].to_pylist()))
    largest = _largest(counted, _MOST_ORGANIZATIONS)
    return Chart(
        "chart_organizations", tuple(Count(name, counted[name]) for name in largest), "speakers", "organization"
    )


def _largest(counted: Counter[Any], most: int) -> list[Any]:
    return sorted(counted, key=lambda name: (-counted[name], name))[:most]


def draw(chart: Chart, word: Word) -> str:
    """Return the chart as an SVG element in the language of `word`.

    Sizes and places are fixed rather than measured, so that fonts of the machine have no part in the bytes; colours of
    text and lines are left to the page's style sheet.
    """
    import vl_convert

    spec = _columns(chart) if chart.key in ("chart_months", "chart_years") else _bars(chart, word)
    svg: str = vl_convert.vegalite_to_svg(_COMMON | spec, vl_version="6.1")
    return svg.replace("<svg ", '<svg role="img" focusable="false" ', 1)


_COMMON: dict[str, Any] = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
    "autosize": "none",
    "background": None,
    "config": {
        "aria": False,  # the page gives the figures as a table
        "view": {"stroke": None},
        "font": "sans-serif",
        "axis": {
            "labelLimit": 0,
            "labelOverlap": False,
            "labelFlush": False,
            "labelFontSize": 12,
            "titleFontSize": 12,
            "domain": False,
            "ticks": False,
        },
    },
}


def _bars(chart: Chart, word: Word) -> dict[str, Any]:
    """Return bars from left to right, one below the other, in pieces where there are parts."""
    names = chart.names
    counts = [
        {"row": names.index(count.name), "n": count.n, "part": count.part, "order": place}
        for place, count in enumerate(chart.counts)
    ]
    rows = [
        {"row": row, "label": _shown(word(chart.filter, name)), "n": chart.n(name)} for row, name in enumerate(names)
    ]
    label = {"x": {"value": 0}, "text": {"field": "label"}}
    number = {"x": {"field": "n", "type": "quantitative"}, "text": {"field": "n"}}
    return {
        "width": _WIDTH,
        "height": _STEP * len(names),
        "padding": {"left": _LABELS, "top": 6, "right": 44, "bottom": 24},
        "encoding": {"y": {"field": "row", "type": "ordinal", "axis": None}},
        "layer": [
            {
                "data": {"values": counts},
                "mark": {"type": "bar", "height": {"band": 0.72}},
                "encoding": _pieces(chart),
            },
            {"data": {"values": rows}, "mark": _text("right", -8), "encoding": label},
            {"data": {"values": rows}, "mark": _text("left", 6), "encoding": number},
        ],
    }


def _shown(name: str) -> str:
    """Return a name as it stands beside a bar, cut where it is too long."""
    room, end = float(_LABELS - 14), 0
    while end < len(name) and room >= 0:
        room -= 6.5 if name[end].isascii() else 12
        end += 1
    return name if room >= 0 else name[: end - 2] + "…"


def _text(align: str, dx: int) -> dict[str, Any]:
    return {"type": "text", "align": align, "baseline": "middle", "dx": dx, "fontSize": 12}


def _pieces(chart: Chart) -> dict[str, Any]:
    length = {"field": "n", "type": "quantitative", "title": None, "axis": {"tickCount": 5, "tickMinStep": 1}}
    if not chart.parts:
        return {"x": length, "color": {"value": _BAR}}
    colour = {
        "field": "part",
        "type": "nominal",
        "scale": {"domain": chart.parts, "range": [COLOURS[part] for part in chart.parts]},
        "legend": None,  # stands beside the chart, where words of any width have room
    }
    return {"x": length, "color": colour, "order": {"field": "order"}}


def _columns(chart: Chart) -> dict[str, Any]:
    """Return columns side by side in the order of time; every so many has its name below it."""
    every = -(-len(chart.names) // 8)
    return {
        "width": _WIDTH + _LABELS - 36,
        "height": 190,
        "padding": {"left": 36, "top": 10, "right": 38, "bottom": 30},
        "data": {"values": [{"name": count.name, "n": count.n} for count in chart.counts]},
        "mark": {"type": "bar", "color": _BAR, "width": {"band": 0.72 if len(chart.names) > 4 else 0.2}},
        "encoding": {
            "x": {"field": "name", "type": "ordinal", "sort": None, "title": None,
                  "axis": {"values": chart.names[::every], "labelAngle": 0}},
            "y": {"field": "n", "type": "quantitative", "title": None, "axis": {"tickCount": 4, "tickMinStep": 1}},
        },
    }  # fmt: skip

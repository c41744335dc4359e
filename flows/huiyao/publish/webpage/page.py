"""Writing the page: what was gathered goes into the template, with style, script and policy."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from huiyao.publish.about import LICENCE_TITLE, LICENCE_URL
from huiyao.publish.card_text import SNIPPETS
from huiyao.publish.content import Content
from huiyao.publish.webpage.charts import COLOURS, Chart, Word, charts, draw
from huiyao.publish.webpage.overview import overview
from huiyao.publish.webpage.parts import Part, parts
from huiyao.version import __version__

PAGE = "index.html"
VIEWS = ("overview", "meetings", "speakers", "measures", "statements", "articles")
_TO_MEETINGS = ("parent_meeting_id", "previous_meeting_id", "next_meeting_id")
_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#a6291f"/>'
    '<path d="M8 11h16M8 16h16M8 21h10" stroke="#fff" stroke-width="3"/></svg>'
)


def write_webpage(folder: Path, content: Content) -> None:
    """Write `index.html`, and for a large release `index-2.html` and so on, each with the articles of some days.

    A page needs nothing but itself: style, script and records stand in it, and its Content-Security-Policy forbids everything
    else. Its bytes follow from the content and the versions of the libraries that draw and, where there are many records
    (`parts.PLAIN_BYTES`), from zlib; see `csvfile.write_csv_files` for what that means.
    """
    gathered = parts(content.tables)
    shared = _shared(folder, content, gathered)
    for number, part in enumerate(gathered):
        text = _template().render(shared | _own(part, number, gathered, content, shared["title"]))
        (folder / page_name(number)).write_text(text, encoding="utf-8", newline="\n")


def page_name(number: int) -> str:
    """Return the file name of a page, counted from 0."""
    return PAGE if number == 0 else f"index-{number + 1}.html"


def _shared(folder: Path, content: Content, gathered: list[Part]) -> dict[str, Any]:
    """Return what is the same on all pages."""
    style, script = _joined("style", ".css"), _joined("script", ".js")
    return {
        "title": f"huiyao 会要 {content.version}",
        "views": VIEWS,
        "zh": lambda key: words()[key][1],
        "policy": _policy(style, script),
        "icon": f"data:image/svg+xml,{quote(_ICON)}",
        "style": _markup(style),
        "script": _markup(script),
        "words": _json(words()),
        "overview": overview(folder, content),
        "charts": [_drawn(chart) for chart in charts(content.tables)],
        "pages": [_PageLink(page_name(number), _days(part), part.n_articles) for number, part in enumerate(gathered)],
        "snippets": SNIPPETS,
        "licence": LICENCE_TITLE,
        "licence_url": LICENCE_URL,
        "code_version": __version__,
    }


def _own(part: Part, number: int, gathered: list[Part], content: Content, title: str) -> dict[str, Any]:
    """Return what one page has for itself."""
    pages = [page_name(place) for place in range(len(gathered))]
    told = {"title": title, "pages": pages, "elsewhere": _elsewhere(part, gathered, content)}
    return {
        "name": page_name(number),
        "page": _json(told),
        "records": _markup(part.records) if part.compressed else _safe_in_script(part.records),
        "records_type": "text/plain" if part.compressed else "application/json",
    }


def _elsewhere(part: Part, gathered: list[Part], content: Content) -> dict[str, tuple[str, str]]:
    """Return page and name of each meeting that a meeting of this page names and that is not on it."""
    if len(gathered) == 1:
        return {}
    meetings = content.tables["meetings"].select(["meeting_id", "name", *_TO_MEETINGS]).to_pylist()
    names = {row["meeting_id"]: row["name"] for row in meetings}
    page_of = {id_: page_name(place) for place, other in reversed(list(enumerate(gathered))) for id_ in other.meetings}
    here = set(part.meetings)
    named = {row[column] for row in meetings if row["meeting_id"] in here for column in _TO_MEETINGS if row[column]}
    return {id_: (page_of[id_], names[id_]) for id_ in sorted(named - here)}


@dataclass(frozen=True, slots=True)
class _PageLink:
    name: str
    days: str
    n_articles: int


def _days(part: Part) -> str:
    days = [day.isoformat() for day in (part.first, part.last) if day]
    return " – ".join(dict.fromkeys(days)) or "?"


@cache
def words() -> dict[str, list[str]]:
    """Return the page's own words by key, in English and Chinese."""
    found: dict[str, list[str]] = json.loads((_here() / "words.json").read_text(encoding="utf-8"))
    return found


def _drawn(chart: Chart) -> dict[str, Any]:
    """Return the chart in both languages, and its figures for the table below it."""
    return {
        "key": chart.key,
        "view": chart.view,
        "head": f"filter_{chart.filter}",
        "parts": {part: COLOURS[part] for part in chart.parts},
        "rows": [
            {
                "name": name,
                "query": urlencode({chart.filter: name}),
                "n": chart.n(name),
                "parts": [chart.n(name, part) for part in chart.parts],
            }
            for name in chart.names
        ],
        "svg_zh": _markup(draw(chart, _speaking(1))),
        "svg_en": _markup(draw(chart, _speaking(0))),
    }


def _speaking(place: int) -> Word:
    """Return what calls a value of a column by its word in a language, and one without a word by itself."""
    return lambda column, value: words()[key][place] if (key := f"{column}_{value}") in words() else value


def _policy(style: str, script: str) -> str:
    """Return a Content-Security-Policy under which only this style and this script work, and nothing is fetched."""
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src '{_source_hash(style)}'",
            f"script-src '{_source_hash(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
        ]
    )


def _source_hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _here() -> Traversable:
    return files("huiyao.publish.webpage")


def _joined(folder: str, suffix: str) -> str:
    """Return the files of a folder one after another, in the order of the numbers that their names begin with."""
    found = [path for path in (_here() / folder).iterdir() if path.name.endswith(suffix)]
    found.sort(key=lambda path: int(path.name.split("_", 1)[0]))
    return "\n" + "\n".join(path.read_text(encoding="utf-8") for path in found)


def _json(value: Any) -> Any:
    return _safe_in_script(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _safe_in_script(text: str) -> Any:
    """Return JSON as it may stand in a script element: no < in it could end the element or open a comment."""
    return _markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))


def _markup(text: str) -> Any:
    from markupsafe import Markup

    return Markup(text)


@cache
def _template() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(str(_here())),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.jinja")

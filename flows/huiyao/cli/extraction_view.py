"""`huiyao extract`: the records of the articles in one file, grouped for reading or as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from huiyao.cli.errors import UsageError
from huiyao.schema.records import Article, Extraction

if TYPE_CHECKING:
    from huiyao.ingest import Ingested

Extracted = tuple[Article, Extraction]


def read_articles(file: str, published: str | None) -> list[Extracted]:
    """Return each article in the file (`-`: standard input) with its records.

    A date given here takes the place of the one in the file. Raises UsageError for a date that is none and for a file
    with no article in it; what is rejected beside its articles is said on standard error.
    """
    from huiyao.extract.article import extract_article
    from huiyao.ingest.metadata import edtf

    date = None if published is None else edtf(published)
    if published is not None and date is None:
        raise UsageError(f"{published!r} is no date such as 2024-10-13, 2024-10 or 2024.")
    ingested = _standard_input() if file == "-" else _file(Path(file))
    if not ingested.articles:
        reasons = " ".join(reject.reason for reject in ingested.rejects) or "There is no article in it."
        raise UsageError(f"{file}: {reasons}")
    for reject in ingested.rejects:
        print(f"{file}: {reject.reason}", file=sys.stderr)
    articles = (_dated(article, date) for article in ingested.articles)
    return [(article, extract_article(article)) for article in articles]


def _file(path: Path) -> Ingested:
    from huiyao.ingest import read_source

    if path.is_dir():
        raise UsageError(f"{path} is a folder; `huiyao publish --seeds {path}` reads all of it.")
    path.stat()  # read_source makes a reject of a file that is not there; here it is the user's slip
    return read_source(path.parent, path.name)


def _standard_input() -> Ingested:
    """Read standard input as a text file, so that its encoding is found as a file's is."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "stdin.txt")
        path.write_bytes(sys.stdin.buffer.read())
        return _file(path)


def _dated(article: Article, published: str | None) -> Article:
    return article if published is None else replace(article, published=published, published_basis="metadata")


def print_json(extracted: Iterable[Extracted]) -> None:
    """Print a list with one object for each article, in UTF-8 whatever the terminal's encoding, as JSON is."""
    documents = [asdict(article) | asdict(extraction) for article, extraction in extracted]
    sys.stdout.buffer.write(json.dumps(documents, ensure_ascii=False, indent=2).encode() + b"\n")
    sys.stdout.buffer.flush()


def print_records(extracted: Iterable[Extracted]) -> None:
    """Print each article's records under their kind, each with its place in the canonical text."""
    console = Console(highlight=False)
    for article, extraction in extracted:
        _print_article(console, article)
        for kind, (heading, body, details) in VIEWS.items():
            records = getattr(extraction, kind)
            console.print(Text(f"{kind} ({len(records)})", style="bold cyan"))
            for record in records:
                _print_record(console, record, heading, body, details)
        console.print()


Values = Callable[[Any], Sequence[str | None]]
VIEWS: dict[str, tuple[Values, str | None, tuple[str, ...]]] = {
    "meetings": (
        lambda m: (m.name, m.status, m.date, m.place, m.venue),
        None,
        ("theme", "organizers", "aliases", "attendance_min", "parent"),
    ),
    "speakers": (lambda s: (s.name, s.role, "、".join(s.positions)), None, ()),
    "statements": (lambda s: (s.speaker, s.cue, s.mode), "text", ()),
    "measures": (lambda m: (m.status, m.by, m.topic), "text", ("actor", "named_programmes", "quantities", "deadline")),
}
"""How each kind of record reads: the values of its heading, the field of its text, what else is known of it."""


def _print_article(console: Console, article: Article) -> None:
    console.print(Text(article.headline or article.source, style="bold"))
    date = f"published {article.published} ({article.published_basis})" if article.published else "date unknown"
    console.print(Text(f"{date}, {len(article.text):,} characters", style="dim"))


def _print_record(console: Console, record: Any, heading: Values, body: str | None, details: tuple[str, ...]) -> None:
    line = Text(" · ".join(value for value in heading(record) if value))
    line.append(f"  {record.start}–{record.end}", style="dim")
    console.print(Padding(line, (0, 0, 0, 2)))
    if body:
        console.print(Padding(Text(getattr(record, body)), (0, 0, 0, 6)))
    if known := [f"{name}: {_value(getattr(record, name))}" for name in details if getattr(record, name)]:
        console.print(Padding(Text("; ".join(known), style="dim"), (0, 0, 0, 6)))


def _value(value: Any) -> str:
    return "、".join(value) if isinstance(value, tuple) else str(value)

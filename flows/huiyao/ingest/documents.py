"""One document (plain text, Markdown) into its articles."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from huiyao.ingest.articles import articles_of_page
from huiyao.ingest.frontmatter import mapping
from huiyao.ingest.lines import Line, clean, split_lines
from huiyao.ingest.metadata import Metadata, read_metadata
from huiyao.schema.records import Article, Reject

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_LIMIT = 65_536
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_MARKS = re.compile(r"(?:>\s*)+|[*+]\s+(?=\S)")
_BOLD = re.compile(r"(\*\*|__)(.+?)\1")


@dataclass(frozen=True, slots=True)
class Ingested:
    """What a source gave: its articles in order, and what was left out of it, with reasons."""

    articles: tuple[Article, ...]
    rejects: tuple[Reject, ...]


def rejected(source: str, rule: str, reason: str) -> Ingested:
    """Return a whole source as one reject."""
    return Ingested((), (Reject(source, "sources", rule, reason),))


def found(source: str, articles: tuple[Article, ...], rejects: tuple[Reject, ...] = ()) -> Ingested:
    """Return the articles of a source, or its reject where it has none because nothing in it is Chinese."""
    if articles:
        return Ingested(articles, rejects)
    return rejected(source, "no_chinese", "The source holds no Chinese text.")


def read_plain(text: str, source: str, sha256: str) -> Ingested:
    """Return the articles of a plain text."""
    return found(source, articles_of_page(split_lines(clean(text)), source, sha256, Metadata()))


def read_markdown(text: str, source: str, sha256: str) -> Ingested:
    """Return the articles of a Markdown text; its front matter gives `published`, `publisher`, `url`, `headline`.

    `# x` is a headline (each begins an article), `## x` a subhead; other marks at the start of a line come off.
    """
    text = clean(text).lstrip("\n")
    fields: dict[str, object] = {}
    if text.startswith("---") and (match := _FRONT_MATTER.match(text, 0, _FRONT_LIMIT)):
        parsed = mapping(match[1])
        if parsed is None:
            return rejected(source, "front_matter", "The front matter is not a YAML mapping.")
        fields, text = parsed, text[match.end() :]
    metadata, rejects = read_metadata(fields, source)
    lines = [_unmarked(line) for line in split_lines(text)]
    return found(source, articles_of_page(lines, source, sha256, metadata), rejects)


def _unmarked(line: Line) -> Line:
    """Return the line without Markdown marks, its kind set where the mark says it."""
    if match := _HEADING.fullmatch(line.text):
        text = _BOLD.sub(r"\2", match[2])
        return replace(line, text=text, kind="headline" if len(match[1]) == 1 else "subhead") if text else line
    text = line.text[match.end() :] if (match := _MARKS.match(line.text)) else line.text
    if match := _BOLD.match(text):
        text = match[2] + text[match.end() :]
    return replace(line, text=text.strip() or line.text)

"""JSON Lines, plain or gzipped: one article a line, read as a stream."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, AnyStr, cast

from huiyao.ingest.articles import single_article
from huiyao.ingest.documents import Ingested, rejected
from huiyao.ingest.encoding import UnreadableError, sniff
from huiyao.ingest.lines import clean, split_lines
from huiyao.ingest.metadata import read_metadata
from huiyao.schema.records import Article, Reject

_HEAD = 65_536
_LINE_LIMIT = 1 << 24
"""Longest line read, in bytes: a hostile archive can hold gigabytes without a line end."""

Result = tuple[Article | None, tuple[Reject, ...]]


def read_json_lines(path: Path, source: str, sha256: str) -> Ingested:
    """Return an article for each line of the file, with the line's number from 0 as `sequence`.

    A line that is no JSON object with a `text`, or whose text holds no Chinese, becomes a reject; so does the rest of
    an archive that breaks off. Empty lines are passed over.

    Raises:
        UnreadableError: The file begins in no known encoding, or is empty.
    """
    articles: list[Article] = []
    rejects: list[Reject] = []
    with _opened(path) as stream:
        try:
            for number, line in enumerate(_lines(stream)):
                article, refused = _read_line(line, number, source, sha256)
                rejects.extend(refused)
                if article is not None:
                    articles.append(article)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            reason = f"The archive is damaged behind its first {len(articles)} articles; the rest was not read."
            rejects.append(Reject(source, "sources", "gzip", reason))
    if not (articles or rejects):
        return rejected(source, "empty", "The file is empty.")
    return Ingested(tuple(articles), tuple(rejects))


def _opened(path: Path) -> IO[bytes]:
    return cast(IO[bytes], gzip.open(path)) if path.name.lower().endswith(".gz") else path.open("rb")


def _lines(stream: IO[bytes]) -> Iterator[str | None]:
    """Yield each line as text; None for one that does not decode or is longer than the limit."""
    bom, encoding = _sniff_lines(stream.read(_HEAD))
    stream.seek(bom)
    if encoding.startswith(("utf-16", "utf-32")):
        wide = io.TextIOWrapper(stream, encoding, errors="replace", newline="\n")
        yield from _whole(wide)
        return
    for line in _whole(stream):
        try:
            yield None if line is None else line.decode(encoding)
        except UnicodeDecodeError:
            yield None


def _sniff_lines(head: bytes) -> tuple[int, str]:
    """Return what `sniff` finds; where one damaged line spoils the whole, what it finds in the first readable one."""
    try:
        return sniff(head)
    except UnreadableError as error:
        for line in head.split(b"\n"):
            if error.rule == "encoding" and not line.isascii():
                with suppress(UnreadableError):
                    return sniff(line)
        raise


def _whole(stream: IO[AnyStr]) -> Iterator[AnyStr | None]:
    """Yield each line; None for one longer than the limit, of which no more than the limit is ever held."""
    while line := stream.readline(_LINE_LIMIT):
        if len(line) < _LINE_LIMIT:
            yield line
            continue
        while len(stream.readline(_LINE_LIMIT)) == _LINE_LIMIT:
            pass
        yield None


def _read_line(line: str | None, number: int, source: str, sha256: str) -> Result:
    """Return the article in one line and the rejects it gives; neither for an empty line."""
    place = f"Line {number + 1}"
    if line is None:
        return _refused(source, "encoding", f"{place} is longer than {_LINE_LIMIT} bytes or in no known encoding.")
    if not line.strip():
        return None, ()
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return _refused(source, "json", f"{place} is not JSON.")
    if not isinstance(row, dict) or not isinstance(text := row.get("text"), str):
        return _refused(source, "json", f"{place} is no JSON object with a text.")
    metadata, rejects = read_metadata(row, source, f" in line {number + 1}")
    article = single_article(split_lines(clean(text)), source, sha256, number, metadata)
    if article is None:
        return _refused(source, "no_chinese", f"The text in line {number + 1} holds no Chinese.")
    return article, rejects


def _refused(source: str, rule: str, reason: str) -> Result:
    return None, (Reject(source, "articles", rule, reason),)

"""A folder of sources: which files it holds, and the articles and rejects of each."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from huiyao.ingest.documents import Ingested, read_markdown, read_plain, rejected
from huiyao.ingest.encoding import UnreadableError, decode

__all__ = ["OVERRIDES", "Ingested", "SourceError", "list_sources", "overrides_text", "read_source"]

_EDITOR_BACKUPS = ("~", ".bak", ".swp", ".swo", ".orig", ".tmp")
OVERRIDES = "overrides.yml"
"""Name of the file in the folder of sources that decides what no rule gets right."""
_CONFIGURATION = (".yml", ".yaml")
_JSON_LINES = (".jsonl", ".jsonl.gz")
_WEB_PAGES = (".html", ".htm")
_TEXTS: dict[str, Callable[[str, str, str], Ingested]] = {".txt": read_plain, ".md": read_markdown}
# A name that is not UTF-8, or holds a line end, cannot stand in a table.
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_SUPPORTED = ".txt, .md, .jsonl, .jsonl.gz, .html and .htm"


class SourceError(ValueError):
    """The folder of sources cannot be read; the message is one plain sentence."""


def list_sources(root: Path) -> list[str]:
    """Return the POSIX paths, relative to `root`, of all sources below it, sorted.

    Left out: hidden files and folders, editor backups, configuration (`.yml`, `.yaml`), and a `README.md` directly in
    the root, which is documentation. A file of a format that is not supported is a source: it becomes a reject.

    Raises:
        SourceError: `root` is no folder that can be read.
    """
    if not root.is_dir():
        raise SourceError(f"There is no folder {root} to read articles from.")
    try:
        sources = sorted(path.relative_to(root).as_posix() for path in _files(root) if not _is_left_out(path, root))
    except OSError as error:
        raise SourceError(f"The folder {error.filename or root} cannot be read: {error.strerror}.") from None
    for source in sources:
        if _UNPRINTABLE.search(source):
            raise SourceError(f"The file {source!r} has a name with unreadable characters; please rename it.")
    return sources


def overrides_text(root: Path) -> str | None:
    """Return the text of `overrides.yml` directly in `root`, None where there is no such file.

    Raises:
        SourceError: the file cannot be read, or is not in UTF-8.
    """
    try:
        return (root / OVERRIDES).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise SourceError(f"The file {root / OVERRIDES} is not in UTF-8.") from None
    except OSError as error:
        raise SourceError(f"The file {root / OVERRIDES} cannot be read: {error.strerror}.") from None


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir():
            # A link to a folder could lead back to one above.
            if not path.is_symlink():
                yield from _files(path)
        elif path.is_file():
            yield path


def _is_left_out(path: Path, root: Path) -> bool:
    name = path.name.lower()
    if name.endswith((*_EDITOR_BACKUPS, *_CONFIGURATION)) or (name.startswith("#") and name.endswith("#")):
        return True
    return name == "readme.md" and path.parent == root


def read_source(root: Path, source: str) -> Ingested:
    """Return the articles of one source below `root`, and a reject for all in it that cannot be read.

    Nothing that a source holds raises an error: what is unsupported, unreadable, empty or not Chinese is a reject.
    """
    path = root / source
    name = path.name.lower()
    try:
        if name.endswith(_JSON_LINES):
            from huiyao.ingest.jsonlines import read_json_lines

            return read_json_lines(path, source, _sha256(path))
        if path.suffix.lower() not in (*_TEXTS, *_WEB_PAGES):
            return rejected(source, "unsupported", f"The format of the file is none of {_SUPPORTED}.")
        return _read_document(path.read_bytes(), source, path.suffix.lower())
    except UnreadableError as error:
        return rejected(source, error.rule, str(error))
    except OSError as error:
        return rejected(source, "unreadable", f"The file cannot be opened: {error.strerror}.")


def _read_document(data: bytes, source: str, suffix: str) -> Ingested:
    sha256 = hashlib.sha256(data).hexdigest()
    if suffix in _WEB_PAGES:
        from huiyao.ingest.webpages import read_web_page

        return read_web_page(data, source, sha256)
    return _TEXTS[suffix](decode(data), source, sha256)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

"""What the records depend on besides the articles: our code, our lexicon, and the libraries that read Chinese."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from importlib.resources import files
from pathlib import Path

_EXTRACTION = ("extract", "lexicon", "dates.py", "schema/records.py")
_SUFFIXES = (".py", ".tsv", ".yml")
_EXTRACTION_LIBRARIES = ("jieba", "opencc")
_LIBRARIES = (*_EXTRACTION_LIBRARIES, "trafilatura", "lxml", "pyyaml")


@cache
def extraction_fingerprint() -> str:
    """Return 16 hex digits that change when the records of an article may: with code, lexicon, jieba or opencc."""
    return _fingerprint(_EXTRACTION, _EXTRACTION_LIBRARIES)


@cache
def program_fingerprint() -> str:
    """Return 16 hex digits that change when a release of the same sources may."""
    return _fingerprint((".",), _LIBRARIES)


def _fingerprint(parts: tuple[str, ...], libraries: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    root = Path(str(files("huiyao")))
    for path in sorted(path for part in parts for path in _sources(root / part)):
        digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
        digest.update(path.read_bytes())
    for library in libraries:
        digest.update(f"{library} {metadata.version(library)}\n".encode())
    return digest.hexdigest()[:16]


def _sources(path: Path) -> list[Path]:
    found = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    return [each for each in found if each.suffix in _SUFFIXES]

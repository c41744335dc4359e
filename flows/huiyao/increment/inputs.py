"""Everything that a release is made from, in one hash."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from huiyao.increment.fingerprint import program_fingerprint
from huiyao.ingest import list_sources, overrides_text


@dataclass(frozen=True, slots=True)
class Inputs:
    """The sources by path with the SHA-256 of their bytes (None: cannot be read), and a hash of these and all else."""

    sources: dict[str, str | None]
    hash: str


def read_inputs(seeds: Path, **options: object) -> Inputs:
    """Return what a run over `seeds` with these options would start from; every byte is read, no date is trusted.

    Raises:
        SourceError: the sources cannot be listed, or the overrides not be read.
    """
    sources = {source: _sha256(seeds / source) for source in list_sources(seeds)}
    told = [program_fingerprint(), overrides_text(seeds), sorted(sources.items()), sorted(options.items())]
    text = json.dumps(told, ensure_ascii=True, default=str)
    return Inputs(sources, hashlib.sha256(text.encode("ascii")).hexdigest())


def _sha256(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None

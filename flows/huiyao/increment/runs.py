"""What the last run over a folder of sources found, to tell at once that nothing is new."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from huiyao.increment.folder import open_folder
from huiyao.increment.inputs import Inputs


@dataclass(frozen=True, slots=True)
class Run:
    """One run: the hash and sources of its `Inputs`, the version it published or found, and what its summary said."""

    inputs: str
    sources: dict[str, str | None]
    version: str
    content_hash: str
    counts: dict[str, int]
    rejects: dict[str, int]


@dataclass(frozen=True, slots=True)
class SourceChanges:
    """How the sources differ from those of the last run; paths, sorted."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    unchanged: tuple[str, ...]


def remember(store: str, seeds: Path, datasets: str, run: Run) -> None:
    """Keep what a run found."""
    open_folder(store).write(_name(seeds, datasets), json.dumps(asdict(run), ensure_ascii=True).encode("ascii"))


def last_run(store: str, seeds: Path, datasets: str) -> Run | None:
    """Return the last run from these sources to these releases; None where there was none, or none that can be read."""
    try:
        return Run(**json.loads(open_folder(store).read(_name(seeds, datasets))))
    except (OSError, ValueError, TypeError):
        return None


def source_changes(inputs: Inputs, run: Run | None) -> SourceChanges:
    """Compare the sources that are there with those of the last run."""
    now, before = inputs.sources, run.sources if run else {}
    return SourceChanges(
        new=tuple(sorted(now.keys() - before.keys())),
        changed=tuple(sorted(path for path in now.keys() & before.keys() if now[path] != before[path])),
        gone=tuple(sorted(before.keys() - now.keys())),
        unchanged=tuple(sorted(path for path in now.keys() & before.keys() if now[path] == before[path])),
    )


def _name(seeds: Path, datasets: str) -> str:
    way = f"{seeds}\n{datasets}".encode("utf-8", "surrogateescape")
    return f"runs/{hashlib.sha256(way).hexdigest()[:16]}.json"

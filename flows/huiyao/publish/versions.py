"""Which releases a datasets folder holds, which is the latest, and which version comes next."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from huiyao.schema.tables import DATA_MAJOR
from huiyao.validate import ReleaseError

Version = tuple[int, int, int]

_VERSION = re.compile(r"^(\d+)\.(\d+)\.(\d+)$")
_POINTER = "latest.json"


def versions(datasets: Path) -> list[Version]:
    """Return the versions whose folders are there, oldest first."""
    if not datasets.is_dir():
        return []
    found = (_VERSION.match(path.name) for path in datasets.iterdir() if path.is_dir() and not path.is_symlink())
    return sorted((int(m[1]), int(m[2]), int(m[3])) for m in found if m)


def version_name(version: Version) -> str:
    """Return the version as it is written: 1.0.0."""
    return ".".join(map(str, version))


def next_version(newest: Version | None) -> Version:
    """Return the version after the newest one: the next MINOR, or the first of a new MAJOR of the data contract."""
    if newest is None or newest[0] < DATA_MAJOR:
        return DATA_MAJOR, 0, 0
    return newest[0], newest[1] + 1, 0


def latest_release(datasets: Path) -> Path | None:
    """Return the folder of the latest release, as `latest.json` names it; None where there is none.

    Raises:
        ReleaseError: `latest.json` cannot be read or names a release that is not there.
    """
    pointer = datasets / _POINTER
    try:
        name = json.loads(pointer.read_text(encoding="utf-8"))["version"]
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        raise ReleaseError(f"{pointer} does not name a version.") from None
    folder = datasets / str(name)
    if not _VERSION.match(str(name)) or not folder.is_dir():
        raise ReleaseError(f"{pointer} names the release {name}, which is not there.")
    return folder


def release_folder(datasets: Path, version: str = "latest") -> Path:
    """Return the folder of a release.

    Raises:
        ReleaseError: there is no such release.
    """
    folder = latest_release(datasets) if version == "latest" else datasets / version
    if folder is None:
        raise ReleaseError(f"There is no release in {datasets} yet.")
    if not folder.is_dir() or not _VERSION.match(folder.name):
        known = ", ".join(map(version_name, versions(datasets))) or "none"
        raise ReleaseError(f"There is no release {version} in {datasets}; there is {known}.")
    return folder


def point_to(datasets: Path, name: str) -> None:
    """Make the release the latest: `latest.json`, and the link `latest` where the file system has links."""
    temporary = datasets / ".latest.json"
    temporary.write_text(json.dumps({"version": name}) + "\n", encoding="utf-8", newline="\n")
    os.replace(temporary, datasets / _POINTER)
    _link(datasets, name)


def _link(datasets: Path, name: str) -> None:
    temporary = datasets / ".latest"
    temporary.unlink(missing_ok=True)
    try:
        temporary.symlink_to(name, target_is_directory=True)
    except (OSError, NotImplementedError):  # no links here: latest.json says it all
        return
    os.replace(temporary, datasets / "latest")

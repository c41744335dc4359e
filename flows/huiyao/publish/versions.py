"""Version numbers of releases, and the rule that gives the next one.

The rule is the recipe of Data Package (https://datapackage.org/recipes/data-package-version/), as far as tables of news
need it:

- MAJOR: a column goes or changes its type (or its meaning: `schema.tables.DATA_MAJOR` is raised by hand);
- MINOR: records or columns are added, or records go because their articles do or because they are now one with others;
- PATCH: values of records that stay are corrected;
- the same content is no new version.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from huiyao.schema.tables import DATA_MAJOR

if TYPE_CHECKING:
    import pyarrow as pa

Version = tuple[int, int, int]
Level = Literal["major", "minor", "patch"]

_VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)")


def parse_version(name: str) -> Version | None:
    """Return the version that the name gives; None for other names."""
    found = _VERSION.fullmatch(name)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def version_name(version: Version) -> str:
    """Return the version as it is written: 1.0.0."""
    return ".".join(map(str, version))


def level(changes: pa.Table) -> Level:
    """Return how much the rows of the table `changes` change; with none of them, what differs is less than a value."""
    kinds = {(row["id"] is None, row["change"]) for row in changes.select(["id", "change"]).to_pylist()}
    if kinds & {(True, "removed"), (True, "changed")}:
        return "major"
    return "patch" if kinds <= {(False, "changed")} else "minor"


def next_version(newest: Version | None, changed: Level = "patch") -> Version:
    """Return the version after the newest one; the first is that of the data contract."""
    if newest is None or newest[0] < DATA_MAJOR:
        return DATA_MAJOR, 0, 0
    major, minor, patch = newest
    steps: dict[Level, Version] = {
        "major": (major + 1, 0, 0),
        "minor": (major, minor + 1, 0),
        "patch": (major, minor, patch + 1),
    }
    return steps[changed]

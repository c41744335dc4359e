"""`index.json`, which lists every version of a store, and `latest.json`, which names the latest.

Both follow from the versions themselves, but for what people decide: which versions are pinned, and which are retired.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from huiyao.publish.store import Store
from huiyao.publish.versions import Version, parse_version, version_name
from huiyao.validate import ReleaseError

INDEX, LATEST = "index.json", "latest.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index tells of a version.

    `date` is the release's day; `rows` are counted by table, `changes` to the version before by kind; `hash` is that of
    the content, `code` the version of huiyao that made it. `pinned` says why the version must stay, null where it may go;
    of a `retired` version only this entry is left.
    """

    version: str
    date: str | None = None
    rows: dict[str, int] = field(default_factory=dict)
    changes: dict[str, int] = field(default_factory=dict)
    hash: str | None = None
    code: str | None = None
    pinned: str | None = None
    retired: bool = False


Index = dict[str, Entry]
"""Entries by version, oldest first."""


def read_index(store: Store) -> Index:
    """Return the index as it was written last; empty where it was never written.

    Raises:
        ReleaseError: it cannot be read.
    """
    content = store.read(INDEX)
    try:
        entries = [Entry(**entry) for entry in json.loads(content)["versions"]] if content else []
    except (ValueError, KeyError, TypeError):
        raise ReleaseError(f"{store.location}/{INDEX} is not an index of releases.") from None
    return {entry.version: entry for entry in entries}


def releases(store: Store) -> Index:
    """Return the index as it should be: an entry for each version that is there or was retired, oldest first."""
    old = read_index(store)
    there = [version_name(version) for version in store.versions()]
    retired = {name: entry for name, entry in old.items() if entry.retired}
    known = {name: old.get(name) or described(store, name) for name in there if name not in retired}
    return dict(sorted((retired | known).items(), key=lambda item: parse_version(item[0]) or (0, 0, 0)))


def described(store: Store, version: str) -> Entry:
    """Return the entry that the version's own data package gives.

    Raises:
        ReleaseError: its data package is missing or damaged.
    """
    package = read_package(store, version)
    rows = {part["name"]: part["rows"] for part in package["resources"] if "rows" in part and "schema" in part}
    changes = package.get("changes", {})
    rows.pop("changes", None)
    return Entry(
        version,
        package.get("created", "")[:10] or None,
        rows,
        changes,
        package.get("contentHash"),
        package.get("codeVersion"),
    )


def read_package(store: Store, version: str) -> dict[str, Any]:
    """Return the version's `datapackage.json`.

    Raises:
        ReleaseError: it is missing or damaged.
    """
    try:
        with store.open(version, "datapackage.json") as file:
            package: dict[str, Any] = json.load(file)
    except FileNotFoundError:
        raise ReleaseError(f"The release {version} has no file datapackage.json.") from None
    except ValueError:
        raise ReleaseError(f"The file datapackage.json of the release {version} is damaged.") from None
    return package


def available(store: Store) -> list[Version]:
    """Return the versions that can be read, oldest first."""
    index = read_index(store)
    return [version for version in store.versions() if not _retired(index, version)]


def _retired(index: Index, version: Version) -> bool:
    entry = index.get(version_name(version))
    return entry is not None and entry.retired


def latest_version(store: Store) -> str | None:
    """Return the version that `latest.json` names; None where there is no release.

    Raises:
        ReleaseError: `latest.json` cannot be read or names a version that is not there.
    """
    content = store.read(LATEST)
    if content is None:
        return None
    try:
        name = str(json.loads(content)["version"])
    except (ValueError, KeyError, TypeError):
        raise ReleaseError(f"{store.location}/{LATEST} does not name a version.") from None
    if parse_version(name) not in available(store):
        raise ReleaseError(f"{store.location}/{LATEST} names the release {name}, which is not there.")
    return name


def find_version(store: Store, version: str = "latest") -> str:
    """Return the name of the version asked for.

    Raises:
        ReleaseError: there is no such release.
    """
    if version == "latest":
        latest = latest_version(store)
        if latest is None:
            raise ReleaseError(f"There is no release in {store.location} yet.")
        return latest
    there = available(store)
    if parse_version(version) not in there:
        known = ", ".join(map(version_name, there)) or "none"
        retired = parse_version(version) and version in read_index(store)
        gone = "was retired from" if retired else "is not in"
        raise ReleaseError(f"The release {version} {gone} {store.location}; there is {known}.")
    return version


def announce(store: Store, latest: str) -> None:
    """Make the version the latest; `latest.json` goes last, so that it tells a run that died from one that did not."""
    store.link(latest)
    store.replace({INDEX: index_bytes(releases(store)), LATEST: _json({"version": latest})})


def mark(store: Store, version: str, **marks: Any) -> None:
    """Change what people decide of a version: `pinned`, `retired`."""
    index = releases(store)
    index[version] = replace(index[version], **marks)
    store.replace({INDEX: index_bytes(index)})


def index_bytes(index: Index) -> bytes:
    """Return the index as it is written."""
    return _json({"versions": [asdict(entry) for entry in index.values()]})


def _json(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()

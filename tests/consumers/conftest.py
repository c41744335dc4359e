"""The committed release as those find it who use it: its folder, what stands in it, and no network."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow.parquet as pq
import pytest

from huiyao.schema.tables import RELEASED

DATASETS = Path(__file__).resolve().parents[2] / "datasets"


class Facts(NamedTuple):
    """What every reader must find in a table: its columns, its rows' keys in order, and one value of each row."""

    columns: list[str]
    keys: list[str]
    label: str
    labels: list[str | None]


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing that is written in Python reach another machine."""

    def refuse(_: socket.socket, address: Any) -> None:
        raise AssertionError(f"a reader of a local folder connects to {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(scope="session")
def release() -> Path:
    """The folder of the newest committed release."""
    pointer = json.loads((DATASETS / "latest.json").read_text(encoding="utf-8"))
    return DATASETS / str(pointer["version"])


@pytest.fixture(scope="session")
def package(release: Path) -> dict[str, Any]:
    """The release's data package."""
    descriptor: dict[str, Any] = json.loads((release / "datapackage.json").read_text(encoding="utf-8"))
    return descriptor


@pytest.fixture(params=list(RELEASED))
def name(request: pytest.FixtureRequest) -> str:
    """Each table in turn."""
    table: str = request.param
    return table


@pytest.fixture
def facts(release: Path, package: dict[str, Any], name: str) -> Facts:
    """What the data package says of the table, and what its Parquet file holds read column by column."""
    columns = next(part["schema"]["fields"] for part in package["resources"] if part["name"] == name)
    declared = RELEASED[name]
    file = pq.ParquetFile(release / f"{name}.parquet")
    values = file.read([declared.key, declared.label]).to_pydict()
    return Facts([column["name"] for column in columns], values[declared.key], declared.label, values[declared.label])

"""The committed release is a valid Data Package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .conftest import Facts


@pytest.fixture(scope="session")
def frictionless_package(release: Path) -> Any:
    from frictionless import Package

    return Package(str(release / "datapackage.json"))


def test_the_package_is_valid(frictionless_package: Any) -> None:
    report = frictionless_package.validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])


def test_frictionless_finds_every_row(frictionless_package: Any, name: str, facts: Facts) -> None:
    with frictionless_package.get_resource(name) as resource:
        rows = [row.to_dict() for row in resource.row_stream]
    assert [row[facts.columns[0]] for row in rows] == facts.keys
    assert [row[facts.label] for row in rows] == facts.labels


def test_references_within_a_table_name_no_resource(package: dict[str, Any]) -> None:
    (meetings,) = (part for part in package["resources"] if part["name"] == "meetings")
    own = [key for key in meetings["schema"]["foreignKeys"] if key["reference"]["fields"] == ["meeting_id"]]
    assert [key["fields"] for key in own] == [["parent_meeting_id"], ["previous_meeting_id"], ["next_meeting_id"]]
    assert all("resource" not in key["reference"] for key in own)

"""mlcroissant finds `croissant.json` of the committed release valid, and reads every record by it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .conftest import Facts

# What the library itself does with rdflib and pandas.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib", "ignore:The inplace keyword")


@pytest.fixture(scope="session")
def croissant(release: Path) -> Any:
    """The release as mlcroissant understands it; an error in the description is an exception."""
    import mlcroissant

    return mlcroissant.Dataset(str(release / "croissant.json"))


@pytest.fixture(scope="session")
def described(release: Path) -> dict[str, Any]:
    described: dict[str, Any] = json.loads((release / "croissant.json").read_text(encoding="utf-8"))
    return described


def test_there_are_neither_errors_nor_warnings(croissant: Any) -> None:
    issues = croissant.metadata.ctx.issues
    assert (issues.errors, issues.warnings) == (set(), set())
    assert croissant.metadata.ctx.is_v1_1()


def test_mlcroissant_finds_every_record(croissant: Any, name: str, facts: Facts) -> None:
    records = list(croissant.records(name))
    assert [_text(record[f"{name}/{facts.columns[0]}"]) for record in records] == facts.keys
    assert [_text(record[f"{name}/{facts.label}"]) for record in records] == facts.labels
    if records:
        assert list(records[0]) == [f"{name}/{column}" for column in facts.columns]


def test_lists_days_and_numbers_have_their_types(croissant: Any) -> None:
    records = {_text(record["meetings/name"]): record for record in croissant.records("meetings")}
    fair = records["第二十一届中国—东盟博览会"]
    assert fair["meetings/start_date"].isoformat()[:10] == "2024-09-24"
    assert fair["meetings/ordinal"] == 21
    assert all(member.startswith(b"a-") for member in fair["meetings/article_ids"])


def test_it_describes_the_files_that_are_there(described: dict[str, Any], release: Path) -> None:
    sums = dict(line.split("  ")[::-1] for line in (release / "SHA256SUMS").read_text(encoding="utf-8").splitlines())
    assert described["conformsTo"] == "http://mlcommons.org/croissant/1.1"
    assert described["version"] == release.name
    for file in described["distribution"]:
        assert file["sha256"] == sums[file["contentUrl"]]
        assert file["contentSize"] == f"{(release / file['contentUrl']).stat().st_size} B"


def test_every_description_is_in_both_languages(described: dict[str, Any]) -> None:
    fields = [field for records in described["recordSet"] for field in records["field"]]
    for node in [described, *described["recordSet"], *fields]:
        assert set(node["description"]) == {"en", "zh"}
        assert all(node["description"].values())


def _text(value: bytes | None) -> str | None:
    return None if value is None else value.decode("utf-8")

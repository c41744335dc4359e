from __future__ import annotations

from pathlib import Path

import pytest

from huiyao.publish import ReleaseError, latest_release, load_table
from huiyao.publish import versions as rooms
from huiyao.publish.versions import Version, next_version, versions


@pytest.mark.parametrize(
    ("newest", "major", "expected"),
    [
        (None, 1, (1, 0, 0)),
        ((1, 0, 0), 1, (1, 1, 0)),
        ((1, 9, 0), 1, (1, 10, 0)),
        ((1, 9, 3), 1, (1, 10, 0)),
        ((1, 9, 0), 2, (2, 0, 0)),
        (None, 2, (2, 0, 0)),
        ((3, 0, 0), 2, (3, 1, 0)),
    ],
)
def test_next_version(monkeypatch: pytest.MonkeyPatch, newest: Version | None, major: int, expected: Version) -> None:
    monkeypatch.setattr(rooms, "DATA_MAJOR", major)
    assert next_version(newest) == expected


def test_versions_are_folders_in_order_of_number(tmp_path: Path) -> None:
    for name in ("1.10.0", "1.9.0", "1.9.0.old", ".incoming", "v2.0.0"):
        (tmp_path / name).mkdir()
    (tmp_path / "9.9.9").write_text("a file")
    (tmp_path / "latest").symlink_to("1.9.0")
    assert versions(tmp_path) == [(1, 9, 0), (1, 10, 0)]
    assert versions(tmp_path / "nowhere") == []


def test_no_release_yet(tmp_path: Path) -> None:
    assert latest_release(tmp_path) is None
    with pytest.raises(ReleaseError, match="There is no release in"):
        load_table(tmp_path, "meetings")


@pytest.mark.parametrize(
    ("pointer", "sentence"),
    [
        ('{"version": "1.0.0"}', "names the release 1.0.0, which is not there"),
        ('{"version": "../elsewhere"}', "which is not there"),
        ("{}", "does not name a version"),
        ("1.0.0", "does not name a version"),
        ("[]", "does not name a version"),
    ],
)
def test_a_wrong_pointer_is_said_plainly(tmp_path: Path, pointer: str, sentence: str) -> None:
    datasets = tmp_path / "datasets"
    for folder in (datasets, tmp_path / "elsewhere"):
        folder.mkdir()
    (datasets / "latest.json").write_text(pointer)
    with pytest.raises(ReleaseError, match=sentence):
        latest_release(datasets)


@pytest.mark.parametrize("version", ["2.0.0", "..", "", "latest.json"])
def test_an_unknown_release_is_said_plainly(tmp_path: Path, version: str) -> None:
    (tmp_path / "1.0.0").mkdir()
    with pytest.raises(ReleaseError, match=r"There is no release .*; there is 1\.0\.0\."):
        load_table(tmp_path, "meetings", version)


def test_an_unknown_table_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="There is no table people; there are articles, meetings"):
        load_table(tmp_path, "people")

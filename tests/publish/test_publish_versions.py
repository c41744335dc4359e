"""The table of cases by which versions are given, and the versions that a store has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from huiyao.publish import ReleaseError, load_table
from huiyao.publish import versions as rooms
from huiyao.publish.changes import changes
from huiyao.publish.content import Arrow
from huiyao.publish.index import available, find_version, latest_version
from huiyao.publish.local_store import LocalStore
from huiyao.publish.versions import Level, Version, level, next_version, parse_version


@pytest.mark.parametrize(
    ("newest", "major", "expected"),
    [
        (None, 1, (1, 0, 0)),
        ((1, 0, 0), 1, (1, 0, 1)),
        ((1, 9, 3), 1, (1, 9, 4)),
        ((1, 9, 0), 2, (2, 0, 0)),
        (None, 2, (2, 0, 0)),
        ((3, 0, 0), 2, (3, 0, 1)),
    ],
)
def test_a_new_meaning_is_a_new_major_version(
    monkeypatch: pytest.MonkeyPatch, newest: Version | None, major: int, expected: Version
) -> None:
    monkeypatch.setattr(rooms, "DATA_MAJOR", major)
    assert next_version(newest) == expected


ARTICLES = pa.table({"article_id": ["a-1", "a-2"], "headline": ["甲", None], "n_chars": pa.array([1, 2], pa.int32())})

CASES: dict[str, tuple[Callable[[pa.Table], pa.Table], Level, str]] = {
    "a record is added": (lambda t: pa.concat_tables([t, t.slice(0, 1).set_column(0, "article_id", [["a-3"]])]), "minor", "1.5.0"),
    "a record goes": (lambda t: t.slice(1), "minor", "1.5.0"),
    "a value is corrected": (lambda t: t.set_column(1, "headline", [["甲", "乙"]]), "patch", "1.4.3"),
    "a value goes": (lambda t: t.set_column(1, "headline", pa.array([None, None], pa.string())), "patch", "1.4.3"),
    "a column is added": (lambda t: t.append_column("url", [["x", "y"]]), "minor", "1.5.0"),
    "a column goes": (lambda t: t.drop_columns(["headline"]), "major", "2.0.0"),
    "a column is renamed": (lambda t: t.rename_columns(["article_id", "title", "n_chars"]), "major", "2.0.0"),
    "a column changes its type": (lambda t: t.set_column(2, "n_chars", t["n_chars"].cast(pa.int64())), "major", "2.0.0"),
    "a correction and a new record": (
        lambda t: pa.table({"article_id": ["a-1", "a-3"], "headline": ["丙", None], "n_chars": pa.array([1, 2], pa.int32())}), "minor", "1.5.0",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_changed_gives_the_version(case: str) -> None:
    change, expected, version = CASES[case]
    difference = changes({"articles": ARTICLES}, {"articles": change(ARTICLES)})
    assert level(difference) == expected
    assert next_version((1, 4, 2), level(difference)) == parse_version(version)


def test_tables_that_come_and_go() -> None:
    both: Arrow = {"articles": ARTICLES, "others": ARTICLES}
    assert level(changes({"articles": ARTICLES}, both)) == "minor"
    assert level(changes(both, {"articles": ARTICLES})) == "major"


def test_no_difference_is_none() -> None:
    assert changes({"articles": ARTICLES}, {"articles": ARTICLES}).num_rows == 0


@pytest.mark.parametrize("name", ["1.0", "1.0.0.0", "v1.0.0", "1.0.0-rc", "..", "", "latest", "1.0.0\n"])
def test_what_is_no_version(name: str) -> None:
    assert parse_version(name) is None


def test_versions_are_folders_in_order_of_number(tmp_path: Path) -> None:
    for name in ("1.10.0", "1.9.0", "1.9.0.old", ".incoming", "v2.0.0"):
        (tmp_path / name).mkdir()
    (tmp_path / "9.9.9").write_text("a file")
    (tmp_path / "latest").symlink_to("1.9.0")
    assert available(LocalStore(tmp_path)) == [(1, 9, 0), (1, 10, 0)]
    assert available(LocalStore(tmp_path / "nowhere")) == []


def test_no_release_yet(tmp_path: Path) -> None:
    assert latest_version(LocalStore(tmp_path)) is None
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
        latest_version(LocalStore(datasets))


@pytest.mark.parametrize("version", ["2.0.0", "..", "", "latest.json"])
def test_an_unknown_release_is_said_plainly(tmp_path: Path, version: str) -> None:
    (tmp_path / "1.0.0").mkdir()
    with pytest.raises(ReleaseError, match=r"The release .* is not in .*; there is 1\.0\.0\."):
        find_version(LocalStore(tmp_path), version)


def test_an_unknown_table_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="There is no table people; there are articles, meetings"):
        load_table(tmp_path, "people")

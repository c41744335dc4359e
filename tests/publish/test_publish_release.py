from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiyao.publish import ReleaseError, load_table, publish_release
from huiyao.publish.checksums import sha256
from huiyao.publish.index import latest_version
from huiyao.publish.local_store import LocalStore
from huiyao.schema.records import Tables
from huiyao.schema.tables import RELEASED, TABLES

FILES = sorted(
    [f"{table}.{form}" for table in RELEASED for form in ("csv", "parquet")]
    + ["CHANGES.md", "DICTIONARY.md", "README.md", "SHA256SUMS"]
    + ["croissant.json", "datapackage.json", "huiyao.xlsx", "index.html", "statistics.json"]
)


def changed(rows: Tables, headline: str = "Changed") -> Tables:
    first, *others = rows["articles"]
    return rows | {"articles": [first | {"headline": headline}, *others]}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def latest_release(datasets: Path) -> Path:
    return datasets / str(latest_version(LocalStore(datasets)))


def visible(datasets: Path) -> list[str]:
    return sorted(path.name for path in datasets.iterdir() if not path.name.startswith("."))


def test_a_release_holds_all_its_files_and_is_the_latest(rows: Tables, tmp_path: Path) -> None:
    made = publish_release(rows, tmp_path / "new" / "datasets")
    assert (made.version, made.published) == ("1.0.0", True)
    assert Path(made.location) == tmp_path / "new" / "datasets" / "1.0.0"
    assert made.counts == {name: len(rows[name]) for name in TABLES}
    assert sorted(path.name for path in Path(made.location).iterdir()) == FILES
    assert latest_release(Path(made.location).parent) == Path(made.location)
    assert visible(Path(made.location).parent) == ["1.0.0", "index.json", "latest", "latest.json"]
    assert (Path(made.location).parent / "latest" / "meetings.csv").is_file()


@pytest.mark.parametrize("name", list(TABLES))
def test_a_change_in_any_table_is_new(rows: Tables, tmp_path: Path, name: str) -> None:
    publish_release(rows, tmp_path)
    fewer = rows | {name: rows[name][1:]}
    assert publish_release(fewer, tmp_path).version == "1.1.0"


def test_what_breaks_the_declaration_is_not_published(rows: Tables, tmp_path: Path) -> None:
    first, *others = rows["meetings"]
    with pytest.raises(ReleaseError, match="column status"):
        publish_release(rows | {"meetings": [first | {"status": "cancelled"}, *others]}, tmp_path)
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_order_of_rows_does_not_matter(rows: Tables, seed: int, tmp_path_factory: Any) -> None:
    shuffled = {name: random.Random(seed).sample(table, len(table)) for name, table in rows.items()}
    folders = [tmp_path_factory.mktemp("datasets") for _ in range(2)]
    one, other = (publish_release(t, folder) for t, folder in zip((rows, shuffled), folders, strict=True))
    assert contents(Path(one.location)) == contents(Path(other.location))


def test_without_links_latest_json_names_the_release(
    rows: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError("no links")

    monkeypatch.setattr(Path, "symlink_to", no_links)
    made = publish_release(rows, tmp_path)
    assert latest_release(tmp_path) == Path(made.location)
    assert visible(tmp_path) == ["1.0.0", "index.json", "latest.json"]


def test_a_folder_that_cannot_be_written_is_said_plainly(rows: Tables, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReleaseError, match=r"could not be written to .*file"):
        publish_release(rows, tmp_path / "file")


def test_a_damaged_release_is_said_plainly(rows: Tables, tmp_path: Path) -> None:
    made = publish_release(rows, tmp_path)
    (Path(made.location) / "meetings.parquet").write_bytes(b"PAR1")
    with pytest.raises(ReleaseError, match=r"meetings.parquet of the release 1.0.0 is damaged"):
        publish_release(changed(rows), tmp_path)
    (Path(made.location) / "meetings.parquet").unlink()
    with pytest.raises(ReleaseError, match=r"The release 1.0.0 has no file meetings.parquet"):
        load_table(tmp_path, "meetings")


def test_checksums_and_data_package_describe_the_files(rows: Tables, tmp_path: Path) -> None:
    made = publish_release(rows, tmp_path)
    lines = (Path(made.location) / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert lines == [f"{sha256(Path(made.location) / name)}  {name}" for name in FILES if name != "SHA256SUMS"]
    package = json.loads((Path(made.location) / "datapackage.json").read_text(encoding="utf-8"))
    assert package["version"] == "1.0.0"
    assert package["licenses"][0]["name"] == "CC0-1.0"
    for resource in package["resources"]:
        path = Path(made.location) / resource["path"]
        assert (resource["bytes"], resource["hash"]) == (path.stat().st_size, f"sha256:{sha256(path)}")
    assert len(package["resources"]) == 2 * len(RELEASED)


def test_frictionless_finds_the_release_valid(rows: Tables, tmp_path: Path) -> None:
    from frictionless import validate

    made = publish_release(rows, tmp_path)
    report = validate(str(Path(made.location) / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])
    assert [task.stats["rows"] for task in report.tasks[: len(TABLES)]] == list(made.counts.values())

    cut = (Path(made.location) / "meetings.csv").read_bytes().splitlines(keepends=True)[0]
    (Path(made.location) / "meetings.csv").write_bytes(cut)
    assert not validate(str(Path(made.location) / "datapackage.json")).valid


def test_nothing_released_tells_where_or_when_it_was_made(rows: Tables, tmp_path: Path) -> None:
    made = publish_release(rows, tmp_path)
    for name, content in contents(Path(made.location)).items():
        assert str(tmp_path).encode() not in content
        assert b"pandas" not in content or name in ("README.md", "index.html"), "they tell how to load it with pandas"

"""The index of releases, and which releases are kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from huiyao.publish import ReleaseError, load_table, publish_release
from huiyao.publish.index import releases
from huiyao.publish.keeping import list_releases, pin, prune
from huiyao.publish.local_store import LocalStore
from huiyao.schema.records import Tables


@pytest.fixture
def five(rows: Tables, tmp_path: Path) -> Path:
    """Five releases, 1.0.0 to 1.0.4."""
    first, *others = rows["articles"]
    for n in range(5):
        publish_release(rows | {"articles": [first | {"headline": f"第{n}版"}, *others]}, tmp_path)
    return tmp_path


def there(datasets: Path) -> list[str]:
    return sorted(path.name for path in datasets.iterdir() if path.name[0].isdigit())


def test_the_index_lists_every_release(five: Path) -> None:
    index = json.loads((five / "index.json").read_text(encoding="utf-8"))["versions"]
    assert [entry["version"] for entry in index] == ["1.0.0", "1.0.1", "1.0.2", "1.0.3", "1.0.4"]
    assert [entry["changes"] for entry in index] == [{}] + [{"changed": 1}] * 4
    assert {entry["date"] for entry in index} == {"2024-10-16"}
    assert index[0]["rows"]["articles"] == 2
    assert len({entry["hash"] for entry in index}) == 5
    assert {entry["code"] for entry in index} == {"0.1.0"}


def test_a_lost_index_is_made_again(five: Path, rows: Tables) -> None:
    before = (five / "index.json").read_bytes()
    (five / "index.json").unlink()
    first, *others = rows["articles"]
    again = publish_release(rows | {"articles": [first | {"headline": "第4版"}, *others]}, five)
    assert again.version == "1.0.4"
    assert (five / "index.json").read_bytes() == before


@pytest.mark.parametrize("content", ["{", "[]", '{"versions": [{"name": "1.0.0"}]}', '{"versions": 1}'])
def test_a_damaged_index_is_said_plainly(five: Path, content: str) -> None:
    (five / "index.json").write_text(content)
    with pytest.raises(ReleaseError, match=r"index\.json is not an index of releases"):
        load_table(five, "meetings")


def test_prune_retires_the_oldest(five: Path) -> None:
    assert prune(five, 2) == ["1.0.0", "1.0.1", "1.0.2"]
    assert there(five) == ["1.0.3", "1.0.4"]
    index, latest = list_releases(five)
    assert [entry.version for entry in index.values() if entry.retired] == ["1.0.0", "1.0.1", "1.0.2"]
    assert latest == "1.0.4"
    with pytest.raises(ReleaseError, match=r"The release 1\.0\.0 was retired from .*; there is 1\.0\.3, 1\.0\.4\."):
        load_table(five, "meetings", "1.0.0")
    assert prune(five, 2) == []


def test_a_pinned_release_stays_until_it_is_let_go(five: Path) -> None:
    assert pin(five, "1.0.1", "cited") == "1.0.1"
    assert prune(five, 1) == ["1.0.0", "1.0.2", "1.0.3"]
    assert list_releases(five)[0]["1.0.1"].pinned == "cited"
    pin(five, "1.0.1", None)
    assert prune(five, 1) == ["1.0.1"]
    assert there(five) == ["1.0.4"]


def test_the_latest_stays_although_newer_ones_are_there(five: Path) -> None:
    LocalStore(five).replace({"latest.json": b'{"version": "1.0.1"}'})
    assert prune(five, 1) == ["1.0.0", "1.0.2", "1.0.3"]
    assert there(five) == ["1.0.1", "1.0.4"]


def test_a_dry_run_changes_nothing(five: Path) -> None:
    before = (five / "index.json").read_bytes()
    assert prune(five, 4, dry_run=True) == ["1.0.0"]
    assert len(there(five)) == 5
    assert (five / "index.json").read_bytes() == before


def test_numbers_of_retired_releases_are_not_given_again(five: Path, rows: Tables) -> None:
    index, _ = list_releases(five)
    prune(five, 1)
    for version in ("1.0.4",):  # as if it had been retired by hand
        LocalStore(five).remove(version)
    (five / "latest.json").unlink()
    retired = {name: {"version": name, "retired": True} for name in index}
    (five / "index.json").write_text(json.dumps({"versions": list(retired.values())}))
    assert publish_release(rows, five).version == "1.0.5"


def test_what_a_dead_run_left_is_removed_by_the_next(five: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(LocalStore, "remove", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            prune(five, 3)
    with pytest.raises(ReleaseError, match="was retired"):
        load_table(five, "meetings", "1.0.0")
    assert len(there(five)) == 5
    prune(five, 3)
    assert there(five) == ["1.0.2", "1.0.3", "1.0.4"]


def test_slips_are_said_plainly(five: Path) -> None:
    with pytest.raises(ReleaseError, match="At least one release is kept"):
        prune(five, 0)
    with pytest.raises(ReleaseError, match=r"The release 7\.0\.0 is not in"):
        pin(five, "7.0.0", "cited")
    assert list(releases(LocalStore(five))) == ["1.0.0", "1.0.1", "1.0.2", "1.0.3", "1.0.4"]

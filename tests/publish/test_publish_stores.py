"""What holds for releases wherever they are kept."""

from __future__ import annotations

import hashlib
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any, BinaryIO

import pytest

import huiyao
from huiyao.publish import ReleaseError, lease, load_table, local_store, publish_release
from huiyao.publish.index import LATEST, available, described, latest_version, mark, read_index, releases
from huiyao.publish.store import Store, open_store
from huiyao.schema.records import Tables
from huiyao.schema.tables import TABLES


def changed(rows: Tables, headline: str = "Changed") -> Tables:
    first, *others = rows["articles"]
    return rows | {"articles": [first | {"headline": headline}, *others]}


def check(store: Store, version: str) -> None:
    """Fail unless the version has all its files, as their checksums say."""
    with store.open(version, "SHA256SUMS") as file:
        sums = {line[66:]: line[:64] for line in file.read().decode().splitlines()}
    assert set(store.files(version)) == {*sums, "SHA256SUMS"}
    for name, expected in sums.items():
        with store.open(version, name) as file:
            content = file.read()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (expected, store.files(version)[name])


def test_a_release_is_whole_listed_and_the_latest(rows: Tables, place: str) -> None:
    made = publish_release(rows, place)
    store = open_store(place)
    assert (made.version, made.published, made.location) == ("1.0.0", True, f"{place}/1.0.0")
    check(store, "1.0.0")
    assert latest_version(store) == "1.0.0"
    assert read_index(store) == releases(store) == {"1.0.0": described(store, "1.0.0")}
    assert len(huiyao.load("meetings", datasets=place)) == len(rows["meetings"])


def test_the_same_content_is_published_once(rows: Tables, place: str) -> None:
    publish_release(rows, place)
    again = publish_release(rows, place)
    assert (again.version, again.published) == ("1.0.0", False)
    assert available(open_store(place)) == [(1, 0, 0)]


def test_other_content_is_the_next_version_and_the_old_one_stays(rows: Tables, place: str) -> None:
    publish_release(rows, place)
    assert publish_release(changed(rows), place).version == "1.0.1"
    store = open_store(place)
    assert latest_version(store) == "1.0.1"
    assert list(read_index(store)) == ["1.0.0", "1.0.1"]
    check(store, "1.0.0")
    check(store, "1.0.1")
    assert "Changed" not in load_table(place, "articles", "1.0.0")["headline"].tolist()
    assert "Changed" in load_table(place, "articles")["headline"].tolist()


def test_a_retired_version_is_gone_and_its_number_is_not_given_again(rows: Tables, place: str) -> None:
    for headline in ("one", "two"):
        publish_release(changed(rows, headline), place)
    store = open_store(place)
    with store.publishing():
        mark(store, "1.0.0", retired=True)
        store.remove("1.0.0")
    assert available(store) == [(1, 0, 1)]
    assert read_index(store)["1.0.0"].retired
    with pytest.raises(ReleaseError, match=r"The release 1\.0\.0 was retired from .*; there is 1\.0\.1\."):
        load_table(place, "articles", "1.0.0")
    with pytest.raises(FileNotFoundError):
        store.open("1.0.0", "SHA256SUMS")
    assert publish_release(changed(rows, "one"), place).version == "1.0.2"


def test_a_version_that_was_not_removed_when_it_retired_goes_with_the_next_run(rows: Tables, place: str) -> None:
    for headline in ("one", "two"):
        publish_release(changed(rows, headline), place)
    store = open_store(place)
    with store.publishing():
        mark(store, "1.0.0", retired=True)
    assert available(store) == [(1, 0, 1)]
    assert not publish_release(changed(rows, "two"), place).published
    with pytest.raises(FileNotFoundError):
        store.open("1.0.0", "SHA256SUMS")


def test_an_empty_run_never_replaces_a_release(rows: Tables, place: str) -> None:
    publish_release(rows, place)
    with pytest.raises(ReleaseError, match="No article was found"):
        publish_release({name: [] for name in TABLES}, place)
    assert latest_version(open_store(place)) == "1.0.0"


def test_publishers_take_turns(rows: Tables, place: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda n: publish_release(changed(rows, f"Headline {n}"), place), range(4)))
    assert sorted(release.version for release in made) == ["1.0.0", "1.0.1", "1.0.2", "1.0.3"]
    assert {load_table(place, "articles", r.version)["headline"][0] for r in made} == {
        f"Headline {n}" for n in range(4)
    }


def test_a_publisher_that_waits_too_long_says_so(rows: Tables, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (local_store, lease):
        monkeypatch.setattr(room, "PATIENCE_SECONDS", 0)
    with open_store(place).publishing(), pytest.raises(ReleaseError, match=f"Another run is publishing to {place} and"):
        publish_release(rows, place)


def test_a_reader_never_sees_half_a_release(rows: Tables, place: str) -> None:
    publish_release(changed(rows, "Headline 0"), place)
    finished, seen = threading.Event(), set()

    def read() -> None:
        while not finished.is_set():
            store = open_store(place)
            newest = latest_version(store)
            assert newest is not None
            for version in {newest, *read_index(store)}:
                check(store, version)
            seen.add(newest)

    with ThreadPoolExecutor(1) as pool:
        reader = pool.submit(read)
        try:
            for n in range(1, 4):
                publish_release(changed(rows, f"Headline {n}"), place)
        finally:
            finished.set()
        reader.result()
    assert len(seen) > 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b'{"version": "1.0.0"}', "names the release 1.0.0, which is not there"), (b"[]", "does not name a version")],
)
def test_a_wrong_pointer_is_said_plainly(place: str, content: bytes, sentence: str) -> None:
    store = open_store(place)
    with store.publishing():
        store.replace({LATEST: content})
    with pytest.raises(ReleaseError, match=sentence):
        load_table(place, "meetings")


def test_only_the_file_asked_for_is_read(rows: Tables, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_release(rows, place)
    read: list[str] = []
    kind = type(open_store(place))
    original = kind.open

    def opened(self: Any, version: str, name: str) -> BinaryIO:
        read.append(name)
        return original(self, version, name)

    monkeypatch.setattr(kind, "open", opened)
    load_table(place, "meetings")
    assert read == ["meetings.parquet"]


def test_the_index_tells_what_the_releases_tell(rows: Tables, place: str) -> None:
    publish_release(rows, place)
    store = open_store(place)
    with store.open("1.0.0", "datapackage.json") as file:
        assert json.load(file)["version"] == "1.0.0"
    assert available(open_store(f"{place}/nowhere")) == []
    assert latest_version(open_store(f"{place}/nowhere")) is None

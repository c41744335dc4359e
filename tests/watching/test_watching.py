"""A watched folder: real files that come, grow and go, and publishers that fail."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from huiyao.watching import PassingError, Watch

SETTLED = 0.3
PATIENCE = 10.0


class Publisher:
    """Notes what lies in the folder at each run, and fails or dawdles as told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.runs: list[dict[str, str]] = []
        self.said: list[str] = []
        self.errors: list[Exception] = []
        self.slow = Event()
        self.go_on = Event()
        self.stop = Event()

    def __call__(self) -> None:
        self.runs.append({path.name: path.read_text() for path in self.folder.iterdir() if path.name[0] != "."})
        if self.slow.is_set():
            self.go_on.wait(PATIENCE)
        if self.errors:
            raise self.errors.pop(0)


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.02)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


@pytest.fixture
def publisher(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    """A publisher whose folder is watched; the first run, at the start, is over."""
    monkeypatch.setattr("huiyao.watching._SAFETY", 1000)
    publisher = Publisher(folder)
    watch = Watch(folder, publisher, publisher.said.append, publisher.stop, settled=SETTLED)
    thread = Thread(target=watch.run)
    thread.start()
    wait_for(lambda: len(publisher.runs) == 1)
    yield publisher
    publisher.stop.set()
    publisher.go_on.set()
    thread.join(PATIENCE)
    assert not thread.is_alive()


def test_a_file_is_published_once_it_has_settled(publisher: Publisher, folder: Path) -> None:
    assert publisher.runs == [{}]
    with (folder / "a.txt").open("w") as file:
        for part in "abcdefgh":  # arrives bit by bit, faster than it settles
            file.write(part)
            file.flush()
            time.sleep(SETTLED / 3)
    wait_for(lambda: len(publisher.runs) == 2)
    assert publisher.runs[1] == {"a.txt": "abcdefgh"}
    time.sleep(3 * SETTLED)
    assert len(publisher.runs) == 2


def test_changed_removed_and_deciding_files_count(publisher: Publisher, folder: Path) -> None:
    changes: list[Callable[[], object]] = [
        lambda: (folder / "a.txt").write_text("one"),
        lambda: (folder / "a.txt").write_text("two"),
        lambda: (folder / "overrides.yml").write_text("same: []"),
        lambda: (folder / "a.txt").unlink(),
    ]
    for n, change in enumerate(changes, 2):
        change()
        wait_for(lambda n=n: len(publisher.runs) == n)  # type: ignore[misc]
    assert publisher.runs[2:] == [
        {"a.txt": "two"},
        {"a.txt": "two", "overrides.yml": "same: []"},
        {"overrides.yml": "same: []"},
    ]


def test_what_no_run_reads_starts_none(publisher: Publisher, folder: Path) -> None:
    (folder / ".a.txt.part").write_text("half")
    (folder / "a.txt~").write_text("backup")
    time.sleep(4 * SETTLED)
    assert len(publisher.runs) == 1


def test_what_comes_during_a_run_is_published_after_it(publisher: Publisher, folder: Path) -> None:
    publisher.slow.set()
    (folder / "a.txt").write_text("a")
    wait_for(lambda: len(publisher.runs) == 2)
    (folder / "b.txt").write_text("b")
    time.sleep(2 * SETTLED)
    assert len(publisher.runs) == 2  # one at a time
    publisher.slow.clear()
    publisher.go_on.set()
    wait_for(lambda: len(publisher.runs) == 3)
    assert publisher.runs[2] == {"a.txt": "a", "b.txt": "b"}


def test_it_outlives_errors_and_waits_for_the_next_change(publisher: Publisher, folder: Path) -> None:
    publisher.errors.append(ValueError("Nothing can be published."))
    (folder / "a.txt").write_text("a")
    wait_for(lambda: publisher.said == ["Nothing can be published."])
    time.sleep(1.5)
    assert len(publisher.runs) == 2
    publisher.errors.append(KeyError("place"))
    (folder / "b.txt").write_text("b")
    wait_for(lambda: publisher.said[1:] == ["KeyError: 'place'"])


def test_what_may_pass_is_tried_again(publisher: Publisher, folder: Path) -> None:
    publisher.errors.append(PassingError("The disk is full."))
    (folder / "a.txt").write_text("a")
    wait_for(lambda: len(publisher.runs) == 3)
    assert publisher.said == ["The disk is full. Trying again soon."]


def test_a_folder_that_goes_and_comes_back(publisher: Publisher, folder: Path) -> None:
    (folder / "a.txt").write_text("a")
    wait_for(lambda: len(publisher.runs) == 2)
    folder.rename(folder.with_name("elsewhere"))
    wait_for(lambda: len(publisher.said) == 1)
    assert publisher.said[0].startswith("There is no folder")
    folder.mkdir()
    (folder / "b.txt").write_text("b")
    wait_for(lambda: len(publisher.runs) >= 3 and "b.txt" in publisher.runs[-1])
    assert len(publisher.said) == 1

"""A run that stops, at every step that it takes to publish a second release: nothing is half, and the next run mends it.

Run as a script, this file makes runs that are killed: `test_publish_stops.py BASE ROWS STEP...` copies the folder BASE for
each step, publishes the rows into the copy, and kills that process at the step.
"""

from __future__ import annotations

import builtins
import errno
import hashlib
import io
import json
import os
import pickle
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import pyarrow.parquet as pq
import pytest

from huiyao.publish import ReleaseError, bucket, files, lease, publish_release, release
from huiyao.publish.bucket import Bucket
from huiyao.publish.checksums import write_checksums
from huiyao.publish.csvfile import write_csv_files
from huiyao.publish.datapackage import write_datapackage
from huiyao.publish.index import latest_version, read_index
from huiyao.publish.local_store import LocalStore
from huiyao.publish.object_store import ObjectStore
from huiyao.publish.parquetfile import write_parquet_files
from huiyao.publish.store import Store
from huiyao.publish.versions import version_name
from huiyao.publish.webpage import page
from huiyao.schema.records import Tables

CALLS = ("mkdir", "fsync", "rename", "replace", "symlink", "unlink", "rmdir")
Stop = Callable[[], None]


class Killed(BaseException):
    """The process is no more."""


class Steps:
    """The steps that are taken while it is in force; `stop` is called in place of the one that is number `at`."""

    now: ClassVar[Steps | None] = None

    def __init__(self, at: int | None = None, stop: Stop = lambda: None) -> None:
        self.at, self.stop, self.taken = at, stop, list[str]()

    def take(self, name: str) -> None:
        self.taken.append(name)
        if len(self.taken) - 1 == self.at:
            self.stop()


def take(name: str) -> None:
    if Steps.now:
        Steps.now.take(name)


class CountedFile(io.FileIO):
    """A file whose every write and close is a step."""

    def write(self, data: Any) -> int:
        take("write")
        return super().write(data)

    def close(self) -> None:
        try:
            if not self.closed:
                take("close")
        finally:
            super().close()


def counted_open(
    path: Any, mode: str = "r", buffering: int = -1, encoding: str | None = None, *more: Any, **named: Any
) -> Any:
    if not Steps.now or isinstance(path, int) or not set(mode) & set("wax+"):
        return OPEN(path, mode, buffering, encoding, *more, **named)
    take(f"open {Path(path).name}")
    raw = CountedFile(path, mode.replace("b", ""))
    buffered = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
    return buffered if "b" in mode else io.TextIOWrapper(buffered, encoding, *more, **named)


OPEN = io.open


class CountedParquetWriter(pq.ParquetWriter):
    """Arrow opens files by itself; here it is handed one that is counted."""

    def __init__(self, path: Any, *more: Any, **named: Any) -> None:
        self.counted = counted_open(path, "wb")
        super().__init__(self.counted, *more, **named)

    def close(self) -> None:
        try:
            super().close()
        finally:
            self.counted.close()


def after_a_step(name: str, original: Callable[..., Any]) -> Callable[..., Any]:
    def run(*given: Any, **named: Any) -> Any:
        take(name)
        return original(*given, **named)

    return run


@contextmanager
def counted(steps: Steps) -> Iterator[Steps]:
    """Count what is done to files."""
    Steps.now = steps
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            original = getattr(os, name)
            patch.setattr(os, name, after_a_step(name, original))
        for room in (io, builtins):
            patch.setattr(room, "open", counted_open)
        patch.setattr(pq, "ParquetWriter", CountedParquetWriter)
        try:
            yield steps
        finally:
            Steps.now = None


def changed(rows: Tables) -> Tables:
    first, *others = rows["articles"]
    return rows | {"articles": [first | {"headline": "Changed"}, *others]}


def verify(store: Store, old: str = "1.0.0", new: str = "1.0.1") -> str:
    """Fail unless all that a reader sees is whole; return the latest version."""
    latest = latest_version(store)
    assert latest in (old, new)
    there = {version_name(version) for version in store.versions()}
    assert {old, latest} <= there <= {old, new}
    assert set(read_index(store)) <= there
    for version in there:
        with store.open(version, "SHA256SUMS") as file:
            sums = {line[66:]: line[:64] for line in file.read().decode().splitlines()}
        assert set(store.files(version)) == {*sums, "SHA256SUMS"}
        for name, expected in sums.items():
            with store.open(version, name) as file:
                assert hashlib.file_digest(file, "sha256").hexdigest() == expected  # type: ignore[arg-type]
    return latest


def state(folder: Path) -> dict[str, bytes]:
    """All files and links of the folder but the lock."""
    paths = (path for path in folder.rglob("*") if path.is_symlink() or path.is_file())
    found = {str(p.relative_to(folder)): os.readlink(p).encode() if p.is_symlink() else p.read_bytes() for p in paths}
    found.pop(".lock", None)
    return found


@contextmanager
def worked_out_once() -> Iterator[None]:
    """Work out once for each release what comes before the first step, draw each chart once, and do not wait for the disk.

    What draws the charts has threads, which a forked publisher would wait for in vain.
    """
    original, known = release._content, dict[Any, Any]()

    def content(tables: Any, store: Store, newest: Any, *more: Any) -> Any:
        if newest not in known:
            known[newest] = original(tables, store, newest, *more)
        return known[newest]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(release, "check_frames", lambda _: None)
        patch.setattr(release, "_content", content)
        patch.setattr(page, "_drawn", cache(page._drawn))
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    with worked_out_once():
        yield


class Folders:
    """Folders with a first release and the leavings of runs that died, and what a second release makes of them."""

    def __init__(self, rows: Tables, room: Path) -> None:
        self.rows, self.room, self.base = changed(rows), room, room / "base"
        publish_release(rows, self.base)
        for leaving in (".incoming", ".outgoing"):
            (self.base / leaving).mkdir()
            (self.base / leaving / "half.csv").write_text("half")
        whole = self.copy("whole")
        with counted(Steps()) as steps:
            publish_release(self.rows, whole)
        self.steps, self.whole = steps.taken, state(whole)
        self.mended: list[dict[str, bytes]] = []

    def copy(self, name: str) -> Path:
        shutil.rmtree(self.room / name, ignore_errors=True)
        return Path(shutil.copytree(self.base, self.room / name, symlinks=True))

    def check(self, folder: Path) -> None:
        """Fail unless a reader sees whole releases in the folder, and the next run makes it like all others."""
        verify(LocalStore(folder))
        assert (folder / "latest" / "SHA256SUMS").is_file()
        if (found := state(folder)) not in self.mended:
            self.mended.append(found)
            assert publish_release(self.rows, folder).version == "1.0.1"
            assert verify(LocalStore(folder)) == "1.0.1"
            assert state(folder) == self.whole


@pytest.fixture
def folders(rows: Tables, tmp_path: Path) -> Folders:
    return Folders(rows, tmp_path)


def telling(steps: list[str]) -> list[int]:
    """The opening of every file, its first write, and what `sampled` takes."""
    opened = [at for at, name in enumerate(steps) if name.startswith("open ")]
    return sorted({*opened, *(at + 1 for at in opened), *sampled(steps)})


def sampled(steps: list[str]) -> list[int]:
    """What is done to names of files, and every sixth of the other steps."""
    names = [at for at, name in enumerate(steps) if name not in ("write", "close", "fsync") and " " not in name]
    return sorted({*names, *range(0, len(steps), 6), len(steps) - 1})


def report(steps: list[str], stops: int, how: str) -> None:
    print(f"{stops} stops at {len(steps)} steps, {how}")


def test_every_file_is_written_in_steps_that_are_counted(folders: Folders) -> None:
    opened = {name.removeprefix("open ") for name in folders.steps if name.startswith("open ")}
    made = {name.rpartition("/")[2] for name in folders.whole if name.startswith("1.0.1/")}
    assert made <= opened
    assert {*CALLS, "write", "close"} <= set(folders.steps)


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()], ids=repr)
def test_a_run_that_stops_at_any_step_in_a_folder(folders: Folders, error: BaseException) -> None:
    said, harmless = set[str](), list[str]()
    stops = telling(folders.steps) if isinstance(error, OSError) else sampled(folders.steps)

    def stop() -> None:
        raise error

    for at in stops:
        folder = folders.copy("stopped")
        try:
            with counted(Steps(at, stop)):
                publish_release(folders.rows, folder)
            harmless.append(folders.steps[at])
        except (ReleaseError, KeyboardInterrupt) as raised:
            said.add(str(raised).replace(str(folder), "…"))
        folders.check(folder)
    plain = "The release could not be written to …: No space left on device."
    assert said == {plain if isinstance(error, OSError) else ""}
    # Of folders that are there, of files that only were in the way, of a trial that XlsxWriter makes.
    assert set(harmless) <= {"mkdir", "unlink", "open huiyao.xlsx"}
    report(folders.steps, len(stops), repr(error))


@pytest.mark.skipif(os.name == "nt", reason="needs fork")
def test_a_run_that_is_killed_in_a_folder(folders: Folders, rows: Tables) -> None:
    steps = folders.steps
    stops = sampled(steps)
    (folders.room / "rows").write_bytes(pickle.dumps(folders.rows))
    script = [sys.executable, __file__, str(folders.base), str(folders.room / "rows"), *map(str, stops)]
    subprocess.run(script, check=True, timeout=120)
    for at in stops:
        folders.check(folders.room / f"killed {at}")
    report(steps, len(stops), "killed")


def test_a_disk_that_is_really_full(folders: Folders) -> None:
    """No file may grow beyond so many bytes, which the operating system sees to."""
    resource = pytest.importorskip("resource")
    largest, stops = max(map(len, folders.whole.values())), 0
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    for size in [0, 1, *(largest * part // 8 for part in range(1, 8))]:
        folder = folders.copy("full")
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
        try:
            with pytest.raises(ReleaseError, match=r"could not be written to .*File too large"):
                publish_release(folders.rows, folder)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        folders.check(folder)
        stops += 1
    report(folders.steps, stops, "by the operating system")


def objects(client: Any) -> dict[str, bytes]:
    """All objects; of the lock only what the next publisher makes of it."""
    found = {item["path"]: bytes(client.get(item["path"]).bytes()) for item in client.list().collect()}
    lock = json.loads(found.pop(".lock"))
    return found | ({".lock": repr(lock["decision"]).encode()} if lock["decision"] else {})


class Buckets:
    """Buckets with a first release and the rest of an upload, and what a second release makes of them.

    What is in the files does not matter here, and there are enough of them without those that take long to write.
    """

    def __init__(self, rows: Tables, patch: pytest.MonkeyPatch) -> None:
        from obstore.store import MemoryStore

        patch.setattr(files, "WRITERS", (write_parquet_files, write_csv_files, write_datapackage, write_checksums))
        self.rows, self.patch, self.new = changed(rows), patch, MemoryStore
        self.base = self.use(MemoryStore())
        publish_release(rows, "s3://bucket")
        self.base.put("1.0.1/half.csv", b"half")
        self.whole: Any = self.copy()
        with self.counted(Steps()) as steps:
            publish_release(self.rows, "s3://bucket")
        self.steps, self.whole = steps.taken, objects(self.whole)
        self.mended: list[dict[str, bytes]] = []
        self.held = 0

    def use(self, client: Any) -> Any:
        self.patch.setattr(bucket, "connect", lambda *_: client)
        return client

    def copy(self) -> Any:
        copy = self.new()
        for item in self.base.list().collect():
            copy.put(item["path"], self.base.get(item["path"]).bytes())
        return self.use(copy)

    @contextmanager
    def counted(self, steps: Steps) -> Iterator[Steps]:
        """Count writes and deletions, each before it is done and once it is done."""
        with self.patch.context() as patch:
            for name in ("write", "delete"):
                patch.setattr(Bucket, name, around(getattr(Bucket, name), name, steps))
            yield steps

    def check(self, client: Any) -> None:
        verify(ObjectStore("s3://bucket"))
        held = json.loads(bytes(client.get(".lock").bytes()))["until"] > 0
        self.held += held
        if (found := objects(client)) not in self.mended:
            self.mended.append(found)
            with self.patch.context() as patch:
                if held:
                    patch.setattr(lease, "time", lambda: 4e9)
                assert publish_release(self.rows, "s3://bucket").version == "1.0.1"
            assert verify(ObjectStore("s3://bucket")) == "1.0.1"
            assert objects(client) == self.whole


def around(original: Any, name: str, steps: Steps) -> Any:
    def run(*given: Any) -> Any:
        steps.take(f"before {name}")
        result = original(*given)
        steps.take(f"after {name}")
        return result

    return run


@pytest.mark.parametrize(
    "error", [OSError(errno.EIO, "the server cannot be reached"), KeyboardInterrupt(), Killed()], ids=repr
)
def test_a_run_that_stops_at_any_step_in_a_bucket(
    rows: Tables, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    buckets = Buckets(rows, monkeypatch)
    dead = isinstance(error, Killed)

    for at in range(len(buckets.steps)):

        def stop(steps: Steps) -> None:
            steps.at = len(steps.taken) if dead else None  # nothing that a dead one asks for is done
            raise error

        client, steps = buckets.copy(), Steps(at)
        steps.stop = lambda steps=steps: stop(steps)  # type: ignore[misc]
        # That the lease could not be given back is no failure.
        late = at >= len(buckets.steps) - 2 and isinstance(error, OSError)
        expected = nullcontext() if late else pytest.raises((ReleaseError, KeyboardInterrupt, Killed))
        with buckets.counted(steps), expected:
            publish_release(buckets.rows, "s3://bucket")
        buckets.check(client)
    assert dead or buckets.held <= 1  # when it stops as it gives the lease back
    report(buckets.steps, len(buckets.steps), repr(error))


def kill_runs(base: Path, rows: Tables, stops: list[int]) -> None:
    """Fork a publisher for each stop, and have it kill itself there."""
    publish_release(rows, shutil.copytree(base, base.parent / "first", symlinks=True))  # so that all is imported
    for at in stops:
        folder = shutil.copytree(base, base.parent / f"killed {at}", symlinks=True)
        if not (child := os.fork()):
            with counted(Steps(at, lambda: os.kill(os.getpid(), signal.SIGKILL))):
                publish_release(rows, folder)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


if __name__ == "__main__":
    with worked_out_once():
        kill_runs(Path(sys.argv[1]), pickle.loads(Path(sys.argv[2]).read_bytes()), [int(at) for at in sys.argv[3:]])

"""Publishers that start together: each release whole, no version lost or doubled, and nobody held up by one that was killed.

    python tests/benchmarks/publishers.py [ROUNDS]

A round starts two publishers at once, into a folder that all rounds share; in every third round both have the same
articles, so that one of them must find nothing new. In every fifth round another one is killed first while it holds the lock. At the end every release is verified against its checksums.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

TEXT = "{place}召开产业发展座谈会\n\n5月8日，{place}市产业发展座谈会举行。{place}市市长甄有才表示，企业是发展的主体。{place}将设立十亿元产业基金。\n"
PLACES = "东西南北上下左右内外大小新老长高"

_HOLD = """
import sys, time
from huiyao.publish.store import open_store
from huiyao.turns import turn
with turn(sys.argv[1]), open_store(sys.argv[1]).publishing(), open_store(sys.argv[1]).working_folder() as folder:
    (folder / "articles.parquet").write_bytes(b"half of it")
    print("held", flush=True)
    time.sleep(600)
"""


@dataclass
class Counts:
    """What the rounds came to; seconds are those of the slowest publisher that followed one that was killed."""

    rounds: int = 0
    published: int = 0
    nothing_new: int = 0
    killed: int = 0
    after_kill: float = 0.0
    faults: list[str] = field(default_factory=list)


def run(folder: Path, rounds: int, killed_every: int = 5) -> Counts:
    """Run the rounds in an empty folder and count."""
    counts = Counts()
    for n in range(rounds):
        killed = n % killed_every == killed_every - 1
        if killed:
            _killed(folder / "datasets")
            counts.killed += 1
        began = time.monotonic()
        _round(folder, n, counts)
        if killed:
            counts.after_kill = max(counts.after_kill, time.monotonic() - began)
        counts.rounds += 1
    counts.faults += _faults(folder / "datasets", counts.published)
    return counts


def _killed(datasets: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", _HOLD, str(datasets)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        holder.kill()


def _round(folder: Path, n: int, counts: Counts) -> None:
    same = n % 3 == 0
    started = [_start(folder, f"{n}-{who}", [*range(n), n if same else n + 1000 * who]) for who in range(2)]
    before = counts.nothing_new
    for publisher in started:
        said, _ = publisher.communicate(timeout=120)
        if publisher.returncode:
            counts.faults.append(f"round {n}: {said.strip().splitlines()[-1]}")
        counts.published += "Release " in said
        counts.nothing_new += "Nothing new" in said
    if counts.nothing_new - before != same:
        counts.faults.append(f"round {n}: {counts.nothing_new - before} times nothing new")


def _start(folder: Path, name: str, articles: list[int]) -> subprocess.Popen[str]:
    seeds = folder / "seeds" / name
    seeds.mkdir(parents=True)
    for number in articles:
        place = "".join(PLACES[int(digit, 16)] for digit in f"{number:x}")
        (seeds / f"{number}.txt").write_text(TEXT.format(place=place + "州"), encoding="utf-8")
    options = ["--seeds", seeds, "--datasets", folder / "datasets", "--store", folder / "store", "--workers", "1"]
    command = [sys.executable, "-m", "huiyao", "publish", *map(str, options), "--accept-drift", "--no-prefect"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8")


def _faults(datasets: Path, published: int) -> Iterator[str]:
    """Yield what is wrong: a version lost or doubled, a gap, a release that is not whole, leftovers."""
    from huiyao.publish.index import read_index
    from huiyao.publish.local_store import LocalStore
    from huiyao.publish.versions import parse_version
    from huiyao.verification import verify

    store = LocalStore(datasets)
    index = read_index(store)
    there = [".".join(map(str, version)) for version in store.versions()]
    if there != [*index] or len(there) != published:
        yield f"{published} published, {len(there)} there, {len(index)} in the index"
    for old, new in pairwise(parse_version(name) or (0, 0, 0) for name in there):
        if new not in {(old[0], old[1], old[2] + 1), (old[0], old[1] + 1, 0), (old[0] + 1, 0, 0)}:
            yield f"from {old} to {new}"
    for name in there:
        yield from (f"{name}: {fault}" for check in verify(str(datasets), name) for fault in check.faults)
    yield from (f"left over: {path.name}" for path in datasets.glob(".*coming"))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        counted = run(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else 50)
    print(f"{counted.rounds} rounds, {2 * counted.rounds} publishers and {counted.killed} that were killed:")
    print(f"{counted.published} releases, {counted.nothing_new} times nothing new, {len(counted.faults)} faults;")
    print(f"two publishers after a killed one took at most {counted.after_kill:.1f} s")
    print(*counted.faults, sep="\n")
    raise SystemExit(bool(counted.faults))

"""What a run costs when little is new, as ratios to a full run: of the sample corpus, and of half of it.

Each run is a process of its own, so that what a scheduled run pays (interpreter, imports) is in the figures.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

_RUN = """
import sys
from pathlib import Path
from huiyao import pipeline
seeds, datasets, store = sys.argv[1:]
summary = pipeline.publish(Path(seeds), datasets, work=pipeline.Work(store=store))
print(summary.release.version, summary.counts["articles"])
"""
_PACKAGE = Path(__file__).resolve().parents[2] / "flows"
_NEW = "云州召开产业发展座谈会\n\n5月8日，云州市产业发展座谈会举行。云州市市长甄有才表示，云州将设立十亿元产业基金。\n"


class Runs:
    """Runs the pipeline on a copy of the package, whose lexicon may change."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.package = folder, folder / "flows"
        shutil.copytree(_PACKAGE, self.package, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "seeds").mkdir()

    def seconds(self) -> float:
        """Return the processor seconds of one run."""
        command = [sys.executable, "-c", _RUN, *(str(self.folder / name) for name in ("seeds", "datasets", "store"))]
        before = os.times()
        subprocess.run(
            command, env=os.environ | {"PYTHONPATH": str(self.package)}, check=True, stdout=subprocess.DEVNULL
        )
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system


@pytest.mark.parametrize("share", [1, 2])
def test_increment(shared: Path, tmp_path: Path, share: int) -> None:
    runs = Runs(tmp_path)
    with gzip.open(shared / "corpus" / "news-sample.jsonl.gz", "rt", encoding="utf-8") as file:
        lines = file.readlines()[::share]
    (tmp_path / "seeds" / "corpus.jsonl").write_text("".join(lines), encoding="utf-8")
    start = time.perf_counter()
    full = runs.seconds()
    print(f"\n{len(lines)} articles, a full run: {full:.1f} s of processor time, {time.perf_counter() - start:.1f} s")

    def show(what: str) -> None:
        print(f"  {what}: {runs.seconds() / full:.2f} of it")

    show("nothing new")
    (tmp_path / "seeds" / "new.txt").write_text(_NEW, encoding="utf-8")
    show("one new article")
    shutil.rmtree(tmp_path / "store")
    show("store deleted")
    lexicon = runs.package / "huiyao" / "lexicon" / "topics.tsv"
    lexicon.write_bytes(b"".join(lexicon.read_bytes().splitlines(keepends=True)[:-1]))
    show("one row of the lexicon less")

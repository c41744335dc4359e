"""The whole way from files to a release on the sample corpus: time per stage and peak memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_RUN = """
import resource, sys, time
from pathlib import Path
from huiyao import pipeline
start = time.perf_counter()
summary = pipeline.publish(Path(sys.argv[1]), Path(sys.argv[2]))
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{seconds:.1f} s, peak {peak:.0f} MB,", ", ".join(f"{n} {t}" for t, n in summary.release.counts.items()))
"""


def test_sample_corpus(shared: Path, tmp_path: Path) -> None:
    for name in ("first run", "nothing new"):
        command = [sys.executable, "-c", _RUN, str(shared / "corpus"), str(tmp_path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        print(f"\n{name}: {done.stdout.strip()}")

"""Scores a release of the annotated articles and compares it with floors that only rise.

    python tests/endtoend/gold_gate.py SHARED [--raise-floors]

SHARED is the folder with the annotated articles (`gold/`). Prints each score beside its floor; exits 1 where a floor is
not reached. `--raise-floors` writes every score, rounded down to two decimals, that is higher than its floor.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
Scores = dict[str, dict[str, float]]
"""F1 by name, for all annotated articles and for the two seed articles alone."""

_ONLY = {"all": "", "seed": "seed"}
_ROWS = {
    "meetings": "meetings",
    "speakers": "speakers",
    "statements": "statements (char, speaker)",
    "measures": "measures",
}


def measured(shared: Path, folder: Path) -> Scores:
    """Publish the annotated articles in `folder` and return the scores of the release."""
    from huiyao.pipeline import publish

    gold = shared / "gold"
    release = Path(publish(gold / "texts", folder / "datasets").release.location)
    return {part: _scored(gold, release, only, folder / f"{part}.json") for part, only in _ONLY.items()}


def _scored(gold: Path, release: Path, only: str, out: Path) -> dict[str, float]:
    command: list[str | Path] = [sys.executable, gold / "score.py", "--gold", gold / "dev", "--texts", gold / "texts"]
    command += ["--release", release, "--only", only, "--json", out]
    subprocess.run(command, check=True, capture_output=True)
    result = json.loads(out.read_text(encoding="utf-8"))
    return {"mean_f1": result["mean_f1"]} | {name: result["rows"][label][2] for name, label in _ROWS.items()}


def shortfalls(scores: Scores, floors: Scores) -> list[str]:
    """Return one sentence for each floor that is not reached."""
    return [
        f"The F1 of {name} ({part}) is {scores[part][name]:.4f}, below its floor {floor:.2f}."
        for part, named in floors.items()
        for name, floor in named.items()
        if scores[part][name] < floor
    ]


def raised(scores: Scores, floors: Scores) -> Scores:
    """Return the floors, each raised to its score rounded down to two decimals where that is higher."""
    return {
        part: {name: max(floor, math.floor(scores[part][name] * 100) / 100) for name, floor in named.items()}
        for part, named in floors.items()
    }


def read_floors() -> Scores:
    """Return the committed floors."""
    floors: Scores = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def write_floors(floors: Scores) -> None:
    """Write the floors, to be committed."""
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8", newline="\n")


def main() -> int:
    """Print the scores, compare or raise the floors; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--raise-floors", action="store_true")
    arguments = parser.parse_args()
    floors = read_floors()
    with tempfile.TemporaryDirectory() as folder:
        scores = measured(arguments.shared, Path(folder))
    for part, named in scores.items():
        for name, score in named.items():
            print(f"{part:5}{name:12}{score:8.4f}  floor {floors[part][name]:.2f}")
    if arguments.raise_floors:
        write_floors(raised(scores, floors))
    missed = shortfalls(scores, floors)
    print(*missed, sep="\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

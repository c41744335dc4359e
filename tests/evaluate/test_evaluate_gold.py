"""The figures on the annotated articles are those that the scorer beside them gives for a release."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from huiyao.evaluate import Evaluation, evaluate
from huiyao.pipeline import publish

TALLIES = {
    "meetings": "meetings",
    "speakers": "speakers",
    "positions": "positions",
    "statements": "statements (char, speaker)",
    "measures": "measures",
    "measure characters": "measures (char)",
}
SHARES = {"meeting name": "meeting name exact", "statement speaker": "statement speaker, where found"}
"""The scorer's names, where they are not ours."""


WRONG = {"status": "none", "by": "某某", "role": "none", "date": "1999", "organization": "某某", "speaker": "某某"}


@pytest.fixture(scope="module")
def release(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(publish(shared / "gold" / "texts", tmp_path_factory.mktemp("scored") / "datasets").release.location)


@pytest.fixture(scope="module", params=["as annotated", "worsened"])
def gold(request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The annotations; and once more with many changes, since in what is all right a wrong rule does not show."""
    annotated = shared / "gold" / "dev"
    if request.param == "as annotated":
        return annotated
    folder = tmp_path_factory.mktemp("worsened")
    for path in annotated.glob("*.json"):
        values = json.loads(path.read_text(encoding="utf-8"))
        for table in ("meetings", "speakers", "statements", "measures"):
            values[table] = worsened(values[table])
        (folder / path.name).write_text(json.dumps(values), encoding="utf-8")
    return folder


def worsened(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out, dispute, shorten and change some of the records."""
    for at, row in enumerate(rows):
        row["optional"] = row.get("optional", False) or at % 7 == 6
        if at % 5 == 1 and "text" in row:
            row["text"] = row["text"][: len(row["text"]) * 3 // 5]
        if at % 3 == 0:
            row |= {name: wrong for name, wrong in WRONG.items() if name in row}
    return [row for at, row in enumerate(rows) if at % 4 != 2]


@pytest.fixture(scope="module")
def scored(shared: Path, gold: Path, release: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    out = tmp_path_factory.mktemp("scores") / "scores.json"
    command: list[str | Path] = [sys.executable, shared / "gold" / "score.py", "--gold", gold]
    command += ["--texts", shared / "gold" / "texts", "--release", release, "--json", out]
    subprocess.run(command, check=True, capture_output=True)
    return json.loads(out.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def evaluation(shared: Path, gold: Path) -> Evaluation:
    return evaluate(gold, shared / "gold" / "texts", lambda *_: None)


@pytest.mark.parametrize(("ours", "theirs"), TALLIES.items())
def test_precision_recall_and_f1(evaluation: Evaluation, scored: Any, ours: str, theirs: str) -> None:
    tally = evaluation.total.tallies[ours]
    figures = (tally.precision, tally.recall, tally.f1, tally.annotated)
    assert figures == pytest.approx(tuple(scored["rows"][theirs]), abs=0.0005)


def test_attributes(evaluation: Evaluation, scored: Any) -> None:
    attributes: dict[str, float] = scored["attributes"]
    assert attributes.pop("texts not verbatim") == 0  # the gates of a release see to it
    ours = {SHARES.get(name, name): share.value for name, share in evaluation.total.shares.items()}
    assert ours == pytest.approx(attributes, abs=0.0005)


def test_mean(evaluation: Evaluation, scored: Any) -> None:
    assert evaluation.mean_f1 == pytest.approx(scored["mean_f1"], abs=0.0005)

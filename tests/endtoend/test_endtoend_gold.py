from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def gate() -> Any:
    spec = importlib.util.spec_from_file_location("gold_gate", Path(__file__).with_name("gold_gate.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_annotated_articles_reach_the_floors(gate: Any, shared: Path, tmp_path: Path) -> None:
    missed = gate.shortfalls(gate.measured(shared, tmp_path), gate.read_floors())
    assert not missed, "\n".join(missed)


def test_floors_stand_for_every_score(gate: Any) -> None:
    names = {"mean_f1", "meetings", "speakers", "statements", "measures"}
    assert {part: set(named) for part, named in gate.read_floors().items()} == {"all": names, "seed": names}


def test_a_missed_floor_is_said_plainly(gate: Any) -> None:
    scores = {"all": {"meetings": 0.7999, "speakers": 0.9}}
    assert gate.shortfalls(scores, {"all": {"meetings": 0.8, "speakers": 0.9}}) == [
        "The F1 of meetings (all) is 0.7999, below its floor 0.80."
    ]


def test_floors_only_rise(gate: Any) -> None:
    scores = {"all": {"meetings": 0.7999, "speakers": 0.5}}
    floors = {"all": {"meetings": 0.75, "speakers": 0.6}}
    assert gate.raised(scores, floors) == {"all": {"meetings": 0.79, "speakers": 0.6}}

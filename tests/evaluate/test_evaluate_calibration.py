"""Calibration: how many records of each rule were judged and how many were right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.evaluate.conftest import TEXT, Write

from huiyao.evaluate import calibration, training
from huiyao.evaluate.calibration import as_tsv, counts
from huiyao.evaluate.comparison import Outcome
from huiyao.extract.weights import Feature
from huiyao.schema.records import Speaker

TITLED, STAGED = Speaker("甄有才", 0, 3, rule="title"), Speaker("贾博闻", 0, 3, rule="stage")


def test_records_are_counted_by_rule_disputed_ones_are_not() -> None:
    outcomes = [
        Outcome("speakers", TITLED, "right"),
        Outcome("speakers", TITLED, "wrong"),
        Outcome("speakers", TITLED, "uncounted"),
        Outcome("speakers", STAGED, "wrong"),
    ]
    counted = counts(outcomes)
    assert counted == {("speakers", "stage"): (0, 1), ("speakers", "title"): (1, 2)}
    assert as_tsv(counted) == "table\trule\tright\tjudged\nspeakers\tstage\t0\t1\nspeakers\ttitle\t1\t2\n"


def test_each_folder_is_judged_by_a_model_of_the_others(
    tmp_path: Path,
    values: dict[str, Any],
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folders = [tmp_path / name for name in "甲乙丙"]
    for place, folder in enumerate(folders):
        folder.mkdir()
        (folder / "yunzhou.txt").write_text(TEXT, "utf-8")
        write(folder, values | {"measures": values["measures"][:place]})
    judged_by: list[int] = []

    def learn(model: training.Model, examples: list[training.Example]) -> dict[Feature, int]:
        if model is training.MODELS["clause"]:
            judged_by.append(sum(example.found for example in examples))
        return {("bias", ""): 0}

    monkeypatch.setattr(training, "learn", learn)
    calibration.main([str(folder) for folder in folders])
    assert judged_by == [1 + 2, 0 + 2, 0 + 1]
    assert "\tverb, in a statement of power\t2\t3\n" in capsys.readouterr().out  # 扩建三号码头


def test_one_folder_is_too_few(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="at least two folders"):
        calibration.main([str(tmp_path)])

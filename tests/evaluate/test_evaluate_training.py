"""Training: what the model of clauses learns from annotated articles."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from huiyao.evaluate import training
from huiyao.evaluate.entries import MeasureEntry
from huiyao.schema.records import Article, Block

TEXT = "云州要修路，也要架桥。天气很好，花都开了。"


def entry(text: str, *, optional: bool = False) -> MeasureEntry:
    return MeasureEntry(text=text, status="planned", by=None, optional=optional)


def examples(*measures: MeasureEntry) -> list[bool]:
    article = Article("a", "a.txt", "0" * 64, 0, TEXT, (Block("body", 0, len(TEXT)),))
    return [example.is_measure for example in training.examples(article, measures)]


def test_clauses_in_a_measure_are_told_from_the_others() -> None:
    assert examples() == [False] * 4
    assert examples(entry("架桥"), entry("要修路")) == [True, False, False, False]  # 架桥 is half of 也要架桥
    assert examples(entry("要架桥")) == [False, True, False, False]


def test_what_is_disputed_is_left_out() -> None:
    assert examples(entry("要架桥"), entry("花都开了", optional=True)) == [False, True, False]
    assert examples(entry("要架桥"), entry("开了", optional=True)) == [False, True, False, False]


def test_headlines_are_not_learned_from() -> None:
    blocks = (Block("headline", 0, 11), Block("body", 11, len(TEXT)))
    article = Article("a", "a.txt", "0" * 64, 0, TEXT, blocks)
    assert [example.is_measure for example in training.examples(article, [entry("要架桥")])] == [False, False]


def clause(*values: str, is_measure: bool) -> training.Example:
    return training.Example(Counter(("first", value) for value in values), is_measure)


def test_weights_tell_measures_from_other_clauses() -> None:
    clauses = [clause("修", "路", is_measure=True), clause("天", "路", is_measure=False)] * 40
    weights = training.learn(clauses)
    assert weights[("first", "修")] == -weights[("first", "天")] > 100
    assert ("first", "路") not in weights  # it stands in as many of each


def test_what_is_rare_empty_or_white_space_is_not_learned() -> None:
    clauses = [
        *[clause("修", is_measure=True), clause("天", "", "\u3000", is_measure=False)] * 40,
        *[clause("桥", is_measure=True)] * 3,
    ]
    assert set(training.learn(clauses)) == {("first", "修"), ("first", "天")}


def test_the_file_is_sorted_by_slot_and_value() -> None:
    assert training.as_tsv({("last", "路"): -7, ("first", "修"): 120}) == (
        "slot\tvalue\tweight\nfirst\t修\t120\nlast\t路\t-7\n"
    )


def test_folders_of_annotations_become_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(12):
        text = f"云州召开会议\n\n会议指出，要修好第{number}条路，架好第{number}座桥。当天天气晴好，有{number}人到场。\n"
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
        measures = [
            {"text": f"修好第{number}条路", "status": "planned"},
            {"text": f"架好第{number}座桥", "status": "planned"},
        ]
        record = {"id": str(number), "meetings": [], "speakers": [], "statements": [], "measures": measures}
        (tmp_path / f"{number}.json").write_text(json.dumps(record), "utf-8")
    training.main([str(tmp_path)])
    header, *rows = capsys.readouterr().out.splitlines()
    weights = {(slot, value): int(weight) for slot, value, weight in (row.split("\t") for row in rows)}
    assert header == "slot\tvalue\tweight"
    assert weights["character", "桥"] > 0 > weights["character", "天"]

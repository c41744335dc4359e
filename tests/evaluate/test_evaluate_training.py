"""Training: what the model of clauses learns from annotated articles."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import pytest

from huiyao.evaluate import training
from huiyao.evaluate.entries import Entries, MeasureEntry, StatementEntry
from huiyao.schema.records import Article, Block

TEXT = "云州要修路，也要架桥。天气很好，花都开了。"


def entry(text: str, *, optional: bool = False) -> MeasureEntry:
    return MeasureEntry(text=text, status="planned", by=None, optional=optional)


def clauses(*measures: MeasureEntry) -> list[bool]:
    article = Article("a", "a.txt", "0" * 64, 0, TEXT, (Block("body", 0, len(TEXT)),))
    return [example.found for example in training.clause_examples(article, Entries(measures=measures))]


def test_clauses_in_a_measure_are_told_from_the_others() -> None:
    assert clauses() == [False] * 4
    assert clauses(entry("架桥"), entry("要修路")) == [True, False, False, False]  # 架桥 is half of 也要架桥
    assert clauses(entry("要架桥")) == [False, True, False, False]


def test_what_is_disputed_is_left_out() -> None:
    assert clauses(entry("要架桥"), entry("花都开了", optional=True)) == [False, True, False]
    assert clauses(entry("要架桥"), entry("开了", optional=True)) == [False, True, False, False]


def test_headlines_are_not_learned_from() -> None:
    blocks = (Block("headline", 0, 11), Block("body", 11, len(TEXT)))
    article = Article("a", "a.txt", "0" * 64, 0, TEXT, blocks)
    entries = Entries(measures=(entry("要架桥"),))
    assert [example.found for example in training.clause_examples(article, entries)] == [False, False]


def seen(*values: str, found: bool) -> training.Example:
    return training.Example(Counter(("first", value) for value in values), found)


def test_weights_tell_what_is_looked_for_from_the_rest() -> None:
    examples = [seen("修", "路", found=True), seen("天", "路", found=False)] * 40
    weights = training.learn(training.MODELS["clause"], examples)
    assert weights[("first", "修")] == -weights[("first", "天")] > 100
    assert ("first", "路") not in weights  # it stands in as many of each


def test_what_is_rare_empty_or_white_space_is_not_learned() -> None:
    examples = [
        *[seen("修", found=True), seen("天", "", "\u3000", found=False)] * 40,
        *[seen("桥", found=True)] * 3,
    ]
    assert set(training.learn(training.MODELS["clause"], examples)) == {("first", "修"), ("first", "天")}


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
    training.main(["clause", str(tmp_path)])
    header, *rows = capsys.readouterr().out.splitlines()
    weights = {(slot, value): int(weight) for slot, value, weight in (row.split("\t") for row in rows)}
    assert header == "slot\tvalue\tweight"
    assert weights["character", "桥"] > 0 > weights["character", "天"]


SAID = "云州市市长甄有才说，路要修。桥也要架。他还问候了工人。\n天黑了。\n他说，明天再来。"


def followers(*said: str) -> list[tuple[str, bool]]:
    """Return each sentence that training asks about by its first two characters, and whether it is the reporter's."""
    lines = SAID.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:place]) for place in range(len(lines))]
    blocks = tuple(Block("body", at, at + len(line)) for at, line in zip(starts, lines, strict=True))
    article = Article("a", "a.txt", "0" * 64, 0, SAID, blocks)
    entries = Entries(statements=tuple(StatementEntry("甄有才", text) for text in said))
    return [
        (next(value for slot, value in example.features if slot == "first two"), example.found)
        for example in training.sentence_examples(article, entries)
    ]


def test_sentences_behind_a_statement_are_asked_about_as_far_as_it_is_annotated() -> None:
    assert followers("路要修。桥也要架。") == [("桥也", False), ("他还", True)]
    assert followers("路要修。") == [("桥也", True)]
    assert followers("路要修。桥也要架。他还问候了工人。") == [("桥也", False), ("他还", False)]
    assert followers() == []


@pytest.mark.parametrize("arguments", [[], ["clause"], ["meeting", "gold"]])
def test_a_model_and_folders_must_be_named(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match=r"Name a model \(clause or sentence\) and folders"):
        training.main(arguments)


def test_a_folder_that_cannot_be_read_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="There is no annotation"):
        training.main(["clause", str(tmp_path)])


def test_what_is_not_installed_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sklearn.linear_model", None)
    with pytest.raises(SystemExit, match=r"pip install 'huiyao\[training\]'"):
        training.learn(training.MODELS["clause"], [])

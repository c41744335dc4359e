"""`huiyao evaluate`: figures, mistakes in their sentences, JSON, and the sentence for each slip."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from huiyao.ingest import articles_from_text
from huiyao.schema.records import Extraction, Measure, Meeting, Speaker, Statement

Huiyao = Callable[..., Any]
TEXT = "云州召开座谈会\n\n甄有才说，港口要扩建。云州设立港口基金，云州贯通沿江铁路。"
CANONICAL = articles_from_text(TEXT)[0].text


def _span(part: str) -> tuple[int, int]:
    start = CANONICAL.index(part)
    return start, start + len(part)


FUND = Measure("设立港口基金", *_span("设立港口基金"), "planned", None, False, "云州设立港口基金，云州贯通沿江铁路。")
RECORDS = Extraction(
    meetings=(Meeting("云州座谈会", *_span("座谈会"), place="云州"),),
    speakers=(Speaker("甄有才", *_span("甄有才")),),
    statements=(Statement("甄有才", True, "indirect", "说", "港口要扩建。", *_span("港口要扩建。")),),
    measures=(FUND,),
)
ANNOTATION: dict[str, Any] = {
    "id": "yunzhou",
    "source": "yunzhou.txt",
    "sequence": 0,
    "meetings": [{"name": "云州座谈会", "place": "云州", "date": "2031-05-08", "ordinal": 2, "status": "held"}],
    "speakers": [{"name": "甄有才", "positions": [], "organization": None, "role": "speaker"}],
    "statements": [{"speaker": "甄有才", "mode": "indirect", "text": "港口要扩建。"}],
    "measures": [{"text": "贯通沿江铁路", "status": "planned", "by": None}],
}


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Annotations, texts beside them, and extraction that always finds the same."""
    monkeypatch.setattr("huiyao.extract.article.extract_article", lambda *_: RECORDS)
    for name, file, content in (
        ("texts", "yunzhou.txt", TEXT),
        ("gold", "yunzhou.json", json.dumps(ANNOTATION)),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / file).write_text(content, encoding="utf-8")
    return tmp_path / "gold"


def test_figures_then_mistakes_in_their_sentences(huiyao: Huiyao, gold: Path) -> None:
    shown = huiyao("evaluate", "--gold", gold)
    assert (shown.code, shown.err) == (0, "")
    lines = [line.rstrip() for line in shown.out.splitlines()]
    rows = [line.split() for line in lines]
    assert ["meetings", "1.000", "1.000", "1.000", "1"] in rows
    assert ["statements", "1.000", "1.000", "1.000", "1", "6"] in rows
    assert ["measures", "0.000", "0.000", "0.000", "1"] in rows
    assert ["mean", "F1", "0.750"] in rows
    assert ["meeting", "date", "0.000", "1"] in rows
    assert lines[lines.index("yunzhou  云州召开座谈会") : lines.index("4 mistakes, in 1 of 1 articles.") + 1] == [
        "yunzhou  云州召开座谈会",
        "  meetings date wrong · 云州座谈会 · expected 2031-05-08 · found –",
        "  meetings ordinal wrong · 云州座谈会 · expected 2 · found –",
        "      云州召开[[座谈会]]",
        "  measures extra · planned",
        "      云州[[设立港口基金]]，云州贯通沿江铁路。",
        "  measures missed · planned",
        "      云州设立港口基金，云州[[贯通沿江铁路]]。",
        "",
        "4 mistakes, in 1 of 1 articles.",
    ]
    assert max(cell_len(line) for line in lines) <= 80


def test_one_table(huiyao: Huiyao, gold: Path) -> None:
    shown = huiyao("evaluate", "--gold", gold, "--table", "meetings").out
    assert "meetings date wrong" in shown
    assert "missed" not in shown
    assert "2 mistakes in meetings, in 1 of 1 articles." in shown
    assert ["mean", "F1", "0.750"] in [line.split() for line in shown.splitlines()]
    assert (
        "0 mistakes in speakers, in 0 of 1 articles." in huiyao("evaluate", "--gold", gold, "--table", "speakers").out
    )


def test_json(huiyao: Huiyao, gold: Path) -> None:
    shown = huiyao("evaluate", "--gold", gold, "--json", "--table", "measures")
    found = json.loads(shown.out)
    assert (shown.code, shown.err, found["mean_f1"]) == (0, "", 0.75)
    assert set(found["scores"]) >= {"meetings", "speakers", "statements", "measures"}
    assert [mistake["kind"] for mistake in found["mistakes"]] == ["extra", "missed"]
    for mistake in found["mistakes"]:
        assert CANONICAL[mistake["start"] : mistake["end"]] == mistake["text"]
        assert mistake["text"] in mistake["sentence"]


def test_what_stands_nowhere_is_told(huiyao: Huiyao, gold: Path) -> None:
    values = ANNOTATION | {"measures": [{"text": "修建机场", "status": "done", "by": None}]}
    (gold / "yunzhou.json").write_text(json.dumps(values), encoding="utf-8")
    shown = huiyao("evaluate", "--gold", gold).out
    assert "  measures missed · 修建机场 · done  stands nowhere in the text " in shown


def test_the_middle_of_a_long_run_is_left_out(huiyao: Huiyao, gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = "港口" * 70
    (gold.parent / "texts" / "yunzhou.txt").write_text(f"云州新闻\n\n甄有才说，{long}。", encoding="utf-8")
    monkeypatch.setattr("huiyao.extract.article.extract_article", lambda *_: Extraction())
    values = ANNOTATION | {"statements": [{"speaker": "甄有才", "text": long}], "measures": []}
    (gold / "yunzhou.json").write_text(json.dumps(values), encoding="utf-8")
    shown = "".join(line.strip() for line in huiyao("evaluate", "--gold", gold).out.splitlines())
    assert f"甄有才说，[[{'港口' * 30}……{'港口' * 30}]]。" in shown.replace(" ", "")


def test_colours_on_a_terminal_only(huiyao: Huiyao, gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in huiyao("evaluate", "--gold", gold).out
    monkeypatch.setenv("FORCE_COLOR", "1")  # rich takes the stream for a terminal then
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = huiyao("evaluate", "--gold", gold)
    assert "\x1b[1;31m[[贯通沿江铁路]]\x1b[0m" in shown.out
    assert "read" in shown.err
    assert "extract" in shown.err


def test_a_reliability_table(huiyao: Huiyao, gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = replace(RECORDS, measures=(replace(FUND, confidence=0.76),))
    monkeypatch.setattr("huiyao.extract.article.extract_article", lambda *_: records)
    rows = [line.split() for line in huiyao("evaluate", "--gold", gold).out.splitlines()]
    assert ["confidence", "records", "mean", "confidence", "right"] in rows
    assert ["0.75–0.80", "1", "0.760", "0.000"] in rows


def test_the_folder_of_annotations_must_be_named(huiyao: Huiyao) -> None:
    assert huiyao("evaluate").code == 2


@pytest.mark.parametrize(
    ("change", "arguments", "sentence"),
    [
        ("", ["--gold", "nowhere"], "There is no folder nowhere to read annotations from."),
        ("", ["--gold", "texts"], "There is no annotation (.json) in texts."),
        ("", ["--gold", "gold", "--texts", "nowhere"], "There is no folder nowhere to read texts from."),
        ("", ["--gold", "gold", "--texts", "gold"], "yunzhou.json: there is no text yunzhou.txt in gold."),
        ("", ["--gold", "gold", "--table", "meeting"], "There is no table meeting; did you mean meetings."),
        ("", ["--gold", "gold", "--table", "articles"], "There is no table articles; "),
        ("{", ["--gold", "gold"], "yunzhou.json: line 1 is no JSON: "),
        ("[]", ["--gold", "gold"], "yunzhou.json is no JSON object."),
        (
            json.dumps(ANNOTATION | {"sequence": 4}),
            ["--gold", "gold"],
            "yunzhou.json: yunzhou.txt has no article with the sequence 4; it has 0.",
        ),
    ],
)
def test_slips_are_told_in_a_sentence(
    huiyao: Huiyao, gold: Path, monkeypatch: pytest.MonkeyPatch, change: str, arguments: list[str], sentence: str
) -> None:
    monkeypatch.chdir(gold.parent)
    if change:
        (gold / "yunzhou.json").write_text(change, encoding="utf-8")
    shown = huiyao("evaluate", *arguments)
    assert (shown.code, shown.out) == (1, "")
    assert shown.err.startswith(sentence)
    assert shown.err.count("\n") == 1

"""Articles from their files to the comparison: read, extracted and joined as for a release."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from huiyao.evaluate import AnnotationError, Evaluation, document, evaluate
from huiyao.evaluate.figures import Share
from huiyao.evaluate.released import entries_by_article
from huiyao.ingest import Ingested, articles_from_text, read_source
from huiyao.pipeline import assemble
from huiyao.schema.records import Extraction, Measure, Meeting, Speaker, Statement

Write = Callable[..., None]
Calls = list[tuple[str, int, int]]


def run(gold: Path, texts: Path | None = None, calls: Calls | None = None) -> Evaluation:
    def report(stage: str, done: int, total: int) -> None:
        if calls is not None:
            calls.append((stage, done, total))

    return evaluate(gold, texts, report)


def test_what_extraction_meets_in_all(gold: Path) -> None:
    calls: Calls = []
    evaluation = run(gold, calls=calls)
    assert evaluation.mean_f1 == 1
    assert evaluation.total.mistakes == ()
    assert {share.value for share in evaluation.total.shares.values()} == {1}
    assert calls[0] == ("read", 0, 1)
    assert ("read", 1, 1) in calls
    assert calls[-1] == ("extract", 1, 1)


def test_each_record_is_kept_with_its_verdict(gold: Path, values: dict[str, Any], write: Write) -> None:
    values["measures"][0]["optional"] = True
    values["measures"].pop()
    write(gold, values)
    outcomes = run(gold).total.outcomes
    assert [type(outcome.record) for outcome in outcomes] == [Meeting, Speaker, Statement, Measure, Measure]
    texts = {
        outcome.record.text: outcome.verdict for outcome in outcomes if isinstance(outcome.record, Statement | Measure)
    }
    assert texts == {
        "将扩建三号码头，贯通沿江铁路。": "right",
        "扩建三号码头": "uncounted",
        "贯通沿江铁路": "wrong",
    }


def test_the_mean_is_that_of_the_four_tables(gold: Path, values: dict[str, Any], write: Write) -> None:
    write(gold, values | {"measures": [], "statements": []})
    assert run(gold).mean_f1 == 0.5


def test_mistakes_come_by_table_and_place(gold: Path, values: dict[str, Any], write: Write) -> None:
    values["meetings"].append({"name": "云州铁路论坛"})
    values["meetings"][0]["date"] = "2031"
    write(gold, values | {"measures": []})
    (article,) = run(gold).articles
    shown = [(mistake.table, mistake.kind, mistake.text) for mistake in article.mistakes()]
    assert shown == [
        ("meetings", "wrong", "第三届云州港口论坛"),
        ("meetings", "missed", "云州铁路论坛"),  # stands nowhere
        ("measures", "extra", "扩建三号码头"),
        ("measures", "extra", "贯通沿江铁路"),
    ]
    assert [mistake.table for mistake in article.mistakes("measures")] == ["measures", "measures"]


def test_a_meeting_is_scored_with_what_the_release_joins(gold: Path, values: dict[str, Any], write: Write) -> None:
    text = "林某某谈港口\n\n云州港务集团董事长林某某在第三届云州港口论坛上发言。"
    (gold.parent / "texts" / "second.txt").write_text(text, encoding="utf-8")
    write(gold, values | {"id": "second", "source": "second.txt"}, "second.json")
    evaluation = run(gold)
    assert evaluation.total.tallies["meetings"].f1 == 1
    assert evaluation.total.shares["meeting date"].value == 1
    second = evaluation.articles[0]
    assert second.id == "second"
    meeting = second.comparison.outcomes[0].record
    assert isinstance(meeting, Meeting)
    assert second.article.text[meeting.start : meeting.end] == "第三届云州港口论坛"
    assert meeting.date is None  # the date is known from the other article


def test_an_article_annotated_twice_has_the_date_that_is_known_best(
    gold: Path, values: dict[str, Any], write: Write
) -> None:
    text = "云州港口论坛举行\n\n云州港口论坛昨天在云州举行。"
    (gold.parent / "texts" / "yunzhou.txt").write_text(text, encoding="utf-8")
    (gold.parent / "texts" / "copy.md").write_text(f"---\npublished: 2031-05-09\n---\n{text}", encoding="utf-8")
    values["meetings"] = [{"name": "云州港口论坛", "date": "2031-05-08"}]
    write(gold, values)
    write(gold, values | {"id": "copy", "source": "copy.md"}, "copy.json")
    evaluation = run(gold)
    assert [article.article.source for article in evaluation.articles] == ["copy.md", "yunzhou.txt"]
    assert evaluation.total.shares["meeting date"] == Share(2, 2)


def test_a_source_is_read_once(
    gold: Path, values: dict[str, Any], write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def remembered(root: Path, source: str) -> Ingested:
        read.append(source)
        return read_source(root, source)

    monkeypatch.setattr("huiyao.evaluate.evaluation.read_source", remembered)
    write(gold, values | {"id": "again"}, "again.json")
    run(gold)
    assert read == ["yunzhou.txt"]


@pytest.mark.usefixtures("nothing_found")
def test_what_is_missed_is_shown_in_the_body(gold: Path, values: dict[str, Any], write: Write) -> None:
    text = "甄有才谈云州港口论坛\n\n昨天，云州港口论坛举行，甄有才说，港口要扩建。"
    (gold.parent / "texts" / "yunzhou.txt").write_text(text, encoding="utf-8")
    values |= {"meetings": [{"name": "云州港口论坛"}], "statements": [], "measures": []}
    write(gold, values)
    (article,) = run(gold).articles
    assert [mistake.span for mistake in article.mistakes()] == [(14, 20), (23, 26)]


@pytest.fixture
def nothing_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Extraction that finds nothing."""
    monkeypatch.setattr("huiyao.extract.article.extract_article", lambda *_: Extraction())


def test_of_records_at_one_place_the_first_is_kept() -> None:
    article = articles_from_text("云州新闻\n\n云州将扩建三号码头。")[0]
    start = article.text.index("扩建")
    first = Measure("扩建三号码头", start, start + 6, "planned", None, False, "云州将扩建三号码头。")
    extractions = {article.article_id: Extraction(measures=(first, replace(first, status="done")))}
    tables = assemble([article], extractions, [], full_text=False)
    (entry,) = entries_by_article(tables, extractions)[article.article_id].measures
    assert entry.record is first


def test_the_article_at_its_place_in_a_source(gold: Path, values: dict[str, Any], write: Write) -> None:
    text = (gold.parent / "texts" / "yunzhou.txt").read_text(encoding="utf-8")
    lines = [json.dumps({"text": news}, ensure_ascii=False) for news in ("云州新闻\n\n云州昨天下雨。", text)]
    (gold.parent / "texts" / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    write(gold, values | {"source": "news.jsonl", "sequence": 1})
    assert run(gold).mean_f1 == 1
    write(gold, values | {"source": "news.jsonl", "sequence": 2})
    with pytest.raises(AnnotationError) as error:
        run(gold)
    assert str(error.value) == "yunzhou.json: news.jsonl has no article with the sequence 2; it has 0, 1."


def test_a_text_that_is_not_there(gold: Path, values: dict[str, Any], write: Write) -> None:
    with pytest.raises(AnnotationError) as error:
        run(gold, gold)
    assert str(error.value) == f"yunzhou.json: there is no text yunzhou.txt in {gold}."
    del values["source"]
    write(gold, values)
    with pytest.raises(AnnotationError, match=r"there is no text yunzhou\.txt or yunzhou\.md in "):
        run(gold, gold)


def test_a_text_without_an_article(gold: Path) -> None:
    (gold.parent / "texts" / "yunzhou.txt").write_text("nothing Chinese", encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"^yunzhou.json: yunzhou.txt holds no article: .*no Chinese text"):
        run(gold)


def test_the_document_holds_figures_and_mistakes_in_their_sentences(
    gold: Path, values: dict[str, Any], write: Write
) -> None:
    values["measures"][1]["status"] = "done"
    values["measures"].append({"text": "修建机场", "status": "planned", "by": None})
    write(gold, values)
    found = json.loads(json.dumps(document(run(gold))))
    assert found["articles"] == 1
    assert sum(bucket["n"] for bucket in found["reliability"]) == 5
    assert found["scores"]["measures"] == {
        "precision": 1.0, "recall": 2 / 3, "f1": 0.8, "right": 2, "found": 2, "annotated": 3, "records": 3,
    }  # fmt: skip
    assert found["attributes"]["measure status"] == {"share": 0.5, "right": 1, "records": 2}
    wrong, missed = found["mistakes"]
    assert (wrong["id"], wrong["source"], wrong["sequence"]) == ("yunzhou", "yunzhou.txt", 0)
    assert (wrong["attribute"], wrong["expected"], wrong["found"]) == ("status", "done", "planned")
    assert wrong["sentence"] == "云州市市长甄有才在论坛上表示，将扩建三号码头，贯通沿江铁路。"
    assert wrong["end"] - wrong["start"] == len("贯通沿江铁路")
    assert (missed["kind"], missed["start"], missed["end"], missed["sentence"]) == ("missed", None, None, None)


def test_evaluation_needs_no_frames(gold: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from huiyao.evaluate import evaluate
evaluate(Path({str(gold)!r}), None, lambda *_: None)
print(sorted({{name.split(".")[0] for name in sys.modules}} & {{"pandas", "pyarrow", "pandera", "prefect", "rich"}}))
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False)
    assert (ended.stdout, ended.stderr) == ("[]\n", "")

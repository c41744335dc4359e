"""The way from sources to a release, with a plain stand-in for extraction; everybody in the articles is made up."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from huiyao import pipeline
from huiyao.ingest import SourceError
from huiyao.publish import ReleaseError, load_table
from huiyao.resolve import OverrideError
from huiyao.schema.records import Article, Extraction, Measure, Meeting, Reject, Speaker, Statement
from huiyao.schema.tables import TABLES

_SAID = re.compile(r"(?P<name>林知远|何清越)表示，(?P<text>将(?P<what>[^，。]+))。")
_FORUM = re.compile(r"第(?P<n>\d)次松江论坛")


def extract_some(articles: Sequence[Article]) -> dict[str, Extraction]:
    return {article.article_id: _records(article.text) for article in articles}


def _records(text: str) -> Extraction:
    meetings = [Meeting(m[0], *m.span(), ordinal=int(m["n"]), date="2024-10-13") for m in _FORUM.finditer(text)]
    name = meetings[0].name if meetings else None
    said = list(_SAID.finditer(text))
    return Extraction(
        tuple(meetings[:1]),
        tuple({m["name"]: Speaker(m["name"], *m.span("name"), meeting=name) for m in said}.values()),
        tuple(Statement(m["name"], True, "indirect", "表示", m["text"], *m.span("text"), name) for m in said),
        tuple(Measure(m["what"], *m.span("what"), "planned", m["name"], True, m[0], meeting=name) for m in said),
    )


@pytest.fixture(autouse=True)
def extraction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "extract_batch", extract_some)


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    (folder / "more").mkdir(parents=True)
    opening = "第3次松江论坛13日在松江举行，来自各地的代表出席。"
    (folder / "a.txt").write_text(f"松江论坛举行\n{opening}\n林知远表示，将扩大开放合作。\n", encoding="utf-8")
    (folder / "more" / "b.txt").write_text(f"论坛落幕\n{opening}何清越表示，将建设更多公园。\n", encoding="utf-16")
    items = [{"headline": f"消息{n}", "text": f"何清越表示，将建设第{n}座公园，方便居民。"} for n in range(7)]
    lines = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)
    (folder / "c.jsonl").write_text(lines, encoding="utf-8")
    (folder / "copy.txt").write_bytes((folder / "a.txt").read_bytes())
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_sources_become_a_release(seeds: Path, tmp_path: Path) -> None:
    summary = pipeline.publish(seeds, tmp_path / "datasets")
    assert (summary.n_sources, summary.release.version, summary.release.published) == (6, "1.0.0", True)
    assert summary.counts == summary.release.counts
    assert set(summary.counts) == set(TABLES)
    assert summary.rejects.keys() >= {"empty", "unsupported"}
    assert sum(summary.rejects.values()) == summary.counts["rejects"] == 2
    articles = load_table(tmp_path / "datasets", "articles")
    assert ["a.txt#0", "copy.txt#0"] in articles["sources"].tolist()
    meetings = load_table(tmp_path / "datasets", "meetings")
    assert [(row["name"], len(row["article_ids"])) for row in meetings.to_dict("records")] == [("第3次松江论坛", 2)]
    rejects = load_table(tmp_path / "datasets", "rejects")
    assert set(rejects["source"]) == {"empty.txt", "picture.png"}


@pytest.mark.parametrize("size", [1, 2, 5])
def test_batches_do_not_matter(seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    whole = pipeline.publish(seeds, tmp_path / "whole")
    monkeypatch.setattr(pipeline, "SOURCES_PER_BATCH", size)
    monkeypatch.setattr(pipeline, "ARTICLES_PER_BATCH", size)
    parts = pipeline.publish(seeds, tmp_path / "parts")
    assert contents(Path(whole.release.location)) == contents(Path(parts.release.location))


def test_a_run_that_changes_nothing_publishes_nothing(seeds: Path, tmp_path: Path) -> None:
    pipeline.publish(seeds, tmp_path / "datasets")
    again = pipeline.publish(seeds, tmp_path / "datasets")
    assert (again.release.version, again.release.published) == ("1.0.0", False)
    (seeds / "d.txt").write_text("消息\n何清越表示，将修缮古桥。\n", encoding="utf-8")
    more = pipeline.publish(seeds, tmp_path / "datasets")
    assert (more.release.version, more.release.published) == ("1.1.0", True)


def test_text_is_released_only_when_asked_for(seeds: Path, tmp_path: Path) -> None:
    pipeline.publish(seeds, tmp_path / "without")
    pipeline.publish(seeds, tmp_path / "with", full_text=True)
    assert load_table(tmp_path / "without", "articles")["text"].isna().all()
    articles = load_table(tmp_path / "with", "articles").set_index("article_id")["text"]
    for row in load_table(tmp_path / "with", "statements").to_dict("records"):
        assert articles[row["article_id"]][row["start"] : row["end"]] == row["text"]


def test_progress_tells_every_stage_from_nothing_to_all(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "SOURCES_PER_BATCH", 4)
    monkeypatch.setattr(pipeline, "ARTICLES_PER_BATCH", 4)
    told: list[tuple[str, int, int]] = []
    pipeline.publish(seeds, tmp_path / "datasets", progress=lambda *step: told.append(step))
    assert told == [
        ("read", 0, 6), ("read", 4, 6), ("read", 6, 6),
        ("extract", 0, 9), ("extract", 4, 9), ("extract", 8, 9), ("extract", 9, 9),
        ("resolve", 0, 1), ("resolve", 1, 1), ("publish", 0, 1), ("publish", 1, 1),
    ]  # fmt: skip


def test_records_that_fail_a_gate_are_rows_of_rejects(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shifted(articles: Sequence[Article]) -> dict[str, Extraction]:
        said = Statement("会议", False, "indirect", None, "松江", 0, 1)
        return {article.article_id: Extraction(statements=(said,)) for article in articles}

    monkeypatch.setattr(pipeline, "extract_batch", shifted)
    summary = pipeline.publish(seeds, tmp_path / "datasets")
    assert summary.counts["statements"] == 0
    assert summary.rejects["evidence"] == summary.counts["articles"] == 9


def test_no_articles_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    with pytest.raises(ReleaseError, match="No article was found"):
        pipeline.publish(tmp_path / "seeds", tmp_path / "datasets")
    assert not (tmp_path / "datasets").exists()
    with pytest.raises(SourceError):
        pipeline.publish(tmp_path / "nowhere", tmp_path / "datasets")


@pytest.mark.parametrize(("n", "size", "expected"), [(0, 3, []), (3, 3, [3]), (7, 3, [3, 3, 1]), (2, 3, [2])])
def test_batches(n: int, size: int, expected: list[int]) -> None:
    cut = list(pipeline.batches(range(n), size))
    assert [len(batch) for batch in cut] == expected
    assert [item for batch in cut for item in batch] == list(range(n))


def test_assembled_rejects_hold_those_of_every_stage() -> None:
    reject = Reject("x.txt", "sources", "empty", "The file is empty.")
    tables = pipeline.assemble([], {}, [reject], False)
    assert tables == {name: [] for name in TABLES} | {"rejects": [reject.row()]}


def test_overrides_beside_the_sources_are_followed(seeds: Path, tmp_path: Path) -> None:
    pipeline.publish(seeds, tmp_path / "datasets")
    (meeting_id,) = load_table(tmp_path / "datasets", "meetings")["meeting_id"]
    entry = f"corrections:\n- {{id: {meeting_id}, column: place, value: 松江, reason: 读过}}\n"
    (seeds / "overrides.yml").write_text(entry, encoding="utf-8")
    summary = pipeline.publish(seeds, tmp_path / "datasets")
    assert (summary.n_sources, summary.release.version) == (6, "1.0.1")
    assert load_table(tmp_path / "datasets", "meetings")["place"].tolist() == ["松江"]


def test_a_wrong_override_stops_the_release(seeds: Path, tmp_path: Path) -> None:
    (seeds / "overrides.yml").write_text("same_as: [{ids: [m-0, m-1]}]\n", encoding="utf-8")
    with pytest.raises(OverrideError, match="gives no reason"):
        pipeline.publish(seeds, tmp_path / "datasets")
    assert not (tmp_path / "datasets").exists()

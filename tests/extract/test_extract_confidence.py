"""Confidence: how often a rule is right, drawn towards its table where few records were judged."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from huiyao.extract import confidence as module
from huiyao.extract.article import extract_article
from huiyao.extract.confidence import PRIOR, confidence
from huiyao.extract.measures import find_measures
from huiyao.extract.voice import Voice
from huiyao.ingest import articles_from_text

COUNTS = {
    ("measures", "often right"): (95, 100),
    ("measures", "often wrong"): (5, 100),
    ("measures", "seen once"): (1, 1),
    ("speakers", "always right"): (40, 40),
}


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(module, "_counts", lambda: COUNTS)
    confidence.cache_clear()
    yield
    confidence.cache_clear()


@pytest.mark.usefixtures("counted")
def test_a_rule_often_judged_has_its_own_share() -> None:
    share = 101 / 201
    assert confidence("measures", "often right") == round((95 + PRIOR * share) / (100 + PRIOR), 2) == 0.93
    assert confidence("measures", "often wrong") == round((5 + PRIOR * share) / (100 + PRIOR), 2) == 0.07


@pytest.mark.usefixtures("counted")
def test_a_rule_seldom_judged_is_drawn_towards_its_table() -> None:
    assert confidence("measures", "seen once") == 0.59
    assert confidence("measures", "never seen") == 0.5
    assert confidence("speakers", "never seen") == 1.0
    assert confidence("meetings", "of a table without counts") == 0.5


@pytest.mark.parametrize(
    ("text", "voice", "rule"),
    [
        ("要扩建港口。", Voice("林小田", named=True), "verb, in a statement of power"),
        ("云州市将扩建港口。", Voice("周大山", named=True, has_power=False), "subject, in a statement"),
        ("双方签署了合作协议。", Voice(None), "verb, in a report of a meeting"),
        ("已破获盗窃案30起。", Voice(None, formal_only=True), "verb, in prose"),
        ("已建成港口三座。", Voice(None, at_press=True), "verb, at a press conference"),
        ("要把港口作为首要任务。", Voice("林小田", named=True), "ba, in a statement of power"),
    ],
)
def test_measures_name_their_rule(text: str, voice: Voice, rule: str) -> None:
    (measure,) = find_measures(text, 0, len(text), voice, None)
    assert measure.rule == rule
    assert measure.confidence == confidence("measures", rule)


def test_other_records_name_the_frame_that_they_were_found_in() -> None:
    (article,) = articles_from_text(
        "云州港口发展论坛举行\n\n5月8日，云州港口发展论坛在云州举行。论坛由云州市副市长何小川主持。云州市市长林小田表示，将扩建港口。"
        "青禾集团董事长周大山说：“我们准备好了。”会议指出，要加强监管。",
        published="2031-05-09",
    )
    found = extract_article(article)
    assert [meeting.rule for meeting in found.meetings] == ["main meeting, with its day"]
    assert {speaker.name: speaker.rule for speaker in found.speakers} == {
        "何小川": "titled, presides", "林小田": "titled, quoted", "周大山": "titled, quoted",
    }  # fmt: skip
    assert [statement.rule for statement in found.statements] == [
        "indirect, of a person", "direct, of a person", "indirect, of the meeting",
    ]  # fmt: skip
    for table in ("meetings", "speakers", "statements"):
        records = getattr(found, table)
        assert [record.confidence for record in records] == [confidence(table, record.rule) for record in records]

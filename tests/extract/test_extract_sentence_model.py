"""The model of sentences: what it looks at, and where it ends statements."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from huiyao.extract import sentence_model
from huiyao.extract.people import Mention
from huiyao.extract.report import Report
from huiyao.schema.records import Extraction

Read = Callable[..., Extraction]
TEXT = "林小田说，路要修。桥也要架。\n“天晴了”，周大山走了。"
MAYOR = Report("林小田", named=True, cue="说", start=0, content=5, bare_quote=False)


def slots(start: int, end: int, report: Report = MAYOR, *mentions: Mention) -> dict[str, str]:
    found = sentence_model.features(TEXT, (start, end), report, mentions, at_press=False)
    return dict(zip(found.slots, found.values, strict=True))


def test_what_a_sentence_is_told_by() -> None:
    assert slots(9, 14) == {
        "voice": "person", "cue": "说",
        "press": "False", "so far": "1", "length": "0", "quoted": "False",
        "first": "桥", "first two": "桥也", "first three": "桥也要", "first four": "桥也要架", "last": "架", "last two": "要架",
        "before: stop": "。", "before: first two": "林小", "before: last two": "要修", "named": "nobody",
    }  # fmt: skip
    whole = sentence_model.features(TEXT, (9, 14), MAYOR, (), at_press=False)
    assert {value for slot, value in whole if slot == "pair"} == {"桥也", "也要", "要架"}


def test_the_first_clause_is_looked_at_by_itself() -> None:
    found = sentence_model.features(TEXT, (15, 28), MAYOR, (), at_press=True)
    assert {value for slot, value in found if slot == "first clause: character"} == set("天晴了”")
    assert {value for slot, value in found if slot == "first clause: pair"} == {"天晴", "晴了", "了”"}
    assert {("press", "True"), ("quoted", "True"), ("so far", "2")} <= set(found)


@pytest.mark.parametrize(
    ("report", "voice"),
    [
        (MAYOR, "person"),
        (Report("会议", False, "指出", 0, 5, False), "meeting"),
        (Report("与会代表", False, "表示", 0, 5, False), "group"),
    ],
)
def test_whose_words_went_before(report: Report, voice: str) -> None:
    assert slots(9, 14, report)["voice"] == voice


@pytest.mark.parametrize(
    ("name", "start", "named"),
    [("林小田", 20, "speaker"), ("周大山", 20, "within"), ("周大山", 16, "at the head"), ("周大山", 17, "within")],
)
def test_who_is_named(name: str, start: int, named: str) -> None:
    mention = Mention(name, start, start, start + 3, start + 3)
    assert slots(15, 28, MAYOR, mention)["named"] == named


def hears(logit: int) -> AbstractContextManager[None]:
    """Let the model say this of every sentence."""
    return sentence_model.WEIGHTS.replaced(f"slot\tvalue\tweight\nbias\t\t{logit}\n")


def said(read: Read, text: str) -> list[str]:
    return [statement.text for statement in read(*text.split("\n")).statements]


def test_a_statement_ends_where_the_model_hears_the_reporter(read: Read) -> None:
    text = "云州市市长林小田表示，路要修。桥要架。树要栽。"
    with hears(85):
        assert said(read, text) == ["路要修。桥要架。树要栽。"]
    with hears(86):
        assert said(read, text) == ["路要修。"]


def test_at_the_head_of_a_paragraph_the_model_is_not_asked(read: Read) -> None:
    text = "云州市水务局相关负责人在发布会上表示，水网正在改造。\n今年新建泵站三座。"
    with hears(999):
        assert said(read, text) == ["水网正在改造。", "今年新建泵站三座。"]


def test_where_rules_end_a_statement_the_model_is_not_asked(read: Read) -> None:
    with hears(-999):
        assert said(read, "云州市市长林小田表示，路要修。据了解，桥已架好。") == ["路要修。"]

"""Statements: made-up speech, each character with its speaker."""

from __future__ import annotations

from huiyao.evaluate.comparison import Comparison
from huiyao.evaluate.entries import StatementEntry
from huiyao.evaluate.figures import Share, Tally
from huiyao.evaluate.squeezing import SqueezedText
from huiyao.evaluate.statements import compare_statements
from huiyao.schema.records import Statement

ORIGINAL = "甄有才说，港口要扩建，铁路\n要贯通。会议指出，环境要保护。"
TEXT = SqueezedText.of(ORIGINAL)


def found(speaker: str, text: str) -> StatementEntry:
    start = ORIGINAL.index(text)
    record = Statement(speaker, True, "indirect", None, text, start, start + len(text))
    return StatementEntry(speaker, text, record)


def compared(gold: list[StatementEntry], shown: list[StatementEntry]) -> Comparison:
    return compare_statements(TEXT, gold, shown)


def test_characters_with_their_speaker() -> None:
    gold = [StatementEntry("甄有才", "港口要扩建，铁路要贯通。"), StatementEntry("会议", "环境要保护。")]
    both = compared(gold, [found("甄有才", "港口要扩建，"), found("甄有才", "环境要保护。")])
    assert both.tallies["statements"] == Tally(6, 12, 18, 2)
    assert both.shares["statement speaker"] == Share(6, 12)
    missed, wrong = both.mistakes
    assert (missed.kind, missed.text, missed.details) == ("missed", "铁路要贯通。", ("甄有才",))
    assert missed.span is not None
    assert ORIGINAL[slice(*missed.span)] == "铁路\n要贯通。"
    assert (wrong.kind, wrong.attribute, wrong.expected, wrong.found) == ("wrong", "speaker", "会议", "甄有才")


def test_all_right() -> None:
    both = compared([StatementEntry("会议", "环境要保护。")], [found("会议", "环境要保护。")])
    assert both.tallies["statements"] == Tally(6, 6, 6, 1)
    assert both.mistakes == ()


def test_extra() -> None:
    both = compared([], [found("会议", "环境要保护。")])
    assert both.tallies["statements"] == Tally(0, 6, 0, 0)
    (extra,) = both.mistakes
    assert (extra.kind, extra.text, extra.span, extra.details) == ("extra", "环境要保护。", (23, 29), ("会议",))


def test_a_statement_that_begins_late_misses_only_its_beginning() -> None:
    (missed,) = compared([StatementEntry("会议", "环境要保护。")], [found("会议", "要保护。")]).mistakes
    assert (missed.kind, missed.text) == ("missed", "环境")


def test_two_missed_statements_side_by_side_are_two_mistakes() -> None:
    gold = [StatementEntry("甄有才", "港口要扩建，"), StatementEntry("甄有才", "铁路要贯通。")]
    assert [mistake.text for mistake in compared(gold, []).mistakes] == ["港口要扩建,", "铁路要贯通。"]


def test_runs_of_one_statement_with_something_between_are_two_mistakes() -> None:
    both = compared([StatementEntry("会议", "要保")], [found("会议", "环境要保护。")])
    assert [mistake.text for mistake in both.mistakes] == ["环境", "护。"]


def test_where_statements_overlap_the_later_counts() -> None:
    gold = [StatementEntry("甄有才", "环境要保护。"), StatementEntry("会议", "保护")]
    both = compared(gold, [found("会议", "环境要保护。")])
    assert both.tallies["statements"] == Tally(2, 6, 6, 2)


def test_annotated_text_that_ingest_lost_counts_as_missed() -> None:
    both = compared([StatementEntry("会议", "教育要\u3000公平。")], [])
    assert both.tallies["statements"] == Tally(0, 0, 6, 1)
    (missed,) = both.mistakes
    assert (missed.kind, missed.span) == ("missed", None)


def test_a_statement_is_right_when_more_than_half_of_it_is() -> None:
    gold = [StatementEntry("甄有才", "港口要"), StatementEntry("会议", "环境要保")]
    shown = [found("甄有才", "港口要扩建，"), found("会议", "环境要保护。")]
    assert [outcome.verdict for outcome in compared(gold, shown).outcomes] == ["wrong", "right"]
    assert [outcome.verdict for outcome in compared(gold, [found("林某某", "环境要保")]).outcomes] == ["wrong"]

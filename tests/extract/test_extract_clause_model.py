"""The model of clauses: what it looks at, and what follows from what it says."""

from __future__ import annotations

from contextlib import AbstractContextManager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyao.extract import clause_model
from huiyao.extract.measures import find_measures
from huiyao.extract.unlisted import taken_whole
from huiyao.extract.voice import Voice


@given(st.text("推进改革，。“”《》、要将12 \n会", max_size=30))
def test_the_logit_is_the_sum_of_the_weights_of_the_features(text: str) -> None:
    summed = {span: clause_model.WEIGHTS.logit(found) for span, found in clause_model.features(text, (0, len(text)))}
    assert clause_model.logits(text, (0, len(text))) == summed


def test_what_a_clause_is_told_by() -> None:
    text = "云州要修路12条，建5座桥。再栽树。"
    _, (span, found) = clause_model.features(text, (0, 14))
    assert span == (9, 13)
    assert {slot: value for slot, value in found if slot not in ("character", "pair")} == {
        "bias": "", "first": "建", "first two": "建0", "first three": "建0座", "first four": "建0座桥", "last": "桥",
        "last two": "座桥", "last three": "0座桥", "length": "1", "place": "1", "holds on": "要", "before: first": "云",
        "before: first two": "云州", "before: last two": "0条", "before: stop": "，", "behind: first": "再",
        "behind: first two": "再栽", "stop": "。",
    }  # fmt: skip
    assert [value for slot, value in found if slot in ("character", "pair")] == [*"建0座桥", "建0", "0座", "座桥"]


def test_a_clause_sees_the_sentences_around_its_own() -> None:
    text = "先修路。再栽树。后架桥。"
    (found,) = [dict(found) for _, found in clause_model.features(text, (4, 8))]
    assert (found["before: last two"], found["before: stop"]) == ("修路", "。")
    assert (found["behind: first"], found["behind: first two"]) == ("后", "后架")


@pytest.mark.parametrize("text", ["修路架桥", "修路架桥\n"])
def test_the_end_of_a_line_ends_a_sentence(text: str) -> None:
    (found,) = [dict(found) for _, found in clause_model.features(text, (0, 4))]
    assert (found["stop"], found["before: stop"]) == ("。", "。")


def logit(value: int) -> AbstractContextManager[None]:
    """Let the model say this of every clause."""
    return clause_model.WEIGHTS.replaced(f"slot\tvalue\tweight\nbias\t\t{value}\n")


def measures(text: str, voice: Voice) -> list[tuple[str, str | None, str, str]]:
    return [(m.text, m.action, m.status, m.rule) for m in find_measures(text, 0, len(text), voice, None)]


MAYOR = Voice("林小田", named=True)
GUEST = Voice("甄有才", named=True, has_power=False)


# No rule reads 劐垧 as an action.
@pytest.mark.parametrize(
    ("text", "voice", "expected"),
    [
        ("我们还要劐垧劐垧。", MAYOR, ("劐垧劐垧", "劐", "planned", "likely, in a statement of power")),
        ("我们还要劐垧劐垧。", GUEST, ("劐垧劐垧", "劐", "proposed", "likely, in a statement")),
        ("劐垧劐垧。", MAYOR, ("劐垧劐垧", "劐", "planned", "likely, in a statement of power")),
        ("劐垧劐垧。", Voice(None), ("劐垧劐垧", "劐", "done", "likely, in a report of a meeting")),
        (
            "云州市劐垧将劐垧完善。",
            Voice(None),
            ("云州市劐垧将劐垧完善", "完善", "planned", "likely, in a report of a meeting"),
        ),
        ("明年劐垧劐垧。", Voice(None), ("劐垧劐垧", "劐", "planned", "likely, in a report of a meeting")),
        ("劐垧垧完善完善垧。", MAYOR, ("劐垧垧完善完善垧", "完善", "planned", "likely, in a statement of power")),
    ],
)
def test_what_no_rule_reads_is_a_measure_where_the_model_is_sure(
    text: str, voice: Voice, expected: tuple[str, str, str, str]
) -> None:
    with logit(130):
        assert measures(text, voice) == []
    with logit(131):
        assert measures(text, voice) == [expected]


def test_what_rules_read_stays_as_they_read_it() -> None:
    with logit(500):
        assert measures("将推进道路改造。", MAYOR) == [
            ("推进道路改造", "推进", "planned", "verb, in a statement of power")
        ]


def test_a_scene_that_the_model_takes_for_an_action_is_no_part_of_the_next() -> None:
    text = "要围绕劐垧港口，完善服务。"
    with logit(0):
        assert [text for text, *_ in measures(text, MAYOR)] == ["围绕劐垧港口，完善服务"]
    with logit(500):
        assert [text for text, *_ in measures(text, MAYOR)] == ["围绕劐垧港口", "完善服务"]


@pytest.mark.parametrize(
    ("text", "start", "verb"),
    [
        ("正确劐垧关系", 0, "正确"),  # 正 is an adverb, but no word here
        ("今年的劐垧港口", 0, "今年"),  # what 今年 stands in front of is not its action
        ("还要劐垧港口", 2, "劐"),
        ("还要劐垧完善港口", 2, "完善"),
        ("劐垧群众纷纷哭泣", 0, "哭泣"),
    ],
)
def test_what_is_taken_for_an_action_as_it_stands(text: str, start: int, verb: str) -> None:
    found = taken_whole(text, 0, len(text))
    assert (found.start, found.verb) == (start, verb)


def test_what_is_most_unlikely_is_not_read() -> None:
    with logit(-300):
        assert len(measures("将推进道路改造。", MAYOR)) == 1
    with logit(-301):
        assert measures("将推进道路改造。", MAYOR) == []


def test_a_list_that_lost_its_punctuation_is_no_measure() -> None:
    with logit(500):
        assert len(measures("劐垧" * 30 + "。", MAYOR)) == 1
        assert measures("劐垧" * 30 + "劐。", MAYOR) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("要推动产业转型，关停高耗能企业，整治城乡污染。", True),
        ("记者看到现场人头攒动，大家脸上洋溢着笑容。", False),
    ],
)
def test_what_the_weights_say_of_plain_sentences(text: str, expected: bool) -> None:
    found = clause_model.logits(text, (0, len(text))).values()
    assert all((logit > 0) is expected for logit in found)

"""Reading annotations: what may be left out, and the sentence for each slip."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from huiyao.evaluate import AnnotationError
from huiyao.evaluate.annotations import Annotation, read_annotations, texts_folder
from huiyao.evaluate.entries import MeasureEntry, MeetingEntry, SpeakerEntry, StatementEntry

Write = Callable[..., None]


def only(folder: Path) -> Annotation:
    (annotation,) = read_annotations(folder)
    return annotation


def test_all_that_an_annotation_says(gold: Path) -> None:
    annotation = only(gold)
    assert (annotation.id, annotation.source, annotation.sequence) == ("yunzhou", "yunzhou.txt", 0)
    assert annotation.entries.meetings == (
        MeetingEntry("第三届云州港口论坛", (), 3, "2031-05-08", "云州", None, "held"),
    )
    assert annotation.entries.speakers == (SpeakerEntry("甄有才", ("云州市市长",), "云州市", "speaker"),)
    assert annotation.entries.statements == (StatementEntry("甄有才", "将扩建三号码头,贯通沿江铁路。"),)
    assert annotation.entries.measures[0] == MeasureEntry("扩建三号码头", "planned", "甄有才")


def test_what_may_be_left_out(tmp_path: Path, write: Write) -> None:
    tables: dict[str, Any] = {"meetings": [{"name": "云州座谈会"}], "speakers": [], "statements": [], "measures": []}
    write(tmp_path, tables, "b.json")
    annotation = only(tmp_path)
    assert (annotation.id, annotation.source, annotation.sequence) == ("b", None, 0)
    assert annotation.entries.meetings == (MeetingEntry("云州座谈会"),)
    (tmp_path / "b.md").write_text("云州", encoding="utf-8")
    assert annotation.source_in(tmp_path) == "b.md"
    (tmp_path / "b.txt").write_text("云州", encoding="utf-8")
    assert annotation.source_in(tmp_path) == "b.txt"


def test_optional_and_empty_values(gold: Path, values: dict[str, Any], write: Write) -> None:
    values["meetings"][0] |= {"optional": True, "place": "", "aliases": None}
    values["measures"][1]["optional"] = True
    write(gold, values)
    entries = only(gold).entries
    assert (entries.meetings[0].optional, entries.meetings[0].place) == (True, None)
    assert [measure.optional for measure in entries.measures] == [False, True]


def test_annotations_come_by_file_name(gold: Path, values: dict[str, Any], write: Write) -> None:
    write(gold, values | {"id": "first"}, "a.json")
    (gold / "notes.txt").write_text("no annotation", encoding="utf-8")
    assert [annotation.id for annotation in read_annotations(gold)] == ["first", "yunzhou"]


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        (["meetings"], None, "yunzhou.json has no list of meetings."),
        (["measures"], {}, "yunzhou.json has no list of measures."),
        (["statements", 0], "港口要扩建", "yunzhou.json: statements[0] is no JSON object."),
        (["measures", 1, "text"], None, "yunzhou.json: measures[1] has no text."),
        (["speakers", 0, "name"], "", "yunzhou.json: speakers[0] has no name."),
        (["meetings", 0, "name"], 3, "yunzhou.json: meetings[0]: name is not a string."),
        (["meetings", 0, "ordinal"], "3", "yunzhou.json: meetings[0]: ordinal is not a whole number."),
        (["meetings", 0, "ordinal"], True, "yunzhou.json: meetings[0]: ordinal is not a whole number."),
        (["meetings", 0, "aliases"], "论坛", "yunzhou.json: meetings[0]: aliases is not a list of strings."),
        (["speakers", 0, "positions"], [1], "yunzhou.json: speakers[0]: positions is not a list of strings."),
        (["measures", 0, "optional"], "yes", "yunzhou.json: measures[0]: optional is not true or false."),
        (["sequence"], 1.5, "yunzhou.json: sequence is not a whole number."),
    ],
)
def test_values_of_the_wrong_kind(
    gold: Path, values: dict[str, Any], path: list[Any], value: object, sentence: str, write: Write
) -> None:
    holder: Any = values
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value
    write(gold, values)
    with pytest.raises(AnnotationError) as error:
        read_annotations(gold)
    assert str(error.value) == sentence


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'{"id": "yunzhou",\n "meetings": [}', "yunzhou.json: line 2 is no JSON: Expecting value."),
        (b"", "yunzhou.json: line 1 is no JSON: Expecting value."),
        (b"[]", "yunzhou.json is no JSON object."),
        ('{"id": "云州"}'.encode("gb18030"), "yunzhou.json is not in UTF-8."),
        (b"[" * 100_000, "yunzhou.json is nested too deeply."),
    ],
)
def test_broken_files(gold: Path, content: bytes, sentence: str) -> None:
    (gold / "yunzhou.json").write_bytes(content)
    with pytest.raises(AnnotationError) as error:
        read_annotations(gold)
    assert str(error.value) == sentence


def test_a_byte_order_mark_is_no_slip(gold: Path, values: dict[str, Any]) -> None:
    (gold / "yunzhou.json").write_text(json.dumps(values), encoding="utf-8-sig")
    assert only(gold).id == "yunzhou"


def test_two_annotations_of_one_id(gold: Path, values: dict[str, Any], write: Write) -> None:
    write(gold, values, "copy.json")
    with pytest.raises(AnnotationError, match=r"^copy.json and yunzhou.json have the same id yunzhou\.$"):
        read_annotations(gold)


def test_where_texts_are_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gold = tmp_path / "annotated" / "gold"
    gold.mkdir(parents=True)
    assert texts_folder(gold, None) == gold
    (gold / "texts").mkdir()
    assert texts_folder(gold, None) == gold / "texts"
    beside = tmp_path / "annotated" / "texts"
    beside.mkdir()
    assert texts_folder(gold, None) == beside.resolve()
    assert texts_folder(gold, tmp_path) == tmp_path
    monkeypatch.chdir(gold)
    assert texts_folder(Path(), None) == beside.resolve()

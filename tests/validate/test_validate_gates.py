from __future__ import annotations

import datetime
import json
import unicodedata
from typing import Any

import pytest

from huiyao.validate import validate
from huiyao.validate.plausibility import looks_like_name


def test_a_right_sample_passes_unchanged(sample: Any) -> None:
    tables, rejects = validate(sample.tables, sample.texts)
    assert rejects == []
    assert tables == sample.tables


@pytest.mark.parametrize("column", ["parent_meeting_id", "previous_meeting_id", "next_meeting_id"])
def test_no_meeting_is_a_part_or_another_edition_of_itself(sample: Any, column: str) -> None:
    own = sample.tables["meetings"][0]["meeting_id"]
    _, (reject, *_) = sample.broken("meetings", **{column: own})
    assert (reject.rule, reject.reason) == ("plausibility", f"The meeting's {column} is its own.")


BROKEN = [
    # (table, what is changed in its row, rule, a part of the reason)
    ("articles", {"source_sha256": None}, "required", "Source_sha256 has no value"),
    ("articles", {"source_sha256": "abc"}, "pattern", "Source_sha256 is 'abc'"),
    ("articles", {"sources": []}, "required", "Sources"),
    ("articles", {"n_chars": 3}, "evidence", "N_chars"),
    ("articles", {"headline": ""}, "empty", "Headline"),
    ("articles", {"headline": " "}, "empty", "Headline"),
    ("articles", {"bylines": ["何清越", ""]}, "empty", "Bylines"),
    ("articles", {"headline": "松\x00江"}, "characters", "U+0000"),
    ("articles", {"headline": "松\r\n江"}, "characters", "U+000D"),
    ("articles", {"headline": "松\ud800江"}, "characters", "U+D800"),
    ("articles", {"headline": unicodedata.normalize("NFD", "Café")}, "normalization", "NFC"),
    ("articles", {"published": "2024-13"}, "pattern", "Published"),
    ("articles", {"published": "1024-10-13"}, "plausibility", "1024"),
    ("articles", {"published_on": datetime.date(2924, 1, 1)}, "plausibility", "2924"),
    ("articles", {"published_basis": "guess"}, "enum", "metadata, text"),
    ("meetings", {"name": None}, "required", "Name"),
    ("meetings", {"ordinal": 0}, "minimum", "less than 1"),
    ("meetings", {"ordinal": 2**31}, "plausibility", "Ordinal"),
    ("meetings", {"attendance_min": 2**63}, "plausibility", "Attendance_min"),
    ("meetings", {"date": "2023-02-30"}, "plausibility", "no calendar"),
    ("meetings", {"date": "2024-10-13/2024-10-12"}, "plausibility", "ends before"),
    ("meetings", {"start_date": datetime.date(2024, 10, 16)}, "plausibility", "ends before"),
    ("positions", {"first_seen": datetime.date(2024, 10, 17)}, "plausibility", "before it is first seen"),
    ("positions", {"name": "林知远3"}, "plausibility", "name"),
    ("positions", {"title": None}, "required", "Title"),
    ("organizations", {"name": None}, "required", "Name"),
    ("meetings", {"status": "cancelled"}, "enum", "held, upcoming"),
    ("meetings", {"evidence": ["a-0000000000000000:0-3"]}, "evidence", "no article"),
    ("meetings", {"evidence": ["here"]}, "evidence", "no article"),
    ("speakers", {"name": "林知远3"}, "plausibility", "name"),
    ("statements", {"text": "将扩大开方"}, "evidence", "Text is not what stands"),
    ("statements", {"start": 0}, "evidence", "Text is not what stands"),
    ("statements", {"start": -1}, "minimum", "Start"),
    ("statements", {"end": 10_000}, "evidence", "Text is not what stands"),
    ("statements", {"mode": "sung"}, "enum", "direct, indirect"),
    ("measures", {"text": "扩大"}, "evidence", "Text is not what stands"),
    ("measures", {"evidence": "松江区区长林知远表示。"}, "evidence", "Evidence does not contain"),
    ("measures", {"evidence": "将扩大开放！"}, "evidence", "does not stand"),
    ("measures", {"deadline": "soon"}, "pattern", "Deadline"),
    ("measures", {"confidence": 1.01}, "maximum", "more than 1"),
    ("measures", {"confidence": -0.01}, "minimum", "less than 0"),
    ("meetings", {"rule": None}, "required", "Rule"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "changes", "rule", "reason"), BROKEN)
def test_what_is_wrong_is_rejected_with_its_reason(
    sample: Any, table: str, changes: dict[str, Any], rule: str, reason: str
) -> None:
    tables, rejects = sample.broken(table, **changes)
    assert tables[table] == []
    first = next(reject for reject in rejects if reject.table == table)
    assert (first.rule, first.source) == (rule, "x.txt")
    assert reason in first.reason
    assert first.reason.endswith(".")
    assert first.record is not None
    assert json.loads(first.record).keys() == sample.tables[table][0].keys()


@pytest.mark.parametrize("table", ["meetings", "speakers"])
@pytest.mark.parametrize("place", ["3-3", "5-3", "0-10000"])
def test_evidence_lies_in_the_article(sample: Any, table: str, place: str) -> None:
    (article_id,) = sample.texts
    tables, rejects = sample.broken(table, evidence=[f"{article_id}:{place}"])
    assert tables[table] == []
    assert rejects[0].rule == "evidence"


def test_at_the_place_of_a_speaker_stands_the_name(sample: Any) -> None:
    (article_id,) = sample.texts
    tables, rejects = sample.broken("speakers", evidence=[f"{article_id}:0-3"])
    assert tables["speakers"] == []
    assert "where the name does not stand" in rejects[0].reason


def test_values_that_look_odd_but_are_right_pass(sample: Any) -> None:
    _, rejects = sample.broken("articles", headline="=1+2\t|\n“\\”", source="Cafe\u0301.txt", published="XXXX-05")
    assert rejects == []


@pytest.mark.parametrize(
    "name",
    [
        "林知远",
        "何清",
        "欧阳知远",
        "阿里木·买买提",
        "博思远",
        "让-吕克·马罗尚",
        "迪亚洛-卡维尔",
        "Tim Brown",
        "J. K. Brown",
        "O’Hara",
        "Zoë",
        "䶮知",
        "𠮷田",
    ],
)
def test_names_that_look_like_names(name: str) -> None:
    assert looks_like_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "林",
        "林知远3",
        "林知远，",
        "林 知",
        "·林知",
        "林知·",
        "林知（主持）",
        "《松江》",
        "",
        "林" * 21,
        "A" * 41,
        "林-知",
        "-林知远",
        "迪亚洛--卡维尔",
        "Brown,",
    ],
)
def test_names_that_do_not(name: str) -> None:
    assert not looks_like_name(name)

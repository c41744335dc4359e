"""`huiyao extract FILE`: one file's records, for reading and as JSON."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from huiyao.ingest import articles_from_text
from huiyao.schema.records import Extraction, Measure, Meeting, Speaker, Statement

Huiyao = Callable[..., Any]
TEXT = "云州召开座谈会\n\n云州市市长甄有才表示，企业是发展的主体。云州将设立十亿元产业基金。"
RECORDS = Extraction(
    meetings=(Meeting("云州产业发展座谈会", 4, 7, date="2024-05-08", place="云州", organizers=("云州市政府",)),),
    speakers=(Speaker("甄有才", 13, 16, "云州市", "市长", ("云州市市长",)),),
    statements=(Statement("甄有才", True, "indirect", "表示", "企业是发展的主体", 19, 27),),
    measures=(
        Measure(
            "设立十亿元产业基金",
            31,
            40,
            "planned",
            "甄有才",
            True,
            "云州将设立十亿元产业基金。",
            quantities=("十亿元",),
        ),
    ),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def known_records(monkeypatch: pytest.MonkeyPatch) -> None:
    """Extraction that always finds the same, so that the view alone is tested."""
    monkeypatch.setattr("huiyao.extract.article.extract_article", lambda *_: RECORDS)


@pytest.mark.usefixtures("known_records")
def test_view_groups_records_with_their_places(huiyao: Huiyao, file: Path) -> None:
    shown = huiyao("extract", file, "--published", "2024-05-09")
    assert (shown.code, shown.err) == (0, "")
    assert [line.rstrip() for line in shown.out.splitlines()] == [
        "云州召开座谈会",
        "published 2024-05-09 (metadata), 41 characters",
        "meetings (1)",
        "  云州产业发展座谈会 · held · 2024-05-08 · 云州  4–7",
        "      organizers: 云州市政府",
        "speakers (1)",
        "  甄有才 · speaker · 云州市市长  13–16",
        "statements (1)",
        "  甄有才 · 表示 · indirect  19–27",
        "      企业是发展的主体",
        "measures (1)",
        "  planned · 甄有才  31–40",
        "      设立十亿元产业基金",
        "      quantities: 十亿元",
        "",
    ]
    assert max(cell_len(line) for line in shown.out.splitlines()) <= 80


def test_json_holds_text_and_records(huiyao: Huiyao, file: Path) -> None:
    shown = huiyao("extract", file, "--json", "--published", "2024-05-09")
    (document,) = json.loads(shown.out)
    assert document["headline"] == "云州召开座谈会"
    assert (document["published"], document["published_basis"]) == ("2024-05-09", "metadata")
    for kind in ("statements", "measures"):
        for record in document[kind]:
            assert document["text"][record["start"] : record["end"]] == record["text"]


def test_standard_input_in_any_encoding(huiyao: Huiyao, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("gb18030"))))
    (document,) = json.loads(huiyao("extract", "-", "--json").out)
    assert document["text"] == articles_from_text(TEXT)[0].text


@pytest.mark.parametrize(
    ("content", "arguments", "sentence"),
    [
        (None, [], "No such file"),
        (b"", [], "news.txt: "),
        (b"\x89PNG\r\n\x1a\n\0\0\0", [], "news.txt: "),
        (b"nothing Chinese in it", [], "news.txt: "),
        (TEXT.encode(), ["--published", "yesterday"], "is no date such as 2024-10-13"),
    ],
)
def test_slips_are_told_in_a_sentence(
    huiyao: Huiyao, tmp_path: Path, content: bytes | None, arguments: list[str], sentence: str
) -> None:
    path = tmp_path / "news.txt"
    if content is not None:
        path.write_bytes(content)
    shown = huiyao("extract", path, *arguments)
    assert (shown.code, shown.out) == (1, "")
    assert sentence in shown.err
    assert shown.err.count("\n") == 1


def test_a_folder_is_no_file(huiyao: Huiyao, tmp_path: Path) -> None:
    shown = huiyao("extract", tmp_path)
    assert shown.code == 1
    assert shown.err == f"{tmp_path} is a folder; `huiyao publish --seeds {tmp_path}` reads all of it.\n"


def test_what_is_rejected_beside_good_articles_is_told(huiyao: Huiyao, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"id": "1", "text": TEXT}) + "\nno JSON\n", encoding="utf-8")
    shown = huiyao("extract", path, "--json")
    assert shown.code == 0
    assert len(json.loads(shown.out)) == 1
    assert str(path) in shown.err


def test_a_terminal_without_chinese_shows_question_marks(file: Path) -> None:
    command = [sys.executable, "-m", "huiyao", "extract", str(file)]
    run = subprocess.run(command, capture_output=True, env=os.environ | {"PYTHONIOENCODING": "ascii"}, check=False)
    assert run.returncode == 0, run.stderr
    assert b"???" in run.stdout


def test_a_reader_that_stops_reading_is_no_error(file: Path) -> None:
    command = f"{sys.executable} -m huiyao extract --json {file} | true"
    run = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert run.stderr == b""

"""Text written to be slow or to break a pattern: 200 kB of each kind is read to its end, without an error.

How time grows with length is measured by the benchmarks; a pattern that runs away would not come back here.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from huiyao.schema.records import Extraction

Read = Callable[..., Extraction]
LENGTH = 200_000 // 3  # code points of Chinese text in 200 kB of UTF-8
PARAGRAPH = 1_000  # code points

HOSTILE = {
    "open quotation marks": "“",
    "open quotations": "“我们说，",
    "closed quotation marks": "”",
    "quotations": "“好。”",
    "one surname": "林",
    "surnames and commas": "林、",
    "titles": "市长",
    "titles in a list": "市长、",
    "middle dots": "罗·",
    "digits": "1",
    "days": "13日",
    "ranges": "1日至",
    "years": "2024年",
    "next years": "明年",
    "opening brackets": "（",
    "brackets": "（）",
    "opening book titles": "《",
    "book titles": "《好》",
    "commas": "，",
    "full stops": "。",
    "holding": "在云州举行",
    "organizing": "由云州市政府主办",
    "ordinals": "第一百次",
    "adverbs": "不断",
    "modals": "要",
    "verbs": "扩大",
    "actions and commas": "要扩大对外开放，",
    "prepositions": "在对与以",
    "to make": "把将",
    "programmes": "计划",
    "signing": "签署",
    "learning": "记者从",
    "lasting": "为期三天",
    "next editions": "下届大会",
    "brackets in names": "（云州）",
    "after all": "，在云州后",
    "lists of people": "召开农民、",
}
# Patterns that are looked around at each place where they stand: read in the length of a long paragraph.
CROWDED = {
    "scene-setting phrases": "围绕港口，",
    "meetings in a list": "云州论坛、",
    "named cues": "林小田表示，",
    "actions": "扩大开放、",
    "cues": "表示，",
    "cues without punctuation": "表示",
    "sentences of one speaker": "云州市市长林小田表示，好。",
    "title and name": "市长林小田",
    "enumeration commas": "、",
    "meetings": "会议",
    "meetings held": "云州论坛在云州举行",
    "days and sittings": "第三届云州大会16日",
    "welcomes": "举行仪式，欢迎来访",
    "themes of names": "以“好”为主题的云州论坛",
    "the same subject": "他表示，好。",
}


def assert_read(read: Read, piece: str, length: int) -> None:
    text = (piece * (length // len(piece) + 1))[:length]
    found = read(text, published="2024-10-14")
    assert all(text[s.start : s.end] == s.text for s in found.statements)
    assert all(text[m.start : m.end] == m.text for m in found.measures)


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_comes_back(read: Read, piece: str) -> None:
    assert_read(read, piece, LENGTH)


@pytest.mark.parametrize("piece", CROWDED.values(), ids=CROWDED)
def test_comes_back_from_a_crowded_paragraph(read: Read, piece: str) -> None:
    assert_read(read, piece, PARAGRAPH)


@pytest.mark.parametrize(
    "piece",
    ["云州市市长林小田表示，要扩大对外开放。\n", "“好。\n", "云州论坛举行。\n"],
    ids=["cues", "quotations", "meetings"],
)
def test_many_short_paragraphs(read: Read, piece: str) -> None:
    found = read(*(piece.rstrip() for _ in range(5_000)), published="2024-10-14")
    assert all(statement.start < statement.end for statement in found.statements)
    assert all(measure.start < measure.end for measure in found.measures)


@pytest.mark.parametrize("char", ["\0", "\ufffd", "\u200b", "𠀀", "🙂", "\u0301", "\u202e"])
def test_odd_characters_are_read_over(read: Read, char: str) -> None:
    found = read(f"云州市市长林小田表示，云州{char}港已经建成。")
    assert [statement.text for statement in found.statements] == [f"云州{char}港已经建成。"]

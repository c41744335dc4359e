"""Answers behind 答：, said by whom the article names as asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from huiyao.schema.records import Extraction

Read = Callable[..., Extraction]

QUESTIONS = ("问：麦田何时整治？", "答：明年动工。", "资金已经落实。", "问：谁来整治？", "答：乡镇负责。")
SAID = ["明年动工。", "资金已经落实。", "乡镇负责。"]


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("日前，市麦田局有关负责人就补贴办法答记者问。", "市麦田局有关负责人"),
        ("针对大家关心的问题，市麦田局有关负责人回答了记者提问。", "市麦田局有关负责人"),
        ("云州市政府新闻发言人接受了本报记者的专访。", "云州市政府新闻发言人"),
        ("云州市市长林小田就麦田整治回答了记者的提问。", "林小田"),
    ],
)
def test_the_answers_are_said_by_whom_the_article_names(read: Read, lead: str, speaker: str) -> None:
    found = read(lead, *QUESTIONS)
    assert [(each.speaker, each.named, each.text) for each in found.statements] == [
        (speaker, speaker == "林小田", text) for text in SAID
    ]
    assert [each.name for each in found.speakers] == (["林小田"] if speaker == "林小田" else [])


@pytest.mark.parametrize(
    "paragraphs",
    [
        # nothing tells who is asked
        ("日前，补贴办法印发实施。", *QUESTIONS),
        ("老人们答记者问时笑了。", *QUESTIONS),
        # nobody answers
        ("市麦田局有关负责人就补贴办法答记者问。", "答卷：共三百份。"),
    ],
)
def test_without_both_nothing_is_said(read: Read, paragraphs: tuple[str, ...]) -> None:
    assert [each.text for each in read(*paragraphs).statements if each.text in SAID] == []

"""Sentences, quotations (speech or term) and clauses of a passage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyao.extract.sentences import clauses, quotes, sentences, trim


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  \n ", []),
        ("甲说。", ["甲说。"]),
        ("甲说。乙说！丙问？", ["甲说。", "乙说！", "丙问？"]),
        ("没有句号", ["没有句号"]),
        ("真的吗？！是的。", ["真的吗？！", "是的。"]),
        ("他说：“我们准备好了。”众人鼓掌。", ["他说：“我们准备好了。”", "众人鼓掌。"]),
        ("他说：“好。我们走。”众人鼓掌。", ["他说：“好。", "我们走。”", "众人鼓掌。"]),
        ("（他来了。）随后散会。", ["（他来了。）", "随后散会。"]),
        ("第一行\n第二行。", ["第一行", "第二行。"]),
        ("  前后有空白。  下一句。 ", ["前后有空白。", "下一句。"]),
        ("增长3.5%，达到2.1亿元。", ["增长3.5%，达到2.1亿元。"]),
        ("一是建园；二是修路。", ["一是建园；二是修路。"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == expected


def test_sentences_of_a_passage_stay_in_it() -> None:
    text = "甲说。乙说。丙说。"
    assert [text[a:b] for a, b in sentences(text, 3, 6)] == ["乙说。"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他说：“我们准备好了。”", [("我们准备好了。", True)]),
        ("共建“一带一路”倡议", [("一带一路", False)]),
        ("“我们准备好了，”他说。", [("我们准备好了，", True)]),
        ("他问：“准备好了吗？”", [("准备好了吗？", True)]),
        ("推动“放管服”改革、“双创”升级", [("放管服", False), ("双创", False)]),
        ("「我们准备好了。」他说", [("我们准备好了。", True)]),
        ("他说：“要建好‘一带一路’。”", [("要建好‘一带一路’。", True)]),
        ("他说：“要建好“云州港”。”众人鼓掌", [("要建好“云州港”。", True)]),
        ("他说：“我们准备好了。", [("我们准备好了。", True)]),
        ("主题为“开放、创新、合作”的论坛", [("开放、创新、合作", False)]),
        ("围绕“聚合力，促发展”主题", [("聚合力，促发展", False)]),
        ("没有引号", []),
        ("多出的”不算", []),
    ],
)
def test_quotes(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(text[slice(*q.inner)], q.speech) for q in quotes(text, 0, len(text))] == expected


def test_a_quotation_includes_its_marks() -> None:
    text = "甲“乙”丙"
    (quote,) = quotes(text, 0, len(text))
    assert (text[quote.start : quote.end], text[slice(*quote.inner)]) == ("“乙”", "乙")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("扩大开放，优化环境。", ["扩大开放", "优化环境"]),
        ("扩大开放；优化环境", ["扩大开放", "优化环境"]),
        ("要求：扩大开放", ["要求", "扩大开放"]),
        ("建设“一带一路，六廊”项目，优化环境。", ["建设“一带一路，六廊”项目", "优化环境"]),
        ("印发《关于甲，乙的意见》，优化环境。", ["印发《关于甲，乙的意见》", "优化环境"]),
        ("三县（甲，乙，丙）共建园区，优化环境。", ["三县（甲，乙，丙）共建园区", "优化环境"]),
        ("他说：“扩大开放，优化环境。”", ["他说", "扩大开放", "优化环境"]),
        ("建园区、修道路", ["建园区、修道路"]),
        ("，，。", []),
        ("", []),
        ("（没有合上，优化环境", ["（没有合上", "优化环境"]),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in clauses(text, 0, len(text))] == expected


@pytest.mark.parametrize(("text", "expected"), [(" 甲 ", "甲"), ("\u3000甲\n", "甲"), ("", ""), ("  ", "")])
def test_trim(text: str, expected: str) -> None:
    start, end = trim(text, 0, len(text))
    assert text[start:end] == expected


PASSAGES = st.lists(st.sampled_from(list("甲乙，。；：！？“”「」（）《》、\n 1")), max_size=40).map("".join)


@given(PASSAGES)
def test_sentences_cover_all_but_white_space(text: str) -> None:
    found = sentences(text, 0, len(text))
    assert "".join(text[a:b] for a, b in found).split() == text.split() or "".join(
        "".join(text[a:b] for a, b in found).split()
    ) == "".join(text.split())
    assert all(a < b for a, b in found)
    assert found == sorted(found)


@given(PASSAGES)
def test_quotes_and_clauses_are_in_order_and_apart(text: str) -> None:
    for spans in ([(q.start, q.end) for q in quotes(text, 0, len(text))], list(clauses(text, 0, len(text)))):
        edges = [edge for span in spans for edge in span]
        assert edges == sorted(edges)
        assert all(0 <= a < b <= len(text) for a, b in spans)

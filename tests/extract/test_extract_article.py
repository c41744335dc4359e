"""A whole article: pure, deterministic, and every record where it says it stands."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import huiyao
from huiyao.extract.article import extract_article
from huiyao.ingest import articles_from_text
from huiyao.schema.records import Article, Extraction, Measure, Meeting, Speaker, Statement

Read = Callable[..., Extraction]

PAGE = """云州麦田产业峰会开幕

本报讯 10月13日，第三届云州麦田产业峰会在上海开幕，300多名代表参加。云州市委副书记、市长林小田主持会议并致辞。

林小田表示，云州将扩大对外开放，优化营商环境。他还说：“我们准备好了。”

麦田集团董事长、总裁周大山建议，建立共享平台，支持企业“走出去”。与会专家认为，市场正在恢复。

会议要求，各部门要提高思想站位，加强日常监管。会上，双方签署了合作协议。
"""


def test_the_records_of_an_article() -> None:
    found = huiyao.extract(PAGE, published="2024-10-14")
    (meeting,) = found.meetings
    assert (meeting.name, meeting.ordinal, meeting.date, meeting.place, meeting.attendance_min) == (
        "第三届云州麦田产业峰会", 3, "2024-10-13", "上海", 300,
    )  # fmt: skip
    assert [(s.name, s.role, s.positions, s.meeting) for s in found.speakers] == [
        ("林小田", "chair", ("云州市委副书记", "市长"), meeting.name),
        ("周大山", "speaker", ("麦田集团董事长、总裁",), meeting.name),
    ]
    assert [(s.speaker, s.mode, s.text) for s in found.statements] == [
        ("林小田", "indirect", "云州将扩大对外开放，优化营商环境。"),
        ("林小田", "direct", "我们准备好了。"),
        ("周大山", "indirect", "建立共享平台，支持企业“走出去”。"),
        ("与会专家", "indirect", "市场正在恢复。"),
        ("会议", "indirect", "各部门要提高思想站位，加强日常监管。"),
    ]
    assert [(m.text, m.status, m.by) for m in found.measures] == [
        ("扩大对外开放", "planned", "林小田"),
        ("优化营商环境", "planned", "林小田"),
        ("建立共享平台", "proposed", "周大山"),
        ("支持企业“走出去”", "proposed", "周大山"),
        ("提高思想站位", "planned", "会议"),
        ("加强日常监管", "planned", "会议"),
        ("签署了合作协议", "done", None),
    ]


def test_the_same_twice_and_the_article_untouched() -> None:
    (article,) = articles_from_text(PAGE, published="2024-10-14")
    before = dataclasses.replace(article)
    first, second = extract_article(article), extract_article(article)
    assert first == second
    assert first is not second
    assert article == before


def test_records_are_frozen() -> None:
    found = huiyao.extract(PAGE)
    records: list[Extraction | Meeting | Speaker | Statement | Measure] = [found, *found.meetings, *found.speakers]
    for record in [*records, *found.statements, *found.measures]:
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(record, dataclasses.fields(record)[0].name, "别的")


def test_what_came_before_changes_nothing() -> None:
    alone = huiyao.extract(PAGE, published="2024-10-14")
    huiyao.extract_page("海州港口发展大会召开\n\n海州市市长韩青表示，海州港已经建成。" * 3)
    assert huiyao.extract(PAGE, published="2024-10-14") == alone


def test_the_date_of_publication_is_the_only_clock() -> None:
    text = "云州麦田产业峰会开幕\n\n云州麦田产业峰会昨天开幕。"
    dates = [huiyao.extract(text, published=day).meetings[0].date for day in ("2024-10-14", "2025-01-01")]
    assert dates == ["2024-10-13", "2024-12-31"]


def test_no_records_for_no_news(read: Read) -> None:
    assert read("云州位于云江之滨。") == Extraction()
    assert read() == Extraction()


def test_a_measure_is_recorded_once_for_each_speaker(read: Read) -> None:
    found = read("云州市市长林小田表示，将扩大对外开放。林小田强调，将扩大对外开放。会议指出，将扩大对外开放。")
    assert [(m.text, m.by) for m in found.measures] == [("扩大对外开放", "林小田"), ("扩大对外开放", "会议")]


def test_headlines_give_no_measures_and_no_statements(read: Read) -> None:
    found = read("#会议要求扩大对外开放", "会议昨天召开。")
    assert (found.statements, found.measures) == ((), ())


SCRIPT = (
    "import sys, huiyao; sys.stdout.buffer.write(repr(huiyao.extract_page(sys.stdin.buffer.read().decode())).encode())"
)


def test_the_same_under_any_hash_seed() -> None:
    outputs = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT], input=PAGE.encode(), capture_output=True, check=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert outputs[0] == outputs[1]
    assert outputs[0].count("林小田".encode()) > 3


WORDS = """
云州市市长林小田 麦田集团董事长周大山 法国总统德拉科娃 罗伯特·格林菲尔德 林小田 周大山 他 该组织 海湾救援组织 与会专家 会议
记者从发布会上获悉 表示 指出 强调 要求 说 建议 致辞 主持 出席 提出三点要求
第三届云州麦田产业峰会 云州论坛开幕式 签约仪式 新闻发布会 明年的 将于 昨天 10月13日 5月18日至19日 2025年
在沪 在上海国际会议中心 举行 召开 主题为 以 为主题 由云州市政府主办 300多人参加
将 要 已 应该 扩大对外开放 优化营商环境 签署了合作协议 围绕港口建设 审议通过 是 的 和 等 据悉 会后 同时 一是 第 次 届
， 。 、 ； ： ！ ？ “ ” 「 」 （ ） 《 》 · … —— 1 A
"""
VOCABULARY = st.sampled_from([*WORDS.split(), "\n", " ", "\u3000"])
TEXTS = st.lists(VOCABULARY, max_size=60).map("".join)


def assert_in_place(article: Article, found: Extraction) -> None:
    text = article.text
    texts: list[Statement | Measure] = [*found.statements, *found.measures]
    named: list[Meeting | Speaker] = [*found.meetings, *found.speakers]
    for record in texts:
        assert record.text
        assert record.text == text[record.start : record.end]
    for placed in named:
        assert placed.name
        assert 0 <= placed.start < placed.end <= len(text)
    for speaker in found.speakers:
        assert text[speaker.start : speaker.end] == speaker.name
    names = {speaker.name for speaker in found.speakers}
    assert {s.speaker for s in found.statements if s.named} <= names
    assert sum(meeting.primary for meeting in found.meetings) == bool(found.meetings)
    meetings = {meeting.name for meeting in found.meetings}
    at = {speaker.meeting for speaker in found.speakers} | {record.meeting for record in texts}
    assert at - {None} <= meetings


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from([None, "2024", "2024-10-14"]))
def test_any_text_gives_records_in_place(text: str, published: str | None) -> None:
    for article in articles_from_text(text, published=published):
        found = extract_article(article)
        assert_in_place(article, found)
        assert extract_article(article) == found


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_statements_do_not_overlap(text: str) -> None:
    for article in articles_from_text(text):
        spans = sorted((s.start, s.end) for s in extract_article(article).statements)
        assert all(one[1] <= two[0] for one, two in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        # a side of talks, joint speakers and a public body can order; others only suggest
        ("俄方表示，加强港口合作。", ["加强港口合作"]),
        ("县公安局刑侦大队表示，加强夜间巡查。", ["加强夜间巡查"]),
        ("云州市市长林小田、海州市市长何小川出席。林小田和何小川表示，加强港口合作。", ["加强港口合作"]),
        ("业界专家表示，加强港口合作。", []),
        # a firm's plans count, those of onlookers do not, where no meeting is reported
        ("青禾公司表示，将加强安全培训。", ["加强安全培训"]),
        ("业界专家表示，将加强安全培训。", []),
    ],
)
def test_whose_words_without_a_modal_are_plans(read: Read, text: str, texts: list[str]) -> None:
    assert [measure.text for measure in read(text).measures] == texts


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("全国政协委员林小田", "proposed"),
        ("云州市人大代表林小田", "proposed"),
        ("中央政治局委员林小田", "planned"),
        ("云州市人大常委会副主任林小田", "planned"),
    ],
)
def test_who_only_advises_orders_nothing(read: Read, who: str, status: str) -> None:
    found = read(f"云州召开座谈会\n\n{who}在座谈会上表示，要加强港口建设。")
    assert [(measure.text, measure.status) for measure in found.measures] == [("加强港口建设", status)]

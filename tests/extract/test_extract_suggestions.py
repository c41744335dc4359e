"""Who orders, who pledges and who only suggests: the status that the cue and the speaker give to what is told."""

from __future__ import annotations

import pytest

from huiyao.extract.article import _voice
from huiyao.extract.measures import find_measures
from huiyao.extract.people import People
from huiyao.extract.voice import Voice
from huiyao.schema.records import Statement


def statuses(text: str, voice: Voice, start: int = 0) -> list[str]:
    return [measure.status for measure in find_measures(text, start, len(text), voice, None)]


@pytest.mark.parametrize("cue", ["呼吁", "建议", "倡议"])
def test_who_calls_for_something_suggests_it_whatever_his_office(cue: str) -> None:
    assert statuses("加强团结合作，维护多边体制。", Voice("林小田", named=True, cue=cue)) == ["proposed", "proposed"]


def test_what_is_hoped_is_no_order() -> None:
    text = "县里要培育主导产业，延长产业链条。"
    assert statuses(text, Voice("林小田", named=True, cue="希望")) == ["proposed", "proposed"]
    assert statuses(text, Voice("林小田", named=True, cue="要求")) == ["planned", "planned"]


def test_advice_behind_a_colon_is_a_suggestion() -> None:
    voice = Voice("林小田", named=True, cue="提出")
    advice, order = "林小田提出三点建议：完善供热管网。", "林小田提出三点要求：完善供热管网。"
    assert statuses(advice, voice, advice.index("：") + 1) == ["proposed"]
    assert statuses(order, voice, order.index("：") + 1) == ["planned"]


@pytest.mark.parametrize(
    ("speaker", "decides"), [("与会同志们", True), ("广大党员干部", True), ("全体官兵", True), ("与会嘉宾", False)]
)
def test_who_takes_up_orders_pledges(speaker: str, decides: bool) -> None:
    said = Statement(speaker, False, "indirect", "表示", "要抓好落实。", 0, 6)
    assert _voice(said, People(), (), at_press=False).has_power is decides


def test_what_two_parties_announce_is_done() -> None:
    text = "将两地关系提升为友好城市。"
    assert statuses(text, Voice("两地市长", has_power=False, cue="宣布")) == ["done"]
    assert statuses(text, Voice("两地市长", has_power=False, cue="表示")) == []

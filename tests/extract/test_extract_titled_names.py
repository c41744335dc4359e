"""Names with a title behind them, and lists of names that speak in turn."""

from __future__ import annotations

import pytest

from huiyao.extract.persons import find_people


def persons(text: str) -> dict[str, list[str]]:
    found = find_people(text, [(0, len(text))])
    return {name: [position.text for position in person.positions] for name, person in found.persons.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a body before the name
        ("云州大学附属医院林小田教授致辞。", {"林小田": ["云州大学附属医院教授"]}),
        ("会议由云州市卫生局林小田副局长主持。", {"林小田": ["云州市卫生局副局长"]}),
        ("云州市麦田研究院林小田院长、海州市麦田研究所周大山所长出席。", {
            "林小田": ["云州市麦田研究院院长"], "周大山": ["海州市麦田研究所所长"],
        }),
        ("云州医院林小田主任与海州医院周大山院长出席。", {"林小田": ["云州医院主任"], "周大山": ["海州医院院长"]}),
        ("云州麦田研究院林小田院长进行演讲。", {"林小田": ["云州麦田研究院院长"]}),
        # who heads a clause and speaks
        ("林小田委员认为，公园要建好。", {"林小田": ["委员"]}),
        ("林小田院士在致辞中指出，公园要建好。", {"林小田": ["院士"]}),
        # the title goes with a name behind it, or with none
        ("云州市教育局局长林小田出席。", {"林小田": ["云州市教育局局长"]}),
        ("钱田镇镇长林小田出席。", {"林小田": ["钱田镇镇长"]}),
        ("林田镇镇长出席会议。", {}),
        ("云州市经信局局长说。", {}),
        ("公园旁的林小田院长大了。", {}),
        # whom everybody cites is no newcomer
        ("大会贯彻林小田总书记的重要讲话。", {}),
        ("云州大会林小田主席致辞。", {}),
        ("周大山向总书记作了汇报。", {}),
        # a list without titles that speaks in turn
        ("会上，林小田、周大山、麦穗·云杉等8位委员先后发言。", {"林小田": [], "周大山": [], "麦穗·云杉": []}),
        ("林小田、周大山分别介绍了情况。", {"林小田": [], "周大山": []}),
        ("林小田、公园分别介绍了情况。", {}),
        ("林小田、欧阳静作交流发言。", {"林小田": [], "欧阳静": []}),
        ("林小田、公园作交流发言。", {}),
        ("林小田、周大山作物发芽。", {}),
        ("云州、海州等8个城市先后发言。", {}),
        ("林小田、周大山先后来到云州。", {}),
    ],
)  # fmt: skip
def test_names_with_a_title_behind(text: str, expected: dict[str, list[str]]) -> None:
    assert persons(text) == expected

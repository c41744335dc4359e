from __future__ import annotations

import pytest

from huiyao.resolve.naming import folded, is_part_of, naming, shortens


@pytest.mark.parametrize(
    ("name", "stem", "numbers", "year"),
    [
        ("第三届松江论坛", "松江论坛", (3,), None),
        ("第137次松江论坛", "松江论坛", (137,), None),
        ("第二十二届松江论坛", "松江论坛", (22,), None),
        ("第一百三十一次松江会议", "松江会议", (131,), None),
        ("第二〇次松江会议", "松江会议", (20,), None),
        ("首届松江论坛", "松江论坛", (1,), None),
        ("十四届松江人大三次会议", "松江人大会议", (14, 3), None),
        ("二十届三中全会", "三中全会", (20, 3), None),
        ("2024年松江论坛", "松江论坛", (), 2024),
        ("2024—松江论坛", "-松江论坛", (), 2024),
        # of a district or a school nobody counts editions
        ("第五区座谈会", "第五区座谈会", (), None),
        ("（1月13日）松江发布会", "松江发布会", (), None),
    ],
)
def test_what_a_name_says(name: str, stem: str, numbers: tuple[int, ...], year: int | None) -> None:
    said = naming(name)
    assert (said.stem, said.numbers, said.year) == (stem, numbers, year)


@pytest.mark.parametrize(
    ("name", "bare", "telling"),
    [
        ("座谈会", True, False),
        ("新春招待会", True, False),
        ("市座谈会", True, False),
        ("第二次会议", True, False),
        ("政策例行吹风会", True, False),
        ("松江论坛", False, False),
        ("第八届进博会", False, False),
        ("松江区防范化解债务风险工作会议", False, True),
    ],
)
def test_which_names_tell_a_meeting_from_others(name: str, bare: bool, telling: bool) -> None:
    assert (naming(name).bare, naming(name).telling) == (bare, telling)


@pytest.mark.parametrize(
    ("name", "whole", "expected"),
    [
        ("第三届松江论坛青年分论坛", "第三届松江论坛", True),
        ("第三届松江论坛分论坛", "第三届松江论坛", True),
        ("松江论坛系列论坛之一", "松江论坛", True),
        ("第三届松江论坛新闻发布会", "第三届松江论坛", True),
        ("第三届松江论坛第一次筹备会", "第三届松江论坛", True),
        ("第三届松江论坛开幕式", "第三届松江论坛", False),
        ("第三届松江论坛暨青年发展论坛", "第三届松江论坛", False),
        ("松江论坛2024年年会", "松江论坛", False),
        ("第三届松江论坛", "第三届松江论坛", False),
        ("第三届松江论坛组委会办公室", "第三届松江论坛", False),
        ("第三届青浦论坛青年分论坛", "第三届松江论坛", False),
    ],
)
def test_which_names_are_those_of_a_part(name: str, whole: str, expected: bool) -> None:
    assert is_part_of(naming(name), naming(whole)) is expected


def test_quotes_widths_and_dashes_do_not_count() -> None:
    assert folded("“松江”—青浦 ＡＩ论坛") == folded("松江－青浦AI论坛") == "松江-青浦AI论坛"


@pytest.mark.parametrize(
    ("short", "expected"), [("市咨会", True), ("会咨市", False), ("市长会议", True), ("市委会", False)]
)
def test_shortens(short: str, expected: bool) -> None:
    assert shortens(short, "松江市长咨询会议") is expected

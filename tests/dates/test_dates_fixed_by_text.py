"""The date of publication, where the text itself fixes it."""

from __future__ import annotations

import pytest

from huiyao.dates import date_fixed_by_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a dateline
        ("某社云州2024年10月13日电 云州论坛今天开幕。", "2024-10-13"),
        ("本报2024年10月13日讯 云州论坛今天开幕。", "2024-10-13"),
        ("某网2024年5月1日消息：云州论坛今天开幕。", "2024-05-01"),
        ("某社云州2024年10月13日电 去年（2022年）的论坛在云州举行。", "2024-10-13"),
        # next year's meeting with its year
        ("明年的云州论坛将于2025年10月12日在云州举行。", "2024"),
        ("第二届论坛明年召开，时间是2025年5月。", "2024"),
        # a year beside a relative word
        ("去年（2023年）的论坛有300人参加。", "2024"),
        ("今年(2024年)是云州建市三十周年。", "2024"),
        ("前年即2022年，云州举办了首届论坛。", "2024"),
        ("明年（2025年）再会。", "2024"),
        ("去年（2023年）如此，今年（2024年）亦然。", "2024"),
        # silence
        ("", None),
        ("云州论坛10月13日开幕。", None),
        ("云州论坛于2024年10月13日开幕。", None),
        ("明年的云州论坛将在海州举行。", None),
        ("明年再会。2025年的海州展会已经筹备。", None),
        ("明年再会\n2025年的海州展会已经筹备。", None),
        ("某社云州2024年2月30日电 云州论坛今天开幕。", None),
        ("铺垫。" * 70 + "某社云州2024年10月13日电", None),
        # two that disagree fix nothing
        ("去年（2022年）的论坛有300人参加，明年（2025年）再会。", None),
        ("明年的云州论坛将于2025年举行。去年（2020年）的论坛推迟了。", None),
    ],
)
def test_date_fixed_by_text(text: str, expected: str | None) -> None:
    assert date_fixed_by_text(text) == expected

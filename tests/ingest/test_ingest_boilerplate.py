"""Each row of the tables of boilerplate matches its example, and none takes words of the article."""

from __future__ import annotations

import re

import pytest

from huiyao.ingest.boilerplate import ENDS, STARTS, Boilerplate, strip_boilerplate

ROWS = (*ENDS, *STARTS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.example[0])
def test_each_row_by_its_example(row: Boilerplate) -> None:
    line, left = row.example
    assert re.search(row.pattern, line)
    assert strip_boilerplate(line) == left


@pytest.mark.parametrize(
    "line",
    [
        "会议要求编辑：出版单位要把好关。",
        "市民扫描二维码即可报名参加会议。",
        "会议要求扫描二维码登记，并关注公众号。",
        "点击首页即可查看的功能上线。",
        "相关新闻发布会昨天举行。",
        "会议（上半场）结束。",
        "会议审议了关闭矿山的方案。",
        "责任编辑工作会议召开",
        "会议关注民生",
        "审核：材料齐全",
        "会议明确了分工。责任：由各区承担",
        "返回灾区的首批群众得到安置",
    ],
)
def test_the_article_is_left_alone(line: str) -> None:
    assert strip_boilerplate(line) == line


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("会议闭幕。（完）责任编辑：王某", "会议闭幕。"),
        ("责任编辑：王某", ""),
        ("扫描下方二维码，关注江海发布！", ""),
        ("会议推出“五张名片”长按下方二维码关注“今日江海”微信号主办：江海市某中心电话：0000", "会议推出“五张名片”"),
        ("关键词：[提要]会议召开。", "会议召开。"),
    ],
)
def test_layers_come_off(line: str, left: str) -> None:
    assert strip_boilerplate(line) == left


def test_many_layers_take_no_long_time() -> None:
    assert len(strip_boilerplate("会议闭幕。" + "（完）" * 100_000)) > 200_000

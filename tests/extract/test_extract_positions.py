"""Positions: organization and title, several offices of one person, and what before a position is no part of it."""

from __future__ import annotations

import pytest

from huiyao.extract.positions import parse_positions, split_title


@pytest.mark.parametrize(
    ("text", "organization", "title"),
    [
        # state and party
        ("上海市市长", "上海市", "市长"),
        ("总理", None, "总理"),
        ("以色列国防部长", "以色列国防部", "部长"),
        ("国防部部长", "国防部", "部长"),
        ("云州省省长", "云州省", "省长"),
        ("青禾县副县长", "青禾县", "副县长"),
        ("市委书记", "市委", "书记"),
        ("省委副书记", "省委", "副书记"),
        ("云州市委常委", "云州市委", "常委"),
        ("云州市政协副主席", "云州市政协", "副主席"),
        ("云州市人大常委会副主任", "云州市人大常委会", "副主任"),
        ("教育部副部长", "教育部", "副部长"),
        ("云州市教育局局长", "云州市教育局", "局长"),
        ("云州市教育局副局长", "云州市教育局", "副局长"),
        ("省发展改革委主任", "省发展改革委", "主任"),
        ("外交部发言人", "外交部", "发言人"),
        ("外交部新闻发言人", "外交部", "新闻发言人"),
        ("云州海关关长", "云州海关", "关长"),
        ("中国驻法国大使", "中国驻法国", "大使"),
        ("联合国秘书长", "联合国", "秘书长"),
        ("法国前总统", "法国", "前总统"),
        ("国务院总理", "国务院", "总理"),
        ("最高人民法院院长", "最高人民法院", "院长"),
        ("云州市公安局原局长", "云州市公安局", "原局长"),
        ("时任云州市市长", "时任云州市", "市长"),
        # business
        ("麦田集团董事长", "麦田集团", "董事长"),
        ("麦田集团首席执行官", "麦田集团", "首席执行官"),
        ("麦田集团副总裁", "麦田集团", "副总裁"),
        ("麦田集团高级副总裁", "麦田集团", "高级副总裁"),
        ("麦田集团执行副总裁", "麦田集团", "执行副总裁"),
        ("麦田集团创始人", "麦田集团", "创始人"),
        ("麦田集团联合创始人", "麦田集团", "联合创始人"),
        ("麦田（中国）有限公司总经理", "麦田（中国）有限公司", "总经理"),
        ("麦田集团中国区总裁", "麦田集团", "中国区总裁"),
        ("麦田集团董事会主席", "麦田集团", "董事会主席"),
        ("麦田集团首席经济学家", "麦田集团", "首席经济学家"),
        ("麦田集团CEO", "麦田集团", "CEO"),
        ("麦田集团总裁助理", "麦田集团", "总裁助理"),
        # academic and other
        ("云州大学校长", "云州大学", "校长"),
        ("云州大学教授", "云州大学", "教授"),
        ("云州大学经济学院院长", "云州大学经济学院", "院长"),
        ("云州医院主任医师", "云州医院", "主任医师"),
        ("中国科学院院士", "中国科学院", "院士"),
        ("云州市作家协会会长", "云州市作家协会", "会长"),
        ("青禾村村民", "青禾村", "村民"),
        ("董事长", None, "董事长"),
        ("副主任", None, "副主任"),
    ],
)
def test_split_title(text: str, organization: str | None, title: str) -> None:
    assert split_title(text) == (organization, title)


@pytest.mark.parametrize("text", ["", "云州市", "麦田集团", "市长说", "出席会议", "市长会议"])
def test_no_title_at_the_end(text: str) -> None:
    assert split_title(text) is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("上海市市长", ["上海市市长"]),
        # titles of one organization stay one string
        ("西门子股份公司董事会主席、总裁兼首席执行官", ["西门子股份公司董事会主席、总裁兼首席执行官"]),
        ("麦田集团创始人兼执行董事长", ["麦田集团创始人兼执行董事长"]),
        ("麦田集团董事长、总裁", ["麦田集团董事长、总裁"]),
        ("麦田集团董事长兼任总裁", ["麦田集团董事长兼任总裁"]),
        ("党组成员、副厅长", ["党组成员、副厅长"]),
        ("云州大学经济学兼职教授", ["云州大学经济学兼职教授"]),
        ("云州市教育局党组书记、局长", ["云州市教育局党组书记、局长"]),
        # a party post and a government post are two
        ("省委副书记、省长", ["省委副书记", "省长"]),
        ("镇党委副书记、镇长", ["镇党委副书记", "镇长"]),
        ("麦田集团党委书记、董事长", ["麦田集团党委书记、董事长"]),
        ("云州市委副书记、市长", ["云州市委副书记", "市长"]),
        ("云州市委常委、副市长", ["云州市委常委", "副市长"]),
        ("青禾县委书记", ["青禾县委书记"]),
        # a new organization starts a new string
        ("云州市咨会前主席、麦田资本创始人", ["云州市咨会前主席", "麦田资本创始人"]),
        ("云州大学教授、麦田研究院院长", ["云州大学教授", "麦田研究院院长"]),
        ("中共云州市委书记、云州市人大常委会主任", ["中共云州市委书记", "云州市人大常委会主任"]),
        # what stands in front is no part
        ("会见了法国总统", ["法国总统"]),
        ("在云州访问的法国总统", ["法国总统"]),
        ("来华出席峰会的法国总统", ["法国总统"]),
        ("出席会议的麦田集团董事长", ["麦田集团董事长"]),
        ("记者采访了云州大学校长", ["云州大学校长"]),
        ("来自麦田集团的首席执行官", ["麦田集团的首席执行官"]),
        ("以及麦田集团董事长", ["麦田集团董事长"]),
        ("来自云州的农民", ["农民"]),
        ("分管日常工作的副主任、云州农办主任", ["分管日常工作的副主任", "云州农办主任"]),
        # a character that ends phrases begins a name
        ("云州联盟理事长、中岭院院士", ["云州联盟理事长", "中岭院院士"]),
        # one office for two fields; two posts of the party
        ("云州联邦委员兼经济、科技部长", ["云州联邦委员兼经济、科技部长"]),
        ("访问经济、科技部长", ["科技部长"]),
        ("云州市委常委、秘书长", ["云州市委常委、秘书长"]),
        # brackets hold together
        ("麦田（甲、乙）有限公司董事长", ["麦田（甲、乙）有限公司董事长"]),
        # nothing there
        ("", []),
        ("云州市", []),
        ("出席会议", []),
    ],
)
def test_parse_positions(raw: str, expected: list[str]) -> None:
    kept, positions = parse_positions(raw)
    assert [position.text for position in positions] == expected
    assert raw.endswith(kept)


@pytest.mark.parametrize(
    ("raw", "organizations", "titles"),
    [
        ("省委副书记、省长", ["省委", None], ["副书记", "省长"]),
        ("麦田集团创始人兼执行董事长", ["麦田集团"], ["创始人兼执行董事长"]),
        ("云州市咨会前主席、麦田资本创始人", ["云州市咨会", "麦田资本"], ["前主席", "创始人"]),
    ],
)
def test_parts_of_positions(raw: str, organizations: list[str | None], titles: list[str]) -> None:
    _, positions = parse_positions(raw)
    assert [position.organization for position in positions] == organizations
    assert [position.title for position in positions] == titles

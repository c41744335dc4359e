"""Text set in columns: its width, and its paragraphs whole again."""

from __future__ import annotations

import pytest

from huiyao.ingest import articles_from_text
from huiyao.ingest.lines import Line, split_lines
from huiyao.ingest.wrapping import Wrap, unwrapped, width_of, wraps

FIRST = (
    "市长林某某昨天主持召开全市经济工作会议，听取有关部门情况汇报，研究部署下一步重点任务。会议指出，要加快重大项目建设步伐，"
    "推动产业转型升级，切实保障和改善民生，确保全年目标任务如期完成。"
)
SECOND = (
    "会议要求，各区县要落实责任，各部门要密切配合，建立台账，挂图作战，每周通报进展情况。会议强调，今年还要新建三座水库，改造两百"
    "公里供水管网，让更多居民和企业用上放心水。"
)


def wrapped(paragraph: str, width: int, indent: str = "\u3000\u3000") -> str:
    """Return the paragraph in lines of a width in characters, its first line indented."""
    text = indent + paragraph
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def whole(text: str) -> list[str]:
    return [line.text for line in unwrapped(split_lines(text))]


@pytest.mark.parametrize(
    ("line", "width"),
    [(Line("会议"), 2), (Line("2026年"), 3), (Line("AB会"), 2), (Line("会议", indented=True), 4), (Line("5%"), 1)],
)
def test_width_counts_half_width_characters_half_and_the_indent(line: Line, width: int) -> None:
    assert width_of(line) == width


@pytest.mark.parametrize("width", [14, 17, 20, 26, 31, 40])
@pytest.mark.parametrize(
    "headline", ["江海市召开工作会议", "江海市召开全市经济工作会议研究部署下一步重点任务 林某某主持并讲话"]
)
def test_indents_begin_paragraphs_of_any_width(width: int, headline: str) -> None:
    text = f"{headline}\n{wrapped(FIRST, width)}\n{wrapped(SECOND, width)}\n{wrapped(FIRST, width)}"
    assert whole(text) == [headline, FIRST, SECOND, FIRST]


@pytest.mark.parametrize("width", [14, 20, 31])
def test_empty_lines_begin_paragraphs_too(width: int) -> None:
    text = "\n\n".join(["江海市召开工作会议", wrapped(FIRST, width, ""), wrapped(SECOND, width, "")])
    assert whole(text) == ["江海市召开工作会议", FIRST, SECOND]


def test_each_article_of_a_page_may_have_its_own_width() -> None:
    page = [
        f"{name}召开工作会议\n{wrapped(FIRST, width)}\n{wrapped(SECOND, width)}"
        for name, width in (("甲市", 16), ("乙市", 30))
    ]
    lines = split_lines("\n\n\n".join(page))
    assert sorted({wrap.width for wrap in wraps(lines) if wrap}) == [16, 30]
    articles = articles_from_text("\n\n\n".join(page))
    assert [article.headline for article in articles] == ["甲市召开工作会议", "乙市召开工作会议"]
    assert all(article.text.endswith(f"\n{FIRST}\n{SECOND}") for article in articles)


TWENTY = ["\u3000\u3000市长林某某昨天主持召开全市经济会议，", "听取有关部门情况汇报并且研究下一步任务。"]
"""A paragraph in lines of twenty characters, the last one full."""


def test_a_few_lines_set_apart_have_the_width_of_their_page() -> None:
    page = f"江海市召开工作会议\n{wrapped(FIRST, 20)}\n{wrapped(SECOND, 20)}"
    short = "\n".join(TWENTY)
    assert whole(f"{page}\n\n\n{short}")[-1] == short.replace("\n", "").strip()


def test_two_lines_of_a_headline_above_indented_paragraphs_stay_apart() -> None:
    headline = ["江海市召开全市经济工作会议研究部署下半年", "林某某主持并讲话"]
    assert width_of(Line(headline[0])) == 20
    article = "\n".join([*headline, wrapped(FIRST, 20), wrapped(SECOND, 20)])
    assert whole(f"{article}\n\n\n{article}") == [*headline, FIRST, SECOND] * 2


def test_a_sentence_that_ends_where_its_line_does_ends_no_paragraph() -> None:
    lines = [*TWENTY, "会议指出，要加快项目建设，推动产业升级，", "保障民生。"]
    paragraph = "".join(lines).strip()
    assert whole("\n".join(["江海市召开工作会议", *lines * 2])) == ["江海市召开工作会议", paragraph, paragraph]


def test_a_subhead_below_a_full_line_stays_apart() -> None:
    paragraph = "".join(TWENTY).strip()
    lines = [wrapped(FIRST, 20), *[*TWENTY, "建设三座水库"] * 2, wrapped(SECOND, 20)]
    assert whole("\n".join(lines)) == [FIRST, *[paragraph, "建设三座水库"] * 2, SECOND]


def test_a_byline_that_a_line_end_breaks_is_whole() -> None:
    body = f"{SECOND}（本报记者 王小某 通讯员 李大某）"
    width = next(width for width in range(15, 30) if wrapped(body, width).split("\n")[-1].startswith(("记者", "者")))
    (article,) = articles_from_text(f"江海市召开工作会议\n{wrapped(FIRST, width)}\n{wrapped(body, width)}")
    assert article.bylines == ("王小某", "李大某")


@pytest.mark.parametrize(
    "text",
    [
        f"江海市召开工作会议\n\n{FIRST}\n\n{SECOND}",
        "江海市召开工作会议\n建设水库\n改造管网\n修建学校\n新建医院",
        "\n".join(["会议听取了三个单位的情况汇报。"] * 8),
    ],
)
def test_lines_that_are_paragraphs_are_left_alone(text: str) -> None:
    lines = split_lines(text)
    assert set(wraps(lines)) == {None}
    assert unwrapped(lines) == lines


def test_without_marks_a_line_that_is_not_full_ends_a_paragraph() -> None:
    text = "\n".join(wrapped(paragraph, 20, "") for paragraph in (FIRST, SECOND, FIRST))
    assert set(wraps(split_lines(text))) == {Wrap(20, marked=False, indents=False)}
    assert whole(f"江海市召开会议\n{text}") == ["江海市召开会议", FIRST, SECOND, FIRST]


def test_a_paragraph_may_begin_with_a_line_without_any_comma() -> None:
    lines = [
        "会议要求，各部门要落实责任。",
        "市长林某某昨天主持召开的全市经济工作会议",
        "听取了有关部门的情况汇报，研究部署工作。",
    ]
    text = "\n".join([wrapped(FIRST, 20, ""), *lines, wrapped(SECOND, 20, "")])
    assert "".join(lines[1:]) in [paragraph[:40] for paragraph in whole(text)]


def test_articles_without_any_space_between_them_have_their_own_widths() -> None:
    """Here the datelines tell where an article begins."""
    page = [
        f"{name}召开工作会议\n{wrapped(f'本报讯（记者 王小某）{FIRST * 3}', width, '')}\n{wrapped(SECOND * 2, width, '')}"
        for name, width in (("甲市", 20), ("乙市", 30), ("丙市", 25))
    ]
    articles = articles_from_text("\n".join(page))
    assert [article.headline for article in articles] == ["甲市召开工作会议", "乙市召开工作会议", "丙市召开工作会议"]
    assert all(article.text.endswith(f"{FIRST * 3}\n{SECOND * 2}") for article in articles)


def test_a_dateline_begins_a_paragraph_below_a_full_line() -> None:
    text = "\n".join(
        [
            wrapped(FIRST, 20, ""),
            *TWENTY,
            "本报讯（记者 王小某）市政协昨天召开会议，",
            "听取汇报。",
            wrapped(SECOND, 20, ""),
        ]
    )
    assert "本报讯（记者 王小某）市政协昨天召开会议，听取汇报。" in whole(text)

"""Milestones and other clauses of local government whose frame makes them actions."""

from __future__ import annotations

import pytest
from tests.extract.voices import ARTICLE, MERCHANT, OFFICIAL, PLAIN, found, with_status

pytestmark = pytest.mark.usefixtures("rules_alone")


@pytest.mark.parametrize(
    "clause",
    [
        "二期工程将于明年一季度动工",
        "计划年内竣工投产",
        "三月底前全部开工",
        "力争明年六月首条生产线下线",
        "新办法自2031年9月1日起施行",
        "开学前实现全覆盖",
        "明年6月底前投入使用",
    ],
)
def test_milestones_are_planned_by_whoever_tells_them(clause: str) -> None:
    for voice in (OFFICIAL, MERCHANT, ARTICLE):
        assert with_status(f"{clause}。", voice) == [(clause, "planned")]


def test_a_connective_stays_outside_a_milestone() -> None:
    assert found("其中一期计划于2031年6月动工。") == ["一期计划于2031年6月动工"]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("青田大桥2017年11月开工。", []),
        ("去年青田大桥在汛期前完工。", []),
        ("看开工的人很多。", []),
        ("云州市物流中心日前投入使用。", ["云州市物流中心日前投入使用"]),  # done
        ("要推动二期工程六月底前投产。", ["推动二期工程六月底前投产"]),
    ],
)
def test_what_is_no_milestone(text: str, measures: list[str]) -> None:
    assert found(text, ARTICLE) == measures


@pytest.mark.parametrize(
    "text", ["要简化办事流程，让群众少跑腿。", "要优化办事流程，让两地青年越走越亲。", "这里的变化让人感动。"]
)
def test_what_something_lets_happen_is_its_aim_or_result(text: str) -> None:
    assert not any("让" in each for each in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "教育部今天（4月28日）发布《学校名录》。",
        "云州市教育局日前印发《学校名录》。",
        "云州市政府近日公布《学校名录》。",
    ],
)
def test_a_day_between_a_body_and_its_deed(text: str) -> None:
    measure = text[text.index("《") - 2 : -1]
    assert with_status(text, PLAIN) == [(measure, "done")]


def test_what_was_due_last_year_is_no_plan() -> None:
    assert found("青田大桥去年第三季度投用。") == []


def test_a_day_just_past_tells_what_a_speaker_has_done() -> None:
    assert with_status("昨天双方签署合作协议。", OFFICIAL) == [("签署合作协议", "done")]


def test_only_words_are_published() -> None:
    assert found("云州市气象台今天发布消息称，云州有雨。", PLAIN) == []


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("县财政安排2000万元前期经费。", ["安排2000万元前期经费"]),
        ("县里开放12处避险场所。", ["开放12处避险场所"]),
        ("我们将根据水位变化及时调整管制措施。", ["根据水位变化及时调整管制措施"]),
        ("要适时提高夜班补贴占比。", ["提高夜班补贴占比"]),
        ("要发展平板显示行业。", ["发展平板显示行业"]),
    ],
)
def test_bodies_and_grounds(text: str, measures: list[str]) -> None:
    assert found(text) == measures


@pytest.mark.parametrize("text", ["会议部署2030年重点工作。", "培训占比达三成。", "数据显示扩大投资见效。"])
def test_no_bodies_and_no_grounds(text: str) -> None:
    assert found(text) == []

"""Every row's example is matched by the pattern that the extraction really uses for that file."""

from __future__ import annotations

import pytest

from huiyao import lexicon
from huiyao.extract import actions, clause_leads, details, meeting_facts, meeting_names, names, places
from huiyao.extract.measures import find_measures
from huiyao.extract.persons import find_people
from huiyao.extract.positions import split_title, title_pattern
from huiyao.extract.roles import find_speakers
from huiyao.extract.statements import StatementFinder
from huiyao.extract.voice import Voice
from huiyao.lexicon import Row
from huiyao.schema.records import Article, Block, Statement

pytestmark = pytest.mark.usefixtures("rules_alone")

# Words whose example the reader passes over: other rules stand against it (a noun behind a noun-like verb, 代表 taken
# for a verb, a name in front of a verb that no name is known to precede). A word leaves this table and never enters.
PASSED_OVER = {
    "action_verbs": "创新 取得 营造 协调 防止 消除 排查 注入 找准 瞄准 审议 规范 试点 化解 转移 更新 接续 关注 研究 强力推进 携手 联合举办 联合开展 共同开发 共同培育 提请 分批举办 消化 严肃查处 依法打击 改革 深入改革 节约 防治 立法 办实事 总结 争做 统揽 追认 累计签约 照顾 抓紧抓好 担负起 加大力度整治 牵头制定 立案 定向培养 对标对表",
    "adverbs": "多措并举",
    "cues": "直言 预计 预测 声明 问 喊 建言 直言不讳 笑着说 笑称 举例说 评价 证实",
    "duties": "答记者问 送上祝福",
    "group_nouns": "代表 方面 媒体 居民 村民 警方 政府 法院 民众 学生 当局 参会代表 代表们 等国",
    "titles": "总会计师 总编辑 编辑 调查记者",
    "topics": "扶贫",
}


def each(name: str, *kinds: str) -> pytest.MarkDecorator:
    passed_over = PASSED_OVER.get(name, "").split()
    chosen = [row for row in lexicon.rows(name) if row.word not in passed_over and (not kinds or row.kind in kinds)]
    return pytest.mark.parametrize("row", chosen, ids=[row.word for row in chosen])


def statements(*paragraphs: str) -> list[Statement]:
    """Return the statements of an article of these paragraphs."""
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("body", at, at + len(paragraph)))
        at += len(paragraph) + 1
    text = "\n".join(paragraphs)
    people = find_people(text, [(block.start, block.end) for block in blocks])
    return list(StatementFinder(text, people).find(Article("a", "a.txt", "", 0, text, tuple(blocks))))


@each("action_verbs")
def test_action_verbs(row: Row) -> None:
    found = actions.read(row.example, 0, len(row.example), follows=False)
    assert found is not None
    assert found.listed
    assert found.verb == row.word


@each("whole_actions")
def test_whole_actions(row: Row) -> None:
    (found,) = find_measures(row.example, 0, len(row.example), Voice("林某某", named=True), None)
    assert row.word in found.text


@each("adverbs")
def test_adverbs(row: Row) -> None:
    at = row.example.index(row.word)
    assert at + len(row.word) in clause_leads.lead_ends(row.example, at, len(row.example))
    assert actions.read(row.example, 0, len(row.example), follows=False) is not None


@each("modals")
def test_modals(row: Row) -> None:
    at = row.example.index(row.word)
    assert at + len(row.word) in clause_leads.lead_ends(row.example, at, len(row.example))
    (found,) = find_measures(row.example, 0, len(row.example), Voice("林某某", named=True), None)
    assert found.status == row.kind


@each("cues", "say")
def test_cues_that_say(row: Row) -> None:
    assert [statement.cue for statement in statements(f"县长{row.example}")] == [row.word]


@each("cues", "learn")
def test_cues_that_learn(row: Row) -> None:
    (found,) = statements(row.example)
    assert (found.cue, found.speaker, found.text) == (row.word, "某局", "新规下月施行。")


@each("group_nouns")
def test_group_nouns(row: Row) -> None:
    (found,) = statements(f"{row.example}，项目已经开工。")
    assert not found.named
    assert row.word in found.speaker
    assert found.text == "项目已经开工。"


@each("openers", "narrative")
def test_openers_that_narrate_end_a_statement(row: Row) -> None:
    (found,) = statements(f"县长林某某表示，项目已经开工。{row.example}")
    assert found.text == "项目已经开工。"


@each("openers", "continuation")
def test_openers_that_continue_a_statement(row: Row) -> None:
    first, second = statements("县长林某某表示，项目已经开工。", row.example)
    assert (first.speaker, first.text) == ("林某某", "项目已经开工。")
    assert (second.speaker, second.text) == ("林某某", row.example)


@each("titles")
def test_titles(row: Row) -> None:
    (person,) = find_people(row.example, [(0, len(row.example))]).persons.values()
    assert person.name == "林某某"
    assert [position.text for position in person.positions] == [f"某单位{row.word}"]


@each("title_modifiers")
def test_title_modifiers(row: Row) -> None:
    assert split_title(row.example) == (None, row.example)
    match = title_pattern().match(row.example)
    assert match is not None
    assert match.group() == row.example


@each("meeting_nouns")
def test_meeting_nouns(row: Row) -> None:
    found = list(meeting_names.find_names(row.example, 0, len(row.example)))
    assert [(name.name, name.noun) for name in found] == [(row.word, row.word)]


def test_compound_surnames() -> None:
    compound = [row for row in lexicon.rows("surnames") if len(row.word) == 2]
    assert [row.word for row in compound if names.surname_length(row.example, 0) != 2] == []


@each("surnames")
def test_surnames(row: Row) -> None:
    assert names.surname_length(row.example, 0) == len(row.word)
    assert names.name_at(row.example, 0) == row.example.index("说")


@each("duties")
def test_duties(row: Row) -> None:
    body = [(0, len(row.example))]
    (speaker,) = find_speakers(row.example, body, find_people(row.example, body), set())
    assert (speaker.name, speaker.role) == ("林某某", row.kind)


@each("place_abbreviations")
def test_place_abbreviations(row: Row) -> None:
    assert places.plain_place(row.word) == row.kind
    assert meeting_facts.place(row.example, [(0, len(row.example))]) == (row.kind, None)


@each("countries")
def test_countries(row: Row) -> None:
    (found,) = statements(row.example)
    assert (found.speaker, found.named) == ("林某某", True)


@each("towns")
def test_towns(row: Row) -> None:
    assert meeting_facts.place(row.example, [(0, len(row.example))]) == (row.word, None)


@each("topics")
def test_topics(row: Row) -> None:
    assert details.topic(row.example) == row.kind


@each("japanese_surnames")
def test_japanese_surnames(row: Row) -> None:
    assert list(find_people(row.example, [(0, len(row.example))]).persons) == [f"{row.word}正彦"]


@each("offices")
def test_offices(row: Row) -> None:
    (found,) = statements(row.example)
    assert (found.speaker, found.text) == ("林某某", "项目已经开工。")

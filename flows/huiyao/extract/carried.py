"""Subjects carried into a clause that has none of its own: of its part of the sentence, of the sentence, of those before."""

from __future__ import annotations

import re

from huiyao.extract import report_subjects, report_words
from huiyao.extract.people import Mention, People
from huiyao.schema.records import BODY_SPEAKER

Subject = tuple[str, bool, int]  # speaker, whether a person, where the clause begins

# What a sentence without subject begins with: when or where, then what its person does (调研期间主持召开座谈会).
_DOES = re.compile(
    r"(?:[^，,。、；]{2,12}(?:期间|时|后|中|上)[，,]?)?(?:还|又|并|先后|分别|专程|亲切)?"
    r"(?:主持|出席|参加|看望|慰问|考察|调研|走访|来到|前往|听取|了解|察看|参观|会见|发表|作出|强调|指出)"
)
# 会议还研究了其他事项，要求…: the meeting is the subject of the whole sentence.
_BODY_AT_HEAD = re.compile(r"(?:会议|大会|全会)(?![由在为期将])[^，,。]{2,40}[，,]")
# 他简要介绍了情况，表示…: the pronoun is the subject of the whole sentence.
_PRONOUN_AT_HEAD = re.compile(r"[他她](?!们)")
# 与会代表分组审议了报告，一致认为…
_GROUP_AT_HEAD = re.compile(r"(?P<group>(?:与会|参会|在场)(?:代表|委员|专家|人员|人士|同志|嘉宾|学者)们?)")
# 因故未到，由副会长某某代为发言，呼吁…: who speaks for another.
_STANDS_IN = re.compile(r"(?:代为|代其|代表[^，,。]{2,20})(?:发言|致辞|宣读|介绍|汇报|作)")
_TOGETHER = re.compile(r"[，,]?(?:大家)?(?:一致|普遍|纷纷|共同)")
_SENTENCE_ENDS = "。！？"
# 全会充分肯定常委会的工作。一致认为，…: what begins so goes on with the body of the sentence before.
_BODY_BEFORE = re.compile(r"(?:会议|大会|全会)(?![由在为期将])[^，,。]{2,60}。$")


def of_part(text: str, people: People, sentence: int, clause: int, reported: int) -> Subject | None:
    """Return the subject of the part behind the last semicolon where it has one and nothing is `reported` of it yet."""
    part = _part_start(text, sentence, clause)
    if part == sentence or reported >= part:
        return None
    if head := _head_of_clause(text, people, part, clause):
        return head.name, True, part
    group = _group_at_head(text, part, clause)
    return (group, False, part) if group else None


def of_sentence(text: str, people: People, places: tuple[int, int, int], phrase: str) -> Subject | None:
    """Return the subject of the whole sentence; `places` are where paragraph, sentence and clause begin.

    `phrase` is what stands between the beginning of the clause and its cue.
    """
    start, sentence, clause = places
    for left in (_part_start(text, sentence, clause), sentence):
        if head := _head_of_clause(text, people, left, clause):
            return head.name, True, clause
    if _BODY_AT_HEAD.match(text, sentence, clause):
        return BODY_SPEAKER, False, clause
    if _PRONOUN_AT_HEAD.match(text, sentence, clause):
        name = report_subjects.antecedent(text, people, sentence)
        return (name, True, clause) if name else None
    if group := _GROUP_AT_HEAD.match(text, sentence, clause):
        return (group["group"], False, clause) if _TOGETHER.match(phrase) else None
    if _lacks_subject(text, sentence, clause):
        head = _head_of_sentences_before(text, people, start, sentence)
        return (head.name, True, clause) if head else None
    body = _group_at_head(text, sentence, clause)
    return (body, False, clause) if body else None


def _group_at_head(text: str, start: int, clause: int) -> str | None:
    """Return the body in the clauses before: 某国政府发布公告，宣布…."""
    opening = text[start:clause].rstrip("，,")
    core = report_words.without_adverbial(report_words.without_lead(opening))
    return core if core and core != opening and report_subjects.is_group(core) else None


def _lacks_subject(text: str, sentence: int, clause: int) -> bool:
    """Whether the sentence begins with what somebody does and names nobody before the clause."""
    return bool(_DOES.match(text, sentence, clause))


# 来自企业界的林小田委员: where somebody is from.
_FROM_WHERE = re.compile("来自[^，,。；“”]{2,20}的")


def goes_on_with_body(text: str, phrase: str, sentence: int) -> bool:
    """Whether a sentence that names nobody (一致认为，) goes on with the meeting of the sentence before."""
    before = max(text.rfind(mark, max(0, sentence - 80), max(0, sentence - 1)) for mark in "。！？\n") + 1
    return bool(_TOGETHER.fullmatch(phrase) and _BODY_BEFORE.match(text, before, sentence))


def _part_start(text: str, sentence: int, clause: int) -> int:
    """Return where the last of the parts begins that semicolons make of a sentence, each with a subject of its own."""
    return max(sentence, text.rfind("；", sentence, clause) + 1)


def _head_of_clause(text: str, people: People, sentence: int, clause: int) -> Mention | None:
    """Return who speaks for another in the sentence before the clause, else who first heads one of its clauses."""
    mentions = people.within(sentence, clause)
    stands_in = (m for m in mentions if text[m.start - 1] == "由" and _STANDS_IN.match(text, m.end))
    heads = (
        m for m in mentions
        if m.start == sentence or text[m.start - 1] in "，,。” \n" or _FROM_WHERE.fullmatch(text, sentence, m.start)
    )  # fmt: skip
    return next(stands_in, None) or next(heads, None)


def _head_of_sentences_before(text: str, people: People, start: int, sentence: int) -> Mention | None:
    """Return who heads the nearest sentence of the paragraph before `sentence` that a person heads."""
    for mention in reversed(people.within(start, sentence)):
        if mention.start == start or text[mention.start - 1] in _SENTENCE_ENDS:
            return mention
    return None

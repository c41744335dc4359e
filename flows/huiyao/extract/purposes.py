"""What stands around an action and is none itself: the purpose in front of it, the rest of its object behind a comma."""

from __future__ import annotations

import re

from huiyao.extract import actions, phrases, verbs
from huiyao.extract.clause_leads import lead_ends
from huiyao.extract.sentences import Span, clauses

# What is done for a purpose, and none itself.
_CARRIES_OUT = frozenset(
    "推出 出台 印发 发布 启动 制定 开展 组织 举办 建立 设立 签署 投入 派出 实施 成立 开通 修订 采取 安排 部署 组建 开设 新增 召开".split()
)


# （本报讯 记者林小田）为加强管理，
_BYLINE = re.compile(r"[（(][^（）()]{2,40}[）)]\s*")


def opens_purpose(text: str, clause: Span, at: int, end: int) -> bool:
    """Whether a clause, read from behind its lead at `at`, only tells what the rest of its sentence is done for."""
    dateline = _BYLINE.match(text, *clause)
    at = dateline.end() if dateline else at
    return clause[1] < end and text[clause[1]] in "，," and phrases.is_purpose(text, at, clause[1])


def continues_purpose(text: str, clause: Span, at: int, end: int) -> bool:
    """Whether an aim behind a purpose belongs to it, so that the action follows: 为加强管理，确保安全，某市召开会议.

    It does where another clause of the sentence, which ends at `end`, follows and begins with a subject.
    """
    if clause[1] >= end or text[clause[1]] not in "，,":
        return False
    following = next(clauses(text, clause[1] + 1, end), None)
    aim = verbs.verb_at(text, at, clause[1])
    if following is None or aim is None or aim.done or aim.verb in _CARRIES_OUT:
        return False
    return verbs.verb_at(text, lead_ends(text, *following)[0], following[1]) is None


def object_end(text: str, at: int, end: int) -> int:
    """Return where the object ends that goes on behind a comma at `at`: 明确适用范围，以及具体情形."""
    if not text.startswith("以及", at + 1):
        return at
    following = next(clauses(text, at + 1, end), None)
    return at if following is None or actions.read(text, *following, True) else following[1]

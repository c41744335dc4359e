"""Action verbs where they stand: with an object behind them, and no head of a longer word or noun of a list."""

from __future__ import annotations

import re

from huiyao.extract import tokens
from huiyao.extract.action import Action
from huiyao.extract.clause_leads import NOUN_VERBS
from huiyao.extract.listed_verbs import Verb, match_verb


def verb_at(text: str, at: int, end: int) -> Action | None:
    """Return the action whose listed verb begins here, None where it has no object or is no verb."""
    verb = match_verb(text, at, end)
    if verb is None or end - verb.end < 2 or verb.aspect == "着":
        return None  # 承担着重要职责 tells how things are
    behind = text[verb.end]
    if verb.word == "通过" and verb.aspect != "了" and behind not in "《“" and not _passes(text, verb.end, end):
        return None  # 通过检测发现 is a preposition
    if verb.word == "明确" and _SAYS_WHO.match(text, verb.end, end):
        return None  # 明确各县进一步优化布局: who is to do what
    if verb.word == "走" and behind in "进过在访向到":
        return None  # 走进企业 goes somewhere, 走绿色发展道路 acts
    if behind in "、与和及" and _is_listed_noun(text, verb.end, end):
        return None
    if not verb.aspect and (
        (behind in "的力性度化者率式型后前时点期" and not text.startswith(("前瞻", "期货", "期刊"), verb.end))
        or _goes_on(text, verb, end)
    ):
        return None
    return Action(at, end, verb.word, done=verb.aspect in ("了", "过"))


_SAYS_WHO = re.compile(r"[^，,、的]{2,16}(?:进一步|(?<![需主重首必])要(?!求|点|素|件)|应|须|不得|必须)")
# What a meeting passes, named without 《》.
_PAPER = re.compile(r"[^，,]*(?:名单|议程|日程|决定|决议|草案|议案|报告)(?:[（(][^（）()]{2,4}[）)])?$")


def _passes(text: str, behind: int, end: int) -> bool:
    """Whether 通过 takes a paper as its object (通过人事任免名单), and no verb (通过发布报告回应关切)."""
    return _PAPER.match(text, behind, end) is not None and match_verb(text, behind, end) is None


def joined_verb_end(text: str, at: int, end: int) -> int:
    """Return where a second verb that shares the object ends (加强和改进日常监管), `at` where none is joined.

    与 is left out: as a preposition it stands in front of names that begin like a verb (加强与发展中国家的合作).
    """
    second = match_verb(text, at + 1, end) if text[at : at + 1] in ("和", "或", "并") else None
    return second.end if second and end - second.end >= 2 else at


_WITH_OTHERS = re.compile(
    r"与[^，,]*(?:合作|交流|对接|联系|沟通|协作|协同|往来|互动|联动|衔接|配合|协调|融合|互通|关系|互信|友谊|共享|结合)"
)


def _is_listed_noun(text: str, behind: int, end: int) -> bool:
    """Whether a verb with 、, 与, 和 or 及 right behind it is a noun in a list: 资源利用与品质提升, 控制、返回等环节."""
    joined = text[behind : behind + 2]
    return not (
        tokens.tag(joined)  # 和平, 与会
        or _WITH_OTHERS.match(text, behind, end)
        or match_verb(text, behind + 1, end)
        or (text[behind] != "、" and tokens.tag(text[behind + 1 : behind + 3])[:1] == "v")
    )


_PREDICATES = frozenset(("v", "d", "c", "vd", "p"))
# 启动仪式, 发布会, 推进会; not 支持会员企业.
_OPENS_EVENT = frozenset("大仪典会")
_IS_EVENT = re.compile(r"大会|仪式|典礼|会(?![员展计同议商诊])")


def _goes_on(text: str, verb: Verb, end: int) -> bool:
    """Whether the verb is only the head of a longer word, or a noun that is the subject of what follows."""
    behind = verb.end
    if text[behind] in _OPENS_EVENT and _IS_EVENT.match(text, behind, end):
        return True
    if verb.word not in NOUN_VERBS or joined_verb_end(text, behind, end) > behind:
        return False
    return _is_longer_noun(text, verb.start, behind, end) or _is_subject(text, verb, end)


def _is_subject(text: str, verb: Verb, end: int) -> bool:
    """Whether a verb, an adverb or the like stands right behind the verb, which is a noun then: 发展面临挑战."""
    behind, limit = verb.end, min(end, verb.start + 10)
    if not any(tokens.tag(text[behind:stop]) in _PREDICATES for stop in range(behind + 1, limit + 1)):
        return False
    found = tokens.words(text[verb.start : limit])
    return (
        len(found) > 1
        and found[0] == verb.word != "落实"
        and tokens.tag(found[1]) in _PREDICATES
        and found[1] not in ("好", "共建", "开展", "准入", "通过")
    )


def _is_longer_noun(text: str, start: int, behind: int, end: int) -> bool:
    """Whether the verb with one or two more characters is a noun of the dictionary: 改革开放, 保护区."""
    return any(
        tokens.tag(text[start : behind + more]) in ("n", "nz", "ns", "nt", "l")
        for more in (1, 2)
        if behind + more <= end
    )


def stands_alone(text: str, at: int, verb: str) -> bool:
    """Whether the verb is a word of its own here that is no noun: not 发展 in 城乡发展规划, nor 建设 in 建设的."""
    behind = text[at + len(verb) : at + len(verb) + 1]
    return (verb not in NOUN_VERBS or behind in "好了" or behind.isdecimal()) and behind not in "的和与、及"

"""Persons of whom the article keeps the given name to itself: 林女士, 周某, 市民林大爷."""

from __future__ import annotations

import re
from functools import cache

from huiyao import lexicon


@cache
def _called() -> re.Pattern[str]:
    return re.compile(
        rf"{lexicon.alternation('surnames')}(?:女士|先生|某某?|师傅|大爷|大妈|大叔|阿姨|奶奶|爷爷|老师|同学)"
    )


def is_surnamed(core: str) -> bool:
    """Whether a subject is a person of whom the article keeps the given name to itself: 林女士, 周某."""
    return bool(_called().fullmatch(core))


def at_end(core: str) -> str | None:
    """Return the person of whom only the surname is told, behind who that is: 二孩妈妈林女士, 市民周先生."""
    match = _called_behind().search(core)
    return match["called"] if match else None


def at_head(clause: str) -> str | None:
    """Return the person called by the surname at the head of a clause, behind what they are: 市民周先生家有…."""
    match = _called_first().match(clause)
    return match["called"] if match else None


@cache
def beside() -> re.Pattern[str]:
    """Return the pattern of a clause behind a quotation that tells of one `called` so: 刚搬家的林大爷笑了…."""
    kin = "女士|先生|大爷|大妈|大叔|大姐|大哥|阿姨|师傅|奶奶|爷爷|阿婆|阿公|老太"
    who = "的|市民|村民|居民|业主|家长|顾客|游客|乘客|患者|家属|店主|老板|老人"
    return re.compile(
        rf"(?:[^，,。；：“”]{{0,20}}?(?:{who}))?(?P<called>{lexicon.alternation('surnames')}(?:{kin}))(?!的)[^，,。：“”]{{1,20}}[，,。]"
    )


@cache
def _called_first() -> re.Pattern[str]:
    return re.compile(
        rf"[^的，,]{{0,8}}?(?P<called>{lexicon.alternation('surnames')}(?:女士|先生|师傅|阿姨|大爷|大妈))"
    )


@cache
def _called_behind() -> re.Pattern[str]:
    kin = "的|妈妈|爸爸|母亲|父亲|家长|居民|市民|村民|业主|游客|旅客|车主|消费者|店主|老板|读者|患者"
    return re.compile(rf"(?:{kin})(?P<called>{lexicon.alternation('surnames')}(?:女士|先生|师傅|阿姨))$")

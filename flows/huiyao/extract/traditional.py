"""Articles in traditional characters: read in simplified ones, the records given back as the article writes them.

Rules and lexicon are written in simplified characters. OpenCC turns a text character by character (choosing by the
words around: 乾隆 stays, 乾淨 becomes 干净), so that every offset stays what it was. Words that Taiwan and Hong Kong
use and the mainland does not (資訊, 政黨票) stay words that no list holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache
from typing import Any, TypeVar

from huiyao.schema.records import BODY_SPEAKER, Article, Extraction, Measure, Meeting, Speaker, Statement

_Record = TypeVar("_Record", Meeting, Speaker, Statement, Measure)

# Frequent characters, those of surnames among them, that simplified text does not have; a text without any of them is not turned.
_TRADITIONAL = re.compile(
    r"[會國們說對時這來為爲學長經發點現實無與業產後過開關東車門問間見記計討議論題體黨區縣將應進個張陳劉楊趙黃吳鄭許韓馮鄧葉蘇盧蔣賈鄒陸龍萬錢湯喬賴龔蕭總書協濟務際廣]"
)
_MARKS = str.maketrans("「」『』", "“”‘’")
_NOT_QUOTED = frozenset(("kind", "status", "role", "mode", "topic", "date", "deadline", "rule"))
"""Fields whose values are ours and not the article's words."""


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


def is_traditional(text: str) -> bool:
    """Whether the text has characters that only traditional text has."""
    return _TRADITIONAL.search(text) is not None


def simplified(article: Article) -> Article:
    """Return the article with its text in simplified characters, of the same length; marks 「」 become “”."""
    return replace(article, text=_same_length(article.text).translate(_MARKS))


def _same_length(text: str) -> str:
    """Return the text converted; where a word would change its length, each character by itself."""
    turned = str(_converter().convert(text))
    if len(turned) == len(text):
        return turned
    table = {char: str(_converter().convert(char)) for char in set(text)}
    return "".join(turned if len(turned := table[char]) == 1 else char for char in text)


def restored(extraction: Extraction, original: str, turned: str) -> Extraction:
    """Return the records with every quoted string as the article writes it; `turned` is what they were read from."""
    cached: dict[str, str] = {}

    def restore(words: str) -> str:
        if words not in cached:
            at = turned.find(words)
            cached[words] = original[at : at + len(words)] if at >= 0 else words
        return cached[words]

    return Extraction(
        meetings=tuple(_restored(record, restore) for record in extraction.meetings),
        speakers=tuple(_restored(record, restore) for record in extraction.speakers),
        statements=tuple(_with_text(_restored(record, restore), original) for record in extraction.statements),
        measures=tuple(_with_text(_restored(record, restore), original) for record in extraction.measures),
    )


def _with_text(record: Statement | Measure, original: str) -> Any:
    return replace(record, text=original[record.start : record.end])


def _restored(record: _Record, restore: Callable[[str], str]) -> _Record:
    changes: dict[str, Any] = {}
    for each in fields(record):
        value = getattr(record, each.name)
        if each.name in _NOT_QUOTED or value == BODY_SPEAKER:
            continue
        if isinstance(value, str):
            changes[each.name] = restore(value)
        elif isinstance(value, tuple):
            changes[each.name] = tuple(restore(member) for member in value)
    return replace(record, **changes)

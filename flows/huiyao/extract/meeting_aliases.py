"""Short forms of meetings: 市咨会 for 上海市市长国际企业家咨询会议."""

from __future__ import annotations

import re
from collections import Counter

from huiyao import lexicon
from huiyao.extract import tokens
from huiyao.extract.meeting_candidates import is_subsequence

_CALLED = re.compile(r"简称[“「](?P<short>[^”」]{2,16})[”」]")
_END = re.compile(r"会(?!议|员|场|长|上|见|谈|晤|址|所|展)|论坛")
_LENGTHS = range(7, 2, -1)


def short_forms(text: str, name: str) -> set[str]:
    """Return what the text calls a meeting for short: what it introduces as 简称, and words made of its characters.

    Such a word ends like a meeting, takes its characters from the name in their order, stands in the text twice or
    more, and is neither a word of the dictionary nor itself a part of the name.
    """
    called = {match["short"] for match in _CALLED.finditer(text) if is_subsequence(match["short"], name)}
    counts = Counter(form for match in _END.finditer(text) if (form := _form_at(text, match.end(), name)))
    return called | {form for form, count in counts.items() if count > 1}


def _form_at(text: str, end: int, name: str) -> str | None:
    """Return the longest short form of the name that ends here, None where none does."""
    if not is_subsequence(text[max(0, end - _LENGTHS[-1]) : end], name):
        return None  # every form ends with the shortest
    for length in _LENGTHS:
        form = text[max(0, end - length) : end]
        if len(form) == length and _is_short_form(form, name) and _begins_word(text, end - length, end):
            return form
    return None


def _begins_word(text: str, start: int, end: int) -> bool:
    """Whether a word of the dictionary begins where the form does: 二中全会 holds no 中全会."""
    at = left = max(0, start - 6)
    for word in tokens.words(text[left:end]):
        if at == start:
            return True
        at += len(word)
    return False


def _is_short_form(form: str, name: str) -> bool:
    known = form in name or tokens.is_common_word(form) or form in lexicon.kinds("meeting_nouns")
    return not known and is_subsequence(form, name) and not form.startswith(("的", "第", "届", "次"))

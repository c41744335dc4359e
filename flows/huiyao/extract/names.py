"""Names of persons by their form and their frame: what stands before and behind says more than any dictionary."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from huiyao import lexicon
from huiyao.extract import tokens
from huiyao.extract.foreign_names import (
    FOREIGN_RE,
    before_date_end,
    begins_japanese,
    dotted_end,
    foreign_end,
    holds_no_word,
    japanese_end,
    regnal_end,
)
from huiyao.extract.name_frames import GESTURE, HAN, NEVER_FIRST, NEVER_LAST, NO_NAME_BEGINS, right

_HAN_ONE = re.compile(HAN)
_HAN_RUN = re.compile(rf"{HAN}{{2,8}}")
_HAN_NAME = re.compile(rf"{HAN}{{2,4}}")
# 孟方 is a country's side, 贺信 a letter, 白皮书 a report.
_NO_NAME = re.compile(rf"{HAN}[方军媒警企]|{HAN}皮书|[贺唁]?[信电词函]|贺[信电词辞]|宣言")
_STRONG_RIGHT_RE = re.compile(
    rf"分别[就对从围作介汇]|则(?=[直呼提担认表从以通强指关介分建补说谈])|教授|院士|博士|女士|先生|委员|{GESTURE}|"
    r"说[，,：:“]|称[，,：:“]|表示|回应|回答|回忆|指出|强调|认为|要求|介绍|出席|主持|通报|汇报|宣读|共同|携手|代为|在(?!明)|对|将|等[^于]|和|与|的|同志|向全|向[^东阳明红荣前]"
)


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    listed = lexicon.words("surnames")
    return frozenset(w for w in listed if len(w) == 1), frozenset(w for w in listed if len(w) == 2)


def _begins_surname(first: str) -> bool:
    single, double = _surnames()
    return first in single or any(surname[0] == first for surname in double)


def surname_length(text: str, at: int) -> int:
    """Return the length of the surname at this place, 0 where there is none."""
    single, double = _surnames()
    if text[at : at + 2] in double:
        return 2
    return 1 if text[at : at + 1] in single else 0


def name_at(text: str, at: int) -> int | None:
    """Return the end of the personal name that starts at `at`, just behind a title, or None where none does."""
    for find in _forms(text[at : at + 1]):
        end = find(text, at)
        if end is not None:
            return end
    return None


@lru_cache(maxsize=4096)
def _forms(first: str) -> tuple[Callable[[str, int], int | None], ...]:
    """Return how the names that may begin with this character are read, in the order of trust."""
    foreign, han = bool(FOREIGN_RE.match(first)), bool(_HAN_ONE.match(first))
    forms = (
        (dotted_end, (han or "A" <= first <= "Z") and first not in NEVER_FIRST),
        (regnal_end, foreign),
        (japanese_end, begins_japanese(first)),
        (before_date_end, foreign),
        (_chinese_end, _begins_surname(first)),
        (foreign_end, foreign and first not in NO_NAME_BEGINS),
        (_unfamiliar_end, han and first not in NEVER_FIRST and first not in NO_NAME_BEGINS),
    )
    return tuple(form for form, may_begin in forms if may_begin)


def _chinese_end(text: str, at: int) -> int | None:
    surname = surname_length(text, at)
    if not surname:
        return None
    ends = [at + surname + given for given in (2, 1)]
    if surname == 1 and text[at + 2 : at + 3] in _FINAL_CHARACTERS and _is_final(text, at):
        return at + 3
    fits = [end for end in ends if _fits(text, at, end)]
    if len(fits) == 2 and _STRONG_RIGHT_RE.match(text, fits[1]):
        return fits[1]
    return fits[0] if fits else None


# What somebody named does at a meeting, behind a name whose last character begins more words than it ends names.
_ACTS_NEXT = r"[，,。、；：（]|说[，：“]|表示|出席|参加|指出|强调|介绍(?!信)|主持(?!人)|发言|讲话|宣读|通报|汇报|告诉|认为|致[辞词欢开]|分别|结合|代表|演示|全票|上台|指着|主任|女士|先生|同志|教授"
_COUNTS = "零一二三四五六七八九十百千万两几半多数今明去前后当每全整同本上下正腊岁满周近历往常"
_FINAL_CHARACTERS = frozenset("为年一月和前")
_FINALS = re.compile(
    # 为 ends few names and begins many predicates: it ends one where nothing it could take follows.
    rf"{HAN}{{2}}为(?={_ACTS_NEXT}|第|在)|"
    # 年 and 月 end counts and dates, and names behind what counts nothing: 天年, 晓月.
    rf"{HAN}[^{_COUNTS}]年(?={_ACTS_NEXT}|在)|"
    rf"{HAN}[^{_COUNTS}]月(?={_ACTS_NEXT}|在|等)|"
    # 前 tells when; a name it ends behind nothing that has a time or a place before it.
    rf"{HAN}[^以之目此当先会课饭事产战赛节眼日午年月天时空从在往提跟面门楼房屋村校店院厂台窗案幕婚行任]前(?={_ACTS_NEXT}|作)|"
    # 一 begins far more than it ends; it ends a name where nothing follows that could be counted.
    rf"{HAN}{{2}}一(?={_ACTS_NEXT}|及|以《|就)|"
    # 和 joins names; it ends one where no name follows but what somebody does.
    rf"{HAN}{{2}}和(?={_ACTS_NEXT})"
)


def _is_final(text: str, at: int) -> bool:
    """Whether a name of three characters ends in one that ends few, and no word covers its surname (任职前)."""
    first = tokens.words(text[at : at + 3])[0] if _FINALS.match(text, at) else ""
    covers = len(first) == 2 and tokens.is_common_word(first) and not tokens.is_rare(first)
    return bool(first) and not covers


def _fits(text: str, at: int, end: int) -> bool:
    if end > len(text) or text[end - 1] in NEVER_LAST or not _HAN_NAME.fullmatch(text, at, end):
        return False
    return (bool(right().match(text, end)) or _before_function_word(text, at, end)) and not _begins_with_word(
        text, at, end
    )


_FUNCTION_TAGS = frozenset("v p d t vd ad a an vn i l z".split())
_ASPECTS = ("了", "着", "得")
_OF_ANOTHER = ("夫人", "特别代表", "特使")


def _before_function_word(text: str, at: int, end: int) -> bool:
    """Whether another word follows a name of three characters: 时砚秋摊开图纸, 笑了, 拍着树干, 嗓子哑了.

    A noun counts where no likelier word reaches over the end; the noun of another person (夫人, 特别代表) does not.
    """
    if end - at < 3:
        return False
    if text[end + 1 : end + 2] in _ASPECTS:
        return True
    behind = tokens.words(text[end : end + 4])
    if not behind or len(behind[0]) < 2:
        return False
    kind = tokens.tag(behind[0])
    noun = kind == "n" and behind[0] not in _OF_ANOTHER
    return kind in _FUNCTION_TAGS or (noun and tokens.words(text[at : end + 4])[-len(behind) :] == behind)


def _begins_with_word(text: str, at: int, end: int) -> bool:
    """Whether a common word of two or more characters covers the surname: 安全返, 连任后, 郑重.

    A name that is itself a word (向阳, 齐放) is one only where a pause or a verb of saying or appearing follows.
    """
    name = text[at:end]
    first = tokens.words(name)[0]
    if len(first) < 2 or not tokens.is_common_word(first) or names_surname(first):
        return False
    if first != name:
        return not (_SPEAKS_RE.match(text, end) or tokens.is_rare(first))
    if tokens.tag(name)[:2] in ("nr", "ns", "nz"):
        return not _STRONG_RIGHT_RE.match(text, end)
    return not (_is_word_for_name(name) and _SPEAKS_RE.match(text, end))


_SPEAKS_RE = re.compile(
    r"(?:在[^，,。]{1,12}时)?(?:表示|指出|强调|介绍|认为|说)[，：:“]|告诉记者|(?:分别)?(?:就|对|围绕)[^，,。]{2,40}(?:作|进行|提出)(?:了)?[^，,。]{0,8}(?:说明|介绍|交流|汇报|讲解|解读|发言|要求|点评)|主持(?:[。，]|[^，,。]{0,6}会)|致辞[。，]|宣读|代表(?=[^，,。]{2,20}(?:致辞|发言|讲话|宣读))"
)


_ENDS_TIME = "天季日月年时晚前后初末底"


def _is_word_for_name(word: str) -> bool:
    """Whether a word could name a person: no title, no group, no adverb (甘露, 廉洁; not 方面, 全程)."""
    known = word in lexicon.words("titles") or word in lexicon.words("group_nouns")
    if known or word[0] in "全应时方成项高单常明" or (tokens.tag(word) == "t" and word[-1] in _ENDS_TIME):
        return False
    return tokens.tag(word)[:1] in ("n", "v", "a", "t")


def names_surname(word: str) -> bool:
    """Whether the word is a surname of two characters."""
    return word in _surnames()[1]


def _unfamiliar_end(text: str, at: int) -> int | None:
    """Return the end of a name in no familiar form (博思帆, 米尔济约耶夫): the longest run that ends well and holds no word."""
    run = _HAN_RUN.match(text, at)
    for end in range(run.end() if run else at, at + 1, -1):
        if _is_unfamiliar(text, at, end) and right().match(text, end) and holds_no_word(text[at:end]):
            return end - _is_followed(text, at, end)
    return None


# What somebody does right behind a name of three characters: 林小田蹲在门口, 林小田常把这句话挂在嘴边.
_FOLLOWS = frozenset("常蹲站坐总倒笑躺趴")


def _is_followed(text: str, at: int, end: int) -> bool:
    """Whether the last of four characters tells on of a Chinese name of three."""
    return end - at == 4 and surname_length(text, at) == 1 and text[end - 1] in _FOLLOWS


def _is_unfamiliar(text: str, at: int, end: int) -> bool:
    """Whether these may be a name in no familiar form: a long one foreign, a short one in front of a pause."""
    if text[end - 1] in NEVER_LAST and not (text[end - 1] == "一" and end - at == 4):  # 铃木俊一
        return False
    if end - at > 4:
        return len(FOREIGN_RE.findall(text, at, end)) >= 0.7 * (end - at)
    return end - at > 2 or text[end : end + 1] in "、，,。；;（"


def _is_phrase(word: str) -> bool:
    """Whether the parts of a word are words; a word behind a sure surname is none: 张胜利, 刘和平."""
    first, *rest = tokens.words(word)
    if names_surname(first):
        return False
    if len(first) == 1 and tokens.tag(first).startswith("nr"):
        return False
    return any(len(part) > 1 and tokens.is_common_word(part) for part in (first, *rest))


def has_name_form(word: str) -> bool:
    """Whether a word in front of a title has the form of a Chinese name; what its parts mean does not matter there."""
    surname = surname_length(word, 0)
    form = bool(surname) and surname < len(word) <= surname + 2 and bool(_HAN_NAME.fullmatch(word))
    return form and word[-1] not in NEVER_LAST and not tokens.is_common_word(word)


def looks_like_name(word: str) -> bool:
    """Whether a whole word, out of any frame, has the form of a Chinese name: a surname and one or two characters."""
    surname = surname_length(word, 0)
    return (
        bool(surname)
        and surname < len(word) <= surname + 2
        and bool(_HAN_NAME.fullmatch(word))
        and word[-1] not in NEVER_LAST
        and not _NO_NAME.fullmatch(word)
        and not tokens.is_common_word(word)
        and not _is_phrase(word)
    )

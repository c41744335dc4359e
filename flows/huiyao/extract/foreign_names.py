"""Foreign names: by the characters in which they are transcribed, their dots, and the surnames of Japan."""

from __future__ import annotations

import re
from functools import cache

from huiyao import lexicon
from huiyao.extract import tokens
from huiyao.extract.name_frames import FIRST_HAN, HAN, NEVER_FIRST, NEVER_LAST, right
from huiyao.extract.positions import title_pattern
from huiyao.extract.sentences import Span

# The characters in which foreign names are written, after the transliteration tables of Xinhua's handbooks.
_TRANSLITERATION = (
    "阿埃艾安拜昂奥澳巴白班邦保鲍贝本比彼毕别宾波伯博勃布采蔡查察昌楚茨丛达大戴丹道德登邓迪蒂丁东杜多顿厄恩尔发法凡范方菲费芬丰冯弗福富盖甘冈"
    "高戈格葛根贡古瓜圭郭果哈海韩汉豪赫黑亨洪侯胡华怀惠霍基吉季加贾简江杰捷金津京久居喀卡凯坎康考柯科克肯孔库夸匡奎昆拉莱赖兰朗劳勒雷"
    "黎里理力历丽利莉良列烈林琳龙隆卢鲁路露伦罗洛吕马玛迈麦曼芒毛茂梅门蒙孟米密明摩莫默姆木穆那娜纳乃奈南内尼年涅宁牛纽农努诺欧帕派潘庞"
    "佩彭蓬皮匹平珀破菩浦普其奇齐恰千钱强乔切钦琴青琼丘屈却让热仁日荣茹儒瑞若撒萨塞赛三桑瑟森沙莎山尚绍舍申圣施十石什史士舒朔斯丝思松苏索"
    "纽确嘎敏吞猜颂披姗珊茱碧瑙翰塔泰坦汤唐特滕提田铁廷汀通图土托陀瓦外万汪威韦维魏温文翁沃乌吾伍西希锡席夏香肖歇谢辛欣兴休许叙雪逊雅亚延扬阳耀耶叶伊依易因银英永尤"
    "尤于雨约越赞泽曾扎詹张章兆珍中朱祝兹子宗祖佐黛娅蕾妮薇婕娃妲芙琪姬瓒鄂诃帖夫乐茜岛济洪奈莲罕梵珂绮蔓塔娅茨盖"
)
_FOREIGN = f"[{''.join(sorted(set(_TRANSLITERATION)))}]"
_DOTTED = re.compile(rf"(?:{HAN}{{1,8}}|[A-Z][A-Za-z.]*)(?:[·•・－-]{HAN}{{1,8}}|[·•・][A-Z][A-Za-z.]*){{1,4}}")
_DOTS = re.compile(r"[·•・－-]")
FOREIGN_RE = re.compile(_FOREIGN)
_FOREIGN_RUN = re.compile(rf"{_FOREIGN}{{2,8}}")
_LATIN = re.compile(r"[A-Z][a-z]+(?:[ ·][A-Z][A-Za-z.]+){1,3}")

# 安娜·贝尔发来贺信, 拜会, 大将: 发, 拜 and 大 are of transliterations, and of what somebody does or is.
_SENDS = re.compile("发[来表布言出起]|拜[见会访谒年托]|[大中]将|大使")


def dotted_end(text: str, at: int) -> int | None:
    """Return the end of a name with a middle dot; its last part is cut back to where a name may end."""
    dotted = _DOTTED.match(text, at) or (text[at].isascii() and _LATIN.match(text, at))
    if not dotted or text[at] in NEVER_FIRST:
        return None
    last = max(dotted.group().rfind(dot) for dot in "·•・－- ") + 1 + at
    if title_pattern().search(dotted.group().split("·")[0], 1):
        return None
    run = _FOREIGN_RUN.match(text, last)
    ends = range(dotted.end(), last, -1)
    if run and run.end() in ends and right().match(text, run.end()):
        return run.end() - bool(_SENDS.match(text, run.end() - 1))
    # The first place that ends well: a cue behind the name is no part of it.
    good = (end for end in reversed(ends) if end - last > 1 and right().match(text, end))
    found = next((end for end in good if text[end - 1] not in NEVER_LAST), None)
    beyond = run is not None and run.end() in ends and (found is None or found > run.end())
    return run.end() if run and beyond and _word_begins(text, run.end(), dotted.end()) else found


def _word_begins(text: str, at: int, end: int) -> bool:
    """Whether a word of the language follows a transliteration (安娜·莫罗关注绿色航运)."""
    return len(tokens.words(text[at:end])[0]) > 1


def dotted_with(text: str, part: str, at: int) -> Span | None:
    """Return the nearest dotted name before `at` of which `part` is the last part, or begins the first."""
    before = text[max(0, at - 2000) : at]
    if not any(dot in before for dot in "·•・") or part not in before:
        return None
    start = at - len(before)
    place = text.rfind(part, start, at)
    while place >= 0:
        found = _first_parts(text, place, place + len(part), start) or _rest(text, place, place + len(part))
        if found:
            return found
        place = text.rfind(part, start, place)
    return None


_FIRST_PARTS = re.compile(rf"{_FOREIGN}{{1,6}}(?:[·•・]{_FOREIGN}{{1,6}}){{0,2}}[·•・]$")
_NEXT_PART = re.compile(rf"{HAN}{{0,6}}[·•・]")


def _first_parts(text: str, place: int, end: int, start: int) -> Span | None:
    """Return the name whose last part stands at `text[place:end]`, if one does."""
    if text[place - 1 : place] not in ("·", "•", "・") or FOREIGN_RE.match(text, end):
        return None
    head = _FIRST_PARTS.search(text, max(start, place - 21), place)
    return (head.start(), end) if head else None


def _rest(text: str, place: int, end: int) -> Span | None:
    """Return the dotted name that begins with `text[place:end]`, if one does."""
    whole = dotted_end(text, place) if _NEXT_PART.match(text, end) else None
    return (place, whole) if whole else None


# 丹娜六世: the name of a monarch with its number.
_REGNAL = re.compile(rf"{_FOREIGN}{{2,6}}[一二三四五六七八九十]{{1,2}}世")


def regnal_end(text: str, at: int) -> int | None:
    """Return the end of a monarch's name with its number."""
    regnal = _REGNAL.match(text, at)
    return regnal.end() if regnal else None


# 米尔提23日说: a transliteration runs up to the date of what is said, though 提 could begin a verb.
_BEFORE_DATE = re.compile(rf"{_FOREIGN}{{3,6}}(?=\d{{1,2}}日)")


def before_date_end(text: str, at: int) -> int | None:
    """Return the end of a foreign name in front of a date, where its last character could begin a verb."""
    run = _BEFORE_DATE.match(text, at)
    return run.end() if run and run.group()[-1] in NEVER_LAST and run.group()[-1] not in "在日来" else None


def japanese_end(text: str, at: int) -> int | None:
    """Return the end of a Japanese name: a known surname of two or three characters and a given name of one to three."""
    surname = next((word for word in _japanese_surnames(text[at : at + 1]) if text.startswith(word, at)), None)
    if surname is None:
        return None
    ends = (at + len(surname) + given for given in (2, 1, 3))
    return next((end for end in ends if _fits_given(text, at + len(surname), end)), None)


def _fits_given(text: str, start: int, end: int) -> bool:
    given = text[start:end]
    ends_well = given[-1:] not in NEVER_LAST or bool(_FINAL_YE.fullmatch(given))
    return bool(re.fullmatch(rf"{HAN}{{1,3}}", given)) and ends_well and bool(right().match(text, end))


# 哲也, 健一: 也 and 一 end given names of Japan behind few characters.
_FINAL_YE = re.compile("[哲彻达直拓和卓裕克雅]也|[健浩俊真诚正耕洋光幸英雄纯龙贤周研泰新]一")


def japanese_surname(name: str) -> str | None:
    """Return the surname of a Japanese name of four characters or more (小野寺 of 小野寺诚), None where it is none."""
    known = _japanese_surnames(name[:1]) if len(name) >= 4 else ()
    return next((word for word in known if name.startswith(word) and len(name) > len(word) > 1), None)


def begins_japanese(first: str) -> bool:
    """Whether surnames of Japan begin with this character."""
    return bool(_japanese_surnames(first))


@cache
def _japanese_surnames(first: str) -> tuple[str, ...]:
    return tuple(word for word in lexicon.words("japanese_surnames") if word[0] == first)


_ORIGINAL = re.compile(r"\s?[A-Z][A-Za-z.·\- ]{1,40}[（(](?=[\u4e00-\u9fff]{1,8}[·•・])")


def behind_original(text: str, at: int) -> int:
    """Return where the Chinese form of a name begins that follows its Latin form in brackets, else `at`."""
    if text[at : at + 1] >= FIRST_HAN:
        return at
    original = _ORIGINAL.match(text, at)
    return original.end() if original else at


def foreign_end(text: str, at: int) -> int | None:
    """Return the end of an undotted foreign name: the longest run of transliteration characters that ends well."""
    run = _FOREIGN_RUN.match(text, at)
    if not run:
        return None
    for end in range(run.end(), at + 1, -1):
        if (
            end - at >= 2
            and right().match(text, end)
            and (text[end - 1] not in NEVER_LAST or text[end : end + 1].isdigit())
            and text[end - 1] not in "发来通"
        ):
            end = _before_adverb(text, at, end)
            return None if tokens.is_common_word(text[at:end]) and tokens.tag(text[at:end]) != "ns" else end
    return None


def _before_adverb(text: str, at: int, end: int) -> int:
    """Return where a run ends that takes in how somebody acts: 萨卡姆强烈谴责."""
    manner = end - at >= 4 and tokens.tag(text[end - 2 : end]) in ("a", "ad", "d")
    return end - 2 if manner and tokens.is_common_word(text[end - 2 : end]) else end


def holds_no_word(name: str) -> bool:
    """Whether no word of the dictionary but parts of names and places stands in it."""
    known = (word for word in tokens.words(name) if len(word) > 1 and tokens.is_common_word(word))
    return not any(tokens.tag(word) not in ("ns", "nz") for word in known) and not tokens.is_common_word(name)


def looks_foreign(word: str) -> bool:
    """Whether a whole word, out of any frame, has the form of a transliterated name (斯特勒)."""
    if _DOTTED.fullmatch(word):
        return all(map(_may_be_part, _DOTS.split(word)))
    return (
        3 <= len(word) <= 8
        and bool(_FOREIGN_RUN.fullmatch(word))
        and holds_no_word(word)
        and not tokens.tag(word).startswith(("ns", "nt"))
    )


def _may_be_part(part: str) -> bool:
    """Whether a part of a dotted name holds no word that describes (not 古巴诗人马利, 索尔的家人)."""
    words = tokens.words(part)
    describes = any(len(word) > 1 and tokens.tag(word) in ("n", "v", "vn", "l", "i", "a") for word in words)
    return "的" not in part and not (describes and len(words) > 1)


def is_transliterated(word: str) -> bool:
    """Whether all characters are such as foreign names are written in (伊拉克, 巴西)."""
    return bool(_FOREIGN_RUN.fullmatch(word))

"""Names of persons by their form and their frame: what stands before and behind says more than any dictionary."""

from __future__ import annotations

import re
from functools import cache

from huiyao import lexicon
from huiyao.extract import tokens
from huiyao.extract.positions import title_pattern

HONORIFIC = r"(?:博士|女士|先生|同志|老师|小姐|阁下|殿下|院士|教授|一行|夫妇)"
_HAN = r"[\u4e00-\u9fff\u3400-\u4dbf]"
# The characters in which foreign names are written, after the transliteration tables of Xinhua's handbooks.
_TRANSLITERATION = (
    "阿埃艾安昂奥澳巴白班邦保鲍贝本比彼毕别宾波伯博勃布采蔡查察昌楚茨丛达大戴丹道德登邓迪蒂丁东杜多顿厄恩尔发法凡范方菲费芬丰冯弗福富盖甘冈"
    "高戈格葛根贡古瓜圭郭果哈海韩汉豪赫黑亨洪侯胡华怀惠霍基吉季加贾简江杰捷金津京久居喀卡凯坎康考柯科克肯孔库夸匡奎昆拉莱赖兰朗劳勒雷"
    "黎里理力历丽利莉良列烈林琳龙隆卢鲁路露伦罗洛吕马玛迈麦曼芒毛茂梅门蒙孟米密明摩莫默姆木穆那娜纳乃奈南内尼年涅宁牛纽农努诺欧帕派潘庞"
    "佩彭蓬皮匹平珀破菩浦普其奇齐恰千钱强乔切钦琴青琼丘屈却让热仁日荣茹儒瑞若撒萨塞赛三桑瑟森沙莎山尚绍舍申圣施十石什史士舒朔斯丝思松苏索"
    "塔泰坦汤唐特滕提田铁廷汀通图土托陀瓦外万汪威韦维魏温文翁沃乌吾伍西希锡席夏香肖歇谢辛欣兴休许叙雪逊雅亚延扬阳耀耶叶伊依易因银英永尤"
    "尤于雨约越赞泽曾扎詹张章兆珍中朱祝兹子宗祖佐黛娅蕾妮薇婕娃妲芙琪姬瓒鄂诃帖夫乐茜岛济洪奈莲罕梵珂绮蔓塔娅茨盖"
)
_FOREIGN = f"[{''.join(sorted(set(_TRANSLITERATION)))}]"
_DOTTED = re.compile(rf"(?:{_HAN}{{1,8}}|[A-Z][A-Za-z.]*)(?:[·•・]{_HAN}{{1,8}}|[·•・][A-Z][A-Za-z.]*){{1,4}}")
_FOREIGN_RE = re.compile(_FOREIGN)
_FOREIGN_RUN = re.compile(rf"{_FOREIGN}{{2,8}}")
_HAN_RUN = re.compile(rf"{_HAN}{{2,8}}")
_LATIN = re.compile(r"[A-Z][a-z]+(?:[ ·][A-Z][A-Za-z.]+){1,3}")
_HAN_NAME = re.compile(rf"{_HAN}{{2,4}}")
# 孟方 is a country's side, 贺信 a letter.
_NO_NAME = re.compile(rf"{_HAN}[方军媒警企]|[贺唁]?[信电词函]|贺[信电词辞]")
# Characters that begin what follows a name far more often than they end one.
_NEVER_LAST = frozenset(
    "一所以后前说称在对将表指就于向与和是已也还又并主介要提认出宣致作率带会的了等及同为从到把被给日月年当分参接受，。、"
)
# Characters that go on a title rather than begin a name: 代表性, 主席团, 执行委员会, 局长级.
_NEVER_FIRST = frozenset("性团们会处级式长部室办的等和及与、")
# What may follow a name: punctuation, a digit of a date, a function word, a verb of saying or appearing. The first string
# holds what says so alone, whatever it begins.
_RIGHT_CHARACTERS = "等和与及也还则均都又并再在对向就于为以将从同到被把给是已曾作率带说称提宣主致发接访抵赴签陪任获来呼回谈的授揭启共见应受阐感坚相期做开领走逐所离检赞祝敦推反批颁即辞不没正当第用拜勉谴摊拿抛亮掏趁"
_RIGHT_WORDS = (
    "表示 表态 表达 代表 一道 一起 分别 先后 一行 今天 今日 昨天 昨日 明天 上午 下午 近日 日前 随后 指出 强调 认为 要求 介绍 建议 希望 透露 坦言 告诉 出席 参加 会见 会晤 "
    "前往 看望 考察 调研 视察 担任 博士 女士 先生 老师 通电话 举行 重申 解释 补充 听取 点评 通过 围绕 结合 深入 现场 工作 关于 结束 欢迎 警告 否认 承诺 支持 上任 卸任 上周 "
    "本周 前不久 特意 专程 重点 详细 着重 简要 指责 委员长 总书记 总理 书记 通报 汇报 讲解 解读 演讲 首次 一口气 一再 一直 一同 一共 一致"
)  # fmt: skip


@cache
def _right() -> re.Pattern[str]:
    """Return the pattern of what may follow a name, every cue and duty of the lexicon included."""
    words = {*_RIGHT_WORDS.split(), *lexicon.words("cues"), *lexicon.words("duties")}
    longer = lexicon.one_of(word for word in words if word[0] not in _RIGHT_CHARACTERS)
    return re.compile(rf"$|[、，,。；;：:！？\s（）()“”《》\d{_RIGHT_CHARACTERS}]|{longer}")


_STRONG_RIGHT_RE = re.compile(
    r"说[，,：:“]|称[，,：:“]|表示|指出|强调|认为|要求|介绍|出席|主持|在(?!明)|对|将|等[^于]|和|与|的|同志|向全|向[^东阳明红荣前]"
)


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    listed = lexicon.words("surnames")
    return frozenset(w for w in listed if len(w) == 1), frozenset(w for w in listed if len(w) == 2)


def surname_length(text: str, at: int) -> int:
    """Return the length of the surname at this place, 0 where there is none."""
    single, double = _surnames()
    if text[at : at + 2] in double:
        return 2
    return 1 if text[at : at + 1] in single else 0


def name_at(text: str, at: int) -> int | None:
    """Return the end of the personal name that starts at `at`, just behind a title, or None where none does."""
    for find in (_dotted_end, _chinese_end, _foreign_end, _unfamiliar_end):
        end = find(text, at)
        if end is not None:
            return end
    return None


def _dotted_end(text: str, at: int) -> int | None:
    """Return the end of a name with a middle dot; its last part is cut back to where a name may end."""
    dotted = _DOTTED.match(text, at) or _LATIN.match(text, at)
    if not dotted or text[at] in _NEVER_FIRST:
        return None
    last = max(dotted.group().rfind(dot) for dot in "·•・ ") + 1 + at
    if title_pattern().search(dotted.group().split("·")[0], 1):
        return None
    run = _FOREIGN_RUN.match(text, last)
    ends = range(dotted.end(), last, -1)
    if run and run.end() in ends and _right().match(text, run.end()):
        return run.end()
    # The first place that ends well: a cue behind the name is no part of it.
    good = (end for end in reversed(ends) if end - last > 1 and _right().match(text, end))
    return next((end for end in good if text[end - 1] not in _NEVER_LAST), None)


def _chinese_end(text: str, at: int) -> int | None:
    surname = surname_length(text, at)
    if not surname:
        return None
    ends = [at + surname + given for given in (2, 1)]
    if surname == 1 and _FINAL_WEI.match(text, at):
        return at + 3
    fits = [end for end in ends if _fits(text, at, end)]
    if len(fits) == 2 and _STRONG_RIGHT_RE.match(text, fits[1]):
        return fits[1]
    return fits[0] if fits else None


# 为 ends few names and begins many predicates: it ends one where nothing it could take follows.
_FINAL_WEI = re.compile(rf"{_HAN}{{2}}为(?=[，,。、；（]|第|在|说|表示|主持|出席|指出|强调|介绍)")


def _fits(text: str, at: int, end: int) -> bool:
    name = text[at:end]
    if end > len(text) or not _HAN_NAME.fullmatch(text, at, end) or name[-1] in _NEVER_LAST:
        return False
    return (bool(_right().match(text, end)) or _before_function_word(text, at, end)) and not _begins_with_word(
        text, at, end
    )


def _before_function_word(text: str, at: int, end: int) -> bool:
    """Whether a verb, preposition or adverb of the dictionary follows a name of three characters (时砚秋摊开图纸)."""
    if end - at < 3:
        return False
    behind = tokens.words(text[end : end + 4])
    return bool(behind) and len(behind[0]) > 1 and tokens.tag(behind[0]) in ("v", "p", "d", "t", "vd", "ad")


def _begins_with_word(text: str, at: int, end: int) -> bool:
    """Whether a common word of two or more characters covers the surname: 安全返, 连任后, 郑重.

    A name that is itself a word (向阳, 齐放) is one only where a pause or a verb of saying or appearing follows.
    """
    name = text[at:end]
    first = tokens.words(name)[0]
    if len(first) < 2 or not tokens.is_common_word(first) or names_surname(first):
        return False
    return not (first == name and tokens.tag(name)[:2] in ("nr", "ns", "nz") and _STRONG_RIGHT_RE.match(text, end))


def names_surname(word: str) -> bool:
    """Whether the word is a surname of two characters."""
    return word in _surnames()[1]


def _foreign_end(text: str, at: int) -> int | None:
    """Return the end of an undotted foreign name: the longest run of transliteration characters that ends well."""
    run = _FOREIGN_RUN.match(text, at)
    if not run:
        return None
    for end in range(run.end(), at + 1, -1):
        if (
            end - at >= 2
            and _right().match(text, end)
            and (text[end - 1] not in _NEVER_LAST or text[end : end + 1].isdigit())
            and text[end - 1] not in "发来通"
        ):
            return None if tokens.is_common_word(text[at:end]) and tokens.tag(text[at:end]) != "ns" else end
    return None


def _unfamiliar_end(text: str, at: int) -> int | None:
    """Return the end of a name in no familiar form (博思帆, 米尔济约耶夫): the longest run that ends well and holds no word."""
    if text[at : at + 1] in _NEVER_FIRST:
        return None
    run = _HAN_RUN.match(text, at)
    for end in range(run.end() if run else at, at + 1, -1):
        last = text[end - 1] not in _NEVER_LAST or (text[end - 1] == "一" and end - at == 4)  # 铃木俊一
        if last and _right().match(text, end) and _is_unfamiliar(text, at, end):
            return end
    return None


def _is_unfamiliar(text: str, at: int, end: int) -> bool:
    """Whether what ends well is a name in no familiar form: a long one foreign, a short one in front of a pause."""
    if end - at > 4 and len(_FOREIGN_RE.findall(text, at, end)) < 0.7 * (end - at):
        return False
    sure = end - at > 2 or text[end : end + 1] in "、，,。；;（"
    return sure and _holds_no_word(text[at:end])


def _holds_no_word(name: str) -> bool:
    """Whether no word of the dictionary but parts of names and places stands in it."""
    known = (word for word in tokens.words(name) if len(word) > 1 and tokens.is_common_word(word))
    return not any(tokens.tag(word) not in ("ns", "nz") for word in known) and not tokens.is_common_word(name)


def looks_foreign(word: str) -> bool:
    """Whether a whole word, out of any frame, has the form of a transliterated name (斯特勒)."""
    if _DOTTED.fullmatch(word):
        return True
    return (
        3 <= len(word) <= 8
        and bool(_FOREIGN_RUN.fullmatch(word))
        and _holds_no_word(word)
        and not tokens.tag(word).startswith(("ns", "nt"))
    )


def _is_phrase(word: str) -> bool:
    """Whether the parts of a word are words; a word behind a sure surname is none: 张胜利, 刘和平."""
    first, *rest = tokens.words(word)
    if len(first) == 1 and tokens.tag(first).startswith("nr"):
        return False
    return any(len(part) > 1 and tokens.is_common_word(part) for part in (first, *rest))


def has_name_form(word: str) -> bool:
    """Whether a word in front of a title has the form of a Chinese name; what its parts mean does not matter there."""
    surname = surname_length(word, 0)
    form = bool(surname) and surname < len(word) <= surname + 2 and bool(_HAN_NAME.fullmatch(word))
    return form and word[-1] not in _NEVER_LAST and not tokens.is_common_word(word)


def looks_like_name(word: str) -> bool:
    """Whether a whole word, out of any frame, has the form of a Chinese name: a surname and one or two characters."""
    surname = surname_length(word, 0)
    return (
        bool(surname)
        and surname < len(word) <= surname + 2
        and bool(_HAN_NAME.fullmatch(word))
        and word[-1] not in _NEVER_LAST
        and not _NO_NAME.fullmatch(word)
        and not tokens.is_common_word(word)
        and not _is_phrase(word)
    )

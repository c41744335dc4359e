"""Positions: the words between a boundary and a name, split into organization and title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from huiyao import lexicon
from huiyao.extract import tokens

Split = tuple[str | None, str]  # organization and title

# Tokens behind which a position begins: verbs and prepositions that take a person as their object.
_BREAKS = frozenset(
    "在 从 对 向 由 被 把 据 将 是 为 以 让 请 同 跟 于 当 有 包括 其中 以及 及 还有 会见 会晤 访问 采访 邀请 任命 陪同 接见 通电话 对话 祝贺 感谢 "
    "来自 担任 出任 当选 率领 随 聘请 委托 听取 看望 慰问 接待 记者 获悉 了 着 过 时 后 日 今天 昨天 明天 上午 下午 当天 会上 上 中 里 到访 来访 "
    "来华 正在 也 还 并 但 而 则 又 再 都 就 这 该 此 各 召集 请来 根据 按照 代表 一行 日前 近日 随后 同时 此外 另外 名 位 等 称 说 表示 他 她 其 去年 今年 发表 起诉 取消 拘留 逮捕 指控 批评 谴责 呼吁 要求 敦促 授权 欢迎 转达 迎接 拜访 拜会 约见 开幕式 闭幕式 仪式 应 释放 限制 重申 致函 宣读 针对 对于 用 随着 负责 反对 支持 指责 抨击 感谢 询问 如今 现在 主持 出席 参加".split()
)  # fmt: skip
# Those of them that close a phrase: where nothing stands before them they begin a name (中岭院院士).
_SUFFIXES = frozenset("了着过时后日上中里")
# 中岭公司 behind a place (海州中岭公司), 柳里村: there they are part of a name.
_LOCALITY = frozenset("社区 村 镇 乡 街道 小区 路 大道 小学 中学".split())
_NOT_FIRST = re.compile(r"(?:正如|博士|女士|先生|同志|的|和|与|及|以及|、|，|,|\s)+")
_BOUNDARY = re.compile(r"[。！？；;：:\s，,“”【】]")
_DESCRIPTION = re.compile(
    r".*?的[^的、]{0,10}(?:企业|巨头|供应商|制造商|品牌|公司|机构|服务商|运营商)(?=[^、的]{2,}(?:集团|公司|银行|资本))"
)
_KIND_OF_FIRM = re.compile(
    r"(?:世界|全球|国际|国内|知名|领先|著名|跨国)[^的、]{0,8}(?:企业|巨头|供应商|服务商|制造商)(?=[^、的]{2,}(?:集团|公司|银行|资本))"
)
_PARTY_BODY = re.compile(r"(?:[省市县区州盟旗乡镇]委|党委|党组|工委|中央|政法委|纪委|委员会)$")
_TOWN = re.compile(r"[镇乡]$")
_DEPARTMENT = re.compile(r"(?:公司|集团|本部|总部)?[^省市县区国]{0,8}(?:总部|事业部|业务部|分部|部门)")
# An office within the body that a bare 党组成员 before it belongs to.
_OFFICE = re.compile(r"^[^省市县区国]{0,4}(?:政治部|办公室|机关党委|纪检组)$")
_JOINTS = re.compile(r"（|\(|）|\)|、|，|,|兼(?!职)任?")
_ROOT_OF_TITLE = re.compile(r"([部省市县区州局厅])长")
# 党委书记 alone is of the committee, as 市委书记 is of the 市委.
_COMMITTEES = ("党委", "党组", "党总支", "党支部", "工委")
_COMMITTEE = re.compile(rf"({'|'.join(_COMMITTEES)})((?:第一|副)?书记)$")


@cache
def title_at_end() -> re.Pattern[str]:
    """Return the pattern of a title with its modifiers, `title`, at the end of a text."""
    return re.compile(lexicon.headed(f"(?P<title>{title_pattern().pattern}$)", _title_words()))


@cache
def title_pattern() -> re.Pattern[str]:
    """Return the pattern of a title with its modifiers, anywhere in a text."""
    modifiers, nouns = lexicon.alternation("title_modifiers"), lexicon.alternation("titles")
    return re.compile(rf"{modifiers}*{nouns}(?:助理)?")


@cache
def _title_words() -> tuple[str, ...]:
    return lexicon.words("title_modifiers") + lexicon.words("titles")


@cache
def _title_inside() -> re.Pattern[str]:
    """Return the pattern of where a title with its modifiers, `title`, begins in a text."""
    return re.compile(lexicon.headed(f"(?P<title>{title_pattern().pattern})", _title_words()))


# Words for who wrote the text; the names behind them are in no news.
_BYLINES = ("记者", "通讯员", "实习生", "编辑", "作者")
_BYLINE_ENDS = frozenset(byline[-1] for byline in _BYLINES)


@cache
def _title_tail() -> re.Pattern[str]:
    return re.compile(
        lexicon.tail_of((*lexicon.words("titles"), "助理")) + r"(?=[\u4e00-\u9fff\u3400-\u4dbf]|\s?[A-Z])"
    )


def title_tails(text: str, start: int, end: int) -> list[int]:
    """Return every place behind what may be the end of a title, where a name could begin.

    A search for the last two characters takes a fraction of one for whole titles with their modifiers.
    """
    return [match.end() for match in _title_tail().finditer(text, start, end)]


def behind_byline(text: str, at: int) -> bool:
    """Whether 记者, 编辑 and the like stand before the place."""
    return text[at - 1] in _BYLINE_ENDS and text.endswith(_BYLINES, 0, at) and not text.endswith("总编辑", 0, at)


_LONGEST_RUN = 40  # code points of titles and modifiers without anything between


def ends_title(text: str, start: int, at: int, end: int) -> bool:
    """Whether a title ends here and does not go on: none does behind 委员 in 委员长."""
    left = max(start, at - _LONGEST_RUN, *(text.rfind(mark, start, at) + 1 for mark in "，。、"))
    behind = left
    for match in _title_inside().finditer(text, left, end):
        behind = match.end("title") if match.start() >= behind else behind
        if behind >= at:
            break
    return behind == at


@dataclass(frozen=True, slots=True)
class Position:
    """One position: the text as written, and its two parts; `organization` is None where the title has none."""

    text: str
    organization: str | None
    title: str


def split_title(text: str) -> Split | None:
    """Split one position into organization and title; None where no title stands at its end.

    >>> split_title("上海市市长"), split_title("以色列国防部长"), split_title("总理")
    (('上海市', '市长'), ('以色列国防部', '部长'), (None, '总理'))
    """
    match = title_at_end().search(text) if text[-1:] in title_ends() else None
    if not match:
        return None
    organization, title = text[: match.start()].rstrip("的"), match["title"]
    if not organization:
        committee = _COMMITTEE.match(title)
        return (committee[1], committee[2]) if committee else (None, title)
    root = _ROOT_OF_TITLE.fullmatch(title)
    # 国防部长 shares its 部 between organization and title.
    if root and not organization.endswith((root[1], "国", "府", "会")):
        organization += root[1]
    return organization, title


@lru_cache(maxsize=64)  # where a name is introduced and where it is mentioned are the same place
def parse_positions(raw: str) -> tuple[str, tuple[Position, ...]]:
    """Return what of `raw` is positions (a suffix of it) and the positions, split as the annotation guide says.

    Titles of one organization joined by 、 or 兼 stay together; a new organization starts a new position, and so does a
    government post behind a party post (省委副书记、省长).
    """
    kept, positions = "", list[Position]()
    for joint, text, split in _titled_suffix(_without_lead(raw)):
        joint = joint if kept else ""
        kept += joint + text
        if positions and _same_body(positions[-1], split, joint):
            last = positions.pop()
            title = f"{last.title}{joint}{text}"
            body = next((each for each in (last.organization, split[0]) if each and each not in _COMMITTEES), None)
            positions.append(Position(f"{last.text}{joint}{text}", body, title))
        else:
            positions.append(Position(text, *split))
    return kept, tuple(positions)


def left_boundary(text: str, start: int, at: int) -> int:
    """Return where the positions before a name begin: behind the last punctuation outside brackets."""
    marks = _marks_before(text, start, at)
    mark = next(marks, start - 1)
    left = max(mark + 1, at - 100)  # no run of positions is longer
    while mark >= start and text[mark] in "，," and text[mark - 1] in title_ends():
        before = next(marks, start - 1)
        if not _are_positions(text[before + 1 : mark]):
            break
        left, mark = before + 1, before
    return left


_STEP = 32  # code points; nearly all positions are shorter


def _marks_before(text: str, start: int, at: int) -> Iterator[int]:
    """Yield the places of the punctuation outside brackets, the nearest first; few are ever asked for."""
    while at > start:
        left = max(start, at - _STEP)
        for match in reversed(list(_BOUNDARY.finditer(text, left, at))):
            if not _in_brackets(text, start, match.start()):
                yield match.start()
        at = left


def _in_brackets(text: str, start: int, at: int) -> bool:
    opened = max(text.rfind("（", start, at), text.rfind("(", start, at))
    return opened >= 0 and opened > max(text.rfind("）", opened, at), text.rfind(")", opened, at))


def _are_positions(part: str) -> bool:
    """Whether the words before a comma are positions of the person behind: 市委常委、秘书长，高新区党工委书记某某."""
    kept, positions = parse_positions(part)
    return bool(positions) and kept == part and positions[0].organization is not None


@cache
def title_ends() -> frozenset[str]:
    """Return the characters that titles end in; what ends in none of them holds no position."""
    return frozenset(word[-1] for word in lexicon.words("titles")) | {"理"}


def _without_lead(raw: str) -> str:
    """Cut what stands before the position: a verb that takes the person as object, a preposition, a description."""
    raw = raw[_behind_breaks(raw) :]
    for lead in (_NOT_FIRST, _DESCRIPTION, _KIND_OF_FIRM):
        found = lead.match(raw)
        raw = raw[found.end() :] if found and _ends_word(raw, found.end()) else raw
    # 来华出席峰会的越南总理: behind 的 stands a whole position, what is before only describes.
    described, _, rest = raw.rpartition("的")
    behind = split_title(rest) if described else None
    plain = behind is not None and lexicon.kinds("titles").get(behind[1]) == "other"  # 来自某地的农民
    return rest if behind and (behind[0] or plain) and "、" not in rest else raw


def _ends_word(raw: str, at: int) -> bool:
    """Whether a word ends there: 和 joins in 和镇长, and is part of a name in 和平镇镇长."""
    if raw[at - 1] not in "和与及" or raw.startswith("和县"):
        return True
    ends = 0
    for word in tokens.words(raw):
        ends += len(word)
        if ends >= at:
            break
    return ends == at


def _behind_breaks(raw: str) -> int:
    """Return the place behind the last word that breaks; no word reaches over 、, so its last part is read first."""
    end = len(raw)
    for part in reversed(raw.split("、")):
        found = tokens.words(part) if _break().search(part) else ()
        at = end
        for place in range(len(found) - 1, -1, -1):
            word = found[place]
            if word in _BREAKS and at < len(raw) and not (word in _SUFFIXES and _in_a_name(found, place)):
                return at
            at -= len(word)
        end -= len(part) + 1
    return 0


def _in_a_name(words: tuple[str, ...], place: int) -> bool:
    """Whether a word that usually closes a phrase closes none: nothing or a place before it, or a locality behind it."""
    locality = place + 1 < len(words) and words[place + 1] in _LOCALITY
    return place == 0 or locality or tokens.tag(words[place - 1]) in ("ns", "j")


@cache
def _break() -> re.Pattern[str]:
    return re.compile(lexicon.one_of(_BREAKS))


def _titled_suffix(raw: str) -> list[tuple[str, str, Split]]:
    """Return the parts of a list of positions, as far left as they end with a title: joint before it, text, and split."""
    chosen: list[tuple[str, str, Split]] = []
    for joint, text in reversed(_split_outside_brackets(raw)):
        split = split_title(text)
        if split is None and joint.startswith("兼") and chosen and chosen[-1][0] == "、" and len(text) <= 6:
            _, right, (_, title) = chosen.pop()  # …委员兼经济、科技部长: one office for two fields
            text = f"{text}、{right}"
            split = text.removesuffix(title), title
        if split is None:
            break
        chosen.append((joint, text, split))
    return chosen[::-1]


def _split_outside_brackets(raw: str) -> list[tuple[str, str]]:
    """Return the parts between joints, each behind the joint before it."""
    pieces, left, joint, depth = [], 0, "", 0
    for match in _JOINTS.finditer(raw):
        token = match.group()
        if token in "（(":
            depth += 1
        elif token in "）)":
            depth = max(0, depth - 1)
        elif depth == 0:
            pieces.append((joint, raw[left : match.start()]))
            left, joint = match.end(), token
    pieces.append((joint, raw[left:]))
    return pieces


def _same_body(last: Position, split: Split, joint: str) -> bool:
    organization, title = split
    if joint.startswith("兼"):
        return True
    if title.startswith(("国务委员", "国家主席", "国家副主席", "总理", "总统")):
        return False
    if organization and (
        _is_part_of(organization, last.organization) or (last.organization is None and _OFFICE.search(organization))
    ):
        return True
    if organization in _COMMITTEES or (last.organization in _COMMITTEES and not organization):
        return True
    if organization:
        return False
    party = last.organization is not None and bool(
        _PARTY_BODY.search(last.organization) or (_TOWN.search(last.organization) and last.title.startswith("党委"))
    )
    return not (party and _is_state_title(title) and title != "秘书长")  # 市委常委、秘书长 are both of the party


def _is_part_of(organization: str, whole: str | None) -> bool:
    """Whether an organization is only a department (公司金融总部) of the one before."""
    return whole is not None and organization != whole and bool(_DEPARTMENT.fullmatch(organization))


def _is_state_title(title: str) -> bool:
    kinds = lexicon.kinds("titles")
    noun = next((word for word in lexicon.words("titles") if title.endswith(word)), "")
    return kinds.get(noun) == "state"

"""Names of meetings: from a meeting noun back to where its name begins, and what the name itself says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from huiyao import lexicon
from huiyao.extract import tokens
from huiyao.extract.meeting_numbers import NUMBER, without_ordinal
from huiyao.extract.sentences import Quote, quotes

# Words behind which a name begins: verbs that take the meeting as object, prepositions, particles.
_BREAKS = frozenset(
    "在 于 对 向 由 为 是 将 了 的 召开 举行 举办 进行 主持 出席 参加 列席 组织 赴 到 从 同 把 与会 昨天 今天 明天 昨日 今日 上午 下午 晚 日 号 月 来自 会上 期间 "
    "致 祝贺 预祝 关于 通过 根据 按照 参与 承办 主办 协办 宣布 介绍 和 与 及 以及 并 还 也 又 有 等 就 经 被 让 本 该 此 此次 本次 这次 上 后 前 时 随后 会后 正式 隆重 盛大 顺利 圆满 成功 "
    "以来 为了 好 做好 建议 认识 领会 热烈祝贺 坚信 期待 围绕 下届 下一届 下次 亲自 专题 召集 应邀 如期 不仅 因为 包括 每年 历届 利用 深入 全程 观看 见证 收看 收听 抵达 迎来 筹备 办好 视频 一 场 次 个 一场 一次 当 如 即 像 至 自 及其 其 各 两 两次 多次 距离 距 提请 提请审议 决定 审议 听取 讨论 研究 隆重举行 参与 转播 直播".split()
) | {word for word in lexicon.words("cues") if len(word) > 1}  # fmt: skip
_SESSIONS = (
    "开幕式",
    "闭幕式",
    "开幕会",
    "闭幕会",
    "全体会议",
    "全体会",
    "开幕大会",
    "闭幕大会",
    "开幕晚会",
    "开幕论坛",
    "主论坛",
    "闭幕会议",
    "开班式",
    "结业式",
)
_SESSION = re.compile(
    rf"(?P<base>.+?)(?!议)(?:暨[^暨]{{2,20}}|第{NUMBER}次|(?:举行|召开)?|[^会论坛]{{2,14}}代表团)(?P<session>{'|'.join(_SESSIONS)})$"
)
_BODY_OF_PEOPLE = re.compile(r"(?:委员会|协会|学会|联合会|商会|理事会|常委会|工会|基金会|人大|政协)$")
_MEETS_PRESS = ("发布会", "记者会", "新闻通气会", "记者招待会")
_PRESS = re.compile(
    r"(?P<base>.{4,}(?:会议|论坛|大会|博览会|峰会|年会))(?:首场|专场)?(?P<press>(?:新闻)?发布会|记者会|新闻通气会|记者招待会)$"
)
# Assemblies that are called like meetings.
_BODIES = ("联邦会议", "人民代表大会")
_MARK = re.compile(r"[，,。；;：:！？!?、\n 　（）()《》【】…“”\-—](?:(?<=[^\-—])|(?<=--)|(?<=——))")
_BACKGROUND_BEHIND = re.compile(
    r"(?:的)?(?:重要)?(?:情况|有关情况|成果|精神|部署|要求|决定|决策|公报|以来|确定|提出|通过的|作出|明确|所|上的重要|关于|文件|议程|决议|工作报告|审议通过的|(?:代表|委员)(?![们在])|主席|秘书长|组委会|秘书处|成员|举办地|主席国|框架|机制|宗旨|工作|制度|服务|中心|办公室|厅|室|网|经济|项目|模式)"
)
_BACKGROUND_BEFORE = re.compile(
    r"(?:贯彻|落实|学习|学习贯彻|按照|根据|传达|传达学习|领会|宣讲|遵循|依据|响应|历届|每届|往届|筹备)(?:好|了)?(?:党的|中央)?$"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a meeting where it stands: `text[start:end]` with quotation marks, `name` without outer ones."""

    name: str
    start: int
    end: int
    noun: str

    @property
    def modifier(self) -> str:
        """What stands before the noun, ordinals left out."""
        return without_ordinal(self.name.removesuffix(self.noun))


@cache
def _noun_pattern() -> re.Pattern[str]:
    return re.compile(lexicon.alternation("meeting_nouns") + r"(?![长员场馆址旗徽歌标厅客籍])")


@cache
def _noun_tail() -> re.Pattern[str]:
    return re.compile(lexicon.tail_of(lexicon.words("meeting_nouns")))


def noun_ends(text: str) -> list[int]:
    """Return every place behind what may be the end of a meeting's name: most sentences hold none."""
    return [match.end() for match in _noun_tail().finditer(text)]


def find_names(text: str, start: int, end: int) -> Iterator[Name]:
    """Yield the names of meetings in a passage, in order; none in speech, in 《》, or only invoked as background."""
    nouns = list(_noun_pattern().finditer(text, start, end))
    quoted = quotes(text, start, end) if nouns else []
    for match in nouns:
        if text.rfind("《", start, match.start()) > text.rfind("》", start, match.start()):
            continue
        holding = next((q for q in quoted if q.start < match.start() < q.end), None)
        if holding and holding.speech:
            continue
        name = _quoted_name(text, start, holding, match, quoted) if holding else _plain_name(text, start, match, quoted)
        if name and not _is_background(text, name, start) and not name.name.endswith(_BODIES):
            yield name


def _quoted_name(text: str, start: int, quote: Quote, match: re.Match[str], quoted: list[Quote]) -> Name | None:
    if match.end() != quote.inner[1]:
        return None
    if match.start() == quote.inner[0]:  # 三次会议“代表通道”: the quotation holds the noun, the name begins before it
        left = name_start(text, start, quote.start, quoted)
        return Name(text[left : quote.end] if left < quote.start else match.group(), left, quote.end, match.group())
    return Name(text[slice(*quote.inner)], quote.start, quote.end, match.group())


def _plain_name(text: str, start: int, match: re.Match[str], quoted: list[Quote]) -> Name | None:
    counted = _NUMBER_BEHIND.match(text, match.end())
    end = counted.end() if counted else match.end()
    if _is_invoked(text, end) and not _GOES_ON.match(text, end):
        return None  # background wherever the name begins
    left = _list_start(text, start, name_start(text, start, match.start(), quoted))
    return Name(text[left:end], left, end, match.group())


# 召开专家、企业家和海员等领域代表座谈会: what a list right behind the verb names belongs to the name.
_LIST = re.compile(r"(?:召开|举行|举办)了?(?P<list>[^，,。；：“”《》的]{2,30}[、和与等])$")


def _list_start(text: str, start: int, left: int) -> int:
    match = _LIST.search(text, max(start, left - 40), left)
    return match.start("list") if match and not _noun_pattern().search(match["list"]) else left


# 系列发布会第九场: the number may stand behind the noun.
_NUMBER_BEHIND = re.compile(rf"第{NUMBER}(?:场|期|讲)(?![^，,。]{{0,6}}(?:会|论坛|式|讲座))")


def name_start(text: str, start: int, at: int, quoted: list[Quote]) -> int:
    """Return where a name that reaches `at` begins: behind punctuation, a date, or a word that takes it as object.

    A quotation that is part of the name (“推动高质量发展”系列主题发布会) is stepped over as a whole.
    """
    left = at
    while True:
        titled = left < at or _OF_A_TITLE.match(text, at - 1) is not None
        term = _term_start(text, start, left, quoted, titles=titled)
        if term is not None:
            left = term
        window = _window_start(text, start, left)
        cut = _cut(text[window:left])
        widened = window == at and text.endswith(("（扩大）", "(扩大)"), start, at)  # 第五次全体（扩大）会议
        bracket = _bracket_start(text, start, window) if cut == 0 and (window < left or widened) else None
        # The name goes on only over a bracket, quotation or title in 《》 right in front of it; each turn moves left.
        if bracket is not None:
            left = bracket
        elif cut > 0 or window in (left, start) or text[window - 1] not in "”》":
            return _skip_date(text, window + cut, at)
        else:
            left = window


# A place or an abbreviation inside a name (中国（云州）国际论坛); no gloss of a time (今天（周五）).
_BRACKET = re.compile(r"(?<![天日晚])[（(][\u4e00-\u9fff]{2,6}[）)]$")


# What is named after a document: 《…若干措施》新闻发布会.
_OF_A_TITLE = re.compile(r"》(?:新闻发布会|政策吹风会|吹风会|首发式|首映式|启动仪式|启播活动)")


def _bracket_start(text: str, start: int, at: int) -> int | None:
    """Return where a bracket begins that ends at `at` and belongs to the name, None where none does."""
    match = _BRACKET.search(text, max(start, at - 9), at)
    return match.start() if match and match.start() > start else None


def _term_start(text: str, start: int, at: int, quoted: list[Quote], *, titles: bool) -> int | None:
    """Return where a quoted term (or, with `titles`, a title in 《》) begins that ends at `at`, None where none does."""
    quote = next((q for q in quoted if q.end == at and not q.speech), None)
    if quote:
        return quote.start
    opening = text.rfind("《", start, at) if titles and text[at - 1 : at] == "》" else -1
    return opening if opening >= 0 else None


def _window_start(text: str, start: int, at: int) -> int:
    floor = max(start, at - 40)
    marks = [mark.end() for mark in _MARK.finditer(text, floor, at)]
    return marks[-1] if marks else floor


def _cut(window: str) -> int:
    """Return the length of what does not belong to the name at the left of the window."""
    if not _break().search(window):
        return 0
    cut = len(window)
    found = tokens.words(window)
    for place in range(len(found) - 1, -1, -1):
        word = found[place]
        if (word in _BREAKS or word.endswith(_HOLDING)) and not _keeps(found, place, window[:cut], window[cut:]):
            return cut
        cut -= len(word)
    return 0


@cache
def _break() -> re.Pattern[str]:
    return re.compile(lexicon.one_of(_BREAKS))


_COUNTERS = frozenset(("次", "场", "个", "一次", "一场", "两"))
_COUNTED = re.compile(r"(?:第[\d零一二三四五六七八九十百]*|届(?:[^，,。]{0,6}(?:人大|政协|委员会))?)$")
_STUDIES = frozenset(("调查", "科学", "学术", "理论", "战略", "政策"))
_DAY_AT_END = re.compile(r"\d[日号月]$")
_INSIDE_NAMES = frozenset(("专题", "视频", "深入"))


def _keeps(found: tuple[str, ...], place: int, before: str, behind: str) -> bool:
    """Whether a word that usually ends what is before a name is part of the name itself here.

    `before` runs up to and includes the word, `behind` is what follows it.
    """
    word = found[place]
    if word in ("日", "号", "月"):  # 扶贫日系列论坛 keeps its 日, 10月9日 does not
        return not _DAY_AT_END.search(before)
    if word in ("和", "与", "及", "以及"):  # 党委和政府秘书长会议, but 论坛和大会
        joined = before.removesuffix(word).endswith(lexicon.words("meeting_nouns"))
        return not joined and place > 0 and not behind.startswith("其他")
    if word == "的":  # 党的二十大, 学习贯彻党的…精神研讨班
        return place > 0 and found[place - 1] == "党"
    if word == "两":  # 两党理论研讨会
        return behind.startswith(("党", "国", "岸", "地", "校", "院", "会"))
    if word == "研究":  # 调查研究工作座谈会
        return place > 0 and found[place - 1] in _STUDIES
    if word == "利用":  # 资源保护与利用座谈会
        return place > 1 and found[place - 1] in ("和", "与", "及")
    if word == "为":  # 整治形式主义为基层减负 goes on
        return len(before) > 4
    if word in _COUNTERS:  # 第一百三十一次, 十四届一次 and 十四届全国人大一次 keep their 一次
        return bool(_COUNTED.search(before.removesuffix(word)))
    return word in _INSIDE_NAMES or (word == "组织" and place > 0) or (word == "好" and place == 0)


_DATE = re.compile(r"(?:(?:19|20)\d\d年)?(?:\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}[日号])|去年|今年|明年")


def _skip_date(text: str, left: int, at: int) -> int:
    match = _DATE.match(text, left, at)
    return match.end() if match else left


def _is_background(text: str, name: Name, start: int) -> bool:
    before = text[max(start, name.start - 8) : name.start]
    if _BACKGROUND_BEFORE.search(before):
        return True
    return _is_invoked(text, name.end) and not (before.endswith(_HOLDING) and _GOES_ON.match(text, name.end))


def _is_invoked(text: str, end: int) -> bool:
    """Whether what follows the name makes it the background of something else: 会议精神, 大会秘书处."""
    return bool(_BACKGROUND_BEHIND.match(text, end, end + 12))


# Behind a verb of holding the name is its object, whatever follows: 举行会议决定….
_HOLDING = ("召开", "举行", "举办")
_GOES_ON = re.compile(r"(?:决定|要求|部署|提出)(?!了?草案)")


def without_session(name: str) -> tuple[str, str | None]:
    """Split a session from its meeting: 2025年夏季达沃斯论坛开幕式 → (2025年夏季达沃斯论坛, the whole)."""
    match = _SESSION.match(name) if name.endswith(_SESSIONS) else None
    if match and _has_meeting_noun(match["base"]):
        return match["base"].rstrip("暨"), name
    return name, None


def _has_meeting_noun(base: str) -> bool:
    ends = ("会", "论坛", "会议", "节", "展", "仪式", "研讨班", "培训班")
    return not _BODY_OF_PEOPLE.search(base) and base.endswith(ends)


def press_base(name: str) -> str | None:
    """Return the meeting whose press conference this is, if the name says so."""
    match = _PRESS.match(name) if name.endswith(_MEETS_PRESS) else None
    return match["base"] if match else None


_SEVERAL = re.compile(
    r"(?:各类|各种|多种|系列|一系列|有关|相关|上述)|[两二三四五六七八九十\d]+[个场次期]|.{0,20}(?:[多数几]|近千|上百|近百)[个场次]"
)


def is_several(name: Name) -> bool:
    """Whether the name counts or sorts meetings (多场对接会, 各类论坛) and so names none."""
    return bool(_SEVERAL.match(name.modifier))


_SAYS_NOTHING = re.compile(r"^(?:首场|首次|首届|一场|例行|年度|有关|相关|专题)")
_PROPER = re.compile(
    r"全[国省市县区州旗镇乡局系]|国务院|中央|中共|国家|世界|国际|亚太|联合国|欧盟|北约|东盟|非盟|阿盟|金砖|上合|.*[“”A-Za-z\d]"
)


def is_generic(name: Name) -> bool:
    """Whether the name says too little to tell the meeting from others: 会议, 干部大会, 七届十六次常委会议."""
    modifier = _SAYS_NOTHING.sub("", name.modifier)
    return len(modifier) < 4 and not _PROPER.match(modifier)

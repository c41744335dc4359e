"""Reporting clauses: where somebody is said to say something (龚正表示，), and who that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from huiyao import lexicon
from huiyao.extract import names, tokens
from huiyao.extract.persons import Mention, People
from huiyao.extract.positions import parse_positions, title_pattern
from huiyao.extract.sentences import Quote, Span
from huiyao.schema.records import BODY_SPEAKER

# Cues that report even where no punctuation follows (林某某建议上海加强合作).
_BARE_CUES = frozenset(
    (
        "表示",
        "强调",
        "指出",
        "宣布",
        "称",
        "认为",
        "建议",
        "要求",
        "希望",
        "呼吁",
        "重申",
        "坦言",
        "相信",
        "坚信",
        "主张",
    )
)
# Cues that, without a subject of their own, belong to what is being said (…，希望各方加强合作).
_INNER_CUES = frozenset(
    (
        "希望",
        "相信",
        "坚信",
        "建议",
        "要求",
        "认为",
        "主张",
        "呼吁",
        "预计",
        "预测",
        "承诺",
        "明确",
        "提出",
        "介绍",
        "号召",
        "勉励",
        "确定",
        "决定",
        "反映",
        "评价",
        "提醒",
        "承认",
    )
)
_FORMAL_OPENING = re.compile(r"[^，。]{0,20}(?:开幕|闭幕|散会|结束|启动|开始)")
# 表示祝贺, 表示感谢: an act, not a report.
_ACTS = re.compile(
    r"(?:诚挚|衷心|热烈|崇高|最|深切|由衷|高度|亲切|充分|坚决|强烈|非常|十分|真诚|特别|的|热诚|沉痛|最为)*"
    r"(?:祝贺|感谢|欢迎|敬意|慰问|哀悼|肯定|赞赏|支持|满意|同意|遗憾|关切|关注|谢意|歉意|问候|谴责|反对|赞同|理解|认可|担忧|不满|愤慨|钦佩|赞扬|期待)(?=[。，,；;！]|$|和|与|、)"
)
# What may stand between a subject and its cue. The prepositions take a closing word (在致辞中) or a fixed object
# (对记者), lest they swallow a subject that begins with the same character (当地居民, 对外友协).
_TIME_WORDS = (
    r"(?:今天|昨天|今日|昨日)(?:[（(][^（）()]{2,12}[）)])?|当天早些时候|当地时间|早些时候|稍早|当天|当日|同日|同一天|日前|近日|此前|凌晨|清晨|早晨|早上|中午|傍晚|深夜|晚间|上午|下午|晚|"
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日"
)
_ADVERBIAL = re.compile(
    rf"(?:[还也又则再均都并便就曾]|进一步|同时|随后|最后|特别|着重|反复|一再|多次|明确|郑重|分别|一致|普遍|共同|纷纷|{_TIME_WORDS}|"
    r"(?:发表|发布)(?:声明|谈话|讲话|公告|通告|消息|演讲)?|在一份声明中|在社交媒体上?(?:发文)?|会后|会前|会上|席间|对此|就此|据此|为此|"
    r"(?:在|于|当|面对|接受|谈及|谈到|通过)[^、，。“”]{1,30}(?:中|时|上|后|里|期间|间隙|前|采访)|"
    r"(?<=..)(?:对|向)(?:本报|本台|中外)?(?:记者|媒体|外界|公众|大家|与会者|社会)们?|"
    r"(?<=.)[就对][^、，。“”]{2,30}(?:问题|情况|事件|话题|议题|工作|一事|关系|局势)(?:指)?|(?<=..)代表[^、，。“”]{3,30}|致辞|讲话|发言|报告|报道|说|中|时)*$"
)
_LEAD = re.compile(
    r"^(?:此外|另外|同时|对此|会上|会后|其间|期间|随后|最后|而|但|不过|因此|所以|据|目前|当天|当日|日前|近日|今天|昨天|今日|昨日|上午|下午|\d{1,2}月\d{1,2}日|\d{1,2}日|\d{4}年|在会上|"
    r"[，,、：:\s”]|并|还|也(?!门)|又)+"
)
_BODY_NOUN = re.compile(r"(?:会议|大会|全会|座谈会|论坛|年会|峰会|推进会|发布会|研讨会|仪式)$")
_NO_SPEAKER = re.compile(
    r"(?:数据|报告|文件|条例|通知|公报|意见|方案|规定|宣言|文章|评论|研究|调查|结果|公告|协议|法案|决议|决定|办法|》|指数|白皮书|纲要|来信|回信|贺信|贺电|指示|批示|消息|报道|信息|精神|"
    r"的|了|等|中|上|下|后|前|时|式|力|性|度|化|我|你|我们|谁|这|那|法院)$"
)
# What bodies are told to do without any punctuation behind: 某国谴责以色列升级局势.
_OF_BODIES = frozenset(("称", "宣布", "谴责", "指责", "抨击", "敦促", "呼吁"))
# 前来采访报道的外国记者: the clause in front of the noun only describes.
_WHO_CAME = re.compile(r"^[^，,]*(?:采访|参加|出席|前来|参与|负责|来自|参会)[^，,]*的(?=[\u4e00-\u9fff]{2,})")
_PAPERS = frozenset(("公告", "声明", "公报", "通报", "声明还"))
# Words that make a person behind them the object, not the speaker: 感谢习近平主席宣布…
_AS_OBJECT = re.compile(r"感谢|祝贺|支持|欢迎|赞赏|相信|希望|同意|关于|根据|按照|落实|贯彻|转达|拥护|学习|重温|牢记")
_PRONOUN = re.compile(r"^(?:他|她)$")
_THIS_BODY = re.compile(r"^(?:该|这位|这名|上述|这家|这个)(?P<noun>[\u4e00-\u9fff]{1,6})$")
_LEARNED = re.compile(r"记者[^，,。；]{0,16}?(?:从|在)(?P<source>[^，,。“”]{1,30}?)(?:上|方面)?(?:获悉|了解到)")


@dataclass(frozen=True, slots=True)
class Report:
    """A reporting clause: `start` is where it begins, `content` where what is reported begins.

    `before` is a quotation in front of the clause that belongs to the same speaker.
    """

    speaker: str
    named: bool
    cue: str
    start: int
    content: int
    bare_quote: bool
    before: Quote | None = None


@cache
def _cue_pattern() -> re.Pattern[str]:
    say = lexicon.alternation("cues", "say")
    # 提出三点要求：, 宣读了决定：
    listing = r"(?:提出|介绍|宣读|通报|部署|讲|提|作出|谈|列出|列举|概括|归纳|阐述|给出|布置)了?[^，,。：:；;“”！？\n]{2,40}(?=[：:])"
    learned = r"(?:获悉|了解到)"
    # 国家统计局发布数据显示，
    data = r"(?:发布|公布)(?:的)?(?:最新|多项)?(?:统计)?(?:数据|数字)(?:显示|表明)?(?=[，,])"
    return re.compile(rf"(?P<listing>{listing})|(?P<data>{data})|(?P<cue>{say})|(?P<learned>{learned})")


@cache
def _name_and_title() -> re.Pattern[str]:
    return re.compile(rf"^(?P<name>[\u4e00-\u9fff]{{2,4}}?)(?P<title>{title_pattern().pattern}|同志|先生|女士|博士)$")


class ReportFinder:
    """Finds the reporting clauses of one article; keeps who spoke last, for 他 and 该组织."""

    def __init__(self, text: str, people: People) -> None:
        """Read `text`, with the persons already known; persons known only by a reporting clause are added."""
        self._text = text
        self._people = people
        self._last_person: str | None = None
        self._last_body: str | None = None
        self._reporting = False
        self._quotes: list[Quote] = []
        self._reported = -1
        self._punctuated = False

    def find(self, start: int, end: int, quotes: list[Quote]) -> Iterator[Report]:
        """Yield the reporting clauses of the paragraph in order; cues inside quotations and 《》 do not count."""
        busy = start
        self._quotes = quotes
        self._reporting = False
        for cue in _cue_pattern().finditer(self._text, start, end):
            if cue.start() < busy or _inside(cue.start(), quotes) or self._in_title(cue.start(), start):
                continue
            report = self._report(cue, start, end, quotes)
            if report:
                busy = report.content
                self._reported = report.content
                self._reporting = report.named or report.speaker == BODY_SPEAKER
                yield report

    def _in_title(self, at: int, start: int) -> bool:
        return self._text.rfind("《", start, at) > self._text.rfind("》", start, at)

    def _report(self, cue: re.Match[str], start: int, end: int, quotes: list[Quote]) -> Report | None:
        clause = self._clause_start(cue.start(), start, quotes)
        before = next((q for q in quotes if q.speech and q.end == clause), None)
        content = self._content_start(cue, end, before)
        if content is None:
            return None
        bare = self._text[cue.end()] in "，,：:。" if cue.end() < end else False
        if cue.group() in ("问", "喊", "说") and not (
            bare or self._text[cue.end() : cue.end() + 1] in ("“", "道", "”")
        ):
            return None
        self._punctuated = bare
        subject = self._subject(cue, clause, start)
        if subject is None:
            return None
        speaker, named, left = subject
        if not bare and not self._may_be_bare(cue, speaker, named, left):
            return None
        if named:
            self._last_person = speaker
        elif speaker != BODY_SPEAKER:
            self._last_body = speaker
        word = cue.group() if cue["listing"] is None else re.match(r"..", cue.group())[0]  # type: ignore[index]
        opened = self._text[content : content + 1] in ("“", "「")
        return Report(speaker, named, word, left, content, opened, before)

    def _may_be_bare(self, cue: re.Match[str], speaker: str, named: bool, left: int) -> bool:
        behind = self._text[cue.end() : cue.end() + 1]
        if behind == "“":
            return any(quote.speech and quote.start == cue.end() for quote in self._quotes)
        if (cue.group() == "宣布" and _FORMAL_OPENING.match(self._text, cue.end())) or (
            cue.group() == "称" and behind in "为之号呼赞作"
        ):
            return False
        known = named or speaker == BODY_SPEAKER or cue.group() in _OF_BODIES
        if cue.group() == "决定" and speaker != BODY_SPEAKER:
            return False
        return known and cue.group() in _BARE_CUES and behind not in "的了过着会"

    def _content_start(self, cue: re.Match[str], end: int, before: Quote | None) -> int | None:
        text, at = self._text, cue.end()
        if cue["cue"] in ("表示", "表达") and _ACTS.match(text, at):
            return None
        if at < end and text[at] in "道到":
            at += 1
        if at >= end or text[at] in "。！" or (text[at] == "，" and at + 1 >= end):
            return at if before else None
        if text[at] in "，,：:":
            return at + 1
        return at

    def _clause_start(self, at: int, start: int, quotes: list[Quote]) -> int:
        """Return where the clause begins: behind the last punctuation before `at` that is in no term or bracket."""
        left = start
        for match in re.finditer(r"[。！？!?；;，,：:\n”]+", self._text[start:at]):
            inside = any(q.start < start + match.end() - 1 < q.end - 1 for q in quotes)
            term = any(not q.speech and q.end == start + match.end() for q in quotes)
            if not inside and not term:
                left = start + match.end()
        return left

    def _subject(self, cue: re.Match[str], clause: int, start: int) -> tuple[str, bool, int] | None:
        """Return speaker, whether a person, and where the reporting clause begins."""
        text = self._text
        if cue["learned"]:
            return self._learned(cue, clause)
        mention = self._mention_before(clause, cue.start(), cue.group())
        if mention:
            return mention.name, True, self._wide(mention, clause)
        phrase = text[clause : cue.start()]
        core = _ADVERBIAL.sub("", _LEAD.sub("", phrase))
        core = _WHO_CAME.sub("", core)
        if not core:
            return self._carried(clause, start, cue, phrase)
        return self._phrase_subject(core, clause, start)

    def _wide(self, mention: Mention, clause: int) -> int:
        return min(mention.start, clause) if mention.start >= clause else clause

    def _learned(self, cue: re.Match[str], clause: int) -> tuple[str, bool, int] | None:
        match = _LEARNED.search(self._text, clause, cue.end())
        if not match:
            return None
        source = match["source"]
        if source == "会" or source.endswith(lexicon.words("meeting_nouns")):
            return BODY_SPEAKER, False, clause
        # 记者从某局获悉，…会将于…举行 tells of a meeting; nobody is quoted.
        told = re.split(r"[。！？]", self._text[cue.end() : cue.end() + 80])[0]
        return None if re.search(r"会[^，,]{0,30}(?:召开|举行|举办)", told) else (source, False, clause)

    def _mention_before(self, clause: int, cue_start: int, cue: str) -> Mention | None:
        for mention in reversed(self._people.within(clause, cue_start)):
            rest = self._text[mention.end : cue_start]
            led = self._text[max(clause, mention.start - 1) : mention.start]
            before = _LEAD.sub("", self._text[clause : mention.start])
            if len(cue) == 1 and not _ADVERBIAL.fullmatch(rest):
                continue
            if (
                "、" not in rest
                and len(rest) <= 45
                and led not in ("对", "向", "被", "让", "给")
                and not _AS_OBJECT.search(before)
            ):
                return mention
        return None

    def _carried(self, clause: int, start: int, cue: re.Match[str], phrase: str) -> tuple[str, bool, int] | None:
        """Return the subject of the sentence for a clause that has none of its own (…发表讲话，表示对…)."""
        joined = re.match(r"[，,、]?(?:并|还|也)", phrase)
        sentence = max(max(self._text.rfind(mark, start, clause) for mark in "。！？") + 1, start)
        inner = cue.group() in _INNER_CUES and self._reported >= sentence
        if not joined and (inner or self._text[clause - 1 : clause] not in ("，", ",", "”")):
            return None
        if joined and self._reported >= sentence and self._last_body and not self._reporting:
            return self._last_body, False, clause
        for mention in self._people.within(sentence, clause):
            if mention.start == sentence or self._text[mention.start - 1] in "，,。 \n":
                return mention.name, True, clause
        return None

    def _phrase_subject(self, core: str, clause: int, start: int) -> tuple[str, bool, int] | None:
        if _PRONOUN.match(core):
            name = self._antecedent(clause)
            return (name, True, clause) if name else None
        this_body = _THIS_BODY.match(core)
        if this_body:
            return self._body_before(this_body["noun"], clause, start) or core, False, clause
        if core in _PAPERS and self._last_body:
            return self._last_body, False, clause
        if (core.startswith("会议") and len(core) <= 4) or _BODY_NOUN.search(core):
            return BODY_SPEAKER, False, clause
        if self._punctuated and (names.looks_like_name(core) or names.looks_foreign(core)):
            at = self._text.index(core, clause)
            self._people.add(core, (at, at + len(core)), [])
            return core, True, clause
        return self._named_with_title(core, clause) or self._group(core, clause)

    def _antecedent(self, clause: int) -> str | None:
        """Return whom 他 or 她 means: the first person named in the nearest sentence before, else who spoke last."""
        paragraph = self._text.rfind("\n", max(0, clause - 4000), clause) + 1
        nearest: str | None = None
        sentence = -1
        for mention in self._people.within(paragraph, clause):
            head = max(self._text.rfind(mark, paragraph, mention.start + 1) for mark in "。！？；”")
            if head != sentence or nearest is None:
                nearest, sentence = mention.name, head
        return nearest or self._last_person

    def _body_before(self, noun: str, clause: int, start: int) -> str | None:
        """Return the fullest body before, in the paragraph, that 该武装 or 这位负责人 means."""
        known = self._last_body if self._last_body and self._last_body.endswith(noun) else None
        at = self._text.rfind(noun, start, clause)
        while at > start:
            left = at
            for word in reversed(tokens.words(self._text[max(start, at - 16) : at])):
                if tokens.tag(word) not in ("ns", "nt", "nz", "n", "j", "nr", "nrt", "") or word in "，。、的":
                    break
                left -= len(word)
            if left < at:
                return self._text[left : at + len(noun)]
            at = self._text.rfind(noun, start, at)
        return known

    def _named_with_title(self, core: str, clause: int) -> tuple[str, bool, int] | None:
        match = _name_and_title().match(core)
        # Inside a report 某某主席指出 is a citation, not a new speaker.
        if self._reporting or not match or not names.has_name_form(match["name"]):
            return None
        _, positions = parse_positions(match["title"])
        at = self._text.index(core, clause)
        self._people.add(match["name"], (at, at + len(match["name"])), positions)
        return match["name"], True, clause

    def _group(self, core: str, clause: int) -> tuple[str, bool, int] | None:
        if _NO_SPEAKER.search(core) or not 2 <= len(core) <= 30 or (re.search(r"[“”《》、]", core) and len(core) > 20):
            return None
        last = tokens.words(core)[-1]
        known = core.endswith(lexicon.words("group_nouns")) or tokens.tag(last) in ("nt", "ns", "nz")
        if not known or re.search(r"(?:将|要|可以|应该|已经|了[^解])", core):
            return None
        return core, False, clause


def _inside(at: int, quotes: list[Quote]) -> bool:
    return any(quote.start < at < quote.end - 1 for quote in quotes)


def is_inside(span: Span, quotes: list[Quote]) -> bool:
    """Whether the span begins inside one of the quotations."""
    return _inside(span[0], quotes)

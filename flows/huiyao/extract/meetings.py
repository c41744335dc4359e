"""Meetings: which gatherings an article reports, and what it says of when, where, by whom and on what theme."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from huiyao import dates, lexicon
from huiyao.extract import meeting_names as naming
from huiyao.extract import places
from huiyao.extract.persons import People
from huiyao.extract.sentences import Span, quotes, sentences
from huiyao.schema.records import Article, Block, Meeting

_HOLD = r"(?:召开|举行|举办|开幕|闭幕|开班|落幕|启幕|揭幕|开启|拉开帷幕|拉开序幕|如期|开讲|开考|成功举办)"
_TIME = r"(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:(?:至|到|—|-)(?:\d{1,2}月)?\d{1,2}[日号])?|今天|昨天|明天|今日|昨日|日前|近日|当天|当日|同日|去年|今年|明年"
_HELD_BEHIND = re.compile(
    rf"^[”]?(?:（[^（）]{{1,20}}）)?(?:(?:{_TIME})?(?:上午|下午|晚|晚间)?(?:将|也|已|又|正|在此间)?(?:如期|正式|隆重|圆满|顺利|成功|拟|定)?)"
    rf"(?:于(?:{_TIME})?(?:上午|下午|晚)?)?(?:在[^，,。；]{{1,24}}?|于[^，,。；]{{1,14}}?)?(?:{_TIME})?(?:以[^，,。；]{{2,14}}(?:形式|方式))?(?:正式|隆重|圆满|顺利|成功|盛大)?{_HOLD}"
)
_HELD_BEFORE = re.compile(
    r"(?:召开|举行|举办|召集|组织|主持召开|组织召开|举办的|召开的|举行的|参加|出席|列席|主持|主持的|赴|应邀出席|致信祝贺|致电祝贺|祝贺|亮相|承办|主办)(?:了|的)?(?:一场|首场|第一场|首次|首届|两场|年度)?$"
)
_SPOKEN_AT = re.compile(r"^(?:[”])?(?:开幕式|闭幕式|主论坛)?(?:上|期间|并|致贺信|致贺电|致信|发表|作出|开幕式|活动|，[^。]{0,12}(?:致辞|讲话|演讲|致词))")
_SPOKEN_BEFORE = re.compile(r"(?:在|向|为|给|对)(?:[^，,。]{0,3})$")
_UPCOMING = re.compile(r"(?:将于|将在|拟于|定于|将举行|将召开|将举办|即将|将以|将为|将首次|将再次|将继续)")
_THEME = re.compile(
    r"(?:(?:主题|议题)(?:是|为|：|:)+[“「](?P<a>[^”」]{2,60})[”」]|(?:以|围绕)[“「](?P<b>[^”」]{2,60})[”」](?:为|这一|的)?(?:年度)?主题|主题[“「](?P<c>[^”」]{2,60})[”」]|聚焦[“「](?P<d>[^”」]{2,60})[”」]主题)"
)
_PLACE = re.compile(rf"(?:在|于)(?P<place>[^，,。；、“”在于]{{1,24}}?)(?:{_TIME})?(?:隆重|正式|圆满|顺利|成功|共同|联合|主持|组织)?(?:召开|举行|举办|开幕|闭幕|签署|签订|签约|出席|启动|揭牌|开班|落幕|举行了|会见)")
_ATTENDANCE = re.compile(r"(?:约|近|共计|共|超过|逾)?(?P<n>\d[\d,，]*)(?P<wan>万)?(?:多|余)?(?:名|位|人)(?:[^，,。；]{0,24})(?:出席|参加|参会|与会|会聚|汇聚|齐聚|参与)|(?:出席|参加|参会|与会)[^，,。；]{0,20}?(?P<m>\d[\d,]*)(?:多|余)?人")
_ORGANIZED = re.compile(r"(?:由)?(?P<who>[^，,。；“”由]{2,60}?)(?:共同|联合)?(?:主办|承办|举办的|联合举办|共同举办)")
_SUBJECT_TIME = re.compile(rf"(?:{_TIME})?(?:上午|下午|晚)?(?:在[^，,。；]{{1,20}})?(?:隆重|正式|主持|组织|共同|联合|首次|还|又|再次|又一次)*$")
_BODY = re.compile(r"(?:局|委|部|厅|院|会|府|公司|集团|协会|中心|政协|市|县|省|区|大学|学院|银行|处|署|办|社|团|办公室|政治局|书记处|党组|党委|常委|法院|检察院|医院|学校|学会|联|队|州|旗|镇|乡|国|组织|联盟|街道|总局|站|所)$")


@dataclass(slots=True)
class _Candidate:
    """A meeting in the making; `named` holds every place where it is named, with the sentence of each."""

    name: str
    noun: str
    named: list[tuple[naming.Name, Span]] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)
    organizers: list[str] = field(default_factory=list)
    in_headline: bool = False
    reported: bool = False
    held_in: list[Span] = field(default_factory=list)
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingContext:
    """What the meetings of an article are read from: its text, its blocks, its persons, its date."""

    article: Article
    people: People

    @property
    def text(self) -> str:
        """The canonical text."""
        return self.article.text


def find_meetings(context: MeetingContext) -> tuple[Meeting, ...]:
    """Return the meetings that the article reports, in the order in which they are first named."""
    candidates: dict[str, _Candidate] = {}
    for block in context.article.blocks_of("body", "kicker", "headline", "subheadline", "caption"):
        _scan(context, block, candidates)
    merged = _merge(list(candidates.values()))
    reported = [candidate for candidate in merged if candidate.reported]
    reported.sort(key=lambda candidate: candidate.named[0][0].start)
    meetings = [_record(context, candidate) for candidate in reported]
    return tuple(_with_primary(context, reported, meetings))


def _scan(context: MeetingContext, block: Block, candidates: dict[str, _Candidate]) -> None:
    text = context.text
    for sentence in sentences(text, block.start, block.end):
        quoted = quotes(text, *sentence)
        for name in naming.find_names(text, *sentence, quoted):
            _note(context, block, sentence, name, candidates)


def _note(context: MeetingContext, block: Block, sentence: Span, name: naming.Name, candidates: dict[str, _Candidate]) -> None:
    full, body = _full_name(context, sentence, name)
    if full is None:
        return
    base, session = naming.without_session(full)
    candidate = candidates.setdefault(base, _Candidate(base, name.noun))
    candidate.named.append((name, sentence))
    if session:
        candidate.aliases.add(session)
    if full != name.name:
        candidate.aliases.add(name.name)
    if body:
        candidate.organizers.append(body)
    if block.kind != "body":
        candidate.in_headline = True
        return
    _judge(context.text, sentence, name, candidate)
    press_of = naming.press_base(base)
    if press_of and candidate.reported:
        candidate.parent = press_of
        whole = candidates.setdefault(press_of, _Candidate(press_of, name.noun))
        whole.named.append((replace(name, name=press_of), sentence))
        whole.reported = True


def _full_name(context: MeetingContext, sentence: Span, name: naming.Name) -> tuple[str | None, str | None]:
    """Return the name, put behind the body that holds the meeting where it says too little, and that body."""
    body = _holder(context, sentence, name)
    if not naming.is_generic(name):
        return name.name, body
    if body is None or name.name.startswith(body):
        return (name.name, body) if body or len(name.modifier) >= 2 else (None, None)
    return body + name.name, body


def _holder(context: MeetingContext, sentence: Span, name: naming.Name) -> str | None:
    """Return the body that is the subject of 召开/举行 right before the name."""
    text = context.text
    verb = re.search(r"(?:主持|组织|联合|共同)?(?:召开|举行|举办|召集)(?:了)?(?:一场|首场|首次|第一场)?$", text[sentence[0] : name.start])
    if not verb:
        return None
    before = text[sentence[0] : sentence[0] + verb.start()]
    clause = re.split(r"[，,。；：:\s（）()讯]", before)[-1] or (re.split(r"[。；：:\s]", before)[-1].strip("，,"))
    if context.people.within(sentence[0], name.start) and context.people.within(sentence[0] + len(before) - len(clause), name.start):
        return None
    clause = _SUBJECT_TIME.sub("", clause)
    clause = re.sub(rf"^(?:{_TIME})(?:上午|下午|晚)?", "", clause).strip("，, ")
    return clause if 2 <= len(clause) <= 24 and _BODY.search(clause) else None


def _judge(text: str, sentence: Span, name: naming.Name, candidate: _Candidate) -> None:
    """Note whether the sentence reports the meeting: that it is held, attended, or spoken at."""
    behind = text[name.end : min(sentence[1], name.end + 60)]
    before = text[max(sentence[0], name.start - 20) : name.start]
    if _HELD_BEHIND.match(behind) or re.search(r"(?:召开|举行|举办)(?:的|了)?(?:一场|首场|首次|首届|第一场)?$", before):
        candidate.reported = True
        candidate.held_in.append(sentence)
    elif _HELD_BEFORE.search(before) or _SPOKEN_BEFORE.search(before) and _SPOKEN_AT.match(behind):
        candidate.reported = True


def _merge(candidates: list[_Candidate]) -> list[_Candidate]:
    """Join names of one meeting: a short form that is contained in, or is a subsequence of, a fuller name."""
    kept: list[_Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.in_headline and not c.reported, -len(c.name), c.name)):
        whole = next((other for other in kept if _same(candidate, other)), None)
        if whole is None:
            kept.append(candidate)
            continue
        whole.named.extend(candidate.named)
        whole.aliases |= candidate.aliases | {candidate.name}
        whole.organizers.extend(candidate.organizers)
        whole.in_headline |= candidate.in_headline
        whole.reported |= candidate.reported
        whole.held_in.extend(candidate.held_in)
    for candidate in kept:
        candidate.named.sort(key=lambda named: named[0].start)
        candidate.aliases.discard(candidate.name)
    return kept


def _same(short: _Candidate, full: _Candidate) -> bool:
    if naming.press_base(full.name) == short.name or naming.press_base(short.name) == full.name:
        return False
    one, other = naming.ordinal(short.name), naming.ordinal(full.name)
    if one is not None and other is not None and one != other:
        return False
    years = [set(re.findall(r"(?:19|20)\d\d", name)) for name in (short.name, full.name)]
    if years[0] and years[1] and years[0] != years[1]:
        return False
    a, b = sorted((_key(short.name), _key(full.name)), key=len)
    return a in b or (a[-2:] == b[-2:] and a[:2] == b[:2] and _is_subsequence(a, b) and len(a) >= 5)


def _key(name: str) -> str:
    return re.sub(r"[\s“”·•—\-]", "", name)


def _is_subsequence(short: str, full: str) -> bool:
    rest = iter(full)
    return all(char in rest for char in short)


def _record(context: MeetingContext, candidate: _Candidate) -> Meeting:
    first = candidate.named[0][0]
    spans = candidate.held_in + [sentence for _, sentence in candidate.named]
    status = _status(context, candidate)
    place, venue = _place(context.text, spans)
    return Meeting(
        name=candidate.name, start=first.start, end=first.end, aliases=tuple(sorted(candidate.aliases)),
        series=naming.series(candidate.name), ordinal=naming.ordinal(candidate.name), kind=lexicon.kinds("meeting_nouns").get(candidate.noun),
        theme=_theme(context, candidate), date=_date(context, candidate, spans), place=place, venue=venue, status=status,
        organizers=_organizers(context.text, spans, candidate), attendance_min=_attendance(context, candidate), parent=candidate.parent,
    )  # fmt: skip


def _status(context: MeetingContext, candidate: _Candidate) -> Literal["held", "upcoming"]:
    held = [span for span in candidate.held_in if not _UPCOMING.search(context.text[span[0] : span[1]])]
    if held or not candidate.held_in:
        return "held"
    return "upcoming"


def _date(context: MeetingContext, candidate: _Candidate, spans: Iterable[Span]) -> str | None:
    year = re.search(r"(?:19|20)\d\d", candidate.name)
    partial: str | None = None
    for start, end in spans:
        found = _nearest_date(context, candidate, start, end)
        if found and found.has_day:
            return _with_year(found.edtf, year.group() if year else None)
        partial = partial or (found.edtf if found else None)
    if partial is None and year:
        return year.group()
    return partial


def _nearest_date(context: MeetingContext, candidate: _Candidate, start: int, end: int) -> dates.DateMention | None:
    """Return the date of a sentence that is nearest to the meeting's name, dates inside names and 2035年 goals left out."""
    name = next((named for named, sentence in candidate.named if sentence == (start, end)), candidate.named[0][0])
    found = [
        date for date in dates.find_dates(context.text, context.article.published, start, end)
        if not name.start <= date.start < name.end and (date.has_day or abs(date.start - name.start) < 40)
    ]  # fmt: skip
    return min(found, key=lambda date: (not date.has_day, abs(date.start - name.end)), default=None)


def _with_year(edtf: str, year: str | None) -> str:
    return edtf.replace("XXXX", year) if year else edtf


def _place(text: str, spans: Iterable[Span]) -> tuple[str | None, str | None]:
    venue = None
    for start, end in spans:
        for match in _PLACE.finditer(text, start, end):
            venue = venue or places.venue(match["place"])
            place = places.plain_place(match["place"])
            if place:
                return place, venue
    return None, venue


def _theme(context: MeetingContext, candidate: _Candidate) -> str | None:
    """Return the theme told in the sentence of the name, or in the sentence right behind it."""
    for _, (start, end) in candidate.named:
        following = context.text.find("\n", end)
        limit = min(end + 80, following if following >= 0 else len(context.text))
        match = _THEME.search(context.text, start, limit)
        if match:
            return next(group for group in match.groups() if group)
    return None


def _organizers(text: str, spans: Iterable[Span], candidate: _Candidate) -> tuple[str, ...]:
    found = list(candidate.organizers)
    for start, end in spans:
        for match in _ORGANIZED.finditer(text, start, end):
            who = match["who"].split("由")[-1]
            found.extend(part for part in re.split(r"[、和]|以及", who) if len(part) >= 2 and _BODY.search(part))
    return tuple(dict.fromkeys(found))


def _attendance(context: MeetingContext, candidate: _Candidate) -> int | None:
    for start, end in [sentence for _, sentence in candidate.named]:
        match = _ATTENDANCE.search(context.text, start, end)
        if match:
            digits = re.sub(r"[,，]", "", match["n"] or match["m"])
            return int(digits) * (10_000 if match["n"] and match["wan"] else 1)
    return None


def _with_primary(context: MeetingContext, candidates: list[_Candidate], meetings: list[Meeting]) -> list[Meeting]:
    """Mark the meeting the article is about: one held, in the headline if any is, else the first."""
    order = sorted(range(len(meetings)), key=lambda i: (meetings[i].parent is None and any(m.parent == meetings[i].name for m in meetings), not candidates[i].in_headline, meetings[i].start))
    return [replace(meeting, primary=bool(order) and place == order[0]) for place, meeting in enumerate(meetings)]

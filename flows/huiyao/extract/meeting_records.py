"""From the candidates of an article to its records: facts of each meeting, and what one tells of another."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from huiyao import dates, lexicon
from huiyao.extract import meeting_facts as facts
from huiyao.extract import meeting_names as naming
from huiyao.extract import meeting_numbers as numbers
from huiyao.extract import places, transcript_heads
from huiyao.extract.meeting_aliases import short_forms
from huiyao.extract.meeting_candidates import Candidate
from huiyao.extract.meeting_frames import is_of_a_person
from huiyao.extract.meeting_years import with_year
from huiyao.extract.sentences import Span, sentences
from huiyao.schema.records import Article, Meeting

_THIS_MEETING = re.compile(
    r"(?:本次|此次|这次|本届|该|今年)|(?:会议|论坛|大会|峰会|年会|博览会|活动|晚会|仪式)[^，,。]{0,6}$|^(?:会议|论坛|大会|峰会|年会)|主题"
)
_THIS_EDITION = re.compile(r"[本该][次届](?:会议|论坛|大会|峰会|年会|博览会|活动)")
# 以“…”为主题的 stands before the name of its meeting.
_NAME_FOLLOWS = 4
# 大会为期三天: words of the article for the meeting that it is about.
_THE_MEETING_LASTS = re.compile(
    r"(?:会议|大会|论坛|峰会|年会|博览会|展会|活动|本[届次][^，,。；]{2,6})[^，。；]{0,4}(?=为期)|，(?=为期)"
)
_OTHER_TIME = re.compile(r"将|正在|刚刚|[去今明]年|(?:19|20)\d\d|[近日]期|近[日年]|日前|月|此前")
_SERVED, _SERVED_BEHIND = re.compile(r"主持|致辞|讲话"), 10
_CLOSES = re.compile(r"闭幕|落幕|落下帷幕|收官|结束")
_ABOUT_TALKS = re.compile(r"会见|会谈|会晤|访问|调研|看望|考察|通电话")
# A date of no more characters is the year in the name.
_A_YEAR = 4
# XXXX-06-06, XXXX-XX-07: what an article without its date tells of two meetings.
_OPEN_MONTH = re.compile(r"(?P<month>(?:\d{4}|XXXX)-\d\d-)(?P<day>\d\d)(?:/.*)?")
_OPEN_DAY = re.compile(r"XXXX-XX-(?P<day>\d\d)")
_DAYS_AWAY = 10
# So many paragraphs tell what an article is about.
_OPENING = 3
_COMES_TO = re.compile(r"(?:来[^，,。]{1,4}|在[^，,。]{1,4})(?:出席|参加)(?:了)?$")
# What is told beside the talks that the article is about: 会谈前，…举行欢迎仪式.
_ASIDE = re.compile(r"^(?:会谈|会见|会晤|签字|参观|访问)[前后]")


def records(article: Article, candidates: list[Candidate]) -> list[Meeting]:
    """Return the record of each candidate; at most one is primary."""
    meetings = _with_primary(article, candidates, [_record(article, each) for each in candidates])
    meetings = _with_themes(article, candidates, meetings)
    meetings = _on_lead_day(article, candidates, _on_same_day(article, candidates, meetings))
    meetings = [replace(each, date=with_year(article.text, each.date)) for each in _in_its_month(meetings)]
    return _with_days(article, candidates, meetings)


def _record(article: Article, candidate: Candidate) -> Meeting:
    text, first = article.text, candidate.named[0][0]
    named = [each for each in candidate.named if not _names_a_guest(text, *each)]
    told = candidate.held + named
    spans = list(dict.fromkeys(span for _, span in told))
    town, venue = facts.place(text, spans)
    town = town or places.town_in_name(candidate.name)
    aliases = {alias for alias in candidate.aliases if len(alias) > 2} - {candidate.name}
    if naming.press_base(candidate.name) is None:
        aliases |= short_forms(text, candidate.name)
    found = [*candidate.organizers, *facts.organizers(text, spans)]
    date = facts.date(text, candidate.name, told, article.published)
    return Meeting(
        name=candidate.name, start=first.start, end=first.end, aliases=tuple(sorted(aliases)),
        series=numbers.series(candidate.name), ordinal=None if naming.press_base(candidate.name) else numbers.ordinal(candidate.name),
        kind=lexicon.kinds("meeting_nouns").get(candidate.noun), place=town, venue=venue,
        date=date, status=_status(article, candidate, date), organizers=tuple(dict.fromkeys(found)),
        attendance_min=facts.attendance(text, [span for _, span in candidate.named]), parent=candidate.parent,
    )  # fmt: skip


def _names_a_guest(text: str, name: naming.Name, span: Span) -> bool:
    """Whether the meeting only tells which guest is met (会见来华出席峰会的某国总统): day and place are of the visit."""
    before, behind = text[span[0] : name.start], text[name.end : span[1]]
    return bool(_COMES_TO.search(before)) and is_of_a_person(behind)


def _status(article: Article, candidate: Candidate, date: str | None) -> Literal["held", "upcoming"]:
    day = dates.parse_day((date or "").split("/")[0])
    published = dates.parse_day(article.published)
    if day and published and day > published:
        return "upcoming"
    return facts.status(article.text, candidate.told)


def _with_primary(article: Article, candidates: list[Candidate], meetings: list[Meeting]) -> list[Meeting]:
    """Mark the meeting the article is about: not one known only by its press conference; in the headline; the first."""
    parents = {meeting.parent for meeting in meetings}
    order = sorted(
        (i for i, each in enumerate(candidates) if _is_main(article, each)),
        key=lambda i: (meetings[i].name in parents, not candidates[i].in_headline, meetings[i].start),
    )
    return [
        replace(meeting, primary=True) if [place] == order[:1] else meeting for place, meeting in enumerate(meetings)
    ]


def _is_main(article: Article, candidate: Candidate) -> bool:
    """Whether the headline names the meeting, or one of the first paragraphs tells of it and the headline of no talks."""
    if candidate.in_headline:
        return True
    if _ABOUT_TALKS.search(article.headline or "") or _is_aside(article, candidate):
        return False
    opening = [block.end for block in article.blocks_of("body")][:_OPENING]
    return not candidate.told or any(start < opening[-1] for start, _ in candidate.told)


def _is_aside(article: Article, candidate: Candidate) -> bool:
    return any(_ASIDE.match(article.text[slice(*span)]) for _, span in candidate.held)


def _with_themes(article: Article, candidates: list[Candidate], meetings: list[Meeting]) -> list[Meeting]:
    """Give each theme to the meeting named right behind it or last before it, else to the one the article is about."""
    for block in article.blocks_of("body"):
        for span, theme in facts.themes(article.text, block.start, block.end):
            place = _named_behind(candidates, span[1])
            place = _last_named(candidates, block.start, span[0]) if place is None else place
            if place is None and _is_of_this(article.text, block.start, span):
                place = next((i for i, meeting in enumerate(meetings) if meeting.primary), None)
            if place is not None and meetings[place].theme is None:
                meetings[place] = replace(meetings[place], theme=theme)
    return meetings


def _is_of_this(text: str, start: int, theme: Span) -> bool:
    """Whether the words before a theme, or the head of its sentence, mean the meeting that the article is about."""
    head = max(start, theme[0] - 80, text.rfind("。", start, theme[0]) + 1)
    return bool(_THIS_MEETING.search(text, max(start, theme[0] - 16), theme[0] + 8) or _THIS_EDITION.match(text, head))


def _named_behind(candidates: list[Candidate], at: int) -> int | None:
    found = (i for i, each in enumerate(candidates) for name, _ in each.named if 0 < name.start - at < _NAME_FOLLOWS)
    return next(found, None)


def _last_named(candidates: list[Candidate], start: int, at: int) -> int | None:
    """Return the place of the candidate whose name stands nearest before `at`, the longest of those that end there."""
    ends = [
        (name.end, name.end - name.start, i)
        for i, each in enumerate(candidates)
        for name, _ in each.named
        if start <= name.start and name.end <= at
    ]
    return max(ends)[2] if ends else None


def _on_same_day(article: Article, candidates: list[Candidate], meetings: list[Meeting]) -> list[Meeting]:
    """Give a meeting without a date that of the primary one (会后, 同日), or the day told last before it (当天)."""
    primary = next((meeting for meeting in meetings if meeting.primary), None)
    return [
        replace(meeting, date=_day_before(article, each, primary) or meeting.date)
        if len(meeting.date or "") <= _A_YEAR and (each.held or each.told) else meeting
        for each, meeting in zip(candidates, meetings, strict=True)
    ]  # fmt: skip


def _day_before(article: Article, candidate: Candidate, primary: Meeting | None) -> str | None:
    span = candidate.held[0][1] if candidate.held else candidate.told[0]
    if primary and primary.date and len(primary.date) > _A_YEAR and facts.is_same_day(article.text, span):
        return primary.date
    return facts.day_told_before(article.text, span, article.published)


def _on_lead_day(article: Article, candidates: list[Candidate], meetings: list[Meeting]) -> list[Meeting]:
    """Give what is told as of that day (主持召开座谈会, 会谈前举行仪式) the day of the first sentence, where no other is."""
    if all(meeting.date for meeting in meetings):
        return meetings
    day = _lead_day(article)
    return [
        replace(meeting, date=day)
        if day and meeting.date is None and _is_of_the_day(article, each, meeting) else meeting
        for each, meeting in zip(candidates, meetings, strict=True)
    ]  # fmt: skip


def _is_of_the_day(article: Article, candidate: Candidate, meeting: Meeting) -> bool:
    """Whether the headline names the meeting, or its chair or a speaker is told, or it is beside talks; no other time."""
    told = [article.text[start : end + _SERVED_BEHIND] for start, end in candidate.told]
    served = any(_SERVED.search(words) for words in told)
    leads = candidate.in_headline or _told_in_lead(article, candidate)
    near = (meeting.primary and leads) or _is_aside(article, candidate) or served
    return near and not any(_OTHER_TIME.search(words) for words in told)


def _told_in_lead(article: Article, candidate: Candidate) -> bool:
    lead = next(article.blocks_of("body"), None)
    return lead is not None and any(lead.start <= start < lead.end for start, _ in candidate.told)


def _lead_day(article: Article) -> str | None:
    """Return the day of the first sentence; of a journey of some days (8日至10日到某省调研) only the month is sure."""
    first = next(article.blocks_of("body"), None)
    lead = next(iter(sentences(article.text, first.start, first.end)), None) if first else None
    span = transcript_heads.time_line(article) or lead
    found = facts.first_day(article.text, span, article.published) if span else None
    start, _, end = (found or "").partition("/")
    return start[:7] if end and start[:7] == end[:7] else found if not end else None


def _in_its_month(meetings: list[Meeting]) -> list[Meeting]:
    """Give a day of no known month (12日) that of the primary meeting, where that lies but days away."""
    primary = next((meeting.date for meeting in meetings if meeting.primary), None)
    month = _OPEN_MONTH.fullmatch(primary or "")
    if month is None:
        return meetings
    return [
        replace(meeting, date=month["month"] + day["day"])
        if (day := _OPEN_DAY.fullmatch(meeting.date or "")) and abs(int(day["day"]) - int(month["day"])) < _DAYS_AWAY
        else meeting
        for meeting in meetings
    ]


def _with_days(article: Article, candidates: list[Candidate], meetings: list[Meeting]) -> list[Meeting]:
    """Let an opening or closing day run for the days that the sentence, or the article on its main meeting, says."""
    if "为期" not in article.text:
        return meetings
    dated = []
    for each, meeting in zip(candidates, meetings, strict=True):
        days = facts.lasts(article.text, _lasting(article, each, meeting))
        closes = any(_CLOSES.search(article.text, *span) for span in each.told)
        dated.append(replace(meeting, date=dates.running(meeting.date, 1 - days if closes else days - 1)))
    return dated


def _lasting(article: Article, candidate: Candidate, meeting: Meeting) -> list[Span]:
    """Return the spans in which 为期 is said of the meeting."""
    spans = [span for _, span in candidate.held]
    if meeting.primary:
        inside = [s for block in article.blocks_of("body") for s in sentences(article.text, block.start, block.end)]
        spans += [span for span in inside if _THE_MEETING_LASTS.search(article.text, *span)]
    return spans

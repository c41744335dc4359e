"""What an article says of a meeting: when, where, on what theme, by whom, with how many, held or to come."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from huiyao import dates, lexicon
from huiyao.extract import places
from huiyao.extract.meeting_names import Name
from huiyao.extract.meeting_numbers import number
from huiyao.extract.sentences import Span

# A time may gloss itself (今天（9月7日）) and tell the part of the day and the hour (17日上午10时).
_DAY = r"(?:(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:(?:至|到|—|-)(?:\d{1,2}月)?\d{1,2}[日号])?|今天|昨天|明天|今日|昨日|昨晚|今晚|今晨|日前|近日|当天|当日|同日|去年|今年|明年|[今昨][（(]\d{1,2}[日号]?[）)][日天]?)"
_GLOSS = r"(?:[（(](?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日号][）)])"
_HOUR = r"(?:\d{1,2}(?:[时点]许?(?:\d{1,2}分)?|:\d\d))"
TIME = rf"(?:{_DAY}{_GLOSS}?(?:上午|下午|晚间|晚上|晚|早上|早晨|凌晨|中午)?{_HOUR}?)"
_UPCOMING = re.compile(
    r"将于|将在|将移师|拟于|定于|将举行|将召开|将举办|即将|将以|将为|将首次|将再次|将继续|将迎来|将出席|将主持"
    # 会议决定，云州市第四次会议11月20日在云州召开.
    r"|决定[，,]?[^，,。；\n]{0,40}?\d日(?:(?:至|到)\d{1,2}日)?(?:在[^，,。；]{1,10})?(?:召开|举行)"
)
_THEME = re.compile(
    r"(?:主题|议题)(?:口号)?(?:仍|依然|同样|确定|定)?(?:是|为|：|:)+[“「](?P<a>[^”」]{2,60})[”」]|(?:以|围绕)[“「](?P<b>[^”」]{2,60})[”」](?:为|这一|的)?(?:年度)?主题|主题[“「](?P<c>[^”」]{2,60})[”」]|聚焦[“「](?P<d>[^”」]{2,60})[”」]主题"
)
_OF_SOMETHING_ELSE = re.compile(
    r"(?:第\d+个[^，,。]{2,14}[日周月]|(?:赛事|大赛|比赛|展览)(?=[由以])[^。]*)[，,][^，,。]{0,8}$"
)
_PLACE = re.compile(
    rf"(?:在|于)(?P<place>[^，,。；、“”在于]{{1,24}}?)(?:{TIME})?(?:隆重|正式|圆满|顺利|成功|共同|联合|主持|组织)?(?:召开|举行|举办|开幕|闭幕|签署|签订|签约|出席|启动|揭牌|开班|落幕|落下帷幕|拉开帷幕|启幕|收官|会见)"
)
# 在第三次理事会议召开之际: what meets is no place.
_MEETS = tuple(word for word in lexicon.words("meeting_nouns") if len(word) > 1)
_MOVES = re.compile(r"(?:移师|聚首|齐聚|相聚|会聚)(?P<place>[\u4e00-\u9fff]{2,6})")
# The town itself as the subject: 上海召开…大会.
_AT_HOME = re.compile(
    r"(?:^|[，,。；：\s])(?P<place>[\u4e00-\u9fff]{2,10}?)(?:还|也|又|再次|隆重|成功)?(?:召开|举行|举办)(?!的)"
)
_ATTENDANCE = re.compile(
    r"(?P<n>\d[\d,]*)(?P<wan>万)?(?:多|余)?(?:名|位|人)[^，,。；]{0,24}(?:出席|参加|参会|与会|会聚|汇聚|齐聚|参与)|(?:出席|参加|参会|与会)[^，,。；]{0,20}?(?P<m>\d[\d,]*)(?:多|余)?人"
    r"|等(?:共计|共)?(?:约|近)?(?P<k>\d[\d,]*)(?:多|余)?人"
)
_ORGANIZED = re.compile(r"(?:由)?(?P<who>[^，,。；“”由]{2,60}?)(?:共同|联合)?(?:主办|承办)")
_ORGANIZES = re.compile(r"主办|承办")
_LISTED = re.compile(r"[、和]|以及")
_BODY = re.compile(
    r"(?:局|委|部|厅|院|会|府|公司|集团|协会|中心|政协|市|县|省|区|大学|学院|银行|处|署|办|社|团|办公室|政治局|书记处|党组|党委|常委|法院|检察院|医院|学校|学会|联|队|州|旗|镇|乡|村|社区|国|组织|联盟|街道|总局|站|所|[使领]馆|厂|台|中央|组|指挥部|支部|班子|主席团|专班|机制|内阁|部门|团体)$"
)
# A date that says when the news was written or heard, not when the meeting was: 5月23日讯, 23日，记者…获悉.
_DATELINE_BEHIND = re.compile(r"(?:[讯电]|，?(?:本报)?记者|，?从)")
# 今天（5月1日）是劳动节 tells of no meeting either.
_OF_THE_NEWS = re.compile(rf"{_DATELINE_BEHIND.pattern}|是")
_AT_A_TIME = re.compile(r"(?:将|拟|定|计划|已)?(?:于|在)?|将继续|即将")
_LASTS = re.compile(r"为期(?P<days>[\d一二两三四五六七八九十]{1,2})天")
_YEAR = re.compile(r"(?:19|20)\d\d(?!年年度|年度)")
_REPORTS_ON = re.compile(r"(?P<year>(?:19|20)\d\d)年?年?度(?:业绩说明会|股东大会|股东会)$")
_PART_OF_WHOLE = re.compile(r"(?P<y>(?:19|20)\d\d)年?[^，,。0-9]{2,24}之一(?:--|——|—)$")
# A date behind the name counts as so many characters farther than one before it.
_BEHIND = 6
_VAGUE = re.compile(r"近日|日前|近期|不久前")
_THAT_DAY = re.compile(r"当天|当日")
_SAME_DAY = re.compile(r"结束后|随后|会后|当天|当日|同日|同时")


def is_body(phrase: str) -> bool:
    """Whether the phrase ends like the name of a body that can hold a meeting."""
    return bool(_BODY.search(phrase))


def status(text: str, held_in: Iterable[Span]) -> Literal["held", "upcoming"]:
    """Return `upcoming` where every sentence that tells of the holding says 将于 or the like."""
    spans = list(held_in)
    upcoming = [span for span in spans if _UPCOMING.search(text, *span)]
    return "upcoming" if spans and len(upcoming) == len(spans) else "held"


def date(text: str, name: str, mentions: Iterable[tuple[Name, Span]], anchor: str | None) -> str | None:
    """Return the date (EDTF) nearest to a mention of the meeting: one with a day before one without.

    A year in the name itself completes a date without a year, and stands alone where nothing else is known.
    """
    mentions = list(mentions)
    told: dict[Span, list[dates.DateMention]] = {}
    year = _year(text, name, mentions)
    partial: str | None = None
    for mention, span in mentions:
        if span not in told:
            told[span] = list(dates.find_dates(text, anchor, *span))
        found = _nearest(text, mention, told[span])
        edtf = found.edtf.replace("XXXX", year) if found and year else found.edtf if found else None
        if found and found.has_day:
            return edtf
        partial = partial or edtf
    return _opening_date(text, mentions, anchor) or partial or year


def lasts(text: str, spans: Iterable[Span]) -> int:
    """Return how many days a meeting lasts by the first of the passages that says so (为期三天), 1 where none does."""
    found = next((match for span in spans if (match := _LASTS.search(text, *span))), None)
    return max(1, number(found["days"].replace("两", "二"))) if found else 1


def _opening_date(text: str, mentions: list[tuple[Name, Span]], anchor: str | None) -> str | None:
    """Return the day that a short sentence at the head of the paragraph sets (10月16日，丹桂飘香。…大会举行。)."""
    for _, (start, _end) in mentions:
        head = text.rfind("\n", max(0, start - 60), start) + 1
        if 0 < start - head <= 60:
            found = next((each for each in dates.find_dates(text, anchor, head, start) if each.has_day), None)
            if found and found.start - head <= 2:
                return found.edtf
    return None


def _year(text: str, name: str, mentions: list[tuple[Name, Span]]) -> str | None:
    """Return the year in the name of a meeting or beside it; what reports on a year of business meets in the next."""
    reported = _REPORTS_ON.search(name)
    if reported:
        return str(int(reported["year"]) + 1)
    found = _YEAR.search(name) or _year_beside(text, mentions)
    return found.group() if found else None


def _year_beside(text: str, mentions: list[tuple[Name, Span]]) -> re.Match[str] | None:
    """Return the year in the name of the whole that a mention calls its part of (2017年…系列论坛之一——…分论坛)."""
    found = (_PART_OF_WHOLE.search(text, span[0], mention.start) for mention, span in mentions)
    whole = next((match for match in found if match), None)
    return _YEAR.match(whole["y"]) if whole else None


def _nearest(text: str, mention: Name, told: list[dates.DateMention]) -> dates.DateMention | None:
    found = [
        each for each in told
        if not (each.of_day and _is_quoted(text, each, mention)) and not mention.start <= each.start < mention.end and not _is_of_the_news(text, each, mention)
        and (each.has_day or each.of_day or _is_beside(text, each, mention)) and not _VAGUE.search(text, each.end, max(each.end, mention.start))
    ]  # fmt: skip
    return min(found, key=lambda each: (not each.has_day, _distance(each, mention)), default=None)


def _is_quoted(text: str, each: dates.DateMention, mention: Name) -> bool:
    """Whether somebody says the word (“有什么难处，今天敞开说”) in a quotation that is not the meeting's."""
    at = max(0, min(each.start, mention.start) - 60)
    opened = text.rfind("“", at, each.start)
    return opened > text.rfind("”", at, each.start) and not opened <= mention.start <= text.find("”", each.end)


def _distance(each: dates.DateMention, mention: Name) -> int:
    """Return how far a date is from the name, in characters."""
    return each.start - mention.end + _BEHIND if each.start >= mention.end else mention.end - each.start


def _is_of_the_news(text: str, each: dates.DateMention, mention: Name) -> bool:
    """Whether a date says when the news was heard, and not (记者今天从…发布会上获悉) at which meeting."""
    if not _DATELINE_BEHIND.match(text, each.end):
        return False
    heard_at = text[each.end] == "从" and mention.noun.endswith("发布会") and "，" not in text[each.end : mention.start]
    return not (heard_at and each.end < mention.start)


def _is_beside(text: str, each: dates.DateMention, mention: Name) -> bool:
    """Whether a date without a day stands at the name: right before it, or behind it as its time (于2025年10月)."""
    if -6 <= mention.start - each.end <= 8:
        return True
    return bool(_AT_A_TIME.fullmatch(text, mention.end, max(mention.end, each.start)))


def first_day(text: str, span: Span, anchor: str | None) -> str | None:
    """Return the first day that a sentence tells, none that says when the news was heard."""
    told = (each for each in dates.find_dates(text, anchor, *span) if not _OF_THE_NEWS.match(text, each.end))
    return next((each.edtf for each in told if each.has_day), None)


def day_told_before(text: str, span: Span, anchor: str | None) -> str | None:
    """Return the day told last before a sentence that says 当天 or 当日 for it."""
    if not _THAT_DAY.search(text, *span):
        return None
    told = [each.edtf for each in dates.find_dates(text, anchor, max(0, span[0] - 200), span[0]) if each.has_day]
    return told[-1] if told and "/" not in told[-1] else None


def is_same_day(text: str, span: Span) -> bool:
    """Whether the sentence puts its event on the day of the one told before (会后, 当天)."""
    return bool(_SAME_DAY.search(text, *span))


def place(text: str, spans: Iterable[Span]) -> tuple[str | None, str | None]:
    """Return town or region, and venue, from the first of the sentences that tells either."""
    venue = None
    for start, end in spans:
        for match in (*_PLACE.finditer(text, start, end), *_MOVES.finditer(text, start, end)):
            if match["place"].endswith(_MEETS):
                continue
            venue = venue or places.venue(match["place"])
            found = places.plain_place(match["place"])
            if found:
                return found, venue
        for match in _AT_HOME.finditer(text, start, end):
            town = places.town_itself(match["place"])
            if town:
                return town, venue or places.venue(match["place"])
    return None, venue


def themes(text: str, start: int, end: int) -> list[tuple[Span, str]]:
    """Return place and words of every theme told in the passage, but those of a day (爱鸟周) or of a contest."""
    if text.find("题", start, end) < 0:
        return []
    return [
        (match.span(), next(group for group in match.groups() if group))
        for match in _THEME.finditer(text, start, end)
        if not _OF_SOMETHING_ELSE.search(text, max(start, match.start() - 40), match.start())
    ]


def organizers(text: str, spans: Iterable[Span]) -> list[str]:
    """Return the bodies that a sentence calls 主办 or 承办."""
    found: list[str] = []
    for start, end in spans:
        for match in _ORGANIZED.finditer(text, start, end) if _ORGANIZES.search(text, start, end) else ():
            who = match["who"].split("由")[-1]
            found.extend(part for part in _LISTED.split(who) if len(part) >= 2 and is_body(part))
    return found


def attendance(text: str, spans: Iterable[Span]) -> int | None:
    """Return the smallest number of participants that the sentences allow."""
    for start, end in spans:
        match = _ATTENDANCE.search(text, start, end)
        if match:
            digits = (match["n"] or match["m"] or match["k"]).replace(",", "")
            return int(digits) * (10_000 if match["wan"] else 1)
    return None

"""Meetings: which gatherings an article reports, under which names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from huiyao import lexicon
from huiyao.extract import meeting_facts as facts
from huiyao.extract import meeting_names as naming
from huiyao.extract.meeting_aliases import short_forms
from huiyao.extract.meeting_candidates import Candidate, merged
from huiyao.extract.persons import People
from huiyao.extract.sentences import Span, quotes, sentences
from huiyao.schema.records import Article, Block, Meeting

_HOLD = r"(?:召开|移师|开场|举行|举办|开幕|闭幕|开班|落幕|收官|启幕|揭幕|开启|拉开帷幕|拉开序幕|开讲)"
_MANNER = r"(?:如期|正式|隆重|圆满|顺利|成功|盛大|拟|定)"
_HELD_BEHIND = re.compile(
    rf"[”]?(?:[（(][^（）()]{{1,24}}[）)])?{facts.TIME}?(?:上午|下午|晚间|晚)?(?:即将|将|也|已|又|正|在此间)?{_MANNER}?(?:围绕[^，,。；]{{2,30}}(?:主题|议题))?"
    rf"(?:于{facts.TIME}?(?:上午|下午|晚)?)?(?:在[^，,。；]{{1,24}}?|于[^，,。；]{{1,14}}?)?{facts.TIME}?(?:以[^，,。；]{{2,14}}(?:形式|方式))?{_MANNER}?{_HOLD}"
)
_OBJECT_OF_HOLDING = re.compile(
    r"(?:召开|举行|举办)(?:的|了)?(?:一场|首场|首次|首届|第一场|年度)?(?:[^，,。；]{0,50}之一(?:--|——|—))?$"
)
_OBJECT = re.compile(
    r"(?:召集|组织|参加|出席|列席|主持|赴|致信祝贺|致电祝贺|祝贺|亮相|承办|主办)(?:了|的)?(?:在[^，,。；]{2,12})?(?:[^，,。；]{2,40}(?:和|与|及|暨))?(?:一场|首场|首次|首届|年度)?$"
)
_SPOKEN_AT = re.compile(
    r"[”]?(?:开幕式|闭幕式|主论坛)?(?:上|期间|并|致贺信|致贺电|致信|发表|作出|活动|[，,][^。]{0,12}(?:致辞|讲话|演讲|致词))"
)
_OF_A_PERSON = re.compile(
    r"[”]?(?:开幕式|闭幕式|活动)?(?:并[^，,。]{2,16})?的[^，,。]{1,30}(?:总统|总理|首相|国王|主席|部长|外长|代表|领导人|秘书长|嘉宾|大臣|议长|王储|特使|团|院长|副总统)"
)
_THIS_MEETING = re.compile(
    r"(?:本次|此次|这次|本届|该|今年)|(?:会议|论坛|大会|峰会|年会|博览会|活动|晚会|仪式)[^，,。]{0,6}$|^(?:会议|论坛|大会|峰会|年会)|主题"
)
# A session told without its meeting (第二次全体会议) is no meeting of its own.
_BARE_SESSION = re.compile(r"(?:第[\d一二三四五六七八九十]+次)?(?:全体会议|全体会|开幕式|闭幕式|开幕会|闭幕会|大会)")
# A ceremony is told apart by its kind alone: 欢迎仪式, 升旗仪式.
_CEREMONY = re.compile(r"(?:仪式|典礼|晚宴|宴会|招待会)$")
_NEXT_EDITION = re.compile(r"(?:明年|下一届|下届|下一次|下次)(?:的)?$")
_SIGNING = re.compile(
    r"(?P<who>[^，,。；：\s]{4,40}?)(?:在[^，,。；]{1,12})?(?:共同|正式|联合)?(?:签署|签订)(?:了)?(?P<what>[“《][^”》]{2,40}[”》])"
)
_SIGNING_NOUNS = ("签约仪式", "签字仪式", "签署仪式")
_VERB_BEFORE = re.compile(r"(?:主持|组织|联合|共同)?(?:召开|举行|举办|召集)(?:了|的)?(?:一场|首场|首次|第一场)?$")
_CLAUSE_HEAD = re.compile(r"[，,。；：:\s讯]|在(?=今天|昨天|\d)")
_TIME_IN_FRONT = re.compile(rf"^{facts.TIME}(?:上午|下午|晚)?")
_SUBJECT_TAIL = re.compile(
    rf"{facts.TIME}?(?:（[^（）]{{2,10}}）)?(?:上午|下午|晚)?(?:就[^，,。；]{{2,40}}?)?(?:在[^，,。；]{{1,20}})?(?:隆重|正式|主持|组织|共同|联合|首次|还|又|再次)*$"
)


class MeetingFinder:
    """Finds the meetings of one article."""

    def __init__(self, article: Article, people: People, statements: list[Span]) -> None:
        """Read the article with the persons and the spans of the statements already known."""
        self._article, self._people, self._statements = article, people, statements
        self._text = article.text
        self._candidates: dict[tuple[str, bool], Candidate] = {}

    def find(self) -> tuple[Meeting, ...]:
        """Return the meetings that the article reports, in the order in which they are first named."""
        for block in self._article.blocks_of("body", "kicker", "headline", "subheadline", "caption"):
            if naming.may_name(self._text, block.start, block.end):
                self._read(block)
        return self._reported() if any(each.reported for each in self._candidates.values()) else ()

    def _read(self, block: Block) -> None:
        for sentence in sentences(self._text, block.start, block.end):
            if naming.may_name(self._text, *sentence):
                for name in naming.find_names(self._text, *sentence, quotes(self._text, *sentence)):
                    self._note(block, sentence, name)

    def _reported(self) -> tuple[Meeting, ...]:
        reported = [each for each in merged(list(self._candidates.values())) if each.reported]
        reported.sort(key=lambda each: each.named[0][0].start)
        meetings = [self._record(each) for each in reported]
        return tuple(self._on_same_day(reported, self._with_themes(reported, _with_primary(reported, meetings))))

    def _note(self, block: Block, sentence: Span, name: naming.Name) -> None:
        full, body = self._full_name(sentence, name)
        if full is None:
            return
        base, session = naming.without_session(full)
        following = bool(_NEXT_EDITION.search(self._text[max(sentence[0], name.start - 6) : name.start]))
        candidate = self._candidate(base, name.noun, following)
        candidate.named.append((name, sentence))
        candidate.aliases |= {alias for alias in (session, name.name if full != name.name else None) if alias}
        candidate.organizers += [body] if body else []
        if block.kind != "body":
            candidate.in_headline = True
            return
        self._judge(sentence, name, candidate)
        press_of = naming.press_base(base)
        if press_of and candidate.reported:
            candidate.parent = press_of
            whole = self._candidate(press_of, name.noun, False)
            whole.named.append((replace(name, name=press_of), sentence))
            whole.reported = True

    def _candidate(self, name: str, noun: str, next_edition: bool) -> Candidate:
        return self._candidates.setdefault((name, next_edition), Candidate(name, noun, next_edition))

    def _full_name(self, sentence: Span, name: naming.Name) -> tuple[str | None, str | None]:
        """Return the name, put behind the body that holds the meeting where it says too little, and that body."""
        body = self._holder(sentence, name)
        if _BARE_SESSION.fullmatch(name.name) and (body is None or "第" in name.name):
            return None, None
        if not naming.is_generic(name):
            return name.name, body
        if name.name in _SIGNING_NOUNS:
            return self._signing(name) or name.name, body
        if body is None:
            told = naming.ordinal(name.name) or (len(name.modifier) >= 2 and _CEREMONY.search(name.name))
            return (name.name, None) if told else (None, None)
        if name.name.startswith(body):
            return name.name, body
        return body + name.name, body

    def _signing(self, name: naming.Name) -> str | None:
        """Return who signed what, as the name of a signing ceremony that has none of its own."""
        match = _SIGNING.search(self._text)
        if match is None:
            return None
        full = f"{match['who']}{match['what']}{name.name}"
        candidate = self._candidate(full, name.noun, False)
        if not candidate.held:
            span = next(
                s
                for b in self._article.blocks
                for s in sentences(self._text, b.start, b.end)
                if s[0] <= match.start() < s[1]
            )
            candidate.held.append((replace(name, start=match.start("what"), end=match.end()), span))
        return full

    def _holder(self, sentence: Span, name: naming.Name) -> str | None:
        """Return the body that is the subject of 召开 or 举行 right before the name."""
        before = self._text[sentence[0] : name.start]
        verb = _VERB_BEFORE.search(before)
        if not verb:
            return None
        before = before[: verb.start()]
        clause = _CLAUSE_HEAD.split(before)[-1] or before.rstrip("，,").split("，")[-1]
        start = sentence[0] + len(before) - len(clause)
        if self._people.within(start, name.start):
            return None
        clause = _TIME_IN_FRONT.sub("", _SUBJECT_TAIL.sub("", clause)).strip("，, ")
        return clause if 2 <= len(clause) <= 24 and facts.is_body(clause) else None

    def _judge(self, sentence: Span, name: naming.Name, candidate: Candidate) -> None:
        """Note whether the sentence reports the meeting: that it is held, attended, or spoken at."""
        behind = self._text[name.end : min(sentence[1], name.end + 70)]
        before = self._text[max(sentence[0], name.start - 60) : name.start]
        held = _HELD_BEHIND.match(behind) or _OBJECT_OF_HOLDING.search(before)
        if self._is_said(name) and not (held and self._is_announced(sentence, name)):
            return
        if held:
            candidate.reported = True
            candidate.held.append((name, sentence))
        elif _OF_A_PERSON.match(behind) or not (candidate.in_headline or self._is_lead(sentence)):
            return  # 来华出席峰会的某国总统, and what is only recalled further down
        elif _OBJECT.search(before) or (before.endswith(("在", "向", "为", "给", "对")) and _SPOKEN_AT.match(behind)):
            candidate.reported = True

    def _is_announced(self, sentence: Span, name: naming.Name) -> bool:
        """Whether a speaker tells of a meeting to come, with its day."""
        if facts.status(self._text, [sentence]) != "upcoming":
            return False
        date = facts.date(self._text, "", [(name, sentence)], self._article.published)
        return date is not None and len(date) >= 10

    def _is_lead(self, sentence: Span) -> bool:
        """Whether the sentence is in the first paragraph of the article, or of a section of a digest."""
        before: str = "headline"
        for block in self._article.blocks:
            if block.start <= sentence[0] < block.end:
                return before != "body"
            before = block.kind
        return False

    def _is_said(self, name: naming.Name) -> bool:
        """Whether the name stands in a statement: what a speaker mentions is background, unless it is to come."""
        return any(start <= name.start < end for start, end in self._statements)

    def _record(self, candidate: Candidate) -> Meeting:
        text, first = self._text, candidate.named[0][0]
        told = candidate.held + candidate.named
        spans = list(dict.fromkeys(span for _, span in told))
        date = facts.date(text, candidate.name, told, self._article.published)
        town, venue = facts.place(text, spans)
        aliases = candidate.aliases - {candidate.name}
        if naming.press_base(candidate.name) is None:
            aliases |= short_forms(text, candidate.name)
        found = [*candidate.organizers, *facts.organizers(text, spans)]
        return Meeting(
            name=candidate.name, start=first.start, end=first.end, aliases=tuple(sorted(aliases)),
            series=naming.series(candidate.name), ordinal=None if naming.press_base(candidate.name) else naming.ordinal(candidate.name),
            kind=lexicon.kinds("meeting_nouns").get(candidate.noun), place=town, venue=venue,
            date=date, status=self._status(candidate, date), organizers=tuple(dict.fromkeys(found)),
            attendance_min=facts.attendance(text, [span for _, span in candidate.named]), parent=candidate.parent,
        )  # fmt: skip

    def _status(self, candidate: Candidate, date: str | None) -> Literal["held", "upcoming"]:
        published = self._article.published
        if (
            date
            and published
            and len(published) == 10
            and date[:10] > published
            and len(date) >= 10
            and "X" not in date
        ):
            return "upcoming"
        return facts.status(self._text, [span for _, span in candidate.held])

    def _with_themes(self, candidates: list[Candidate], meetings: list[Meeting]) -> list[Meeting]:
        """Give each theme to the meeting named last before it in its paragraph, else to the one the article is about."""
        for block in self._article.blocks_of("body"):
            for at, theme in facts.themes(self._text, block.start, block.end):
                place = self._last_named(candidates, block.start, at)
                if place is None and _THIS_MEETING.search(self._text, max(block.start, at - 16), at + 8):
                    place = next((i for i, meeting in enumerate(meetings) if meeting.primary), None)
                if place is not None and meetings[place].theme is None:
                    meetings[place] = replace(meetings[place], theme=theme)
        return meetings

    def _last_named(self, candidates: list[Candidate], start: int, at: int) -> int | None:
        """Return the place of the candidate whose name stands nearest before `at`, the longest of those that end there."""
        ends = [
            (name.end, name.end - name.start, i)
            for i, each in enumerate(candidates)
            for name, _ in each.named
            if start <= name.start and name.end <= at
        ]
        return max(ends)[2] if ends else None

    def _on_same_day(self, candidates: list[Candidate], meetings: list[Meeting]) -> list[Meeting]:
        primary = next((meeting for meeting in meetings if meeting.primary), None)
        return [
            replace(meeting, date=primary.date)
            if meeting.date is None and primary and each.held and facts.is_same_day(self._text, each.held[0][1]) else meeting
            for each, meeting in zip(candidates, meetings, strict=True)
        ]  # fmt: skip


def _with_primary(candidates: list[Candidate], meetings: list[Meeting]) -> list[Meeting]:
    """Mark the meeting the article is about: not one known only by its press conference; in the headline; the first."""
    parents = {meeting.parent for meeting in meetings}
    order = sorted(
        range(len(meetings)),
        key=lambda i: (meetings[i].name in parents, not candidates[i].in_headline, meetings[i].start),
    )
    return [replace(meeting, primary=place == order[0]) for place, meeting in enumerate(meetings)]

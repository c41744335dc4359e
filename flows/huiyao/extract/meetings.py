"""Meetings: which gatherings an article reports, under which names."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from huiyao.extract import meeting_facts as facts
from huiyao.extract import meeting_frames as frames
from huiyao.extract import meeting_holders as holders
from huiyao.extract import meeting_names as naming
from huiyao.extract import meeting_numbers as numbers
from huiyao.extract.meeting_bounds import noun_ends
from huiyao.extract.meeting_candidates import Candidate, is_subsequence, merged
from huiyao.extract.meeting_records import records
from huiyao.extract.people import People
from huiyao.extract.sentences import Span, sentences
from huiyao.schema.records import Article, Block, Meeting

# A session told without its meeting (第二次全体会议) is no meeting of its own.
_BARE_SESSION = re.compile(
    r"(?:第[\d一二三四五六七八九十]+次)?(?:全体会议|全体会|[开闭]幕仪式|开班仪式|结业仪式|开幕式|闭幕式|开幕会|闭幕会|大会)|(?:年会|大会|论坛|会议|峰会|博览会)(?:主题|专题)?沙龙"
)
# Bodies whose own meetings are called so; an assembly's are its sessions.
_STANDING_BODY = re.compile(
    r"^(?!.*(?:政协|人大|人民代表))(?:.*(?:组|委员会|指挥部|专班|联盟|理事会|[省市县区州旗]委|纪委))$"
)
_PRIDE = ("成功举办", "成功主办", "成功召开", "成功举行")
_NEXT_EDITION = re.compile(r"(?:明年|下一届|下届|下一次|下次)(?:的)?$")
_THIS = re.compile(r"(?:[本此这][次届场]|该)$")
_FOLLOWS_ON = re.compile(r"(?:随后|会后|结束后|闭幕后|期间|其间|会前)[，,]?(?:还|也)?(?:举行|召开|举办)[的了]?$")
_AT_A_MEETING = re.compile(r"(?:[会式坛]上|现场|期间|其间)[，,]?(?:还|也|同时)?(?:举行|举办|进行)了?[^，,。；]{0,12}$")
_SOON = re.compile(r"即将(?:举行|举办|召开|开幕)的?$")
# Names that one verb may share: a list without end is not gone back over for each of them.
_LONGEST_LIST = 8
# 大会, 会议, 年会: no name of a meeting.
_LONGEST_NOUN = 2
_LISTS = ("、", "和", "与", "及", "以及", "并")
_SIGNING = re.compile(
    r"(?P<who>[^，,。；：\s]{4,40}?)(?:在[^，,。；]{1,12})?(?:共同|正式|联合)?(?:签署|签订)(?:了)?(?P<what>[“《][^”》]{2,40}[”》])"
)
_SIGNING_NOUNS = ("签约仪式", "签字仪式", "签署仪式")


class MeetingFinder:
    """Finds the meetings of one article."""

    def __init__(self, article: Article, people: People, statements: list[Span]) -> None:
        """Read the article with the persons and the spans of the statements already known."""
        self._article, self._people, self._statements = article, people, statements
        self._text = article.text
        self._candidates: dict[tuple[str, bool], Candidate] = {}
        self._bare: list[tuple[Span, naming.Name]] = []
        self._read_so_far: list[naming.Name] = []

    def find(self) -> tuple[Meeting, ...]:
        """Return the meetings that the article reports, in the order in which they are first named."""
        ends = noun_ends(self._text)
        if not ends:
            return ()
        for block in self._article.blocks_of("body", "kicker", "headline", "subheadline", "caption"):
            inside = ends[bisect_right(ends, block.start) : bisect_right(ends, block.end)]
            if inside:
                self._read(block, inside)
        self._take_headlines_word()
        return self._reported() if any(each.reported for each in self._candidates.values()) else ()

    def _take_headlines_word(self) -> None:
        """Let the headline name the meeting that the text calls by its noun alone (推介会由林小田主持)."""
        told = [each for each in self._candidates.values() if each.reported]
        if any(facts.status(self._text, each.told) == "held" for each in told):
            return  # 第二场推介会将于12月举行 is another one
        for each in (each for each in self._candidates.values() if each.in_headline and not each.reported):
            bare = [(sentence, name) for sentence, name in self._bare if each.is_verbatim_end(name.name)]
            for sentence, name in bare:
                self._note_echo(sentence, name, each)
            each.reported |= each.announced and bool(bare)

    def _read(self, block: Block, ends: list[int]) -> None:
        """Note the names of meetings in a block; `ends` is where nouns of meetings may end there."""
        for sentence in sentences(self._text, block.start, block.end):
            if any(sentence[0] < end <= sentence[1] for end in ends):
                for name in naming.find_names(self._text, *sentence):
                    self._note(block, sentence, name)
                    self._read_so_far.append(name)

    def _reported(self) -> tuple[Meeting, ...]:
        reported = [each for each in merged(list(self._candidates.values())) if each.reported]
        reported.sort(key=lambda each: each.named[0][0].start)
        return tuple(records(self._article, reported))

    def _note(self, block: Block, sentence: Span, name: naming.Name) -> None:
        bare = block.kind == "body" and naming.is_generic(name)
        if bare:
            self._note_this(sentence, name)
        following = bool(_NEXT_EDITION.search(self._text[max(sentence[0], name.start - 6) : name.start]))
        full, body = self._full_name(sentence, name)
        full = self._series(name) if following and full is None else full
        if bare:
            self._bare.append((sentence, name))
        if full is None:
            return
        base, session = naming.without_session(full)
        if session and len(base) <= _LONGEST_NOUN:
            return  # 大会开幕会: the session of the meeting that is told of
        candidate = self._candidate(base, name.noun, following)
        candidate.named.append((name, sentence))
        candidate.aliases |= {alias for alias in (session, name.name if full != name.name else None) if alias}
        candidate.organizers += [body] if body else []
        if block.kind != "body":
            candidate.in_headline = True
            candidate.reported |= frames.is_addressed(self._text, name.start, name.end)
            candidate.announced |= self._is_announced_by(sentence, name)
            return
        self._judge(sentence, name, candidate)
        press_of = naming.press_base(base)
        if press_of and candidate.reported:
            candidate.parent = press_of
            whole = self._candidate(press_of, name.noun, False)
            whole.named.append((replace(name, name=press_of), sentence))
            whole.reported = True

    def _note_this(self, sentence: Span, name: naming.Name) -> None:
        """Note what 本次论坛 goes on to tell of the last such meeting told."""
        if not _THIS.search(self._text, max(sentence[0], name.start - 3), name.start):
            return
        told = [each for each in self._candidates.values() if each.reported and each.is_verbatim_end(name.name)]
        if told:
            self._note_echo(sentence, name, max(told, key=lambda each: each.named[-1][0].start))

    def _note_echo(self, sentence: Span, name: naming.Name, echoed: Candidate) -> None:
        """Note what a bare noun tells of the meeting it stands for, where that is its holding."""
        before = len(echoed.held) + len(echoed.told)
        echoed.named.append((name, sentence))
        self._judge(sentence, name, echoed)
        if len(echoed.held) + len(echoed.told) == before:
            echoed.named.pop()

    def _candidate(self, name: str, noun: str, next_edition: bool) -> Candidate:
        return self._candidates.setdefault((name, next_edition), Candidate(name, noun, next_edition))

    def _full_name(self, sentence: Span, name: naming.Name) -> tuple[str | None, str | None]:
        """Return the name, put behind the body that holds the meeting where it says too little, and that body."""
        if naming.is_several(name):
            return None, None
        body = holders.holder(self._text, sentence, name, self._people)
        if _BARE_SESSION.fullmatch(name.name) and (
            body is None or ("第" in name.name and not _STANDING_BODY.search(body))
        ):
            return None, None
        if body and naming.is_one_of_a_row(name) and not name.name.startswith(body):
            return body + name.name, body
        if not naming.is_generic(name):
            return name.name, body
        if name.name.endswith("仪式") and self._is_part_or_known(sentence, name):
            return None, None
        if name.name in _SIGNING_NOUNS:
            return self._signing(name) or name.name, body
        if body is None:
            return holders.told_by_itself(self._text, sentence, name) or self._meets_press(sentence, name), None
        if name.name.startswith(body):
            return name.name, body
        return body + name.name, body

    def _is_part_or_known(self, sentence: Span, name: naming.Name) -> bool:
        """Whether a bare ceremony is an item of a meeting (会上还举行了签约仪式), or one told before by its full name."""
        if _AT_A_MEETING.search(self._text, max(sentence[0], name.start - 24), name.start):
            return True
        told = [each for each in self._candidates.values() if each.reported and each.noun.endswith("仪式")]
        known = next((each for each in told if is_subsequence(name.name, each.name)), None)
        if known:
            known.aliases.add(name.name)
        return known is not None

    def _meets_press(self, sentence: Span, name: naming.Name) -> str | None:
        """Return the press conference of the meeting told last, where it follows on it (随后举行的新闻发布会)."""
        if not _FOLLOWS_ON.search(self._text, max(sentence[0], name.start - 24), name.start):
            return None
        full = (f"{each.name}{name.name}" for each in reversed(self._candidates.values()) if each.reported)
        return next((each for each in full if naming.press_base(each)), None)

    def _series(self, name: naming.Name) -> str | None:
        """Return what the editions of the meeting told so far share, where 下届大会 calls the next one by its noun."""
        told = [each.name for each in self._candidates.values() if each.reported and each.name.endswith(name.noun)]
        return numbers.series(max(told, key=len)) if told else None

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

    def _judge(self, sentence: Span, name: naming.Name, candidate: Candidate) -> None:
        """Note whether the sentence reports the meeting: that it is held, attended, or spoken at."""
        if not self._note_report(name.start, sentence, name, candidate):
            head = self._list_head(name)
            if head < name.start:
                self._note_report(head, sentence, name, candidate)

    def _note_report(self, at: int, sentence: Span, name: naming.Name, candidate: Candidate) -> bool:
        """Note that the sentence reports the meeting, by the words before the place `at` and behind the name; else return False."""
        behind = self._text[name.end : min(sentence[1], name.end + 90)]
        before = self._text[max(sentence[0], at - 60) : at]
        frame = frames.holding(before, behind, name.name)
        span = sentence if frame is None or not frame.modifies else (sentence[0], name.end + frame.behind)
        if before.endswith(_PRIDE) and not candidate.in_headline and not self._is_lead(sentence):
            return False  # what was achieved is told, not that it meets
        if self._is_said(name) and not self._is_told_beside(sentence, name, before, behind):
            frame = frame if frame and self._is_announced(span, name, candidate) else None
            if frame is None:
                return False
        if frame:
            candidate.note_held(name, span, (sentence[0], name.end + frame.behind))
            return True
        if frames.is_served(before, behind) or (
            (candidate.in_headline or self._is_lead(sentence)) and frames.is_attended(before, behind, name.name)
        ):  # what is only recalled further down is no report
            candidate.reported = True
            candidate.told.append((sentence[0], name.end))
            return True
        return False

    def _list_head(self, name: naming.Name) -> int:
        """Return where the first of the names begins that are listed up to this one: 主持甲会议、乙会议和丙会议."""
        at = name.start
        for earlier in self._read_so_far[: -_LONGEST_LIST - 1 : -1]:
            if self._text[earlier.end : at] not in _LISTS:
                break
            at = earlier.start
        return at

    def _is_told_beside(self, sentence: Span, name: naming.Name, before: str, behind: str) -> bool:
        """Whether the words report the meeting although a statement runs on over them."""
        runs_on = any(start < sentence[0] <= name.start < end for start, end in self._statements)
        return frames.is_under_way(before, behind) or (runs_on and frames.is_served(before, behind))

    def _is_announced(self, sentence: Span, name: naming.Name, candidate: Candidate) -> bool:
        """Whether a speaker tells of a meeting to come, with its month at least, of an edition with its year or soon."""
        if facts.status(self._text, [sentence]) != "upcoming":
            return False
        date = facts.date(self._text, "", [(name, sentence)], self._article.published)
        edition = candidate.next_edition or numbers.ordinal(name.name) is not None
        if edition and _SOON.search(self._text, sentence[0], name.start):
            return True
        return date is not None and (len(date) >= 7 or edition)

    def _is_announced_by(self, headline: Span, name: naming.Name) -> bool:
        """Whether the headline itself tells that the meeting is held (云州市召开港口发展新闻发布会)."""
        before, behind = self._text[headline[0] : name.start], self._text[name.end : headline[1]]
        return frames.holding(before, behind, name.name) is not None and not naming.is_generic(name)

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

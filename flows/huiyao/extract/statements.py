"""Statements: what is attributed to a speaker, from the reporting clause to where the text stops reporting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from operator import attrgetter

from huiyao import lexicon
from huiyao.extract import loose_quotes, narration, sentence_model, transcripts
from huiyao.extract.answers import answers
from huiyao.extract.inline_labels import inline_labels
from huiyao.extract.people import Mention, People
from huiyao.extract.report import Report, outermost
from huiyao.extract.reports import ReportFinder
from huiyao.extract.sentences import Quote, Span, quotes, sentences, trim
from huiyao.schema.records import BODY_SPEAKER, Article, Statement

# What may stand before an article's first words: 本报讯（记者某某）.
_DATELINE = re.compile(r"(?:[^。，：]{0,30}[：）)电讯])?\s*")
_INVOKED = re.compile(r"(?:党的|中央)[^，,。]{2,14}(?:全会|会议|大会)")
_OCCASION = re.compile(r"在|\d|[今昨当同前近][天日]|上午|下午|晚|时|会")


@cache
def _continuation() -> re.Pattern[str]:
    return re.compile(lexicon.alternation("openers", "continuation") + "(?![年天次届批])")  # 第二年


_START = attrgetter("start")
# Hundredths of a logit (a share of 70 in a hundred) from which a sentence is the reporter's though no rule says so.
_REPORTER = 85


class StatementFinder:
    """Finds the statements of one article, paragraph by paragraph."""

    def __init__(self, text: str, people: People) -> None:
        """Read `text` with the persons already known; `people` learns those known by a reporting clause alone."""
        self._text = text
        self._people = people
        self._reports = ReportFinder(text, people)
        self._open: Report | None = None
        self._at_press = any(word in text for word in narration.PRESS)
        self._lead: Span = (0, 0)
        self._said_until = 0

    def find(self, article: Article) -> Iterator[Statement]:
        """Yield the statements of the body, in the order of the text; nothing is carried over a subhead."""
        said = self._turns(article)
        self._lead = next(((block.start, block.end) for block in article.blocks_of("body")), (0, 0))
        for block in article.blocks_of("body", "subhead"):
            if block.start in said:
                self._open = None
                yield from said[block.start]
                continue
            if block.kind == "subhead":
                self._open = None
                continue
            quoted = self._quotes(block.start, block.end)
            found = list(self._paragraph(block.start, block.end, quoted))
            if quoted:
                found += loose_quotes.told(
                    self._text, self._people, (block.start, block.end), quoted, found, self._said_until
                )
            self._said_until = max((each.end for each in found), default=self._said_until)
            yield from sorted(found, key=_START)

    def _quotes(self, start: int, end: int) -> list[Quote]:
        if self._text.find("“", start, end) < 0 and self._text.find("「", start, end) < 0:
            return []
        return quotes(self._text, start, end)

    def _turns(self, article: Article) -> dict[int, list[Statement]]:
        """Return what is printed under or behind its speaker's name, by where its paragraph begins."""
        blocks = [(block.start, block.end) for block in article.blocks_of("body", "subhead")]
        found = answers(self._text, blocks, self._people) or transcripts.labels(self._text, blocks, self._people)
        others = transcripts.begun_by_others(self._text, blocks, self._people) if found else set()
        said: dict[int, list[Statement]] = {start: [] for start in found}
        for label, paragraph, (start, end) in transcripts.turns(self._text, blocks, found, others):
            if label.named:
                self._people.add(label.name, label.at, label.positions)
            start, end = trim(self._text, start, end)
            statement = Statement(label.name, label.named, "indirect", None, self._text[start:end], start, end)
            said.setdefault(paragraph, []).append(statement)
        return said

    def _paragraph(self, start: int, end: int, quoted: list[Quote]) -> Iterator[Statement]:
        labels = inline_labels(self._text, start, end, self._people)
        reports = outermost(sorted([*self._reports.find(start, end, quoted), *labels], key=attrgetter("content")))
        if not reports and self._open is None:
            return
        first = self._first_start(reports[0], start) if reports else end
        if self._open and self._continues(start, first, quoted):
            yield from self._region(self._open, start, first, quoted)
        else:
            self._open = None
        for place, report in enumerate(reports):
            following = reports[place + 1] if place + 1 < len(reports) else None
            if report.before and not self._taken(report, reports[:place]):
                yield self._statement(report, *report.before.inner, "direct")
            yield from self._region(report, report.content, self._limit(report, following, end), quoted)

    def _first_start(self, report: Report, start: int) -> int:
        """Return where the first report of a paragraph takes over: its quotation in front, or its whole sentence."""
        if report.before:
            return report.before.start
        return max(max(self._text.rfind(mark, start, report.start) for mark in "。！？”") + 1, start)

    def _limit(self, report: Report, following: Report | None, end: int) -> int:
        """Return where a report must end: before the sentence of the next, or its clause in the same sentence."""
        if following is None:
            return end
        if following.before and not self._introduced(following.before):
            return following.before.start
        sentence = max(self._text.rfind(mark, report.content, following.start) for mark in "。！？”\n") + 1
        return sentence or following.start

    def _introduced(self, quote: Quote) -> bool:
        return self._text[quote.start - 1 : quote.start] in ("：", ":", "，", ",")

    def _taken(self, report: Report, earlier: list[Report]) -> bool:
        """Whether the quotation before a clause was introduced by an earlier clause."""
        return bool(earlier) and report.before is not None and self._introduced(report.before)

    def _continues(self, start: int, end: int, quoted: list[Quote]) -> bool:
        """Whether a paragraph without a reporting clause of its own goes on with the last speaker."""
        if end <= start:
            return False
        first = next((quote for quote in quoted if quote.speech and quote.start == start), None)
        if first and self._open:
            return self._is_last_speakers(self._open, first)
        if narration.ASKED.match(self._text, start, end):
            return False
        if _continuation().match(self._text, start) or narration.ITEM.match(self._text, start):
            return narration.PASSIVE.match(self._text, start, end) is None
        if self._at_press and self._open and narration.NEXT_TOPIC.match(self._text, start, end):
            return not self._narrates(self._open, start, end)
        group = self._open is not None and not self._open.named and self._open.speaker != BODY_SPEAKER
        return self._at_press and group and self._open is not None and not self._narrates(self._open, start, end)

    def _ends_before(self, report: Report, start: int, end: int) -> bool:
        """Whether a sentence is the reporter's: by a rule, or as the model hears it."""
        return self._narrates(report, start, end) or self._hears_reporter(report, (start, end))

    def _hears_reporter(self, report: Report, sentence: Span) -> bool:
        mentions = self._people.within(*sentence)
        found = sentence_model.features(self._text, sentence, report, mentions, at_press=self._at_press)
        return sentence_model.WEIGHTS.logit(found) > _REPORTER

    def _region(self, report: Report, start: int, end: int, quoted: list[Quote]) -> Iterator[Statement]:
        """Yield the statements of a run of text reported of one speaker: quotations direct, the rest indirect."""
        stop = self._stop(report, start, end, quoted)
        self._open = report if stop == end else None
        left = start
        for quote in quoted:
            if quote.speech and left <= quote.start < stop:
                yield from self._indirect(report, left, quote.start)
                yield self._statement(report, *quote.inner, "direct")
                left = quote.end
        yield from self._indirect(report, left, stop)

    def _stop(self, report: Report, start: int, end: int, quoted: list[Quote]) -> int:
        """Return where the text stops reporting: before the first sentence that narrates."""
        if report.bare_quote and start == report.content:
            first_quote = next((q for q in quoted if q.start == start), None)
            if first_quote and first_quote.speech:
                return narration.plan_end(
                    self._text, self._people, self._behind_quotes(first_quote.end, end, quoted), end
                )
        if report.before and start == report.content and self._is_closed(start, end):
            return start + 1
        end = next((quote.start for quote in quoted if self._is_of_another(report, quote, start, end)), end)
        cited = self._is_cited(report)
        for place, (left, right) in enumerate(sentences(self._text, start, end)):
            if place and (cited or self._ends_before(report, left, right)):
                return left
            if remark := narration.REMARK.search(self._text, left, right):
                return remark.start()
        return end

    def _is_closed(self, at: int, end: int) -> bool:
        """Whether a clause behind a quotation ends its sentence (“…”林小田说。), and nothing says that he goes on."""
        return self._text[at : at + 1] == "。" and _continuation().match(self._text, at + 1, end) is None

    def _is_cited(self, report: Report) -> bool:
        """Whether an article opens with words of somebody called by a title behind the name, without any occasion.

        林小田书记指出，…。 is a motto then, and what follows is the article's own account. So it is with a meeting of the
        party that is invoked (党的某次全会提出，…。).
        """
        start, end = self._lead
        if not (start <= report.start < end and _DATELINE.fullmatch(self._text, start, report.start)):
            return False
        if not report.named:
            return _INVOKED.match(self._text, report.start, report.content) is not None
        mention = next(iter(self._people.within(report.start, report.content)), None)
        titled = mention is not None and mention.start == mention.name_start and mention.end > mention.name_end
        return titled and _OCCASION.search(self._text[report.start : report.content]) is None

    def _is_of_another(self, report: Report, quote: Quote, start: int, end: int) -> bool:
        """Whether a quotation after the first sentence is followed by the name of somebody else."""
        if not quote.speech or not start < quote.start < end:
            return False
        return self._anothers_name_behind(report, quote)

    def _is_last_speakers(self, report: Report, quote: Quote) -> bool:
        """Whether a quotation at the head of a paragraph is of who spoke last: nobody else is told of right behind."""
        behind = self._text[quote.end : quote.end + 20].partition("\n")[0]
        goes_on = not behind or behind.startswith((report.speaker, "他", "她", "“", "，", ",", "。"))
        return goes_on and not self._anothers_name_behind(report, quote)

    def _anothers_name_behind(self, report: Report, quote: Quote) -> bool:
        behind = loose_quotes.mention_behind(self._people, quote, len(self._text))
        if behind is None or behind.start != quote.end:
            behind = loose_quotes.moved_behind(self._text, self._people, quote)
        return behind is not None and behind.name != report.speaker

    def _behind_quotes(self, at: int, end: int, quoted: list[Quote]) -> int:
        """Return the end of a run of quotations that follow each other, a comma at most between two."""
        while True:
            beyond = at + (self._text[at : at + 1] in "，、")
            more = next((q for q in quoted if q.start in (at, beyond) and q.speech), None)
            if more is None:
                return min(at, end)
            at = more.end

    def _narrates(self, report: Report, start: int, end: int) -> bool:
        sentence = self._text[start:end]
        source = not report.named and report.speaker != BODY_SPEAKER and report.cue not in ("获悉", "了解到")
        if sentence.startswith("此外") and source and not self._at_press:
            return True  # the next item of the news, not of what a body announced
        if (
            narration.narrative_opener().match(sentence)
            or narration.AGENDA.match(sentence)
            or narration.AT_MEETING.match(sentence)
            or narration.DATED.match(sentence)
            or narration.ADDED.match(sentence)
            or narration.CAPTION.match(sentence)
            or narration.PASSIVE.search(sentence)
            or (narration.ATTENDS.search(sentence) and narration.ATTENDANCE.search(sentence))
        ):
            return True
        mentions = self._people.within(start, end)
        if not mentions:
            return False
        if self._takes_stage(report, mentions, start, end):
            return True
        mention = mentions[0]
        if mention.start - start > 1:
            return False
        introduced = mention.start < mention.name_start  # with a position in front: somebody new takes the stage
        return mention.name == report.speaker or introduced or self._appears(mentions, end)

    def _takes_stage(self, report: Report, mentions: list[Mention], start: int, end: int) -> bool:
        """Whether in a later clause who is reported, or somebody introduced with a position, begins to act."""
        for place, mention in enumerate(mentions):
            if mention.start == start or self._text[mention.start - 1] not in "，,":
                continue
            if mention.name == report.speaker:
                return True
            if mention.start < mention.name_start and self._appears(mentions[place:], end):
                return True
        return False

    def _appears(self, mentions: list[Mention], end: int) -> bool:
        """Whether the first of the mentions, or the list of persons that it begins, attends, presides or speaks."""
        last = mentions[0]
        for mention in mentions[1:]:
            if self._text[last.end : mention.start] not in ("、", "和", "，"):
                break
            last = mention
        return bool(narration.APPEARS.match(self._text[last.end : end]))

    def _indirect(self, report: Report, start: int, end: int) -> Iterator[Statement]:
        left, right = trim(self._text, start, end)
        while left < right and self._text[left] in "，,：:。！？；;”—":
            left += 1
        while right > left and self._text[right - 1] in "；;":
            right -= 1  # the next speaker's clause follows
        if right - left >= 4:
            yield self._statement(report, left, right, "indirect")

    def _statement(self, report: Report, start: int, end: int, mode: str) -> Statement:
        start, end = trim(self._text, start, end)
        return Statement(
            speaker=report.speaker, named=report.named, mode="direct" if mode == "direct" else "indirect",
            cue=report.cue, text=self._text[start:end], start=start, end=end,
        )  # fmt: skip

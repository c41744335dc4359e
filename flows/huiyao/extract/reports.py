"""Reporting clauses: where somebody is said to say something (龚正表示，), and who that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from huiyao import lexicon
from huiyao.extract import names, report_words, tokens
from huiyao.extract.persons import Mention, People
from huiyao.extract.positions import parse_positions
from huiyao.extract.sentences import Quote
from huiyao.schema.records import BODY_SPEAKER

_PUNCTUATION = re.compile(r"[。！？!?；;，,：:\n”]+")
_TOLD_MEETING = re.compile(r"[^。！？]*?会[^，,。！？]{0,30}(?:召开|举行|举办)")
_JOINED = re.compile(r"[，,、]?(?:并|还|也)")
_TERMS = re.compile(r"[“”《》、]")
_BODY_TAGS = ("nt", "ns", "nz")
_ACTS_HERE = re.compile(r"将|要|可以|应该|已经|了[^解]")


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
        for cue in report_words.find_cues(self._text, start, end):
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
        if not bare and not self._may_be_bare(cue, speaker, named):
            return None
        if named:
            self._last_person = speaker
        elif speaker != BODY_SPEAKER:
            self._last_body = speaker
        word = cue.group()[:2] if cue["listing"] else cue.group()
        opened = self._text[content : content + 1] in ("“", "「")
        return Report(speaker, named, word, left, content, opened, before)

    def _may_be_bare(self, cue: re.Match[str], speaker: str, named: bool) -> bool:
        behind = self._text[cue.end() : cue.end() + 1]
        if behind == "“":
            return any(quote.speech and quote.start == cue.end() for quote in self._quotes)
        if (cue.group() == "宣布" and report_words.FORMAL_OPENING.match(self._text, cue.end())) or (
            cue.group() == "称" and behind in "为之号呼赞作"
        ):
            return False
        known = named or speaker == BODY_SPEAKER or cue.group() in report_words.OF_BODIES
        if cue.group() == "决定" and speaker != BODY_SPEAKER:
            return False
        return known and cue.group() in report_words.BARE_CUES and behind not in "的了过着会"

    def _content_start(self, cue: re.Match[str], end: int, before: Quote | None) -> int | None:
        text, at = self._text, cue.end()
        if cue["cue"] in ("表示", "表达") and report_words.ACTS.match(text, at):
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
        for match in reversed(list(_PUNCTUATION.finditer(self._text, start, at))):
            inside = any(q.start < match.end() - 1 < q.end - 1 for q in quotes)
            term = any(not q.speech and q.end == match.end() for q in quotes)
            if not inside and not term:
                return match.end()
        return start

    def _subject(self, cue: re.Match[str], clause: int, start: int) -> tuple[str, bool, int] | None:
        """Return speaker, whether a person, and where the reporting clause begins."""
        text = self._text
        if cue["learned"]:
            return self._learned(cue, clause)
        mention = self._mention_before(clause, cue.start(), cue.group())
        if mention:
            return mention.name, True, clause
        phrase = text[clause : cue.start()]
        core = report_words.ADVERBIAL.sub("", report_words.LEAD.sub("", phrase))
        core = report_words.WHO_CAME.sub("", core)
        if not core:
            return self._carried(clause, start, cue, phrase)
        return self._phrase_subject(core, clause, start)

    def _learned(self, cue: re.Match[str], clause: int) -> tuple[str, bool, int] | None:
        match = report_words.LEARNED.search(self._text, clause, cue.end())
        if not match:
            return None
        source = match["source"]
        if source == "会" or source.endswith(lexicon.words("meeting_nouns")):
            return BODY_SPEAKER, False, clause
        # 记者从某局获悉，…会将于…举行 tells of a meeting; nobody is quoted.
        told = _TOLD_MEETING.match(self._text, cue.end(), cue.end() + 80)
        return None if told else (source, False, clause)

    def _mention_before(self, clause: int, cue_start: int, cue: str) -> Mention | None:
        for mention in reversed(self._people.within(clause, cue_start)):
            rest = self._text[mention.end : cue_start]
            led = self._text[max(clause, mention.start - 1) : mention.start]
            before = report_words.LEAD.sub("", self._text[clause : mention.start])
            if len(cue) == 1 and not report_words.ADVERBIAL.fullmatch(rest):
                continue
            if (
                "、" not in rest
                and len(rest) <= 45
                and led not in ("对", "向", "被", "让", "给")
                and not report_words.AS_OBJECT.search(before)
            ):
                return mention
        return None

    def _carried(self, clause: int, start: int, cue: re.Match[str], phrase: str) -> tuple[str, bool, int] | None:
        """Return the subject of the sentence for a clause that has none of its own (…发表讲话，表示对…)."""
        joined = _JOINED.match(phrase)
        sentence = max(max(self._text.rfind(mark, start, clause) for mark in "。！？") + 1, start)
        inner = cue.group() in report_words.INNER_CUES and self._reported >= sentence
        if not joined and (inner or self._text[clause - 1 : clause] not in ("，", ",", "”")):
            return None
        if joined and self._reported >= sentence and self._last_body and not self._reporting:
            return self._last_body, False, clause
        for mention in self._people.within(sentence, clause):
            if mention.start == sentence or self._text[mention.start - 1] in "，,。 \n":
                return mention.name, True, clause
        # 某国政府发布公告，宣布…: the body in the clause before.
        opening = self._text[sentence:clause].rstrip("，,")
        core = report_words.ADVERBIAL.sub("", report_words.LEAD.sub("", opening))
        return self._group(core, clause) if core and core != opening else None

    def _phrase_subject(self, core: str, clause: int, start: int) -> tuple[str, bool, int] | None:
        if report_words.PRONOUN.match(core):
            name = self._antecedent(clause)
            return (name, True, clause) if name else None
        this_body = report_words.THIS_BODY.match(core)
        if this_body:
            return self._body_before(this_body["noun"], clause, start) or core, False, clause
        if core in report_words.PAPERS and self._last_body:
            return self._last_body, False, clause
        if (core.startswith("会议") and len(core) <= 4) or report_words.BODY_NOUN.search(core):
            return BODY_SPEAKER, False, clause
        if self._punctuated and (names.looks_like_name(core) or names.looks_foreign(core)):
            at = self._text.index(core, clause)
            self._people.add(core, (at, at + len(core)), ())
            return core, True, clause
        tail = core.rpartition("的")[2]
        if self._punctuated and tail != core and names.looks_like_name(tail):  # 代行总统职权的某某
            return self._phrase_subject(tail, clause, start)
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
        match = report_words.name_and_title().match(core)
        # Inside a report 某某主席指出 is a citation, not a new speaker.
        if self._reporting or not match or not names.has_name_form(match["name"]):
            return None
        _, positions = parse_positions(match["title"])
        at = self._text.index(core, clause)
        self._people.add(match["name"], (at, at + len(match["name"])), positions)
        return match["name"], True, clause

    def _group(self, core: str, clause: int) -> tuple[str, bool, int] | None:
        if (
            not 2 <= len(core) <= 30
            or report_words.NO_SPEAKER.search(core)
            or (len(core) > 20 and _TERMS.search(core))
            or _ACTS_HERE.search(core)
        ):
            return None
        known = core.endswith(lexicon.words("group_nouns")) or _ends_in_body(core)
        return (core, False, clause) if known else None


def _ends_in_body(core: str) -> bool:
    """Whether the last word is the name of a place or body."""
    ends = (core[at:] for at in range(len(core)))
    return any(tokens.tag(end) in _BODY_TAGS for end in ends) and tokens.tag(tokens.words(core)[-1]) in _BODY_TAGS


def _inside(at: int, quotes: list[Quote]) -> bool:
    return any(quote.start < at < quote.end - 1 for quote in quotes)

"""Reporting clauses: where somebody is said to say something (龚正表示，), and who that is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from huiyao.extract import carried, cues, foreign_names, names, report_subjects, report_words, surnamed, tokens
from huiyao.extract.people import People
from huiyao.extract.positions import parse_positions
from huiyao.extract.report import Report
from huiyao.extract.sentences import Quote
from huiyao.schema.records import BODY_SPEAKER

_MARKS = "。！？!?；;，,：:\n”"
_LAST_MARK = re.compile(f"[{_MARKS}](?![{_MARKS}])")
# 与会人员纷纷表示受益匪浅: many who say one thing are reported without a pause, whoever spoke before.
_ALL_SAY = re.compile("(?:一致|纷纷|普遍)(?:表示|认为|提出|建议|反映)")
_MANY = re.compile("(?:代表|委员|人员|专家|学者|人士|群众|嘉宾|家长|干部|师生|[员者们])$")
# What words for persons by their work or kind end in: 护河人, 专干, 养蜂户.
_DOES_WORK = frozenset("人员手师者友客干户匠商农贩嫂")
_ENDS_BODY = frozenset("局处部委院署厅办会司科站所队社")
_JOINED = re.compile(r"[，,、]?(?:并|还|也)")


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
        self._clauses: list[int] | None = None
        self._reported = -1
        self._punctuated = False
        self._speaking = ""
        self._reporting_person = False
        self._jointly = False
        self._own_subject = True

    def find(self, start: int, end: int, quotes: list[Quote]) -> Iterator[Report]:
        """Yield the reporting clauses of the paragraph in order; cues inside quotations and 《》 do not count."""
        busy = start
        self._quotes, self._clauses = quotes, None
        self._reporting = self._reporting_person = False
        titled = self._text.find("《", start, end) >= 0
        for cue in cues.find_cues(self._text, start, end):
            at = cue.start()
            if (
                at < busy
                or (quotes and _inside(at, quotes))
                or (titled and report_words.in_title(self._text, at, start))
            ):
                continue
            report = self._report(cue, start, end, quotes)
            if report:
                busy = report.content
                self._reported = report.content
                self._reporting = report.named or report.speaker == BODY_SPEAKER or self._jointly
                self._speaking, self._reporting_person = report.speaker, report.named
                yield report

    def _report(self, cue: re.Match[str], start: int, end: int, quotes: list[Quote]) -> Report | None:
        word = cues.word_of(cue)
        if report_words.is_noun(word, self._text, cue.start()) or report_words.is_unsaid(word, self._text, cue.start()):
            return None
        bare = self._text[cue.end()] in "，,：:。" if cue.end() < end else False
        if not (bare or report_words.speaks(self._text, cue)):
            return None
        clause = self._clause_start(cue.start(), start, end)
        before = next((q for q in quotes if q.speech and q.end == clause), None) if quotes else None
        content = self._content_start(cue, end, before)
        if content is None:
            return None
        self._punctuated = bare
        subject = self._subject(cue, clause, start)
        if subject is None:
            return None
        speaker, named, left = subject
        if self._is_cited(clause, speaker):
            return None
        if not bare and not (self._may_be_bare(cue, speaker, named) and self._may_follow(cue, speaker, left, start)):
            return None
        if named:
            self._last_person = speaker
        elif speaker != BODY_SPEAKER:
            self._last_body = speaker
        opened = self._text[content : content + 1] in ("“", "「")
        if not named and self._text[cue.end()] in "：:":
            before = None  # “…”医生提醒：… tells of what follows; who was quoted before is another
        return Report(speaker, named, word, left, content, opened, before)

    def _may_be_bare(self, cue: re.Match[str], speaker: str, named: bool) -> bool:
        word, behind = cues.word_of(cue), self._text[cue.end() : cue.end() + 1]
        if behind == "“":
            return any(quote.speech and quote.start == cue.end() for quote in self._quotes)
        opens = word == "宣布" and report_words.FORMAL_OPENING.match(self._text, cue.end())
        if opens or behind == "《" or (word == "称" and behind in "为之号呼赞作"):
            return False
        if word in ("决定", "同意") and (
            self._reporting or not self._own_subject or not report_words.decides(self._text, cue.start())
        ):
            return False  # 会议经表决，决定任命… tells of a deed, and what the meeting said goes on
        if word == "提出" and not (named and report_words.WANTS.match(self._text, cue.end())):
            return False
        if word == "承诺" and self._text[cue.start() - 1] not in "，,并":
            return False  # 招商承诺不兑现 is no report
        if word == "批评" and report_words.BLAMES.match(self._text, cue.end()):
            return False
        if word.endswith("说") and len(word) > 1:
            return named  # 补充说高校可以培养人才
        if word == "说":
            return report_words.SAYS_ON.match(self._text, cue.start()) is not None
        known = (
            named
            or self._jointly
            or self._all_say(cue, speaker)
            or speaker == BODY_SPEAKER
            or word in report_words.OF_BODIES
        )
        return known and word in report_words.BARE_CUES and behind not in "的了过着会"

    def _all_say(self, cue: re.Match[str], speaker: str) -> bool:
        return _ALL_SAY.match(self._text, cue.start() - 2) is not None and _MANY.search(speaker) is not None

    def _is_cited(self, clause: int, speaker: str) -> bool:
        """Whether the words are cited by who is speaking: at the head of what is said, or those of an authority."""
        if not self._reporting or speaker == self._speaking:
            return False
        first = self._reporting_person and clause == self._reported and self._own_subject
        return first or report_subjects.is_authority(self._text, self._people, clause, speaker)

    def _may_follow(self, cue: re.Match[str], speaker: str, left: int, start: int) -> bool:
        """Whether a clause without punctuation behind its cue ends what another is saying: only from a sentence's head.

        Within what somebody says, 2016年，某某主席与各方宣布建立… tells of a deed.
        """
        if self._reporting_person and speaker.endswith("方") and self._own_subject:
            return False  # 中方呼吁… within the words of one of its leaders
        if self._all_say(cue, speaker):
            return True
        if not (self._reporting and self._own_subject) or speaker == self._speaking or self._text[left - 1] in "；;":
            return True
        sentence = max(max(self._text.rfind(mark, start, left) for mark in "。！？”") + 1, start)
        return bool(report_words.SCENE.fullmatch(self._text, sentence, left))

    def _content_start(self, cue: re.Match[str], end: int, before: Quote | None) -> int | None:
        text, at = self._text, cue.end()
        if cue["cue"] in ("表示", "表达") and report_words.ACTS.match(text, at):
            return None
        if cue["listing"] and text[at] == "。":
            listed = report_words.LISTED.match(text, at)
            return min(at + 1, end) if listed else None
        if at < end and text[at] in "道到" and text[at + 1 : at + 2] in tuple("，,：:。“"):
            at += 1
        if at >= end or text[at] in "。！" or (text[at] == "，" and at + 1 >= end):
            return at if before else None
        if text[at] in "，,：:":
            return at + 1
        return at

    def _clause_start(self, at: int, start: int, end: int) -> int:
        """Return where the clause begins: behind the last punctuation before `at` that is in no term or bracket."""
        if self._clauses is None:
            self._clauses = self._clause_starts(start, end)
        place = bisect_right(self._clauses, at)
        return self._clauses[place - 1] if place else start

    def _clause_starts(self, start: int, end: int) -> list[int]:
        """Return where the clauses of the paragraph begin, in order, all but the first; none begins inside 《》."""
        titled = self._text.find("《", start, end) >= 0
        places = [
            match.end() for match in _LAST_MARK.finditer(self._text, start, end)
            if not (titled and report_words.in_title(self._text, match.start(), start))
        ]  # fmt: skip
        if not self._quotes:
            return places
        terms = {quote.end for quote in self._quotes if not quote.speech}
        return [place for place in places if place not in terms and not _inside(place - 1, self._quotes)]

    def _subject(self, cue: re.Match[str], clause: int, start: int) -> tuple[str, bool, int] | None:
        """Return speaker, whether a person, and where the reporting clause begins."""
        text = self._text
        self._jointly, self._own_subject = False, True
        if cue["learned"]:
            return report_subjects.learned_from(text, cue, clause)
        mention = report_subjects.mention_before(text, self._people, clause, cue)
        if mention:
            joint = report_subjects.joint_speakers(text, self._people, clause, mention)
            self._jointly = joint is not None
            return (joint, False, clause) if joint else (mention.name, True, clause)
        phrase = text[clause : cue.start()]
        told = report_words.without_lead(phrase)
        writing = report_words.WRITING.fullmatch(told)
        if writing:
            author = report_subjects.author_of(text, self._people, writing[1], clause)
            return (author, True, clause) if author else None
        core = report_words.without_adverbial(told)
        if cue["seen"]:  # 在某某看来，
            core = core.removeprefix("在")
        core = report_words.WHO_CAME.sub("", core) if "的" in core else core
        if not core:
            return self._carried(clause, start, cue, phrase)
        return self._phrase_subject(core, clause, start)

    def _carried(self, clause: int, start: int, cue: re.Match[str], phrase: str) -> tuple[str, bool, int] | None:
        """Return the subject of the sentence for a clause that has none of its own (…发表讲话，表示对…)."""
        self._own_subject = False
        joined = _JOINED.match(phrase)
        sentence = max(max(self._text.rfind(mark, start, clause) for mark in "。！？") + 1, start)
        if of_part := carried.of_part(self._text, self._people, sentence, clause, self._reported):
            return of_part
        inner = cues.word_of(cue) in report_words.INNER_CUES and self._reported >= sentence
        inner = inner and not any(quote.speech and quote.end == clause - 1 for quote in self._quotes)  # “…”，呼吁…
        if clause == sentence and carried.goes_on_with_body(self._text, phrase, sentence):
            return BODY_SPEAKER, False, clause
        if not joined and (inner or self._text[clause - 1 : clause] not in ("，", ",", "；", ";", "”")):
            return None
        if joined and self._reported >= sentence and self._last_body and not self._reporting:
            return self._last_body, False, clause
        return carried.of_sentence(self._text, self._people, (start, sentence, clause), phrase)

    def _phrase_subject(self, core: str, clause: int, start: int) -> tuple[str, bool, int] | None:
        if report_words.PRONOUN.match(core):
            self._own_subject = False
            if called := report_subjects.called_before(self._text, self._people, clause):
                return called, False, clause
            name = report_subjects.antecedent(self._text, self._people, clause) or self._last_person
            return (name, True, clause) if name else None
        this_body = report_words.THIS_BODY.match(core)
        if this_body:
            return self._body_before(this_body["noun"], clause, start) or core, False, clause
        if core in report_words.PAPERS and self._last_body:
            return self._last_body, False, clause
        if (core.startswith("会议") and len(core) <= 4) or report_words.BODY_NOUN.search(core):
            return BODY_SPEAKER, False, clause
        if self._punctuated and (name := self._named_here(core, clause)):
            return name, True, clause
        tail = core.rpartition("的")[2]
        if tail != core and names.looks_like_name(tail):  # 代行总统职权的某某
            name = self._named_here(tail, clause)
            return name or tail, name is not None, clause
        if named := self._named_with_title(core, clause) or self._named_behind_work(core, clause):
            return named
        if called := surnamed.at_end(core):
            return called, False, clause
        return (core, False, clause) if report_subjects.is_group(core) else None

    def _named_here(self, core: str, clause: int) -> str | None:
        """Return the person that a whole subject names without any title, known from now on; in full where it can be."""
        if surnamed.is_surnamed(core):
            return None
        at = self._text.index(core, clause)
        if 2 <= len(core) <= 8 and not tokens.is_common_word(core):
            name = report_subjects.in_full(self._text, self._people, core, at)
            if name != core:
                return name
        if not (names.looks_like_name(core) or foreign_names.looks_foreign(core)):
            return None
        self._people.add(core, (at, at + len(core)), ())
        return core

    def _body_before(self, noun: str, clause: int, start: int) -> str | None:
        known = self._last_body if self._last_body and self._last_body.endswith(noun) else None
        return report_subjects.body_before(self._text, noun, clause, start) or known

    def _named_behind_work(self, core: str, clause: int) -> tuple[str, bool, int] | None:
        """Return the person behind what they do, in words that no list of titles holds: 村里的护河人林小田."""
        work, name = core[:-3], core[-3:]
        if not (len(work) > 1 and work[-1] in _DOES_WORK and names.looks_like_name(name)) or name[-1] in _ENDS_BODY:
            return None
        at = self._text.index(core, clause) + len(work)
        self._people.add(name, (at, at + 3), ())
        return name, True, clause

    def _named_with_title(self, core: str, clause: int) -> tuple[str, bool, int] | None:
        match = report_words.name_and_title().match(core)
        # Inside a report 某某主席指出 is a citation, not a new speaker.
        if not match or not names.has_name_form(match["name"]):
            return None
        if self._reporting and match["title"] in report_subjects.OF_STATE:
            return None
        _, positions = parse_positions(match["title"])
        at = self._text.index(core, clause)
        self._people.add(match["name"], (at, at + len(match["name"])), positions)
        return match["name"], True, clause


def _inside(at: int, quotes: list[Quote]) -> bool:
    return any(quote.start < at < quote.end - 1 for quote in quotes)

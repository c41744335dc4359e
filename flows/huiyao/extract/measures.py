"""Measures: actions of policy or programme, inside statements and in what the article itself reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from huiyao import lexicon
from huiyao.extract import (
    actions,
    clause_model,
    decrees,
    deeds,
    details,
    modals,
    patients,
    phrases,
    policy,
    subjects,
    times,
    verbs,
)
from huiyao.extract.action import Action, verb_place
from huiyao.extract.clause_leads import lead_ends, parts
from huiyao.extract.confidence import confidence
from huiyao.extract.outcomes import comes_of_itself, is_aim_of_demand, is_spoken_about, is_topic
from huiyao.extract.purposes import continues_purpose, object_end, opens_purpose
from huiyao.extract.sentences import Span, clauses, sentences
from huiyao.extract.unlisted import taken_whole
from huiyao.extract.voice import Voice
from huiyao.schema.records import Measure

Status = Literal["done", "planned", "proposed"]

_ORDERS = frozenset(("要", "还要", "也要", "必须", "务必"))
# Verbs whose object is somebody who is to act.
_ADDRESS = ("希望", "要求", "建议", "呼吁", "敦促", "勉励", "号召", "鼓励", "主张", "期待")
_SUGGESTS = frozenset(("建议", "呼吁", "希望", "主张", "提出", "敦促"))
# Forms of what is to be reached, whose verb no list holds.
_AIMED = ("effort", "patient")
# A clause can be divided where one of these stands.
_DIVIDES = re.compile(r"[、并]")
# Logits, in hundredths, below which a clause is not read by any rule, and above which it is a measure though no rule
# reads it: shares of about 5 and 79 in a hundred. Chosen on articles that neither rules nor model had seen, for nine
# right measures in ten.
_UNLIKELY, _LIKELY = -300, 130
# A clause beyond any real length is a list that lost its punctuation.
_LONGEST_LIKELY = 60


def find_measures(
    text: str, start: int, end: int, voice: Voice, anchor: str | None, meeting: str | None = None
) -> Iterator[Measure]:
    """Yield the measures in a passage of one voice, in order of the text.

    `anchor` is the article's date (EDTF), `meeting` the name of the meeting that the article is about.
    """
    default: Status | None = "planned" if voice.has_power and not voice.narrative and not voice.at_press else None
    if voice.cue == "希望":
        default = "proposed"
    suggests = voice.cue in ("建议", "呼吁", "倡议") or (voice.cue in _SUGGESTS and not voice.has_power)
    suggests |= text.endswith(("建议：", "建议:"), 0, start) and not voice.narrative
    announced: Status | None = "done" if voice.cue == "宣布" else None
    told_policy = lists = False
    for place, span in enumerate(sentences(text, start, end)):
        lists = decrees.goes_on_listing(text, span, lists)
        goes_on = place == 0 or text.startswith(("同时", "此外", "另外", "还"), span[0])
        status = "proposed" if suggests and goes_on else default or announced
        sentence = _Sentence(text, span, voice, status, begins=start, after_policy=told_policy, decreed=lists)
        lists = lists or decrees.opens_list(text, *span)
        for action, status, lead in sentence.actions():
            told_policy = True
            yield _measure(text, action, status, voice, anchor, lead, meeting)


class _Sentence:
    """The actions of one sentence: what one clause fixes (将, 已, 建议, the subject) holds for those behind it."""

    __slots__ = (
        "_about_such", "_carried", "_decreed_from", "_default", "_divides", "_follows", "_narrative", "_policy", "_serves", "_span", "_start", "_text", "_voice", "_waiting",
    )  # fmt: skip

    def __init__(
        self,
        text: str,
        span: Span,
        voice: Voice,
        default: Status | None,
        *,
        begins: int,
        after_policy: bool,
        decreed: bool,
    ) -> None:
        """Read the sentence `span` of a passage that begins at `begins`.

        `after_policy` that policy was told before, `decreed` that it is an item of a list of what is ordered.
        """
        self._text, self._span, self._voice, self._default = text, span, voice, default
        self._start, self._narrative = begins, voice.narrative
        told = self._narrative and not decreed
        self._decreed_from = span[0] if decreed else decrees.speaks_from(text, *span) if told else None
        self._policy = voice.formal_only and self._is_policy(after_policy)
        self._carried: Status | None = None
        self._follows = self._about_such = self._serves = False
        self._waiting: int | None = None
        self._divides = _DIVIDES.search(text, *span) is not None

    def actions(self) -> Iterator[tuple[Action, Status, int]]:
        """Yield each action with its status and where its clause begins."""
        if self._holds_nothing_formal() or policy.tells_no_policy(self._text, *self._span, self._voice.persons):
            return
        self._carried = times.status(self._text[slice(*self._span)][:30])
        logits = clause_model.logits(self._text, self._span)
        for clause in self._clauses():
            if logits[clause] < _UNLIKELY:
                continue
            found = list(self._of_clause(clause))
            if not found and logits[clause] > _LIKELY and clause[1] - clause[0] <= _LONGEST_LIKELY:
                found = [self._likely(clause)]
            yield from found

    def _of_clause(self, whole: Span) -> Iterator[tuple[Action, Status, int]]:
        """Yield what the rules read in a clause."""
        for clause in self._parts(whole):
            self._hear_decree(clause[0])
            ends = lead_ends(self._text, *clause)
            self._serves = (continues_purpose if self._serves else opens_purpose)(
                self._text, clause, ends[0], self._span[1]
            )
            if self._serves and not self._follows:
                continue
            such = not self._narrative and phrases.is_such(self._text, *clause)
            adverbial = such or phrases.is_adverbial(self._text, ends[0], clause[1])
            found = None if such else self._action(clause, ends, adverbial)
            self._about_such = such
            if found is None:
                opens = adverbial or (not self._narrative and patients.is_thing(self._text, *clause))
                self._waiting = phrases.scene_start(self._text, clause, ends[0], self._waiting) if opens else None
                continue
            action, status = found
            action = action._replace(end=object_end(self._text, action.end, self._span[1]))
            if self._waiting is not None and action.actor is None:
                action = action._replace(start=self._waiting)
            yield action, status, clause[0]
            self._waiting = None

    def _likely(self, clause: Span) -> tuple[Action, Status, int]:
        """Return the action of a clause that no rule reads and the model takes for one."""
        action = taken_whole(self._text, *clause)
        status = self._status(action, None) or ("done" if self._narrative else "planned")
        self._follows, self._waiting = True, None
        return action, status, clause[0]

    def _hear_decree(self, at: int) -> None:
        """From where a paper speaks on, what it says is ordered, though the article tells it."""
        if self._decreed_from is not None and at >= self._decreed_from and self._voice.narrative:
            self._narrative, self._carried, self._decreed_from = False, "planned", None

    def _holds_nothing_formal(self) -> bool:
        """Whether nothing in the sentence can count, so that its clauses need not be read."""
        formal_only = self._narrative and self._voice.formal_only
        return (
            self._decreed_from is None
            and formal_only
            and not self._policy
            and not policy.holds_formal(self._text, *self._span)
        )

    def _clauses(self) -> Iterable[Span]:
        text, span = self._text, self._span
        whole = clauses(text, *span)
        if text.find("就", *span) >= 0:
            whole = (each for each in whole if not is_spoken_about(text, *each, span[0]))
        return whole

    def _parts(self, clause: Span) -> list[Span]:
        return parts(self._text, *clause) if self._divides else [clause]

    def _action(self, clause: Span, ends: list[int], adverbial: bool) -> tuple[Action, Status] | None:
        text = self._text
        start, end = clause
        if adverbial and (phrases.is_about_whom(text, ends[0], end) or self._is_followed(clause)):
            return None
        found = self._read(clause, ends)
        here = self._told_when(start, verb_place(text, found) if found else None, end)
        if (found is None and here is None) or is_topic(text, end):
            return None
        if here:
            self._carried = here
        if found is None:
            return None
        if not here and found.plain and found.actor and not self._carried and not self._is_addressed(clause, ends[0]):
            self._carried = None if policy.is_stance(text, start, found) else "done"
        if not here and start == self._span[0] and is_aim_of_demand(text, end):
            return None
        if not (here or self._carried) and comes_of_itself(text, self._span[0], start, found.verb):
            return None
        status = self._status(found, here)
        if status is None or not self._counts(found, status):
            return None
        self._follows = True
        return found, status

    def _read(self, clause: Span, ends: list[int]) -> Action | None:
        """Read the action of a clause, by whoever the clause before it names or asks to act where no other is found."""
        text, (start, end) = self._text, clause
        found = actions.read(text, start, end, self._follows, ends, spoken=not self._narrative)
        if found is None and self._about_such:
            found = patients.follows_from(text, start, end)
        if found is None and self._is_addressed(clause, ends[0]):
            found = subjects.behind_addressee(text, ends[0], end)
        return found

    def _told_when(self, start: int, verb: int | None, end: int) -> Status | None:
        """Return the status that a modal before the verb gives, or a time to come."""
        here = self._modal(start, end if verb is None else verb)
        until = verb if verb is not None else times.only_time(self._text, start, end)
        return here or times.of_clause(self._text, start, until, told=self._narrative)

    def _is_addressed(self, clause: Span, at: int) -> bool:
        """Whether the clause begins with whom the speaker asks to act: behind the cue 希望, or the word itself."""
        if at == clause[0]:
            return at == self._start and self._voice.cue in _ADDRESS
        return self._text.endswith(_ADDRESS, clause[0], at)

    def _status(self, found: Action, here: Status | None) -> Status | None:
        """Return the status of an action; `here` is what the words before its verb give."""
        if found.done or (self._narrative and found.verb in policy.ACCOMPLISHED and not here):
            return "done"
        status = self._carried or self._default
        if status:
            return status
        if found.verb in policy.ENFORCES or (found.listed and (self._voice.at_press or self._policy)):
            return "done"
        counted = self._narrative and found.listed and details.quantities(self._text[found.start : found.end])
        return "done" if counted else None

    def _is_followed(self, clause: Span) -> bool:
        """Whether the next clause has an action that a scene-setting phrase can go with."""
        text = self._text
        if text[clause[1] : clause[1] + 1] not in ("，", ","):
            return False
        following = next(clauses(text, clause[1] + 1, self._span[1]), None)
        return following is not None and actions.read(text, *following, True) is not None

    def _counts(self, found: Action, status: Status) -> bool:
        if status == "done" and (found.verb in deeds.OUTCOMES or (self._narrative and found.verb in deeds.STATES)):
            return False
        if not self._narrative:
            return True
        verb = found.verb
        if verb in deeds.AGENDA and status == "done":
            return False
        if self._voice.formal_only:
            formal = verb in policy.ACCOMPLISHED and status == "done"
            return formal or verb in policy.ENFORCES or (found.listed and self._policy)
        told = status == "planned" or self._follows
        listed = found.listed or (found.form in _AIMED and status == "planned")
        return (listed and told) or found.form == "issued" or verb in deeds.DEEDS or verb in policy.ACCOMPLISHED

    def _is_policy(self, after_policy: bool) -> bool:
        """Whether the sentence tells what a government or public body does, and not of war or sport."""
        public = policy.is_public(self._text, *self._span) or (after_policy and self._has_no_subject())
        return public and not policy.is_other_news(self._text, *self._span)

    def _has_no_subject(self) -> bool:
        """Whether the sentence opens with an action: its subject is that of the sentence before."""
        following = next(clauses(self._text, *self._span), None)
        found = following and actions.read(self._text, *following, False)
        return bool(found and following and found.listed and found.actor is None)

    def _modal(self, start: int, end: int) -> Status | None:
        """Return the status that the words before the verb give; 要 orders only where the voice has the power to."""
        if not modals.sets_status(self._text, start, end):
            return None
        status: Status | None = None
        for modal in modals.within(self._text, start, end):
            kind = lexicon.kinds("modals")[modal]
            if modal in _ORDERS and (not self._voice.has_power or self._voice.cue == "希望"):
                kind = "proposed"
            status = "done" if kind == "done" else "proposed" if kind == "proposed" else "planned"
        return status or ("planned" if self._voice.has_power else "proposed")


def _measure(
    text: str, action: Action, status: Status, voice: Voice, anchor: str | None, lead: int, meeting: str | None
) -> Measure:
    clause = text[action.start : action.end]
    rule = f"{action.form}, {voice.kind}"
    behind = text.find(action.verb, action.start, action.end) + len(action.verb)
    behind = verbs.joined_verb_end(text, behind, action.end)
    return Measure(
        text=clause, start=action.start, end=action.end, status=status, by=voice.by, named=voice.named,
        evidence=details.whole_sentence(text, action.start, action.end), action=action.verb, object=text[behind : action.end].lstrip("了过着") or None,
        actor=subjects.acting(action.actor), topic=details.topic(clause), named_programmes=details.programmes(clause),
        quantities=details.quantities(clause), deadline=details.deadline(text[lead : action.end], anchor),
        meeting=meeting, rule=rule, confidence=confidence("measures", rule),
    )  # fmt: skip

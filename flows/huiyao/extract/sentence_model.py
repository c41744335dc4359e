"""How likely a sentence behind a statement is the reporter's own again: a logistic regression over its characters.

Rules know by which openings a reporter takes over. The model knows what reporters' sentences are made of beside those
of speeches, and how long whom they let speak. It only ends statements, inside a paragraph: where the rules see an end,
and at the head of a paragraph, it is not asked.
`sentence_weights.tsv` holds what it learned from annotated articles (see `huiyao.extract.weights`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from operator import add

from huiyao.extract.people import Mention
from huiyao.extract.report import Report
from huiyao.extract.sentences import Span
from huiyao.extract.weights import Features, Weights
from huiyao.schema.records import BODY_SPEAKER

WEIGHTS = Weights("sentence_weights.tsv")

# Each holds one value; besides, pairs of characters count, and the characters of the first clause.
_SLOTS = (
    "voice", "cue", "press", "so far", "length", "quoted", "first", "first two", "first three", "first four", "last",
    "last two", "before: stop", "before: first two", "before: last two", "named",
)  # fmt: skip
_FIRST_CLAUSE = re.compile("[^，,：:；;。！？\n]*")
_EDGES = "“”「」 \n。！？；"
_MOST_BEFORE = 6
# Characters in which so many sentences stand; the whole of a statement without end is not gone over for each of its own.
_FAR = 1000
_LONGEST = 8


def features(text: str, sentence: Span, report: Report, mentions: Sequence[Mention], *, at_press: bool) -> Features:
    """Return what the model looks at in a sentence.

    It follows what `report` reports, in the same paragraph; `mentions` are the persons named in it, `at_press` says that
    the article tells of a press conference.
    """
    start, end = sentence
    words = text[start:end].strip(_EDGES)
    first = _FIRST_CLAUSE.match(words)
    clause = first.group() if first else ""
    voice = "person" if report.named else "meeting" if report.speaker == BODY_SPEAKER else "group"
    so_far = str(min(text.count("。", max(report.content, start - _FAR), start), _MOST_BEFORE))
    before = text[max(0, start - 60) : start].rstrip()
    last = re.split("[。！？\n]", before.rstrip(_EDGES))[-1]
    values = (
        voice, report.cue[:2], str(at_press), so_far,
        str(min((end - start) // 10, _LONGEST)), str(text[start] in "“「"), words[:1], words[:2], words[:3], words[:4],
        words[-1:], words[-2:], before[-1:], last[:2], last[-2:], _named(mentions, report, start),
    )  # fmt: skip
    many: dict[str, Collection[str]] = {
        "pair": set(map(add, words, words[1:])),
        "first clause: character": set(clause),
        "first clause: pair": set(map(add, clause, clause[1:])),
    }
    return Features(_SLOTS, values, many)


def _named(mentions: Sequence[Mention], report: Report, start: int) -> str:
    """Return who is named: nobody, whoever is reported, somebody else at the head of the sentence or within."""
    if not mentions:
        return "nobody"
    if any(mention.name == report.speaker for mention in mentions):
        return "speaker"
    return "at the head" if mentions[0].start - start <= 1 else "within"

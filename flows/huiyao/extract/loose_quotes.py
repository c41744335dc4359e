"""Speech without any reporting verb: a quotation belongs to who stands beside it, or to whom the text just told of."""

from __future__ import annotations

import re

from huiyao.extract import names, surnamed
from huiyao.extract.people import Mention, People
from huiyao.extract.report_subjects import antecedent
from huiyao.extract.sentences import Quote, Span, trim
from huiyao.schema.records import Statement

# 谈到营商环境，周大山…; 躺在病床上的林阿土….
_DESCRIBED = re.compile(r"(?:[^，,。；：“”的]+[，,]){0,3}[^，,。；：“”]+[，,的]")


# 她把茶油浇在米饭上，“…”; “…”说完她自己先笑了。
_PRONOUN_LEADS = re.compile(r"(?:(?<=[。！？\n，,前后中上])|(?<=^))[他她](?![们的])[^“”]*$")
_PRONOUN_BEHIND = re.compile(r"(?:说完|说着|说罢|说这话时|话音刚落)?[，,]?[他她](?![们的])[^，,。：“”]{2,20}[，,。]")


def told(
    text: str, people: People, paragraph: Span, quoted: list[Quote], found: list[Statement], said: int
) -> list[Statement]:
    """Return speech in a paragraph that no statement `found` there covers: “…”某某接过话筒，and 某某拿出图纸：“…”.

    `said` is where the last statement of the paragraphs before ended.
    """
    free = [
        quote for quote in quoted
        if quote.speech and not any(each.start < quote.end and quote.start < each.end for each in found)
    ]  # fmt: skip
    said = max((each.end for each in found), default=said)
    found = []
    for quote in free:
        called = surnamed.beside().match(text, quote.end, paragraph[1])
        if called and not mention_behind(people, quote, paragraph[1]):
            found.append(_quotation(text, quote, called["called"], named=False))
        elif name := _beside(text, people, quote, paragraph) or _told_before(text, people, quote, said):
            found.append(_quotation(text, quote, name, named=True))
    return found


def mention_behind(people: People, quote: Quote, end: int) -> Mention | None:
    """Return the mention, positions included, that begins right behind a quotation."""
    near = people.within(quote.end, min(end, quote.end + 90))
    return next((mention for mention in near if mention.start - quote.end <= 1), None)


def _beside(text: str, people: People, quote: Quote, paragraph: Span) -> str | None:
    """Return who stands in the clause that leads up to the quotation, else who begins the one behind it."""
    start, end = paragraph
    if text[quote.start - 1 : quote.start] in ("：", ":", "，", ","):
        sentence = max(max(text.rfind(mark, start, quote.start) for mark in "。！？”") + 1, start)
        before = people.within(sentence, quote.start)
        if before:
            return before[-1].name
        if _PRONOUN_LEADS.search(text, sentence, quote.start):
            return antecedent(text, people, sentence)
        return _newcomer(text, people, sentence, quote.start)
    if _PRONOUN_BEHIND.match(text, quote.end, end):
        return antecedent(text, people, quote.start)
    behind = mention_behind(people, quote, end) or _described_behind(text, people, quote, end)
    return behind.name if behind else None


def _described_behind(text: str, people: People, quote: Quote, end: int) -> Mention | None:
    """Return the mention that a description introduces right behind a quotation (“…”靠在船边的大副林阿土说)."""
    near = people.within(quote.end, min(end, quote.end + 60))
    lead = text[quote.end : near[0].start] if near else ""
    return near[0] if 2 <= len(lead) <= 36 and _DESCRIBED.fullmatch(lead) else None


# “…”听到这个消息，林阿土笑了: what moves somebody to what was said just before.
_MOVED = re.compile(r"[听说谈提看望指想][^，,。“”]{1,12}[，,]")


def moved_behind(text: str, people: People, quote: Quote) -> Mention | None:
    """Return the mention behind a quotation and what moves the speaker to it."""
    lead = _MOVED.match(text, quote.end)
    near = people.within(lead.end(), lead.end() + 40) if lead else []
    return near[0] if lead and near and near[0].start == lead.end() else None


def _told_before(text: str, people: People, quote: Quote, said: int) -> str | None:
    """Return the one person of whom the sentence before a quotation tells: 周大山说得直接。“…” and 林阿土上了船。“…”.

    `said` is where the last statement ended: the sentence must be the reporter's own.
    """
    stop = quote.start - (text[quote.start - 1 : quote.start] == "\n")
    if text[stop - 1 : stop] not in ("。", "！") or not _stands_alone(text, people, quote):
        return None
    start = max(text.rfind(mark, max(0, stop - 160), stop - 1) for mark in "。！？”\n") + 1
    known = people.within(start, stop)
    heads = bool(known) and (known[0].start == start or text[known[0].start - 1] in "，的是")
    one = len({mention.name for mention in known}) == 1
    return known[0].name if start >= said and heads and one else None


def _stands_alone(text: str, people: People, quote: Quote) -> bool:
    """Whether nobody is named in the sentence behind a quotation."""
    behind = min(at if (at := text.find(mark, quote.end)) >= 0 else len(text) for mark in "。\n")
    return not people.within(quote.end, behind)


def _newcomer(text: str, people: People, start: int, end: int) -> str | None:
    """Return a name without any title that introduces a quotation: 住5号楼的贺某某不同意：“…”."""
    for match in re.finditer(r"(?:^|的|，)(?=[\u4e00-\u9fff]{2})", text[start:end]):
        at = start + match.end()
        name_end = names.name_at(text, at)
        if name_end and names.looks_like_name(text[at:name_end]):
            people.add(text[at:name_end], (at, name_end), ())
            return text[at:name_end]
    return None


def _quotation(text: str, quote: Quote, name: str, *, named: bool) -> Statement:
    start, end = trim(text, *quote.inner)
    return Statement(name, named, "direct", None, text[start:end], start, end)

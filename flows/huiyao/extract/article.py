"""One article becomes its records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from huiyao import dates, lexicon
from huiyao.extract import half_width, traditional, transcript_heads
from huiyao.extract.measures import find_measures
from huiyao.extract.meetings import MeetingFinder
from huiyao.extract.mentions import locate_mentions
from huiyao.extract.people import People
from huiyao.extract.persons import find_people
from huiyao.extract.report_subjects import speakers_within
from huiyao.extract.roles import find_speakers
from huiyao.extract.rules import with_rule_of_meeting, with_rule_of_speaker, with_rule_of_statement
from huiyao.extract.sentences import Span
from huiyao.extract.statements import StatementFinder
from huiyao.extract.voice import Voice
from huiyao.schema.records import BODY_SPEAKER, Article, Block, Extraction, Measure, Statement

_LONGEST_RUN = 4000
# A digest strings items of their own together under subheads.
_DIGEST = re.compile(r"快讯|简讯|要闻|速览|集锦|一览|短波|速递")


def extract_article(article: Article) -> Extraction:
    """Return the records of one article: the same for the same text and date of publication, on any machine."""
    turned = traditional.simplified(article) if traditional.is_traditional(article.text) else article
    if half_width.is_narrow(turned.text):
        turned = half_width.widened(turned)
    if turned is article:
        return _extract(article)
    return traditional.restored(_extract(turned), article.text, turned.text)


def _extract(article: Article) -> Extraction:
    parts = [_extract_section(section) for section in sections(_in_runs(article))]
    return Extraction(
        meetings=tuple(record for part in parts for record in part.meetings),
        speakers=tuple(record for part in parts for record in part.speakers),
        statements=tuple(record for part in parts for record in part.statements),
        measures=tuple(record for part in parts for record in part.measures),
    )


def sections(article: Article) -> list[Article]:
    """Return the items of a digest (国内联播快讯), each as an article over the same text; else the article itself."""
    if not _DIGEST.search(article.headline or ""):
        return [article]
    items: list[list[Block]] = [[]]
    for block in article.blocks:
        if block.kind == "subhead":
            items.append([replace(block, kind="headline")])
        else:
            items[-1].append(block)
    return [replace(article, blocks=tuple(blocks)) for blocks in items if blocks]


def _in_runs(article: Article) -> Article:
    """Cut paragraphs beyond any real length at their sentence ends, so that the time per character stays bounded."""
    if all(block.end - block.start <= _LONGEST_RUN for block in article.blocks):
        return article
    blocks: list[Block] = []
    for block in article.blocks:
        start = block.start
        while block.end - start > _LONGEST_RUN:
            cut = article.text.rfind("。", start, start + _LONGEST_RUN) + 1 or start + _LONGEST_RUN
            blocks.append(replace(block, start=start, end=cut))
            start = cut
        blocks.append(replace(block, start=start))
    return replace(article, blocks=tuple(blocks))


_DATELINE = re.compile(r"[^。，\n]{0,16}?(?P<day>\d{1,2}月\d{1,2}日)(?:电|讯|消息)")


def _dated(article: Article) -> Article:
    """Let the dateline (本报2月11日讯) be what 今天 means where it is told: news may be published later."""
    first = next(article.blocks_of("body"), None)
    line = _DATELINE.match(article.text, first.start, first.end) if first else None
    found = next(dates.find_dates(line["day"], article.published), None) if line else None
    if found and (dates.parse_day(found.edtf) or not article.published):
        return replace(article, published=found.edtf)
    return article


def _extract_section(article: Article) -> Extraction:
    article = _dated(article)
    body = [(block.start, block.end) for block in article.blocks_of("body")]
    people = named_people(article)
    statements = list(StatementFinder(article.text, people).find(article))
    locate_mentions(article.text, body, people)
    meetings = MeetingFinder(article, people, [(s.start, s.end) for s in statements]).find()
    primary = next((meeting.name for meeting in meetings if meeting.primary), None)
    quoted = _quoted(statements, people)
    speakers = find_speakers(article.text, body, people, quoted, statements)
    measures = _measures(article, body, statements, people, reported=bool(meetings), meeting=primary)
    return Extraction(
        meetings=tuple(with_rule_of_meeting(meeting) for meeting in meetings),
        speakers=tuple(with_rule_of_speaker(speaker, speaker.name in quoted, primary) for speaker in speakers),
        statements=tuple(with_rule_of_statement(statement, primary) for statement in statements),
        measures=tuple(measures),
    )


def named_people(article: Article) -> People:
    """Return the persons whom an article names, and where it mentions them."""
    body = [(block.start, block.end) for block in article.blocks_of("body")]
    people = find_people(article.text, body)
    for start, end, positions in transcript_heads.participants(article):
        people.add(article.text[start:end], (start, end), positions)
    locate_mentions(article.text, body, people)
    return people


def _quoted(statements: list[Statement], people: People) -> set[str]:
    """Return the names of the persons who are quoted, alone or together with others."""
    joint = (name for s in statements if not s.named for name in speakers_within(s.speaker, people))
    return {s.speaker for s in statements if s.named} | set(joint)


def _measures(
    article: Article,
    body: list[Span],
    statements: list[Statement],
    people: People,
    *,
    reported: bool,
    meeting: str | None,
) -> list[Measure]:
    """Return the measures inside statements, and, where the article reports a meeting, those of its own prose."""
    found: list[Measure] = []
    at_press = bool(_PRESS.search(article.text, body[0][0], body[-1][1])) if body else False
    names = tuple(people.persons)
    for statement in statements:
        voice = _voice(statement, people, names, at_press)
        if reported or voice.named or voice.has_power or not _ONLOOKERS.search(statement.speaker):
            found += find_measures(article.text, statement.start, statement.end, voice, article.published, meeting)
    prose = Voice(None, at_press=at_press, formal_only=not reported)
    for start, end in _uncovered(body, [(s.start, s.end) for s in statements]):
        found += find_measures(article.text, start, end, prose, article.published, meeting)
    found.sort(key=lambda measure: measure.start)
    return _once(found)


def _once(measures: list[Measure]) -> list[Measure]:
    """Keep the first of equal measures by the same speaker."""
    first: dict[tuple[str, str | None], Measure] = {}
    for measure in measures:
        first.setdefault((measure.text, measure.by), measure)
    return list(first.values())


def _voice(statement: Statement, people: People, names: tuple[str, ...], at_press: bool) -> Voice:
    """Return whose voice a statement is; what is said `at_press` for a body is told there, the meeting's own left out."""
    if not statement.named:
        body = statement.speaker == BODY_SPEAKER
        joint = any(name in statement.speaker for name in names)
        official = joint or body or bool(_OFFICE.search(statement.speaker) or _RANKS.search(statement.speaker))
        told = at_press and not body
        return Voice(statement.speaker, has_power=official, cue=statement.cue, at_press=told, persons=names)
    person = people.persons.get(statement.speaker)
    kinds = lexicon.kinds("titles")
    positions = person.positions if person else []
    official = not positions or any(
        kinds.get(_noun(position.title)) in ("party", "state")
        and not _FIRM.search(position.organization or "")
        and not _ADVISES.search(f"{position.organization or ''}{position.title}")
        for position in positions
    )
    return Voice(statement.speaker, named=True, has_power=official, cue=statement.cue, persons=names)


# A group that speaks for an office of state: 人力资源社会保障部相关负责人, 省发展改革委.
_OFFICE = re.compile(
    r"(?:部|局|委|厅|署|办|院|政府|海关|法院|总局|办公室|中心|委员会|指挥部|街道|大队|支队|总队|派出所|^[\u4e00-\u9fff]{1,3}方)"
    r"(?:相关|有关|主要)?(?:负责人|负责同志|发言人|人士|部门)?$"
)
# Who pledges to do what was ordered: 与会同志们, 广大党员干部.
_RANKS = re.compile(r"(?:同志们?|干部|官兵|指战员)$")
# 主席 and 代表 are offices of firms as well.
_FIRM = re.compile(r"(?:公司|集团|银行|资本|股份|企业|基金)[^，]{0,4}$")
# Who only debates and advises: a member of a political consultative conference or a people's congress, 委员 for short. A
# member of the Politburo or of a standing committee has the power to decide.
_ADVISES = re.compile(r"^(?:委员|代表)$|政协(?:委员|常委)$|参事$|人大代表$")
# Whose plans are nobody's measures where no meeting is reported.
_ONLOOKERS = re.compile(
    r"(?:媒体|专家|学者|人士|分析|分析师|机构|居民|民众|市民|网友|报道|记者|嘉宾|军|军方|台|智库|团队|者|武装|组织|总统府|外交部|国防部|司令部)$"
)
_PRESS = re.compile(r"发布会|吹风会|记者会|记者招待会|新闻通气会")


def _noun(title: str) -> str:
    """Return the longest title of the lexicon that these words end in."""
    kinds = lexicon.kinds("titles")
    return next((title[at:] for at in range(len(title)) if title[at:] in kinds), "")


def _uncovered(body: list[Span], covered: list[Span]) -> Iterator[Span]:
    """Yield the runs of the body that lie in no statement; both lists are in the order of the text."""
    waiting = iter(sorted(covered))
    span = next(waiting, None)
    for start, end in body:
        at = start
        while span is not None and span[0] < end:
            if span[0] > at:
                yield at, span[0]
            at = max(at, span[1])
            span = next(waiting, None)
        if at < end:
            yield at, end

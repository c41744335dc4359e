"""Subjects beyond the nearest name: persons who speak together, and sentences that go on with whom the last were about."""

from __future__ import annotations

import re

from huiyao import lexicon
from huiyao.extract import cues, foreign_names, names, report_words, surnamed, tokens
from huiyao.extract.people import Mention, People
from huiyao.extract.persons import positions_before
from huiyao.schema.records import BODY_SPEAKER

_JOINT = re.compile(r"和|与|及|以及|、")
_NEWCOMER = re.compile(r"(?P<name>[\u4e00-\u9fff·]{2,12})(?:和|与)")
OF_STATE = frozenset(("总书记", "主席", "国家主席", "总理", "委员长", "总统", "首相"))
_TOLD_MEETING = re.compile(r"[^。！？]*?会[^，,。！？]{0,30}(?:召开|举行|举办)")
# Whose object a person right behind is.
_TAKES_PERSON = ("听", "对", "向", "被", "让", "给", "同", "跟", "应", "经", "携", "偕")


# 对各民主党派、无党派人士提出三点希望: those who are addressed may be a list.
_ADDRESSES = re.compile(r"[对向][^，。；“”]{2,60}")
# 拍着树干说, 向来宾推介时说: how and when, and nobody else who speaks.
_MANNER = re.compile(r"(?![的和与等及跟同])[^，,。；：“”、听据让叫请称]{1,16}")
# 某某近日就弘扬云江精神、推动港口振兴作出重要指示强调: what an order is about may be a list.
_INSTRUCTS = re.compile(r"(?:近日|日前|\d{1,2}日)?[就对][^，。；“”]{2,90}作出(?:重要)?(?:指示|批示)")


def learned_from(text: str, cue: re.Match[str], clause: int) -> tuple[str, bool, int] | None:
    """Return whom reporters learned it from, as no person; None where the words only tell of a meeting."""
    match = report_words.LEARNED.search(text, clause, cue.end())
    if not match:
        return None
    source = match["source"]
    if source == "会" or source.endswith(lexicon.words("meeting_nouns")):
        return BODY_SPEAKER, False, clause
    # 记者从某局获悉，…会将于…举行 tells of a meeting; nobody is quoted.
    told = _TOLD_MEETING.match(text, cue.end(), cue.end() + 80)
    return None if told else (source, False, clause)


def mention_before(text: str, people: People, clause: int, cue: re.Match[str]) -> Mention | None:
    """Return the last person of the clause that can be the subject of its cue."""
    mentions = people.within(clause, cue.start())
    # 某某在与来访的某某举行的会谈后表示: all behind the first name only sets the scene.
    if len(mentions) > 1 and report_words.only_sets_scene(text, mentions[0].end, cue.start()):
        mentions = mentions[:1]
    return next((m for m in reversed(mentions) if _is_subject(text, m, clause, cue)), None)


def _is_subject(text: str, mention: Mention, clause: int, cue: re.Match[str]) -> bool:
    """Whether the person is the subject of the cue; one of a cue of one character stands right before it."""
    word, rest = cues.word_of(cue), text[mention.end : cue.start()]
    manner = word == "说" and _MANNER.fullmatch(rest) is not None
    if len(word) == 1 and not (manner or report_words.only_sets_scene(text, mention.end, cue.start())):
        return False
    if rest.startswith("的") or "在内的" in rest:
        return False
    if ("、" in rest or len(rest) > 45) and not (
        _INSTRUCTS.fullmatch(rest) or (cue["listing"] and _ADDRESSES.fullmatch(rest))
    ):
        return False
    if text[max(clause, mention.start - 1) : mention.start] in _TAKES_PERSON:
        return False
    return not report_words.AS_OBJECT.search(report_words.without_lead(text[clause : mention.start]))


def joint_speakers(text: str, people: People, clause: int, last: Mention) -> str | None:
    """Return the names of those who speak together with `last` as the text joins them (甲和乙), None where it is alone."""
    parts, head = last.name, last
    for mention in reversed(people.within(clause, last.start)):
        joint = text[mention.end : head.start]
        if not _JOINT.fullmatch(joint):
            break
        parts, head = f"{mention.name}{joint}{parts}", mention
    newcomer = _NEWCOMER.fullmatch(text, clause, head.start)
    if newcomer and (foreign_names.looks_foreign(newcomer["name"]) or names.looks_like_name(newcomer["name"])):
        people.add(newcomer["name"], newcomer.span("name"), ())
        return f"{newcomer.group()}{parts}"
    return parts if head is not last else None


def speakers_within(speaker: str, people: People) -> list[str]:
    """Return the known persons of a joint speaker; none where one of them is no person."""
    parts = _JOINT.split(speaker)
    return parts if len(parts) > 1 and all(part in people.persons for part in parts) else []


def is_authority(text: str, people: People, clause: int, name: str) -> bool:
    """Whether the subject is one whom others cite: a title of state alone, or only ever behind the name (某某主席)."""
    if text.startswith(tuple(OF_STATE), clause):
        return True
    person = people.persons.get(name)
    if person is None or not person.positions or person.positions[0].text not in OF_STATE:
        return False
    return not any(mention.name == name and mention.start < mention.name_start for mention in people.mentions)


def antecedent(text: str, people: People, clause: int) -> str | None:
    """Return whom 他 or 她 means: the first person named in the nearest sentence of the paragraph before.

    Who presides is told aside where others are named (会议由林小田主持，周大山致辞，他…).
    """
    paragraph = text.rfind("\n", max(0, clause - 4000), clause) + 1
    nearest: Mention | None = None
    sentence = -1
    for mention in people.within(paragraph, clause):
        head = max(text.rfind(mark, paragraph, mention.start + 1) for mark in "。！？；”")
        if head != sentence or nearest is None or _is_aside(text, nearest):
            nearest, sentence = mention, head
    return nearest.name if nearest else None


def _is_aside(text: str, mention: Mention) -> bool:
    return text[mention.start - 1 : mention.start] == "由" and text.startswith("主持", mention.end)


def called_before(text: str, people: People, clause: int) -> str | None:
    """Return who heads the sentence of 他 or 她 and is called by surname alone (市民周先生有两个女儿，他说…)."""
    sentence = max(text.rfind(mark, max(0, clause - 200), clause) for mark in "。！？”\n") + 1
    first = re.split("[，,]", text[sentence:clause], maxsplit=1)[0]
    return None if people.within(sentence, clause) else surnamed.at_head(first)


def body_before(text: str, noun: str, clause: int, start: int) -> str | None:
    """Return the fullest body before, in the paragraph, that 该武装 or 这位负责人 means."""
    at = text.rfind(noun, start, clause)
    while at > start:
        left = at
        for word in reversed(tokens.words(text[max(start, at - 16) : at])):
            if tokens.tag(word) not in ("ns", "nt", "nz", "n", "j", "nr", "nrt", "") or word in "，。、的":
                break
            left -= len(word)
        if left < at:
            return text[left : at + len(noun)]
        at = text.rfind(noun, start, at)
    return None


_TERMS = re.compile(r"[“”《》、]")
_BODY_TAGS = ("nt", "ns", "nz")
_COUNTED_STATES = re.compile(r"[\u4e00-\u9fff]{2}[\d两三四五六七八九十]+国$")  # 欧洲七国
_ACTS_HERE = re.compile(r"通过(?!翻译)|审议|将|(?<![主重首])要|可以|应该|已经|了[^解]")


_GLOSS = re.compile(r"（[^（）]{1,12}）$")  # 青禾抵抗运动（青抗）


def is_group(core: str) -> bool:
    """Whether a whole subject is a body, a group or a person without a full name that can speak."""
    core = _GLOSS.sub("", core)
    if " " in core or not 2 <= len(core) <= 30 or (len(core) > 20 and _TERMS.search(core)) or _ACTS_HERE.search(core):
        return False
    if report_words.NO_SPEAKER.search(core) or report_words.NO_SUBJECT.match(core):
        return False
    if _COUNTED_STATES.search(core):
        return True
    return core.endswith(lexicon.words("group_nouns")) or _ends_in_body(core) or surnamed.is_surnamed(core)


def _ends_in_body(core: str) -> bool:
    """Whether the last word is the name of a place or body."""
    ends = (core[at:] for at in range(len(core)))
    return any(tokens.tag(end) in _BODY_TAGS for end in ends) and tokens.tag(tokens.words(core)[-1]) in _BODY_TAGS


def in_full(text: str, people: People, part: str, at: int) -> str:
    """Return the dotted name before `at` that `part` begins or ends, known from now on; `part` itself where none does."""
    found = foreign_names.dotted_with(text, part, at)
    if found is None:
        return part
    name = text[slice(*found)]
    people.add(name, found, positions_before(text, found[0]))
    return name


# 发表某某的重要文章, 发表题为…的文章; 某某代表理事会作工作报告.
_WROTE = re.compile(r"发表(?:了)?[^。]{0,60}$")
_READ_OUT = re.compile(r"[^。，《》]{0,30}作(?:了)?(?:题为《[^》]{2,40}》的)?[^。，《》]{0,20}报告[。；，,]")


# 某某对防汛工作作出批示。批示指出，…
_ORDERS = ("批示", "指示", "贺信", "贺电")
_ORDERED = re.compile(r"[^。“”]{0,100}(?:作出|发来|发去|致)(?:了)?(?:重要)?(?:批示|指示|贺信|贺电)。")


def author_of(text: str, people: People, writing: str, clause: int) -> str | None:
    """Return the person whose article (发表某某文章) or report (某某作工作报告。) the text goes on to tell."""
    if writing in _ORDERS:
        near = [m for m in people.within(max(0, clause - 200), clause) if _ORDERED.match(text, m.end)]
        return near[-1].name if near else None
    if writing == "报告":
        near = [m for m in people.within(max(0, clause - 120), clause) if _READ_OUT.match(text, m.end)]
        return near[-1].name if near else None
    first = [m for m in people.within(0, clause) if _WROTE.search(text, max(0, m.start - 80), m.start)]
    return first[0].name if first and writing[-2:] in text[first[0].end : first[0].end + 80] else None

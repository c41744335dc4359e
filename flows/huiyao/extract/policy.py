"""Policy: which sentences can tell measures, by the words in them, before any of their clauses is read."""

from __future__ import annotations

import re

from huiyao import lexicon
from huiyao.extract.action import Action

# Deeds that are done by being told.
ACCOMPLISHED = frozenset(
    "审议通过 表决通过 原则通过 投票通过 通过 通过了 审议并通过 审议并原则通过 选举产生 任命 免去 签署 签订 发布 印发 审议批准 颁布".split()
)
# Figures of police work and the like count wherever they are told.
ENFORCES = frozenset("破获 抓获 捣毁 查扣 冻结 打掉 查处 追回 缴获 刑拘 摧毁 挽回 返还 抽调".split())
_FORMAL = re.compile(lexicon.one_of(ACCOMPLISHED | ENFORCES))
_PUBLIC = re.compile(r"[省市县区州委局部厅署]|我国|全国|各地|国家|政府|中国|地方|[中双俄欧美日韩]方")
_NO_POLICY = re.compile(
    r"(?<![强建治拥])军(?!委|队|民|地|人|属|休|转)|袭击|打击|导弹|冲突|比赛|夺冠|决赛|选手|同比|环比|增长\d|地震|遇难|记者|游客"
)
_ASSESSES = re.compile(
    r"(?:具有|有着?)(?:十分|非常|极其|特殊)?(?:重要|重大|深远|特殊)(?:而[^，,]{2,4})?的?[^，,。]{0,10}(?:意义|作用|影响)[^，,。]{0,6}[。！]?$|(?:是|，)[^，,。]{0,8}(?:重要举措|必然要求|务实行动)[。]?$"
)
# One of these stands among the last characters of every such sentence.
_ASSESSMENT = re.compile(r"意义|作用|影响|重要举措|必然要求|务实行动")
_ASSESSMENT_LONGEST = 9
_ASKS = re.compile(r"(?:如何|怎样|怎么|什么|哪些)[^。]*？[”’]?$|吗？[”’]?$")
_WAR = re.compile(
    r"军国主义|侵略战争|“围剿”|反动派|抗议活动|举行[^，。]{0,6}(?:集会|示威)|俄军|乌军|以军|美军|敌军|导弹|空袭|袭击|击落|战机|武装分子|特别军事行动|军事行动|装甲|政府军|恐怖组织|火箭弹|无人艇|炮击|轰炸|军舰|开火"
)
_FEELS = re.compile(
    r"只有[^。]*才能(?![^。]*[，；]要)|(?:一旦|如果?|若)[^，。]{2,20}，[^。]*(?:拨打|报警|投诉|就医)|(?:建成|投产|投用|通车|竣工|投运|完工)[^，,。]{0,4}后[，,]|必将[^，,。]{4,}[，,](?!(?:[^。]*[，；])?要)|感受到|感到|可谓|印象深刻|令人(?![^。]*[，；][^，。]{0,8}要)"
)
_FEELS_OR_FIGHTS = re.compile(f"{_FEELS.pattern}|{_WAR.pattern}")

# 相信双方将…: a hope, not an announcement.
_BELIEVES = re.compile(r"(?:我们?|也|还)?(?:坚信|相信|深信)[^。]*[会将]")


def holds_formal(text: str, start: int, end: int) -> bool:
    """Whether a sentence holds a formal act or an act of enforcement (签署, 查处), which count in any prose."""
    return _FORMAL.search(text, start, end) is not None


def is_public(text: str, start: int, end: int) -> bool:
    """Whether a sentence names a government or public body (各地各部门扎实推进…)."""
    return _PUBLIC.search(text, start, end) is not None


def is_other_news(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells of war, sport, disasters or figures of the economy."""
    return _NO_POLICY.search(text, start, end) is not None


def tells_no_policy(text: str, start: int, end: int, persons: tuple[str, ...]) -> bool:
    """Whether a sentence praises one of `persons`, tells a feeling, asks, tells of war or assesses what was done."""
    return bool(
        (persons and text.startswith(persons, start, end))
        or _FEELS_OR_FIGHTS.search(text, start, end)
        or _BELIEVES.match(text, start, end)
        or (text.find("？", max(start, end - 2), end) >= 0 and _ASKS.search(text, start, end))
        or (_ASSESSMENT.search(text, max(start, end - _ASSESSMENT_LONGEST), end) and _ASSESSES.search(text, start, end))
    )


_STANCES = frozenset("支持 鼓励 欢迎 反对".split())
_EVER = re.compile("一贯|始终|一直|历来|长期|向来|坚定")


def is_stance(text: str, start: int, found: Action) -> bool:
    """Whether a clause from `start` says where somebody stands (中方支持…): what is to be, unless it always was so (一贯)."""
    return found.verb in _STANCES and not _EVER.search(text, start, found.start + len(found.verb))

"""What stands around a name: what may follow one, what none begins or ends with."""

from __future__ import annotations

import re
from functools import cache

from huiyao import lexicon

HONORIFIC = r"(?:博士|女士|先生|同志|老师|小姐|阁下|殿下|院士|教授|一行|夫妇)"
FIRST_HAN = "\u3400"
HAN = r"[\u4e00-\u9fff\u3400-\u4dbf]"
# Characters that begin what follows a name far more often than they end one.
NEVER_LAST = frozenset(
    "一所以后前说称在对将表指就于向与和是已也还又并主介要提认出宣致作率带会的了等及同为从到把被给日月年当分参接受副，。、"
)
# Characters that go on a title rather than begin a name: 代表性, 主席团, 执行委员会, 局长级.
NEVER_FIRST = frozenset("性团们会处级式长部室办的等和及与、")
# Prepositions, modals and pronouns: no Chinese surname and no transcription begins with them (主席在某地…).
NO_NAME_BEGINS = frozenset("老在给对把被将自据向这那其该此他她它我你您要应需拟已正曾并还也就均又再为由让使赴抵离作")
# What may follow a name: punctuation, a digit of a date, a function word, a verb of saying or appearing. The first string
# holds what says so alone, whatever it begins.
_RIGHT_CHARACTERS = "等和与及也还则均都又并再在对向就于为以将从同到被把给是已曾作率带说称欲拟提宣主致发接访抵赴签陪任获来讲呼回谈的授揭启共见应受阐感坚相期做开领走逐所离检赞祝敦推反批颁即辞不没正当第用拜勉谴摊拿抛亮掏趁帮替跟携偕"
_RIGHT_WORDS = (
    "表示 表态 表达 代表 一道 一起 分别 先后 一行 今天 今日 昨天 昨日 明天 此前 上午 下午 近日 日前 随后 指出 强调 认为 要求 介绍 建议 希望 透露 坦言 告诉 出席 参加 会见 会晤 "
    "前往 看望 考察 调研 视察 担任 博士 女士 先生 老师 通电话 举行 重申 解释 补充 听取 点评 通过 围绕 结合 深入 现场 工作 关于 结束 欢迎 警告 否认 承诺 支持 上任 卸任 上周 "
    "本周 前不久 特意 专程 重点 详细 着重 简要 指责 委员长 总书记 总理 书记 通报 汇报 讲解 解读 演讲 首次 一口气 看来 代为 全票 当选 一再 一直 一同 一共 一致 今年 去年 现年 扎根 市长 县长 区长 局长 部长 院长 校长 会长 董事长 总裁 如是 如此 频频 首先 率先 教授 院士 研究员 副教授 主任 司长 处长 主席 理事长 秘书长 总经理 会谈 进行 头一个 第一个 带头 关心 旁听 一边 一面 上台 登台 到场 致贺 因病 因故 因公 因事 因航班 因工作 一句话 衷心 诚挚 热烈 高度"
)  # fmt: skip


# What somebody does with hands and eyes: 林田拉住记者, 林田掰着指头, 林田起身.
GESTURE = r"[拉拍掰指拿端捧摸望看凑蹲站坐握抱牵提扛挑背挎摆][着了住出起过]|起身|正[在对忙准要]|[帮跟][我你他她]"


@cache
def right() -> re.Pattern[str]:
    """Return the pattern of what may follow a name, every cue and duty of the lexicon included."""
    words = {*_RIGHT_WORDS.split(), *lexicon.words("cues"), *lexicon.words("duties")}
    longer = lexicon.one_of(word for word in words if word[0] not in _RIGHT_CHARACTERS)
    how = rf"{HAN}{{2,4}}地(?:说|问|答|回答|告诉|介绍|表示)"  # 激动地说
    return re.compile(rf"$|[、，,。；;：:！？\s（）()“”《》\d{_RIGHT_CHARACTERS}]|{longer}|{how}|{GESTURE}")

"""Descriptions: clauses with a verb and an object that tell of no action, but describe, praise, thank or deny."""

from __future__ import annotations

import re

from huiyao import lexicon
from huiyao.extract import tokens
from huiyao.extract.action import Action
from huiyao.extract.clause_leads import NOUN_VERBS

_DESCRIBES = re.compile(
    r"(?<![于但只还就正都总可要凡别其不而即])是(?!否|非)|不(?:仅仅|仅|只)?是(?!说)|到了[^，,]{2,20}(?:节点|阶段|关头|时期)$|有利于|有助于|意味着|离不开|表明|显示(?!行业|产业|屏|器|面板|技术|设备)|得益于|取决于|标志着|成为|同比|环比|占比(?=[达为超近约已更最不\d])|面临|分为|关系到|关系(?=人类|国家|群众|亿万|民生|全局|长远)|关乎|寄托|意义重大|处在|处于|来之不易|均有|各有(?!关)|容不得|少不了|来不及|具有(?:重要|重大|深远|特殊|积极)|越来越|越(?:大|多|好|高)$|不会(?:改变|动摇)"
)
# Results and praise: 取得了显著成绩, 作出积极贡献, 注入强劲动力.
_PRAISE = re.compile(
    r"^(?:取得|得到|获得|创出|打响|赢得|迈出|展现|迈上|作出|做出|打下|奠定|注入|形成|收获|迎来|倾注|受到|带来|指明|掀开|积累).{0,20}(?:成绩|成效|成就|成果|效果|进展|进步|突破|胜利|贡献|基础|动力|活力|动能|步伐|局面|格局|框架|态势|"
    r"经验|品牌|认可|肯定|好评|条件|优势|心血|评价|作用|力量|方向|篇章|道路|机遇|实惠|便利)[^，,。]{0,4}$|(?:提供|创造).{0,8}(?:支撑|动能|空间|条件)$"
)
# The same behind a preposition's phrase, told as done: 为双方关系作出了积极贡献.
_PRAISE_BEHIND = re.compile(
    r"发挥了[^，,。]*作用$|(?:取得|作出|做出|注入|带来|提供|指明|开辟|创造|奠定|打下|积累|树立)了[^，,。]*$|(?:指明方向|指明了?[^，,。]{0,8}方向)$"
)
# A noun that the verb only describes: 签署协定的国家, 深化合作的决心.
_NOUN_DESCRIBED = re.compile(
    r"的(?:必要性|决心|意愿|原因|典范|写照|缩影|可能性|国家(?:之一)?|支持者|践行者|领域|时代|愿望|见证|象征|结果|故事|势头占优|磅礴力量|精神风貌|情怀|美好前景|根本遵循[^，,]{0,8}|纲领性文件|行动指南|总体目标|目标任务(?:[和与、][^，,]{0,8})?)$"
)
_DETERMINES = frozenset("增强 树立 拓展 拓宽 聚焦 讲好 打造 成为 建成 开创 开启".split())
# A verb with its object as the subject of another: 实现统一为合作开辟空间, 推进改革取得进展.
_SUBJECT_OF = re.compile(
    r".{4,}(?:为[^，,]{2,20}(?:开辟|提供|创造|奠定|注入)|(?:必须|需要?|须)(?:获得|得到|经过|征得)|具备|迈出|迈上|呈现|进入|得到|受到|取得).{2,}"
)
# Verbs of heeding what others want: 尊重村民的意愿.
_HEEDS = frozenset("尊重 顺应 回应 满足".split())
# Verbs whose object may be a clause of its own: 推动关系迈上新台阶.
_CAUSES = frozenset("推动 促进 引导 带动 支持 帮助 助力 鼓励 确保 保障 保证 督促 助推 促使 协助 组织 允许 指导".split())
# A meeting or a class named after what is studied there: 学习贯彻全会精神专题研讨班开班.
_NAMED_AFTER_STUDY = re.compile(
    r"(?:学习|宣传|贯彻|落实)+[^，,]*精神(?:专题|主题|中央|宣讲|研讨|培训|轮训|报告会|座谈会|大会|会议|电视)"
)
# What stands before the verb makes it a condition, a wish of courtesy or a denial.
_DENIES = re.compile(
    r"没有|尚未|并未|未能|不会|不能|无法|拒绝|不愿|反对|感谢|祝贺|赞赏|赞同|珍视|祝愿|祝福|相信|有助于|有利于|得益于|企图|如果|一旦|倘若|才能|足以|有望|极大|必将|必定|^这[^，,]{0,8}将|试图|妄图|(?:领会|领悟|铭记|深刻认识|充分认识|理解)[^、]*$|(?<!尽)可能|比(?:去年|上年|昨天|年初|上月|往年|上届|节前|同期)"
)
# 甲是乙开展合作的伙伴; 目标是, 一是 and the like open an action.
_EQUATES = re.compile(r"(?:^|[^一二三四五六七八九十标键点急就该当])是[^要]|成为")
# The clause goes on with what the action brings: 共建园区极大促进了就业, 企图没有得逞.
_SUBJECT_WITH_VERB = re.compile(
    r".{4,}(?:将|一定能|必将|极大|有力|没有|充分|成功)(?:为|给|促进|推动|掀开|带来|得逞|体现|证明|彰显)|.{4,}(?:掀开|揭开|开启|体现|证明|彰显)了|.{3,}一脉相承"
)
# Heads of lists (抓好五件事), words of speech, and what only goes through something.
_OPENS_WITHOUT_DEED = re.compile(
    r"(?:突出|重点)?(?:抓好|做好|把握|抓|做|落实)“?(?:以下|[一二两三四五六七八九十几\d]+(?:件|项|个方面|点))[^，,]{0,6}$|(?:明确|进一步)?(?:指出|表示|提出|要求|规定)$|明确(?:指出|表示|提出|要求|规定)"
    r"|突破了?\d|完成[^，,]{0,10}的\d[\d.]*%$|完成[^，,]{0,6}议程$|签约总|覆盖了?(?:\d|全国|全球)|拓宽[至到]|共享(?:欢乐|喜悦|幸福)|实现(?:利润|营业收入|营收|销售|产值|总产值|增加值|增长|进出口|收入)|新增[^，,]{0,4}(?:确诊|病例|感染者)|责令退赔|设计(?:灌溉|年|时速|总|日|库容|寿命|产能)|聚焦[^，,]*等[^，,]{0,4}(?:热点|话题|议题)$|聚焦[一二三四五六七八九十\d]+个|通过[^，,]*(?:活动|方式|形式|表达|平台|途径|手段|做法|举措|会议|网络|渠道|等|报名|预约|查询|呈现出来|说|表示)$|[\u4e00-\u9fff]{2}情况[和及与的]"
)
_OPENS_WITHOUT = frozenset("突重抓做把落明进指表提要规聚通完签覆拓共实新责设")
# Words of attending, of courtesy, and what is brought to somebody.
_NO_DEED = re.compile(
    r"(?:(?:仪式|典礼|大会|会议|论坛|活动)[^，,]{0,16}(?:举行|召开|开幕|落幕)|发言|推向高潮|指导实践|(?:从轻|减轻|从重)处罚|参加会议|列席会议|出席会议|予以回应|高度重视|行动起来|提出[^，,]{0,6}(?:期望|希望))$|^[^，,]{0,4}取得成功$|作出(?:了)?(?:重要)?(?:指示|批示|讲话)|(?:为|给)[^，,]{2,24}带来[^，,]*$"
)
# Verbs that pair with another verb: 团结奋进, 开拓进取.
_INTRANSITIVE = frozenset("团结 开拓 创新 突破 保持 恢复 参与 发展 加速 加紧 提速 稳定 联动 携手".split())
# Verbs that tell only how what the next verb says is done.
_HASTENS = frozenset("加快 加速 加紧 抓紧 加力 守住".split())
_THANKS = re.compile(
    r"(?:表示|深表)(?:衷心|诚挚|热烈|崇高|亲切)?(?:感谢|祝贺|欢迎|敬意|慰问|歉意|满意|肯定|赞赏|钦佩|遗憾|关切)|记者提问|作(?:了)?[^，,]{0,6}(?:介绍|汇报|通报|说明|报告|阐释|阐述|解读|回顾)$|举行(?:了)?[^，,]{0,6}(?:会谈|会见|会晤|视频会议|磋商)|(?:发布|发表)(?:了)?[^，,]{0,10}(?:数据|消息|预警|预报|警报|讲话|致辞|演讲|公告|声明|视频|谈话|署名文章|战报)[称说]?$"
)
# A state, unless somebody is told to keep it.
_KEEPS = re.compile(r"保持[^，,]*(?:增长|态势|(?<!交往)势头|地位|走势)$")
_TOLD_TO = re.compile(r"要|将|须|愿|希望|应当|应该")
# What the clause closes with when it tells a state: 带动作用明显, 问题依然存在.
_STATE = re.compile(
    r"(?:作用|成效|成果|问题|地位|态势|势头|潜力|空间|消费|增势|优势)[^，,]{0,8}(?:明显|巨大|突出|凸显|丰硕|良好|显著|存在)$|(?:竞相|纷纷|不断|加速)?(?:涌现|迸发)$|(?:至关重要|必不可少|不可或缺)$|备受|居[^，,]{0,6}前列|高度一致$|\d+周年"
)
# Courtesies and routine of meetings: 进行分组讨论, 进行国事访问.
_ROUTINE = re.compile(
    r"进行(?:了)?[^，,]{0,12}(?:讨论|访问|会晤|会谈|交流|磋商|谈判|对话|战争|审议|报道|演习|演练|比赛|学习|解读|讲解|回顾|总结|点评|强调|介绍|阐述|解答|勉励|慰问|殴打)$"
    r"|(?:予以|给予|致以)[^，,]{0,6}(?:勉励|问候|祝贺|慰问|肯定)$"
)
_RESULT_VERBS = frozenset(
    "走出 走过 创造 带来 经受 吸引 助力 体验 超过 承接 增加 领略 见证 积累 控制 形成 实现 取得 创出 打响 发挥 提升 履行 树立 造福 掀开 谱写 珍视 擘画 开辟 开创 覆盖 阐述 彰显 汇聚 迈出 展现 提高 增强 获得 得到 突破 保持 增进 彰显 凝聚 促进 助推 赋能 保障 捍卫 推动".split()
)


# Some part of what each pattern here finds in a clause: where none stands, none of them need be tried.
_CUES = re.compile(
    lexicon.one_of(
        "是 到了 有利于 有助于 意味着 离不开 表明 显示 得益于 取决于 标志着 成为 同比 环比 占比 面临 分为 关系到 关系人类 关系国家 关系群众 关系亿万 关系民生 关系全局 关系长远 "
        "关乎 寄托 意义重大 处在 处于 来之不易 均有 各有 容不得 少不了 来不及 具有 越 不会 至关重要 必不可少 不可或缺 竞相 涌现 迸发 必要性 举行 召开 开幕 落幕 经过 征得 予以 给予 致以 明显 巨大 突出 凸显 丰硕 良好 显著 存在 备受 前列 高度一致 周年 进行 保持 "
        "表示 深表 记者提问 介绍 汇报 通报 说明 报告 举行 发布 发表 发言 参加会议 列席会议 出席会议 予以回应 高度重视 行动起来 期望 希望 推向高潮 指导实践 处罚 "
        "取得 得到 获得 创出 打响 赢得 迈出 展现 迈上 作出 做出 打下 奠定 注入 形成 收获 迎来 倾注 受到 带来 指明 掀开 积累 提供 创造 开辟 树立 具备 呈现 进入 "
        "将为 将给 将促进 将推动 将掀开 将带来 将得逞 将体现 将证明 将彰显 一定能 极大 有力 没有 充分 成功 揭开了 开启了 体现了 证明了 彰显了 一脉相承 "
        "的决心 的意愿 的原因 的典范 的写照 的缩影 的可能性 的国家 的支持者 的践行者 的领域 的时代 的愿望 的见证 的象征 的结果 的故事 的势头占优 的磅礴力量 的精神风貌 的情怀 的美好前景 根本遵循 纲领性文件 行动指南 总体目标 目标任务 阐释 阐述 解读 回顾 发挥".split()
    )
)


def _may_open_without(clause: str) -> bool:
    return clause[0] in _OPENS_WITHOUT or clause[2:4] == "情况"


# 种植面积稳定在六万亩: how far things are.
_REACHES = re.compile(r"(?:稳定在|达到?|超过)[约近]?\d")


def is_description(text: str, found: Action, start: int) -> bool:
    """Whether the clause from `start` around an action describes, praises, thanks or denies rather than acts."""
    clause = text[found.start : found.end]
    if found.start > start and _is_denied(clause, text[start : found.start]):
        return True
    if _CUES.search(clause) and _reads_as_description(text, clause, found, start):
        return True
    if (
        (_may_open_without(clause) and _OPENS_WITHOUT_DEED.match(clause))
        or _NAMED_AFTER_STUDY.match(clause)
        or _is_torn(clause)
    ):
        return True
    if found.done and found.verb in _RESULT_VERBS:
        return True
    noun = found.start == start or text.endswith("高质量", start, found.start)
    if noun and found.verb in NOUN_VERBS and (_ends_in_verb(clause) or _REACHES.search(clause)):
        return True
    return _has_no_object(clause, found)


def _is_denied(clause: str, before: str) -> bool:
    """Whether what stands before the verb denies it, or makes it a condition, a wish or an attribute."""
    return bool(_DENIES.search(before) or ("的" in clause and _EQUATES.search(before)))


def _reads_as_description(text: str, clause: str, found: Action, start: int) -> bool:
    """Whether one of the patterns finds the clause to describe."""
    described = _DESCRIBES.search(_without_quotes(clause))
    if described and ("是" in described.group() or "的" not in clause[described.end() :]):
        return True
    if any(pattern.search(clause) for pattern in (_STATE, _ROUTINE, _THANKS, _PRAISE_BEHIND, _NO_DEED)):
        return True
    if _SUBJECT_WITH_VERB.match(clause):
        return True
    if _KEEPS.search(clause) and not _TOLD_TO.search(text, start, found.start):
        return True
    if found.verb not in _DETERMINES | _HEEDS and _NOUN_DESCRIBED.search(clause):
        return True
    opens = clause.startswith(found.verb) and text[start : found.start] in ("", *lexicon.words("adverbs"))
    rises = found.verb == "推进" and "迈上" in clause  # 推进合作迈上新台阶
    if opens and found.verb not in _CAUSES and not rises and _SUBJECT_OF.match(clause):
        return True
    return _PRAISE.search(clause[clause.find(found.verb) :]) is not None


def _is_torn(clause: str) -> bool:
    """Whether a mark closes here that was opened outside: the words are part of a title or a quotation."""
    return ("》" in clause or "”" in clause or "’" in clause) and any(
        clause.count(closing) > clause.count(opening) for opening, closing in ("《》", "“”", "‘’")
    )


def _ends_in_verb(clause: str) -> bool:
    """Whether the clause closes with a verb: 创新成果陆续涌现 is no action, its first word a noun."""
    if not any(tokens.tag(clause[-length:]) in ("v", "vi") for length in range(2, min(len(clause), 17))):
        return False
    *before, last = tokens.words(clause)
    return (
        len(last) > 1
        and tokens.tag(last) in ("v", "vi")
        and bool(before)
        and tokens.tag(before[-1]) in ("d", "a", "ad")
        and before[-2:-1] != ["的"]  # 保障工作的顺利推进
    )


def _has_no_object(clause: str, found: Action) -> bool:
    """Whether nothing stands behind the verb but a pronoun, a verb or a set phrase (团结奋进, 吸引他们)."""
    if not clause.startswith(found.verb):
        return False
    joint = clause[len(found.verb) :]
    if joint[:1] in ("和", "与", "并") and joint[1:] in lexicon.words("action_verbs"):
        return True  # 不断丰富和发展
    if found.verb in _HASTENS and joint in lexicon.words("action_verbs") and tokens.tag(joint) == "v":
        return True  # 加快打造
    rest = clause[len(found.verb) :].lstrip("了过好出起着")
    if not 0 < len(rest) <= 6:
        return False
    kind = tokens.tag(rest)
    bare = kind == "r" or (kind == "i" and found.verb == "坚持") or (found.verb in _INTRANSITIVE and len(rest) <= 3)
    return bare and len(tokens.words(rest)) == 1


def _without_quotes(clause: str) -> str:
    if "“" not in clause and "《" not in clause:
        return clause
    return re.sub(r"“[^”]*”|《[^》]*》", lambda m: "“" + "x" * (len(m.group()) - 2) + "”", clause)

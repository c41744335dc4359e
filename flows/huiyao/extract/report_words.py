"""The words of reporting clauses: cues, what may stand around them, and what is no report."""

from __future__ import annotations

import re
from functools import cache

from huiyao.extract.positions import title_pattern

# Cues that report even where no punctuation follows (林某某建议上海加强合作).
BARE_CUES = frozenset(
    (
        "表示",
        "强调",
        "指出",
        "宣布",
        "称",
        "认为",
        "建议",
        "要求",
        "希望",
        "呼吁",
        "重申",
        "坦言",
        "相信",
        "坚信",
        "主张",
        "勉励",
        "祝愿",
        "谴责",
        "指责",
        "批评",
        "敦促",
        "宣告",
        "提醒",
        "提出",
        "决定",
        "同意",
        "承诺",
        "叮嘱",
        "嘱咐",
        "告诫",
        "寄语",
    )
)
# Cues that, without a subject of their own, belong to what is being said (…，希望各方加强合作).
INNER_CUES = frozenset(
    (
        "希望",
        "相信",
        "坚信",
        "建议",
        "要求",
        "认为",
        "主张",
        "呼吁",
        "预计",
        "预测",
        "承诺",
        "明确",
        "提出",
        "介绍",
        "号召",
        "勉励",
        "确定",
        "决定",
        "反映",
        "评价",
        "提醒",
        "承认",
        "祝愿",
        "期待",
        "期盼",
        "盼望",
        "提议",
        "保证",
        "称赞",
        "分析",
        "讲",
        "回顾",
    )
)
FORMAL_OPENING = re.compile(
    r"[^，。]{0,20}(?:开幕|闭幕|散会|结束|启动|开始)|[^，,。]{0,12}(?:结果|名单)(?=[，,。；;、])|(?:开工|开业|开园|开馆|开赛|开班)(?=[，,。；;、])"
)
# 批评邻国的做法: what is blamed, and nothing told of it.
BLAMES = re.compile(
    r"[^，。；]{0,40}的[^，。；的]{0,6}(?:行为|行径|言论|做法|政策|举动|立场|制裁|表态|计划|决定)[，。；]"
)
# 提出两地可以互派技工: what is wanted; 提出三点建议 only tells that it was.
WANTS = re.compile(r"(?:要|应|可以|将|[^，,。、的“”]{1,10}(?:可以|应该|应当|(?<![重主首必])要|将))(?![求点素])")
# 表示祝贺, 表示感谢: an act, not a report.
ACTS = re.compile(
    r"(?:诚挚|衷心|热烈|崇高|最|深切|由衷|高度|亲切|充分|坚决|强烈|非常|十分|真诚|特别|的|热诚|沉痛|最为)*"
    r"(?:祝贺|感谢|欢迎|敬意|慰问|哀悼|肯定|赞赏|支持|满意|同意|遗憾|关切|关注|谢意|歉意|问候|谴责|反对|赞同|理解|认可|担忧|不满|愤慨|钦佩|赞扬|期待)(?=[。，,；;！]|$|和|与|、)"
)
# What may stand between a subject and its cue. The prepositions take a closing word (在致辞中) or a fixed object
# (对记者), lest they swallow a subject that begins with the same character (当地居民, 对外友协).
TIME_WORDS = (
    r"(?:今天|昨天|今日|昨日)(?:[（(][^（）()]{2,12}[）)])?|当天早些时候|当地时间|早些时候|稍早|当天|当日|当晚|昨晚|今晨|同日|同一天|日前|近日|此前|凌晨|清晨|早晨|早上|中午|傍晚|深夜|晚间|上午|下午|晚|"
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日|[去今]年\d{1,2}月|上月|上周|本周|\d{1,2}时(?:\d{1,2}分)?"
)
ADVERBIAL = re.compile(
    rf"(?:[还也又则再均都并便就曾已]|如是|[^，,。、“”：]{{1,6}}地|已经|进一步|同时|随后|最后|特别|着重|反复|一再|再次|再度|继续|多次|明确|郑重|庄严|分别|一致|普遍|共同|纷纷|{TIME_WORDS}|"
    r"(?:发表|发布)(?:联合|书面|公开)?(?:声明|谈话|讲话|公告|通告|消息|演讲)?|在一份声明中|在社交媒体上?(?:发文)?|会后|会前|(?<![布谈讨明介气年])会上|席间|对此|就此|据此|为此|"
    r"(?:在|于|当|面对|接受|收到|谈及|谈到|通过)[^、，。“”]{1,30}(?:中|时|上|后|里|期间|间隙|前|采访)|通过(?:翻译|视频|网络|电话|书面)(?:连线|方式|形式)?|边[^，,。“”边]{1,8}边|"
    r"(?<=.)(?:对|向|给|跟)(?:本报|本台|中外)?(?:记者|媒体|外界|公众|大家|与会者|社会)们?|(?<=.)[对向][\u4e00-\u9fff]{1,6}们|"
    r"(?<=.)[就对][^、，。“”]{2,30}(?:问题|情况|事件|话题|议题|工作|一事|关系|局势)(?:指)?|(?<=..)代表(?!团|\d|今|昨|当|在)[^、，。“”]{3,30}|(?<=..)(?:参加|出席|会见|走访|看望|考察)[^、，。“”的]{1,30}(?:时|期间)|在[^、，。“”在]{2,12}发表公开(?:讲话|演讲|谈话)|用[\u4e00-\u9fff]{1,5}[话语文]|一边[^，,。“”]{1,16}一边|(?:作|提交)[^，,。、“”的]{0,6}(?:发言|汇报|报告|讲话|提案)|致辞|讲话|发言|汇报|发文|评论|报告|报道|回应|回答|回复|答复|回函|复函|坦言|说|中|时)*$"
)
# The last characters of all of them but 代表….
_LAST_OF_ADVERBIAL = frozenset(
    "边语还也又则再均都并便就曾已是地经步时后别重复次确严致遍同纷表布明话告息演讲体上文前间此为中里隙访者界众家会们题况件作事系势指辞言文论道报应答说天昨）)合面候早当日晨午晚夜刻凌清傍深稍译函续分月周频络线式度案开\n"
)
LEAD = re.compile(
    r"(?:此外|另外|同时|对此|会上|会后|其间|期间|随后|最后|而|但|不过|因此|所以|据|目前|当天|当日|日前|近日|今天|昨天|今日|昨日|上午|下午|\d{1,2}月\d{1,2}日|\d{1,2}日|\d{4}年|在会上|"
    r"[，,、：:\s”】]|其中|并|还|也(?!门)|又)+"
)


def without_lead(phrase: str) -> str:
    """Return a clause without the words that lead over to it."""
    lead = LEAD.match(phrase)
    return phrase[lead.end() :] if lead else phrase


def without_adverbial(phrase: str) -> str:
    """Return a subject without the manner, time and occasion between it and its cue."""
    if phrase[-1:] not in _LAST_OF_ADVERBIAL and "代表" not in phrase:
        return phrase
    found = ADVERBIAL.search(phrase)
    if found and found.start() == 0 and phrase[0] in "他她":
        return phrase[0]  # 他动情地说: the manner is two characters, and not three
    return phrase[: found.start()] if found else phrase


BODY_NOUN = re.compile(r"(?:会议|大会|全会|座谈会|论坛|年会|峰会|推进会|发布会|研讨会|仪式)上?$")
NO_SPEAKER = re.compile(
    r"(?:数据|报告|文件|条例|通知|公报|意见|方案|规定|宣言|文章|评论|研究|调查|结果|公告|协议|法案|决议|决定|办法|》|指数|白皮书|纲要|来信|回信|贺信|贺电|指示|批示|消息|报道|信息|精神|"
    r"的|了|等|中|上|下|后|前|时|式|力|性|度|化|我|你|[我你他她它咱]们|谁|这|那|法院)$"
)
# What begins no subject: 针对某国宣布…, 根据某公司公布的数据, 与各国领导人共同宣布.
NO_SUBJECT = re.compile(
    r"根据|针对|对于|关于|按照|由于|随着|包括|希望|鲜明|协助|与(?!会)|[同跟](?!志|学)|就|应(?!急|届)|另据|以及|有记者"
)
_MET = re.compile(r"(?:\d{1,2}日)?(?:与|同|和)[^，。]{2,40}(?:会谈|会晤|会见|通话|通电话|会面)(?:时|后|中|期间)")


def only_sets_scene(text: str, start: int, end: int) -> bool:
    """Whether all between a name and its cue tells when, where and with whom: 与来访的某某举行会谈后."""
    return bool(ADVERBIAL.fullmatch(text, start, end) or _MET.fullmatch(text, start, end))


def in_title(text: str, at: int, start: int) -> bool:
    """Whether the place stands inside 《》."""
    return text.rfind("《", start, at) > text.rfind("》", start, at)


def speaks(text: str, cue: re.Match[str]) -> bool:
    """Whether a cue of one character reports without a pause behind it: 说“…”, 他说买书只看书评; others always may."""
    if cue.group() not in ("问", "喊", "说"):
        return True
    return text.startswith(("“", "道", "”"), cue.end()) or SAYS_ON.match(text, cue.start()) is not None


# 会议同意将草案提请全体会议审议: what a sitting does with its papers.
_PASSES_ON = re.compile(r"[将把][^，。]{2,80}(?:提请|提交)")


def decides(text: str, at: int) -> bool:
    """Whether a meeting is the subject of what stands at `at`; in 某国议会举行会议决定… it is not."""
    if text.startswith("同意", at) and _PASSES_ON.match(text, at + 2):
        return False
    held = any(text.find(word, max(0, at - 6), at) >= 0 for word in ("举行", "召开", "参加", "出席"))
    return text.endswith(("会议", "大会", "全会"), 0, at) and not held


# What bodies are told to do without any punctuation behind: 某国谴责以色列升级局势.
OF_BODIES = frozenset(("称", "宣布", "谴责", "指责", "抨击", "敦促", "呼吁", "批评"))
# 前来采访报道的外国记者: the clause in front of the noun only describes.
WHO_CAME = re.compile(r"^[^，,]*(?:采访|参加|出席|前来|参与|负责|来自|参会)[^，,]*的(?=[\u4e00-\u9fff]{2,})")
# What a person wrote or read out, and the article then reports: 文章指出, 报告指出.
WRITING = re.compile(r"(?:署名|该)?(文章|报告|讲话|批示|指示|贺信|贺电)(?:同时|最后|[还也并])*")
PAPERS = frozenset(("公告", "声明", "公报", "通报"))
# Words that make a person behind them the object, not the speaker: 感谢习近平主席宣布…
AS_OBJECT = re.compile(r"感谢|祝贺|支持|欢迎|赞赏|相信|希望|同意|关于|根据|按照|落实|贯彻|转达|拥护|学习|重温|牢记")
# What stands before a subject at the head of a sentence and only sets the scene.
SCENE = re.compile(
    rf"(?:(?:[就对][^，,。；]{{2,30}}(?=[，,])|会上|会后|会见时|会谈中|随后|其间|期间|同时|最后|此前|同一天|致辞中|讲话中|{TIME_WORDS})[，,]?)*"
)
# How a list begins that a sentence of its own announces: 某某提出三点主张。一是…
# or that figures fill in (汇报了生产情况。去年以来，…).
LISTED = re.compile(r"。\s*(?:一是|一要|其一|首先|第一)|(?<=情况)。(?:全|截至|去年以来|今年以来|近年来|目前|\d)")
# Cues that are nouns as well, and what makes them nouns: 三点主张, 有关建议, 群众的要求.
_NOUNS = frozenset(
    (
        "主张",
        "建议",
        "要求",
        "希望",
        "承诺",
        "评价",
        "回应",
        "声明",
        "预测",
        "决定",
        "提醒",
        "警告",
        "介绍",
        "提议",
        "分析",
        "保证",
        "期待",
        "期盼",
        "称赞",
        "点赞",
        "通报",
        "公布",
        "回顾",
        "答复",
        "回复",
    )
)
_MAKES_NOUN = re.compile(r"(?:[一二三四五六七八九十两几\d][点条项个份些]|意见|有关|相关|上述|各项|积极|作出|的)$")


# 宣读表彰决定, 印发有关通报: the paper that is read out or sent.
_TAKES_NOUN = re.compile(r"(?:宣读|得到|收到|作出|印发|下发|公布|签署)(?:了)?[^，,。；：“”]{0,10}$")


def is_noun(cue: str, text: str, at: int) -> bool:
    """Whether the cue at this place is a noun (提出三点主张) and reports nothing."""
    if cue not in _NOUNS:
        return False
    return bool(_MAKES_NOUN.search(text, max(0, at - 2), at) or _TAKES_NOUN.search(text, max(0, at - 14), at))


def is_unsaid(cue: str, text: str, at: int) -> bool:
    """Whether 说 at this place is denied: 二话没说，."""
    return cue == "说" and text[at - 1 : at] in ("没", "不", "未", "别")


PRONOUN = re.compile(r"^(?:[^，,。；“”]{2,16}的)?[他她]$")
# 他说买书只看书评: no pause behind, but 说话, 说服 and 说了算 are words of their own.
SAYS_ON = re.compile(r"(?<=[他她])说(?![话服到明起法了过不出的])")
THIS_BODY = re.compile(r"^(?:该|这位|这名|上述|这家|这个)(?P<noun>[\u4e00-\u9fff]{1,6})$")
LEARNED = re.compile(
    r"记者[^，,。；]{0,16}?(?:从|在)(?P<source>[^，,。“”]{1,30}?)(?:上|方面)?(?:[还也])?(?:获悉|了解到)"
)


@cache
def name_and_title() -> re.Pattern[str]:
    """Return the pattern of a whole subject that is a name with a title or honorific behind it."""
    return re.compile(rf"^(?P<name>[\u4e00-\u9fff]{{2,4}}?)(?P<title>{title_pattern().pattern}|同志|先生|女士|博士)$")

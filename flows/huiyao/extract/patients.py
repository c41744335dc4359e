"""Actions told of the thing that is acted upon: 政策要吃透, 路灯月底前装到位, 祭祀用火一律堵在山下."""

from __future__ import annotations

import re

from huiyao import lexicon
from huiyao.extract import tokens
from huiyao.extract.action import Action
from huiyao.extract.clause_leads import lead_ends
from huiyao.extract.unlisted import NOT_ACTIONS, RESULT

_ORDERS = r"(?:必须|务必|一律|要(?!求|素|点|闻|害)|须|应当)(?:全部|提前|及时|全面|逐一|一律|抓紧|彻底|尽快)*"
_DUE = r"(?:\d{1,2}月(?:\d{1,2}日|底|末)?|年底|月底|[本下]?周[一二三四五六日末]|本月底|[一二三四五六七八九十\d]+(?:小时|天|个工作日|周|个月|年))(?:之?前|之?内)(?:必须|务必|要|须|一律)?(?:全部|全面|逐一)?"
# What is done to it: a verb with its result, or one that leaves nothing to do.
_DONE_TO = (
    rf"(?:{RESULT}|[\u4e00-\u9fff]{{1,2}}到位|[\u4e00-\u9fff]{{1,2}}在[^，,。]{{1,6}}[前中上下里内]|"
    r"销号|清零|见底|完工|投用|完成|完毕|落实|整改|反馈|公开|公示|关停|停用|拆除|清退)"
)
_ORDERED = re.compile(rf"(?P<what>[^，,。；：、“”的][^，,。；：“”]{{1,24}}?)(?:{_ORDERS}|{_DUE})(?P<verb>{_DONE_TO})$")

# 督导员一律实名上岗: all of them, whoever they are.
_FLATLY = re.compile(
    r"[^，,。；：、“”的][^，,。；：“”]{1,28}?一律(?!平等|不变)(?P<verb>[^，,的]{2,16}|[^，,的]{2,12}的[^，,的]{3,12})$"
)
# 不合格的坚决调换, 能当场办的当场办: whoever is such, and what is done then.
_WHOEVER = re.compile(
    r"(?:[^，,。；：]{0,16}?(?:凡是?|能|不|未|没有|违|拒|发现|逾期|屡|符合|该|涉嫌)[^，,。；：“”]{1,20}的(?:坚决|立即|尽量|一律|当场|要|必须|就|先|再|果断|移送(?=司法)|由(?=[^，,]{4}))"
    r"|[^，,。；：“”]{0,20}?[该能应可](?P<same>[^，,。；：“”的]{1,10})的(?=[^，,的]{0,4}(?P=same)(?:、[^，,]{3,20})?$))(?P<verb>[^，,的]{2,16}|把[^，,]{4,20})$"
)
# 水质检测结果每周公布一次: how often it is to be done.
_EVERY = re.compile(
    r"[^，,。；：“”]{0,20}?每(?:半?年|个?月|半个?月|季度|周|日|天|半?小时|学期|两周|两年)(?P<verb>[^，,的]{1,20}?)[一两三四\d]+次[^，,的]{0,3}$"
)
# 单日票定为180元, 有效期延长至两年: the rate that is set.
_NUMBER = "[\\d一二两三四五六七八九十百半]"
_SET = re.compile(
    r"(?![^，,]*预[期测])[^，,。；：“”的][^，,。；：“”]{1,30}?(?P<verb>(?<![上下])调[至到]|定为|控制在|(?:压缩|延长|下调|上调|放宽)[到至为])"
    rf"[^，,\d]{{0,4}}{_NUMBER}[^，,]*$"
)
# 租房提取额度提高到1200元, 最高额度分别上浮10%: what is granted or charged, and how much it is from now on.
_RATE = "利率|税率|费率|额度|标准|补贴|补助|待遇|限额|单价|票价|租金|费用|年龄|期限|时限|名额|水价|电价|门槛|公示期|保底价|费|负担"
_CHANGED = re.compile(
    rf"[^，,。；：“”]{{0,24}}?(?:{_RATE})[^，,。；：“”]{{0,16}}?(?P<verb>(?:提高|提升|上浮|下浮|增加|降低|下降|降|减少|上调|下调|压缩|缩短|再[涨减降压])(?:到|至|为)?){_NUMBER}[^，,]*$"
)
# 常规检查一年不超过两次: the limit that is set.
_LIMITED = re.compile(
    rf"[^，,。；：“”的][^，,。；：“”]{{3,30}}?(?:原则上)?(?P<verb>不得?(?:超过|少于|低于|高于|短于|多于)){_NUMBER}[^，,的]{{1,8}}$"
)
# 县城公交全部免费, 老人凭证免费乘车: for whom or what nothing is charged.
_FREE = re.compile(r"[^，,。；：“”的][^，,。；：“”]{2,28}?(?P<verb>免费(?!的)|免租|(?<=.)全免$)(?:[^，,的]{0,8})$")
# 督查组一天一巡查、三天一通报: how often, and what is done then.
_INTERVAL = re.compile(
    r"(?:天|日|周|旬|月|季度?|年)[一两](?![个次位件套名封条张份场句杯段篇家本天年批轮届级大小定些般直切])[\u4e00-\u9fff]{2}$"
)
_AT_INTERVALS = re.compile(
    r"[^，,。；：“”]{0,16}?(?:、?[一两二三五十半每\d](?:天|日|周|旬|个?月|季度?|年)[一两][\u4e00-\u9fff]{2}){1,3}$"
)
# 赛道每1公里设一个医疗点, 每个乡镇打造一个示范村: what each of them gets.
_FOR_EACH = re.compile(
    r"每(?![年天日月周次当逢])[^，,。；：“”]{1,12}?(?P<verb>[设建配派补种]|设[立置]|建[立设成]|配[备置发]|安排|派[驻出]|增[派设]|打造|明确|确定|选[派聘]|发放|补[贴助]|奖励|免收|减[免收]|给予|收取|开[展设]|举办|安装|推出)"
    rf"(?:至少|不少于|不低于|不超过)?{_NUMBER}[^，,]{{1,24}}$"
)
# 一旦发生险情要立即上报: what is to be done in case.
_IN_CASE = re.compile(
    r"一旦[^，,。；：“”]{2,16}?(?:(?<![需主重首必])要(?!求|素)|必须|须|立即|马上|第一时间)(?P<verb>[^，,]{2,30})$"
)
# 对违规用火“露头就打”: what is quoted is what is done.
_AS_THEY_SAY = re.compile(r"对[^，,。；：“”]{2,30}(?P<verb>“[^”]{2,10}”)$")
# 农忙时段实行24小时值守, 其中三条实行“免申即享”: the rule that holds for a thing.
_RULED = re.compile(
    r"(?!在|对|为|由|将|通过)[^，,。；：“”的][^，,。；：“”]{1,24}?(?P<verb>实行)(?![的了过]|力度)[^，,的]{3,}$"
)
# 群众反映的事项三日内必须答复: by when, and what is done then.
_IN_TIME = re.compile(
    r"[^，,。；：“”]{0,24}?(?:[一二两三四五六七八九十\d]{1,3}(?:个工作日|小时|天|日|周|个月)之?内)(?:必须|务必|一律|要|须|全部|予以|给予)*(?P<verb>[^，,的\d了]{2,10})$"
)
# 各乡镇至少办一场座谈会, 领导每人包保十家企业: how many of them each does.
_DOES = rf"(?:要|须)?(?P<verb>[办开建配派设选培引帮走联包](?![成])|包[保联抓]|提供|联系|帮扶|走访|组织|举办|完成|培育|落实|打造|安排)(?:好|成|出)?{_NUMBER}[^，,的]{{2,}}$"
_AT_LEAST = re.compile(rf"[^，,。；：“”的][^，,。；：“”]{{0,16}}?至少{_DOES}")
_EACH_DOES = re.compile(rf"[^，,。；：“”的][^，,。；：“”]{{0,16}}?每[人家户镇村校县](?:至少)?{_DOES}")
# 逐案销号, 按月向社会公布: one after the other, or how often.
_IN_TURN = re.compile(r"(?:逐[\u4e00-\u9fff]、?){1,3}(?P<verb>[^，,的]{2,8})$")
_BY_MONTH = re.compile(r"按[月季周日年](?!前|期)(?P<verb>[^，,的]{2,10})$")
_FRAMES = (
    ("逐", _IN_TURN), ("按", _BY_MONTH),
    ("”", _AS_THEY_SAY), ("实行", _RULED), ("内", _IN_TIME), ("至少", _AT_LEAST), ("每", _EACH_DOES), ("一旦", _IN_CASE), ("一律", _FLATLY), ("的", _WHOEVER), ("免", _FREE), ("不", _LIMITED),
)  # fmt: skip
_RATES = re.compile("调[至到]|[定调]为|控制在|[缩长宽][到至为]")
_CHANGES = re.compile(f"[高升加低降少调缩短][到至为]?{_NUMBER}|[上下]浮|再[涨减降压]")


# 督查室每周一通报, 市里每月暗访: what is done each time; what only happens or is, is told so, too.
_EACH = re.compile(
    r"[^，,。；：“”]{0,20}?(?<!不)每(?:半年|年|个?月|季度?|周[一二三四五六日末]?|星期[一二三四五六日]?|日|天)(?:[上下]午)?(?P<verb>[^，,的\d]{2,12})$"
)
_EACH_OR_BY = re.compile("[每由]")
_HAPPENS = ("增长", "增加", "减少", "下降", "递增", "举办", "举行", "召开", "超过", "达到", "产生", "都", "有", "是")


def repeated(text: str, start: int, end: int) -> Action | None:
    """Return the whole clause where it orders how often something is to be done."""
    match = _EVERY.fullmatch(text, start, end) if text.find("次", max(start, end - 4), end) >= 0 else None
    return Action(start, end, match["verb"], "patient", listed=False) if match else None


def each_time_or_by(text: str, start: int, end: int) -> Action | None:
    """Return the whole clause where it tells what is done each time, or by whom a thing is done."""
    if _EACH_OR_BY.search(text, start, end) is None:
        return None
    return _each_time(text, start, end) or _done_by(text, start, end)


def _each_time(text: str, start: int, end: int) -> Action | None:
    """Return the whole clause where a verb tells what is done each day, week, month or year."""
    match = _EACH.fullmatch(text, start, end)
    if match is None or match["verb"].startswith(_HAPPENS):
        return None
    first = tokens.words(match["verb"])[0]
    acts = tokens.tag(first)[:1] == "v" or first in lexicon.words("duties")
    return Action(start, end, match["verb"], "patient", listed=False) if acts else None


# 产品由质检中心抽检: a thing in front of who does it.
_BY = re.compile(r"(?P<what>(?:[^，,。；：“”]{2,24}?)?)(?:均|都|全部|统一|一律)?由(?![于此来衷])(?=[^，,的向]{4,24}$)")
_CONSISTS = frozenset(
    "担任 任 主办 承办 主持 组成 构成 造成 引起 导致 决定 产生 来 转为 变为 开始 进入 发展 提高 增加 提升 降低 扩大".split()
)


def _done_by(text: str, start: int, end: int) -> Action | None:
    """Return the whole clause where it tells by whom a thing is done: a noun behind 由, then a verb."""
    match = _BY.match(text, start, end)
    if match is None or (match["what"] and _is_somebody(match["what"])):
        return None
    found = tokens.words(text[match.end() : end])
    heads = (place for place in range(1, len(found)) if tokens.tag(found[place])[:1] in ("v", "p", "d"))
    verb = next((place for place in heads if tokens.tag(found[place - 1])[:1] in ("n", "j", "")), 0)
    acts = next((word for word in found[verb:] if tokens.tag(word)[:1] == "v"), "")
    alone = not match["what"] and acts in ("牵头", "负责")
    if not verb or not acts or alone or acts in _CONSISTS or (len(acts) < 2 and acts == found[-1]):
        return None
    return Action(start, end, acts, "patient", listed=False)


def is_thing(text: str, start: int, end: int) -> bool:
    """Whether a clause only names what the next tells by whom it is done: 行动不便的老人，由志愿者送餐上门."""
    if not (4 <= end - start <= 40 and text.startswith(("，由", ",由"), end)):
        return False
    found = tokens.words(text[start:end])
    return tokens.tag(found[-1])[:1] == "n" and not _is_left_open(found)


def _is_left_open(found: tuple[str, ...]) -> bool:
    """Whether a verb has the noun at the end as its object, and no 的 makes it an attribute."""
    return "的" not in found and any(tokens.tag(word) == "v" for word in found[:-1])


def framed(text: str, start: int, end: int) -> Action | None:
    """Return the whole clause where it orders by its frame what holds for all of a kind, or how often, or at what rate."""
    clause = text[start:end]
    frames = [pattern for mark, pattern in _FRAMES if mark in clause]
    frames += [_SET] if _RATES.search(text, start, end) else []
    frames += [_CHANGED] if _CHANGES.search(text, start, end) else []
    match = next((found for pattern in frames if (found := pattern.fullmatch(text, start, end))), None)
    if match and not _holds(text, match):
        return None
    return Action(start, end, match["verb"], "patient", listed=False) if match else None


def _holds(text: str, match: re.Match[str]) -> bool:
    """Whether a verb is done in time (三天内没有车 is none), and one is quoted (对邻县否定“两地方案” has none)."""
    if match.re in (_IN_TIME, _BY_MONTH):
        first = tokens.words(match["verb"])[:2]
        return first[0] not in NOT_ACTIONS and any(tokens.tag(word)[:1] in ("v", "p") for word in first)
    if match.re is not _AS_THEY_SAY or text.endswith("逐一", match.start(), match.start("verb")):
        return True
    quoted = tokens.words(match["verb"].strip("“”"))
    return "v" in (tokens.tag(quoted[0])[:1], tokens.tag(quoted[-1])[:1])


def at_intervals_or_each(text: str, start: int, end: int) -> Action | None:
    """Return the whole clause where it tells what is done at intervals of days, or what each of many gets."""
    if _INTERVAL.search(text, start, end) and tokens.tag(text[end - 2 : end]) in ("v", "vn", "n"):
        at = next((at for at in lead_ends(text, start, end) if _AT_INTERVALS.fullmatch(text, at, end)), None)
        if at is not None:
            return Action(at, end, text[end - 2 : end], "patient", listed=False)
    each = text.find("每", start, min(end, start + 24))
    match = _FOR_EACH.fullmatch(text, each, end) if each >= 0 else None
    return Action(start, end, match["verb"], "patient", listed=False) if match else None


def follows_from(text: str, start: int, end: int) -> Action | None:
    """Return the clause as what is done with whoever the clause before it names: 购买绿色建筑的，再上浮10%."""
    match = _CONSEQUENCE.fullmatch(text, start, end)
    if match is None:
        return None
    verb, *behind = tokens.words(match["verb"])
    whole = len(verb) > 1 or bool(behind and tokens.tag(behind[0])[:1] == "v")  # 劝离
    acts = whole and tokens.tag(verb)[:1] == "v" and verb not in _NO_CONSEQUENCE
    return Action(start, end, verb, "patient", listed=False) if acts else None


_CONSEQUENCE = re.compile(
    r"(?:再|先|当天|当场|当日|每[人户家]|立即|一律|坚决|均|都|也|可|可以|将|要|必须|直接|依法依规|依规依纪|依法|依规|从严|从重|严肃|限期|及时|优先|最高|一次性|按规定|由[^，,的]{2,14}?(?=依|按|送|给|予|负|从|上|提|代))*(?P<verb>[^，,是了]{2,24})$"
)
_NO_CONSEQUENCE = frozenset(
    "没有 可能 需要 觉得 认为 知道 希望 感到 看到 属于 成为 说明 显示 不能 占 达到 超过 建议 应该 表示".split()
)


def ordered(text: str, start: int, end: int) -> Action | None:
    """Return the whole clause where a thing stands in front of what is to be done to it, None where it is somebody."""
    match = _ORDERED.fullmatch(text, start, end)
    if match is None or _is_somebody(match["what"]):
        return None
    return Action(start, end, match["verb"], "patient", listed=False)


def _is_somebody(words: str) -> bool:
    """Whether what stands in front acts itself: 各部门, 干部, 县里, 我们."""
    *_, last = tokens.words(words)
    acts = words.endswith(
        (*lexicon.words("group_nouns"), *lexicon.words("titles"), "各地", "里", "们", "村", "县", "区")
    )
    return acts or len(last) < 2 or tokens.tag(last)[:2] in ("nr", "ns", "nt", "r", "d", "c")

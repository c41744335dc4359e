"""Who wrote and who took the picture: bylines, names in brackets, photo credits, captions."""

from __future__ import annotations

import re

# 百家姓 and other surnames in use, without those that mostly begin other words (和, 全, 通 …).
_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章苏潘葛奚范彭郎鲁韦昌马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安"
    "常乐傅皮卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛禹狄米贝臧伏成戴宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫经房裘缪解应宗丁宣邓"
    "郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠曲封芮储靳段富巫焦牧谷车侯班仰仲宫宁仇栾甘厉祖武符刘景詹束龙叶幸司黎薄印白蒲邰鄂索咸赖卓蔺屠蒙池乔胥苍双闻党翟谭劳姬申扶堵冉桑桂牛寿"
    "边燕冀尚农温庄晏柴瞿阎慕连茹艾鱼容古易廖庾终衡耿满弘匡国文寇广东欧利师巩聂晁勾敖冷辛简饶曾沙养鞠丰关查游竺权盖益桓肖闫佟楚岳帅缑亢况郜琴晋覃黑呼欧付邸门敬揭占盘修逯"
)  # fmt: skip
_HAN = r"[\u3400-\u9fff]"
_NAME = rf"{_HAN}{{2,4}}(?:·{_HAN}{{1,8}})*"
_ROLE = (
    r"(?:驻\S{1,4}?)?(?:首席|见习|实习|特约|特派|全媒体|融媒体|青年|资深|高级){0,2}"
    r"(?:记者|通讯员|实习生|特派员|撰稿人|评论员|作者|撰稿|撰文|文字)"
)
_OUTLET = rf"(?:本报|本台|本网|本刊|本社|{_HAN}{{2,8}}?(?:社|报|网|台|周刊|客户端|发布))"
_TAIL = r"(?:联合|综合|摄影)?报道|发自\S{2,8}|文/摄|文/图|图/文|文并摄|文|整理"
_SEPARATOR = re.compile(r"[\s、，,/／|｜:：]+")
_STARTS = re.compile(rf"(?:{_OUTLET})?\s*{_ROLE}|文[/／|｜:：]")
_ROLES = re.compile(rf"{_OUTLET}?\s*{_ROLE}|文[/／][图摄]|图[/／]文|文[/／|｜:：]")
_TAILS = re.compile(rf"\s*(?:{_TAIL})$")
_PICTURE = re.compile(r"\s(?:图|摄影?)\s*[/／|｜:：]")
_NAMED = re.compile(_NAME)
# 王某某/文 李某某/图: who wrote and who took the picture.
_PICTURED_BY = re.compile(rf"{_NAME}\s*[/／](?:图|摄影?)(?![\u3400-\u9fff])")
_WRITTEN_BY = re.compile(r"[/／]文(?![\u3400-\u9fff/／])")
# Words behind 记者, 作者 or a name that begin like a surname: what titles say, and cities reports come from.
_NO_NAMES = frozenset(
    "关注 简介 单位 文章 连线 车间 方阵 党建 广州 成都 武汉 郑州 宁波 苏州 常州 温州 徐州 惠州 柳州 金华 许昌 石家庄 安徽 江苏".split()
)
_RUN = re.compile(rf"{_HAN}{{4,12}}")
_BODIES = re.compile(
    r"(?:公司|银行|集团|中心|委员会|办公室|学院|大学|医院|协会|学会|政府|宣传部|[市区县省街镇乡]\S{0,8}[局办委部处科]|日报|晚报|网|社|台|发布)$"
)
_SOURCE_LINE = re.compile(
    r"(?:来源|稿源|发布时间|发布日期|发稿时间)\s*[:：]"
    rf"|(?:{_HAN}{{2,6}}报\s*)?\d{{4}}[-年/]\d{{1,2}}[-月/]\d{{1,2}}日?(?:\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?"
    r"(?:\s*星期[一二三四五六日天])?(?:\s*第?\w{1,4}版)?(?:\s*来源[:：].*)?$"
)

_BRACKETED = re.compile(r"[（(][^（）()]{2,40}[）)]")

_CREDIT = re.compile(
    rf"(?:{_OUTLET}?\s*{_ROLE}?[\s:：]*|新华社发?\s*[（(]?)(?:{_NAME}[\s、]+)*{_NAME}\s*(?:/?摄影?|供图|制图|/图|图)(?:报道)?[）)]?"
    r"|(?:摄影|供图|制图|图源|图片来源|图片|照片|图)\s*[/／|｜:：].{1,40}"
    r"|(?:资料图片?|资料照片|视频截图|新华社发|视觉中国供图)"
)
_CAPTION = re.compile(r"(?:图为|图①|[左右上下]图[为：:]|本版图片|[▲△▼↑↓])")
_CREDIT_TAIL = re.compile(
    rf"[。\s（(]\s*(?:{_OUTLET}?\s*{_ROLE}?[\s:：]*|新华社发\s*[（(]?)(?:{_NAME}[\s、]+)*{_NAME}\s*(?:/?摄影?|供图)[）)]?$"
)
_SCENE = re.compile(r"现场|合影|正在|图|[（(][左右中前后]|在.{2,}(?:发言|交流|参观|讲解|采访|聆听|演奏|演出|展示)")

_BRACKET_END = re.compile(r"[。！？…”]\s*([（(][^（）()。！？]{2,40}[）)])([^。！？；，（）()]{0,120})$")
_BYLINE_END = re.compile(r"[。！？…”’）)]\s*((?:本报|本台|本网|本刊|记者|通讯员|作者|文[/／])[^。！？；，,]{1,50})$")
_BRACKET_ROLE = re.compile(rf"[（(]([^（）()。！？]{{0,16}}?{_ROLE}[^（）()。！？]{{1,40}})[）)]")
_LEAD = re.compile(r".{0,24}?讯\s*[（(]([^（）()。！？]{2,40})[）)]")


def is_credit(text: str) -> bool:
    """Return whether the line is a photo credit (本报记者 某某 摄): no byline, and no end of an article."""
    bare = _unbracketed(text)
    if len(bare) > 60 or _CREDIT.fullmatch(bare) is None or re.match(r"文[/／字]", bare):
        return False
    # Without a role, a space or a slash, 摄 and 图 end many words; then the name must look like one.
    return (
        len(_SEPARATOR.split(bare)) > 1
        or "记者" in bare
        or _is_person(re.sub(r"摄影?$|供图$|制图$|图$", "", bare))
        or bare.startswith(("资料", "视", "新华社"))
    )


def is_caption(text: str) -> bool:
    """Return whether the line itself shows that it is a caption (图为…, …。某某 摄)."""
    return _CAPTION.match(text) is not None or (len(text) <= 120 and _CREDIT_TAIL.search(text) is not None)


def shows_scene(text: str) -> bool:
    """Return whether the words fit a picture (在…发言, 现场, 合影)."""
    return _SCENE.search(text) is not None


def is_byline(text: str) -> bool:
    """Return whether the whole line says who wrote the article, or where and when it was first published."""
    if len(text) > 80 or is_credit(text):
        return False
    if is_source_line(text):
        return True
    bare = _unbracketed(text)
    if _BRACKETED.fullmatch(text) and _is_only_authors(bare):
        return True
    start = _STARTS.match(bare)
    if start is None or re.search("[。！？；]", bare):
        return False
    tokens = _tokens(bare)
    separated = (
        bool(re.match(r"[\s:：/／|｜]", bare[start.end() :])) or start.group()[-1] in "/／|｜:：" or bare != text
    )
    return bool(tokens) and all(_is_person(t) or (separated and _NAMED.fullmatch(t)) for t in tokens)


def is_source_line(text: str) -> bool:
    """Return whether the line says where or when the article was first published (来源：…, 2024-05-17 09:30)."""
    return _SOURCE_LINE.match(text) is not None


def split_tail(text: str) -> tuple[str, str, str] | None:
    """Return (body, byline, what follows it) where a line ends in a byline behind its last sentence, else None."""
    tail = text[-200:]
    offset = len(text) - len(tail)
    if (match := _BYLINE_END.search(tail)) and (is_byline(match[1]) or is_credit(match[1])):
        return text[: offset + match.start(1)].rstrip(), match[1], ""
    if (match := _BRACKET_END.search(tail)) and _is_signature(match[1][1:-1]):
        return text[: offset + match.start(1)].rstrip(), match[1], match[2].strip()
    return None


def names_in(text: str) -> tuple[str, ...]:
    """Return the names in a byline: separated ones each, a run of more than four characters as one string."""
    if is_source_line(text):
        role = _ROLES.search(text)
        text = text[role.start() :] if role else ""
    tokens = _tokens(_unbracketed(text))
    return tuple(t for t in tokens if not _BODIES.search(t) and (_NAMED.fullmatch(t) or _RUN.fullmatch(t)))


def names_in_lead(text: str) -> tuple[str, ...]:
    """Return the reporters in brackets in the first paragraph: 本报讯（记者 某某）, 东北网讯(某某 记者 某某)."""
    head = text[:400]
    match = _LEAD.match(head) or _BRACKET_ROLE.search(head)
    return names_in(match[1]) if match and _is_signature(match[1]) else ()


def _unbracketed(text: str) -> str:
    return text.strip("（()）【】[]—-□■◆●◎ \u3000")


def _tokens(text: str) -> list[str]:
    wrote = _WRITTEN_BY.sub(" ", _PICTURED_BY.sub(" ", _PICTURE.split(text)[0]))
    named = _ROLES.sub(" ", wrote)
    spaced = _TAILS.sub("", named)
    tokens = [token for token in _SEPARATOR.split(spaced) if token]
    # 本报记者 某某 北京报道: the last is where from, not who.
    return tokens[:-1] if len(tokens) > 1 and named.endswith("报道") and not _is_person(tokens[-1]) else tokens


def _is_person(token: str) -> bool:
    return (
        _NAMED.fullmatch(token) is not None
        and token[0] in _SURNAMES
        and token not in _NO_NAMES
        and not _BODIES.search(token)
    )


def _is_signature(content: str) -> bool:
    """Return whether what stands in brackets is only authors, or the office that sent the report."""
    return is_byline(f"（{content}）")


def _is_only_authors(content: str) -> bool:
    tokens = _tokens(content)
    if len(tokens) == 1 and _RUN.fullmatch(tokens[0]) and tokens[0][0] in _SURNAMES:
        return True
    return bool(tokens) and all(_is_person(token) or _is_body(token) for token in tokens)


def _is_body(token: str) -> bool:
    return len(token) <= 20 and re.fullmatch(rf"{_HAN}+", token) is not None and _BODIES.search(token) is not None

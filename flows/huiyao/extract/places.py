"""Where a meeting is held: a plain place name out of what stands behind 在 or 于."""

from __future__ import annotations

import re
from functools import cache

from huiyao import lexicon
from huiyao.extract import tokens

_REGIONS = frozenset(
    "河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆 台湾".split()
)
_SUFFIX = re.compile(r"(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|自治州|自治县|省|市|县|区|州|旗|镇|乡)$")
# 校区, 园区 and the like are parts of a site, no districts.
_ADMINISTRATIVE = re.compile(r"[\u4e00-\u9fff]{2,7}?(?:省|市|县|自治州|自治县|自治区|(?<![校园小社景厂矿])区|州|旗)")
_VENUE = re.compile(
    r"[\u4e00-\u9fff（）()]{2,20}?(?:会议中心|会展中心|展览中心|展览馆|国宾馆|宾馆|酒店|饭店|大会堂|礼堂|体育馆|体育场|剧院|大剧院|会堂|会议室|中心|广场|博物馆|大厦)"
)


@cache
def _abbreviations() -> dict[str, str]:
    return lexicon.kinds("place_abbreviations")


@cache
def _towns() -> re.Pattern[str]:
    """Return the pattern of the towns that the dictionary of words knows as something else, or not at all (银川, 唐山)."""
    return re.compile(lexicon.alternation("towns"))


# The rank of a province behind its name; a district of a city (福田区) is no region.
_REGION = re.compile(rf"(?P<name>{lexicon.one_of(_REGIONS)})(?:省|壮族自治区|回族自治区|维吾尔自治区|自治区)?")


def plain_place(phrase: str) -> str | None:
    """Return the town or region that a phrase such as 武汉市东西湖区 names (武汉), None where it names none.

    A country or province in front gives way to the town behind it (土库曼斯坦阿什哈巴德市 → 阿什哈巴德).
    """
    phrase = phrase.strip()
    if "驻" in phrase[:8]:  # 中国驻某国大使馆 tells no place
        return None
    _, capital, town = phrase.rpartition("首都")
    if capital and re.fullmatch(r"[\u4e00-\u9fff]{2,8}", town):
        return plain_place(town) or town
    if phrase in _abbreviations():
        return _abbreviations()[phrase]
    region = _REGION.match(phrase)
    village = _VILLAGE.match(phrase)
    if village:
        return village["village"]
    return (_within(phrase[region.end() :]) if region else None) or _within(phrase) or _small_place(phrase)


# A village or a quarter keeps its rank in its name (石桥村), a small town (柳溪镇) does not.
_HANZI = r"(?:(?![省市县区州旗镇乡村])[\u4e00-\u9fff])"
_VILLAGE = re.compile(
    rf"(?:[我本][县市区州镇])?(?:{_HANZI}{{2,4}}(?:镇|乡|街道))?(?P<village>{_HANZI}{{2,4}}(?:村|社区))(?![镇乡县市])"
)
_SMALL_TOWN = re.compile(r"(?:[我本][县市区州])?(?P<town>[\u4e00-\u9fff]{2,4})(?:镇|乡)")
_UNKNOWN_TOWN = re.compile(r"(?:(?![这那此我本该其会线场市县城校院家国各内中上下前后年月日])[\u4e00-\u9fff]){2}")


def _small_place(phrase: str) -> str | None:
    """Return the small town that a phrase is, or a name of two characters that is no word at all."""
    town = _SMALL_TOWN.fullmatch(phrase)
    if town:
        return town["town"]
    return phrase if _UNKNOWN_TOWN.fullmatch(phrase) and len(tokens.words(phrase)) == 2 else None


# 第七届企业家海州峰会, 企业家（海州）座谈会: the town in the name is where it meets.
_TOWN_IN_NAME = re.compile(
    r"[（(](?P<bracket>[\u4e00-\u9fff]{2,3})[）)](?!有限|公司|集团)|(?P<end>[\u4e00-\u9fff]{2})峰会$"
)


def town_in_name(name: str) -> str | None:
    """Return the town that a meeting's name tells in brackets or right before its noun, None where it tells none."""
    for match in _TOWN_IN_NAME.finditer(name):
        found = town_itself(match["bracket"] or match["end"])
        if found:
            return found
    return None


def _within(phrase: str) -> str | None:
    """Return the place that a phrase names once its province is cut off: a listed town, else what the words say."""
    found = _towns().search(phrase)
    listed = found if found and (not found.start() or tokens.tag(phrase[: found.start()]) == "ns") else None
    return listed.group() if listed else _place_by_words(phrase)


def _place_by_words(phrase: str) -> str | None:
    found = [place for place in _places(phrase) if place]
    if not found:
        return phrase if _unlisted_name(phrase) else None
    first = found[0]
    if len(found) == 1 and (first in _REGIONS or _is_country(first)):
        found += _unlisted_town(phrase, first)
    if len(found) > 1 and (first in _REGIONS or _is_country(first)):
        return found[1]
    return first


def _unlisted_town(phrase: str, first: str) -> list[str]:
    """Return the town behind a region where nothing but a town can stand there: 斐济苏瓦."""
    rest = _SUFFIX.sub("", phrase[len(first) :].removeprefix("省").removeprefix("的"))
    return (
        [rest]
        if re.fullmatch(r"[\u4e00-\u9fff]{2,5}", rest) and phrase.startswith(first) and not _VENUE.search(phrase)
        else []
    )


def _unlisted_name(phrase: str) -> bool:
    """Whether a short phrase is the name of a town that the dictionary does not call a place (桂林, 阿布贾)."""
    unknown = tokens.tag(phrase) in ("nr", "nrt", "nrfg", "nz", "")
    short = bool(re.fullmatch(r"[\u4e00-\u9fff]{2,4}", phrase)) and len(tokens.words(phrase)) == 1
    return unknown and short and not _VENUE.search(phrase)


def _is_country(place: str) -> bool:
    """Whether the dictionary's name of a place is one of a country: by the lexicon, or by how countries end."""
    return place in lexicon.words("countries") or (
        len(place) >= 2 and tokens.tag(place) == "ns" and place.endswith(_COUNTRY_ENDS)
    )


_COUNTRY_ENDS = ("斯坦", "国", "亚", "利", "兰", "尼", "瓦", "拿大")


def _places(phrase: str) -> list[str]:
    """Return the place names at the left of a phrase, without the words for their rank, largest first."""
    found: list[str] = []
    words = list(tokens.words(phrase))
    while words and len(words[0]) > 1:
        word = words.pop(0)
        joined = word
        if words and _SUFFIX.fullmatch(words[0]):
            joined += words.pop(0)
        if _VENUE.fullmatch(joined) or not (tokens.tag(word) == "ns" or _ADMINISTRATIVE.fullmatch(joined)):
            found += [_town_in_front(word)]
            break
        joined = _without_region(joined)
        bare = _SUFFIX.sub("", joined) if len(joined) > 2 else joined
        found.append(bare if len(bare) >= 2 else joined)
    if not found:
        match = _ADMINISTRATIVE.match(phrase)
        found = [_SUFFIX.sub("", match.group())] if match and len(match.group()) > 2 else []
    return [place for place in found if place and place not in _NO_TOWNS and not _LAKE.fullmatch(place)]


_NO_TOWNS = frozenset("中非 中南海 我国 全国 省 市 全省 全市 县 区 世界 国家 国际".split())
# 南湖会议中心 stands at a lake.
_LAKE = re.compile(r"[^芜巢]湖")


def _town_in_front(word: str) -> str:
    """Return the place name that a building's name begins with: 北京会议中心 → 北京."""
    return next(
        (
            word[:length]
            for length in (4, 3, 2)
            if length < len(word)
            and tokens.tag(word[:length]) == "ns"
            and not _VENUE.fullmatch(word[:length])
            and not _LAKE.fullmatch(word[:length])
            and _VENUE.search(word)
        ),
        "",
    )


def _without_region(place: str) -> str:
    """Return the town of a word that jieba joins to its province or country: 广西南宁 → 南宁, 法国巴黎 → 巴黎."""
    region = next((region for region in _REGIONS if place.startswith(region)), "")
    if len(place) - len(region) >= 2 and region:
        return place[len(region) :]
    cuts = (
        cut for cut in range(2, len(place) - 1) if tokens.tag(place[:cut]) == "ns" and tokens.tag(place[cut:]) == "ns"
    )
    return next((place[cut:] for cut in cuts), place)


def town_itself(phrase: str) -> str | None:
    """Return the town or region that a phrase is, alone or with a building of it, None for a country or anything more.

    上海 and 香港会议中心 say where; 云州市 (a government, with its rank) and 中国 do not.
    """
    place = plain_place(phrase)
    if place is None or not phrase.startswith(place) or _is_country(place):
        return None
    known = tokens.tag(place) == "ns" or _towns().fullmatch(place)
    rest = phrase[len(place) :]
    return place if known and (not rest or venue(rest) == rest) else None


def venue(phrase: str) -> str | None:
    """Return the building or site in a phrase, None where it names none."""
    match = _VENUE.search(phrase)
    return match.group() if match else None

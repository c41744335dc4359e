"""The words by which a reporter tells on: where a report of somebody's words has ended."""

from __future__ import annotations

import re
from functools import cache

from huiyao import lexicon
from huiyao.extract.people import People

# A paragraph that is one more item of a list: ——拿地即开工。 02 …, 二、…
ITEM = re.compile(r"——|0[1-9](?!\d)|[①-⑳]|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[●▲◆■★]")
# A short question behind such a mark is a heading: ◆ 路何时修好？
ASKED = re.compile(rf"(?:{ITEM.pattern})[^，,。；！？\n]{{2,24}}？")
# What every form of the following begins with.
ATTENDS = re.compile("参会|与会|出席|参加|列席|陪同")
ATTENDANCE = re.compile(
    r"(?:参会|与会)(?:研讨|交流)?[。；]?$|(?:出席|参加|列席|陪同)(?:了)?(?:上述|有关|相关|此次|本次|座谈|会见|会谈|调研|考察)?[^，,。；]{0,16}?(?:会议|会见|会谈|活动|仪式|开幕式|闭幕式|座谈|论坛|大会|调研|考察)?[。；]?$"
)
AGENDA = re.compile(
    r"^(?:会议|大会|全会|论坛|仪式)(?:还|也|以|由|将|为期|上|期间|在|于|结束|开始|听取|审议|研究|(?:原则|一致)?(?:同意|通过)(?=[^，,。]{0,8}《)|表决|选举|分为|印发|传达|学习|明确了|确定了|下发)"
)
# 座谈会上还发布了…, 签约仪式后，…
AT_MEETING = re.compile(
    r"在?[^，,。；“”此本这去今明]{0,6}(?:座谈会|签约会|发布会|推介会|大会|年会|论坛|仪式|典礼|活动|沙龙|环节)(?:上|现场|后|结束后)(?:，|,|还|双方|也)(?![^。]*我)|在?[^，,。；“”]{2,8}环节[，,]"
)
# 坦言“…”，医院将…: the words of the same speaker go on behind the quotation.
_PLAN_BEHIND = re.compile(r"[，,](?!并|随后|接着|也|还|说)[^，,。；“”]{0,12}(?:将|打算|计划|准备)[^。“”]{4,}。")
# （图片由青禾公司提供）, 图片说明：…, （记者 林某某 文/图）
CAPTION = re.compile(r"图片说明|图为|[（(][^（）()]{0,24}(?:图|摄|记者|通讯员|供稿|来源)")
# A calendar date at the head of a sentence begins the reporter's own account.
DATED = re.compile(r"\d{1,2}月\d{1,2}日(?!前)|\d{4}年\d{1,2}月(?:\d{1,2}日)?(?![底前初，,])")
# 在城乡公交方面，: the next topic of who spoke last at a press conference.
NEXT_TOPIC = re.compile(r"(?:在|关于)?[^，,。；“”]{2,12}方面[，,]")
# At a press conference, what follows in later paragraphs goes on listing what was announced.
PRESS = ("发布会", "吹风会", "记者会", "记者招待会", "新闻通气会")
# What the reporter adds about a claim or takes from other media, and news of a day of this month (某军23日继续袭击…).
ADDED = re.compile(
    r"(?:另?据)[^，,。]{2,24}(?:媒体|社|报|台|网|公司)[^，,。]{0,10}(?:报道|消息)[，,]|"
    r"[^，,。]{0,24}(?:暂未|尚未|没有|暂无|未|并未)[^，,。]{0,12}(?:回应|置评)[。]?$|"
    r"[^，,。；“”]{2,24}(?<![月\d])\d{1,2}日(?![前起内])(?:[、至]\d{1,2}日)?[^，,。]{2}"
)
# The reporter's remark at the end of a sentence: …，但未透露具体信息。
REMARK = re.compile(
    r"[，,](?:但[^，,。；]{0,8}(?:未|没有)(?:进一步)?(?:透露|公布|说明|给出|披露|提供|提及)|[^，,。；]{2,20}对此予以否认|[^，,。；]{0,14}对此[^，,。；]{0,6}未[^，,。；]{0,4}回应)"
    r"[^，,。；]{0,20}[。]"
)
PASSIVE = re.compile(
    r"(?:先后|分别|依次|相继|踊跃|现场)(?:作了?|进行了?)?[^，,。；“”]{0,6}(?:发言|签约|回应|述职|揭牌)[，,。]|"
    r"(?:此外，)?[^，,。；]{0,12}还(?:分别)?就[^。]{4,80}(?:回答|作(?:了|出)?(?:回应|介绍|解读|说明|阐释))|还就[^。]{4,80}提出(?:了)?(?:意见|建议)|一一(?:作|进行|予以|给予)(?:了|出)?(?:回应|解答|答复|回答)|由[^，,。]{2,40}主持[。]?$|就共同关心的[^，,。]{2,24}交换(?:了)?意见"
)
APPEARS = re.compile(
    r"(?:在[^，,。]{1,14}[上中])?(?:还|也|分别|一同|先后|随后|共同|一行|等)*(?:出席|参加|主持|致辞|宣读|讲话|陪同|参观|视察|考察|会见|调研|发言|发表|作(?:了|专题|主旨|交流|工作|书面|典型|表态)|为)|(?:博士|教授|院士|委员|代表)?则(?:通过|围绕|结合|就|从|以|用|分享|关注|介绍)"
)


@cache
def narrative_opener() -> re.Pattern[str]:
    """Return the pattern of words at the head of a sentence in which the reporter goes on."""
    return re.compile(
        rf"^{lexicon.alternation('openers', 'narrative')}(?=[，,]|[^，,。]{{0,20}}[看见采到]|[^，,。]{{2,}})"
    )


def plan_end(text: str, people: People, at: int, end: int) -> int:
    """Return the end of a plan told behind a quotation in the same sentence: 坦言“…”，医院将…; else `at`."""
    goes_on = _PLAN_BEHIND.match(text, at, end)
    return at if goes_on is None or people.within(at, goes_on.end()) else goes_on.end()

"""Words that come with the page, not with the article: taken off at the ends of lines, never in the middle."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A pattern for the start or the end of a line, and an example: (line, what is left of it)."""

    pattern: str
    example: tuple[str, str]


ENDS = (
    Boilerplate(
        r"[\[(（【]?责任编辑[:：][^。！？]{0,60}", ("会议同日闭幕。责任编辑：某甲科技相关新闻", "会议同日闭幕。")
    ),
    Boilerplate(r"[\[(（【]?(?:责编|编辑|校对|值班编委)[:：][^。！？，]{1,40}", ("会议同日闭幕。编辑：某甲 校对：某乙", "会议同日闭幕。")),
    Boilerplate(r"[（(]?(?:(?:供稿|编辑|校对|审核|[初复终一二三]审|监制)[:：]\s*[\u3400-\u9fff]{2,4}[\s、]*){2,}[）)]?", ("一审：某甲 二审：某乙", "")),
    Boilerplate(r"(?:责编|编辑|校对)\s+[\u3400-\u9fff]{2,4}", ("校对 某甲", "")),
    Boilerplate(r"(?:长按|扫描|扫一扫|扫码|识别)[^。！？]{0,30}二维码(?:[^。！？]*|[^。！？]{0,10}关注[^。！？]{0,30}[。！]?)", ("会议同日闭幕。长按下方二维码关注“今日某县”", "会议同日闭幕。")),
    Boilerplate(r"(?:更多[^。！？]{0,20})?(?:请|欢迎)关注[^。！？]{0,20}(?:公众号|微信号|客户端)[^。！？]{0,20}", ("会议同日闭幕。欢迎关注今日某县微信号", "会议同日闭幕。")),
    Boilerplate(r"[>》<«\[【]*\s*(?:点击|返回)[^。！？，]{0,20}(?:首页|原文|更多|频道)[^。！？，]{0,12}", ("会议同日闭幕。返回新闻首页>>", "会议同日闭幕。")),
    Boilerplate(r"(?:相关新闻|相关阅读|相关报道|推荐阅读|延伸阅读)\s*[:：>]*", ("会议同日闭幕。相关新闻", "会议同日闭幕。")),
    Boilerplate(r"[（(](?:完|下转[^（）()]{1,12})[）)]", ("会议同日闭幕。（下转第三版）", "会议同日闭幕。")),
    Boilerplate(r"[【\[]?(?:打印|关闭窗口|关闭|打印本页)[】\]]?(?:\s*[【\[]?(?:打印|关闭窗口|关闭|打印本页)[】\]]?)*", ("会议同日闭幕。【打印】【关闭】", "会议同日闭幕。")),
)  # fmt: skip
"""Tails: each stands behind the end of a sentence or fills a line."""

STARTS = (
    Boilerplate(r"关键词[:：]\s*(?=[\[【])", ("关键词：【快讯】会议昨天举行。", "【快讯】会议昨天举行。")),
    Boilerplate(r"[\[【](?:提要|摘要|导读|内容提要)[\]】]\s*", ("[提要]会议昨天举行。", "会议昨天举行。")),
    Boilerplate(r"[（(]上接[^（）()]{1,12}[）)]\s*", ("（上接第一版）会议昨天举行。", "会议昨天举行。")),
    Boilerplate(r"当前位置[:：].*", ("当前位置：首页 > 要闻", "")),
)
"""Heads: each stands at the start of a line."""

_WINDOW = 300
_LAYERS = 5
_TAIL = re.compile(r"(?:^|(?<=[。！？…”’）)\]】]))\s*(?:" + "|".join(f"(?:{row.pattern})" for row in ENDS) + r")\s*$")
_HEAD = re.compile("|".join(f"(?:{row.pattern})" for row in STARTS))
# A cheap look first: almost no line holds any of these.
_HINT = re.compile(
    "编|校对|审|二维码|关注|点击|返回|相关|推荐|延伸|[（(](?:完|下转|上接)|打印|关闭|关键词|提要|摘要|导读|当前位置"
)


def strip_boilerplate(text: str) -> str:
    """Return the line without what the page added at its ends; it may become empty."""
    if not (_HINT.search(text[:20]) or _HINT.search(text[-_WINDOW:])):
        return text
    for _ in range(_LAYERS):
        if not (match := _HEAD.match(text)):
            break
        text = text[match.end() :]
    for _ in range(_LAYERS):
        if not (match := _TAIL.search(text, max(0, len(text) - _WINDOW))):
            break
        text = text[: match.start()].rstrip()
    return text

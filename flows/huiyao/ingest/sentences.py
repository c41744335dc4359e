"""What the form of a line says: a finished sentence, a title, a fragment of a sentence that a column broke."""

from __future__ import annotations

import re

_CLOSERS = "”’」』）)]】》〉\"'"
_FINAL = frozenset("。！？!?…；;：:．～~")
_STOP = re.compile(r"[。！？!?；;]")
_COMMA = re.compile(r"[，,]")
_TITLE_LIMIT = 40
_OPENING_CALLS = re.compile(r"^(?:(?!“)[^。；;！？!?，,：:]{2,16}[！？!?]){1,2}(?=[^。；;！？!?]{4,}$)")

# What opens the body of a news item: 本报讯, 本报北京5月1日电, 央视网消息（新闻联播）：, 东北网5月23日讯(…).
_DATELINE = re.compile(
    r"(?:本报|本台|本网|本刊|本社)[^，。：]{0,14}?(?:讯|电|消息|报道)"
    r"|[一-鿿]{1,8}(?:网|社|台|报|客户端)[^，。：]{0,14}?(?:讯|电|消息)(?=[\s　（(：:昨今近日\d])"
    r"|[一-鿿]{2,6}\d{1,2}月\d{1,2}日(?:讯|电)"
)

_NEWS = re.compile(
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日(?:[上下]午|晚|凌晨|[，,])|(?:近日|日前|[昨今]天|[昨今]日|昨晚|当地时间)|(?:本报)?记者(?:[昨今]|从|近日|日前|获悉)"
)


def is_finished(text: str) -> bool:
    """Return whether the line ends a sentence or a unit of a list.

    A bracket behind a finished sentence (a name, 招商银行) leaves it finished; a closing quotation mark alone does not.
    """
    core = text.rstrip(_CLOSERS)
    if not core or core[-1] in _FINAL:
        return True
    if text[-1] in "）)":
        before = text[: max(text.rfind("（"), text.rfind("("), 0)].rstrip()
        return not before or before.rstrip(_CLOSERS)[-1:] in _FINAL
    return core[-1] == "." and not core[-2:-1].isdigit()


def has_stop(text: str) -> bool:
    """Return whether a sentence or clause with its own stop ends inside the line: titles have none."""
    return _STOP.search(text) is not None


def has_comma(text: str) -> bool:
    """Return whether the line has a comma."""
    return _COMMA.search(text) is not None


def starts_dateline(text: str) -> bool:
    """Return whether the line opens the body of a news item (本报讯, 新华社北京5月1日电, 央视网消息)."""
    return _DATELINE.match(text) is not None


def starts_news(text: str) -> bool:
    """Return whether the line begins as news does: with a dateline, with the day, or with who learned it."""
    return starts_dateline(text) or _NEWS.match(text) is not None


def is_title(text: str) -> bool:
    """Return whether the line can be a subhead: up to 40 characters, no comma and no stop."""
    if len(text) > _TITLE_LIMIT or text[-1] in "：:…":
        return False
    return not (has_stop(text) or has_comma(text) or starts_dateline(text))


def is_heading(text: str) -> bool:
    """Return whether the line can stand above a body as headline, kicker or subheadline.

    Unlike a subhead it may be of several parts with spaces between, hold a comma, or end as a question or a call.
    """
    if len(text) > 120 or text[-1] in "。；;：:，,、…" or starts_dateline(text):
        return False
    if max(map(len, text.split())) > _TITLE_LIMIT or (has_comma(text) and len(text) > 60):
        return False
    # A question or a call may be a title or open one (世界最深！…下线), one in quotation marks is speech.
    return not has_stop(without_calls(text))


def without_calls(text: str) -> str:
    """Return a title without the calls or questions at its start and the mark at its end (世界最深！…下线)."""
    return _OPENING_CALLS.sub("", text.rstrip("！？!?"))


def is_long_title(text: str) -> bool:
    """Return whether the line can be a headline in one long piece of up to 90 characters, without comma and stop."""
    return _TITLE_LIMIT < len(text) <= 90 and not (
        is_finished(text) or has_stop(text) or has_comma(text) or starts_dateline(text)
    )


def unclosed(text: str) -> int:
    """Return how many more quotation marks and brackets the line opens than it closes (negative: it closes more)."""
    return sum(map(text.count, "“「『《（")) - sum(map(text.count, "”」』》）"))

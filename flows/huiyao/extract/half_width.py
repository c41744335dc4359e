"""Articles with the narrow marks of a Latin keyboard (会议指出,要 …): read with the wide ones that rules are written in.

Pages of local governments mix both. Each mark becomes one wide mark, so that every offset stays what it was; the
records are given back as the article writes them (see `traditional.restored`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from huiyao.schema.records import Article

_HAN = r"[\u4e00-\u9fff\u3400-\u4dbf”》）)%％\"]"
# Between digits and Latin letters the narrow mark is right: 1,200, 16:20, https:, No. 1.
_NARROW = re.compile(rf"(?<={_HAN})[,;:?!]|[,;:?!](?={_HAN})|(?<={_HAN})\.(?![.\dA-Za-z])|[()\"]")
_WIDE = str.maketrans(",;:?!.()", "，；：？！。（）")
_ANY = re.compile(r"(?<=[\u4e00-\u9fff])[,;:?!.()\"]")


def is_narrow(text: str) -> bool:
    """Whether narrow marks stand behind Chinese characters."""
    return _ANY.search(text) is not None


def widened(article: Article) -> Article:
    """Return the article with wide marks in its text, of the same length; straight quotation marks open and close in turn."""
    return replace(article, text="\n".join(map(_widened, article.text.split("\n"))))


def _widened(paragraph: str) -> str:
    opens = False

    def wide(mark: re.Match[str]) -> str:
        nonlocal opens
        if mark.group() != '"':
            return mark.group().translate(_WIDE)
        opens = not opens
        return "“" if opens else "”"

    return _NARROW.sub(wide, paragraph)

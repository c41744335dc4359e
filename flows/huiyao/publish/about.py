"""What every description of a release says of the data as a whole: title, licence, authors, how to cite."""

from __future__ import annotations

from huiyao.publish.content import Content

NAME = "huiyao"
TITLE_EN = "Meetings in Chinese news: meetings, speakers, statements and measures"
TITLE_ZH = "会要：中文新闻中的会议、发言人、言论与举措"
ABOUT_EN = (
    "Who met, when and where, who said what, and which measures were taken, planned or proposed, "
    "each with its place in the text."
)
ABOUT_ZH = "谁在何时何地开会，谁说了什么，哪些举措已采取、已计划或被提出，每条记录都指向原文位置。"
KEYWORDS = ["Chinese", "news", "meetings", "speakers", "statements", "measures"]
AUTHORS = "The huiyao authors"
LICENCE_ID = "CC0-1.0"
LICENCE_TITLE = "CC0 1.0 Universal"
LICENCE_URL = "https://creativecommons.org/publicdomain/zero/1.0/"


def citation(content: Content) -> str:
    """Return how to cite the release, as an entry of BibTeX; without a year where no article has a day."""
    parts = {
        "title": f"{{{TITLE_EN}}}",
        "author": f"{{{AUTHORS}}}",
        "year": str(content.released.year) if content.released else None,
        "version": content.version,
        "note": f"Content hash {content.hash[:16]}, licence {LICENCE_ID}",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in parts.items() if value)
    return f"@misc{{{NAME}-{content.version},\n{lines}}}"

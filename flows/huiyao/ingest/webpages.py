"""A web page into one article: trafilatura finds the text, the page's own metadata the date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from huiyao.ingest.articles import single_article
from huiyao.ingest.documents import Ingested, found, rejected
from huiyao.ingest.encoding import decode
from huiyao.ingest.frontmatter import split_page
from huiyao.ingest.lines import Line, clean, split_lines
from huiyao.ingest.metadata import Metadata, day_in, read_metadata
from huiyao.schema.records import BlockKind

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,40})|<\?xml[^>]{0,100}?encoding=["']([\w-]{1,40})""",
    re.IGNORECASE,
)
# The parser refuses decoded text that still names an encoding.
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
# Names under which Chinese and other sites give the date of publication, in lower case.
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "og:release_date", "og:pubdate",
    "datepublished", "pubdate", "publishdate", "publish_date", "publish-date", "publish_time", "publishtime",
    "publicationdate", "dc.date", "dc.date.issued", "dcterms.issued", "apub:time", "weibo:article:create_at",
    "weibo: article:create_at", "parsely-pub-date", "sailthru.date", "date",
)  # fmt: skip
_KINDS: dict[str, BlockKind] = {"h1": "headline", "h2": "subhead", "h3": "subhead", "h4": "subhead"}


def read_web_page(data: bytes, source: str, sha256: str) -> Ingested:
    """Return the article of a page, rejected where it has none.

    A comment at the very start of the file may hold front matter, as a Markdown text has it; what it says goes before
    what the page says of itself. The page's date counts only where its metadata gives it (meta elements, JSON-LD, a
    time element): what stands in the text is judged like any other text.

    Raises:
        UnreadableError: The page is empty, binary or in no known encoding.
    """
    fields, page = split_page(data)
    if fields is None:
        return rejected(source, "front_matter", "The front matter is not a YAML mapping.")
    given, rejects = read_metadata(fields, source)
    html = _decoded(page)

    import trafilatura

    tree = trafilatura.load_html(html)
    if tree is None:
        return rejected(source, "html", "The file holds no HTML page.")
    body = trafilatura.bare_extraction(html, include_comments=False, include_formatting=True)
    lines = list(_lines(body.body)) if body is not None else []
    titled = any(line.kind == "headline" for line in lines)
    article = single_article(lines, source, sha256, 0, _metadata(tree, given, titled))
    return found(source, (article,) if article else (), rejects)


def _decoded(page: bytes) -> str:
    charset = _CHARSET.search(page[:4096])
    declared = (charset[1] or charset[2]).decode("ascii") if charset else None
    return _XML_DECLARATION.sub("", decode(page, declared))


def _metadata(tree: Any, given: Metadata, titled: bool) -> Metadata:
    """Return what is given, and the page's own metadata for the rest; its title only where no headline stands in it."""
    from trafilatura.metadata import extract_metadata

    published = _published(tree)
    head = extract_metadata(tree, extensive=False)
    return Metadata(
        given.published or published,
        given.publisher or head.sitename,
        given.url or head.url,
        given.headline or (None if titled else head.title),
    )


def _lines(body: Any) -> Iterator[Line]:
    """Yield the paragraphs of the extracted body (trafilatura's TEI-like elements), headings with their kind."""
    for element in body:
        kind = _KINDS.get(element.get("rend", "")) if element.tag == "head" else None
        for number, line in enumerate(split_lines(clean("".join(_strings(element))))):
            yield Line(line.text, blanks=line.blanks or number == 0, indented=line.indented, kind=kind)


def _strings(element: Any) -> Iterator[str]:
    """Yield the text of an element, a line break for each break and item in it."""
    if element.tag in ("lb", "item", "row"):
        yield "\n"
    yield element.text or ""
    for child in element:
        yield from _strings(child)
        yield child.tail or ""


def _published(tree: Any) -> str | None:
    """Return the day that the page's metadata gives as that of publication, None where it gives none."""
    given = (*_meta_dates(tree), *_json_dates(tree), *_time_dates(tree))
    return next((day for text in given if (day := day_in(text))), None)


def _meta_dates(tree: Any) -> Iterator[str]:
    given: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        given.setdefault(name, meta.get("content") or "")
    return (given[name] for name in _DATE_NAMES if name in given)


def _json_dates(tree: Any) -> Iterator[str]:
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            yield from re.findall(r'"(?:datePublished|pubDate)"\s*:\s*"([^"]{4,40})"', script.text or "")


def _time_dates(tree: Any) -> Iterator[str]:
    times = list(tree.iter("time"))
    marked = [t for t in times if t.get("itemprop") == "datePublished" or t.get("pubdate") is not None]
    return (t.get("datetime") or t.text or "" for t in (marked or times[:1]))

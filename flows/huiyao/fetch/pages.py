"""What is kept of a page: the bytes as they were fetched, with their provenance in a comment in front."""

from __future__ import annotations

from dataclasses import dataclass, replace

from huiyao.fetch.outcomes import FetchError
from huiyao.ingest.encoding import UnreadableError
from huiyao.ingest.frontmatter import page_comment, split_page
from huiyao.ingest.webpages import read_web_page
from huiyao.schema.records import Article

_HTML = ("", "text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a page comes from; `published` is the day that its feed gives, in EDTF."""

    url: str
    publisher: str | None
    published: str | None


def check_type(content_type: str) -> None:
    """Refuse what its server does not call a web page; says nothing where the server says nothing.

    Raises:
        FetchError: so it is.
    """
    named = content_type.partition(";")[0].strip().lower()
    if named not in _HTML:
        raise FetchError(f"It is no web page but {named[:60]}.")


def content(old: bytes | None, page: bytes | None, provenance: Provenance) -> bytes:
    """Return what the file of a page shall hold: `old` is what it holds, `page` what was fetched, one of them not None.

    A fetched page with the same article as the kept one changes nothing, whatever else in it changed. The day that a
    feed gives is written down only where the page gives none, and the first one stays.

    Raises:
        FetchError: there is no article in the page.
    """
    known, kept = split_page(old) if old is not None else (None, None)
    article = _article(page if page is not None else kept or b"", provenance)
    if page is None or (kept is not None and _same(kept, article, provenance)):
        page = kept or b""
    published = None if article.published_basis == "metadata" else _day(known) or provenance.published
    return _comment(provenance, published) + page


def _day(known: dict[str, object] | None) -> str | None:
    published = (known or {}).get("published")
    return published if isinstance(published, str) else None


def _comment(provenance: Provenance, published: str | None) -> bytes:
    return page_comment({"url": provenance.url, "publisher": provenance.publisher, "published": published})


def _article(page: bytes, provenance: Provenance) -> Article:
    """Return the article that a release would hold of the page."""
    try:
        # Behind a comment of ours nothing that the page begins with is taken for one.
        read = read_web_page(_comment(provenance, None) + page, "page", "")
    except UnreadableError as error:
        raise FetchError(str(error).replace("The file", "The page")) from None
    if not read.articles:
        raise FetchError(read.rejects[0].reason.replace("The source", "The page").replace("The file", "The page"))
    return read.articles[0]


def _same(kept: bytes, article: Article, provenance: Provenance) -> bool:
    try:
        return replace(_article(kept, provenance), source_sha256="") == replace(article, source_sha256="")
    except FetchError:
        return False

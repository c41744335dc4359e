"""What servers do wrong, one case a row: what lands on disk, and which reason is given where nothing does."""

from __future__ import annotations

import gzip
import time
import tracemalloc
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from huiyao.ingest import list_sources, read_source

from .conftest import Answer, Folder, Site, article, in_turn, reply

PAGE = article()
GBK = PAGE.encode("gb18030")
LOREM = "<html><body><p>Nothing here is Chinese, and so there is no article in it.</p></body></html>"


def endless(handler: BaseHTTPRequestHandler) -> None:
    """A body that never ends and is never large: a byte now and then."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Connection", "close")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def endless_head(handler: BaseHTTPRequestHandler) -> None:
    for _ in range(100):
        handler.wfile.write(b"H" if _ else b"HTTP/1.1 200 OK\r\nX: ")
        handler.wfile.flush()
        time.sleep(0.05)


def silent(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(0.8)
    handler.close_connection = True


def large(handler: BaseHTTPRequestHandler) -> None:
    """50 MB without a Content-Length."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Connection", "close")
    handler.end_headers()
    for _ in range(50):
        handler.wfile.write(b"<p>" * 350_000)


def short(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "9999")
    handler.end_headers()
    handler.wfile.write(b"<html>")
    handler.close_connection = True


def no_http(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"SSH-2.0-server\r\n")
    handler.close_connection = True


def to(location: str, status: int = 302) -> Answer:
    return reply(b"", status, Location=location)


BOMB = gzip.compress(b" " * 100_000_000, 6)

CASES: list[tuple[str, Answer, str, str | None]] = [
    # what the server does                    its answer                                              becomes  reason
    ("a page", reply(PAGE), "new", None),
    ("no content type", reply(PAGE, kind=""), "new", None),
    ("packed", reply(gzip.compress(PAGE.encode()), Content_Encoding="gzip"), "new", None),
    ("GBK, undeclared", reply(GBK, kind="text/html"), "new", None),
    ("GBK, said to be UTF-8", reply(GBK, kind="text/html; charset=utf-8"), "new", None),
    ("GBK, said to be Latin-1 in the page", reply(article(head='<meta charset="iso-8859-1">').encode("gbk")), "new", None),
    ("UTF-8, said to be GBK", reply(PAGE, kind="text/html; charset=gbk"), "new", None),
    ("UTF-16", reply(PAGE.encode("utf-16"), kind="text/html"), "new", None),
    ("500, then 200", in_turn(reply(b"", 500), reply(PAGE)), "new", None),
    ("429, then 200", in_turn(reply(b"", 429, Retry_After="0"), reply(PAGE)), "new", None),
    ("503 until a day that is over, then 200", in_turn(reply(b"", 503, Retry_After="Fri, 17 May 2024 09:30:00 GMT"), reply(PAGE)), "new", None),
    ("breaks off, then 200", in_turn(short, reply(PAGE)), "new", None),
    ("redirect on the same host", to("/moved"), "new", None),
    ("relative redirect", to("moved", 301), "new", None),
    ("redirect in bytes of UTF-8", to("/云州".encode().decode("latin-1")), "new", None),
    ("redirect in bytes of GBK", to("/云州".encode("gbk").decode("latin-1")), "new", None),
    ("an ETag that is no text", reply(PAGE, ETag='"\xe9"'), "new", None),
    ("404", reply(b"", 404), "failed", "The server answers 404."),
    ("410", reply(PAGE, 410), "failed", "The server answers 410."),
    ("500 again and again", reply(b"", 500), "failed", "The server answers 500."),
    ("429 for an hour", in_turn(reply(b"", 429, Retry_After="3600"), reply(PAGE)), "failed", "The server answers 429 and asks to wait for 3,600 seconds."),
    ("304 unasked", reply(b"", 304), "failed", "The server answers 304."),
    ("204", reply(b"", 204), "failed", "The server answers 204."),
    ("redirect to a private host", to("http://127.0.0.1:1/x"), "failed", "The host 127.0.0.1 is in a private network and not named in sources.yml."),
    ("redirect to a private name", to("http://localhost:{port}/moved"), "failed", "The host localhost is in a private network and not named in sources.yml."),
    ("redirect to cloud metadata", to("http://169.254.169.254/latest"), "failed", "The host 169.254.169.254 is in a private network and not named in sources.yml."),
    ("redirect to IPv4 in IPv6", to("http://[::ffff:127.0.0.1]:{port}/moved"), "failed", "in a private network"),
    ("redirect to a number that is a host", to("http://2130706433:{port}/moved"), "failed", "in a private network"),
    ("redirect to a file", to("file:///etc/passwd"), "failed", "It redirects elsewhere: file:///etc/passwd is no address of http or https."),
    ("redirect with a password", to("http://a:b@127.0.0.1:{port}/moved"), "failed", "It redirects elsewhere: An address with a user name in it is not fetched."),
    ("redirect to itself", to("/page"), "failed", "It redirects more than 3 times."),
    ("redirect to nowhere", reply(b"", 302), "failed", "The server answers 302 and does not say where to."),
    ("redirect to what robots.txt forbids", to("/forbidden/page"), "refused", "http://127.0.0.1:{port}/robots.txt forbids it."),
    ("sends nothing", silent, "failed", "The server sent nothing for 0.3 seconds."),
    ("a body without end", endless, "failed", "The answer was not complete after 0.8 seconds."),
    ("a header without end", endless_head, "failed", "The answer was not complete after 0.8 seconds."),
    ("breaks off", short, "failed", "The server broke off, or does not speak HTTP."),
    ("does not speak HTTP", no_http, "failed", "The server broke off, or does not speak HTTP."),
    ("50 MB", large, "failed", "The answer is larger than 200,000 bytes."),
    ("says it is 50 MB", reply(b"", Content_Length="50000000"), "failed", "The answer is larger than 200,000 bytes."),
    ("a bomb of 100 MB in gzip", reply(BOMB, Content_Encoding="gzip"), "failed", "The answer is larger than 200,000 bytes."),
    ("gzip that breaks off", reply(gzip.compress(PAGE.encode())[:-20], Content_Encoding="gzip"), "failed", "The answer is packed, and breaks off or goes on behind its end."),
    ("gzip that is none", reply(PAGE, Content_Encoding="gzip"), "failed", "The answer is packed, and damaged."),
    ("brotli unasked", reply(b"\x00", Content_Encoding="br"), "failed", "The answer is packed as br, which was not asked for."),
    ("a PDF", reply(b"%PDF-1.7", kind="application/pdf"), "failed", "It is no web page but application/pdf."),
    ("a PDF called a page", reply(b"%PDF-1.7"), "failed", "The page is binary, not text."),
    ("no encoding at all", reply(bytes(range(128, 256)) * 9), "failed", "The encoding is none of UTF-8, UTF-16, GB18030 and Big5."),
    ("an empty page", reply(b""), "failed", "The page is empty."),
    ("no Chinese", reply(LOREM), "failed", "The page holds no Chinese text."),
]  # fmt: skip


def _filled(site: Site, answer: Answer) -> Answer:
    """Return the answer with the port of the server in its Location."""

    def filled(handler: BaseHTTPRequestHandler) -> None:
        send = handler.send_header

        def send_header(keyword: str, value: str) -> None:
            send(keyword, value.replace("{port}", str(site.port)))

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(handler, "send_header", send_header)
            answer(handler)

    return filled


@pytest.mark.parametrize(("answer", "kind", "reason"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_lands_and_what_does_not(
    site: Site, folder: Folder, answer: Answer, kind: str, reason: str | None
) -> None:
    site.pages = {
        "/robots.txt": reply("User-agent: *\nDisallow: /forbidden/\n", kind="text/plain"),
        "/page": _filled(site, answer),
        **dict.fromkeys(("/moved", "/%E4%BA%91%E5%B7%9E", "/%D4%C6%D6%DD"), reply(PAGE)),
    }
    folder.list({"pages": [f"{site.url}/page"]})
    (outcome,) = folder.fetch().outcomes
    assert outcome.kind == kind, outcome
    assert (reason or "").replace("{port}", str(site.port)) in (outcome.reason or "")
    assert [*folder.files()] == ([outcome.path] if kind == "new" else [])
    if kind == "new":
        (article,) = read_source(folder.seeds, str(outcome.path)).articles
        assert article.headline == "云州市召开第1次防汛会议"
        assert article.url == f"{site.url}/page"
    assert list_sources(folder.seeds) == [*folder.files()]
    folder.fetch()


def test_a_bomb_is_never_unpacked(site: Site, folder: Folder) -> None:
    site.pages["/page"] = reply(BOMB, Content_Encoding="gzip")
    folder.list({"pages": [f"{site.url}/page"]})
    folder.fetch()
    tracemalloc.start()
    (outcome,) = folder.fetch().outcomes
    assert outcome.reason == "The answer is larger than 200,000 bytes."
    assert len(BOMB) < 200_000
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_one_source_that_fails_does_not_stop_the_others(make_site: Callable[[], Site], folder: Folder) -> None:
    good, bad = make_site(), make_site()
    bad.pages["/robots.txt"] = reply(b"", 503)
    good.pages["/page"] = reply(PAGE)
    folder.list({"name": "bad", "pages": [f"{bad.url}/page"]}, {"name": "good", "pages": [f"{good.url}/page"]})
    fetched = folder.fetch()
    assert [(one.source, one.kind) for one in fetched.outcomes] == [("bad", "failed"), ("good", "new")]
    assert fetched.outcomes[0].reason == (
        f"{bad.url}/robots.txt cannot be read, so all is forbidden: The server answers 503."
    )
    assert "/page" not in bad.paths()


def test_a_host_that_keeps_failing_is_left_alone(site: Site, folder: Folder) -> None:
    site.pages |= {f"/{n}": reply(b"", 500) for n in (1, 2, 4, 5, 6, 7)} | {"/3": reply(PAGE)}
    folder.list({"pages": [f"{site.url}/{n}" for n in range(1, 9)]})
    *_, last, least = folder.fetch().outcomes
    assert last.reason == least.reason
    assert last.reason == "The host 127.0.0.1 failed 3 times in a row, and is left alone until the next run."
    assert site.paths()[-2:] == ["/6", "/6"]
    site.pages = dict.fromkeys(site.pages, reply(PAGE))
    assert folder.fetch().counts["new"] == 6

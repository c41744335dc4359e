"""A web server on loopback whose every answer is written by the test."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from huiyao.fetch import Fetched, Limits, fetch

QUICK = Limits(
    max_bytes=200_000,
    connect_seconds=1,
    read_seconds=0.3,
    total_seconds=0.8,
    max_redirects=3,
    attempts=2,
    first_wait=0.01,
    longest_wait=0.05,
    threads=2,
)

Answer = Callable[[BaseHTTPRequestHandler], None]


def article(number: int = 1, head: str = "", extra: str = "") -> str:
    """Return a page with a made-up article."""
    return f"""<!DOCTYPE html><html><head><title>云州市召开第{number}次防汛会议</title>{head}</head><body>
<div class="nav"><a href="/">首页</a></div><article><h1>云州市召开第{number}次防汛会议</h1>
<p>云州市昨天召开第{number}次防汛会议，市长甄无名主持会议并讲话，各区县负责人参加会议，会议总结了上半年的工作情况。{extra}</p>
<p>甄无名表示，今后三年将建设三座水库，改造老旧管网一百公里，完善排水系统，确保群众用水安全，让居民喝上放心水。</p>
<p>会议要求，各区县要落实责任，加强巡查，及时处置隐患，抓好防汛物资储备，做到有备无患。</p></article></body></html>"""


def rss(*items: str) -> str:
    """Return a feed of items, each an address, or XML within an item."""
    inner = (item if item.startswith("<") else f"<link>{item}</link>" for item in items)
    rows = "".join(f"<item><title>云州要闻</title>{item}</item>" for item in inner)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>云州虚构报</title>{rows}</channel></rss>'


def reply(body: str | bytes = b"", status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str) -> Answer:
    """Return an answer with its length; names of headers have `_` for `-`."""
    data = body.encode() if isinstance(body, str) else body

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        given = {"Content-Type": kind, "Content-Length": str(len(data))}
        for name, value in (given | {name.replace("_", "-"): value for name, value in headers.items()}).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def in_turn(*answers: Answer) -> Answer:
    """Return an answer that is another one each time, in the end always the last."""
    left = list(answers)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return answer


class Site:
    """A server: `pages` by path, and `asked`, the requests that came: path and headers. It answers 404 for the rest."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: list[tuple[str, Any]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 3

            def do_GET(self) -> None:
                site.asked.append((self.path, self.headers))
                with suppress(OSError):
                    site.pages.get(self.path, reply("没有这一页。", 404))(self)

            def log_message(self, *arguments: Any) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@pytest.fixture
def make_site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Site]]:
    """A function that starts a server."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    sites: list[Site] = []

    def make() -> Site:
        sites.append(Site())
        Thread(target=sites[-1].server.serve_forever, args=(0.01,), daemon=True).start()
        return sites[-1]

    yield make
    for site in sites:
        site.server.shutdown()
        site.server.server_close()


@pytest.fixture
def site(make_site: Callable[[], Site]) -> Site:
    """One server."""
    return make_site()


class Folder:
    """A folder of articles with its store, and what a test asks of them."""

    def __init__(self, root: Path) -> None:
        self.seeds, self.store = root / "seeds", root / "store"
        self.seeds.mkdir()

    def list(self, *sources: dict[str, Any]) -> None:
        """Write `sources.yml`; a source has no delay unless it says so."""
        listed = [{"name": "yunzhou", "delay": 0} | source for source in sources]
        content = {"contact": "https://example.org/about", "sources": listed}
        (self.seeds / "sources.yml").write_text(json.dumps(content), "utf-8")

    def fetch(self, limits: Limits = QUICK) -> Fetched:
        return fetch(self.seeds, str(self.store), limits=limits)

    def files(self) -> dict[str, bytes]:
        """Return the pages by path."""
        return {path.relative_to(self.seeds).as_posix(): path.read_bytes() for path in self.seeds.rglob("*.html")}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder of articles."""
    return Folder(tmp_path)

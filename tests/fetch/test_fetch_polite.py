"""Manners: who we say we are, what robots.txt asks, time between requests; and where we do not go."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from http.server import BaseHTTPRequestHandler
from ipaddress import IPv4Address
from pathlib import Path

import httpcore2
import pytest

from huiyao import __version__
from huiyao.fetch.connections import trusted
from huiyao.fetch.guard import Clock, Guard, is_public
from huiyao.fetch.outcomes import FetchError, PassingError
from huiyao.fetch.pace import Pace

from .conftest import QUICK, Folder, Site, article, in_turn, reply, rss


def test_we_say_who_we_are(site: Site, folder: Folder) -> None:
    folder.list({"pages": [f"{site.url}/1.html"]})
    folder.fetch()
    assert {headers["User-Agent"] for _, headers in site.asked} == {
        f"huiyao/{__version__} (+https://example.org/about)"
    }
    assert {headers["Host"] for _, headers in site.asked} == {f"127.0.0.1:{site.port}"}


@pytest.mark.parametrize(
    ("rules", "fetched"),
    [
        ("User-agent: *\nDisallow: /", []),
        ("User-agent: huiyao\nDisallow: /a/", ["/b/2"]),
        ("User-agent: *\nDisallow: /\n\nUser-agent: huiyao\nAllow: /", ["/a/1", "/b/2"]),
        ("User-agent: *\nDisallow: /*/1$", ["/b/2"]),
        ("User-agent: *\nDisallow: /\nAllow: /b", ["/b/2"]),
        ("User-agent: other\nDisallow: /", ["/a/1", "/b/2"]),
        ("<html>no rules</html>", ["/a/1", "/b/2"]),
        ("", ["/a/1", "/b/2"]),
    ],
)
def test_robots(site: Site, folder: Folder, rules: str, fetched: list[str]) -> None:
    site.pages |= {"/robots.txt": reply(rules), "/a/1": reply(article()), "/b/2": reply(article(2))}
    folder.list({"pages": [f"{site.url}/a/1", f"{site.url}/b/2"]})
    outcomes = folder.fetch().outcomes
    assert site.paths() == ["/robots.txt", *fetched]
    assert [outcome.kind for outcome in outcomes].count("refused") == 2 - len(fetched)


@pytest.mark.parametrize(
    ("answer", "fetched"),
    [
        (reply(b"", 404), True),
        (reply(b"", 403), True),
        (reply(b"", 503), False),
        (reply(b"", 501), False),
        (in_turn(reply(b"", 503), reply(b"")), True),
        (reply(b"", 302, Location="/rules"), False),
        (reply(b"", 302, Location="/robots.txt"), False),
    ],
    ids=["none", "hidden", "out of order", "not implemented", "soon there", "elsewhere", "in a circle"],
)
def test_robots_that_cannot_be_had(site: Site, folder: Folder, answer: object, fetched: bool) -> None:
    site.pages |= {"/robots.txt": answer, "/rules": reply("User-agent: *\nDisallow: /"), "/1": reply(article())}  # type: ignore[dict-item]
    folder.list({"pages": [f"{site.url}/1"]})
    folder.fetch()
    assert ("/1" in site.paths()) == fetched


def test_a_feed_that_robots_forbid_is_refused(site: Site, folder: Folder) -> None:
    site.pages |= {"/robots.txt": reply("User-agent: *\nDisallow: /feed"), "/feed": reply(rss("/1"))}
    folder.list({"feed": f"{site.url}/feed"})
    (outcome,) = folder.fetch().outcomes
    assert (outcome.kind, outcome.reason) == ("refused", f"{site.url}/robots.txt forbids it.")


def test_time_passes_between_requests_to_one_host() -> None:
    now, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    pace = Pace(lambda: now[0], sleep)
    for host, delay, lasts in (("a", 2, 5), ("a", 2, 0), ("b", 1, 0), ("a", 3, 0), ("a", 2, 0)):
        with pace.turn(host, delay):
            now[0] += lasts
    assert slept == [0, 2, 0, 3, 2]


@pytest.mark.parametrize(
    ("listed", "asked", "waits"), [(0.03, "", 0.03), (0, "Crawl-delay: 0.04", 0.04), (0, "Crawl-delay: 3600", 0.05)]
)
def test_the_longer_of_both_delays_holds(
    site: Site, folder: Folder, monkeypatch: pytest.MonkeyPatch, listed: float, asked: str, waits: float
) -> None:
    given: list[float] = []
    turn = Pace.turn

    def noted(self: Pace, host: str, delay: float) -> AbstractContextManager[None]:
        given.append(delay)
        return turn(self, host, 0)

    monkeypatch.setattr(Pace, "turn", noted)
    site.pages["/robots.txt"] = reply(f"User-agent: *\n{asked}")
    folder.list({"pages": [f"{site.url}/1"], "delay": listed})
    folder.fetch()
    assert given == [listed, waits]


def test_another_host_is_asked_for_its_robots_too(make_site: Callable[[], Site], folder: Folder) -> None:
    here, there = make_site(), make_site()
    here.pages["/1"] = reply(b"", 302, Location=f"{there.url}/1")
    there.pages |= {"/robots.txt": reply("User-agent: *\nDisallow: /1"), "/1": reply(article())}
    folder.list({"name": "here", "pages": [f"{here.url}/1"]}, {"name": "there", "pages": [f"{there.url}/2"]})
    outcome, _ = folder.fetch().outcomes
    assert (outcome.kind, outcome.reason) == ("refused", f"{there.url}/robots.txt forbids it.")
    assert "/1" not in there.paths()


def test_a_redirect_may_lead_to_a_private_host_that_is_named(make_site: Callable[[], Site], folder: Folder) -> None:
    here, there = make_site(), make_site()
    here.pages["/1"] = reply(b"", 302, Location=f"{there.url}/1")
    there.pages["/1"] = reply(article())
    folder.list({"name": "here", "pages": [f"{here.url}/1"]})
    (outcome,) = folder.fetch().outcomes
    assert (outcome.kind, there.asked) == ("failed", [])
    folder.list({"name": "here", "pages": [f"{here.url}/1"]}, {"name": "there", "pages": [f"{there.url}/2"]})
    assert [one.kind for one in folder.fetch().outcomes] == ["new", "failed"]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.215.14", True),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d70e", True),
        ("2002:7f00:1::", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) == public


def guard(*answers: list[str]) -> Guard:
    left = list(answers)
    clock = Clock(5)
    clock.start()
    return Guard(frozenset({("intranet.example", 8080)}), clock, lambda host, port: left.pop(0))


def test_a_name_is_looked_up_once_and_all_it_says_counts() -> None:
    for answers in (["127.0.0.1"], ["93.184.215.14", "10.0.0.1"], ["::1"]):
        with pytest.raises(FetchError, match=r"^The host news\.example is in a private network"):
            guard(answers).connect_tcp("news.example", 80, 0.1)
    with pytest.raises(FetchError, match="in a private network"):
        guard(["127.0.0.1"]).connect_tcp("intranet.example", 22, 0.1)  # the port is another one
    with pytest.raises(PassingError, match="has no address"):
        guard([]).connect_tcp("news.example", 80, 0.1)


def test_the_guard_connects_to_what_it_has_checked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def connect(self: object, host: str, *rest: object) -> httpcore2.NetworkStream:
        asked.append(host)
        raise httpcore2.ConnectError

    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", connect)
    with pytest.raises(httpcore2.ConnectError):
        guard(["93.184.215.14", "2606:4700::1111"]).connect_tcp("news.example", 80, 0.1)
    assert asked == ["93.184.215.14", "2606:4700::1111"]


def test_a_proxy_from_the_environment(
    make_site: Callable[[], Site], folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = make_site()
    proxy.pages["http://news.example.org/1"] = reply(article())
    monkeypatch.setenv("http_proxy", f"http://user:p%40ss@127.0.0.1:{proxy.port}")
    monkeypatch.setenv("no_proxy", "direct.example.org")
    names = ("http://news.example.org/1", "http://news.example.org/2")
    folder.list({"pages": [*names], "include": []})
    proxy.pages["http://news.example.org/2"] = reply(b"", 302, Location="http://127.0.0.1/secret")
    first, second = folder.fetch().outcomes
    assert (first.kind, second.kind) == ("new", "failed")
    assert second.reason == "The host 127.0.0.1 is in a private network and not named in sources.yml."
    assert [path for path, _ in proxy.asked] == ["http://news.example.org/robots.txt", *names]
    assert proxy.asked[0][1]["Proxy-Authorization"] == "Basic dXNlcjpwQHNz"


@pytest.fixture
def secure(make_site: Callable[[], Site], tmp_path: Path) -> Site:
    """A server that speaks TLS, with a certificate for 127.0.0.1 that nobody trusts; it lies in cert.pem."""
    site = make_site()
    own_certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    site.url = site.url.replace("http:", "https:")
    site.pages["/1"] = reply(article())
    return site


def own_certificate(folder: Path) -> None:
    x509 = pytest.importorskip("cryptography.x509")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    day = datetime(2020, 1, 1)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, day, day.replace(year=2100))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    form, secret = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "cert.pem").write_bytes(certificate.public_bytes(pem))
    (folder / "key.pem").write_bytes(key.private_bytes(pem, form, secret))


@pytest.fixture(autouse=True)
def _fresh_certificates() -> Iterator[None]:
    trusted.cache_clear()
    yield
    trusted.cache_clear()


def test_https(secure: Site, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
    folder.list({"pages": [f"{secure.url}/1"]})
    assert folder.fetch().counts["new"] == 1


def test_https_without_end(secure: Site, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        for _ in range(100):
            handler.wfile.write(b"x")
            time.sleep(0.05)

    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
    secure.pages["/1"] = endless
    folder.list({"pages": [f"{secure.url}/1"]})
    start = time.monotonic()
    (outcome,) = folder.fetch().outcomes
    assert outcome.reason == "The answer was not complete after 0.8 seconds."
    assert time.monotonic() - start < 4


def test_a_certificate_that_nobody_trusts(secure: Site, folder: Folder) -> None:
    folder.list({"pages": [f"{secure.url}/1"]})
    (outcome,) = folder.fetch().outcomes
    assert "The certificate is not valid: self-signed certificate." in str(outcome.reason)
    assert secure.asked == []


def test_a_server_that_does_not_speak_tls(site: Site, folder: Folder) -> None:
    folder.list({"pages": [f"https://127.0.0.1:{site.port}/1"]})
    (outcome,) = folder.fetch().outcomes
    assert str(outcome.reason).endswith("No encrypted connection could be made.")


def test_a_server_that_is_not_there(folder: Folder) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        folder.list({"pages": [f"http://127.0.0.1:{closed.getsockname()[1]}/1"]})
        (outcome,) = folder.fetch().outcomes
    assert str(outcome.reason).endswith("No connection: Connection refused.")


def test_a_host_is_asked_one_request_at_a_time(site: Site, folder: Folder) -> None:
    busy, most = [], []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        busy.append(1)
        most.append(len(busy))
        time.sleep(0.03)
        busy.pop()
        reply(article())(handler)

    site.pages |= {f"/{n}": answer for n in range(4)}
    folder.list(*({"name": f"s{n}", "pages": [f"{site.url}/{n}"]} for n in range(4)))
    folder.fetch(replace(QUICK, threads=4))
    assert most == [1, 1, 1, 1]

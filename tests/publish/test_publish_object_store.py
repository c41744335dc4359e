"""What only object stores do: leases instead of locks, decisions instead of renames, and errors of a network."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import huiyao
from huiyao.cli import app
from huiyao.publish import ReleaseError, bucket, lease, load_table, publish_release
from huiyao.publish.bucket import Bucket, OvertakenError, Tag
from huiyao.publish.index import INDEX, LATEST, available, latest_version, read_index
from huiyao.publish.object_store import ObjectStore
from huiyao.publish.store import open_store
from huiyao.schema.records import Tables


def changed(rows: Tables, headline: str) -> Tables:
    first, *others = rows["articles"]
    return rows | {"articles": [first | {"headline": headline}, *others]}


def test_the_command_line_publishes_and_shows(s3: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.txt").write_text("松江论坛15日在松江举行。松江区区长林知远表示，将扩大开放。", encoding="utf-8")
    for words in (["publish", "--seeds", str(tmp_path), "--datasets", s3], ["show", "--datasets", s3]):
        with pytest.raises(SystemExit) as ended:
            app([*words])
        assert ended.value.code in (0, None)
        assert f"{s3}/1.0.0" in capsys.readouterr().out
    assert len(huiyao.load("articles", datasets=s3)) == 1


def test_a_dead_publisher_is_succeeded_when_its_lease_ends(
    rows: Tables, s3: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_release(rows, s3)
    with monkeypatch.context() as patch:
        patch.setattr(lease, "LEASE_SECONDS", 0.5)
        lease.Lease(Bucket(s3)).acquire()
    Bucket(s3).write("1.0.1/articles.csv", b"half", None)
    assert publish_release(changed(rows, "Next"), s3).version == "1.0.1"
    assert len(load_table(s3, "articles")) == 2


def test_a_lease_is_renewed(s3: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lease, "LEASE_SECONDS", 1.0)
    monkeypatch.setattr(lease, "_RENEW_SECONDS", 0.1)
    monkeypatch.setattr(lease, "PATIENCE_SECONDS", 0.0)
    with ObjectStore(s3).publishing():
        time.sleep(1.2)
        with pytest.raises(ReleaseError, match="Another run is publishing"), ObjectStore(s3).publishing():
            pass


@pytest.mark.parametrize("step", ["uploading", "deciding", "writing the index"])
def test_an_overtaken_publisher_changes_nothing(
    rows: Tables, s3: str, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """The first one hangs until its lease is over and the second one has published; then it goes on."""
    publish_release(rows, s3)
    key = {"uploading": "1.0.1/articles.csv", "deciding": ".lock", "writing the index": INDEX}[step]
    original, hung = Bucket.write, threading.Event()

    def write(self: Bucket, name: str, content: bytes | Path, known: Tag | None) -> Tag:
        decided = name != ".lock" or b"articles" in bytes(content)
        if name == key and decided and not hung.is_set():
            hung.set()
            with monkeypatch.context() as patch:
                patch.setattr(lease, "time", lambda: time.time() + 3600)
                publish_release(changed(rows, "Second"), s3)
        return original(self, name, content, known)

    monkeypatch.setattr(Bucket, "write", write)
    if step == "writing the index":  # it had decided: its version stays, and the second one is the next
        assert publish_release(changed(rows, "First"), s3).version == "1.0.1"
        headlines = {"1.0.1": "First", "1.0.2": "Second"}
    else:
        with pytest.raises(ReleaseError, match=r"another one took its place|another run has written there"):
            publish_release(changed(rows, "First"), s3)
        headlines = {"1.0.1": "Second"}
    assert hung.is_set()
    assert list(read_index(open_store(s3))) == ["1.0.0", *headlines]
    assert latest_version(open_store(s3)) == max(headlines)
    for version, headline in headlines.items():
        assert headline in load_table(s3, "articles", version)["headline"].tolist()


def test_an_upload_that_died_is_removed_and_nothing_else(rows: Tables, s3: str) -> None:
    publish_release(rows, s3)
    objects = Bucket(s3)
    for key in ("1.0.1/half.csv", "notes/1.txt", "2.0.0-draft/x.csv", "readme.txt"):
        objects.write(key, b"x", None)
    publish_release(rows, s3)
    assert objects.folders() == ["1.0.0", "2.0.0-draft", "notes"]
    assert list(objects.sizes("")) == [".lock", INDEX, LATEST, "readme.txt"]


def test_what_was_decided_stands_though_the_index_could_not_be_written(
    rows: Tables, s3: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_release(rows, s3)
    original = Bucket.write

    def write(self: Bucket, name: str, content: bytes | Path, known: Tag | None) -> Tag:
        if name == INDEX:
            raise OSError("the line is cut")
        return original(self, name, content, known)

    with monkeypatch.context() as patch:
        patch.setattr(Bucket, "write", write)
        with pytest.raises(ReleaseError, match=r"could not be written to .*: the line is cut"):
            publish_release(changed(rows, "First"), s3)
    assert latest_version(open_store(s3)) == "1.0.0"
    assert publish_release(changed(rows, "Second"), s3).version == "1.0.2"
    assert "First" in load_table(s3, "articles", "1.0.1")["headline"].tolist()


def test_releases_without_their_index_are_not_taken_for_leftovers(rows: Tables, s3: str) -> None:
    publish_release(rows, s3)
    Bucket(s3).delete([INDEX])
    with pytest.raises(ReleaseError, match=r"index\.json is gone"):
        publish_release(changed(rows, "Next"), s3)
    assert Bucket(s3).folders() == ["1.0.0"]


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"holder": "x"}', b'{"holder": "x", "until": "soon"}'])
def test_a_lock_that_says_nothing_holds_nobody_up(rows: Tables, s3: str, content: bytes) -> None:
    Bucket(s3).write(".lock", content, None)
    assert publish_release(rows, s3).version == "1.0.0"


def test_a_write_whose_answer_got_lost_counts(rows: Tables, s3: str, monkeypatch: pytest.MonkeyPatch) -> None:
    original = Bucket.write

    def write(self: Bucket, name: str, content: bytes | Path, known: Tag | None) -> Tag:
        tag = original(self, name, content, known)
        if "/" in name:
            return tag
        raise OvertakenError  # as when the client asks again what was already done

    monkeypatch.setattr(Bucket, "write", write)
    assert publish_release(rows, s3).published
    assert latest_version(open_store(s3)) == "1.0.0"


def test_a_release_can_be_read_over_http(rows: Tables, tmp_path: Path) -> None:
    publish_release(rows, tmp_path)
    handler = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    with server(partial(handler, directory=str(tmp_path))) as address:
        assert len(load_table(address, "meetings")) == len(rows["meetings"])
        with pytest.raises(ReleaseError, match=f"The release could not be written to {address}: "):
            publish_release(rows, address)


@pytest.mark.parametrize("version", ["..", "../1.0.0", "1.0.0/..", "", "/"])
def test_no_path_leads_out_of_the_releases(rows: Tables, s3: str, version: str) -> None:
    publish_release(rows, s3)
    with pytest.raises(ReleaseError, match=r"is not in s3:"):
        load_table(f"{s3}/", "articles", version)
    with pytest.raises(OSError, match=r"\.\.|no such"):
        open_store(s3).open("..", "1.0.0")


@contextmanager
def server(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    listening = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listening.server_port}"
    finally:
        listening.shutdown()
        listening.server_close()


def always(answer: Callable[[BaseHTTPRequestHandler], None]) -> Callable[..., BaseHTTPRequestHandler]:
    methods = dict.fromkeys(("do_GET", "do_PUT"), answer)
    return type("Handler", (BaseHTTPRequestHandler,), {"log_message": lambda *_: None, **methods})


def refusal(status: int, code: str) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.rfile.read(int(request.headers.get("Content-Length") or 0))
        body = f"<Error><Code>{code}</Code><Message>No.</Message></Error>".encode()
        request.send_response(status)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    return answer


ANSWERS = {
    "the credentials are not accepted": refusal(403, "SignatureDoesNotMatch"),
    "access is denied": refusal(403, "AccessDenied"),
    "there is no such bucket": refusal(404, "NoSuchBucket"),
    "503": refusal(503, "SlowDown"),
    "the server cannot be reached": lambda _: time.sleep(3),
}


@pytest.mark.parametrize("reason", ANSWERS)
def test_a_server_that_refuses_is_said_plainly(
    rows: Tables, s3: str, monkeypatch: pytest.MonkeyPatch, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bucket, "_ANSWER_SECONDS", 1)
    with server(always(ANSWERS[reason])) as address:
        monkeypatch.setenv("AWS_ENDPOINT_URL", address)
        with pytest.raises(ReleaseError, match=rf"^The release could not be written to {s3}: .*{reason}") as raised:
            publish_release(rows, s3)
        assert str(raised.value).count("\n") == 0
        with pytest.raises(SystemExit) as ended:
            app(["show", "--datasets", s3])
    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{s3}: ")
    assert reason in said
    assert said.count("\n") == 1


def test_nobody_listens_there(rows: Tables, s3: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    began = time.monotonic()
    with pytest.raises(ReleaseError, match="the server cannot be reached"):
        publish_release(rows, s3)
    with pytest.raises(OSError, match="the server cannot be reached"):
        load_table(s3, "meetings")
    assert time.monotonic() - began < 30


def test_there_is_no_such_bucket(rows: Tables, s3: str) -> None:
    with pytest.raises(ReleaseError, match="written to s3://nowhere/x: there is no such bucket"):
        publish_release(rows, "s3://nowhere/x")


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("nonsense", "AWS_ENDPOINT_URL is nonsense, which is no address"),
        ("http://[", "which is no address"),
        ("https://x y", "which is no address"),
        ("http://s3.example.org", r"s3\.example\.org, which is not encrypted; AWS_ALLOW_HTTP=true allows that"),
    ],
)
def test_an_endpoint_that_cannot_be_used(s3: str, monkeypatch: pytest.MonkeyPatch, address: str, sentence: str) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", address)
    with pytest.raises(ReleaseError, match=sentence):
        load_table(s3, "meetings")


@pytest.mark.parametrize(
    "url",
    ["ftp://example.org/x", "memory://x", "S4://x", "file:///tmp/x", "s3://b/x?y", "s3://b#x", "s3://a:b@c/x", "s3://"],
)
def test_an_unknown_kind_of_url(url: str) -> None:
    with pytest.raises(ReleaseError, match="is no place for releases; such a URL reads s3://"):
        open_store(url)


@pytest.mark.parametrize("url", ["s3:///x", "s3://b//x", "s3://b c/x", "http://[x"])
def test_a_url_without_a_bucket(url: str) -> None:
    with pytest.raises(ReleaseError, match=" cannot be used: "):
        open_store(url)


def test_without_obstore_it_says_what_to_install(s3: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "obstore.store", None)
    with pytest.raises(ReleaseError, match=r"needs the package obstore: pip install 'huiyao\[s3\]'"):
        open_store(s3)


def test_the_lock_tells_who_and_until_when(rows: Tables, s3: str) -> None:
    with ObjectStore(s3).publishing():
        told = json.loads(ObjectStore(s3).read(".lock") or b"")
        assert told["holder"]
        assert time.time() < told["until"] < time.time() + 61
    assert json.loads(ObjectStore(s3).read(".lock") or b"")["until"] == 0
    assert available(ObjectStore(s3)) == []

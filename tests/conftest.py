"""Fixtures for every room."""

from __future__ import annotations

import itertools
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from hypothesis import settings

from huiyao.extract import clause_model, sentence_model

# The same examples in every run, so that one commit is either right or wrong; --hypothesis-profile=default draws others.
settings.register_profile("repeatable", derandomize=True)
settings.load_profile("repeatable")

_NUMBERS = itertools.count()


@pytest.fixture
def rules_alone() -> Iterator[None]:
    """Let the models say nothing, so that a rule is tried by itself, whatever the models have learned."""
    nothing = "slot\tvalue\tweight\n"
    with clause_model.WEIGHTS.replaced(nothing), sentence_model.WEIGHTS.replaced(nothing):
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with annotated articles and the sample corpus, named by HUIYAO_SHARED.

    Unset, the tests that need it are skipped, visibly; set to a folder that is not there, they fail.
    """
    named = os.environ.get("HUIYAO_SHARED")
    if not named:
        pytest.skip("HUIYAO_SHARED names no folder with annotated articles")
    folder = Path(named).resolve()
    assert folder.is_dir(), f"HUIYAO_SHARED names {named}, which is no folder"
    return folder


# Text that makes careless patterns slow: given a length, about so many characters of one thing over and over.
_HOSTILE: dict[str, Callable[[int], str]] = {
    "open quotation marks": lambda n: "“" * n,
    "brackets": lambda n: "（" * n,
    "empty brackets": lambda n: "（）" * (n // 2),
    "correspondent prefixes": lambda n: "会议。（" + "驻" * n,
    "roles": lambda n: "记者" * (n // 2),
    "bylines": lambda n: "记者 王小某\n" * (n // 7),
    "titles and bylines": lambda n: "会议。\n" + "会议开幕\n本报记者 王小某\n" * (n // 14),
    "titles behind a byline": lambda n: "会议。\n记者 王小某\n" + "会议开幕\n" * (n // 5),
    "broken sentences": lambda n: "“会议。开幕，他\n\n" * (n // 10),
    "commas": lambda n: "，\n" * (n // 2),
    "spaces behind stops": lambda n: "会。  " * (n // 4),
    "captions": lambda n: "与会代表在现场\n王小某 摄\n" * (n // 14),
    "combining marks": lambda n: "会" + "\u0301\u0316" * (n // 2),
    "names": lambda n: "王小某 " * (n // 4),
}


@pytest.fixture(params=list(_HOSTILE.values()), ids=list(_HOSTILE))
def hostile(request: pytest.FixtureRequest) -> Callable[[int], str]:
    """A function that makes hostile text of a length."""
    make: Callable[[int], str] = request.param
    return make


@pytest.fixture(scope="session")
def s3_server() -> Iterator[str]:
    """The address of an S3 server on this machine, with the bucket `releases`."""
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    address = f"http://{host}:{port}"
    with urlopen(Request(f"{address}/releases", method="PUT")) as answer:
        assert answer.status == 200
    yield address
    server.stop()


@pytest.fixture
def s3_url(s3_server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A URL on that server below which nothing is, with the environment that reaches it."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_ENDPOINT_URL", s3_server)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    return f"s3://releases/{next(_NUMBERS)}/新 闻"

"""Fixtures for every room."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest


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

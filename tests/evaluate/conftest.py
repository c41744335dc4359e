"""A made-up article with its annotation, in folders as users keep them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Write = Callable[..., None]
TEXT = (
    "第三届云州港口论坛举行\n\n"
    "2031年5月8日，第三届云州港口论坛在云州举行。云州市市长甄有才在论坛上表示，将扩建三号码头，贯通沿江铁路。"
)


@pytest.fixture
def values() -> dict[str, Any]:
    """The annotation of the article, which extraction meets in all; a test may change it."""
    return {
        "id": "yunzhou",
        "source": "yunzhou.txt",
        "sequence": 0,
        "meetings": [
            {
                "name": "第三届云州港口论坛",
                "aliases": [],
                "ordinal": 3,
                "date": "2031-05-08",
                "place": "云州",
                "theme": None,
                "status": "held",
                "primary": True,
            }
        ],
        "speakers": [{"name": "甄有才", "positions": ["云州市市长"], "organization": "云州市", "role": "speaker"}],
        "statements": [{"speaker": "甄有才", "mode": "indirect", "text": "将扩建三号码头,贯通沿江铁路。"}],
        "measures": [
            {"text": "扩建三号码头", "status": "planned", "by": "甄有才"},
            {"text": "贯通沿江铁路", "status": "planned", "by": "甄有才"},
        ],
    }


@pytest.fixture
def write() -> Write:
    """Write an annotation into a folder."""

    def to_file(folder: Path, values: object, name: str = "yunzhou.json") -> None:
        (folder / name).write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")

    return to_file


@pytest.fixture
def gold(tmp_path: Path, write: Write, values: dict[str, Any]) -> Path:
    """A folder with the annotation; the text stands in `texts` beside it."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "yunzhou.txt").write_text(TEXT, encoding="utf-8")
    folder = tmp_path / "gold"
    folder.mkdir()
    write(folder, values)
    return folder

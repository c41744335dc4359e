"""The same from Python: huiyao.extract, extract_page, publish and load, and the rooms that bear their names."""

from __future__ import annotations

import inspect
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import huiyao
from huiyao.schema.records import Extraction, Speaker

TEXT = "云州召开产业发展座谈会\n\n昨天，云州市产业发展座谈会举行。云州市市长甄有才表示，企业是发展的主体。"


def test_extract_gives_the_records_of_one_article() -> None:
    records = huiyao.extract(TEXT, published="2024-05-09")
    assert isinstance(records, Extraction)
    assert records == huiyao.extract_page(TEXT, published="2024-05-09")[0]


@pytest.mark.parametrize(
    "published",
    ["yesterday", "2024-13-01", "2024-02-30", "2024/05/09", "", "20240509"],
)
def test_a_date_that_is_none(published: str) -> None:
    with pytest.raises(ValueError, match="is no date such as 2024-10-13"):
        huiyao.extract(TEXT, published=published)


@pytest.mark.parametrize("published", ["2024", "2024-05", "2024-05-09", "2024-02-29"])
def test_dates_known_in_part(published: str) -> None:
    assert huiyao.extract(TEXT, published=published)


def test_no_article() -> None:
    with pytest.raises(ValueError, match="holds no article"):
        huiyao.extract("")


def test_a_page_of_several_articles_is_told() -> None:
    page = f"{TEXT}\n本报记者 章一丁\n\n海陵召开座谈会\n\n{TEXT.split()[1].replace('云州', '海陵')}\n本报记者 章二丁\n"
    with pytest.raises(ValueError, match=r"holds 2 articles; huiyao\.extract_page"):
        huiyao.extract(page)
    assert len(huiyao.extract_page(page)) == 2


BEFORE_AND_AFTER = """
import huiyao
before = huiyao.extract(TEXT)
import huiyao.extract.article, huiyao.publish.release
from huiyao.extract.article import extract_article
from huiyao import extract, publish
assert huiyao.extract(TEXT) == before == extract(TEXT)
assert huiyao.extract.article.extract_article is extract_article
assert callable(huiyao.publish) and callable(publish)
"""


@pytest.mark.parametrize("first", ["", "import huiyao.extract.article", "from huiyao.publish import load_table"])
def test_rooms_and_functions_share_their_names(first: str) -> None:
    code = f"{first}\nTEXT = {TEXT!r}\n{BEFORE_AND_AFTER}"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(
    ("room", "parameters"),
    [
        ("extract", ["text", "published"]),
        ("publish", ["seeds", "datasets", "full_text", "released", "accept_drift", "store", "workers"]),
    ],
)
def test_a_room_shows_the_function_and_is_pickled_by_name(room: str, parameters: list[str]) -> None:
    module: Any = getattr(huiyao, room)
    assert isinstance(module, ModuleType)
    assert list(inspect.signature(getattr(huiyao, room)).parameters) == parameters
    assert pickle.loads(pickle.dumps(module)) is module


def test_extract_maps_over_a_pool() -> None:
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(huiyao.extract, [TEXT, TEXT])) == [huiyao.extract(TEXT)] * 2


def test_repr_shows_one_record_a_line_with_what_is_known() -> None:
    shown = repr(Extraction(speakers=(Speaker("甄有才", 3, 6, title="市长"), Speaker("贾思远", 9, 12))))
    assert shown.splitlines() == [
        "Extraction(",
        "  Speaker(name='甄有才', start=3, end=6, title='市长')",
        "  Speaker(name='贾思远', start=9, end=12)",
        ")",
    ]
    assert repr(Extraction()) == "Extraction()"


def test_publish_and_load(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text(TEXT, encoding="utf-8")
    summary = huiyao.publish(seeds, str(tmp_path / "datasets"), full_text=True)
    assert summary.release.published
    articles = huiyao.load("articles", tmp_path / "datasets")
    assert list(articles["headline"]) == ["云州召开产业发展座谈会"]
    assert articles["text"][0] == "\n".join(TEXT.split())

"""Kept results: the same records back, only for the same article and program, and never a half file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyao.increment import Results, codec, fingerprint, results
from huiyao.schema.records import Article, Block, Extraction, Measure, Meeting, Speaker, Statement

TEXTS = st.text(st.characters(codec="utf-8"), max_size=8)
NAMES = st.lists(TEXTS, max_size=3).map(tuple)
EXTRACTIONS = st.builds(
    Extraction,
    *(
        st.lists(st.builds(kind, text=TEXTS, **more) if "text" in kind.__slots__ else st.builds(kind, name=TEXTS, **more), max_size=2).map(tuple)
        for kind, more in (
            (Meeting, {"aliases": NAMES, "organizers": NAMES, "confidence": st.floats(0, 1), "ordinal": st.none() | st.integers(0, 99)}),
            (Speaker, {"positions": NAMES, "title": st.none() | TEXTS}),
            (Statement, {"cue": st.none() | TEXTS, "named": st.booleans()}),
            (Measure, {"quantities": NAMES, "named_programmes": NAMES, "by": st.none() | TEXTS}),
        )
    ),
)  # fmt: skip


def article(n: int, **known: Any) -> Article:
    text = f"松江论坛\n第{n}篇"
    return (
        Article(f"a-{n:016x}", f"{n}.txt", "0" * 64, 0, text, (Block("headline", 0, 4),), headline="松江论坛")
        if not known
        else replace(article(n), **known)
    )


def records(n: int) -> Extraction:
    return Extraction((Meeting("松江论坛", 0, 4, ordinal=n, aliases=("论坛", "松坛")),))


@pytest.fixture(params=["local", "memory", "s3"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "s3":
        return str(request.getfixturevalue("s3_url"))
    return str(tmp_path / "store") if request.param == "local" else f"memory://{uuid4().hex}/store"


def filled(location: str, n: int = 3) -> list[Article]:
    articles = [article(place) for place in range(n)]
    Results(location).keep(articles, {each.article_id: records(place) for place, each in enumerate(articles)})
    return articles


@given(extraction=EXTRACTIONS)
def test_records_come_back_as_they_were(extraction: Extraction) -> None:
    assert codec.decode(codec.encode(extraction)) == extraction


def test_what_is_kept_is_found(location: str) -> None:
    assert Results(location).find([article(1)]) == {}
    articles = filled(location)
    found = Results(location).find([*articles, article(7)])
    assert found == {each.article_id: records(place) for place, each in enumerate(articles)}
    assert Results(location).count() == 3


@pytest.mark.parametrize(
    "known",
    [{"published": "2024-10-13"}, {"headline": "别的"}, {"text": "松江论坛\n别的"}, {"blocks": (Block("body", 0, 4),)}, {"bylines": ("甲",)}],
)  # fmt: skip
def test_another_text_or_other_metadata_is_another_article(known: dict[str, Any]) -> None:
    assert codec.article_key(article(1, **known)) != codec.article_key(article(1))


@pytest.mark.parametrize(
    "known", [{"source": "b.txt"}, {"sources": ("b.txt#0",)}, {"sequence": 3}, {"source_sha256": "1" * 64}]
)
def test_where_it_was_found_does_not_matter(known: dict[str, Any]) -> None:
    assert codec.article_key(article(1, **known)) == codec.article_key(article(1))


def test_other_code_or_lexicon_finds_nothing(location: str, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = filled(location)
    monkeypatch.setattr(results, "extraction_fingerprint", lambda: "f" * 16)
    assert Results(location).find(articles) == {}


def test_a_damaged_part_is_removed_and_done_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    articles = filled(str(tmp_path))
    (part,) = tmp_path.rglob("*.parquet")
    part.write_bytes(part.read_bytes()[:100])
    assert Results(str(tmp_path)).find(articles) == {}
    assert "cannot be read" in caplog.text
    assert list(tmp_path.rglob("*.parquet")) == []


@pytest.mark.parametrize("stop", ["pathlib.Path.write_bytes", "os.replace"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_part_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: str, error: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(stop, fail)
        with pytest.raises((OSError, KeyboardInterrupt)):
            filled(str(tmp_path))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert len(Results(str(tmp_path)).find(filled(str(tmp_path)))) == 3


def test_pruning_leaves_what_is_asked_for(location: str, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = filled(location)
    with monkeypatch.context() as patch:
        patch.setattr(results, "extraction_fingerprint", lambda: "f" * 16)
        filled(location, 2)
    filled(location, 1)  # a second part with a result that the first has, too
    pruned = Results(location).prune(articles[1:])
    assert (pruned.n_files, pruned.kept) == (3, 2)
    assert set(Results(location).find(articles)) == {each.article_id for each in articles[1:]}
    again = Results(location).prune(articles[1:])
    assert (again.n_files, again.n_results, again.kept) == (0, 0, 2)


def test_the_fingerprint_follows_code_and_lexicon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def package(content: dict[str, str]) -> Callable[[str], Path]:
        root = tmp_path / uuid4().hex
        for name, text in content.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        return lambda _: root

    told = []
    base = {"extract/a.py": "1", "lexicon/b.tsv": "甲", "dates.py": "", "schema/records.py": "", "publish/c.py": "1"}
    for change in ({}, {"lexicon/b.tsv": "乙"}, {"extract/a.py": "2"}, {"extract/new.py": ""}, {"publish/c.py": "2"}):
        monkeypatch.setattr(fingerprint, "files", package(base | change))
        fingerprint.extraction_fingerprint.cache_clear()
        fingerprint.program_fingerprint.cache_clear()
        told.append((fingerprint.extraction_fingerprint(), fingerprint.program_fingerprint()))
    fingerprint.extraction_fingerprint.cache_clear()
    fingerprint.program_fingerprint.cache_clear()
    assert len({extraction for extraction, _ in told[:4]}) == 4
    assert told[4][0] == told[0][0]
    assert len({program for _, program in told}) == 5


@pytest.mark.parametrize("url", ["s3://no-such-bucket/store", "nowhere://place/store"])
def test_a_store_that_cannot_be_reached_is_said_in_one_line(url: str, s3_url: str) -> None:
    with pytest.raises(OSError, match=r"\S") as caught:
        filled(url)
    assert caught.value.filename == url
    assert "\n" not in str(caught.value.strerror)

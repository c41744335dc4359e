"""A made-up release, and the command as a function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from huiyao.pipeline import assemble
from huiyao.publish import publish_release
from huiyao.schema.records import Article, Block, Extraction, Measure, Meeting, Reject, Speaker, Statement, stable_id

HEADLINE = "云州市召开第3次产业发展座谈会"
BODY = "2024年5月8日，云州市第3次产业发展座谈会举行。云州市市长甄有才表示，企业是发展的主体。云州将设立十亿元产业基金。"
TEXT = f"{HEADLINE}\n{BODY}"


def _span(part: str) -> tuple[int, int]:
    start = TEXT.index(part)
    return start, start + len(part)


def _article() -> Article:
    return Article(
        article_id=stable_id("a", TEXT),
        source="yunzhou.txt",
        source_sha256="0" * 64,
        sequence=0,
        text=TEXT,
        blocks=(Block("headline", 0, len(HEADLINE)), Block("body", len(HEADLINE) + 1, len(TEXT))),
        headline=HEADLINE,
        published="2024-05-09",
        published_basis="metadata",
        sources=("yunzhou.txt#0",),
    )


def _extraction() -> Extraction:
    name, speaker = "云州市第3次产业发展座谈会", "甄有才"
    said, fund = "企业是发展的主体", "设立十亿元产业基金"
    return Extraction(
        meetings=(Meeting(name, *_span(name), ordinal=3, date="2024-05-08", place="云州", primary=True),),
        speakers=(Speaker(speaker, *_span(speaker), "云州市", "市长", ("云州市市长",), meeting=name),),
        statements=(Statement(speaker, True, "indirect", "表示", said, *_span(said), meeting=name),),
        measures=(
            Measure(
                fund, *_span(fund), "planned", None, False, "云州将设立十亿元产业基金。", "设立",
                actor="云州", quantities=("十亿元",), meeting=name,
            ),
        ),
    )  # fmt: skip


@pytest.fixture(scope="session")
def datasets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a release of one article with one record of each kind, and one reject."""
    folder = tmp_path_factory.mktemp("cli") / "datasets"
    article = _article()
    rejects = [Reject("empty.txt", "sources", "empty", "The file is empty.")]
    publish_release(assemble([article], {article.article_id: _extraction()}, rejects, False), folder)
    return folder


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command printed and how it ended."""

    out: str
    err: str
    code: int


Huiyao = Callable[..., Outcome]


@pytest.fixture
def huiyao(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Huiyao:
    """The command, run in this process, 80 columns wide, with no Prefect settings of the user's."""
    from huiyao.cli import app

    monkeypatch.chdir(tmp_path)  # where results are kept
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "prefect"))
    for name in ("PREFECT_API_URL", "PREFECT_PROFILE", "PREFECT_PROFILES_PATH"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: object) -> Outcome:
        with pytest.raises(SystemExit) as end:
            app([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Outcome(captured.out, captured.err, int(end.value.code or 0))

    return run

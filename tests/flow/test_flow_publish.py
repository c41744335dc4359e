"""The flow under Prefect's embedded server: the same bytes as the run in this process."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from huiyao import pipeline
from huiyao.fetch import SourcesFileError
from huiyao.ingest import SourceError
from huiyao.publish import load_table

BODY = "5月8日，{place}市产业发展座谈会举行。{place}市市长{name}表示，企业是发展的主体。{place}将设立十亿元产业基金。"
ITEMS = [("云州", "甄有才"), ("海陵", "贾思远"), ("江浦", "吴名氏"), ("石门", "梅有之"), ("平川", "沈不言")]


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """Five made-up articles in several formats and encodings, and a file that is rejected."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    texts = [f"{place}召开产业发展座谈会\n\n{BODY.format(place=place, name=name)}\n" for place, name in ITEMS]
    (folder / "a.txt").write_text(texts[0], encoding="utf-8")
    (folder / "b.txt").write_text(texts[1], encoding="gb18030")
    (folder / "c.md").write_text(f"---\npublished: 2024-05-09\n---\n{texts[2]}", encoding="utf-8")
    lines = [
        {"id": place, "published": "2024-05-09", "text": text}
        for (place, _), text in zip(ITEMS[3:], texts[3:], strict=True)
    ]
    (folder / "d.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    (folder / "e.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0")
    return folder


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches so small that a few articles make several of them."""
    monkeypatch.setattr(pipeline, "SOURCES_PER_BATCH", 2)
    monkeypatch.setattr(pipeline, "ARTICLES_PER_BATCH", 2)


def _files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.mark.usefixtures("prefect_server", "small_batches")
def test_flow_and_plain_run_give_the_same_bytes(seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from prefect.artifacts import Artifact

    from huiyao.flow import ARTIFACT, publish_flow

    monkeypatch.chdir(tmp_path)  # where results are kept
    pipeline.publish(seeds, tmp_path / "before")
    meeting_id = str(load_table(tmp_path / "before", "meetings")["meeting_id"][0])
    entry = f"corrections:\n- {{id: {meeting_id}, column: venue, value: 云州礼堂, reason: 读过}}\n"
    (seeds / "overrides.yml").write_text(entry, encoding="utf-8")

    flowed = publish_flow(str(seeds), str(tmp_path / "flowed"), full_text=True)
    plain = pipeline.publish(seeds, tmp_path / "plain", full_text=True)

    assert flowed is not None
    assert plain.counts["articles"] == 5
    assert "云州礼堂" in load_table(tmp_path / "plain", "meetings")["venue"].tolist()
    assert plain.rejects["binary"] == 1
    assert (flowed.counts, flowed.rejects) == (plain.counts, plain.rejects)
    files = _files(tmp_path / "flowed")
    assert "1.0.0/articles.parquet" in files
    assert files == _files(tmp_path / "plain")
    artifact = Artifact.get(ARTIFACT)
    assert "| articles | 5 |" in str(getattr(artifact, "data", None))

    again = publish_flow(str(seeds), str(tmp_path / "flowed"), full_text=True)
    assert again is not None
    assert not again.release.published
    assert _files(tmp_path / "flowed") == files


@pytest.mark.usefixtures("prefect_server")
def test_missing_folder_is_logged_without_a_traceback(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    from huiyao.flow import publish_flow

    with pytest.raises(SourceError):
        publish_flow(str(tmp_path / "nowhere"), str(tmp_path / "datasets"), store=None)
    assert "There is no folder" in caplog.text
    assert "Traceback" not in caplog.text


@pytest.mark.usefixtures("prefect_server")
def test_a_run_that_fetches_first_follows_sources_yml(
    seeds: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    from huiyao.flow import publish_flow

    with pytest.raises(SourcesFileError):
        publish_flow(str(seeds), str(tmp_path / "datasets"), store=None, fetch_first=True)
    assert "sources.yml" in caplog.text
    assert "Traceback" not in caplog.text
    assert not (tmp_path / "datasets" / "latest.json").exists()


@pytest.mark.usefixtures("prefect_server")
def test_an_api_that_does_not_answer_is_told() -> None:
    from prefect.settings import PREFECT_API_URL, temporary_settings

    from huiyao.flow import check_api

    check_api()
    with (
        temporary_settings({PREFECT_API_URL: "http://127.0.0.1:9/api"}),
        pytest.raises(ConnectionError, match="does not answer"),
    ):
        check_api()

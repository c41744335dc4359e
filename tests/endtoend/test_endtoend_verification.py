"""A release checked against itself and its sources, and every way in which it can be false; the articles are made up."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from huiyao import pipeline
from huiyao.publish import ReleaseError
from huiyao.publish.checksums import sha256
from huiyao.verification import verify

TEXT = "云州召开产业发展座谈会\n\n5月8日，云州市产业发展座谈会举行。云州市市长甄有才表示，企业是发展的主体。云州将设立{}亿元产业基金。\n"
CHECKS = ["files", "content", "schema", "references"]


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    for n, amount in enumerate("十百"):
        (folder / f"{n}.txt").write_text(TEXT.format(amount), encoding="utf-8")
    return folder


@pytest.fixture
def datasets(seeds: Path, tmp_path: Path) -> Path:
    pipeline.publish(seeds, tmp_path / "datasets")
    return tmp_path / "datasets"


def found(datasets: Path, sources: Path | None = None, rebuild: bool = False) -> dict[str, tuple[str, ...]]:
    return {check.name: check.faults for check in verify(datasets, sources=sources, rebuild=rebuild)}


def rewrite(datasets: Path, name: str, change: Callable[[pa.Table], pa.Table]) -> None:
    """Change a table and everything that would tell: a forger who knows the checksums, but not the sources."""
    path = datasets / "1.0.0" / f"{name}.parquet"
    pq.write_table(change(pq.read_table(path)), path)
    lines = {p.name: sha256(p) for p in path.parent.iterdir() if p.name != "SHA256SUMS"}
    (path.parent / "SHA256SUMS").write_text("".join(f"{digest}  {name}\n" for name, digest in lines.items()))


def test_a_whole_release_passes_every_check(seeds: Path, datasets: Path) -> None:
    assert found(datasets) == dict.fromkeys(CHECKS, ())
    assert found(datasets, seeds, rebuild=True) == dict.fromkeys([*CHECKS, "evidence", "rebuild"], ())


def test_files_that_are_not_those_published(datasets: Path) -> None:
    release = datasets / "1.0.0"
    (release / "meetings.csv").write_bytes(b"x")
    (release / "CHANGES.md").unlink()
    (release / "notes.txt").write_text("mine")
    assert set(found(datasets)["files"]) == {
        "CHANGES.md is missing", "notes.txt is not in SHA256SUMS", "meetings.csv is not the file that was published",
    }  # fmt: skip


def test_content_that_is_not_that_published(datasets: Path) -> None:
    rewrite(datasets, "measures", lambda t: t.set_column(t.column_names.index("status"), "status", [["done"] * len(t)]))
    faults = found(datasets)
    assert faults["files"] == ()
    assert faults["content"] == (
        "measures has not the content that was published",
        "the tables together have not the content that was published",
    )


def test_declarations_that_are_broken(datasets: Path) -> None:
    rewrite(
        datasets, "meetings", lambda t: t.set_column(t.column_names.index("status"), "status", [["cancelled"] * len(t)])
    )
    (fault,) = found(datasets)["schema"]
    assert fault.startswith("the table meetings breaks its declaration: column status fails")


def test_references_that_lead_nowhere(datasets: Path) -> None:
    rewrite(datasets, "meetings", lambda t: t.slice(0, 0))
    faults = found(datasets)["references"]
    assert any("speakers.meeting_id names m-" in fault and "which meetings has not" in fault for fault in faults)


def test_evidence_that_is_not_in_the_sources(seeds: Path, datasets: Path) -> None:
    rewrite(
        datasets, "statements", lambda t: t.set_column(t.column_names.index("text"), "text", [["他没有说过"] * len(t)])
    )
    faults = found(datasets, seeds)["evidence"]
    assert faults
    assert all("text is not what stands in the article" in fault for fault in faults)


def test_sources_that_are_gone(seeds: Path, datasets: Path) -> None:
    (seeds / "0.txt").unlink()
    faults = found(datasets, seeds, rebuild=True)
    assert any(fault.endswith("is not among the sources") for fault in faults["evidence"])
    assert any(fault.startswith("articles comes out with") for fault in faults["rebuild"])


def test_a_rebuild_keeps_to_what_the_release_carries(seeds: Path, tmp_path: Path) -> None:
    pipeline.publish(seeds, tmp_path / "texts", full_text=True)
    assert found(tmp_path / "texts", seeds, rebuild=True)["rebuild"] == ()


def test_what_cannot_be_read_is_said_plainly(datasets: Path, tmp_path: Path) -> None:
    (datasets / "1.0.0" / "datapackage.json").write_text(json.dumps([])[:1])
    with pytest.raises(ReleaseError, match=r"datapackage\.json of the release 1\.0\.0 is damaged"):
        found(datasets)
    with pytest.raises(ReleaseError, match="There is no release"):
        found(tmp_path / "nowhere")

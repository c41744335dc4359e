"""A run over what the last one saw ends at once; what is new is found and only that extracted. The articles are made up."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from huiyao import increment, pipeline
from huiyao.ingest import SourceError
from huiyao.publish import load_table
from huiyao.publish.keeping import prune
from huiyao.schema.records import Article, Extraction

TEXT = "云州召开产业发展座谈会\n\n5月{}日，云州市产业发展座谈会举行。云州市市长甄有才表示，企业是发展的主体。\n"


class Runner:
    """Runs the pipeline and notes which articles were extracted."""

    def __init__(self, root: Path) -> None:
        self.seeds, self.datasets, self.store = root / "seeds", root / "datasets", str(root / "store")
        self.extracted: list[str] = []
        self.seeds.mkdir()
        for day in range(1, 6):
            self.write(day)

    def write(self, day: int, name: str | None = None) -> None:
        (self.seeds / (name or f"{day}.txt")).write_text(TEXT.format(day), encoding="utf-8")

    def run(self, full_text: bool = False) -> pipeline.Summary:
        self.extracted.clear()
        return pipeline.publish(self.seeds, self.datasets, full_text=full_text, work=pipeline.Work(store=self.store))


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    made = Runner(tmp_path)
    extract_batch = pipeline.extract_batch

    def noted(articles: Sequence[Article]) -> dict[str, Extraction]:
        made.extracted += sorted(article.source for article in articles)
        return extract_batch(articles)

    monkeypatch.setattr(pipeline, "extract_batch", noted)
    return made


def test_only_what_is_new_is_extracted(runner: Runner) -> None:
    runner.run()
    assert runner.extracted == ["1.txt", "2.txt", "3.txt", "4.txt", "5.txt"]
    runner.write(6)
    runner.write(7, "1.txt")
    (runner.seeds / "2.txt").unlink()
    assert runner.run().release.version == "1.1.0"
    assert runner.extracted == ["1.txt", "6.txt"]
    assert sorted(load_table(runner.datasets, "articles")["source"]) == ["1.txt", "3.txt", "4.txt", "5.txt", "6.txt"]


def test_increments_give_the_bytes_of_one_run(runner: Runner, tmp_path: Path) -> None:
    runner.run()
    runner.write(6)
    grown = runner.run()
    whole = pipeline.publish(runner.seeds, tmp_path / "whole")
    for table in ("meetings", "speakers", "statements", "measures"):
        one, other = (load_table(d, table) for d in (runner.datasets, tmp_path / "whole"))
        assert one.equals(other)
    assert grown.counts == whole.counts


def test_nothing_new_reads_no_article(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    first = runner.run()
    monkeypatch.setattr(pipeline, "build", lambda *_, **__: pytest.fail("the articles were read"))
    again = runner.run()
    assert not again.release.published
    assert (again.release.version, again.counts, again.rejects, again.n_sources) == (
        first.release.version, first.counts, first.rejects, first.n_sources,
    )  # fmt: skip


def test_other_options_overrides_or_code_are_a_new_run(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    runner.run()
    assert runner.run(full_text=True).release.version == "1.0.1"
    assert runner.extracted == []
    (runner.seeds / "overrides.yml").write_text("corrections: []\n", encoding="utf-8")
    inputs = increment.read_inputs(runner.seeds)
    (runner.seeds / "overrides.yml").write_text("same_as: []\n", encoding="utf-8")
    assert increment.read_inputs(runner.seeds).hash != inputs.hash
    monkeypatch.setattr(increment.inputs, "program_fingerprint", lambda: "f" * 16)
    assert increment.read_inputs(runner.seeds).hash != inputs.hash


@pytest.mark.parametrize("lost", ["store", "datasets", "latest.json", "index.json", "1.0.0"])
def test_what_is_lost_is_made_again(runner: Runner, lost: str) -> None:
    first = runner.run()
    path = Path(runner.store) if lost == "store" else runner.datasets if lost == "datasets" else runner.datasets / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    if lost == "1.0.0":
        (runner.datasets / "latest.json").unlink()
    again = runner.run()
    assert (again.release.version, again.counts) == (first.release.version, first.counts)
    assert load_table(runner.datasets, "meetings").shape[0] == first.counts["meetings"]


def test_a_release_made_elsewhere_is_noticed(runner: Runner) -> None:
    runner.run()
    pipeline.publish(runner.seeds, runner.datasets, full_text=True)
    assert runner.run().release.version == "1.0.2"
    prune(runner.datasets, 1)
    assert runner.run().release.version == "1.0.2"


def test_changes_of_sources(runner: Runner) -> None:
    runner.run()
    run = increment.last_run(runner.store, runner.seeds, str(runner.datasets))
    runner.write(6)
    runner.write(7, "1.txt")
    (runner.seeds / "2.txt").unlink()
    changes = increment.source_changes(increment.read_inputs(runner.seeds), run)
    assert (changes.new, changes.changed, changes.gone) == (("6.txt",), ("1.txt",), ("2.txt",))
    assert changes.unchanged == ("3.txt", "4.txt", "5.txt")
    assert increment.source_changes(increment.read_inputs(runner.seeds), None).gone == ()


def test_sources_that_are_not_there_are_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="There is no folder"):
        pipeline.publish(tmp_path / "no", tmp_path / "d", work=pipeline.Work(store=str(tmp_path / "s")))

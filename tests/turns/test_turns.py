"""Runs take turns: none is lost, none is done twice, and one that was killed holds nobody up."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
import time
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from huiyao.publish import BusyError, ReleaseError
from huiyao.turns import turn

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
publishers: Any = import_module("publishers")


def test_publishers_that_start_together(tmp_path: Path) -> None:
    counts = publishers.run(tmp_path, 3, killed_every=2)
    assert counts.faults == []
    assert (counts.published, counts.nothing_new, counts.killed) == (5, 1, 1)


def test_who_does_not_wait_ends_at_once(tmp_path: Path) -> None:
    with turn(tmp_path), pytest.raises(BusyError, match="Another run is publishing"), turn(tmp_path, wait=False):
        pytest.fail("two runs had the place")
    with turn(tmp_path, wait=False):
        pass


def test_who_waits_is_told_so_and_gets_the_place(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "huiyao")
    order: list[str] = []

    def second() -> None:
        with turn(tmp_path):
            order.append("second")

    with turn(tmp_path):
        waiting = threading.Thread(target=second)
        waiting.start()
        time.sleep(0.3)
        order.append("first")
    waiting.join(10)
    assert order == ["first", "second"]
    assert "waiting for it to finish" in caplog.text


def test_patience_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huiyao.turns._PATIENCE", 0.2)
    with turn(tmp_path), pytest.raises(BusyError), turn(tmp_path):
        pytest.fail("two runs had the place")


def test_places_at_urls_are_kept_apart() -> None:
    with (
        turn("s3://bucket/one"),
        turn("s3://bucket/two"),
        pytest.raises(BusyError),
        turn("s3://bucket/one/", wait=False),
    ):
        pytest.fail("two runs had the place")


def test_a_place_that_cannot_be_written_to_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "datasets").write_text("a file")
    with pytest.raises(ReleaseError, match="could not be written"), turn(tmp_path / "datasets"):
        pass


def test_the_lock_of_a_process_that_was_killed_is_free_at_once(tmp_path: Path) -> None:
    hold = f"from huiyao.turns import turn; import time\nwith turn({str(tmp_path)!r}): print('held', flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", hold], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(BusyError), turn(tmp_path, wait=False):
            pass
        holder.kill()
        holder.wait()
        with turn(tmp_path, wait=False):
            pass

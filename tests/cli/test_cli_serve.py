"""`huiyao serve` and `huiyao alerts`: what is refused and how, and a watch without Prefect from start to end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TEXT = "{place}召开产业发展座谈会\n\n5月8日，{place}市产业发展座谈会举行。{place}市市长甄有才表示，企业是发展的主体。\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT.format(place="云州"), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ([], "Say when to run: --cron '0 6 * * *', --watch, or both."),
        (["--cron", "daily"], "'daily' is no line of cron"),
        (["--cron", "0 6 * * *", "--timezone", "Shanghai"], "There is no time zone Shanghai; one is named such as"),
        (["--cron", "0 6 * * *"], "A schedule needs a Prefect server: start one with `prefect server start`"),
        (["--watch", "--settled", "-1"], "--settled takes a number of seconds."),
        (["--watch", "--workers", "0"], "--workers takes a number from 1."),
        (["--watch", "--name", "a/b"], "--name takes a name without / and %."),
        (["--watch", "--seeds", "nowhere"], "There is no folder nowhere to read articles from."),
    ],
)
def test_what_cannot_be_served_is_said_plainly(
    huiyao: Callable[..., Any], seeds: Path, options: list[str], sentence: str
) -> None:
    outcome = huiyao("serve", *([] if "--seeds" in options else ["--seeds", seeds]), *options)
    assert outcome.code == 1
    assert outcome.err.startswith(sentence)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Say which webhook to tell: huiyao alerts URL, or --off to tell none."),
        (["https://hooks.example", "--off"], "Say which webhook to tell"),
        (["https://hooks.example"], "An alert needs a Prefect server"),
    ],
)
def test_alerts_that_cannot_be_set(huiyao: Callable[..., Any], arguments: list[str], sentence: str) -> None:
    outcome = huiyao("alerts", *arguments)
    assert outcome.code == 1
    assert outcome.err.startswith(sentence)


def test_an_alert_needs_an_address(huiyao: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    assert huiyao("alerts", "hooks").err == "hooks is no address of a webhook; one begins with https://.\n"


def test_a_watch_without_prefect(seeds: Path, tmp_path: Path) -> None:
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT")}
    command = [sys.executable, "-m", "huiyao", "serve", "--watch", "--settled", "0.2", "--workers", "1"]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        env=environ | {"PREFECT_HOME": str(tmp_path / "prefect")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as served:
        _wait_for(tmp_path / "datasets" / "1.0.0")
        (seeds / "b.txt").write_text(TEXT.format(place="海陵"), encoding="utf-8")
        _wait_for(tmp_path / "datasets" / "1.1.0")
        served.send_signal(signal.SIGTERM)
        said, _ = served.communicate(timeout=30)
    lines = [line[9:] for line in said.splitlines()]
    assert lines == [
        f"Publishes {seeds} to {tmp_path / 'datasets'} when articles there have changed and rested for 0.2 s.",
        "No Prefect server is named, so it runs in this process. Ctrl-C ends it.",
        f"Release 1.0.0 is in {tmp_path / 'datasets' / '1.0.0'}.",
        f"Release 1.1.0 is in {tmp_path / 'datasets' / '1.1.0'}.",
        "Ended.",
    ]
    assert served.returncode == 0


def _wait_for(path: Path) -> None:
    end = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < end, f"{path} did not come"
        time.sleep(0.1)

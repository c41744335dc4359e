"""The command starts quickly: asking for help imports none of the libraries that do the work."""

from __future__ import annotations

import subprocess
import sys

import pytest

from huiyao import __version__

HEAVY = (
    "numpy",
    "pandas",
    "pandera",
    "pyarrow",
    "prefect",
    "pydantic",
    "jieba",
    "trafilatura",
    "yaml",
    "charset_normalizer",
    "xlsxwriter",
    "httpcore2",
    "feedparser",
    "protego",
    "tenacity",
    "watchfiles",
)


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["publish", "--help"],
        ["fetch", "--help"],
        ["show", "--help"],
        ["extract", "--help"],
        ["evaluate", "--help"],
        ["serve", "--help"],
        ["alerts", "--help"],
        ["--version"],
    ],
)
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    code = f"""
import sys
from huiyao.cli import app
app({arguments!r}, result_action="return_value")
loaded = {{name.split(".")[0] for name in sys.modules}}
print("HEAVY", sorted(loaded & set({HEAVY!r})))
"""
    run = _run("-c", code)
    assert run.returncode == 0, run.stderr
    assert run.stdout.endswith("HEAVY []\n")


def test_importing_the_package_imports_nothing_heavy() -> None:
    run = _run("-c", f"import huiyao, sys; print(sorted({{n.split('.')[0] for n in sys.modules}} & set({HEAVY!r})))")
    assert run.stdout == "[]\n", run.stderr


def test_version() -> None:
    assert _run("-m", "huiyao", "--version").stdout == f"huiyao {__version__}\n"


def test_help_names_the_commands() -> None:
    page = _run("-m", "huiyao", "--help").stdout
    assert all(command in page for command in ("publish", "fetch", "show", "extract", "evaluate", "--version"))


@pytest.mark.parametrize("command", [["publish"], ["fetch"], ["show"], ["extract"], ["evaluate", "--gold", "gold"]])
def test_wrong_usage_ends_with_2(command: list[str]) -> None:
    run = _run("-m", "huiyao", *command, "--no-such-option")
    assert run.returncode == 2
    assert "--no-such-option" in run.stderr
    assert "Traceback" not in run.stderr

"""`datasets.load_dataset` reads the committed release by the front matter of its card."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from .conftest import Facts

_ENVIRONMENT = {
    "HF_HUB_OFFLINE": "1",
    "HF_DATASETS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_DATASETS_DISABLE_PROGRESS_BARS": "1",
    "DO_NOT_TRACK": "1",
}


@pytest.fixture(scope="session")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The library `datasets`, loaded such that it asks no one and keeps its files in a folder of the tests."""
    home = tmp_path_factory.mktemp("huggingface")
    with pytest.MonkeyPatch.context() as patch:
        for variable, value in (_ENVIRONMENT | {"HF_HOME": str(home)}).items():
            patch.setenv(variable, value)
        import datasets

        patch.setattr(datasets.config, "HF_DATASETS_OFFLINE", True)
        yield datasets


@pytest.fixture(scope="session")
def front_matter(release: Path) -> dict[str, Any]:
    _, front, _ = (release / "README.md").read_text(encoding="utf-8").split("---\n", 2)
    parsed: dict[str, Any] = yaml.safe_load(front)
    return parsed


def test_the_card_tells_what_the_hub_asks_for(front_matter: dict[str, Any]) -> None:
    assert front_matter["language"] == ["zh"]
    assert front_matter["license"] == "cc0-1.0"
    assert front_matter["pretty_name"]
    assert front_matter["size_categories"] == ["n<1K"]


def test_the_hub_finds_every_row(
    release: Path, tmp_path: Path, name: str, facts: Facts, hub: Any, front_matter: dict[str, Any]
) -> None:
    offered = [config["config_name"] for config in front_matter["configs"]]
    assert (name in offered) == bool(facts.keys)
    if name in offered:
        found = hub.load_dataset(str(release), name, split="train", cache_dir=str(tmp_path))
        assert found.column_names == facts.columns
        assert found[facts.columns[0]][:] == facts.keys
        assert found[facts.label][:] == facts.labels


def test_the_lines_of_the_card_give_the_measures(
    release: Path, package: dict[str, Any], hub: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = (release / "README.md").read_text(encoding="utf-8")
    (lines,) = re.findall(r"```python\n(import os\n.*?)```", card, re.DOTALL)
    monkeypatch.chdir(release)
    monkeypatch.setattr(hub.config, "HF_DATASETS_CACHE", tmp_path)
    scope: dict[str, Any] = {}
    exec(lines, scope)
    assert len(scope["measures"]) == next(part["rows"] for part in package["resources"] if part["name"] == "measures")


def test_without_a_name_it_is_the_meetings_with_lists_and_days(release: Path, tmp_path: Path, hub: Any) -> None:
    found = hub.load_dataset(str(release), cache_dir=str(tmp_path))["train"]
    assert found.features["article_ids"] == hub.List(hub.Value("string"))
    assert found.features["start_date"] == hub.Value("date32")
    assert found.features["ordinal"] == hub.Value("int32")

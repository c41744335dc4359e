"""Fixtures for every room."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with annotated articles and the sample corpus, named by HUIYAO_SHARED.

    Unset, the tests that need it are skipped, visibly; set to a folder that is not there, they fail.
    """
    named = os.environ.get("HUIYAO_SHARED")
    if not named:
        pytest.skip("HUIYAO_SHARED names no folder with annotated articles")
    folder = Path(named).resolve()
    assert folder.is_dir(), f"HUIYAO_SHARED names {named}, which is no folder"
    return folder

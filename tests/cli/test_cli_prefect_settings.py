"""Whether a Prefect API is configured, without importing Prefect."""

from __future__ import annotations

from pathlib import Path

import pytest

from huiyao.cli.publishing import api_configured

LOCAL = """
active = "local"
[profiles.local]
PREFECT_API_URL = "http://127.0.0.1:4200/api"
[profiles.ephemeral]
PREFECT_SERVER_ALLOW_EPHEMERAL_MODE = "true"
"""


@pytest.mark.parametrize(
    ("profiles", "environ", "expected"),
    [
        (None, {}, False),
        (None, {"PREFECT_API_URL": "http://127.0.0.1:4200/api"}, True),
        (LOCAL, {}, True),
        (LOCAL, {"PREFECT_API_URL": ""}, False),
        (LOCAL, {"PREFECT_PROFILE": "ephemeral"}, False),
        (LOCAL, {"PREFECT_PROFILE": "not there"}, False),
        (LOCAL.replace('"local"', '"ephemeral"'), {}, False),
        (LOCAL.replace('"local"', '"ephemeral"'), {"PREFECT_PROFILE": "local"}, True),
        ("no TOML [", {}, False),
        ("profiles = 3", {}, False),
        ('active = ["local"]', {}, False),
        ("[profiles]\nlocal = 3", {"PREFECT_PROFILE": "local"}, False),
    ],
)
def test_api_configured(tmp_path: Path, profiles: str | None, environ: dict[str, str], expected: bool) -> None:
    if profiles is not None:
        (tmp_path / "profiles.toml").write_text(profiles, encoding="utf-8")
    assert api_configured(environ | {"PREFECT_HOME": str(tmp_path)}) is expected


def test_profiles_path_goes_before_home(tmp_path: Path) -> None:
    path = tmp_path / "elsewhere.toml"
    path.write_text(LOCAL, encoding="utf-8")
    assert api_configured({"PREFECT_HOME": str(tmp_path), "PREFECT_PROFILES_PATH": str(path)})

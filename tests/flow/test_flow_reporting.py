"""What Prefect shows of a run: name, tags, state, artifacts, assets, and what went wrong, in one sentence."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from huiyao.publish import DriftError, ReleaseError
from huiyao.turns import turn

TEXT = "{place}召开产业发展座谈会\n\n5月8日，{place}市产业发展座谈会举行。{place}市市长甄有才表示，企业是发展的主体。{place}将设立十亿元产业基金。\n"

pytestmark = pytest.mark.usefixtures("prefect_server")


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """Two articles, and a file of a format that is not read."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    for place in ("云州", "海陵"):
        (folder / f"{place}.txt").write_text(TEXT.format(place=place), encoding="utf-8")
    (folder / "minutes.docx").write_bytes(b"PK\x03\x04")
    return folder


def _publish(seeds: Path, **options: Any) -> Any:
    from huiyao.flow import publish_flow

    options = {"datasets": str(seeds.parent / "datasets"), "store": str(seeds.parent / "store"), "workers": 1} | options
    return publish_flow(str(seeds), return_state=True, **options)


def _run(state: Any) -> Any:
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        return client.read_flow_run(state.state_details.flow_run_id)


def _artifact(key: str) -> str:
    from prefect.artifacts import Artifact

    found = Artifact.get(key)
    return str(getattr(found, "data", None))


def _event(name: str, resource: str) -> dict[str, Any]:
    """Events travel to the server on their own; wait for the one that is about what is named so in the end."""
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        for _ in range(100):
            answer = client._client.post("/events/filter", json={"filter": {"event": {"name": [name]}}, "limit": 50})
            events: list[dict[str, Any]] = answer.raise_for_status().json()["events"]
            for event in events:
                if event["resource"]["prefect.resource.id"].endswith(resource):
                    return event
            time.sleep(0.1)
    pytest.fail(f"no event {name} came about {resource}")


def test_a_run_says_what_it_did(seeds: Path) -> None:
    state = _publish(seeds)
    run = _run(state)
    location = seeds.parent / "datasets" / "1.0.0"
    assert run.name == "1.0.0 +2 articles"
    assert {"huiyao", "published", "rejects"} <= set(run.tags)
    assert run.state.message == f"Release 1.0.0 is in {location}."
    assert "| articles | 2 |" in _artifact("huiyao-release")
    assert "| minutes.docx | sources | The format of the file" in _artifact("huiyao-rejects")
    assert "first release" in _artifact("huiyao-changes")
    assert location.as_uri() in _artifact("huiyao-folder")
    assert _artifact("huiyao-read") == _artifact("huiyao-extract") == "100"
    event = _event("prefect.asset.materialization.succeeded", f"{seeds.parent.name}/datasets/measures")
    assert event["payload"] == {"version": "1.0.0", "rows": 2, "location": str(location)}

    (seeds / "江浦.txt").write_text(TEXT.format(place="江浦"), encoding="utf-8")
    assert _run(_publish(seeds)).name == "1.1.0 +1 article"
    assert "江浦" in _artifact("huiyao-changes")

    again = _run(_publish(seeds))
    assert again.name == "nothing new, still 1.1.0"
    assert "nothing new" in again.tags
    assert "Nothing new: 1.1.0 is still the latest" in _artifact("huiyao-release")


def test_a_failure_carries_its_reason(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    state = _publish(tmp_path / "nowhere")
    assert state.is_failed()
    assert _run(state).state.message == f"There is no folder {tmp_path / 'nowhere'} to read articles from."
    assert "Traceback" not in caplog.text
    assert not (tmp_path / "datasets").exists()


def test_drift_is_an_event(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def drifts(*_args: object, **_options: object) -> None:
        raise DriftError("Against the last release articles shrinks.")

    monkeypatch.setattr("huiyao.flow.publish.fn", drifts)
    state = _publish(seeds)
    assert _run(state).state.message == "Against the last release articles shrinks."
    event = _event("huiyao.release.drift", f"{seeds.parent.name}/datasets")
    assert event["payload"] == {"reason": "Against the last release articles shrinks."}
    assert event["resource"]["prefect.resource.name"] == str(seeds.parent / "datasets")


def test_a_run_that_is_told_not_to_wait_leaves_the_place_alone(seeds: Path) -> None:
    with turn(seeds.parent / "datasets"):
        state = _publish(seeds, wait=False)
    assert (state.is_completed(), state.name) == (True, "Skipped")
    assert "Another run is publishing" in _run(state).state.message
    assert not (seeds.parent / "datasets" / "1.0.0").exists()


def test_only_what_may_pass_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    from prefect import flow

    from huiyao import flow as flows

    monkeypatch.setattr(flows, "_FIRST_RETRY", 0)
    calls: list[str] = []

    def fails(why: str) -> None:
        calls.append(why)
        raise ReleaseError("The release could not be written.") from (OSError(why) if why == "timeout" else None)

    task = flows._task(fails, "fails")

    @flow
    def tries() -> None:
        flows._patient(task, "s3://bucket/folder")("timeout", return_state=True)
        flows._patient(task, "s3://bucket/folder")("drift", return_state=True)
        flows._patient(task, "datasets")("timeout", return_state=True)

    tries()
    assert calls == ["timeout"] * 4 + ["drift", "timeout"]


def test_parameters_explain_themselves() -> None:
    from huiyao.flow import publish_flow

    properties = publish_flow.parameters.properties
    assert all(properties[name].get("description") for name in properties)
    assert properties["workers"]["anyOf"][0] == {"minimum": 1, "type": "integer"}
    assert properties["released"]["anyOf"][0] == {"format": "date", "type": "string"}


def test_our_lines_are_in_the_log_of_the_run(seeds: Path) -> None:
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import LogFilter, LogFilterFlowRunId

    state = _publish(seeds)
    wanted = LogFilter(flow_run_id=LogFilterFlowRunId(any_=[state.state_details.flow_run_id]))
    with get_client(sync_client=True) as client:
        for _ in range(100):
            lines = [log.message for log in client.read_logs(wanted)]
            if any(line.startswith("Release 1.0.0 is in") for line in lines):
                break
            time.sleep(0.2)
    assert "Read 3 of 3 sources." in lines
    assert "Extracted 2 of 2 articles." in lines

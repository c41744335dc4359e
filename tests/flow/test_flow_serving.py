"""What Prefect is told of a served deployment and of alerts; and that its scheduler schedules."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
import yaml

pytestmark = pytest.mark.usefixtures("prefect_server")


def _read(deployment: UUID) -> Any:
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        return client.read_deployment(deployment)


def _served(**options: Any) -> Any:
    from huiyao.serving.schedule import Plan, Served

    parameters = {"seeds": "/articles", "datasets": "s3://bucket/datasets"} | options.pop("parameters", {})
    return Served(
        Plan(**({"name": "daily", "cron": "0 6 * * *", "timezone": "Asia/Shanghai"} | options), parameters=parameters)
    )


def test_a_served_deployment() -> None:
    deployment = _read(_served().deployment)
    (schedule,) = deployment.schedules
    assert (schedule.schedule.cron, schedule.schedule.timezone) == ("0 6 * * *", "Asia/Shanghai")
    assert (schedule.active, deployment.paused) == (True, False)
    assert deployment.parameters == {"seeds": "/articles", "datasets": "s3://bucket/datasets"}
    assert deployment.tags == ["huiyao"]
    assert deployment.global_concurrency_limit is None  # a killed run would keep its place for five minutes
    assert deployment.entrypoint == "huiyao.flow.publish_flow"
    assert "Folder of the articles." in deployment.parameter_openapi_schema["properties"]["seeds"]["description"]


def test_one_without_a_schedule() -> None:
    served = _served(name="on demand", cron=None)
    assert _read(served.deployment).schedules == []
    assert served.page.endswith(f"/deployments/deployment/{served.deployment}")


def test_the_scheduler_schedules() -> None:
    """With SQLAlchemy 2.1 the scheduler of Prefect 3.8 fails at every turn, and no scheduled run ever comes."""
    from prefect.client.orchestration import get_client
    from prefect.settings import PREFECT_CLIENT_MAX_RETRIES, temporary_settings

    deployment = _served(name="scheduled").deployment
    with temporary_settings({PREFECT_CLIENT_MAX_RETRIES: 2}), get_client(sync_client=True) as client:
        answer = client._client.post(f"/deployments/{deployment}/schedule", json={"min_runs": 3})
        answer.raise_for_status()
        runs = client._client.post(
            "/flow_runs/filter", json={"deployments": {"id": {"any_": [str(deployment)]}}}
        ).json()
    assert len(runs) >= 3
    assert {run["state"]["type"] for run in runs} == {"SCHEDULED"}


def test_alerts_are_set_replaced_and_removed() -> None:
    from prefect.blocks.notifications import CustomWebhookNotificationBlock
    from prefect.client.orchestration import get_client

    from huiyao.serving.alerts import BLOCK, remove_alerts, set_alerts

    set_alerts("https://hooks.example/one")
    set_alerts("https://hooks.example/two")
    block: Any = CustomWebhookNotificationBlock.load(BLOCK)
    assert block.url == "https://hooks.example/two"
    with get_client(sync_client=True) as client:
        (failed,) = client.read_automations_by_name("huiyao: a run failed")
        (drifted,) = client.read_automations_by_name("huiyao: a release drifted")
    assert getattr(failed.trigger, "expect", None) == {"prefect.flow-run.Failed", "prefect.flow-run.Crashed"}
    assert getattr(drifted.trigger, "expect", None) == {"huiyao.release.drift"}
    assert remove_alerts() == 2
    assert remove_alerts() == 0


def test_prefect_yaml_names_the_flow_and_its_parameters(pytestconfig: pytest.Config) -> None:
    from huiyao.flow import publish_flow

    (deployment,) = yaml.safe_load((pytestconfig.rootpath / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
    assert deployment["entrypoint"] == "huiyao.flow.publish_flow"
    assert publish_flow.name == "huiyao"
    assert deployment["parameters"].keys() <= publish_flow.parameters.properties.keys()

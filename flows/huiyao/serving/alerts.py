"""Automations that tell a webhook when a run fails and when a release is not published because too much is lost."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from prefect.automations import Automation
from prefect.blocks.notifications import CustomWebhookNotificationBlock
from prefect.client.orchestration import get_client
from prefect.events.actions import SendNotification
from prefect.events.schemas.automations import EventTrigger, Posture

from huiyao.reporting.runs import DRIFT

BLOCK = "huiyao-alerts"
"""Name of the block that keeps the webhook's address."""

_FLOW = {"prefect.resource.role": "flow", "prefect.resource.name": "huiyao"}
_FAILED = "huiyao: a run failed"
_DRIFTED = "huiyao: a release drifted"
_NAMES = (_FAILED, _DRIFTED)


def set_alerts(url: str) -> None:
    """Have both automations tell this webhook, which is sent JSON with `text`; what was set before is replaced."""
    text = {"text": "{{subject}}\n{{body}}"}
    webhook = CustomWebhookNotificationBlock(name="huiyao", url=url, json_data=text, headers=None, cookies=None)
    block: Any = webhook.save(BLOCK, overwrite=True)
    remove_alerts()
    for automation in automations(UUID(str(block))):
        automation.create()


def remove_alerts() -> int:
    """Remove both automations; return how many there were."""
    with get_client(sync_client=True) as client:
        found = [each for name in _NAMES for each in client.read_automations_by_name(name)]
        for each in found:
            client.delete_automation(each.id)
    return len(found)


def automations(block: UUID) -> list[Automation]:
    """Return the automations that send to a notification block."""
    failed = _told(
        block,
        "huiyao: {{ flow_run.name }} ended as {{ flow_run.state.name }}",
        "{{ flow_run.state.message }}\n{{ flow_run|ui_url or '' }}",
    )
    drifted = _told(block, "huiyao: the release was not published", "{{ event.payload.reason }}")
    return [
        Automation(
            name=_FAILED,
            description="Tells when a run of huiyao fails or crashes.",
            trigger=_whenever({"prefect.flow-run.Failed", "prefect.flow-run.Crashed"}, match_related=_FLOW),
            actions=[failed],
        ),
        Automation(
            name=_DRIFTED,
            description="Tells when tables shrank or columns emptied so much that nothing was published.",
            trigger=_whenever({DRIFT}),
            actions=[drifted],
        ),
    ]


def _whenever(events: set[str], **match: Any) -> EventTrigger:
    return EventTrigger(
        expect=events,
        for_each={"prefect.resource.id"},
        posture=Posture.Reactive,
        threshold=1,
        within=timedelta(0),
        **match,
    )


def _told(block: UUID, subject: str, body: str) -> SendNotification:
    return SendNotification(block_document_id=block, subject=subject, body=body)

"""A deployment of the flow that this process serves: runs on a schedule, from Prefect's pages, and when files arrive."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import active_children
from threading import Event, Thread
from typing import Any, cast
from uuid import UUID

import httpx
from prefect.client.schemas.objects import FlowRun
from prefect.client.schemas.schedules import CronSchedule
from prefect.deployments import run_deployment
from prefect.runner import Runner
from prefect.settings import PREFECT_UI_URL
from prefect.types.entrypoint import EntrypointType
from pydantic import ValidationError

from huiyao.flow import publish_flow
from huiyao.schedules import ScheduleError, check_schedule
from huiyao.version import __version__
from huiyao.watching import PassingError

_POLL = 2.0  # seconds between two looks at a run that is waited for


@dataclass(frozen=True, slots=True)
class Plan:
    """What to serve: the deployment's name, when it runs (`cron` None: when told to), and the flow's parameters."""

    name: str
    cron: str | None
    timezone: str
    parameters: Mapping[str, Any]


class Served:
    """A deployment of the flow, known to Prefect and run by this process.

    One run at a time: this process starts the next when the last has ended. A concurrency limit of the deployment would do so for
    all processes, but Prefect takes its place back only five minutes after a run was killed; the lock of `turns` at once.
    """

    def __init__(self, plan: Plan) -> None:
        """Tell Prefect of the deployment.

        Raises:
            ScheduleError: Prefect does not understand the schedule.
        """
        self._runner = Runner(name=plan.name, limit=1)
        deployment = self._runner.add_flow(
            publish_flow,
            name=plan.name,
            schedules=_schedules(plan),
            paused=False,  # what an earlier process has paused when it ended goes on
            parameters={**plan.parameters},
            description="Publishes the articles that are new; does nothing where there are none.",
            tags=["huiyao"],
            version=__version__,
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
        self.deployment = cast(UUID, deployment)  # no coroutine: nobody awaits here

    @property
    def page(self) -> str:
        """Where Prefect shows the deployment."""
        return f"{PREFECT_UI_URL.value()}/deployments/deployment/{self.deployment}"

    def run_once(self) -> None:
        """Have Prefect run the deployment now, and wait for the end.

        Raises:
            PassingError: Prefect does not answer.
            RuntimeError: the run went wrong; says why.
        """
        try:
            run = cast(FlowRun, run_deployment(self.deployment, poll_interval=_POLL, as_subflow=False))
        except httpx.HTTPError as error:
            raise PassingError(f"Prefect does not answer: {error}.") from error
        if run.state is not None and not run.state.is_completed():
            raise RuntimeError(f"The run {run.name} ended as {run.state.name}: {run.state.message}")

    def serve(self, watcher: Thread | None, stop: Event) -> None:
        """Serve until the process is told to end; the schedule then rests.

        A run that has begun is brought to its end, unless the process is told again.
        """
        if watcher:
            watcher.start()
        try:
            asyncio.run(self._until_told(stop))
        finally:
            stop.set()

    async def _until_told(self, stop: Event) -> None:
        running = asyncio.create_task(self._runner.start())
        await asyncio.sleep(0)  # the runner sets a handler of its own first, which ends in a traceback

        def end() -> None:
            if stop.is_set():
                for run in active_children():
                    run.terminate()
            stop.set()
            running.cancel()

        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, end)
        with suppress(asyncio.CancelledError):
            await running


def _schedules(plan: Plan) -> list[CronSchedule]:
    if plan.cron is None:
        return []
    check_schedule(plan.cron, plan.timezone)
    try:
        return [CronSchedule(cron=plan.cron, timezone=plan.timezone)]
    except ValidationError:
        raise ScheduleError(f"Prefect does not understand the schedule {plan.cron!r} in {plan.timezone}.") from None

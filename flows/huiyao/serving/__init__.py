"""huiyao by itself: on a schedule, when files arrive, and with alerts when something goes wrong, all through Prefect."""

from __future__ import annotations

from huiyao.reporting import prepare_prefect

prepare_prefect()  # before anything here imports Prefect

"""Where batches are worked on: here, in a pool of processes, or on a Dask cluster. The results and their order are the same."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

_T = TypeVar("_T")
_R = TypeVar("_R")

_PATIENCE = "30s"  # for the scheduler of a cluster to answer
_ATTEMPTS = 3  # for a batch whose worker dies; one that kills its worker each time is a fault of the batch


class WorkerError(Exception):
    """The workers cannot do the work; the message is one plain sentence."""


@dataclass(frozen=True, slots=True)
class Workers:
    """How many processes work (None: one for each processor), or the address of the scheduler of a Dask cluster."""

    n: int | None = 1
    dask: str | None = None

    def map(self, function: Callable[..., _R], batches: Sequence[_T], *arguments: Any) -> Iterator[_R]:
        """Yield `function(*arguments, batch)` for each batch, in the order of the batches.

        What a worker that dies was working on is done again.

        Raises:
            WorkerError: the cluster does not answer, or workers die again and again.
        """
        n = min(self.n or os.cpu_count() or 1, len(batches))
        if self.dask and batches:
            return _on_dask(self.dask, function, batches, arguments)
        if n > 1:
            return _in_pool(n, function, batches, arguments)
        return (function(*arguments, batch) for batch in batches)


HERE = Workers()
"""This process alone."""


def _in_pool(n: int, function: Callable[..., _R], batches: Sequence[_T], arguments: tuple[Any, ...]) -> Iterator[_R]:
    from concurrent.futures.process import BrokenProcessPool

    done, attempts = 0, 0
    while done < len(batches):
        try:
            for result in _pool_run(n, function, batches[done:], arguments):
                yield result
                done, attempts = done + 1, 0
        except BrokenProcessPool:
            attempts += 1
            if attempts == _ATTEMPTS:
                raise WorkerError(
                    f"A worker died {_ATTEMPTS} times over the same batch; memory may be short: try --workers 1."
                ) from None


def _pool_run(n: int, function: Callable[..., _R], batches: Sequence[_T], arguments: tuple[Any, ...]) -> Iterator[_R]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # A fresh process for each worker: one that is forked would inherit the threads and locks of Prefect and Arrow.
    with ProcessPoolExecutor(n, mp_context=get_context("spawn")) as pool:
        try:
            futures = [pool.submit(function, *arguments, batch) for batch in batches]
            for future in futures:
                yield future.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _on_dask(
    address: str, function: Callable[..., _R], batches: Sequence[_T], arguments: tuple[Any, ...]
) -> Iterator[_R]:
    try:
        from distributed import Client
    except ImportError:
        raise WorkerError("A Dask cluster needs the package distributed: pip install 'huiyao[dask]'.") from None
    try:
        client: Any = cast(Any, Client)(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise WorkerError(f"The Dask scheduler at {address} does not answer: {error}.") from None
    with client:
        # Not pure: two runs that share a cluster must not be handed each other's results.
        futures = [client.submit(function, *arguments, batch, pure=False, retries=_ATTEMPTS) for batch in batches]
        for future in futures:
            yield future.result()
            future.release()

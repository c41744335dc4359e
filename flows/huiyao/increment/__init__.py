"""What earlier runs found out is kept, so that a run does only the work that is new."""

from __future__ import annotations

from huiyao.increment.inputs import Inputs, read_inputs
from huiyao.increment.results import Pruned, Results
from huiyao.increment.runs import Run, SourceChanges, last_run, remember, source_changes

__all__ = [
    "Inputs", "Pruned", "Results", "Run", "SourceChanges", "last_run", "read_inputs", "remember", "source_changes",
]  # fmt: skip

"""An action of policy or programme in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """An action in a text: `text[start:end]` is the measure.

    `listed` says that the verb is one of the lexicon; `done` that an aspect marks it as carried out; `actor` is the
    subject in front of it, `plain` says that the subject stands there without any modal.
    """

    start: int
    end: int
    verb: str
    listed: bool = True
    done: bool = False
    actor: str | None = None
    plain: bool = False

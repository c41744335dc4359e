"""Voices: who announces measures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """Who announces measures: `by` (None for the article itself), `named` where that is a person.

    `has_power`: an official or a meeting as a body, who can order and not only suggest. `cue` is the reporting verb.
    `at_press`: the article reports a press conference, whose own prose tells what was announced there.
    `formal_only`: no meeting is reported; of the article's own prose only formal acts count (签署, 发布), figures of
    enforcement, and what it tells of public bodies.
    `persons` are the names in the article: what somebody says in praise of one of them is no measure.
    """

    by: str | None
    named: bool = False
    has_power: bool = True
    cue: str | None = None
    at_press: bool = False
    formal_only: bool = False
    persons: tuple[str, ...] = ()

    @property
    def narrative(self) -> bool:
        """Whether the article itself reports."""
        return self.by is None

    @property
    def kind(self) -> str:
        """Whose voice it is, as the name of a rule says it."""
        if self.by is not None:
            return "in a statement of power" if self.has_power else "in a statement"
        return (
            "at a press conference" if self.at_press else "in prose" if self.formal_only else "in a report of a meeting"
        )

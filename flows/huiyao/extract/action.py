"""An action of policy or programme in a text."""

from __future__ import annotations

from typing import Literal, NamedTuple

Form = Literal[
    "verb", "phrase", "ba", "effort", "arranged", "about", "subject", "body", "adjusted", "unveiled", "addressee", "ban",
    "issued", "accomplished", "manner", "result", "unlisted", "patient", "likely",
]  # fmt: skip
"""How the clause was read: by its first verb, behind a preposition's phrase, with 把, behind its subject, and so on.

"likely" by no frame: the model takes it for an action.
"""


class Action(NamedTuple):
    """An action in a text: `text[start:end]` is the measure.

    `listed` says that the verb is one of the lexicon; `done` that an aspect marks it as carried out; `actor` is the
    subject in front of it, `plain` says that the subject stands there without any modal.
    """

    start: int
    end: int
    verb: str
    form: Form = "verb"
    listed: bool = True
    done: bool = False
    actor: str | None = None
    plain: bool = False


def verb_place(text: str, action: Action) -> int:
    """Return where the verb stands, which in front of a thing that is acted upon is where the action begins."""
    return text.rfind(action.verb, action.start, action.end) if action.form == "patient" else action.start

"""What tests of measures share: voices that may speak, and what is found in their words."""

from __future__ import annotations

from huiyao.extract.measures import find_measures
from huiyao.extract.voice import Voice

OFFICIAL = Voice("林小田", named=True, has_power=True, cue="表示", persons=("林小田",))
MERCHANT = Voice("周一禾", named=True, has_power=False, cue="表示", persons=("周一禾",))
ARTICLE = Voice(None)
PLAIN = Voice(None, formal_only=True)


def found(text: str, voice: Voice = OFFICIAL) -> list[str]:
    return [measure.text for measure in find_measures(text, 0, len(text), voice, None)]


def with_status(text: str, voice: Voice) -> list[tuple[str, str]]:
    return [(measure.text, measure.status) for measure in find_measures(text, 0, len(text), voice, None)]

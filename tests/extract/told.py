"""What tests of statements share: who is told to have said what in an article of some lines."""

from __future__ import annotations

from collections.abc import Callable

from huiyao.schema.records import Extraction

Read = Callable[..., Extraction]
Told = tuple[str, str]  # speaker, text
MAYOR = "云州市市长林小田"


def told(read: Read, text: str) -> list[Told]:
    return [(s.speaker, s.text) for s in read(*text.split("\n")).statements]

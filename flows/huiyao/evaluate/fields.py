"""The values of a JSON object, each of the type that it must have, else a sentence that says where it has not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


class AnnotationError(ValueError):
    """Annotations that cannot be scored; the message is one plain sentence."""


@dataclass(frozen=True, slots=True)
class Fields:
    """An object of a JSON file; `where` names it in messages (seed-1.json: meetings[0])."""

    where: str
    values: Mapping[str, Any]

    @classmethod
    def of(cls, where: str, value: object) -> Fields:
        """Return the value as an object; raises AnnotationError where it is none."""
        if not isinstance(value, dict):
            raise AnnotationError(f"{where} is no JSON object.")
        return cls(where, value)

    def text(self, key: str) -> str:
        """Return a string that must be there."""
        value = self.text_or_none(key)
        if value is None:
            raise AnnotationError(f"{self.where} has no {key}.")
        return value

    def text_or_none(self, key: str) -> str | None:
        """Return a string; null and the empty string are None."""
        value = self.values.get(key)
        if not isinstance(value, str | None):
            raise self._wrong(key, "a string")
        return value or None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings, empty where the key is absent."""
        value = self.values.get(key) or []
        if not isinstance(value, list) or not all(isinstance(member, str) for member in value):
            raise self._wrong(key, "a list of strings")
        return tuple(value)

    def number_or_none(self, key: str) -> int | None:
        """Return a whole number or None."""
        value = self.values.get(key)
        if isinstance(value, bool) or not isinstance(value, int | None):
            raise self._wrong(key, "a whole number")
        return value

    def flag(self, key: str) -> bool:
        """Return true or false; absent is false."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self._wrong(key, "true or false")
        return value

    def objects(self, key: str) -> list[Fields]:
        """Return a list of objects, which must be there: an annotation without it was never finished."""
        value = self.values.get(key)
        if not isinstance(value, list):
            raise AnnotationError(f"{self.where} has no list of {key}.")
        return [Fields.of(f"{self.where}: {key}[{at}]", member) for at, member in enumerate(value)]

    def _wrong(self, key: str, kind: str) -> AnnotationError:
        return AnnotationError(f"{self.where}: {key} is not {kind}.")

"""The data dictionary that goes with a release."""

from __future__ import annotations

from pathlib import Path

from huiyao.publish.content import Content


def write_dictionary(folder: Path, content: Content) -> None:
    """Write `DICTIONARY.md`; it is the same for every release made from the same declarations."""
    from huiyao.schema.dictionary import dictionary_page  # run as a program by `make dictionary`, so not loaded before

    (folder / "DICTIONARY.md").write_text(dictionary_page(), encoding="utf-8", newline="\n")

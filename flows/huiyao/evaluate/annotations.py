"""Annotated articles: a folder of JSON files, one for each article, made by a careful reader."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from huiyao.evaluate.entries import Entries, MeasureEntry, MeetingEntry, SpeakerEntry, StatementEntry
from huiyao.evaluate.fields import AnnotationError, Fields

_SUFFIXES = (".txt", ".md")


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotated article: its records, and where its text is.

    `file` is the name of the JSON file, `source` that of the file with the text (None: the id with .txt or .md) and
    `sequence` the article's 0-based place in it.
    """

    id: str
    file: str
    source: str | None
    sequence: int
    entries: Entries

    def source_in(self, texts: Path) -> str:
        """Return the name of the file with the text; raises AnnotationError where `texts` has no such file."""
        candidates = [self.source] if self.source else [self.id + suffix for suffix in _SUFFIXES]
        for name in candidates:
            if (texts / name).is_file():
                return name
        raise AnnotationError(f"{self.file}: there is no text {' or '.join(candidates)} in {texts}.")


def read_annotations(folder: Path) -> list[Annotation]:
    """Return the annotations directly in the folder, sorted by file name.

    Raises:
        AnnotationError: there is no such folder, no annotation in it, or one that cannot be read.
    """
    if not folder.is_dir():
        raise AnnotationError(f"There is no folder {folder} to read annotations from.")
    annotations = [_read(path) for path in sorted(folder.glob("*.json"))]
    if not annotations:
        raise AnnotationError(f"There is no annotation (.json) in {folder}.")
    files: dict[str, str] = {}
    for annotation in annotations:
        if (first := files.setdefault(annotation.id, annotation.file)) != annotation.file:
            raise AnnotationError(f"{first} and {annotation.file} have the same id {annotation.id}.")
    return annotations


def texts_folder(gold: Path, texts: Path | None) -> Path:
    """Return the folder of the texts: the one named, else `texts` beside the annotations, else in them, else they.

    Raises:
        AnnotationError: the folder that is named is not there.
    """
    if texts is not None:
        if not texts.is_dir():
            raise AnnotationError(f"There is no folder {texts} to read texts from.")
        return texts
    candidates = (gold.resolve().parent / "texts", gold / "texts")
    return next((folder for folder in candidates if folder.is_dir()), gold)


def _read(path: Path) -> Annotation:
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise AnnotationError(f"{path.name} is not in UTF-8.") from None
    except json.JSONDecodeError as error:
        raise AnnotationError(f"{path.name}: line {error.lineno} is no JSON: {error.msg}.") from None
    except RecursionError:
        raise AnnotationError(f"{path.name} is nested too deeply.") from None
    fields = Fields.of(path.name, content)
    return Annotation(
        id=fields.text_or_none("id") or path.stem,
        file=path.name,
        source=fields.text_or_none("source"),
        sequence=fields.number_or_none("sequence") or 0,
        entries=_entries(fields),
    )


def _entries(fields: Fields) -> Entries:
    return Entries(
        meetings=tuple(map(_meeting, fields.objects("meetings"))),
        speakers=tuple(map(_speaker, fields.objects("speakers"))),
        statements=tuple(map(_statement, fields.objects("statements"))),
        measures=tuple(map(_measure, fields.objects("measures"))),
    )


def _meeting(fields: Fields) -> MeetingEntry:
    return MeetingEntry(
        name=fields.text("name"),
        aliases=fields.texts("aliases"),
        ordinal=fields.number_or_none("ordinal"),
        date=fields.text_or_none("date"),
        place=fields.text_or_none("place"),
        theme=fields.text_or_none("theme"),
        status=fields.text_or_none("status"),
        optional=fields.flag("optional"),
    )


def _speaker(fields: Fields) -> SpeakerEntry:
    return SpeakerEntry(
        name=fields.text("name"),
        positions=fields.texts("positions"),
        organization=fields.text_or_none("organization"),
        role=fields.text_or_none("role"),
    )


def _statement(fields: Fields) -> StatementEntry:
    return StatementEntry(fields.text("speaker"), fields.text("text"))


def _measure(fields: Fields) -> MeasureEntry:
    return MeasureEntry(
        fields.text("text"), fields.text_or_none("status"), fields.text_or_none("by"), fields.flag("optional")
    )

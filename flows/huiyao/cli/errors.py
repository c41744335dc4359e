"""What the user can mend is said in one sentence on standard error, without a traceback."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NoReturn


class UsageError(Exception):
    """A command that cannot be carried out as given; its text is one plain sentence."""


def _mendable() -> tuple[type[Exception], ...]:
    """Return the errors that are the user's to mend; called, and their rooms imported, only once something went wrong."""
    from huiyao.evaluate import AnnotationError
    from huiyao.fetch import SourcesFileError
    from huiyao.ingest import SourceError
    from huiyao.publish import ReleaseError
    from huiyao.resolve import OverrideError
    from huiyao.schedules import ScheduleError
    from huiyao.workers import WorkerError

    return (
        UsageError, AnnotationError, SourceError, SourcesFileError, OverrideError, ReleaseError, WorkerError, ScheduleError,
    )  # fmt: skip


def unknown_table(name: str, tables: Iterable[str]) -> str:
    """Return the sentence for a table that is none of these."""
    known = [*tables]
    close = difflib.get_close_matches(name, known, n=1)
    hint = f"did you mean {close[0]}" if close else f"there are {', '.join(known)}"
    return f"There is no table {name}; {hint}."


def fail(sentence: str) -> NoReturn:
    """Say what is wrong and end with exit code 1."""
    print(sentence, file=sys.stderr)
    raise SystemExit(1)


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn errors that the user can mend into one sentence and exit code 1."""
    try:
        yield
    except BrokenPipeError:
        # The reader (such as `head`) has seen enough. Nothing may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
    except OSError as error:
        fail(f"{error.filename}: {error.strerror}." if error.filename else f"{error}.")
    except _mendable() as error:
        fail(str(error))

"""huiyao turns Chinese news about meetings into tables that people can trust.

`huiyao.extract(text)` gives the records of one article, `huiyao.extract_page(text)` those of each article on a page,
`huiyao.publish(seeds, datasets)` turns a folder of articles into a release, `huiyao.load(table)` reads a table of one,
`huiyao.read_csv(path)` a CSV file of one.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from huiyao.version import __version__

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from huiyao.pipeline import Summary
    from huiyao.schema.records import Extraction

__all__ = ["__version__", "extract", "extract_page", "load", "publish", "read_csv"]


def extract(text: str, published: str | None = None) -> Extraction:
    """Return the records of one article; offsets are half-open code points into its canonical text.

    `published` is the article's date in EDTF (2024-10-13, 2024-10, 2024), against which words such as 昨天 resolve.
    Raises ValueError where the date is no such date, or where the text holds no article or several of them
    (`extract_page` reads those).
    """
    extractions = extract_page(text, published)
    if len(extractions) > 1:
        raise ValueError(f"The text holds {len(extractions)} articles; huiyao.extract_page reads them one by one.")
    if not extractions:
        raise ValueError("The text holds no article.")
    return extractions[0]


def extract_page(text: str, published: str | None = None) -> list[Extraction]:
    """Return the records of each article in the text, in page order; see `extract`."""
    from huiyao.extract.article import extract_article
    from huiyao.ingest import articles_from_text
    from huiyao.ingest.metadata import edtf

    date = None if published is None else edtf(published)
    if published is not None and date is None:
        raise ValueError(f"{published!r} is no date such as 2024-10-13, 2024-10 or 2024.")
    return [extract_article(article) for article in articles_from_text(text, published=date)]


def publish(
    seeds: str | Path = "seeds",
    datasets: str | Path = "datasets",
    full_text: bool = False,
    released: date | None = None,
    accept_drift: bool = False,
    store: str | None = None,
    workers: int | None = 1,
) -> Summary:
    """Turn the articles below `seeds` into a release below `datasets`, a folder or URL, and return what came out.

    `full_text` puts the canonical texts into the table `articles`; `released` is the day of the release, that of its
    newest article unless given; `accept_drift` publishes although tables shrank or columns emptied since the last release.
    `store`, a folder or URL, keeps the records of articles from run to run, so that only new ones are extracted, by
    `workers` processes (None: one for each processor; a script needs `if __name__ == "__main__":` for more than one).
    Where nothing changed, nothing is published. Raises `SourceError` for a folder that is not there and `ReleaseError` for
    a release that may not be published.
    """
    from huiyao import pipeline
    from huiyao.workers import Workers

    return pipeline.publish(
        Path(seeds),
        datasets,
        full_text=full_text,
        released=released,
        accept_drift=accept_drift,
        work=pipeline.Work(Workers(workers), store),
    )


def load(table: str, datasets: str | Path = "datasets", version: str = "latest") -> pd.DataFrame:
    """Return one table of a release as a frame with Arrow types; raises `ReleaseError` where there is none."""
    from huiyao.publish import load_table

    return load_table(datasets, table, version)


def read_csv(path: str | Path, table: str | None = None) -> pd.DataFrame:
    """Return a released CSV file (or .csv.gz) as `load` gives its table: typed, lists as lists, formulas as they were.

    `table` names the table where the file's name does not. Raises `ReleaseError` for a file that is no such table, lacks
    columns, or has a cell that cannot be read, with its line and column.
    """
    from huiyao.publish.csvreader import read_csv as read

    return read(path, table)


class _CallableRoom(ModuleType):
    """A room that bears a function's name and answers for it.

    Importing `huiyao.extract.article` binds the room `extract` in this package, over the function of that name. So that
    `huiyao.extract(text)` means the same before and after, the room calls the function.
    """

    __wrapped__: Callable[..., Any]

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.__wrapped__(*args, **kwargs)

    def __reduce__(self) -> tuple[Callable[[str], ModuleType], tuple[str]]:
        """Be pickled by name, so that a pool of processes can map `huiyao.extract` over texts."""
        return import_module, (self.__name__,)


def _answer_for(function: Callable[..., Any]) -> None:
    room = import_module(f"{__name__}.{function.__name__}")
    room.__class__ = _CallableRoom
    room.__dict__["__wrapped__"] = function


_answer_for(extract)
_answer_for(publish)

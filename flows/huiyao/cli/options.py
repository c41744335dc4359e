"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

Seeds = Annotated[Path, Parameter(help="Folder of the articles.")]
Store = Annotated[str, Parameter(help="Folder or URL where results are kept from run to run.")]
Datasets = Annotated[str, Parameter(help="Folder of the releases, or a URL such as s3://bucket/folder.")]
FullText = Annotated[bool, Parameter(negative="", show_default=False, help="Put the articles' text into the release.")]
AcceptDrift = Annotated[
    bool,
    Parameter(
        negative="",
        show_default=False,
        help="Publish although tables shrank or columns emptied since the last release.",
    ),
]
Processes = Annotated[
    int | None,
    Parameter(help="How many processes extract. Unless told: one for each processor.", show_default=False),
]
Dask = Annotated[
    str | None,
    Parameter(help="Address of a Dask scheduler whose workers extract, such as tcp://host:8786.", show_default=False),
]
Fetch = Annotated[
    bool,
    Parameter(name="--fetch", negative="", show_default=False, help="First fetch what sources.yml lists."),
]
Wait = Annotated[
    bool,
    Parameter(help="Wait for another run that publishes to the same place, or leave it alone.", show_default=False),
]

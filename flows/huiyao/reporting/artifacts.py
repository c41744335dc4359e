"""The artifacts of a run: its closing table, what was rejected and why, what changed, and where the release is."""

from __future__ import annotations

from prefect.artifacts import create_link_artifact, create_markdown_artifact

from huiyao.closing import folder_link, markdown, rejects_page
from huiyao.pipeline import Summary
from huiyao.publish.store import Store
from huiyao.publish.tables import read_table

RELEASE, REJECTS, CHANGES, FOLDER = "huiyao-release", "huiyao-rejects", "huiyao-changes", "huiyao-folder"
"""Keys of the artifacts; those of the stages' progress are `huiyao-read` and so on."""

_LONGEST = 50_000  # characters of a page that browsers still show with ease


def show_artifacts(summary: Summary, releases: Store) -> None:
    """Show what the run did; what changed only where it published."""
    release = summary.release
    create_markdown_artifact(markdown(summary), key=RELEASE, description="What the latest run did")
    rejects = read_table(releases, release.version, "rejects").to_pylist()
    create_markdown_artifact(rejects_page(rejects), key=REJECTS, description="What was not published, and why")
    create_link_artifact(
        folder_link(release.location), release.location, key=FOLDER, description=f"Where release {release.version} is"
    )
    if release.published:
        create_markdown_artifact(_changes(releases, release.version), key=CHANGES, description="What differs")


def _changes(releases: Store, version: str) -> str:
    with releases.open(version, "CHANGES.md") as file:
        page = file.read().decode("utf-8")
    return page if len(page) <= _LONGEST else f"{page[:_LONGEST]}…\n\nAll of it is in CHANGES.md.\n"

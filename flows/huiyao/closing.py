"""What a run says at its end, the same in the terminal, in a Prefect artifact and in a log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from huiyao.pipeline import Summary
from huiyao.schema.records import Row

_SAMPLES = 10


def closing_rows(summary: Summary) -> list[tuple[str, str]]:
    """Return (what, how many) for the sources, each table, and the rejects by rule."""
    rows = [("sources", f"{summary.n_sources:,}")]
    rows += [(table, f"{count:,}") for table, count in summary.counts.items()]
    rows += [(f"  {rule}", f"{count:,}") for rule, count in sorted(summary.rejects.items())]
    return rows


def outcome(summary: Summary) -> str:
    """Return in one sentence what was published, or that nothing was."""
    release = summary.release
    if release.published:
        return f"Release {release.version} is in {release.location}."
    return f"Nothing new: {release.version} is still the latest, in {release.location}."


def markdown(summary: Summary) -> str:
    """Return the closing table in Markdown."""
    rows = "\n".join(f"| {what.replace('  ', '– ')} | {count} |" for what, count in closing_rows(summary))
    return f"{outcome(summary)}\n\n| what | number |\n|---|---:|\n{rows}\n"


def short(summary: Summary, before: Mapping[str, int]) -> str:
    """Return in a few words what was published: `1.2.0 +14 articles`; `before` are the rows of the release before."""
    release = summary.release
    if not release.published:
        return f"nothing new, still {release.version}"
    more = release.counts["articles"] - before.get("articles", 0)
    return (
        f"{release.version} {more:+,} article{'' if abs(more) == 1 else 's'}" if more else f"{release.version} changed"
    )


def folder_link(location: str) -> str:
    """Return the address of a folder or URL, for a browser."""
    return location if "://" in location else Path(location).resolve().as_uri()


def rejects_page(rejects: Sequence[Row]) -> str:
    """Return rows of the table `rejects` in Markdown: how many by rule, and for each rule some with source and reason."""
    from huiyao.publish.markdown import one_line, table

    if not rejects:
        return "Nothing was rejected.\n"
    ordered = sorted(rejects, key=itemgetter("rule", "source", "reject_id"))
    groups = {rule: list(rows) for rule, rows in groupby(ordered, itemgetter("rule"))}
    page = f"{len(rejects):,} rejected, by rule:\n\n" + table(
        ("rule", "number"), ((rule, len(rows)) for rule, rows in groups.items()), "lr"
    )
    for rule, rows in groups.items():
        more = f", {_SAMPLES} of {len(rows):,}" if len(rows) > _SAMPLES else ""
        shown = ((one_line(row["source"]), row["table"], one_line(row["reason"], 200)) for row in rows[:_SAMPLES])
        page += f"\n### {rule}{more}\n\n" + table(("source", "table", "reason"), shown, "lll")
    return page

"""What a run says at its end, the same in the terminal, in a Prefect artifact and in a log."""

from __future__ import annotations

from huiyao.pipeline import Summary


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
    rows = "\n".join(f"| {what.replace('  ', '&nbsp;&nbsp;')} | {count} |" for what, count in closing_rows(summary))
    return f"{outcome(summary)}\n\n| what | number |\n|---|---:|\n{rows}\n"

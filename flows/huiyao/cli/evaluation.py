"""`huiyao evaluate`: the figures, then every mistake in its sentence, or all of it as JSON."""

from __future__ import annotations

import json
import sys
from itertools import groupby
from pathlib import Path

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from huiyao.cli.errors import UsageError, unknown_table
from huiyao.cli.progress import progress_bar
from huiyao.evaluate import TABLE_NAMES, Bucket, EvaluatedArticle, Evaluation, Mistake, document, evaluate, passage

_NOTHING = "–"
_OPEN, _CLOSE = "[[", "]]"
"""Marks around what is wrong: colours are lost in a file."""
_LONGEST = 120
"""Characters of a marked run from which its middle is left out."""
_COLOURS = {"missed": "red", "extra": "yellow", "wrong": "magenta"}


def evaluate_and_report(gold: Path, texts: Path | None, table: str | None, as_json: bool) -> None:
    """Evaluate and print; `table` limits the mistakes shown, never the figures."""
    if table is not None and table not in TABLE_NAMES:
        raise UsageError(unknown_table(table, TABLE_NAMES))
    with progress_bar() as report:
        evaluation = evaluate(gold, texts, report)
    if as_json:
        _print_json(evaluation, table)
    else:
        _print(evaluation, table)


def _print_json(evaluation: Evaluation, table: str | None) -> None:
    text = json.dumps(document(evaluation, table), ensure_ascii=False, indent=2)
    # JSON is UTF-8 whatever the terminal's encoding; a lone surrogate in an annotation stays the escape it was.
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


def _print(evaluation: Evaluation, table: str | None) -> None:
    console = Console(highlight=False)
    console.print(_scores(evaluation))
    console.print(_attributes(evaluation))
    for article in evaluation.articles:
        _print_article(console, article, article.mistakes(table))
    _print_close(console, evaluation, table)
    if evaluation.reliability:
        console.print(_reliability(evaluation.reliability))


def _scores(evaluation: Evaluation) -> Table:
    headings = ("precision", "recall", "F1", "gold", "characters")
    grid = Table("", *(Column(heading, justify="right") for heading in headings), box=box.SIMPLE_HEAD)
    for name, tally in evaluation.total.tallies.items():
        figures = (f"{figure:.3f}" for figure in (tally.precision, tally.recall, tally.f1))
        characters = f"{tally.annotated:,}" if tally.annotated != tally.records else ""
        grid.add_row(name, *figures, f"{tally.records:,}", characters)
    grid.add_section()
    grid.add_row("mean F1", "", "", f"{evaluation.mean_f1:.3f}", "", "", style="bold")
    return grid


def _attributes(evaluation: Evaluation) -> Table:
    headings = ("right", "of")
    grid = Table("attribute", *(Column(heading, justify="right") for heading in headings), box=box.SIMPLE_HEAD)
    for name, share in evaluation.total.shares.items():
        grid.add_row(name, f"{share.value:.3f}", f"{share.total:,}")
    return grid


def _print_article(console: Console, evaluated: EvaluatedArticle, mistakes: list[Mistake]) -> None:
    if not mistakes:
        return
    article = evaluated.article
    heading = Text(evaluated.id, style="bold")
    heading.append(f"  {article.headline or article.source}", style="not bold dim")
    console.print(heading)
    # What is wrong in one place (two attributes of a meeting) shows its sentence once.
    for (_, span), group in groupby(mistakes, key=lambda mistake: (mistake.table, mistake.span)):
        together = list(group)
        for mistake in together:
            console.print(Padding(_line(mistake), (0, 0, 0, 2)))
        if span:
            console.print(Padding(_marked(article.text, span, _COLOURS[together[0].kind]), (0, 0, 0, 6)))
    console.print()


def _line(mistake: Mistake) -> Text:
    """Return what is wrong in one line; a text that stands in the sentence below is not said twice."""
    kind = f"{mistake.attribute} wrong" if mistake.attribute else mistake.kind
    line = Text(f"{mistake.table} {kind}", style=_COLOURS[mistake.kind])
    named = mistake.table in ("meetings", "speakers") or mistake.span is None
    parts = [mistake.text] if named else []
    if mistake.attribute:
        parts += [f"expected {mistake.expected or _NOTHING}", f"found {mistake.found or _NOTHING}"]
    line.append("".join(f" · {part}" for part in (*parts, *mistake.details)), style="default")
    if mistake.span is None:
        line.append("  stands nowhere in the text", style="dim")
    return line


def _marked(text: str, span: tuple[int, int], colour: str) -> Text:
    start, end = span
    first, last = passage(text, span)
    marked = text[start:end]
    if len(marked) > _LONGEST:
        marked = f"{marked[: _LONGEST // 2]} …… {marked[-_LONGEST // 2 :]}"
    line = Text(text[first:start])
    line.append(f"{_OPEN}{marked}{_CLOSE}", style=f"bold {colour}")
    return line.append(text[end:last])


def _print_close(console: Console, evaluation: Evaluation, table: str | None) -> None:
    counts = [len(article.mistakes(table)) for article in evaluation.articles]
    where = f" in {table}" if table else ""
    told = f"{sum(counts):,} mistakes{where}, in {sum(map(bool, counts)):,} of {len(counts):,} articles."
    console.print(told, style="dim")


def _reliability(buckets: list[Bucket]) -> Table:
    headings = ("records", "mean confidence", "right")
    grid = Table("confidence", *(Column(heading, justify="right") for heading in headings), box=box.SIMPLE_HEAD)
    for bucket in buckets:
        bounds = f"{bucket.low:.2f}–{bucket.high:.2f}"
        grid.add_row(bounds, f"{bucket.n:,}", f"{bucket.confidence:.3f}", f"{bucket.right:.3f}")
    return grid

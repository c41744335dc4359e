"""Gates for evidence: every record points at text that says what the record says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from huiyao.schema.records import Row
from huiyao.validate.cells import Fault

_PLACE = re.compile(r"^(a-[0-9a-f]{16}):(\d{1,12})-(\d{1,12})$")
_SPACE = re.compile(r"\s+")


def evidence_faults(table: str, row: Row, texts: Mapping[str, str]) -> Iterator[Fault]:
    """Yield what the canonical texts, by article, do not bear out.

    - articles: `n_chars` is the length of the text;
    - statements and measures: `text` equals `texts[article_id][start:end]`; a measure's `evidence` is a part of the
      article and contains its `text`;
    - meetings and speakers: each place in `evidence` lies within the text of one of its articles; at a speaker's
      place stands the speaker's name.
    """
    if table == "articles" and row["n_chars"] != len(texts.get(row["article_id"], "")):
        yield Fault("evidence", "n_chars is not the length of the article's text")
    if table in ("statements", "measures"):
        yield from _span_faults(row, texts.get(row["article_id"], ""))
    if table == "measures":
        yield from _sentence_faults(row, texts.get(row["article_id"], ""))
    if table in ("meetings", "speakers"):
        name = row["name"] if table == "speakers" else ""
        for place in row["evidence"]:
            yield from _place_faults(place, name, texts)


def _span_faults(row: Row, text: str) -> Iterator[Fault]:
    start, end = row["start"], row["end"]
    if not (0 <= start < end <= len(text) and text[start:end] == row["text"]):
        yield Fault("evidence", f"text is not what stands in the article from {start} to {end}")


def _sentence_faults(row: Row, text: str) -> Iterator[Fault]:
    if row["text"] not in row["evidence"]:
        yield Fault("evidence", "evidence does not contain text")
    elif row["evidence"] not in text:
        yield Fault("evidence", "evidence does not stand in the article")


def _place_faults(place: str, name: str, texts: Mapping[str, str]) -> Iterator[Fault]:
    found = _PLACE.match(place)
    text = texts.get(found.group(1)) if found else None
    if not found or text is None:
        yield Fault("evidence", f"evidence is {place}, which names no article of this release")
        return
    start, end = int(found.group(2)), int(found.group(3))
    if not 0 <= start < end <= len(text):
        yield Fault("evidence", f"evidence is {place}, which lies outside the article")
    elif _SPACE.sub("", name) not in _SPACE.sub("", text[start:end]):
        yield Fault("evidence", f"evidence is {place}, where the name does not stand")

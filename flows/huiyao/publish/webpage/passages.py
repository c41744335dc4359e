"""Which passages of an article a release holds: the whole text, or what its records quote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from huiyao.schema.records import Row

Passage = tuple[int, str]
"""Where the passage starts in the canonical text, in code points, and its text."""


def passages(text: str | None, statements: Iterable[Row], measures: Iterable[Row]) -> list[Passage]:
    """Return the passages of one article in their order: its text where it is known, else what its records quote.

    Those are the texts of statements and the sentences around measures. Where they overlap or touch they become one;
    quotations that contradict each other stay apart.
    """
    if text is not None:
        return [(0, text)]
    quoted = [(row["start"], row["text"]) for row in statements]
    return _joined(sorted({*quoted, *_sentences(measures)}, key=lambda passage: (passage[0], -len(passage[1]))))


def _sentences(measures: Iterable[Row]) -> Iterator[Passage]:
    """Yield each sentence once with its start, which follows from where its measures stand in it and in the article.

    A measure whose words stand twice in its sentence leaves two starts possible; another measure of the sentence may decide.
    """
    starts: dict[str, list[set[int]]] = defaultdict(list)
    for row in measures:
        starts[row["evidence"]].append({row["start"] - place for place in _places(row["text"], row["evidence"])})
    for sentence, possible in starts.items():
        common = set.intersection(*possible)
        # Without a common start the article has the same sentence twice.
        for start in [min(common)] if common else sorted({min(some) for some in possible if some}):
            yield start, sentence


def _places(part: str, whole: str) -> Iterator[int]:
    place = whole.find(part)
    while place >= 0:
        yield place
        place = whole.find(part, place + 1)


def _joined(pieces: Iterable[Passage]) -> list[Passage]:
    joined: list[Passage] = []
    for start, text in pieces:
        both = _one(joined[-1], start, text) if joined else None
        if both is None:
            joined.append((start, text))
        else:
            joined[-1] = both
    return joined


def _one(before: Passage, start: int, text: str) -> Passage | None:
    """Return both passages as one, or None where they are apart or contradict each other."""
    place = start - before[0]
    shared = min(len(before[1]) - place, len(text))
    if shared < 0 or before[1][place : place + shared] != text[:shared]:
        return None
    return before[0], before[1] + text[shared:]
